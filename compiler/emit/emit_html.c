/*
 * emit_html.c - the document as one self-contained HTML page, or as a piece
 * of one.
 *
 * Owns the order of the parts, which html_*.c print; stdlib/html/qc.css owns
 * the looks, capitals included. Must not add words to the document's text,
 * change their order, load anything or run scripts.
 */
#include "emit/html.h"

static void print_article(const struct qc_emission *emission)
{
    struct qc_out *out = emission->out;
    const struct qc_document *document = emission->document;
    qc_out_raw(out, document->draft ? "<article class=\"qc qc-draft\" lang=\"vi\""
                                    : "<article class=\"qc\" lang=\"vi\"");
    qc_html_item_attributes(out);
    qc_out_raw(out, ">\n");
    qc_html_metadata(out, document);
    qc_html_head(out, document);
    qc_html_title_block(out, document);
    if (emission->options->toc)
        qc_html_toc(out, document);
    qc_html_recitals(out, document);
    qc_html_units(out, document);
    for (size_t i = 0; i < document->closing.count; i++)
        qc_html_element(out, "<p>", document->closing.items[i], "</p>");
    qc_html_foot(out, document);
    qc_out_raw(out, "</article>\n");
}

void qc_emit_html(const struct qc_emission *emission)
{
    if (emission->options->fragment) {
        print_article(emission);
        return;
    }
    qc_html_page_start(emission);
    print_article(emission);
    qc_html_page_end(emission->out);
}
