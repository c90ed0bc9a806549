/*
 * emit_html.c - the document as one self-contained HTML page.
 *
 * Owns the page's structure; stdlib/html/qc.css owns its looks, capitals
 * included. Must not add words, change their order, load anything or run
 * scripts.
 */
#include "emit/escape.h"
#include "emit/parts.h"

enum { LAST_HEADING = 6 };

/* ---- paragraphs ------------------------------------------------------------------------------------------ */

static void print_leaf(struct qc_out *out, const struct qc_inline *node, bool in_link)
{
    switch (node->kind) {
    case QC_INLINE_CODE:
        qc_out_raw(out, "<code>");
        qc_escape_html(out, node->text);
        qc_out_raw(out, "</code>");
        break;
    case QC_INLINE_REFERENCE:
        if (node->unit == NULL || node->unit->anchor.len == 0 || in_link) {
            qc_escape_html(out, node->text);
            break;
        }
        qc_out_raw(out, "<a href=\"#");
        qc_escape_html_attribute(out, node->unit->anchor);
        qc_out_raw(out, "\">");
        qc_escape_html(out, node->text);
        qc_out_raw(out, "</a>");
        break;
    case QC_INLINE_TEXT:
    case QC_INLINE_EMPHASIS:
    case QC_INLINE_STRONG:
    case QC_INLINE_LINK:
        qc_escape_html(out, node->text);
        break;
    }
}

static void print_mark(struct qc_out *out, const struct qc_inline *node, bool open)
{
    switch (node->kind) {
    case QC_INLINE_EMPHASIS:
        qc_out_raw(out, open ? "<em>" : "</em>");
        break;
    case QC_INLINE_STRONG:
        qc_out_raw(out, open ? "<strong>" : "</strong>");
        break;
    case QC_INLINE_LINK:
        if (open) {
            qc_out_raw(out, "<a href=\"");
            qc_escape_html_attribute(out, qc_url_encode(out->buf.arena, node->target));
            qc_out_raw(out, "\" rel=\"noopener noreferrer\">");
        } else {
            qc_out_raw(out, "</a>");
        }
        break;
    case QC_INLINE_TEXT:
    case QC_INLINE_CODE:
    case QC_INLINE_REFERENCE:
        break;
    }
}

static void print_inlines(struct qc_out *out, const struct qc_inlines *inlines)
{
    struct qc_walk walk = qc_walk_start(out->buf.arena, inlines);
    const struct qc_inline *node;
    for (;;) {
        switch (qc_walk_next(&walk, &node)) {
        case QC_STEP_END:
            return;
        case QC_STEP_TEXT:
            print_leaf(out, node, walk.link != NULL);
            break;
        case QC_STEP_ENTER:
            print_mark(out, node, true);
            break;
        case QC_STEP_LEAVE:
            print_mark(out, node, false);
            break;
        }
    }
}

/* A line of its own between two tags; nothing when it has no text. */
static void print_element(struct qc_out *out, const char *open, const struct qc_inlines *inlines,
                          const char *close)
{
    if (!qc_has_text(inlines))
        return;
    qc_out_raw(out, open);
    print_inlines(out, inlines);
    qc_out_raw(out, close);
    qc_out_line(out);
}

/* ---- head ------------------------------------------------------------------------------------------------ */

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

