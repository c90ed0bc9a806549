/*
 * check_spelling.c - words that are no Vietnamese syllables, and two ways of
 * writing one word in one document (hóa and hoá, quy and qui).
 *
 * Works without a dictionary. Must not judge foreign words, names of people
 * and places, or abbreviations.
 */
#include "base/utf8.h"
#include "check/check_wording.h"
#include "check/telex.h"

#include <uchar.h>

static size_t count_of(const struct qc_wording *reading, struct qc_str folded)
{
    const struct qc_spelling *spelling = qc_map_get(&reading->spellings, folded);
    return spelling == NULL ? 0 : spelling->count;
}

/* --- syllables ---------------------------------------------------------- */

static bool has_mark(struct qc_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] >= 0x80)
            return true;
    return false;
}

/* Joined to its neighbour by a hyphen or an apostrophe without blanks, as loans and names are: ca-ra-ô-kê, M'gar. */
static bool is_hyphened(const struct qc_words *words, size_t i)
{
    const struct qc_word *word = &words->items.items[i];
    if (i > 0 && words->items.items[i - 1].end < word->begin) {
        struct qc_str between = qc_str_slice(words->text, words->items.items[i - 1].end, word->begin);
        if (qc_str_equal(between, QC_STR("'")) || qc_str_equal(between, QC_STR("’")))
            return true;
    }
    if (i > 0 && word->gap == QC_GAP_DASH && words->items.items[i - 1].end + 1 == word->begin)
        return true;
    return i + 1 < words->items.count && word[1].gap == QC_GAP_DASH && word->end + 1 == word[1].begin;
}

