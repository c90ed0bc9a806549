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

/* Most bytes of prose are letters of one byte. */
static inline unsigned decode(struct qc_str text, size_t at, size_t *length)
{
    if (at < text.len && (unsigned char)text.ptr[at] < 0x80) {
        *length = 1;
        return (unsigned char)text.ptr[at];
    }
    return qc_utf8_decode(text, at, length);
}

enum letter { NO_LETTER, SMALL, CAPITAL, OTHER_LETTER };

/* The letters of Vietnamese without a look into the tables of Unicode. */
static enum letter letter_of(unsigned c)
{
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? SMALL : c >= 'A' && c <= 'Z' ? CAPITAL : NO_LETTER;
    if (c >= 0x1EA0 && c <= 0x1EF9)
        return c & 1 ? SMALL : CAPITAL;
    if (c == 0x111 || c == 0x103 || c == 0x1A1 || c == 0x1B0)
        return SMALL;
    if (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7)
        return c >= 0xDF ? SMALL : CAPITAL;
    return qc_is_upper(c) ? CAPITAL : qc_is_lower(c) ? SMALL : qc_is_letter(c) ? OTHER_LETTER : NO_LETTER;
}

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
    size_t n, end = cutter->at;
    bool goes_on = cutter->code && cutter->chunk_end > 0 && cutter->text.ptr[cutter->chunk_end - 1] == '-';
    while (end < cutter->text.len && !qc_is_blank(decode(cutter->text, end, &n)))
        end += n;
    cutter->chunk_end = end;
    cutter->code = goes_on || is_code(qc_str_slice(cutter->text, cutter->at, end)); /* 39/2017/TT- BTTTT */
}

/* The end of a {…}, `…`, ](…) or &…; at `at`, or 0. */
static size_t skip_foreign(struct cutter *cutter)
{
    struct qc_str text = cutter->text;
    size_t at = cutter->at, n;
    char c = text.ptr[at];
    if (c == '{') {
        unsigned first = decode(text, at + 1, &n);
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

static bool in_word(struct qc_str text, size_t at, unsigned c)
{
    size_t n;
    if (c == '&')
        return at > 0 && qc_is_upper(decode(text, at + 1, &n)) && text.ptr[at - 1] != ' ';
    return letter_of(c) != NO_LETTER || is_digit(c) || (c >= 0x300 && c < 0x370);
}

static uint32_t hash_of(struct qc_str word)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)word.ptr[i]) * 16777619u;
    return hash;
}

static void add_word(struct cutter *cutter, size_t end)
{
    struct qc_str typed = qc_str_slice(cutter->text, cutter->at, end);
    struct qc_word word = {
        .begin = (uint32_t)cutter->at,
        .end = (uint32_t)end,
        .folded = typed,
        .gap = gap_of(cutter),
        .starts = cutter->starts || cutter->words->items.count == 0,
        .code = cutter->code,
        .letters = true,
    };
    size_t n, letters = 0;
    bool small = false, capital = false;
    for (size_t i = 0; i < typed.len; i += n) {
        unsigned c = decode(typed, i, &n);
        enum letter letter = letter_of(c);
        word.letters = word.letters && letter != NO_LETTER;
        letters += letter != NO_LETTER;
        small = small || letter == SMALL;
        if (letter == CAPITAL) {
            capital = true;
            word.capital = word.capital || i == 0;
        }
    }
    word.capitals = letters > 1 && !small;
    if (capital)
        word.folded = qc_name_key(cutter->arena, typed);
    word.hash = hash_of(word.folded);
    *qc_vec_push(cutter->arena, &cutter->words->items) = word;
    cutter->breaks = cutter->starts = false;
    cutter->commas = cutter->dashes = 0;
}

void qc_words_cut(struct qc_arena *arena, struct qc_str text, struct qc_words *words)
{
    words->text = text;
    words->items.count = 0;
    struct cutter cutter = { .arena = arena, .words = words, .text = text };
    while (cutter.at < text.len) {
        size_t n, end;
        unsigned c = decode(text, cutter.at, &n);
        if (cutter.at >= cutter.chunk_end && !qc_is_blank(c))
            look_at_chunk(&cutter);
        if (in_word(text, cutter.at, c) && c != '&') {
            end = cutter.at;
            while (end < text.len && in_word(text, end, c = decode(text, end, &n)))
                end += n;
            add_word(&cutter, end);
            cutter.at = end;
        } else if ((end = skip_foreign(&cutter)) > 0) {
            cutter.breaks = true;
            cutter.at = end;
        } else {
            note_gap(&cutter, c);
            cutter.at += n;
        }
    }
}
