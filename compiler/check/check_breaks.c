/*
 * check_breaks.c - where a paragraph ends and where it does not (language,
 * "Paragraphs"): a sentence that is cut in two, two paragraphs that were read
 * as one.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"
#include "syntax/build.h"
#include "syntax/keyword.h"

/* --- a sentence that is cut in two ---------------------------------------- */

/* Do two texts stand one after the other in the same unit or block? */
static bool are_neighbours(const struct qc_text *above, const struct qc_text *below)
{
    return above->own && below->own && above->unit == below->unit && below->index == above->index + 1 &&
           (above->kind == below->kind || above->unit != NULL) && qc_text_is_running(below);
}

/*
 * A sentence goes on behind the break: small letter, no end mark. Before a
 * capital it is sure after a word that cannot end one, and likely in a dash
 * item, which has no title.
 */
static bool is_cut(const struct qc_text *above, const struct qc_text *below)
{
    enum { TITLE_WORDS = 12 };
    struct qc_str text = qc_str_slice(above->prose->text, 0, qc_words_end(above->prose->text));
    unsigned mark = qc_end_mark(text);
    if (mark != 0 && mark != ',')
        return false;
    if (qc_opens_in_lower_case(below->prose->text) || qc_line_is_left_open(text))
        return true;
    const struct qc_unit *unit = above->unit;
    bool item = unit != NULL && unit->form == QC_FORM_SENTENCE && qc_style_info(unit->marker.style)->citation[0] == '\0';
    size_t at = 0, count = 0;
    struct qc_word word;
    while (count <= TITLE_WORDS && qc_word_next(text, &at, &word))
        count++;
    return item && count > TITLE_WORDS;
}

/* "người ký: …": joined, it would be no declaration any more. */
static bool is_declaration(struct qc_arena *arena, struct qc_str text)
{
    size_t colon = qc_str_find(text, QC_STR(":"));
    bool english;
    return colon < text.len && qc_keyword_find(arena, qc_str_slice(text, 0, colon), &english) != NULL;
}

/* A { without its }: joined with what follows it could become a name. */
static bool has_open_brace(struct qc_str text)
{
    while (text.len > 0 && text.ptr[text.len - 1] != '{' && text.ptr[text.len - 1] != '}')
        text.len--;
    return text.len > 0 && text.ptr[text.len - 1] == '{';
}

static void check_cut(const struct qc_check *check, const struct qc_text *above, const struct qc_text *below)
{
    if (!are_neighbours(above, below) || !is_cut(above, below) ||
        is_declaration(&check->cx->arena, below->prose->text))
        return;
    struct qc_span from = qc_prose_whole(above->prose), to = qc_prose_whole(below->prose);
    struct qc_str text = above->prose->text;
    size_t last = qc_words_end(text), word = last;
    while (word > 0 && text.ptr[word - 1] != ' ')
        word--;
    struct qc_diagnostic *d =
        qc_report(check->cx, qc_prose_span(above->prose, word, last), QC_MSG(paragraph_broken));
    qc_note_at(check->cx, d, (struct qc_span){ to.begin, to.begin, to.file }, QC_NOTE_MSG(goes_on_here));
    struct qc_span gap = { from.end, to.begin, from.file };
    if (!qc_gap_is_empty(check->cx, gap))
        return;
    qc_fix(check->cx, d, gap, QC_STR(" "));
    d->fix_is_safe = qc_opens_in_lower_case(below->prose->text) && !has_open_brace(text);
}

/* --- two paragraphs that were read as one ----------------------------------- */

struct shape {
    struct qc_str text;
    size_t width;
    uint32_t begin; /* in the source */
};

static size_t line_start(const struct qc_source *source, uint32_t at)
{
    size_t begin = at;
    while (begin > 0 && source->text.ptr[begin - 1] != '\n')
        begin--;
    return begin;
}

/* Line number i of a paragraph. */
static struct shape shape_of(const struct qc_source *source, const struct qc_prose *prose, size_t i)
{
    size_t from = qc_prose_piece(prose, i).text;
    size_t to = i + 1 < qc_prose_piece_count(prose) ? qc_prose_piece(prose, i + 1).text - 1 : prose->text.len;
    uint32_t begin = qc_prose_piece(prose, i).source;
    struct qc_str text = qc_str_slice(prose->text, from, to);
    size_t before = qc_utf8_count(qc_str_slice(source->text, line_start(source, begin), begin));
    return (struct shape){ text, before + qc_utf8_count(text), begin };
}

static size_t first_word_width(struct qc_str text)
{
    size_t i = 0, n;
    while (i < text.len && !qc_is_blank(qc_utf8_decode(text, i, &n)))
        i += n;
    return qc_utf8_count(qc_str_slice(text, 0, i));
}

/*
 * A line that ends a sentence, and one that opens with a capital and whose
 * first word would still have fitted on it: an editor would not have broken
 * there. The width of the paragraph is that of its longest line.
 */
static void check_joined(const struct qc_check *check, const struct qc_text *text)
{
    const struct qc_source *source = check->document->tree->source;
    const struct qc_prose *prose = text->prose;
    size_t width = 0, n;
    if (qc_prose_piece_count(prose) < 2)
        return;
    for (size_t i = 0; i < qc_prose_piece_count(prose); i++) {
        struct shape line = shape_of(source, prose, i);
        width = line.width > width ? line.width : width;
    }
    for (size_t i = 0; i + 1 < qc_prose_piece_count(prose); i++) {
        struct shape above = shape_of(source, prose, i), below = shape_of(source, prose, i + 1);
        unsigned mark = qc_end_mark(above.text);
        bool ends = mark == '.' || mark == ';' || mark == ':' || mark == '!' || mark == '?';
        if (!ends || !qc_is_upper(qc_utf8_decode(below.text, 0, &n)) ||
            above.width + 1 + first_word_width(below.text) > width)
            continue;
        struct qc_span at = { below.begin, below.begin, prose->file };
        struct qc_diagnostic *d = qc_report(
            check->cx, (struct qc_span){ at.begin, at.begin + (uint32_t)n, at.file }, QC_MSG(paragraph_joined));
        uint32_t start = (uint32_t)line_start(source, below.begin);
        qc_fix(check->cx, d, (struct qc_span){ start, start, at.file }, QC_STR("\n"));
    }
}

void qc_check_breaks(const struct qc_check *check)
{
    const struct qc_texts *texts = check->texts;
    for (size_t i = 0; i < texts->items.count; i++) {
        const struct qc_text *text = &texts->items.items[i];
        if (i > 0)
            check_cut(check, &texts->items.items[i - 1], text);
        if (text->own && qc_text_is_running(text))
            check_joined(check, text);
    }
}
