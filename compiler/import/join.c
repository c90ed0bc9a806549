/*
 * join.c - makes paragraphs of lines: which line goes on with the one above.
 *
 * A line end is a paragraph's end unless the line is full or plainly
 * unfinished (language, "Paragraphs"), or the layout of the page says
 * otherwise (layout.c).
 */
#include "base/utf8.h"
#include "import/draft.h"
#include "syntax/build.h"

static bool ends_sentence(struct qc_str text)
{
    unsigned mark = qc_end_mark(text);
    return mark != 0 && mark != ',';
}

/* A label whose number the next line has: "Điều", "Chương". */
static bool is_label_alone(const struct import_draft *draft, struct qc_str text)
{
    int style;
    bool separator_may_lack;
    struct qc_arena *arena = &draft->cx->arena;
    return text.len < 20 && qc_label_find(arena, text, &style, &separator_may_lack) >= 0;
}

static struct qc_str behind_marker(const struct import_piece *piece)
{
    return qc_str_skip(piece->cut.text, piece->rest);
}

/* Does a line that opens with a marker stand in the middle of a sentence? */
static bool marker_is_wrapped(const struct import_draft *draft, const struct import_piece *above,
                              const struct import_piece *piece)
{
    struct qc_str text = above->cut.text, rest = behind_marker(piece);
    if (qc_line_is_left_open(text))
        return true;
    if (ends_sentence(text) || rest.len == 0)
        return false;
    if (qc_opens_in_lower_case(rest) && above->cut.words.count > 2)
        return true;
    size_t quote = qc_str_find(text, QC_STR("“"));
    if (quote < text.len && qc_str_find(qc_str_skip(text, quote), QC_STR("”")) == text.len - quote)
        return true; /* “Dân chủ - Kỷ cương / - Tình thương - Trách nhiệm” */
    unsigned last = import_last_code(text), first = qc_str_first_code(rest);
    bool range = last >= '0' && last <= '9' && first >= '0' && first <= '9';
    return range && piece->marker.style == QC_STYLE_DASH && draft->page->format == IMPORT_TEXT;
}

static bool is_full(const struct import_draft *draft, const struct import_piece *above,
                    const struct import_piece *piece)
{
    size_t width = import_width_of(above);
    return width <= IMPORT_LONGEST_WRAP && import_width_of(piece) <= IMPORT_LONGEST_WRAP &&
           import_width_with(above, piece) > draft->line_width;
}

/* "… ngày" and "21 tháng 6 năm 2017": did a line's end part a word and its figure? */
static bool parts_figure(struct qc_str above, struct qc_str text)
{
    const struct qc_str words[] = { QC_STR(" ngày"), QC_STR(" tháng"), QC_STR(" năm"), QC_STR(" số") };
    if (text.len == 0 || text.ptr[0] < '0' || text.ptr[0] > '9')
        return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (qc_str_ends(above, words[i]))
            return true;
    return false;
}

/*
 * Is a line the whole title of a heading, and the next one a sentence? That has an end mark, or more lines; what has
 * neither is the rest of the title.
 */
static bool is_title(const struct import_draft *draft, const struct import_piece *above,
                     const struct import_piece *piece)
{
    const struct import_piece *next = piece + 1, *end = draft->pieces.items + draft->pieces.count;
    bool rest = qc_end_mark(piece->cut.text) == 0 && (next == end || next->opens);
    return !rest && above->marked && qc_style_is_heading(above->marker.style) &&
           behind_marker(above).len > 0 && import_width_with(above, piece) < draft->least_width &&
           qc_is_upper(qc_str_first_code(piece->cut.text));
}

/* Has a line no wide gap, as between "Đại diện: Bà …" and "Chức vụ: …", which no wrap follows? */
static bool is_flowing(const struct import_piece *piece)
{
    size_t end, from = piece->rest;
    return import_find_gap(piece->cut.text, from, &end) == piece->cut.text.len;
}

/* Does a line of the same paragraph of the page go on with the sentence above? */
static bool continues(const struct import_draft *draft, const struct import_piece *above,
                      const struct import_piece *piece)
{
    struct qc_str text = piece->cut.text, text_above = above->cut.text;
    if (is_label_alone(draft, text_above))
        return true;
    if (piece->marked)
        return marker_is_wrapped(draft, above, piece);
    if (above->marked && behind_marker(above).len == 0)
        return !qc_style_is_heading(above->marker.style) ||
               (above->marker.style == QC_STYLE_ARTICLE && above->marker.separator_length > 0);
    if (qc_opens_in_lower_case(text) || qc_line_is_left_open(text_above) || parts_figure(text_above, text) ||
        (import_is_capitals(&piece->cut) && import_is_capitals(&above->cut)))
        return true;
    if (draft->wrapped)
        return !is_title(draft, above, piece);
    if (draft->page->format != IMPORT_TEXT || import_width_of(above) > IMPORT_LONGEST_WRAP)
        return false;
    if (!is_flowing(above))
        return false;
    if (!ends_sentence(text_above) && import_width_with(above, piece) >= draft->least_width)
        return true;
    return is_full(draft, above, piece) && (draft->spaced || !import_is_capitals(&above->cut));
}

