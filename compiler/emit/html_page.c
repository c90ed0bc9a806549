/*
 * html_page.c - the page around the document: head, style sheet.
 *
 * Owns what stands in <head>. Must not name a file, an address or a script:
 * the page is one file.
 */
#include "emit/html.h"

/* A page must have a title that is not empty, so a document without one goes by its first line. */
static struct qc_str page_title(const struct qc_document *document)
{
    if (document->title.len > 0)
        return document->title;
    if (qc_has_text(document->number))
        return document->number->plain;
    if (qc_has_text(document->state_name))
        return document->state_name->plain;
    return QC_STR("qc");
}

static void add_part(struct qc_buf *list, const struct qc_inlines *part, const char *between)
{
    if (!qc_has_text(part))
        return;
    if (list->len > 0)
        qc_buf_add(list, qc_str_from(between));
    qc_buf_add(list, part->plain);
}

static void print_meta(struct qc_out *out, const char *name, struct qc_str content)
{
    if (content.len == 0)
        return;
    qc_out_raw(out, "<meta");
    qc_html_attribute(out, "name", qc_str_from(name));
    qc_html_attribute(out, "content", content);
    qc_out_raw(out, ">\n");
}

/* What a list of search results shows beside the title: who, number, place and date. */
static void print_description(struct qc_out *out, const struct qc_document *document)
{
    struct qc_buf authors = { .arena = out->buf.arena }, line = { .arena = out->buf.arena };
    for (size_t i = 0; i < document->issuers.count; i++)
        add_part(&authors, document->issuers.items[i].name, ", ");
    qc_buf_add(&line, qc_buf_str(&authors));
    add_part(&line, document->number, ". ");
    add_part(&line, document->place_date, ". ");
    print_meta(out, "description", qc_buf_str(&line));
    print_meta(out, "author", qc_buf_str(&authors));
}

/*
 * Text of a <style> element. It ends at "</style" in any case, wherever that
 * stands; "<\/style" is the same to CSS, in a string as in a name.
 */
static void print_css(struct qc_out *out, struct qc_str css)
{
    struct qc_str end = QC_STR("</");
    for (size_t at; (at = qc_str_find(css, end)) < css.len;) {
        qc_out_str(out, qc_str_slice(css, 0, at));
        qc_out_raw(out, "<\\/");
        css = qc_str_skip(css, at + end.len);
    }
    qc_out_str(out, css);
}

void qc_html_page_start(const struct qc_emission *emission)
{
    struct qc_out *out = emission->out;
    qc_out_raw(out, "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    qc_escape_html(out, page_title(emission->document));
    qc_out_raw(out, "</title>\n");
    print_description(out, emission->document);
    print_meta(out, "generator", QC_STR("qc " QC_VERSION));
    qc_out_raw(out, "<style>\n");
    if (emission->options->css != NULL)
        print_css(out, qc_str_from(emission->options->css));
    else
        qc_out_str(out, qc_embedded_text("html/qc.css"));
    qc_out_line(out);
    qc_out_raw(out, "</style>\n</head>\n<body class=\"qc-page\">\n<main>\n");
}

void qc_html_page_end(struct qc_out *out)
{
    qc_out_raw(out, "</main>\n</body>\n</html>\n");
}
