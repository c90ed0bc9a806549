/*
 * title.c - reads the title: kind, subject, school year, the decision that the
 * text is attached to, and the line of authority of a decision.
 */
#include <ctype.h>

#include "base/utf8.h"
#include "import/draft.h"
#include "syntax/build.h"
#include "sema/sema.h"

enum {
    LONGEST_LINE = 30 /* words of one line of a title */
};

static void add_subject(struct import_draft *draft, struct import_part *part,
                        const struct import_piece *piece, struct qc_str text)
{
    struct qc_arena *arena = import_arena(draft);
    text = qc_str_trim(text);
    if (import_count(text) == 0)
        return;
    part->title_lines++;
    struct qc_str *last = part->subject.count == 0 ? NULL : &part->subject.items[part->subject.count - 1];
    bool wrapped = last != NULL && !piece->opens &&
                   (qc_utf8_count(*last) > 50 || import_count(*last) < 2 || qc_opens_in_lower_case(text) ||
                    qc_line_is_left_open(*last));
    if (wrapped)
        *last = qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(*last), QC_STR_ARGS(text));
    else
        *qc_vec_push(arena, &part->subject) = text;
}

/* Does a paragraph of its own nevertheless go on with the title above, which a comma or a small letter leaves open? */
static bool goes_on(const struct import_piece *above, const struct import_piece *piece)
{
    struct qc_str text = piece->cut.text;
    bool open = import_last_code(above->cut.text) == ',' || qc_line_is_left_open(above->cut.text) ||
                qc_is_lower(qc_str_first_code(text));
    unsigned end = qc_end_mark(text);
    return open && piece->cut.words.count <= LONGEST_LINE && (end == 0 || end == ',');
}

/* "Trường Mầm non Hoa Mai" above "Năm học 2025 - 2026": a short line between those of a title. */
static bool leads_to_subject(const struct import_draft *draft, const struct import_piece *piece)
{
    enum { SHORT = 12 }; /* words */
    const struct import_piece *next = piece + 1, *end = draft->pieces.items + draft->pieces.count;
    return next < end && piece->cut.words.count <= SHORT && next->cut.words.count <= SHORT && !next->marked &&
           !import_is_basis(draft, piece) && qc_end_mark(piece->cut.text) == 0 &&
           qc_end_mark(next->cut.text) == 0 &&
           import_phrase_at(&draft->phrases, IMPORT_CLASS_SUBJECT, &next->cut, 0) != NULL;
}

/* A line that goes on with the subject: of the same look as the one above it. */
static bool is_of_subject(const struct import_draft *draft, const struct import_part *part,
                          const struct import_piece *above, const struct import_piece *piece)
{
    if (piece->marked || part->title_lines == IMPORT_MOST_LINES ||
        import_phrase_at(&draft->phrases, IMPORT_CLASS_ADDRESS, &piece->cut, 0) != NULL)
        return false;
    if (part->subject.count == 0)
        return qc_end_mark(piece->cut.text) != ':' && piece->cut.words.count <= 120;
    if (!piece->opens)
        return import_is_capitals(&piece->cut) == import_is_capitals(&above->cut) || draft->spaced ||
               import_phrase_at(&draft->phrases, IMPORT_CLASS_SUBJECT, &piece->cut, 0) != NULL;
    if (goes_on(above, piece))
        return true;
    if (ispunct((unsigned char)import_last_code(piece->cut.text)) && import_last_code(piece->cut.text) != ')')
        return false;
    return import_is_capitals(&piece->cut) ||
           (piece->cut.words.count <= LONGEST_LINE &&
            (piece->bold || piece->line->align == IMPORT_ALIGN_CENTER)) ||
           import_phrase_at(&draft->phrases, IMPORT_CLASS_SUBJECT, &piece->cut, 0) != NULL ||
           leads_to_subject(draft, piece);
}

/* Who decides: a position or a body in capitals, of a kind of document that has such a line. */
static bool is_authority(const struct import_draft *draft, const struct import_part *part,
                         const struct import_cut *cut)
{
    bool decides = part->kind != NULL && (qc_str_equal(part->kind->text, QC_STR("quyết định")) ||
                                          qc_str_equal(part->kind->text, QC_STR("nghị quyết")));
    return decides && import_is_capitals(cut) &&
           (import_phrase_at(&draft->phrases, IMPORT_CLASS_POSITION, cut, 0) != NULL ||
            import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, 0) != NULL);
}

