/*
 * fuzz_same.c - HTML and Markdown say the same: their letters and digits, case apart, one behind the other.
 *
 * The text of both is read back, by the rules of the format and none of the emitter's.
 */
#include <cmark.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "harness.h"

/* The text of an element of ours: what stands between its tags, entities resolved. */
static void html_text(struct qc_str page, struct fuzz_text *text)
{
    static const struct { const char *entity, *character; } entities[] = {
        { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&#39;", "'" },
    };
    for (size_t i = 0, entity; i < page.len; i++) {
        if (page.ptr[i] == '<')
            i += qc_str_find(qc_str_skip(page, i), QC_STR(">"));
        else if (page.ptr[i] != '&')
            fuzz_keep(text, page.ptr + i, 1);
        else
            for (entity = 0; entity < sizeof entities / sizeof *entities; entity++)
                if (qc_str_starts(qc_str_skip(page, i), qc_str_from(entities[entity].entity))) {
                    fuzz_keep(text, entities[entity].character, 1);
                    i += strlen(entities[entity].entity) - 1;
                    break;
                }
    }
}

static void markdown_text(struct qc_str page, struct fuzz_text *text)
{
    cmark_node *document = cmark_parse_document(page.ptr, page.len, CMARK_OPT_DEFAULT);
    cmark_iter *nodes = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(nodes)) != CMARK_EVENT_DONE;) {
        const char *literal = event == CMARK_EVENT_ENTER ? cmark_node_get_literal(cmark_iter_get_node(nodes)) : NULL;
        if (literal != NULL)
            fuzz_keep(text, literal, strlen(literal));
    }
    cmark_iter_free(nodes);
    cmark_node_free(document);
}

static bool is_letter_or_digit(unsigned c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* Leaves the letters and digits of text, folded. */
static void fold(struct fuzz_text *text)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text->bytes, (utf8proc_ssize_t)text->length, &folded,
                                           UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    FUZZ_REQUIRE(length >= 0);
    text->length = 0;
    struct qc_str all = { (const char *)folded, (size_t)length };
    for (size_t i = 0, n; i < all.len; i += n)
        if (is_letter_or_digit(qc_utf8_decode(all, i, &n)))
            fuzz_keep(text, all.ptr + i, n);
    free(folded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct fuzz_text html, markdown, html_words, markdown_words;
    struct qc_context *qc = fuzz_context();
    const struct qc_emit_options options = { .fragment = true };
    html.length = markdown.length = html_words.length = markdown_words.length = 0;
    fuzz_compile(qc, fuzz_input(data, size).text);
    if (qc_emit(qc, "html", &options, fuzz_keep, &html) == QC_BAD_ARGUMENT)
        return 0; /* bytes that are no text: no document */
    FUZZ_REQUIRE(qc_emit(qc, "markdown", &options, fuzz_keep, &markdown) == QC_OK);
    html_text(fuzz_str(&html), &html_words);
    markdown_text(fuzz_str(&markdown), &markdown_words);
    fold(&html_words);
    fold(&markdown_words);
    FUZZ_REQUIRE(qc_str_equal(fuzz_str(&html_words), fuzz_str(&markdown_words)));
    return 0;
}
