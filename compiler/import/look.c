/*
 * look.c - what a line looks like: the national head, a basis, words of
 * authority, somebody's name, place and date.
 *
 * Each looks at one line only; which of them stands where is for others.
 */
#include "base/utf8.h"
#include "import/draft.h"
#include "sema/date.h"

bool import_is_capitals(const struct import_cut *cut)
{
    return qc_str_is_capitals(cut->text);
}

static bool word_is(const struct import_cut *cut, size_t at, const char *low)
{
    return at < cut->words.count && qc_str_equal(cut->words.items[at].low, qc_str_from(low));
}

unsigned import_last_code(struct qc_str text)
{
    size_t at = text.len, n;
    while (at > 0 && ((unsigned char)text.ptr[--at] & 0xC0) == 0x80)
        ;
    return qc_utf8_decode(text, at, &n);
}

/* Are the words of a text two or more that follow each other in the phrase? */
static bool is_part_of(const struct import_cut *cut, const struct import_phrase *phrase)
{
    size_t count = cut->words.count, all = phrase->cut.words.count;
    for (size_t from = 0; count > 1 && from + count <= all; from++) {
        size_t same = 0;
        while (same < count &&
               qc_str_equal(cut->words.items[same].bare, phrase->cut.words.items[from + same].bare))
            same++;
        if (same == count)
            return true;
    }
    return false;
}

bool import_is_nation(const struct import_draft *draft, const struct import_cut *cut, int *whose)
{
    for (size_t i = 0; i < draft->phrases.of[IMPORT_CLASS_NATION].count; i++) {
        const struct import_phrase *phrase = &draft->phrases.of[IMPORT_CLASS_NATION].items[i];
        if (!is_part_of(cut, phrase))
            continue;
        size_t first =
            cut->words.count; /* its first words tell whose it is, where the rest is on the next line */
        if (phrase->value != IMPORT_STATE && first >= 3 &&
            qc_str_equal(cut->words.items[0].bare, phrase->cut.words.items[0].bare))
            *whose = phrase->value;
        return true;
    }
    return false;
}

static bool opens_with_capital(const struct import_cut *cut)
{
    return cut->words.count > 0 &&
           qc_is_upper(qc_str_first_code(qc_str_skip(cut->text, cut->words.items[0].begin)));
}

bool import_is_basis(const struct import_draft *draft, const struct import_piece *piece)
{
    const struct import_cut *cut = &piece->cut;
    if (cut->words.count < 3 || import_is_capitals(cut) || !opens_with_capital(cut))
        return false;
    bool dash = piece->marked && piece->marker.style == QC_STYLE_DASH;
    return (!piece->marked || dash) &&
           (import_phrase_at(&draft->phrases, IMPORT_CLASS_BASIS, cut, 0) != NULL ||
            import_phrase_at(&draft->phrases, IMPORT_CLASS_PROPOSAL, cut, 0) != NULL);
}

bool import_is_enacting(const struct import_draft *draft, const struct import_cut *cut)
{
    return import_is_capitals(cut) && import_is_phrase(&draft->phrases, IMPORT_CLASS_ENACTING, cut);
}

bool import_is_attached(struct import_draft *draft, size_t at)
{
    const struct import_cut *cut = &draft->pieces.items[at].cut;
    const struct import_phrase *plain = import_phrase_at(&draft->phrases, IMPORT_CLASS_ATTACHED, cut, 0);
    if (plain != NULL && qc_is_upper(qc_str_first_code(cut->text))) { /* "Ban hành kèm theo Quyết định số …" */
        size_t behind = plain->cut.words.count;
        return import_phrase_at(&draft->phrases, IMPORT_CLASS_KIND, cut, behind) != NULL &&
               word_is(cut, behind + 2, "số");
    }
    if (!qc_str_starts(cut->text, QC_STR("(")))
        return false;
    struct import_cut both = *cut; /* the line may break within the words */
    if (at + 1 < draft->pieces.count)
        import_cut(&draft->cx->arena,
                   qc_str_format(&draft->cx->arena, "%.*s %.*s", QC_STR_ARGS(cut->text),
                                 QC_STR_ARGS(draft->pieces.items[at + 1].cut.text)),
                   &both);
    return both.words.count > 3 && import_phrase_at(&draft->phrases, IMPORT_CLASS_ATTACHED, &both, 0) != NULL;
}

