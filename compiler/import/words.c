/*
 * words.c - cuts a text into words and finds phrases of words.def in it.
 *
 * Marks are no words: "T/M" is two of them, and "Hiệu trưởng:" the same as
 * "HIỆU TRƯỞNG".
 */
#include "base/utf8.h"
#include "import/draft.h"

static bool is_of_word(unsigned c)
{
    return (c >= '0' && c <= '9') || (c != 0 && qc_is_letter(c));
}

enum {
    LONGEST_WORD = 48
}; /* bytes; no word of Vietnamese is longer, and longer runs are none of the phrases */

static struct qc_str in_small_letters(struct qc_arena *arena, struct qc_str text)
{
    char small[2 * LONGEST_WORD];
    size_t length = 0, n;
    if (text.len > LONGEST_WORD)
        return text;
    for (size_t i = 0; i < text.len; i += n)
        length += qc_utf8_encode(qc_lower(qc_utf8_decode(text, i, &n)), small + length);
    bool same = length == text.len && memcmp(small, text.ptr, length) == 0;
    return same ? text : qc_str_copy(arena, (struct qc_str){ small, length });
}

static struct qc_str without_marks(struct qc_arena *arena, struct qc_str low)
{
    char bare[LONGEST_WORD];
    struct qc_arena_mark mark = qc_arena_mark(arena);
    struct qc_str found = low.len > LONGEST_WORD ? low : qc_name_bare(arena, low);
    if (found.len > LONGEST_WORD || qc_str_equal(found, low)) {
        qc_arena_release(arena, mark);
        return low;
    }
    memcpy(bare, found.ptr, found.len);
    qc_arena_release(arena,
                     mark); /* a page has many words, and the builder's room beside each would be lost */
    return qc_str_copy(arena, (struct qc_str){ bare, found.len });
}

size_t import_count(struct qc_str text)
{
    size_t n, count = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i += n) {
        bool of_word = is_of_word(qc_utf8_decode(text, i, &n));
        count += of_word && !inside;
        inside = of_word;
    }
    return count;
}

void import_cut(struct qc_arena *arena, struct qc_str text, struct import_cut *cut)
{
    *cut = (struct import_cut){ .text = text };
    size_t n, count = import_count(text);
    if (count > 0)
        qc_vec_reserve(arena, &cut->words, count);
    for (size_t i = 0; i < text.len;) {
        size_t begin = i;
        while (i < text.len && is_of_word(qc_utf8_decode(text, i, &n)))
            i += n;
        if (i == begin) {
            qc_utf8_decode(text, i, &n);
            i += n;
            continue;
        }
        struct qc_str low = in_small_letters(arena, qc_str_slice(text, begin, i));
        struct import_word *word = qc_vec_push(arena, &cut->words);
        *word = (struct import_word){ (uint32_t)begin, (uint32_t)i, low, without_marks(arena, low) };
    }
}

bool import_bare_is(const struct import_cut *cut, size_t at, const char *bare)
{
    return at < cut->words.count && qc_str_equal(cut->words.items[at].bare, qc_str_from(bare));
}

static void add_phrase(struct qc_arena *arena, struct import_phrases *phrases, enum import_class class,
                       const char *text, int value)
{
    struct import_phrase *phrase = qc_vec_push(arena, &phrases->of[class]);
    phrase->text = qc_str_from(text);
    phrase->value = value;
    import_cut(arena, phrase->text, &phrase->cut);
}

/* Words of authority before a signature (NĐ 30/2020, PL I.II.7.a), right or wrong, and the field that prints them. */
static void add_capacity(struct qc_arena *arena, struct import_phrases *phrases, const char *wrong,
                         const char *right)
{
    static const enum qc_field_id fields[] = { QC_F_PARTY_ON_BEHALF, QC_F_PARTY_FOR, QC_F_PARTY_BY_ORDER,
                                               QC_F_PARTY_AUTHORISED, QC_F_PARTY_ACTING };
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (strcmp(qc_field_info(fields[i])->lead, right) == 0)
            add_phrase(arena, phrases, IMPORT_CLASS_CAPACITY, wrong, (int)fields[i]);
}

void import_phrases_read(struct qc_arena *arena, struct import_phrases *phrases)
{
#define IMPORT_PHRASE(class, phrase, value) add_phrase(arena, phrases, IMPORT_CLASS_##class, phrase, value);
#include "import/words.def"
#define QC_KIND(name, code, needs_basis, needs_effect, needs_authority)                                      \
    add_phrase(arena, phrases, IMPORT_CLASS_KIND, name, 0);
#include "check/kinds.def"
#define QC_CAPACITY(wrong, right) add_capacity(arena, phrases, wrong, right);
#include "check/signing.def"
}

static bool stands_at(const struct import_phrase *phrase, const struct import_cut *cut, size_t at)
{
    size_t count = phrase->cut.words.count;
    if (at + count > cut->words.count)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct import_word *mine = &phrase->cut.words.items[i], *theirs = &cut->words.items[at + i];
        if (!qc_str_equal(count > 1 ? mine->bare : mine->low, count > 1 ? theirs->bare : theirs->low))
            return false;
    }
    return true;
}

const struct import_phrase *import_phrase_at(const struct import_phrases *phrases, enum import_class class,
                                             const struct import_cut *cut, size_t at)
{
    const struct import_phrase *longest = NULL;
    for (size_t i = 0; i < phrases->of[class].count; i++) {
        const struct import_phrase *phrase = &phrases->of[class].items[i];
        if ((longest == NULL || phrase->cut.words.count > longest->cut.words.count) &&
            stands_at(phrase, cut, at))
            longest = phrase;
    }
    return longest;
}

const struct import_phrase *import_phrase_in(const struct import_phrases *phrases, enum import_class class,
                                             const struct import_cut *cut, size_t *at)
{
    for (; *at < cut->words.count; ++*at) {
        const struct import_phrase *phrase = import_phrase_at(phrases, class, cut, *at);
        if (phrase != NULL)
            return phrase;
    }
    return NULL;
}

bool import_is_phrase(const struct import_phrases *phrases, enum import_class class,
                      const struct import_cut *cut)
{
    const struct import_phrase *phrase = import_phrase_at(phrases, class, cut, 0);
    return phrase != NULL && phrase->cut.words.count == cut->words.count;
}
