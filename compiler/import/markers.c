/*
 * markers.c - the markers that the pieces open with: those of the language,
 * and those that mean the same but have another mark, as "a," and "1 -".
 *
 * One of the second kind counts only where it goes on with a series, since
 * "a, b và c" may open any line. It gets the mark of the language.
 */
#include "base/utf8.h"
#include "import/loose.h"
#include "syntax/build.h"

enum {
    REACH = 200 /* pieces within which a series goes on */
};

struct openings {
    struct import_draft *draft;
    QC_VEC(struct import_opening) items; /* one for each piece */
    struct import_opening last[SERIES_COUNT];
    struct qc_str
        given[SERIES_COUNT]; /* the mark that was replaced last: one doubt is enough for all that have it */
};

/* --- one piece ---------------------------------------------------------------- */

/* A marker of the language. */
static void read_proper(const struct qc_marker *marker, struct import_opening *opening)
{
    opening->value = marker->value;
    switch (marker->style) {
    case QC_STYLE_ARTICLE:
        opening->series = SERIES_ARTICLE;
        break;
    case QC_STYLE_ROMAN_SIGN:
        opening->series = SERIES_ROMAN;
        break;
    case QC_STYLE_LETTER_SIGN: { /* "I." too */
        unsigned roman = qc_roman_value(qc_marker_number(marker));
        opening->series = roman > 0 ? SERIES_ROMAN : SERIES_SIGN;
        opening->value = roman > 0 ? roman : marker->value;
        break;
    }
    case QC_STYLE_DECIMAL1:
    case QC_STYLE_PAREN:
        opening->series = SERIES_NUMBER;
        break;
    case QC_STYLE_LETTER:
        opening->series = SERIES_LETTER;
        break;
    default:
        break;
    }
}

/* --- series ------------------------------------------------------------------- */

static bool is_heading(const struct import_piece *piece)
{
    return piece->marked && qc_style_is_heading(piece->marker.style);
}

/* What the series of a piece goes on with, or NULL; clauses and points do not go on behind a heading. */
static const struct import_opening *next_of(const struct openings *openings, size_t at)
{
    const struct import_opening *here = &openings->items.items[at];
    for (size_t i = at + 1; i < openings->items.count && i <= at + REACH; i++) {
        if (openings->items.items[i].series == here->series)
            return &openings->items.items[i];
        if (here->series >= SERIES_NUMBER && is_heading(&openings->draft->pieces.items[i]))
            return NULL;
    }
    return NULL;
}

/* Does a new paragraph begin with a piece, as far as the one above it and the marks of its series show? */
static bool may_open(const struct openings *openings, size_t at, const struct import_opening *neighbour)
{
    const struct import_piece *piece = &openings->draft->pieces.items[at];
    if (at == 0 || piece->opens)
        return true;
    if (qc_line_is_left_open(piece[-1].cut.text))
        return false;
    unsigned end = qc_end_mark(piece[-1].cut.text);
    return (end != 0 && end != ',') || is_heading(piece - 1) ||
           (neighbour->loose && qc_str_equal(neighbour->mark, openings->items.items[at].mark));
}

static bool goes_on(const struct openings *openings, size_t at)
{
    const struct import_opening *here = &openings->items.items[at], *last = &openings->last[here->series],
                                *next = next_of(openings, at);
    bool leads = next != NULL && next->value == here->value + 1;
    if (here->value == 1)
        return leads && may_open(openings, at, next);
    if (last->value + 1 != here->value)
        return false;
    if (here->series == SERIES_ARTICLE && next != NULL && !leads)
        return false; /* articles run on through the text: a reference */
    return may_open(openings, at, leads && next->loose ? next : last);
}

/* --- the mark of the language ---------------------------------------------------- */

static void scan(struct import_draft *draft, struct qc_str text, struct qc_source *source,
                 struct qc_scanned *lines)
{
    *source = (struct qc_source){ .text = text };
    *lines = (struct qc_scanned){ 0 };
    qc_scan(draft->cx, source, lines);
}