static void print_page_start(struct qc_out *out, const struct qc_document *document)
{
    qc_out_raw(out, "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    qc_escape_html(out, page_title(document));
    qc_out_raw(out, "</title>\n<style>\n");
    qc_out_str(out, qc_embedded_text("html/qc.css"));
    qc_out_line(out);
    qc_out_raw(out, "</style>\n</head>\n<body>\n");
}

static void print_header(struct qc_out *out, const struct qc_document *document)
{
    qc_out_raw(out, "<header>\n<div class=\"issuers\">\n");
    for (size_t i = 0; i < document->issuers.count; i++) {
        const struct qc_issuer *issuer = &document->issuers.items[i];
        for (size_t k = 0; k < issuer->parents.count; k++)
            print_element(out, "<p class=\"parent\">", issuer->parents.items[k], "</p>");
        print_element(out, "<p class=\"issuer\">", issuer->name, "</p>");
    }
    qc_out_raw(out, "</div>\n<div class=\"state\">\n");
    print_element(out, "<p class=\"state-name\">", document->state_name, "</p>");
    print_element(out, "<p class=\"motto\"><span>", document->motto, "</span></p>");
    qc_out_raw(out, "</div>\n");
    print_element(out, "<p class=\"number\">", document->number, "</p>");
    print_element(out, "<p class=\"place-date\">", document->place_date, "</p>");
    qc_out_raw(out, "</header>\n");
}

/* Returns whether there is a heading. */
static bool print_title(struct qc_out *out, const struct qc_document *document)
{
    bool any = qc_has_text(document->type);
    for (size_t i = 0; i < document->subject.count; i++)
        any = any || qc_has_text(document->subject.items[i]);
    if (any) {
        qc_out_raw(out, "<h1>\n");
        print_element(out, "<span class=\"type\">", document->type, "</span>");
        for (size_t i = 0; i < document->subject.count; i++)
            print_element(out, "<span class=\"subject\">", document->subject.items[i], "</span>");
        qc_out_raw(out, "</h1>\n");
    }
    print_element(out, "<p class=\"attached-to\">", document->attached_to, "</p>");
    return any;
}

static void print_recitals(struct qc_out *out, const struct qc_document *document)
{
    print_element(out, "<p class=\"authority\">", document->authority, "</p>");
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        const char *open = NULL;
        switch (recital->kind) {
        case QC_RECITAL_BASIS:
            open = "<p class=\"basis\">";
            break;
        case QC_RECITAL_PROPOSAL:
            open = "<p class=\"proposal\">";
            break;
        case QC_RECITAL_PREAMBLE:
            open = "<p>";
            break;
        }
        print_element(out, open, recital->content, "</p>");
    }
    print_element(out, "<p class=\"enacting\">", document->enacting, "</p>");
}

/* ---- units ----------------------------------------------------------------------------------------------- */

static const char *unit_class(enum qc_style style)
{
    switch (style) {
    case QC_STYLE_PART:
        return "part";
    case QC_STYLE_CHAPTER:
        return "chapter";
    case QC_STYLE_SECTION:
        return "section";
    case QC_STYLE_SUBSECTION:
        return "subsection";
    case QC_STYLE_LETTER_SIGN:
    case QC_STYLE_ROMAN_SIGN:
        return "sign";
    case QC_STYLE_ARTICLE:
        return "article";
    case QC_STYLE_DECIMAL1:
    case QC_STYLE_DECIMAL2:
    case QC_STYLE_DECIMAL3:
    case QC_STYLE_DECIMAL4:
        return "clause";
    case QC_STYLE_LETTER:
    case QC_STYLE_PAREN:
    case QC_STYLE_SMALL_ROMAN:
        return "point";
    case QC_STYLE_DASH:
    case QC_STYLE_PLUS:
    case QC_STYLE_PARENS:
    case QC_STYLE_STAR:
        return "item";
    case QC_STYLE_ROOT:
    case QC_STYLE_COUNT:
        break;
    }
    return "unit";
}

static void open_unit(struct qc_out *out, const char *tag, const struct qc_unit *unit)
{
    qc_buf_char(&out->buf, '<');
    qc_out_raw(out, tag);
    qc_out_raw(out, " class=\"");
    qc_out_raw(out, unit_class(unit->marker.style));
    if (unit->anchor.len > 0) {
        qc_out_raw(out, "\" id=\"");
        qc_escape_html_attribute(out, unit->anchor);
    }
    qc_out_raw(out, "\">");
}

/* The marker and, after one blank, the text; each between the tags given. */
static void print_marked(struct qc_out *out, const struct qc_unit *unit, const char *const tags[4])
{
    qc_out_raw(out, tags[0]);
    qc_escape_html(out, unit->marker.text);
    qc_out_raw(out, tags[1]);
    if (!qc_has_text(qc_unit_text(unit)))
        return;
    qc_buf_char(&out->buf, ' ');
    qc_out_raw(out, tags[2]);
    print_inlines(out, qc_unit_text(unit));
    qc_out_raw(out, tags[3]);
}

static void print_first_line(struct qc_out *out, const struct qc_unit *unit, enum qc_look look)
{
    static const char *const TAGS[][4] = {
        [QC_LOOK_LABEL] = { "<span class=\"label\">", "</span>", "<span class=\"title\">", "</span>" },
        [QC_LOOK_TITLE] = { "", "", "", "" },
        [QC_LOOK_RUN_IN] = { "<b>", "</b>", "", "" },
        [QC_LOOK_PLAIN] = { "", "", "", "" },
    };
    print_marked(out, unit, TAGS[look]);
}

