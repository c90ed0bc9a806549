/*
 * html_lines.c - the lines of a web page, as a browser would show them.
 *
 * Numbers of lists are made literal; blanks are one blank, but in <pre>.
 */
#include "base/utf8.h"
#include "import/html.h"
#include "import/lines.h"
#include "import/signs.h"

/* How letters are shown, and where. */
struct look {
    bool bold, italic, capitals, furniture, raised;
    bool literal;       /* blanks and line ends as they are */
    bool sign;          /* what Word put before an item */
    struct qc_str font; /* where it has signs for letters; else empty */
    enum import_align align;
    unsigned heading, table, row, cell;
};

struct lines {
    struct qc_arena *arena;
    struct import_page *page;
    struct html_sheet *sheet;
    struct qc_buf text;   /* of the line that is read */
    struct look first;    /* of its first letter */
    struct qc_str marker; /* of the list item that it opens */
    bool lost;            /* the item has one that cannot be told */
    unsigned line, tables;
    enum import_break before;
    bool bold, italic, begun; /* all of its letters are; it has letters */
};

/* ---- text ---- */

static void end_line(struct lines *lines, enum import_break next)
{
    if (qc_str_starts(lines->marker, QC_STR("-")) && html_has_marker(qc_buf_str(&lines->text)))
        lines->marker = QC_STR("");
    struct import_line line = {
        .source_line = lines->line,
        .before = lines->before,
        .align = lines->first.align,
        .heading = lines->first.heading,
        .bold = lines->bold,
        .italic = lines->italic,
        .table = lines->first.table,
        .row = lines->first.row,
        .cell = lines->first.cell,
        .furniture = lines->first.furniture,
        .numbered = lines->begun && lines->marker.len > 0,
        .lost_number = lines->lost,
    };
    if (lines->begun) {
        struct qc_buf out = { .arena = lines->arena };
        qc_buf_add(&out, lines->marker);
        qc_buf_add(&out, qc_buf_str(&lines->text));
        qc_import_add(lines->arena, lines->page, line, qc_buf_str(&out));
        lines->marker = QC_STR("");
        lines->lost = false;
    }
    if (lines->begun || next == IMPORT_BREAK_PARAGRAPH)
        lines->before = next;
    lines->text.len = 0;
    lines->begun = false;
    lines->bold = lines->italic = true;
}

/* The words of a text with the letters that are seen. */
static struct qc_str shown_text(struct qc_arena *arena, const struct html_node *node, const struct look *look)
{
    if (look->sign && qc_str_equal(qc_str_trim(node->text), QC_STR("o")))
        return QC_STR("\xE2\x97\xA6"); /* a hollow circle, of a typewriter font */
    struct qc_str text = qc_import_symbols(arena, node->text, look->font);
    if (look->raised)
        text = qc_import_raised(arena, text);
    return look->capitals ? qc_str_upper(arena, text) : text;
}

static void add_text(struct lines *lines, const struct html_node *node, const struct look *look)
{
    struct qc_str text = shown_text(lines->arena, node, look);
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned code = qc_utf8_decode(text, i, &n);
        bool blank = code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == '\f';
        if (blank && look->literal && code == '\n') {
            end_line(lines, IMPORT_BREAK_LINE);
        } else if (blank && !look->literal) {
            if (lines->text.len > 0 && lines->text.ptr[lines->text.len - 1] != ' ')
                qc_buf_char(&lines->text, ' ');
        } else if (code != '\r') {
            qc_buf_add(&lines->text, qc_str_slice(text, i, i + n));
            if (blank || qc_is_blank(code))
                continue;
            if (!lines->begun) {
                lines->first = *look;
                lines->line = node->line;
            }
            lines->begun = true;
            lines->bold = lines->bold && look->bold;
            lines->italic = lines->italic && look->italic;
        }
    }
}

/* ---- looks ---- */

static bool is_one_of(struct qc_str value, const char *a, const char *b, const char *c)
{
    return qc_str_equal(value, qc_str_from(a)) || qc_str_equal(value, qc_str_from(b)) ||
           qc_str_equal(value, qc_str_from(c));
}

static void read_align(const struct html_node *node, struct look *look)
{
    struct qc_str said = html_style(node, "text-align");
    if (said.len == 0)
        said = html_attribute(node, "align");
    if (html_is(node, "center") || is_one_of(said, "center", "CENTER", "Center"))
        look->align = IMPORT_ALIGN_CENTER;
    else if (is_one_of(said, "right", "RIGHT", "end"))
        look->align = IMPORT_ALIGN_RIGHT;
    else if (is_one_of(said, "left", "justify", "start"))
        look->align = IMPORT_ALIGN_LEFT;
}

static void read_font(const struct html_node *node, struct look *look)
{
    struct qc_str font = html_style(node, "font-family");
    if (font.len == 0)
        font = html_attribute(node, "face");
    if (font.len > 0)
        look->font = font.ptr[0] == '"' || font.ptr[0] == '\'' ? qc_str_skip(font, 1) : font;
}