/* Does a paragraph of the page go on with the one above it, which a page's end cut in two? */
static bool bridges(const struct import_piece *above, const struct import_piece *piece)
{
    struct qc_str text = above->cut.text;
    if (piece->marked || above->table != piece->table || above->cut.words.count < 4 || ends_sentence(text) ||
        import_is_capitals(&above->cut) ||
        (above->marked && qc_style_is_heading(above->marker.style) &&
         above->marker.style != QC_STYLE_ARTICLE))
        return false;
    return qc_opens_in_lower_case(piece->cut.text);
}

/*
 * Of a page whose paragraphs begin indented: does a line that stands at its edge go on with the one above? It does so
 * behind a page's end, too. -1: the page does not tell.
 */
static int goes_on_at_edge(const struct import_draft *draft, const struct import_piece *above,
                           const struct import_piece *piece)
{
    if (!draft->indented || piece->table > 0 || above->table > 0 || above->drawn || piece->drawn)
        return -1;
    if (piece->indent >= draft->indent)
        return !piece->marked && !piece->opens && continues(draft, above, piece) &&
               !ends_sentence(above->cut.text) && !qc_is_upper(qc_str_first_code(piece->cut.text));
    bool heading =
        above->marked && qc_style_is_heading(above->marker.style) && above->marker.style != QC_STYLE_ARTICLE;
    if (heading || import_is_capitals(&above->cut))
        return -1;
    return piece->marked || piece->opens ? !ends_sentence(above->cut.text) : 1;
}

/* "Căn cứ … của Trường Mầm non" / "Hoa Sữa …;": a recital ends with a mark. */
static bool is_open_recital(const struct import_draft *draft, const struct import_piece *above,
                            const struct import_piece *piece)
{
    return draft->least_width < SIZE_MAX && is_flowing(above) && !piece->marked &&
           !ends_sentence(above->cut.text) && !import_is_capitals(&above->cut) &&
           import_width_with(above, piece) > IMPORT_FULL_LINE;
}

static bool goes_on(const struct import_draft *draft, const struct import_piece *above,
                    const struct import_piece *piece, bool recitals, bool *bridged)
{
    *bridged = false;
    if (recitals && (import_is_basis(draft, piece) || import_is_enacting(draft, &piece->cut)) &&
        (piece->opens || ends_sentence(above->cut.text) || import_last_code(above->cut.text) == ','))
        return false;
    int at_edge = goes_on_at_edge(draft, above, piece);
    if (at_edge >= 0) {
        *bridged = at_edge > 0 && piece->opens;
        return at_edge > 0;
    }
    if (above->table > 0 && above->table == piece->table)
        return !recitals && above->row == piece->row; /* the cells of a row */
    if (recitals && !piece->opens && !draft->wrapped && ends_sentence(above->cut.text) &&
        qc_is_upper(qc_str_first_code(piece->cut.text)))
        return false;
    if (above->drawn || piece->drawn)
        return false;
    if (!piece->opens)
        return continues(draft, above, piece) || (recitals && is_open_recital(draft, above, piece));
    if (piece->marker.number_length > 0 && is_label_alone(draft, above->cut.text))
        return true;
    *bridged = bridges(above, piece);
    return *bridged;
}

/* "… số 451/QC-" and "MNHS": did a line's end part a number's symbol behind its hyphen? */
static bool parts_symbol(struct qc_str above)
{
    size_t last = above.len;
    while (last > 0 && above.ptr[last - 1] != ' ')
        last--;
    struct qc_str word = qc_str_skip(above, last);
    return word.len > 1 && qc_str_ends(word, QC_STR("-")) && memchr(word.ptr, '/', word.len) != NULL;
}

static void add_text(struct import_draft *draft, struct import_paragraph *paragraph,
                     const struct import_piece *above, const struct import_piece *piece)
{
    bool new_cell = above->table > 0 && above->table == piece->table && above->cell != piece->cell;
    paragraph->row = paragraph->row || new_cell;
    if (paragraph->joined.arena == NULL) {
        paragraph->joined.arena = import_arena(draft);
        qc_buf_add(&paragraph->joined, paragraph->text);
    }
    bool within_word = !new_cell && parts_symbol(above->cut.text);
    qc_buf_add(&paragraph->joined, new_cell ? QC_STR(" | ") : within_word ? QC_STR("") : QC_STR(" "));
    qc_buf_add(&paragraph->joined, piece->cut.text);
    paragraph->text = qc_buf_str(&paragraph->joined);
}

void import_join(struct import_draft *draft, size_t begin, size_t end, bool recitals,
                 struct import_paragraphs *paragraphs)
{
    const struct import_piece *above = NULL;
    for (size_t i = begin; i < end; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        if (piece->kind != IMPORT_PIECE_TEXT)
            continue; /* written behind the paragraph that it stands in */
        struct import_paragraph *last =
            paragraphs->items.count == 0 ? NULL : &paragraphs->items.items[paragraphs->items.count - 1];
        bool bridged = false;
        if (above != NULL && goes_on(draft, above, piece, recitals, &bridged)) {
            add_text(draft, last, above, piece);
            last->bridged = last->bridged || bridged;
        } else {
            last = qc_vec_push(import_arena(draft), &paragraphs->items);
            *last = (struct import_paragraph){
                .text = piece->cut.text, .first = i, .opens_unit = piece->marked, .row = piece->drawn
            };
        }
        if (!last->opens_unit && last->first + 1 == i && is_label_alone(draft, above->cut.text))
            last->opens_unit = true;
        last->end = i + 1;
        above = piece;
    }
}
