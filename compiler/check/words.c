/*
 * words.c - cuts prose into words.
 *
 * Owns nothing. One pass: each byte is looked at a fixed number of times.
 */
#include "check/words.h"

#include "base/utf8.h"
#include "inline/inline.h"

struct cutter {
    struct qc_arena *arena;
    struct qc_vocabulary *vocabulary;
    struct qc_words *words;
    struct qc_str text;
    size_t at;
    size_t chunk_end; /* of the run without blanks that `at` stands in */
    bool code;        /* the run is a number, symbol or address */
    /* since the last word */
    bool breaks, starts;
    unsigned commas, dashes;
    bool no_tick; /* no backtick follows: a search that failed is not made again */
};

static bool is_digit(unsigned c)
{
    return c >= '0' && c <= '9';
}

/* "mầm.non" is two sentences, "laichau.gov.vn" an address. */
static bool is_dotted_address(struct qc_str chunk, size_t dot)
{
    if (dot == 0 || dot + 1 >= chunk.len)
        return false;
    char before = chunk.ptr[dot - 1], after = chunk.ptr[dot + 1];
    bool small = before >= 'a' && before <= 'z' && after >= 'a' && after <= 'z';
    for (size_t i = 0; small && i < chunk.len; i++)
        small = (unsigned char)chunk.ptr[i] < 0x80;
    return small;
}

static bool is_code(struct qc_str chunk)
{
    bool slash = false, dash = false, digit = false, capital = false, dot_seen = false;
    if (chunk.len > 1 && chunk.ptr[0] == '.' && chunk.ptr[1] >= 'a' && chunk.ptr[1] <= 'z')
        return true; /* .docx */
    for (size_t i = 0; i < chunk.len; i++) {
        char c = chunk.ptr[i];
        slash = slash || c == '/';
        dash = dash || (c == '-' && i > 0 && i + 1 < chunk.len);
        digit = digit || is_digit((unsigned char)c);
        capital = capital || (c >= 'A' && c <= 'Z');
        if (c == '@' || (c == '_' && i > 0 && i + 1 < chunk.len && chunk.ptr[i + 1] != '_') ||
            (c == ':' && qc_str_starts(qc_str_skip(chunk, i), QC_STR("://"))))
            return true;
        if (c == '.' && !dot_seen) { /* one look at the chunk is enough */
            dot_seen = true;
            if (is_dotted_address(chunk, i))
                return true;
        }
    }
    return (slash && (digit || capital)) || (dash && digit && capital);
}

/* At the start of a run without blanks: how far it goes and what it is. */
static void look_at_chunk(struct cutter *cutter)
{
    enum { PLAIN, BLANK, MARK }; /* bytes that a blank may begin with; bytes without one of which a run is no code */
    static const unsigned char bytes[256] = {
        [' '] = BLANK,  ['\t'] = BLANK, ['\v'] = BLANK, ['\f'] = BLANK, [0xC2] = BLANK, [0xE1] = BLANK, [0xE2] = BLANK,
        [0xE3] = BLANK, [0xEF] = BLANK, ['/'] = MARK,   ['-'] = MARK,   ['.'] = MARK,   ['@'] = MARK,   ['_'] = MARK,
        [':'] = MARK,
    };
    size_t n, end = cutter->at;
    bool goes_on = cutter->code && cutter->chunk_end > 0 && cutter->text.ptr[cutter->chunk_end - 1] == '-';
    bool may_be = false;
    if (!goes_on && (end = qc_word_end(cutter->text, end)) < cutter->text.len && cutter->text.ptr[end] == ' ') {
        cutter->chunk_end = end; /* a word and nothing else */
        cutter->code = false;
        return;
    }
    for (end = cutter->at; end < cutter->text.len; end++) {
        unsigned char byte = bytes[(unsigned char)cutter->text.ptr[end]];
        if (byte == BLANK && qc_is_blank(qc_utf8_decode(cutter->text, end, &n)))
            break;
        may_be = may_be || byte == MARK;
    }
    cutter->chunk_end = end;
    cutter->code = goes_on || (may_be && is_code(qc_str_slice(cutter->text, cutter->at, end))); /* 39/2017/TT- BTTTT */
}