/* "(Kèm theo Quyết định số …)" from piece `at` on; returns the piece behind it. */
static size_t read_attached(struct import_draft *draft, struct import_part *part, size_t at)
{
    struct qc_buf joined = { .arena = import_arena(draft) };
    size_t first = at, last = at + IMPORT_MOST_LINES;
    bool bracket = qc_str_starts(draft->pieces.items[at].cut.text, QC_STR("("));
    for (bool open = true; open && at < part->body && at < last; at++) {
        const struct import_piece *piece = &draft->pieces.items[at];
        struct qc_str line = piece->cut.text;
        if (at > first &&
            (bracket ? import_is_basis(draft, piece) : piece->opens || !qc_opens_in_lower_case(line)))
            break;
        qc_buf_add(&joined, joined.len > 0 ? QC_STR(" ") : QC_STR(""));
        qc_buf_add(&joined, line);
        open = !bracket || memchr(line.ptr, ')', line.len) == NULL;
    }
    struct qc_str text = qc_buf_str(&joined);
    if (bracket)
        text = qc_str_slice(text, 1, text.len - (import_last_code(text) == ')'));
    part->attached = qc_str_trim(text);
    return at;
}

static size_t read_authority(struct import_draft *draft, struct import_part *part, size_t at)
{
    struct qc_arena *arena = import_arena(draft);
    part->authority = draft->pieces.items[at++].cut.text;
    while (at < part->body && part->authority.len < IMPORT_LONGEST_FIELD && !draft->pieces.items[at].opens &&
           import_is_capitals(&draft->pieces.items[at].cut)) {
        part->authority = qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(part->authority),
                                        QC_STR_ARGS(draft->pieces.items[at].cut.text));
        at++;
    }
    return at;
}

/* The two years behind "năm học" in a line; *begin and *end of them. */
static bool find_years(struct qc_arena *arena, struct qc_str line, size_t *begin, size_t *end)
{
    struct import_cut cut;
    import_cut(arena, line, &cut);
    for (size_t i = 0; i + 3 < cut.words.count; i++) {
        unsigned from, to;
        if (!qc_str_equal(cut.words.items[i].bare, QC_STR("nam")) ||
            !qc_str_equal(cut.words.items[i + 1].bare, QC_STR("hoc")))
            continue;
        *begin = cut.words.items[i + 2].begin;
        *end = cut.words.items[i + 3].end;
        if (qc_sema_read_years(qc_str_slice(line, *begin, *end), &from, &to))
            return true;
    }
    return false;
}

/* The school year of the title becomes a declaration, and the title names it. */
static void read_school_year(struct import_draft *draft, struct import_part *part)
{
    struct qc_arena *arena = import_arena(draft);
    for (size_t i = 0; i < part->subject.count && part->school_year.len == 0; i++) {
        struct qc_str *line = &part->subject.items[i];
        size_t begin, end;
        if (find_years(arena, *line, &begin, &end)) {
            part->school_year = qc_str_slice(*line, begin, end);
            part->year_line = i;
            part->year_begin = begin;
        }
    }
}

void import_read_authority(struct import_draft *draft, struct import_part *part)
{
    struct import_paragraphs *recitals = &part->preamble;
    for (size_t i = 0; i < recitals->items.count && part->authority.len == 0; i++) {
        struct import_cut cut;
        import_cut(import_arena(draft), recitals->items.items[i].text, &cut);
        if (!is_authority(draft, part, &cut))
            continue;
        size_t last = cut.words.count;
        bool enacts =
            last > 2 && import_phrase_at(&draft->phrases, IMPORT_CLASS_ENACTING, &cut, last - 2) != NULL;
        last -= enacts ? 2 : 0;
        part->authority = qc_str_slice(cut.text, 0, cut.words.items[last - 1].end);
        part->enacts = enacts;
        memmove(&recitals->items.items[i], &recitals->items.items[i + 1],
                (recitals->items.count - i - 1) * sizeof recitals->items.items[0]);
        recitals->items.count--;
    }
}

void import_read_title(struct import_draft *draft, struct import_part *part)
{
    size_t at = part->title;
    if (part->kind != NULL) {
        const struct import_piece *piece = &draft->pieces.items[at];
        add_subject(
            draft, part, piece,
            qc_str_skip(piece->cut.text, piece->cut.words.items[part->kind->cut.words.count - 1].end));
        for (at++; at < part->recitals; at++) {
            const struct import_piece *above = piece;
            piece = &draft->pieces.items[at];
            if (import_is_attached(draft, at)) {
                at = read_attached(draft, part, at);
                break;
            }
            if (part->subject.count > 0 && piece->opens && is_authority(draft, part, &piece->cut)) {
                at = read_authority(draft, part, at);
                break;
            }
            if (memchr(piece->cut.text.ptr, '/', piece->cut.text.len) != NULL &&
                import_read_number_line(part, &piece->cut))
                continue; /* of a contract */
            if (piece->kind != IMPORT_PIECE_TEXT || !is_of_subject(draft, part, above, piece))
                break;
            add_subject(draft, part, piece, piece->cut.text);
        }
    }
    part->below = at;
    read_school_year(draft, part);
}
