/*
 * html_units.c - the body of the HTML format.
 *
 * Owns which element a unit is. Each has its anchor as id and, where it can
 * be cited, a link to itself, so that its address can be copied. That link is
 * empty: its mark is drawn by the style sheet and is not copied with the text.
 */
#include "emit/html.h"

/* What opens a unit, up to its anchor. */
static struct qc_str class_of(enum qc_style style)
{
    switch (style) {
    case QC_STYLE_PART:
        return QC_STR(" class=\"qc-part\"");
    case QC_STYLE_CHAPTER:
        return QC_STR(" class=\"qc-chapter\"");
    case QC_STYLE_SECTION:
        return QC_STR(" class=\"qc-section\"");
    case QC_STYLE_SUBSECTION:
        return QC_STR(" class=\"qc-subsection\"");
    case QC_STYLE_LETTER_SIGN:
    case QC_STYLE_ROMAN_SIGN:
        return QC_STR(" class=\"qc-sign\"");
    case QC_STYLE_ARTICLE:
        return QC_STR(" class=\"qc-article\"");
    case QC_STYLE_DECIMAL1:
    case QC_STYLE_DECIMAL2:
    case QC_STYLE_DECIMAL3:
    case QC_STYLE_DECIMAL4:
        return QC_STR(" class=\"qc-clause\"");
    case QC_STYLE_LETTER:
    case QC_STYLE_PAREN:
    case QC_STYLE_SMALL_ROMAN:
        return QC_STR(" class=\"qc-point\"");
    case QC_STYLE_DASH:
    case QC_STYLE_PLUS:
    case QC_STYLE_PARENS:
    case QC_STYLE_STAR:
        return QC_STR(" class=\"qc-item\"");
    case QC_STYLE_ROOT:
    case QC_STYLE_COUNT:
        break;
    }
    return QC_STR(" class=\"qc-unit\"");
}

static void open_unit(struct qc_out *out, struct qc_str tag, const struct qc_unit *unit)
{
    qc_out_str(out, tag);
    qc_out_str(out, class_of(unit->marker.style));
    if (unit->anchor.len > 0) {
        qc_out_raw(out, " id=\"");
        qc_out_str(out, unit->anchor);
        qc_out_raw(out, "\">");
    } else {
        qc_buf_char(&out->buf, '>');
    }
}

static bool has_self_link(const struct qc_unit *unit)
{
    return unit->anchor.len > 0 && qc_style_info(unit->marker.style)->citation[0] != '\0';
}

/* Inside a paragraph, for the pointer alone: hundreds of links would stand in the way of the keyboard. */
static void print_self_link(struct qc_out *out, const struct qc_unit *unit)
{
    if (!has_self_link(unit))
        return;
    qc_out_raw(out, "<a class=\"qc-anchor\" href=\"#");
    qc_out_str(out, unit->anchor);
    qc_out_raw(out, "\" tabindex=\"-1\" aria-hidden=\"true\"></a>");
}

/* Behind a heading, for everyone: inside it, its name would be read twice. */
static void print_heading_link(struct qc_out *out, const struct qc_unit *unit)
{
    if (!has_self_link(unit))
        return;
    qc_out_raw(out, "<a class=\"qc-anchor\" href=\"#");
    qc_out_str(out, unit->anchor);
    qc_out_raw(out, "\" aria-label=\"Liên kết đến ");
    qc_escape_html_attribute(out, qc_marker_text(&unit->marker));
    if (qc_has_text(qc_unit_text(unit))) {
        qc_buf_char(&out->buf, ' ');
        qc_escape_html_attribute(out, qc_unit_text(unit)->plain);
    }
    qc_out_raw(out, "\"></a>\n");
}

#define TAG(literal) { (literal), sizeof(literal) - 1 }

/* The marker and, after one blank, the first paragraph, which is the title of a heading. */
static void print_first_line(struct qc_out *out, const struct qc_unit *unit, enum qc_look look)
{
    static const struct {
        struct qc_str before_marker, behind_marker, before_text, behind_text;
    } ALL[] = {
        [QC_LOOK_LABEL] = { TAG("<span class=\"qc-label\">"), TAG("</span>"), TAG("<span class=\"qc-label-title\">"),
                            TAG("</span>") },
        [QC_LOOK_TITLE] = { TAG(""), TAG(""), TAG(""), TAG("") },
        [QC_LOOK_RUN_IN] = { TAG("<b>"), TAG("</b>"), TAG(""), TAG("") },
        [QC_LOOK_PLAIN] = { TAG(""), TAG(""), TAG(""), TAG("") },
    };
    qc_out_str(out, ALL[look].before_marker);
    qc_escape_html(out, qc_marker_text(&unit->marker));
    qc_out_str(out, ALL[look].behind_marker);
    if (!qc_has_text(qc_unit_text(unit)))
        return;
    qc_buf_char(&out->buf, ' ');
    qc_out_str(out, ALL[look].before_text);
    qc_html_inlines(out, qc_unit_text(unit));
    qc_out_str(out, ALL[look].behind_text);
}

static void print_heading(struct qc_out *out, const struct qc_unit *unit, enum qc_look look, int level)
{
    char tag[] = { 'h', (char)('0' + level), '\0' };
    qc_buf_char(&out->buf, '<');
    qc_out_raw(out, tag);
    qc_out_raw(out, look == QC_LOOK_LABEL ? " class=\"qc-labelled\">" : " class=\"qc-titled\">");
    print_first_line(out, unit, look);
    qc_out_raw(out, "</");
    qc_out_raw(out, tag);
    qc_out_raw(out, ">\n");
    print_heading_link(out, unit);
}

/* level: of the heading that a titled unit gets; beyond the last one titles are paragraphs. */
static void print_unit(struct qc_out *out, const struct qc_unit *unit, int level)
{
    qc_out_flow(out);
    enum qc_look look = qc_unit_look(unit);
    bool heading = qc_look_is_heading(look) && level <= QC_HTML_LAST_HEADING;
    if (unit->first_child == NULL && unit->paragraph_count <= 1 && !qc_look_is_heading(look)) {
        open_unit(out, QC_STR("<p"), unit);
        print_self_link(out, unit);
        print_first_line(out, unit, look);
        qc_out_raw(out, "</p>\n");
        return;
    }
    open_unit(out, heading ? QC_STR("<section") : QC_STR("<div"), unit);
    qc_out_line(out);
    if (heading) {
        print_heading(out, unit, look, level);
    } else {
        qc_out_raw(out, look == QC_LOOK_LABEL   ? "<p class=\"qc-labelled\">"
                        : look == QC_LOOK_TITLE ? "<p class=\"qc-titled\">"
                                                : "<p>");
        print_self_link(out, unit);
        print_first_line(out, unit, look);
        qc_out_raw(out, "</p>\n");
    }
    for (size_t i = 1; i < unit->paragraph_count; i++)
        qc_html_element(out, "<p>", &unit->content[i], "</p>");
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next)
        print_unit(out, child, level + (heading ? 1 : 0));
    qc_out_raw(out, heading ? "</section>\n" : "</div>\n");
}

void qc_html_units(struct qc_out *out, const struct qc_document *document)
{
    for (const struct qc_unit *unit = document->root->first_child; unit != NULL; unit = unit->next)
        print_unit(out, unit, QC_HTML_FIRST_HEADING);
}