static struct look look_in(const struct html_node *node, struct look look)
{
    struct qc_str weight = html_style(node, "font-weight"), slant = html_style(node, "font-style");
    if (html_is(node, "b") || html_is(node, "strong") || html_is(node, "th") ||
        is_one_of(weight, "bold", "700", "bolder"))
        look.bold = true;
    else if (is_one_of(weight, "normal", "400", "lighter"))
        look.bold = false;
    if (html_is(node, "i") || html_is(node, "em") || is_one_of(slant, "italic", "oblique", "italic"))
        look.italic = true;
    else if (qc_str_equal(slant, QC_STR("normal")))
        look.italic = false;
    if (node->name.len == 2 && node->name.ptr[0] == 'h' && node->name.ptr[1] >= '1' &&
        node->name.ptr[1] <= '6') {
        look.heading = (unsigned)(node->name.ptr[1] - '0');
        look.bold = !is_one_of(weight, "normal", "400", "lighter");
    }
    if (html_is(node, "pre") || qc_str_starts(html_style(node, "white-space"), QC_STR("pre")))
        look.literal = true;
    if (qc_str_equal(html_style(node, "text-transform"), QC_STR("uppercase")))
        look.capitals = true;
    look.furniture = look.furniture || node->furniture;
    look.raised = look.raised || html_is(node, "sup") ||
                  qc_str_equal(html_style(node, "vertical-align"), QC_STR("super"));
    look.sign = look.sign || qc_str_equal(html_style(node, "mso-list"), QC_STR("ignore"));
    read_font(node, &look);
    read_align(node, &look);
    return look;
}

/* ---- the tree ---- */

/* What the children of an element share: the list that counts them, the row and cell that were reached. */
struct place {
    struct html_list *list;
    unsigned *row, *cell;
};

static void read_node(struct lines *lines, struct html_node *node, struct look look, struct place place);

static void read_children(struct lines *lines, struct html_node *node, struct look look, struct place place)
{
    for (struct html_node *child = node->first; child != NULL; child = child->next)
        read_node(lines, child, look, place);
}

/* A table; one in a cell of another, or for the layout alone, is no table of the page. */
static void read_table(struct lines *lines, struct html_node *node, struct look look)
{
    unsigned row = 0, cell = 0;
    if (node->layout || look.table > 0) {
        read_children(lines, node, look, (struct place){ 0 });
        return;
    }
    look.table = ++lines->tables;
    read_children(lines, node, look, (struct place){ .row = &row, .cell = &cell });
}

static void read_block(struct lines *lines, struct html_node *node, struct look look, struct place place)
{
    end_line(lines, IMPORT_BREAK_PARAGRAPH);
    if (html_is(node, "table")) {
        read_table(lines, node, look);
    } else if (html_is(node, "ol") || html_is(node, "ul")) {
        struct html_list list = html_list_of(lines->sheet, node);
        place.list = &list;
        read_children(lines, node, look, place);
    } else if (html_is(node, "li") && place.list != NULL) {
        lines->marker = html_next_marker(lines->sheet, place.list, node, &lines->lost);
        read_children(lines, node, look, (struct place){ .row = place.row, .cell = place.cell });
        end_line(lines, IMPORT_BREAK_PARAGRAPH);
        lines->marker = QC_STR(""); /* of an item without words */
        lines->lost = false;
    } else if (html_is(node, "tr") && place.row != NULL) {
        look.row = ++*place.row;
        *place.cell = 0;
        read_children(lines, node, look, place);
    } else if ((html_is(node, "td") || html_is(node, "th")) && place.cell != NULL) {
        look.cell = ++*place.cell;
        read_children(lines, node, look, (struct place){ 0 });
    } else {
        read_children(lines, node, look, place);
    }
    end_line(lines, IMPORT_BREAK_PARAGRAPH);
}

/* All texts of an element, with blanks between them. */
static void gather(struct qc_buf *out, const struct html_node *node)
{
    qc_buf_add(out, node->text);
    for (const struct html_node *child = node->first; child != NULL; child = child->next) {
        gather(out, child);
        qc_buf_char(out, ' ');
    }
}

/* What is hidden in the middle of a line: a line of its own before it. */
static void add_hidden(struct lines *lines, const struct html_node *node)
{
    struct qc_buf out = { .arena = lines->arena };
    gather(&out, node);
    qc_import_add(lines->arena, lines->page,
                  (struct import_line){ .source_line = node->line, .furniture = true },
                  qc_str_trim(qc_buf_str(&out)));
}

static void read_node(struct lines *lines, struct html_node *node, struct look look, struct place place)
{
    if (html_is(node, "del")) {
        lines->page->deleted += node->words;
    } else if (node->kind == HTML_TEXT) {
        look.furniture = look.furniture || node->furniture;
        add_text(lines, node, &look);
    } else if (node->kind == HTML_INLINE && node->furniture && !look.furniture) {
        add_hidden(lines, node);
    } else if (html_is(node, "br")) {
        end_line(lines, IMPORT_BREAK_LINE);
    } else if (node->kind == HTML_INLINE) {
        lines->page->pictures += html_is(node, "img");
        read_children(lines, node, look_in(node, look), place);
    } else {
        read_block(lines, node, look_in(node, look), place);
    }
}

void html_add_lines(struct html_sheet *sheet, struct html_node *root, struct import_page *page)
{
    struct lines lines = { .arena = sheet->arena,
                           .page = page,
                           .sheet = sheet,
                           .text = { .arena = sheet->arena },
                           .marker = QC_STR(""),
                           .bold = true,
                           .italic = true };
    read_node(&lines, root, (struct look){ .font = QC_STR("") }, (struct place){ 0 });
    end_line(&lines, IMPORT_BREAK_PARAGRAPH);
}
