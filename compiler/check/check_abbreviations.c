/*
 * check_abbreviations.c - abbreviations that nobody explains, and one
 * abbreviation written in several ways (CBGVNV, CB-GV-NV, CBGV, NV).
 *
 * What counts as known: the lists (viết tắt), the parties' names, and what the
 * text itself explains. Must not take numbers, symbols and words in capitals
 * for abbreviations.
 */
#include "base/utf8.h"
#include "check/check_wording.h"

/* An abbreviation, or several joined by dashes, in the text. */
struct use {
    const struct qc_text *text;
    size_t begin, end;   /* in the text */
    size_t from, to;     /* words of the text */
    enum qc_gap gap;     /* before it */
    struct qc_str key;   /* its letters without what parts them */
    QC_VEC(struct qc_str) parts; /* its words as typed, when there is more than one */
    bool drafting;       /* of the unit that drafted the text, behind the records office */
    bool done;           /* reported, or part of what was */
};

/* All uses of the same letters. */
struct short_form {
    size_t compact; /* uses as one word */
    const struct use *first_dashed;
    bool defined, reported;
};

struct abbreviations {
    struct qc_wording *reading;
    QC_VEC(struct use) uses;
    struct qc_map forms; /* by key */
};

/* --- finding them ----------------------------------------------------------- */

static bool is_roman(struct qc_str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] != 'I' && word.ptr[i] != 'V' && word.ptr[i] != 'X')
            return false;
    return true;
}

/* Only the letters of names of things: an abbreviation has no tones. */
static bool has_tone(struct qc_str word)
{
    size_t n;
    for (size_t i = 0; i < word.len; i += n) {
        unsigned c = qc_utf8_decode(word, i, &n);
        if (c >= 0x80 && c != 0x110 && c != 0x102 && c != 0xC2 && c != 0xCA && c != 0xD4 && c != 0x1A0 &&
            c != 0x1AF)
            return true;
    }
    return false;
}

/* A word in capitals that can be no syllable: BCH, CMHS; not QUY, CHẾ, XIV. */
static bool is_short(const struct qc_wording *reading, const struct qc_words *words, size_t i)
{
    enum { LONGEST = 16 };
    const struct qc_word *word = &words->items.items[i];
    struct qc_str typed = qc_word_text(words, i);
    if (!word->lexeme->capitals || word->code || typed.len > LONGEST || is_roman(typed) || has_tone(typed))
        return false;
    for (size_t k = 0; k < typed.len; k++)
        if (typed.ptr[k] >= '0' && typed.ptr[k] <= '9')
            return false; /* A4, QH14 */
    return word->lexeme->spelling->syllable.kind == QC_SYLLABLE_NONE &&
           !qc_lexicon_knows(&reading->lexicon, word->lexeme->key);
}

static struct qc_str joined(struct qc_arena *arena, const struct qc_words *words, size_t from, size_t to)
{
    if (to - from == 1)
        return qc_word_text(words, from);
    struct qc_buf buf = { .arena = arena };
    for (size_t i = from; i < to; i++)
        qc_buf_add(&buf, qc_word_text(words, i));
    return qc_buf_str(&buf);
}

static struct short_form *form_of(struct abbreviations *all, struct qc_str key)
{
    struct qc_arena *arena = &all->reading->cx->arena;
    struct short_form *form = qc_map_get(&all->forms, key);
    return form != NULL ? form : qc_map_add(arena, &all->forms, key, qc_alloc(arena, sizeof *form));
}

static bool is_word(const struct qc_words *words, size_t i, const char *word)
{
    return i < words->items.count && qc_str_equal(words->items.items[i].lexeme->key, qc_str_from(word));
}

/* "khu công nghiệp, khu chế xuất (KCN, KCX)": the word stands in brackets that hold nothing but words in capitals. */
static bool is_bracketed(const struct qc_words *words, size_t i)
{
    size_t first = i, last = i;
    while (first > 0 && words->items.items[first].gap == QC_GAP_COMMA)
        first--;
    while (last + 1 < words->items.count && words->items.items[last + 1].gap == QC_GAP_COMMA)
        last++;
    for (size_t k = first; k <= last; k++)
        if (!words->items.items[k].lexeme->capitals)
            return false;
    uint32_t begin = words->items.items[first].begin;
    return first >= 2 && begin > 0 && words->text.ptr[begin - 1] == '(' &&
           qc_str_starts(qc_str_skip(words->text, words->items.items[last].end), QC_STR(")"));
}

/* "… (BCH)", "viết tắt là BCH", "gọi là BCH", "BCH (Ban Chấp hành)"; "BCH là …", "BCH: …" at the start. */
static bool is_explained_here(const struct qc_words *words, size_t i)
{
    const struct qc_word *word = &words->items.items[i];
    struct qc_str text = words->text, after = qc_str_skip(text, word->end);
    if (i >= 2 && is_word(words, i - 1, "là") &&
        (is_word(words, i - 2, "tắt") || is_word(words, i - 2, "gọi")))
        return true;
    if (i >= 1 && is_word(words, i - 1, "tắt"))
        return true;
    if (is_bracketed(words, i))
        return true;
    if (i == 0 && (is_word(words, 1, "là") || qc_str_starts(after, QC_STR(":"))))
        return true;
    return qc_str_starts(after, QC_STR(" (")) && i + 2 < words->items.count && !word[1].lexeme->capitals &&
           word[2].gap == QC_GAP_BLANK;
}

