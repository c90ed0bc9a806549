/*
 * html_head.c - what stands above the body in the HTML format.
 *
 * Owns which lines have a rule below them (NĐ 30/2020, PL I.II.1, 2, 5): the
 * rule is drawn by the style sheet, from the class qc-ruled.
 */
#include "emit/html.h"

/* A line with, where ruled is said, the element that the rule is measured by. */
static void print_line(struct qc_out *out, const char *open, const struct qc_inlines *inlines, bool ruled,
                       const char *close)
{
    if (!qc_has_text(inlines))
        return;
    qc_out_raw(out, open);
    qc_out_raw(out, ruled ? "<span class=\"qc-ruled\">" : "");
    qc_html_inlines(out, inlines);
    qc_out_raw(out, ruled ? "</span>" : "");
    qc_out_raw(out, close);
    qc_out_line(out);
}

static void print_issuers(struct qc_out *out, const struct qc_document *document)
{
    qc_out_raw(out, "<div class=\"qc-issuers\">\n");
    for (size_t i = 0; i < document->issuers.count; i++) {
        const struct qc_issuer *issuer = &document->issuers.items[i];
        for (size_t k = 0; k < issuer->parents.count; k++)
            print_line(out, "<p class=\"qc-parent\">", issuer->parents.items[k], false, "</p>");
        print_line(out, "<p class=\"qc-issuer\">", issuer->name, i + 1 == document->issuers.count, "</p>");
    }
    qc_out_raw(out, "</div>\n");
}

static size_t subject_lines(const struct qc_document *document)
{
    size_t lines = document->subject.count;
    while (lines > 0 && !qc_has_text(document->subject.items[lines - 1]))
        lines--;
    return lines;
}

static bool has_title(const struct qc_document *document)
{
    return subject_lines(document) > 0 || qc_has_text(document->type);
}

void qc_html_head(struct qc_out *out, const struct qc_document *document)
{
    bool has_motto = qc_has_text(document->motto);
    qc_out_raw(out, "<header class=\"qc-head\">\n");
    print_issuers(out, document);
    qc_out_raw(out, "<div class=\"qc-state\">\n");
    if (has_title(document))
        print_line(out, "<p class=\"qc-state-name\">", document->state_name, !has_motto, "</p>");
    else /* a page is found, and read aloud, by its first heading: it has one in any case */
        print_line(out, "<h1 class=\"qc-state-name\">", document->state_name, !has_motto, "</h1>");
    print_line(out, "<p class=\"qc-motto\">", document->motto, true, "</p>");
    qc_out_raw(out, "</div>\n");
    qc_html_element(out, "<p class=\"qc-number\">", document->number, "</p>");
    qc_html_element(out, "<p class=\"qc-place-date\">", document->place_date, "</p>");
    qc_out_raw(out, "</header>\n");
}

/* The rule of the title stands below what an attached text is attached to (PL III, Mẫu 1.3). */
void qc_html_title_block(struct qc_out *out, const struct qc_document *document)
{
    bool attached = qc_has_text(document->attached_to);
    if (!has_title(document) && !attached)
        return;
    size_t lines = subject_lines(document);
    qc_out_raw(out, has_title(document) ? "<hgroup class=\"qc-heading\">\n<h1 class=\"qc-title\">\n"
                                        : "<div class=\"qc-heading\">\n");
    print_line(out, "<span class=\"qc-type\">", document->type, lines == 0 && !attached, "</span>");
    for (size_t i = 0; i < lines; i++)
        print_line(out, "<span class=\"qc-subject\">", document->subject.items[i],
                   i + 1 == lines && !attached, "</span>");
    qc_out_raw(out, has_title(document) ? "</h1>\n" : "");
    print_line(out, "<p class=\"qc-attached-to\">", document->attached_to, true, "</p>");
    qc_out_raw(out, has_title(document) ? "</hgroup>\n" : "</div>\n");
}

static const char *recital_tag(enum qc_recital_kind kind)
{
    switch (kind) {
    case QC_RECITAL_BASIS:
        return "<p class=\"qc-basis\">";
    case QC_RECITAL_PROPOSAL:
        return "<p class=\"qc-proposal\">";
    case QC_RECITAL_PREAMBLE:
        break;
    }
    return "<p class=\"qc-preamble\">";
}

void qc_html_recitals(struct qc_out *out, const struct qc_document *document)
{
    qc_html_element(out, "<p class=\"qc-authority\">", document->authority, "</p>");
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        qc_html_element(out, recital_tag(recital->kind), recital->content, "</p>");
    }
    qc_html_element(out, "<p class=\"qc-enacting\">", document->enacting, "</p>");
}
