/*
 * check_repeats.c - the same words twice: a long run inside one paragraph, or
 * most of an item in the next one.
 *
 * What regulations rightly repeat (names of bodies, "chủ trì, phối hợp với
 * các cơ quan, đơn vị có liên quan", citations, quotas) stands farther apart,
 * is a smaller part of its item or holds figures: the bounds below were set
 * on real texts.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

enum {
    RUN = 11,          /* words; the shortest run that is looked for */
    GAP = 3,           /* words between the two in a paragraph: the second copy was pasted behind the first */
    LONG_RUN = 30,     /* words that nobody writes twice, however far apart */
    SHARE = 50,        /* percent of the shorter of two items that stands in the other one as well */
    SHARE_OF_LONG = 30 /* the same of the longer */
};

struct word {
    struct qc_lexeme *lexeme;
    size_t begin, end;
};

struct words {
    const struct qc_prose *prose;
    QC_VEC(struct word) items;
    QC_VEC(uint32_t) hashes; /* of each word, when it is wanted */
};

/* Words by the hash of RUN of them: chained by place, the latest first. */
struct table {
    uint32_t *heads, *links; /* place + 1; 0 = none */
    size_t room, mask;
};

/* What one pair of paragraphs needs; the next pair has it again. */
struct reader {
    struct qc_compilation *cx;
    struct qc_reading reading;  /* of the paragraph before, when it is wanted */
    struct words words, before; /* of a paragraph and of the one before it */
    struct table table;
    const struct qc_text *last; /* the paragraph before */
    uint32_t number;            /* of the paragraph */
};

struct match {
    size_t first, second, length; /* in words */
};

static void add_word(struct qc_arena *arena, struct words *words, struct qc_lexeme *lexeme, size_t begin, size_t end)
{
    *qc_vec_push(arena, &words->items) = (struct word){ lexeme, begin, end };
}

/* The reading has the words as they are seen. */
static bool is_plain(const struct qc_text *text, const struct qc_reading *reading)
{
    return !reading->odd && text->seen.ptr == reading->text.ptr;
}

/* The words of a text, which is cut already. */
static void read_words(struct qc_arena *arena, const struct qc_text *text, const struct qc_reading *reading,
                       struct words *words)
{
    struct qc_word word;
    words->prose = text->prose;
    words->items.count = words->hashes.count = 0;
    if (!is_plain(text, reading)) { /* what is hidden is part of words */
        for (size_t at = 0; qc_word_next(text->seen, &at, &word);)
            add_word(arena, words, qc_vocabulary_word(&reading->readings->vocabulary, reading->text, word.begin, word.end),
                     word.begin, word.end);
        return;
    }
    qc_vec_reserve(arena, &words->items, reading->items.count);
    for (size_t i = 0; i < reading->items.count; i++) {
        const struct qc_item *item = &reading->items.items[i];
        if (item->kind != QC_ITEM_MARK)
            add_word(arena, words, item->lexeme, item->begin, item->end);
    }
}

/* The same number each time: which of several copies is found must not depend on where words stand in memory. */
static uint32_t hash_of(struct qc_str word)
{
    uint32_t hash = 5381;
    for (size_t k = 0; k < word.len; k++)
        hash = hash * 33 ^ (unsigned char)word.ptr[k];
    return hash;
}

static void hash_words(struct qc_arena *arena, struct words *words)
{
    for (size_t i = words->hashes.count; i < words->items.count; i++)
        *qc_vec_push(arena, &words->hashes) = hash_of(words->items.items[i].lexeme->typed);
}

static size_t hash_run(const struct words *words, size_t at)
{
    size_t hash = 0;
    for (size_t k = 0; k < RUN; k++)
        hash = hash * 1000003 + words->hashes.items[at + k];
    return hash ^ hash >> 17;
}

static void table_clear(struct qc_arena *arena, struct table *table, size_t count)
{
    size_t size = 16;
    while (size < 2 * count)
        size *= 2;
    if (size > table->room) {
        table->heads = qc_alloc_array(arena, size, sizeof *table->heads);
        table->links = qc_alloc_array(arena, size, sizeof *table->links);
        table->room = size;
    }
    memset(table->heads, 0, size * sizeof *table->heads);
    table->mask = size - 1;
}