enum { LONGEST_DEGREE = 8 /* bytes of "BSCKII" and its kin */ };

/* "GS.TS.", "NGƯT.", "Thạc sĩ" before a name: how many words. */
static size_t degrees(const struct import_draft *draft, const struct import_cut *cut)
{
    size_t at = 0;
    while (at < cut->words.count) {
        const struct import_word *word = &cut->words.items[at];
        const struct import_phrase *degree = import_phrase_at(&draft->phrases, IMPORT_CLASS_DEGREE, cut, at);
        bool stopped = word->end < cut->text.len && word->end - word->begin <= LONGEST_DEGREE &&
                       cut->text.ptr[word->end] == '.';
        if (degree == NULL && !stopped)
            break;
        at += degree != NULL ? degree->cut.words.count : 1;
    }
    return at;
}

static bool is_name_word(const struct import_cut *cut, const struct import_word *word)
{
    size_t n;
    for (size_t i = word->begin; i < word->end; i += n) {
        unsigned c = qc_utf8_decode(cut->text, i, &n);
        if (i == word->begin ? !qc_is_upper(c) : !qc_is_lower(c))
            return false;
    }
    return true;
}

size_t import_end_of_person(const struct import_cut *cut)
{
    return cut->text.len - qc_str_ends(cut->text, QC_STR("."));
}

bool import_is_person(const struct import_draft *draft, const struct import_cut *cut)
{
    static const enum import_class others[] = { IMPORT_CLASS_POSITION,   IMPORT_CLASS_KIND,
                                                IMPORT_CLASS_RECIPIENTS, IMPORT_CLASS_BASIS,
                                                IMPORT_CLASS_CAPACITY,   IMPORT_CLASS_SIGNED };
    size_t from = degrees(draft, cut), count = cut->words.count - from;
    if (from == cut->words.count || count < 2 || count > 6)
        return false;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (import_phrase_at(&draft->phrases, others[i], cut, from) != NULL)
            return false;
    size_t end = import_end_of_person(cut);
    for (size_t i = cut->words.items[from].begin; i < end; i++)
        if (strchr(".,:;/()", cut->text.ptr[i]) != NULL)
            return false;
    bool family = import_phrase_at(&draft->phrases, IMPORT_CLASS_SURNAME, cut, from) != NULL;
    const struct import_phrase *body = import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, from);
    if (body != NULL && (!family || body->cut.words.count > 1)) /* "Đoàn" may be either */
        return false;
    if (import_is_capitals(cut))
        return family && count <= 5;
    for (size_t i = from; i < cut->words.count; i++)
        if (!is_name_word(cut, &cut->words.items[i]))
            return false;
    return true;
}

bool import_is_signed_mark(const struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrase *mark = import_phrase_at(&draft->phrases, IMPORT_CLASS_SIGNED, cut, 0);
    return mark != NULL &&
           (mark->cut.words.count == cut->words.count || qc_str_starts(cut->text, QC_STR("(")));
}

bool import_is_recipients(const struct import_draft *draft, const struct import_cut *cut)
{
    return import_phrase_at(&draft->phrases, IMPORT_CLASS_RECIPIENTS, cut, 0) != NULL &&
           (cut->words.count == 2 || cut->text.ptr[cut->words.items[1].end] == ':');
}

bool import_is_signing(const struct import_draft *draft, const struct import_cut *cut)
{
    if (cut->words.count < 1 || cut->words.count > 16 || !opens_with_capital(cut))
        return false;
    const struct import_phrase *capacity = import_phrase_at(&draft->phrases, IMPORT_CLASS_CAPACITY, cut, 0);
    if (capacity != NULL && cut->words.count > capacity->cut.words.count)
        return import_is_capitals(cut) || !qc_is_lower(qc_str_first_code(qc_str_skip(
                                              cut->text, cut->words.items[capacity->cut.words.count].begin)));
    const struct import_phrase *position = import_phrase_at(&draft->phrases, IMPORT_CLASS_POSITION, cut, 0);
    if (position == NULL || qc_end_mark(cut->text) != 0)
        return false;
    return import_is_capitals(cut) || cut->words.count <= position->cut.words.count + 5;
}

