/*
 * html_foot.c - signatures and recipients of the HTML format.
 */
#include "emit/html.h"

static void print_signatures(struct qc_out *out, const struct qc_document *document)
{
    if (document->signatures.count == 0)
        return;
    qc_out_raw(out, "<div class=\"qc-signatures\">\n");
    for (size_t i = 0; i < document->signatures.count; i++) {
        const struct qc_signature *signature = &document->signatures.items[i];
        qc_out_raw(out, "<div class=\"qc-signature\">\n");
        for (size_t k = 0; k < signature->lines.count; k++)
            qc_html_element(out, "<p class=\"qc-capacity\">", signature->lines.items[k], "</p>");
        qc_html_element(out, "<p class=\"qc-signer\">", signature->name, "</p>");
        qc_out_raw(out, "</div>\n");
    }
    qc_out_raw(out, "</div>\n");
}

static void print_recipients(struct qc_out *out, const struct qc_document *document)
{
    if (document->recipients_heading == NULL && document->recipients.count == 0)
        return;
    qc_out_raw(out, "<div class=\"qc-recipients\">\n");
    qc_html_element(out, "<p class=\"qc-recipients-heading\">", document->recipients_heading, "</p>");
    for (size_t i = 0; i < document->recipients.count; i++) {
        const struct qc_recipient *recipient = &document->recipients.items[i];
        if (!recipient->dash && !qc_has_text(recipient->content))
            continue;
        qc_out_raw(out, "<p class=\"qc-recipient\">");
        if (recipient->dash) {
            qc_escape_html(out, recipient->dash_text);
            qc_buf_char(&out->buf, ' ');
        }
        qc_html_inlines(out, recipient->content);
        qc_out_raw(out, "</p>\n");
    }
    qc_out_raw(out, "</div>\n");
}

void qc_html_foot(struct qc_out *out, const struct qc_document *document)
{
    if (document->signatures.count == 0 && document->recipients_heading == NULL &&
        document->recipients.count == 0)
        return;
    /* one signature stands beside the recipients, as the decree has it (PL I.II.7, 9); several above them */
    qc_out_raw(out, document->signatures.count == 1 ? "<footer class=\"qc-foot qc-foot-one\">\n"
                                                    : "<footer class=\"qc-foot\">\n");
    print_signatures(out, document);
    print_recipients(out, document);
    qc_out_raw(out, "</footer>\n");
}