static void table_add(struct table *table, const struct words *words, size_t at)
{
    size_t slot = hash_run(words, at) & table->mask;
    table->links[at] = table->heads[slot];
    table->heads[slot] = (uint32_t)at + 1;
}

/* Length of the common run of a from i and b from k. */
static size_t common(const struct words *a, size_t i, const struct words *b, size_t k)
{
    size_t length = 0;
    while (i + length < a->items.count && k + length < b->items.count &&
           a->items.items[i + length].lexeme == b->items.items[k + length].lexeme)
        length++;
    return length;
}

/* The longest run at b[k] that a has as well; few places are looked at, so that many copies cost no more. */
static struct match find_run(const struct table *table, const struct words *a, const struct words *b, size_t k)
{
    enum { PLACES = 4 };
    struct match best = { 0, k, 0 };
    size_t place = table->heads[hash_run(b, k) & table->mask];
    for (int tries = 0; place > 0 && tries < PLACES; tries++, place = table->links[place - 1]) {
        size_t length = common(a, place - 1, b, k);
        if (a == b && place - 1 + length > k)
            length = k - (place - 1);
        if (length > best.length)
            best = (struct match){ place - 1, k, length };
    }
    return best;
}

static struct qc_span span_of(const struct words *words, size_t first, size_t length)
{
    return qc_gap_span(words->prose, words->items.items[first].begin, words->items.items[first + length - 1].end);
}

/* The words of a run, shortened for a message. */
static struct qc_str excerpt(struct qc_arena *arena, const struct words *words, const struct match *match)
{
    enum { SHOWN = 5 };
    size_t begin = words->items.items[match->second].begin;
    size_t end = words->items.items[match->second + SHOWN - 1].end;
    return qc_str_format(arena, "%.*s …", QC_STR_ARGS(qc_str_slice(words->prose->text, begin, end)));
}

static struct qc_diagnostic *report(struct qc_compilation *cx, const struct words *a, const struct words *b,
                                    const struct match *match)
{
    struct qc_str shown = excerpt(&cx->arena, b, match);
    struct qc_diagnostic *d = qc_report(cx, span_of(b, match->second, match->length), QC_MSG(text_repeated),
                                        QC_STR_ARGS(shown), (unsigned)match->length);
    qc_note_at(cx, d, span_of(a, match->first, match->length), QC_NOTE_MSG(first_here));
    return d;
}

/* A long run twice in one paragraph. */
static void check_paragraph(struct reader *reader, struct words *words)
{
    struct qc_compilation *cx = reader->cx;
    struct table *table = &reader->table;
    if (words->items.count < 2 * RUN)
        return;
    hash_words(&cx->arena, words);
    table_clear(&cx->arena, table, words->items.count);
    for (size_t i = RUN; i + RUN <= words->items.count; i++) {
        table_add(table, words, i - RUN);
        struct match match = find_run(table, words, words, i);
        size_t first_end = match.first + match.length;
        bool is_close = match.length >= RUN && match.second - first_end <= GAP;
        if (!is_close && match.length < LONG_RUN)
            continue;
        struct qc_diagnostic *d = report(cx, words, words, &match);
        if (is_close) /* a line copied twice: what follows the first copy goes with the second */
            qc_fix(cx, d,
                   qc_gap_span(words->prose, words->items.items[first_end - 1].end,
                               words->items.items[match.second + match.length - 1].end),
                   QC_STR(""));
        return;
    }
}

/* A quota or a citation: "không quá 05 cá nhân", "Điều 7 Thông tư số 41". */
static bool has_figures(const struct words *words, const struct match *match)
{
    for (size_t i = match->second; i < match->second + match->length; i++)
        if (qc_is_digit((unsigned char)words->prose->text.ptr[words->items.items[i].begin]))
            return true;
    return false;
}

