/*
 * check_wording.c - reads the words of the document once for all checks of
 * spelling, names, terms and abbreviations.
 *
 * Owns nothing. Must not report: the files of the single checks do.
 */
#include "check/check_wording.h"

#include "base/bytes.h"
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

static struct qc_spelling *spelling_of(struct qc_wording *reading, const struct qc_lexeme *lexeme)
{
    struct qc_arena *arena = &reading->cx->arena;
    struct qc_spelling *spelling = qc_map_get(&reading->spellings, lexeme->key);
    if (spelling == NULL) {
        spelling = qc_alloc(arena, sizeof *spelling);
        spelling->syllable = qc_syllable_read(lexeme->key);
        spelling->first = qc_lexicon_first(&reading->lexicon, lexeme);
        qc_map_add(arena, &reading->spellings, lexeme->key, spelling);
    }
    return spelling;
}

/* --- texts without marks -------------------------------------------------------- */

/* Nothing stands in it that a reader does not take for words: no {…}, no code, no address. */
static bool is_all_words(const struct qc_text *text)
{
    struct qc_str prose = text->prose->text;
    return text->seen.ptr == prose.ptr && (prose.len == 0 || memchr(prose.ptr, ']', prose.len) == NULL);
}

/* Are there surely marks enough, whatever the words are? A look at half of a text is enough to say so. */
static bool is_surely_marked(const struct qc_texts *texts)
{
    size_t most = 0, marked = 0; /* words at most: every second byte is one */
    for (size_t t = 0; t < texts->items.count; t++)
        if (is_read(&texts->items.items[t]))
            most += texts->items.items[t].prose->text.len / 2 + 1;
    for (size_t t = 0; t < texts->items.count && marked * 10 < most; t++)
        if (is_read(&texts->items.items[t]) && is_all_words(&texts->items.items[t]))
            marked += qc_bytes_marked(texts->items.items[t].prose->text);
    return marked * 10 >= most;
}

/* Typed without marks, as in a test or on an old keyboard: nothing can be said of its words. */
static bool is_unmarked(const struct qc_check *check)
{
    struct qc_words words = { 0 };
    size_t marked = 0, all = 0;
    if (is_surely_marked(check->texts))
        return false;
    for (size_t t = 0; t < check->texts->items.count; t++) {
        const struct qc_text *text = &check->texts->items.items[t];
        if (!is_read(text))
            continue;
        qc_words_cut(&check->cx->arena, &check->document->readings->vocabulary, text->prose->text, &words);
        all += words.items.count;
        for (size_t i = 0; i < words.items.count; i++) {
            struct qc_str key = words.items.items[i].lexeme->key;
            size_t k = 0;
            while (k < key.len && (unsigned char)key.ptr[k] < 0x80)
                k++;
            marked += k < key.len;
        }
    }
    return marked * 10 < all;
}

/* --- the walk ---------------------------------------------------------------------- */

void *qc_begin_wording(const struct qc_check *check)
{
    if (is_unmarked(check))
        return NULL;
    struct qc_wording *reading = qc_alloc(&check->cx->arena, sizeof *reading);
    reading->cx = check->cx;
    reading->document = check->document;
    qc_lexicon_load(check, &reading->lexicon);
    return reading;
}

/* Finds out what is known of a word that stands in the document for the first time. */
static void judge(struct qc_wording *reading, struct qc_lexeme *lexeme)
{
    lexeme->spelling = spelling_of(reading, lexeme);
    lexeme->doubts = (unsigned char)qc_words_doubts(&reading->cx->arena, lexeme);
    const struct qc_lexicon_state *first = lexeme->spelling->first;
    if (first != NULL)
        lexeme->behind = first->entries != NULL ? UINT32_MAX : first->next;
}

/* Counts the words of the text, and notes where forms may begin; returns what may be wrong with any of the words. */
static unsigned count_words(struct qc_wording *reading)
{
    const struct qc_word *word = reading->now.words.items.items, *end = word + reading->now.words.items.count;
    unsigned doubts = 0;
    qc_vec_renew(&reading->cx->arena, &reading->starts, reading->now.words.items.count);
    uint32_t *start = reading->starts.items;
    for (uint32_t i = 0; word < end; word++, i++) {
        struct qc_lexeme *lexeme = word->lexeme;
        if (lexeme->spelling == NULL)
            judge(reading, lexeme);
        lexeme->spelling->count++;
        doubts |= lexeme->doubts;
        *start = i;
        start += word + 1 == end || qc_lexicon_may_follow(lexeme->behind, word[1].lexeme);
    }
    reading->starts.count = (size_t)(start - reading->starts.items);
    return doubts;
}

void qc_check_wording(const struct qc_check *check)
{
    struct qc_wording *reading = check->state;
    if (!is_read(check->text))
        return;
    reading->now.text = check->text;
    qc_words_of(&reading->cx->arena, check->reading, &reading->now.words);
    unsigned doubts = count_words(reading);
    if (reading->starts.count > 0)
        qc_words_check_phrases(reading);
    if (doubts & QC_DOUBT_SHORT)
        qc_words_note_abbreviations(reading);
    if (doubts & (QC_DOUBT_EARLY | QC_DOUBT_LATE))
        qc_words_count_places(reading);
    if ((doubts & ~(unsigned)QC_DOUBT_SHORT) != 0)
        *qc_vec_push(&reading->cx->arena, &reading->doubtful) = (struct qc_doubtful_text){ check->text, doubts };
}

void qc_end_wording(const struct qc_check *check)
{
    struct qc_wording *reading = check->state;
    qc_words_check_spelling(reading);
    qc_words_settle_names(reading);
    qc_words_check_terms(reading);
    qc_words_check_abbreviations(reading);
}