/* Words behind which a name stands: ông Hoà, cô giáo Mĩ, đồng chí Tí. */
static bool is_address(struct qc_str key)
{
    static const char *const words[] = { "ông", "bà", "cô", "thầy", "chú", "bác", "anh", "chị", "em", "cháu", "chí", "giáo" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (qc_str_equal(key, qc_str_from(words[i])))
            return true;
    return false;
}

/* One of several capitalised words, Thị Hoà, Đắk Lắk, or one behind a word of address. */
static bool is_in_name(const struct qc_words *words, size_t i)
{
    const struct qc_word *word = &words->items.items[i];
    if (!word->lexeme->face.capital)
        return false;
    bool before = i > 0 && word->gap == QC_GAP_BLANK && word[-1].lexeme->face.capital;
    bool after = i + 1 < words->items.count && word[1].gap == QC_GAP_BLANK && word[1].lexeme->face.capital;
    return before || after || (i > 0 && word->gap == QC_GAP_BLANK && is_address(word[-1].lexeme->key));
}

/* kg, km, đc: letters that nobody reads as a syllable. */
static bool lacks_vowels(struct qc_str folded)
{
    size_t n;
    for (size_t i = 0; i < folded.len; i += n) {
        unsigned c = qc_utf8_decode(folded, i, &n);
        if (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || (c >= 0x80 && c != 0x111))
            return false;
    }
    return folded.len <= 4;
}

/* "tahnh" where "thanh" stands elsewhere: two neighbours have changed places. The other word, or "". */
static struct qc_str transposed(const struct qc_wording *reading, struct qc_str folded)
{
    for (size_t i = 0; i + 1 < folded.len; i++) {
        if (folded.ptr[i] == folded.ptr[i + 1])
            continue;
        struct qc_str other = qc_str_copy(&reading->cx->arena, folded);
        ((char *)other.ptr)[i] = folded.ptr[i + 1];
        ((char *)other.ptr)[i + 1] = folded.ptr[i];
        if (count_of(reading, other) > 0)
            return other;
    }
    return QC_STR("");
}

/* "thamgia": two words that the document has each on its own. */
static bool is_glued(const struct qc_wording *reading, struct qc_str folded)
{
    size_t seam = qc_syllable_seam(folded);
    return seam > 0 && count_of(reading, qc_str_slice(folded, 0, seam)) > 0 &&
           count_of(reading, qc_str_skip(folded, seam)) > 0;
}

/*
 * Letters without marks that make no syllable are foreign (robot, modem), and
 * so is a name that nothing but its capital sets apart (Lênin); what is a slip
 * of the keyboard shows by the words of the document, or by its Telex keys.
 */
static bool is_foreign(const struct qc_wording *reading, const struct qc_words *words, size_t i)
{
    const struct qc_word *word = &words->items.items[i];
    bool plain = !has_mark(word->lexeme->key);
    if (word->lexeme->spelling->syllable.kind != QC_SYLLABLE_NONE || (!plain && (!word->lexeme->face.capital || word->starts)))
        return false;
    return !is_glued(reading, word->lexeme->key) &&
           !(plain && (transposed(reading, word->lexeme->key).len > 0 ||
                       qc_telex_read(&reading->cx->arena, word->lexeme->key).len > 0));
}

/* Could it be judged, as far as the word alone tells? */
static bool may_be_judged(const struct qc_lexeme *lexeme)
{
    if (lexeme->spelling->syllable.kind == QC_SYLLABLE_FINE || !lexeme->letters || lexeme->capitals ||
        qc_utf8_count(lexeme->typed) < 2 || lacks_vowels(lexeme->key))
        return false;
    return lexeme->face.capital ? has_mark(lexeme->typed) : qc_str_equal(lexeme->typed, lexeme->key); /* a name, or VNeID */
}

/* The same in its place. */
static bool is_judged(const struct qc_wording *reading, const struct qc_words *words, size_t i)
{
    const struct qc_word *word = &words->items.items[i];
    return !word->code && !is_in_name(words, i) && !is_hyphened(words, i) && !is_foreign(reading, words, i) &&
           !qc_lexicon_knows(&reading->lexicon, word->lexeme->key);
}

/* Of sạch and sách the one that the document has elsewhere; "" when it has none or both. */
static struct qc_str with_likely_tone(const struct qc_wording *reading, struct qc_str typed,
                                      struct qc_str folded)
{
    struct qc_arena *arena = &reading->cx->arena;
    bool sharp = count_of(reading, qc_syllable_with_tone(arena, folded, QC_TONE_SAC, false)) > 0;
    bool heavy = count_of(reading, qc_syllable_with_tone(arena, folded, QC_TONE_NANG, false)) > 0;
    if (sharp == heavy)
        return QC_STR("");
    return qc_syllable_with_tone(arena, typed, sharp ? QC_TONE_SAC : QC_TONE_NANG, false);
}

static struct qc_str suggestion(const struct qc_wording *reading, const struct qc_word *word,
                                struct qc_str typed)
{
    struct qc_arena *arena = &reading->cx->arena;
    const struct qc_syllable *syllable = &word->lexeme->spelling->syllable;
    struct qc_str other;
    size_t seam;
    switch (syllable->kind) {
    case QC_SYLLABLE_TONE_PLACE:
        return qc_syllable_with_tone(arena, typed, syllable->tone, false);
    case QC_SYLLABLE_TONE_LACKS:
        return with_likely_tone(reading, typed, word->lexeme->key);
    case QC_SYLLABLE_NONE:
        seam = qc_syllable_seam(word->lexeme->key);
        if (seam > 0 && word->lexeme->key.len == typed.len && (has_mark(typed) || is_glued(reading, word->lexeme->key)))
            return qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(qc_str_slice(typed, 0, seam)),
                                 QC_STR_ARGS(qc_str_skip(typed, seam)));
        if (has_mark(typed))
            break;
        other = transposed(reading, word->lexeme->key);
        return other.len > 0 ? other : qc_telex_read(arena, word->lexeme->key);
    case QC_SYLLABLE_FINE:
        break;
    }
    return QC_STR("");
}

static void check_syllables(struct qc_wording *reading, const struct qc_read_text *text)
{
    for (size_t i = 0; i < text->words.items.count; i++) {
        if ((text->words.items.items[i].lexeme->doubts & QC_DOUBT_SYLLABLE) == 0 || !is_judged(reading, &text->words, i))
            continue;
        struct qc_str typed = qc_word_text(&text->words, i);
        struct qc_span span = qc_words_span(text, i, i + 1);
        struct qc_diagnostic *d = qc_report(reading->cx, span, QC_MSG(spelling_syllable), QC_STR_ARGS(typed));
        struct qc_str better = suggestion(reading, &text->words.items.items[i], typed);
        if (better.len == 0)
            continue;
        qc_note(reading->cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(better));
        qc_fix(reading->cx, d, span, better);
    }
}