/* "mã TLA", "ký hiệu KV2-NT": a name that somebody has given, not words that are shortened. */
static bool is_code_name(const struct qc_words *words, size_t i)
{
    return i > 0 && words->items.items[i].gap == QC_GAP_BLANK &&
           (is_word(words, i - 1, "mã") ||
            (i > 1 && is_word(words, i - 2, "mã") && is_word(words, i - 1, "số")) ||
            (i > 1 && is_word(words, i - 2, "ký") && is_word(words, i - 1, "hiệu")));
}

/* "Lưu: VT, HCTH": behind the records office stand the letters of the unit that drafted the text (PL I.II.9). */
static bool is_drafting_unit(const struct qc_read_text *text, size_t from)
{
    return text->text->kind == QC_TEXT_RECIPIENT && from >= 2 && is_word(&text->words, 0, "lưu") &&
           is_word(&text->words, 1, "vt");
}

static void note_use(struct abbreviations *all, const struct qc_read_text *text, size_t from, size_t to)
{
    struct qc_arena *arena = &all->reading->cx->arena;
    const struct qc_words *words = &text->words;
    struct use use = { .text = text->text, .begin = words->items.items[from].begin, .end = words->items.items[to - 1].end };
    use.from = from;
    use.to = to;
    use.gap = (enum qc_gap)words->items.items[from].gap;
    use.key = joined(arena, words, from, to);
    use.drafting = is_drafting_unit(text, from);
    for (size_t i = from; to - from > 1 && i < to; i++)
        *qc_vec_push(arena, &use.parts) = qc_word_text(words, i);
    *qc_vec_push(arena, &all->uses) = use;
    struct short_form *form = form_of(all, use.key);
    if (to - from == 1) {
        form->compact++;
        form->defined = form->defined || is_explained_here(words, from) || is_code_name(words, from);
    }
}

static void collect(struct abbreviations *all, const struct qc_read_text *text)
{
    const struct qc_words *words = &text->words;
    for (size_t i = 0, to; i < words->items.count; i = to) {
        to = i + 1;
        if (!is_short(all->reading, words, i))
            continue;
        while (to < words->items.count && words->items.items[to].gap == QC_GAP_DASH &&
               is_short(all->reading, words, to))
            to++;
        note_use(all, text, i, to);
    }
}

/* --- one abbreviation in several ways ---------------------------------------- */

static bool is_listed(const struct abbreviations *all, struct qc_str key)
{
    const struct qc_lexicon *lexicon = &all->reading->lexicon;
    return qc_lexicon_abbreviates(lexicon, key) || qc_map_get(&lexicon->own_abbreviations, key) != NULL;
}

/* Stands in a list, or as one word in the text. */
static bool is_compact(const struct abbreviations *all, struct qc_str key)
{
    const struct short_form *form = qc_map_get(&all->forms, key);
    return (form != NULL && form->compact > 0) || is_listed(all, key);
}

static struct qc_span span_of(const struct use *first, const struct use *last)
{
    return qc_prose_span(first->text->prose, first->begin, last->end);
}

static struct qc_str typed_of(const struct use *first, const struct use *last)
{
    return qc_str_slice(first->text->prose->text, first->begin, last->end);
}

static void report_variant(struct abbreviations *all, size_t first, size_t count, struct qc_str right)
{
    struct qc_compilation *cx = all->reading->cx;
    const struct use *use = &all->uses.items[first];
    const struct use *last = &all->uses.items[first + count - 1];
    struct qc_span span = span_of(use, last);
    struct qc_str typed = typed_of(use, last);
    struct qc_diagnostic *d =
        qc_report(cx, span, QC_MSG(abbreviation_variant), QC_STR_ARGS(typed), QC_STR_ARGS(right));
    qc_fix(cx, d, span, right);
    d->fix_is_safe = true;
    for (size_t i = first; i < first + count; i++)
        all->uses.items[i].done = true;
}

/* How many uses from `first` on, with a comma or blanks between them, make up one that is written as one word; or 0. */
static size_t scattered(struct abbreviations *all, size_t first, struct qc_str *right)
{
    enum { MOST = 4 };
    struct qc_arena *arena = &all->reading->cx->arena;
    const struct use *use = &all->uses.items[first];
    struct qc_buf key = { .arena = arena };
    qc_buf_add(&key, use->key);
    for (size_t i = first + 1; i < all->uses.count && i < first + MOST; i++) {
        const struct use *next = &all->uses.items[i];
        if (next->text != use->text || next->from != all->uses.items[i - 1].to ||
            (next->gap != QC_GAP_COMMA && next->gap != QC_GAP_BLANK))
            break;
        qc_buf_add(&key, next->key);
        *right = qc_str_copy(arena, qc_buf_str(&key));
        if (is_compact(all, *right))
            return i - first + 1;
    }
    return 0;
}