/* The end of a {…}, `…`, ](…) or &…; at `at`, or 0. */
static size_t skip_foreign(struct cutter *cutter)
{
    struct qc_str text = cutter->text;
    size_t at = cutter->at, n;
    char c = text.ptr[at];
    if (c == '{') {
        unsigned first = qc_utf8_decode(text, at + 1, &n);
        if (first != '#' && first != '@' && !is_digit(first) && !qc_is_letter(first))
            return 0;
        for (size_t i = at + 1; i < text.len && text.ptr[i] != '{'; i++)
            if (text.ptr[i] == '}')
                return i + 1;
    } else if (c == '`' && !cutter->no_tick) {
        size_t tick = qc_str_find(qc_str_skip(text, at + 1), QC_STR("`"));
        if (at + 1 + tick < text.len)
            return at + tick + 2;
        cutter->no_tick = true;
    } else if (c == ']' && at + 1 < text.len && text.ptr[at + 1] == '(') {
        size_t i = at + 2;
        while (i < text.len && text.ptr[i] != ')' && text.ptr[i] != ' ')
            i++;
        return i;
    } else if (c == '&') {
        size_t i = at + 1;
        while (i < text.len &&
               ((text.ptr[i] >= 'a' && text.ptr[i] <= 'z') || is_digit((unsigned char)text.ptr[i])))
            i++;
        return i > at + 1 && i < text.len && text.ptr[i] == ';' ? i + 1 : 0;
    }
    return 0;
}

static void note_gap(struct cutter *cutter, unsigned c)
{
    if (qc_is_blank(c) || c == '*' || c == '\n')
        return;
    if (c == ',') {
        cutter->commas++;
    } else if (c == '-' || c == 0x2013 || c == 0x2014) {
        cutter->dashes++;
    } else {
        cutter->breaks = true;
        cutter->starts = cutter->starts || c == '.' || c == '!' || c == '?' || c == ':' || c == ';' ||
                         c == 0x2026 || c == '"' || c == '\'' || c == 0x201C || c == 0x201D || c == 0x2018 ||
                         c == 0x2019 || c == 0xAB || c == '(' || c == '[';
    }
}

static enum qc_gap gap_of(const struct cutter *cutter)
{
    if (cutter->breaks || cutter->words->items.count == 0 || cutter->commas + cutter->dashes > 1)
        return QC_GAP_BREAK;
    return cutter->commas == 1 ? QC_GAP_COMMA : cutter->dashes == 1 ? QC_GAP_DASH : QC_GAP_BLANK;
}

/* An "&" between letters: "GD&ĐT". */
static bool is_joint(struct qc_str text, size_t at)
{
    size_t n;
    return text.ptr[at] == '&' && at > 0 && qc_is_upper(qc_utf8_decode(text, at + 1, &n)) && text.ptr[at - 1] != ' ';
}

/* The end of the word at `at`, or at: letters, figures, marks that combine with them, and an & between. */
static size_t word_end(struct qc_str text, size_t at)
{
    size_t end = qc_word_end(text, at), n;
    while (end < text.len) {
        unsigned c = qc_utf8_decode(text, end, &n);
        if (!(c >= 0x300 && c < 0x370) && !(end > at && c == '&' && is_joint(text, end)))
            break;
        end = qc_word_end(text, end + n);
    }
    return end;
}

static struct qc_lexeme *lexeme_of(const struct cutter *cutter, size_t end)
{
    if (cutter->vocabulary != NULL)
        return qc_vocabulary_word(cutter->vocabulary, cutter->text, cutter->at, end);
    struct qc_lexeme *lexeme = qc_alloc(cutter->arena, sizeof *lexeme);
    *lexeme = qc_lexeme_of(cutter->arena, qc_str_slice(cutter->text, cutter->at, end));
    return lexeme;
}

/* Reads the word that begins at `at`; false when none does. */
static bool read_word(struct cutter *cutter)
{
    size_t end = word_end(cutter->text, cutter->at);
    if (end == cutter->at)
        return false;
    struct qc_word word = {
        .lexeme = lexeme_of(cutter, end),
        .begin = (uint32_t)cutter->at,
        .end = (uint32_t)end,
        .gap = (unsigned char)gap_of(cutter),
        .starts = cutter->starts || cutter->words->items.count == 0,
        .code = cutter->code,
    };
    *qc_vec_push(cutter->arena, &cutter->words->items) = word;
    cutter->breaks = cutter->starts = false;
    cutter->commas = cutter->dashes = 0;
    cutter->at = end;
    return true;
}

/* --- of a reading ------------------------------------------------------------------------ */

/* A mark without one of which a run is no code, as far as it stands in prose. */
static bool is_code_mark(const struct qc_item *item)
{
    return item->kind == QC_ITEM_MARK && (item->head == '-' || item->head == '.' || item->head == '/' || item->head == ':');
}