/* --- two ways of writing ------------------------------------------------- */

static bool is_counted(const struct qc_read_text *text, size_t i)
{
    const struct qc_word *word = &text->words.items.items[i];
    return word->lexeme->letters && !word->code && text->text->kind != QC_TEXT_SIGNATURE &&
           !is_in_name(&text->words, i);
}

void qc_words_count_places(struct qc_wording *reading)
{
    const struct qc_words *words = &reading->now.words;
    for (size_t i = 0; i < words->items.count; i++) {
        enum qc_tone_place place = words->items.items[i].lexeme->spelling->syllable.place;
        if (place != QC_TONE_ELSEWHERE && is_counted(&reading->now, i))
            reading->places[place]++;
    }
}

/* The same word with i for y or y for i at its end: qui, kĩ, lý; "" when that is no choice. */
static struct qc_str with_other_i(struct qc_arena *arena, struct qc_str folded)
{
    static const char16_t i_row[] = u"iìíỉĩị", y_row[] = u"yỳýỷỹỵ";
    static const char *const onsets[] = { "qu", "k", "l", "m", "s" }; /* tỉ mỉ has no y, thi is not thy */
    size_t n = 0;
    for (size_t k = 0; k < sizeof onsets / sizeof onsets[0]; k++) {
        struct qc_str onset = qc_str_from(onsets[k]);
        if (folded.len == 0 || folded.ptr[0] != onset.ptr[0] || !qc_str_starts(folded, onset))
            continue;
        unsigned c = qc_utf8_decode(folded, onset.len, &n);
        for (unsigned tone = k == 0 ? 0 : 1; tone < 6 && onset.len + n == folded.len; tone++)
            if (c == i_row[tone] || c == y_row[tone]) {
                struct qc_buf buf = { .arena = arena };
                qc_buf_add(&buf, onset);
                qc_buf_code(&buf, c == i_row[tone] ? y_row[tone] : i_row[tone]);
                return qc_buf_str(&buf);
            }
    }
    return QC_STR("");
}

/* Ends in i: of two forms that are equally frequent it gives way. */
static bool ends_in_i(struct qc_str folded)
{
    size_t n;
    unsigned c = 0;
    for (size_t i = 0; i < folded.len; i += n)
        c = qc_utf8_decode(folded, i, &n);
    return c == 'i' || c == 0xEC || c == 0xED || c == 0x129 || c == 0x1EC9 || c == 0x1ECB;
}

/* What to write for a word that the document writes in another way as well; "" when it may stay. */
static struct qc_str settled(const struct qc_wording *reading, const struct qc_word *word,
                             struct qc_str typed, enum qc_tone_place rarer)
{
    struct qc_arena *arena = &reading->cx->arena;
    const struct qc_spelling *spelling = word->lexeme->spelling;
    if (rarer != QC_TONE_ELSEWHERE && spelling->syllable.place == rarer)
        return qc_syllable_with_tone(arena, typed, spelling->syllable.tone, rarer == QC_TONE_EARLY);
    if (word->lexeme->key.len > 5 || word->lexeme->capitals || spelling->syllable.kind != QC_SYLLABLE_FINE)
        return QC_STR("");
    struct qc_str other = with_other_i(arena, word->lexeme->key);
    size_t others = other.len == 0 ? 0 : count_of(reading, other);
    bool yields = others > spelling->count || (others == spelling->count && ends_in_i(word->lexeme->key));
    if (others == 0 || !yields)
        return QC_STR("");
    return word->lexeme->face.capital ? qc_words_capital(arena, other) : other;
}