/* An item that says what the one before it says. */
static void check_neighbours(struct reader *reader, struct words *a, struct words *b)
{
    struct table *table = &reader->table;
    size_t shorter = a->items.count < b->items.count ? a->items.count : b->items.count;
    size_t longer = a->items.count + b->items.count - shorter;
    if (shorter < RUN)
        return;
    hash_words(&reader->cx->arena, a);
    hash_words(&reader->cx->arena, b);
    table_clear(&reader->cx->arena, table, a->items.count);
    for (size_t i = 0; i + RUN <= a->items.count; i++)
        table_add(table, a, i);
    /* a common opening ("Chủ trì, phối hợp với …") is no repeat unless it is a whole item */
    size_t opening = common(a, 0, b, 0), skip;
    size_t from = opening < RUN || opening == shorter ? 0 : opening;
    for (size_t i = from; i + RUN <= b->items.count; i += skip) {
        struct match match = find_run(table, a, b, i);
        skip = match.length > RUN ? match.length - RUN + 1 : 1;
        if (match.length >= RUN && match.length * 100 >= shorter * SHARE &&
            match.length * 100 >= longer * SHARE_OF_LONG && !has_figures(b, &match)) {
            report(reader->cx, a, b, &match);
            return;
        }
    }
}

/* One paragraph, nothing below it, and so is its neighbour. */
static bool is_single(const struct qc_unit *unit)
{
    return unit->first_child == NULL && unit->paragraph_count == 1 && unit->form == QC_FORM_SENTENCE;
}

static bool are_alike(const struct qc_unit *unit, const struct qc_unit *last)
{
    return unit != NULL && last != NULL && last->next == unit && is_single(unit) && is_single(last) &&
           unit->marker.style == last->marker.style;
}

/*
 * Runs of words each of which stands further up in the paragraph, or in the
 * one before: how long the last is so far, and the longest before it.
 */
struct runs {
    size_t here, there, longest_here, longest_there;
};

static inline void note_word(struct runs *runs, struct qc_lexeme *lexeme, uint32_t number)
{
    if (lexeme->last_text == number) {
        runs->here++;
    } else {
        lexeme->text_before = lexeme->last_text;
        lexeme->last_text = number;
        runs->longest_here = runs->here > runs->longest_here ? runs->here : runs->longest_here;
        runs->here = 0;
    }
    if (lexeme->text_before == number - 1) {
        runs->there++;
    } else {
        runs->longest_there = runs->there > runs->longest_there ? runs->there : runs->longest_there;
        runs->there = 0;
    }
}

static void end_runs(struct runs *runs)
{
    runs->longest_here = runs->here > runs->longest_here ? runs->here : runs->longest_here;
    runs->longest_there = runs->there > runs->longest_there ? runs->there : runs->longest_there;
}

static struct runs runs_of(struct reader *reader, const struct qc_text *text, const struct qc_reading *reading)
{
    struct runs runs = { 0 };
    const uint32_t number = reader->number;
    if (is_plain(text, reading)) {
        const struct qc_item *end = reading->items.items + reading->items.count;
        for (const struct qc_item *item = reading->items.items; item < end; item++)
            if (item->kind != QC_ITEM_MARK)
                note_word(&runs, item->lexeme, number);
    } else {
        read_words(&reader->cx->arena, text, reading, &reader->words);
        for (size_t i = 0; i < reader->words.items.count; i++)
            note_word(&runs, reader->words.items.items[i].lexeme, number);
    }
    end_runs(&runs);
    return runs;
}

void *qc_begin_repeats(const struct qc_check *check)
{
    struct reader *reader = qc_alloc(&check->cx->arena, sizeof *reader);
    reader->cx = check->cx;
    reader->number = 1; /* 0 is the number of none */
    return reader;
}

/* Nearly no paragraph has a run of words that it, or the one before it, may have had: then nothing is compared. */
void qc_check_repeats(const struct qc_check *check)
{
    struct reader *reader = check->state;
    struct qc_arena *arena = &check->cx->arena;
    const struct qc_text *text = check->text, *last = reader->last;
    if (!text->own || (text->kind != QC_TEXT_BODY && text->kind != QC_TEXT_PREAMBLE))
        return;
    reader->number++;
    struct runs runs = runs_of(reader, text, check->reading);
    bool repeats = runs.longest_there >= RUN && last != NULL && are_alike(text->unit, last->unit);
    if (runs.longest_here >= RUN || repeats)
        read_words(arena, text, check->reading, &reader->words);
    if (runs.longest_here >= RUN)
        check_paragraph(reader, &reader->words);
    if (repeats) {
        qc_reading_cut(check->document->readings, last->prose->text, &reader->reading);
        read_words(arena, last, &reader->reading, &reader->before);
        check_neighbours(reader, &reader->before, &reader->words);
    }
    reader->last = text;
}
