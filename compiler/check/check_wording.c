/*
 * check_wording.c - reads the words of the document once for all checks of
 * spelling, names, terms and abbreviations.
 *
 * Owns nothing. Must not report: the files of the single checks do.
 */
#include "check/check_wording.h"

#include "base/utf8.h"

struct qc_str qc_words_capital(struct qc_arena *arena, struct qc_str text)
{
    size_t n;
    qc_utf8_decode(text, 0, &n);
    struct qc_str first = qc_str_upper(arena, qc_str_slice(text, 0, n)), rest = qc_str_skip(text, n);
    return qc_str_format(arena, "%.*s%.*s", QC_STR_ARGS(first), QC_STR_ARGS(rest));
}

/* Names that the document declares for itself print only where {…} or a signature says so. */
static bool is_read(const struct qc_text *text)
{
    int id = text->keyword == NULL || text->keyword->block < 0 ? -1 : text->keyword->id;
    return text->own && id != QC_F_PARTY_ALIASES && id != QC_F_PARTY_SIGN_PROFILE &&
           id != QC_F_SIGNATORY_SIGN_PROFILE;
}

static struct qc_spelling *spelling_of(struct qc_wording *reading, struct qc_str folded)
{
    struct qc_arena *arena = &reading->cx->arena;
    struct qc_spelling *spelling = qc_map_get(&reading->spellings, folded);
    if (spelling == NULL) {
        spelling = qc_alloc(arena, sizeof *spelling);
        spelling->syllable = qc_syllable_read(folded);
        qc_map_add(arena, &reading->spellings, folded, spelling);
    }
    return spelling;
}

static void count_words(struct qc_wording *reading, struct qc_words *words)
{
    for (size_t i = 0; i < words->items.count; i++) {
        struct qc_lexeme *lexeme = words->items.items[i].lexeme;
        if (lexeme->spelling == NULL)
            lexeme->spelling = spelling_of(reading, lexeme->key);
        lexeme->spelling->count++;
    }
}

/* Typed without marks, as in a test or on an old keyboard: nothing can be said of its words. */
static bool is_unmarked(const struct qc_wording *reading)
{
    size_t marked = 0, all = 0;
    for (size_t t = 0; t < reading->texts.count; t++) {
        const struct qc_words *words = &reading->texts.items[t].words;
        all += words->items.count;
        for (size_t i = 0; i < words->items.count; i++) {
            struct qc_str folded = words->items.items[i].lexeme->key;
            for (size_t k = 0; k < folded.len; k++)
                if ((unsigned char)folded.ptr[k] >= 0x80) {
                    marked++;
                    break;
                }
        }
    }
    return marked * 10 < all;
}

void qc_check_wording(const struct qc_check *check)
{
    struct qc_wording reading = { .cx = check->cx };
    for (size_t i = 0; i < check->texts->items.count; i++) {
        const struct qc_text *text = &check->texts->items.items[i];
        if (!is_read(text))
            continue;
        struct qc_read_text *read = qc_vec_push(&check->cx->arena, &reading.texts);
        read->text = text;
        qc_words_of(&check->cx->arena, qc_reading_of(check->document->readings, text->prose->text), &read->words);
        count_words(&reading, &read->words);
    }
    if (is_unmarked(&reading))
        return;
    qc_lexicon_load(check, &reading.lexicon);
    qc_words_check_spelling(&reading);
    qc_words_check_phrases(&reading);
    qc_words_check_terms(&reading);
    qc_words_check_abbreviations(&reading);
}
