/*
 * join.c - makes paragraphs of lines: which line goes on with the one above.
 *
 * A file that parts its paragraphs by blank lines wraps all its lines at
 * will; in one that does not, a line end is a paragraph's end unless the
 * line is full or plainly unfinished (language, "Paragraphs").
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "import/draft.h"
#include "syntax/build.h"

enum {
    FULL_LINE = 66,     /* as in the language: a line that could not take one word more */
    LONGEST_WRAP = 120, /* no editor breaks lines longer than this */
    FEW_WRAPS = 3,      /* fewer lines that go on say nothing of a file */
};

/* Share of the numbered units that stand behind a blank line, from which on a file counts as parted by them. */
static const double spaced_share = 0.6;

static size_t width_of(const struct import_piece *piece)
{
    return piece->indent + qc_utf8_count(piece->cut.text);
}

static size_t first_word_width(struct qc_str text)
{
    size_t end = qc_str_find(text, QC_STR(" "));
    return qc_utf8_count(qc_str_slice(text, 0, end));
}

/* Width of a line if it took the first word of the next one as well. */
static size_t width_with(const struct import_piece *above, const struct import_piece *piece)
{
    return width_of(above) + 1 + first_word_width(piece->cut.text);
}

static int compare_widths(const void *a, const void *b)
{
    size_t left = *(const size_t *)a, right = *(const size_t *)b;
    return left < right ? -1 : left > right;
}

/* Does a line, whose end is not a paragraph's in the page, plainly go on with the one above? */
static bool is_plain_wrap(const struct import_piece *above, const struct import_piece *piece)
{
    return !piece->opens && !piece->marked && piece->table == 0 && width_of(above) <= LONGEST_WRAP &&
           qc_is_lower(qc_str_first_code(piece->cut.text)); /* "(đã ký)" stands below a position */
}

/* How wide lines are that were plainly broken: the widest, and the narrowest but for a tenth of them. */
static void find_widths(struct import_draft *draft)
{
    QC_VEC(size_t) widths = { 0 };
    size_t widest = 0;
    for (size_t i = 1; i < draft->pieces.count; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        if (!is_plain_wrap(piece - 1, piece))
            continue;
        widest = width_of(piece - 1) > widest ? width_of(piece - 1) : widest;
        *qc_vec_push(import_arena(draft), &widths) = width_with(piece - 1, piece);
    }
    if (widths.count > 0)
        qsort(widths.items, widths.count, sizeof widths.items[0], compare_widths);
    draft->line_width = widest > FULL_LINE ? widest : FULL_LINE;
    draft->least_width = widths.count == 0 ? SIZE_MAX : widths.items[widths.count / 10];
}

void import_find_layout(struct import_draft *draft)
{
    size_t units = 0, opening = 0, inner = 0, small = 0;
    for (size_t i = 0; i < draft->pieces.count; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        inner += !piece->opens && !piece->marked && piece->table == 0;
        small +=
            !piece->opens && !piece->marked && piece->table == 0 && qc_opens_in_lower_case(piece->cut.text);
        if (!piece->marked || piece->marker.number.len == 0 || piece->table > 0)
            continue;
        units++;
        opening += piece->opens;
    }
    draft->spaced = draft->page->format == IMPORT_TEXT && (double)opening >= spaced_share * (double)units;
    draft->wrapped = draft->spaced && small >= FEW_WRAPS && 2 * small > inner;
    find_widths(draft);
}

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
    size_t width = width_of(above);
    return width <= LONGEST_WRAP && width_of(piece) <= LONGEST_WRAP && width_with(above, piece) > draft->line_width;
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

/* Is a line the whole title of a heading, and the next one a sentence? */
static bool is_title(const struct import_draft *draft, const struct import_piece *above, const struct import_piece *piece)
{
    return above->marked && qc_style_is_heading(above->marker.style) && behind_marker(above).len > 0 &&
           width_with(above, piece) < draft->least_width && qc_is_upper(qc_str_first_code(piece->cut.text));
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
        return !qc_style_is_heading(above->marker.style) || above->marker.style == QC_STYLE_ARTICLE;
    if (qc_opens_in_lower_case(text) || qc_line_is_left_open(text_above) || parts_figure(text_above, text) ||
        (import_is_capitals(&piece->cut) && import_is_capitals(&above->cut)))
        return true;
    if (draft->wrapped)
        return !is_title(draft, above, piece);
    if (draft->spaced && qc_utf8_count(text_above) <= LONGEST_WRAP)
        return (!ends_sentence(text_above) && width_with(above, piece) >= draft->least_width) ||
               is_full(draft, above, piece);
    return draft->page->format == IMPORT_TEXT && is_full(draft, above, piece) &&
           !(import_is_capitals(&above->cut));
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

static bool goes_on(const struct import_draft *draft, const struct import_piece *above,
                    const struct import_piece *piece, bool recitals, bool *bridged)
{
    *bridged = false;
    if (recitals && (import_is_basis(draft, piece) || import_is_enacting(draft, &piece->cut)) &&
        (piece->opens || ends_sentence(above->cut.text) || import_last_code(above->cut.text) == ','))
        return false;
    if (above->table > 0 && above->table == piece->table)
        return !recitals && above->row == piece->row; /* the cells of a row */
    if (recitals && !piece->opens && !draft->wrapped && ends_sentence(above->cut.text) &&
        qc_is_upper(qc_str_first_code(piece->cut.text)))
        return false;
    if (above->drawn || piece->drawn)
        return false;
    if (!piece->opens)
        return continues(draft, above, piece);
    if (piece->marker.number.len > 0 && is_label_alone(draft, above->cut.text))
        return true;
    *bridged = bridges(above, piece);
    return *bridged;
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
    qc_buf_add(&paragraph->joined, new_cell ? QC_STR(" | ") : QC_STR(" "));
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
            *last =
                (struct import_paragraph){ .text = piece->cut.text, .first = i, .opens_unit = piece->marked, .row = piece->drawn };
        }
        if (!last->opens_unit && last->first + 1 == i && is_label_alone(draft, above->cut.text))
            last->opens_unit = true;
        last->end = i + 1;
        above = piece;
    }
}