static void set_marker(struct import_draft *draft, const struct qc_source *source, const struct qc_scanned_line *line,
                       struct import_piece *piece)
{
    struct qc_token token = qc_token_of(source, line);
    struct qc_marker marker;
    piece->marked = qc_marker_read(import_arena(draft), source, &token, &marker);
    if (piece->marked)
        piece->marker = marker;
    piece->rest = piece->marked ? token.rest.begin - token.span.begin : 0;
}

static void give_mark(struct import_draft *draft, struct import_piece *piece,
                      const struct import_opening *opening)
{
    struct qc_arena *arena = import_arena(draft);
    struct qc_str text = piece->cut.text;
    bool bracket = memchr(opening->mark.ptr, ')', opening->mark.len) != NULL;
    const char *mark =
        opening->series == SERIES_LETTER || (opening->series == SERIES_NUMBER && bracket) ? ")" : ".";
    struct qc_source source;
    struct qc_scanned lines;
    import_cut(arena,
               qc_str_format(arena, "%.*s%s %.*s", QC_STR_ARGS(opening->number), mark,
                             QC_STR_ARGS(qc_str_skip(text, opening->rest))),
               &piece->cut);
    scan(draft, qc_str_format(arena, "%.*s\n", QC_STR_ARGS(piece->cut.text)), &source, &lines);
    set_marker(draft, &source, &lines.items.items[0], piece);
}

/* "Q. HIỆU TRƯỞNG" has the look of a letter and is none. */
static bool is_capacity(const struct import_draft *draft, const struct import_piece *piece)
{
    const struct import_phrase *capacity =
        import_phrase_at(&draft->phrases, IMPORT_CLASS_CAPACITY, &piece->cut, 0);
    return capacity != NULL && piece->marked && piece->marker.style == QC_STYLE_LETTER_SIGN &&
           import_phrase_at(&draft->phrases, IMPORT_CLASS_POSITION, &piece->cut, capacity->cut.words.count) !=
               NULL;
}

static void read_openings(struct openings *openings)
{
    struct import_draft *draft = openings->draft;
    for (size_t i = 0; i < draft->pieces.count; i++) {
        struct import_piece *piece = &draft->pieces.items[i];
        struct import_opening *opening = qc_vec_push(import_arena(draft), &openings->items);
        *opening = (struct import_opening){ 0 };
        piece->marked = piece->marked && !is_capacity(draft, piece);
        if (piece->kind != IMPORT_PIECE_TEXT)
            continue;
        if (piece->marked)
            read_proper(&piece->marker, opening);
        else if (!import_read_loose(piece, opening))
            *opening = (struct import_opening){ 0 };
    }
}

static void mend_marks(struct import_draft *draft)
{
    struct openings openings = { .draft = draft };
    read_openings(&openings);
    for (size_t i = 0; i < draft->pieces.count; i++) {
        struct import_piece *piece = &draft->pieces.items[i];
        struct import_opening *opening = &openings.items.items[i];
        if (opening->loose && goes_on(&openings, i)) {
            struct qc_str *given = &openings.given[opening->series];
            piece->mended = !qc_str_equal(*given, opening->mark);
            *given = opening->mark;
            give_mark(draft, piece, opening);
        } else if (opening->loose)
            *opening = (struct import_opening){ 0 };
        if (is_heading(piece))
            openings.last[SERIES_NUMBER] = openings.last[SERIES_LETTER] = (struct import_opening){ 0 };
        openings.last[opening->series] = *opening;
    }
}

void import_read_markers(struct import_draft *draft)
{
    struct qc_buf all = { .arena = import_arena(draft) };
    struct qc_source source;
    struct qc_scanned lines;
    for (size_t i = 0; i < draft->pieces.count; i++) {
        qc_buf_add(&all, draft->pieces.items[i].cut.text);
        qc_buf_char(&all, '\n');
    }
    scan(draft, qc_buf_str(&all), &source, &lines);
    for (size_t i = 0; i < draft->pieces.count; i++)
        set_marker(draft, &source, &lines.items.items[i], &draft->pieces.items[i]);
    mend_marks(draft);
}