/* A run without blanks begins at item number at: what is it? */
static void look_at_run(struct cutter *cutter, const struct qc_reading *reading, size_t at)
{
    const struct qc_item *items = reading->items.items;
    size_t last = at;
    bool goes_on = cutter->code && reading->text.ptr[cutter->chunk_end - 1] == '-', may_be = is_code_mark(&items[at]);
    while (last + 1 < reading->items.count && !items[last + 1].blank)
        may_be = is_code_mark(&items[++last]) || may_be;
    size_t begin = items[at].begin, end = items[last].end;
    while (end < reading->text.len && reading->text.ptr[end] == '*') /* stars are no items */
        end++;
    while (begin > 0 && reading->text.ptr[begin - 1] == '*')
        begin--;
    cutter->chunk_end = end;
    cutter->code = goes_on || (may_be && is_code(qc_str_slice(reading->text, begin, end)));
}

/* A mark that ends a part of a sentence: with a blank behind it, it makes no code of the word before it. */
static bool is_stop(const struct qc_item *item)
{
    return item->kind == QC_ITEM_MARK && (item->head == ',' || item->head == ';' || item->head == '.' ||
                                          item->head == ':' || item->head == '!' || item->head == '?');
}

/*
 * Takes over the words from item number at on that stand between blanks, one
 * such mark behind them or none, as most do; the run before is no code. Returns
 * the first item that does not.
 */
static size_t take_plain(struct cutter *cutter, const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = &reading->items.items[at], *end = &reading->items.items[reading->items.count];
    struct qc_words *words = cutter->words;
    struct qc_word *word = &words->items.items[words->items.count], *first = word;
    unsigned char gap = (unsigned char)gap_of(cutter);
    bool starts = cutter->starts || words->items.count == 0;
    while (item < end && item->blank && item->kind != QC_ITEM_MARK) {
        const struct qc_item *next = item + 1;
        bool stop = next < end && !next->blank;
        if (stop && !(is_stop(next) && (next + 1 == end || next[1].blank)))
            break;
        *word++ = (struct qc_word){ item->lexeme, item->begin, item->end, gap, starts, 0 };
        starts = stop && next->head != ',';
        gap = !stop ? QC_GAP_BLANK : starts ? QC_GAP_BREAK : QC_GAP_COMMA;
        item = next + stop;
    }
    if (word == first)
        return at;
    words->items.count = (size_t)(word - words->items.items);
    cutter->breaks = cutter->starts = starts;
    cutter->commas = gap == QC_GAP_COMMA;
    cutter->dashes = 0;
    return (size_t)(item - reading->items.items);
}

void qc_words_of(struct qc_arena *arena, const struct qc_reading *reading, struct qc_words *words)
{
    if (reading->odd) {
        qc_words_cut(arena, &reading->readings->vocabulary, reading->text, words);
        return;
    }
    words->text = reading->text;
    qc_vec_renew(arena, &words->items, reading->items.count);
    struct cutter cutter = { .words = words };
    for (size_t i = 0, n; i < reading->items.count; i++) {
        if (!cutter.code && (i = take_plain(&cutter, reading, i)) == reading->items.count)
            break;
        const struct qc_item *item = &reading->items.items[i];
        if (item->blank)
            look_at_run(&cutter, reading, i);
        if (item->kind == QC_ITEM_MARK) {
            note_gap(&cutter, qc_utf8_decode(reading->text, item->begin, &n));
            continue;
        }
        struct qc_word word = { item->lexeme, item->begin, item->end, (unsigned char)gap_of(&cutter), 0, cutter.code };
        word.starts = cutter.starts || words->items.count == 0;
        words->items.items[words->items.count++] = word;
        cutter.breaks = cutter.starts = false;
        cutter.commas = cutter.dashes = 0;
    }
}

/* --- of a text ---------------------------------------------------------------------------- */

enum { BYTES_A_WORD = 6 }; /* a little less than what Vietnamese takes with its blanks and marks */

void qc_words_cut(struct qc_arena *arena, struct qc_vocabulary *vocabulary, struct qc_str text, struct qc_words *words)
{
    words->text = text;
    words->items.count = 0;
    qc_vec_reserve(arena, &words->items, text.len / BYTES_A_WORD + 4);
    struct cutter cutter = { .arena = arena, .vocabulary = vocabulary, .words = words, .text = text };
    while (cutter.at < text.len) {
        size_t n, end;
        unsigned c = qc_utf8_decode(text, cutter.at, &n);
        if (c == ' ') {
            cutter.at++;
            continue;
        }
        if (cutter.at >= cutter.chunk_end && !qc_is_blank(c))
            look_at_chunk(&cutter);
        if (read_word(&cutter))
            continue;
        if ((end = skip_foreign(&cutter)) > 0) {
            cutter.breaks = true;
            cutter.at = end;
        } else {
            note_gap(&cutter, c);
            cutter.at += n;
        }
    }
}