const struct import_phrase *import_kind_of(const struct import_draft *draft, const struct import_piece *piece)
{
    const struct import_cut *cut = &piece->cut;
    const struct import_phrase *kind =
        piece->marked ? NULL : import_phrase_at(&draft->phrases, IMPORT_CLASS_KIND, cut, 0);
    if (kind == NULL || import_last_code(cut->text) == ':')
        return NULL;
    size_t words = kind->cut.words.count;
    struct qc_str typed = qc_str_slice(cut->text, 0, cut->words.items[words - 1].end);
    bool whole = cut->words.count == words;
    if (qc_str_is_capitals(typed))
        return kind;
    return (whole || (cut->words.count <= 40 && qc_end_mark(cut->text) == 0)) && opens_with_capital(cut)
               ? kind
               : NULL;
}

/* --- place and date ------------------------------------------------------ */

static bool is_number(const struct import_word *word)
{
    for (size_t i = 0; i < word->low.len; i++)
        if (word->low.ptr[i] < '0' || word->low.ptr[i] > '9')
            return false;
    return word->low.len > 0 && word->low.len <= 4;
}

/* "tháng" or "năm" at word at or right behind a number there; *value becomes the number. False when neither. */
static bool take_part(const struct import_cut *cut, size_t *at, const char *next, struct qc_str *value)
{
    *value = QC_STR("");
    if (*at < cut->words.count && is_number(&cut->words.items[*at]))
        *value = cut->words.items[(*at)++].low;
    if (next == NULL)
        return true;
    if (!word_is(cut, *at, next))
        return false;
    ++*at;
    return true;
}

/* A day that the calendar has, or one with blanks. */
static bool is_possible(const struct import_draft *draft, const struct import_place_date *found)
{
    struct qc_str text = import_date_text(&draft->cx->arena, found);
    struct qc_date date;
    return text.len == 0 || qc_date_read(text, &date) == QC_DATE_FINE;
}

struct qc_str import_date_text(struct qc_arena *arena, const struct import_place_date *found)
{
    struct qc_str year = found->year.len == 4 ? found->year : QC_STR("");
    if (found->day.len + found->month.len + year.len == 0)
        return QC_STR("");
    return qc_str_format(arena, "%.*s/%.*s/%.*s", QC_STR_ARGS(found->day), QC_STR_ARGS(found->month),
                         QC_STR_ARGS(year));
}

/* "05/10/2025", "5.10.2025" as the last words of a line; the words of a day otherwise. */
static bool take_figures(const struct import_cut *cut, size_t at, struct import_place_date *read)
{
    if (at + 3 != cut->words.count)
        return false;
    const struct import_word *word = &cut->words.items[at];
    for (size_t i = 0; i < 3; i++)
        if (!is_number(&word[i]) || (i < 2 && word[i + 1].begin != word[i].end + 1))
            return false;
    read->day = word[0].low;
    read->month = word[1].low;
    read->year = word[2].low;
    read->figures = true;
    return read->year.len == 4;
}

bool import_read_place_date(const struct import_draft *draft, const struct import_cut *cut,
                            struct import_place_date *found)
{
    if (import_phrase_at(&draft->phrases, IMPORT_CLASS_BASIS, cut, 0) != NULL)
        return false;
    for (size_t day = 0; day < cut->words.count && day <= 12; day++) {
        if (!word_is(cut, day, "ngày"))
            continue;
        size_t at = day + 1;
        struct import_place_date read = { 0 };
        if (!take_figures(cut, at, &read) &&
            (!take_part(cut, &at, "tháng", &read.day) || !take_part(cut, &at, "năm", &read.month) ||
             !take_part(cut, &at, NULL, &read.year) || at < cut->words.count))
            continue;
        bool number = word_is(cut, 0, "số");
        if (!number && memchr(cut->text.ptr, ':', cut->words.items[day].begin) != NULL)
            return false; /* "Lý do: …" before it is no place */
        struct qc_str place = qc_str_trim(qc_str_slice(cut->text, 0, cut->words.items[day].begin));
        while (place.len > 0 && strchr(",.; ", place.ptr[place.len - 1]) != NULL)
            place.len--;
        if (day > 8 || import_count(place) == 0)
            place.len = 0;
        read.place = place;
        *found = read;
        return day <= 8 && is_possible(draft, found);
    }
    return false;
}
