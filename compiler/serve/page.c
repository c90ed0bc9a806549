/*
 * page.c - the page that qc watch --serve shows: the document, its findings, and the script that loads it anew.
 *
 * Owns what is added to the document, which is never in a file.
 */
#include "serve/page.h"

#include <stdio.h>
#include <string.h>

const char qc_page_script[] =
    "(async (seen) => {\n"
    "  for (;;) {\n"
    "    try {\n"
    "      const answer = await fetch('/changes?since=' + seen);\n"
    "      if (!answer.ok) throw answer.status;\n"
    "      if (await answer.text() !== seen) return location.reload();\n"
    "    } catch {\n"
    "      await new Promise((again) => setTimeout(again, 1000));\n"
    "    }\n"
    "  }\n"
    "})(document.currentScript.dataset.version);\n";

static bool add(struct cli_buffer *page, const char *text)
{
    return cli_buffer_write(page, text, strlen(text));
}

static bool add_escaped(struct cli_buffer *page, const struct cli_buffer *text)
{
    bool fine = true;
    for (size_t i = 0; i < text->length && fine; i++)
        switch (text->bytes[i]) {
        case '&':
            fine = add(page, "&amp;");
            break;
        case '<':
            fine = add(page, "&lt;");
            break;
        default:
            fine = cli_buffer_write(page, &text->bytes[i], 1);
        }
    return fine;
}

/* Where the end of the body begins; the length when there is none. */
static size_t body_end(const struct cli_buffer *html)
{
    static const char end[] = "</body>";
    for (size_t at = html->length; at >= sizeof end; at--)
        if (memcmp(html->bytes + at - (sizeof end - 1), end, sizeof end - 1) == 0)
            return at - (sizeof end - 1);
    return html->length;
}

static bool add_findings(struct cli_buffer *page, const struct cli_buffer *findings)
{
    if (findings->length == 0)
        return true;
    return add(page, "<style>@media print{#qc-findings{display:none}}</style>"
                     "<pre id=\"qc-findings\" role=\"status\" style=\"position:fixed;left:0;right:0;bottom:0;margin:0;"
                     "padding:.8em;max-height:45vh;overflow:auto;white-space:pre-wrap;background:#fff4f0;color:#402;"
                     "border-top:3px solid #c20;font:14px/1.4 monospace\">") &&
           add_escaped(page, findings) && add(page, "</pre>");
}

bool qc_page_compose(struct cli_buffer *page, const struct cli_buffer *html, const struct cli_buffer *findings,
                      unsigned long version)
{
    static char nothing[] = "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>qc</title></head>\n"
                            "<body></body></html>\n";
    const struct cli_buffer empty = { .bytes = nothing, .length = sizeof nothing - 1 };
    if (html->length == 0)
        html = &empty;
    char script[128];
    size_t end = body_end(html);
    snprintf(script, sizeof script, "<script src=\"/reload.js\" data-version=\"%lu\"></script>\n", version);
    return cli_buffer_write(page, html->bytes, end) && add_findings(page, findings) && add(page, script) &&
           cli_buffer_write(page, html->bytes + end, html->length - end);
}