/* Found out once for all words that are alike: nearly none is written in two ways. */
static bool may_change(const struct qc_wording *reading, const struct qc_lexeme *lexeme, enum qc_tone_place rarer)
{
    struct qc_spelling *spelling = lexeme->spelling;
    if (spelling->written == QC_WRITTEN_UNKNOWN) {
        struct qc_str other = with_other_i(&reading->cx->arena, lexeme->key);
        spelling->written = other.len > 0 && count_of(reading, other) > 0 ? QC_WRITTEN_OTHERWISE : QC_WRITTEN_SO;
    }
    return spelling->written == QC_WRITTEN_OTHERWISE ||
           (rarer != QC_TONE_ELSEWHERE && spelling->syllable.place == rarer);
}

static void check_mixture(struct qc_wording *reading, const struct qc_read_text *text, enum qc_tone_place rarer)
{
    for (size_t i = 0; i < text->words.items.count; i++) {
        if (!may_change(reading, text->words.items.items[i].lexeme, rarer) || !is_counted(text, i))
            continue;
        struct qc_str typed = qc_word_text(&text->words, i);
        struct qc_str better = settled(reading, &text->words.items.items[i], typed, rarer);
        if (better.len == 0)
            continue;
        struct qc_span span = qc_words_span(text, i, i + 1);
        struct qc_diagnostic *d =
            qc_report(reading->cx, span, QC_MSG(orthography_mixed), QC_STR_ARGS(typed), QC_STR_ARGS(better));
        qc_fix(reading->cx, d, span, better);
        d->fix_is_safe = true;
    }
}

/* --- the document ----------------------------------------------------------- */

unsigned qc_words_doubts(struct qc_arena *arena, const struct qc_lexeme *lexeme)
{
    enum qc_tone_place place = lexeme->spelling->syllable.place;
    return (may_be_judged(lexeme) ? QC_DOUBT_SYLLABLE : 0u) | (place == QC_TONE_EARLY ? QC_DOUBT_EARLY : 0u) |
           (place == QC_TONE_LATE ? QC_DOUBT_LATE : 0u) | (with_other_i(arena, lexeme->key).len > 0 ? QC_DOUBT_I : 0u) |
           (lexeme->capitals ? QC_DOUBT_SHORT : 0u);
}

/* Of two that are equally frequent the decree's own stays: hóa. */
static enum qc_tone_place rarer_place(const size_t counts[3])
{
    if (counts[QC_TONE_EARLY] == 0 || counts[QC_TONE_LATE] == 0)
        return QC_TONE_ELSEWHERE;
    return counts[QC_TONE_LATE] > counts[QC_TONE_EARLY] ? QC_TONE_EARLY : QC_TONE_LATE;
}

/* Does the document write any word both with i and with y? */
static bool mixes_i(const struct qc_wording *reading)
{
    for (size_t i = 0; i < reading->spellings.capacity; i++) {
        const struct qc_map_slot *slot = &reading->spellings.slots[i];
        if (slot->value == NULL)
            continue;
        struct qc_str other = with_other_i(&reading->cx->arena, (struct qc_str){ slot->key, slot->length });
        if (other.len > 0 && count_of(reading, other) > 0)
            return true;
    }
    return false;
}

void qc_words_check_spelling(struct qc_wording *reading)
{
    struct qc_arena *arena = &reading->cx->arena;
    enum qc_tone_place rarer = rarer_place(reading->places);
    unsigned mixed = (mixes_i(reading) ? QC_DOUBT_I : 0u) | (rarer == QC_TONE_EARLY ? QC_DOUBT_EARLY : 0u) |
                     (rarer == QC_TONE_LATE ? QC_DOUBT_LATE : 0u);
    for (size_t t = 0; t < reading->doubtful.count; t++) {
        const struct qc_doubtful_text *doubtful = &reading->doubtful.items[t];
        if ((doubtful->doubts & (mixed | QC_DOUBT_SYLLABLE)) == 0)
            continue;
        reading->now.text = doubtful->text;
        qc_words_cut(arena, &reading->document->readings->vocabulary, doubtful->text->prose->text, &reading->now.words);
        if (doubtful->doubts & QC_DOUBT_SYLLABLE)
            check_syllables(reading, &reading->now);
        if (doubtful->doubts & mixed)
            check_mixture(reading, &reading->now, rarer);
    }
}
