/*
 * check_words.c - a capital behind a semicolon.
 *
 * What is or may be a name is left alone: a name is what the document writes
 * with a capital elsewhere.
 */
#include "base/map.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

static bool is_blank_between(struct qc_str text, size_t begin, size_t end)
{
    return end > begin && qc_blanks_at(text, begin) == end - begin;
}

/* A capitalised word behind a semicolon, with the next; how the document writes the two elsewhere. */
struct capital {
    const struct qc_text *text;
    struct qc_word word;
    struct qc_str next; /* as typed */
    bool listed;     /* a word of sentence-words.def */
    bool may_be_name; /* "Sở …", or "Trưởng khoa Ngữ": the third word has a capital */
    struct qc_str key;
    struct tally *tally;
};

struct tally {
    unsigned small, capital;
};

/* What is asked for; few pairs pass the look at their second word. */
struct tallies {
    struct qc_map by_pair, by_next;
};

typedef QC_VEC(struct capital) capitals;

static bool is_listed(struct qc_str first, struct qc_str pair)
{
    static const char *const words[] = {
#define QC_SENTENCE_WORD(word) word,
#include "check/sentence-words.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (qc_str_equal(first, qc_str_from(words[i])) || qc_str_equal(pair, qc_str_from(words[i])))
            return true;
    return false;
}

static bool begins_body(struct qc_str word)
{
    static const char *const words[] = {
#define QC_BODY_WORD(w) w,
#include "check/sentence-words.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (qc_str_equal(word, qc_str_from(words[i])))
            return true;
    return false;
}

static bool opens_with_capital(struct qc_str text, size_t at)
{
    size_t n;
    return qc_is_upper(qc_utf8_decode(text, at, &n));
}

/* "mối quan": the word small, the next as typed. */
static struct qc_str pair_key(struct qc_arena *arena, struct qc_str text, struct qc_word word, struct qc_word next)
{
    struct qc_str small = qc_name_key(arena, qc_word_text(text, word));
    return qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(small), QC_STR_ARGS(qc_word_text(text, next)));
}

/* The document has a symbol and number: "; Kế hoạch số 12". */
static bool is_cited(struct qc_str text, size_t at)
{
    struct qc_word word;
    for (int words = 0; words < 3 && qc_word_next(text, &at, &word); words++)
        if (qc_str_equal(qc_word_text(text, word), QC_STR("số")))
            return true;
    return false;
}

static void collect(struct qc_arena *arena, const struct qc_text *text, struct qc_str seen, capitals *found)
{
    for (size_t i = 0; (i += qc_str_find(qc_str_skip(seen, i), QC_STR(";"))) < seen.len; i++) {
        size_t at = i + 1 + qc_blanks_at(seen, i + 1), third_at;
        if (!opens_with_capital(seen, at))
            continue;
        struct qc_word word, next, third;
        if (!qc_word_next(seen, &at, &word) || qc_str_is_capitals(qc_word_text(seen, word)) ||
            !qc_word_next(seen, &at, &next) || !is_blank_between(seen, word.end, next.begin) ||
            opens_with_capital(seen, next.begin) || is_cited(seen, word.end))
            continue;
        struct qc_str key = pair_key(arena, seen, word, next);
        third_at = at;
        struct capital capital = { .text = text, .word = word, .key = key };
        capital.next = qc_word_text(seen, next);
        struct qc_str small = qc_name_key(arena, qc_word_text(seen, word));
        capital.may_be_name = qc_word_next(seen, &third_at, &third) && opens_with_capital(seen, third.begin);
        capital.may_be_name = capital.may_be_name || begins_body(small);
        capital.listed = is_listed(small, key);
        *qc_vec_push(arena, found) = capital;
    }
}

/* Counts the pairs that are asked for, where they stand inside a sentence. */
static void count_pairs(struct qc_arena *arena, const struct tallies *tallies, struct qc_str seen)
{
    struct qc_word word = { 0, 0 }, next;
    for (size_t at = 0; qc_word_next(seen, &at, &next); word = next) {
        unsigned before = qc_code_before(seen, qc_blanks_before(seen, word.begin));
        bool inside = qc_is_word_code(before) || before == ',';
        if (word.end == 0 || !inside || qc_map_get(&tallies->by_next, qc_word_text(seen, next)) == NULL ||
            !is_blank_between(seen, word.end, next.begin))
            continue;
        struct tally *tally = qc_map_get(&tallies->by_pair, pair_key(arena, seen, word, next));
        if (tally == NULL)
            continue;
        if (opens_with_capital(seen, word.begin))
            tally->capital++;
        else
            tally->small++;
    }
}

static void report_capital(const struct qc_check *check, const struct capital *capital)
{
    const struct qc_prose *prose = capital->text->prose;
    struct qc_str word = qc_word_text(prose->text, capital->word);
    struct qc_str small = qc_name_key(&check->cx->arena, word);
    struct qc_span span = qc_prose_span(prose, capital->word.begin, capital->word.end);
    struct qc_diagnostic *d =
        qc_report(check->cx, span, QC_MSG(capital_after_semicolon), QC_STR_ARGS(word), QC_STR_ARGS(small));
    qc_fix(check->cx, d, span, small);
    d->fix_is_safe = true;
}

void *qc_begin_semicolons(const struct qc_check *check)
{
    struct qc_vocabulary *vocabulary = &check->document->readings->vocabulary;
    qc_vocabulary_sign(vocabulary, QC_STR(";"), QC_SIGN(QC_SIGN_SEMICOLON));
    qc_vocabulary_signed(vocabulary);
    return qc_alloc(&check->cx->arena, sizeof(capitals));
}

void qc_check_semicolons(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    if (text->own && (qc_text_is_running(text) || text->kind == QC_TEXT_BASIS))
        collect(&check->cx->arena, text, text->seen, check->state);
}

void qc_end_semicolons(const struct qc_check *check)
{
    struct qc_arena *arena = &check->cx->arena;
    const struct qc_texts *texts = check->texts;
    const capitals *found = check->state;
    if (found->count == 0)
        return;
    struct tallies tallies = { 0 };
    for (size_t i = 0; i < found->count; i++) {
        struct capital *capital = &found->items[i];
        struct tally *tally = qc_alloc(arena, sizeof *tally);
        capital->tally = qc_map_add(arena, &tallies.by_pair, capital->key, tally);
        qc_map_add(arena, &tallies.by_next, capital->next, tally);
    }
    for (size_t i = 0; i < texts->items.count; i++)
        count_pairs(arena, &tallies, texts->items.items[i].seen);
    for (size_t i = 0; i < found->count; i++) {
        const struct capital *capital = &found->items[i];
        bool is_common = !capital->may_be_name && capital->tally->small > capital->tally->capital;
        if (capital->listed || is_common)
            report_capital(check, capital);
    }
}