static void print_heading(struct qc_out *out, const struct qc_unit *unit, enum qc_look look, int level)
{
    char close[] = "</h0>";
    close[3] = (char)('0' + level);
    char open[] = "<h0";
    open[2] = close[3];
    qc_out_raw(out, open);
    qc_out_raw(out, look == QC_LOOK_LABEL ? " class=\"labelled\">" : ">");
    print_first_line(out, unit, look);
    qc_out_raw(out, close);
}

/* level: of the heading that a titled unit gets; beyond the last one titles are paragraphs. */
static void print_unit(struct qc_out *out, const struct qc_unit *unit, int level)
{
    enum qc_look look = qc_unit_look(unit);
    bool heading = qc_look_is_heading(look) && level <= LAST_HEADING;
    if (unit->first_child == NULL && unit->paragraphs.count <= 1 && !qc_look_is_heading(look)) {
        open_unit(out, "p", unit);
        print_first_line(out, unit, look);
        qc_out_raw(out, "</p>\n");
        return;
    }
    open_unit(out, heading ? "section" : "div", unit);
    qc_out_line(out);
    if (heading) {
        print_heading(out, unit, look, level);
    } else {
        qc_out_raw(out, look == QC_LOOK_LABEL   ? "<p class=\"labelled\">"
                        : look == QC_LOOK_TITLE ? "<p class=\"titled\">"
                                                : "<p>");
        print_first_line(out, unit, look);
        qc_out_raw(out, "</p>");
    }
    qc_out_line(out);
    for (size_t i = 1; i < unit->paragraphs.count; i++)
        print_element(out, "<p>", unit->content[i], "</p>");
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next)
        print_unit(out, child, level + (heading ? 1 : 0));
    qc_out_raw(out, heading ? "</section>\n" : "</div>\n");
}

/* ---- foot ------------------------------------------------------------------------------------------------ */

static void print_signatures(struct qc_out *out, const struct qc_document *document)
{
    if (document->signatures.count == 0)
        return;
    qc_out_raw(out, "<div class=\"signatures\">\n");
    for (size_t i = 0; i < document->signatures.count; i++) {
        const struct qc_signature *signature = &document->signatures.items[i];
        qc_out_raw(out, "<div class=\"signature\">\n");
        for (size_t k = 0; k < signature->lines.count; k++)
            print_element(out, "<p class=\"capacity\">", signature->lines.items[k], "</p>");
        print_element(out, "<p class=\"signer\">", signature->name, "</p>");
        qc_out_raw(out, "</div>\n");
    }
    qc_out_raw(out, "</div>\n");
}

static void print_recipients(struct qc_out *out, const struct qc_document *document)
{
    if (document->recipients_heading == NULL && document->recipients.count == 0)
        return;
    qc_out_raw(out, "<div class=\"recipients\">\n");
    print_element(out, "<p class=\"recipients-heading\">", document->recipients_heading, "</p>");
    for (size_t i = 0; i < document->recipients.count; i++) {
        const struct qc_recipient *recipient = &document->recipients.items[i];
        qc_out_raw(out, "<p>");
        if (recipient->dash) {
            qc_escape_html(out, recipient->dash_text);
            qc_buf_char(&out->buf, ' ');
        }
        print_inlines(out, recipient->content);
        qc_out_raw(out, "</p>\n");
    }
    qc_out_raw(out, "</div>\n");
}

static void print_footer(struct qc_out *out, const struct qc_document *document)
{
    if (document->signatures.count == 0 && document->recipients_heading == NULL &&
        document->recipients.count == 0)
        return;
    /* with one signature the two blocks stand side by side, as the decree has them */
    qc_out_raw(out, document->signatures.count == 1 ? "<footer class=\"one\">\n" : "<footer>\n");
    print_signatures(out, document);
    print_recipients(out, document);
    qc_out_raw(out, "</footer>\n");
}

void qc_emit_html(const struct qc_emission *emission)
{
    struct qc_out *out = emission->out;
    const struct qc_document *document = emission->document;
    print_page_start(out, document);
    print_header(out, document);
    qc_out_raw(out, "<main>\n");
    int level = print_title(out, document) ? 2 : 1;
    print_recitals(out, document);
    for (const struct qc_unit *unit = document->root->first_child; unit != NULL; unit = unit->next)
        print_unit(out, unit, level);
    for (size_t i = 0; i < document->closing.count; i++)
        print_element(out, "<p>", document->closing.items[i], "</p>");
    qc_out_raw(out, "</main>\n");
    print_footer(out, document);
    qc_out_raw(out, "</body>\n</html>\n");
}