/* BHC where BCH stands elsewhere: two neighbours have changed places. */
static bool transposed(struct abbreviations *all, struct qc_str key, struct qc_str *right)
{
    const struct short_form *form = qc_map_get(&all->forms, key);
    if (form->compact != 1 || form->defined || is_listed(all, key) || key.len < 3)
        return false;
    struct qc_arena *arena = &all->reading->cx->arena;
    for (size_t i = 0; i + 1 < key.len; i++) {
        if (((unsigned char)key.ptr[i] | (unsigned char)key.ptr[i + 1]) >= 0x80 ||
            key.ptr[i] == key.ptr[i + 1])
            continue;
        struct qc_str other = qc_str_copy(arena, key);
        ((char *)other.ptr)[i] = key.ptr[i + 1];
        ((char *)other.ptr)[i + 1] = key.ptr[i];
        const struct short_form *there = qc_map_get(&all->forms, other);
        if (there != NULL && there->compact > 1) {
            *right = other;
            return true;
        }
    }
    return false;
}

static void check_variants(struct abbreviations *all)
{
    for (size_t i = 0; i < all->uses.count; i++) {
        const struct use *use = &all->uses.items[i];
        struct short_form *form = form_of(all, use->key);
        struct qc_str typed = typed_of(use, use), right = use->key;
        bool dashed = use->to - use->from > 1;
        size_t count;
        if (use->done)
            continue;
        if (dashed && is_compact(all, use->key)) {
            report_variant(all, i, 1, use->key);
        } else if (dashed && form->first_dashed == NULL) {
            form->first_dashed = use;
        } else if (dashed) {
            const struct use *first = form->first_dashed;
            right = typed_of(first, first);
            if (!qc_str_equal(typed, right))
                report_variant(all, i, 1, right);
        } else if ((count = scattered(all, i, &right)) > 0) {
            report_variant(all, i, count, right);
        } else if (transposed(all, use->key, &right)) {
            report_variant(all, i, 1, right);
        }
    }
}

/* --- unexplained ones ----------------------------------------------------------- */

static bool is_known(struct abbreviations *all, struct qc_str key)
{
    const struct short_form *form = form_of(all, key);
    return form->defined || form->reported || qc_lexicon_abbreviates(&all->reading->lexicon, key);
}

/* The document declares it (viết tắt), but prints its meaning only through {…}. */
static void offer_braces(struct abbreviations *all, struct qc_diagnostic *d, const struct use *use)
{
    struct qc_compilation *cx = all->reading->cx;
    if (qc_map_get(&all->reading->lexicon.own_abbreviations, use->key) == NULL)
        return;
    struct qc_str braces = qc_str_format(&cx->arena, "{%.*s}", QC_STR_ARGS(use->key));
    qc_note(cx, d, QC_NOTE_MSG(write_instead), QC_STR_ARGS(braces));
    qc_fix(cx, d, span_of(use, use), braces);
}

/* Recipients know their own letters: there it is a hint. */
static struct qc_diagnostic *report_unknown(struct abbreviations *all, const struct use *use)
{
    struct qc_compilation *cx = all->reading->cx;
    struct qc_span span = span_of(use, use);
    struct qc_str typed = typed_of(use, use);
    if (use->text->kind == QC_TEXT_RECIPIENT)
        return qc_report(cx, span, QC_MSG(abbreviation_recipient), QC_STR_ARGS(typed));
    return qc_report(cx, span, QC_MSG(abbreviation_undefined), QC_STR_ARGS(typed), QC_STR_ARGS(typed));
}

static void check_unknown(struct abbreviations *all)
{
    for (size_t i = 0; i < all->uses.count; i++) {
        const struct use *use = &all->uses.items[i];
        if (use->done || is_known(all, use->key) || use->drafting)
            continue;
        bool parts_known = true; /* UBND-HĐND needs no explanation of its own */
        for (size_t k = 0; k < use->parts.count; k++)
            parts_known = parts_known && is_known(all, use->parts.items[k]);
        if (parts_known && use->parts.count > 0)
            continue;
        offer_braces(all, report_unknown(all, use), use);
        form_of(all, use->key)->reported = true; /* once: the explanation is due at the first use */
        for (size_t k = 0; k < use->parts.count; k++)
            form_of(all, use->parts.items[k])->reported = true;
    }
}

void qc_words_note_abbreviations(struct qc_wording *reading)
{
    const struct qc_keyword *keyword = reading->now.text->keyword;
    if (keyword != NULL && keyword->block < 0 && keyword->id == QC_KW_ABBREVIATION)
        return;
    if (reading->abbreviations == NULL) {
        reading->abbreviations = qc_alloc(&reading->cx->arena, sizeof *reading->abbreviations);
        reading->abbreviations->reading = reading;
    }
    collect(reading->abbreviations, &reading->now);
}

void qc_words_check_abbreviations(struct qc_wording *reading)
{
    if (reading->abbreviations == NULL)
        return;
    check_variants(reading->abbreviations);
    check_unknown(reading->abbreviations);
}
