/*
 * reading_cut.c - cuts a text into words, figures and marks.
 *
 * Owns no text. Nearly all words stood in the document before: those are
 * found by their bytes alone.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "inline/inline.h"
#include "sema/reading.h"

static bool is_figure(unsigned c)
{
    return c >= '0' && c <= '9';
}

/* --- what is no prose --------------------------------------------------- */

enum { LONGEST_ADDRESS = 2000 }; /* so that no mark is looked for through the whole text, again and again */

/* Length of the code span or address that text[at] opens, or 0. */
static size_t span_length(struct qc_str text, size_t at)
{
    bool address = text.ptr[at] == ']' && at + 1 < text.len && text.ptr[at + 1] == '(';
    if (!address && text.ptr[at] != '`')
        return 0;
    size_t room = text.len - at - 1 < LONGEST_ADDRESS ? text.len - at - 1 : LONGEST_ADDRESS;
    const char *close = memchr(text.ptr + at + 1, address ? ')' : '`', room);
    return close == NULL ? 0 : (size_t)(close - text.ptr) + 1 - at;
}

/* The next {…} in the text. */
struct braces {
    size_t begin, end;
    bool sought;
};

static size_t opaque_length(struct qc_str text, size_t at, struct braces *braces)
{
    if (text.ptr[at] != '{')
        return span_length(text, at);
    size_t from = braces->sought ? at : 0; /* a backslash before it says whether it opens one */
    if ((!braces->sought || braces->begin < at) && !qc_inline_next_reference(text, from, &braces->begin, &braces->end))
        braces->begin = text.len;
    braces->sought = true;
    return braces->begin == at ? braces->end - at : 0;
}

/* --- cutting ------------------------------------------------------------ */

enum {
    BYTES_AN_ITEM = 5, /* "quy định về": a little less than what Vietnamese takes with its blanks and marks */
    ASCII = 128,
};

/* What stands in the prose of any regulation, and nobody takes for anything else. */
static const bool is_ascii_prose_mark[ASCII] = {
    [','] = true, ['.'] = true, [';'] = true, [':'] = true, ['-'] = true, ['/'] = true,  ['('] = true, [')'] = true,
    ['"'] = true, ['\''] = true, ['%'] = true, ['!'] = true, ['?'] = true, ['+'] = true, ['='] = true,
};

/* Those that are written close to what stands before them, and apart from what stands behind. */
static const bool is_stop[ASCII] = {
    [','] = true, ['.'] = true, [';'] = true, [':'] = true, ['!'] = true, ['?'] = true,
};

static bool is_prose_mark(unsigned c)
{
    if (c < ASCII)
        return is_ascii_prose_mark[c];
    return c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0x2013 || c == 0x2014 || c == 0x2026;
}

/* A text that is being cut. */
struct cutter {
    struct qc_readings *readings;
    struct qc_reading *reading;
    struct qc_str text;
    bool blank;           /* before the next item */
    struct braces braces;
    size_t tail_begin;    /* where the last bytes of the text begin: */
    char tail[2 * QC_SHORT_WORD]; /* the same, and zeroes behind them */
};

/* Sixteen bytes can be read there. */
static inline const char *bytes_at(const struct cutter *cutter, size_t at)
{
    return at < cutter->tail_begin ? cutter->text.ptr + at : cutter->tail + (at - cutter->tail_begin);
}

/* Does the byte at text[at], which is no ASCII, surely go on with no word: is it of U+2000 to U+203F, quotes and dashes? */
static inline bool parts_words(struct qc_str text, size_t at)
{
    return text.len - at > 2 && memcmp(text.ptr + at, "\xE2\x80", 2) == 0;
}

/* The lexeme of the mark of prose text[at], NULL when there is none or it is new. */
static inline struct qc_lexeme *known_mark(const struct cutter *cutter, size_t at)
{
    unsigned char c = (unsigned char)cutter->text.ptr[at];
    return c < ASCII ? cutter->readings->marks[c] : NULL;
}

/* The same of the word [at, end), when it is short. */
static inline struct qc_lexeme *known_word(const struct cutter *cutter, size_t at, size_t end)
{
    if (end - at > QC_SHORT_WORD)
        return NULL;
    struct qc_lexeme *lexeme = qc_vocabulary_known(&cutter->readings->vocabulary, bytes_at(cutter, at), end - at);
    return lexeme != NULL && lexeme->face.whole ? lexeme : NULL;
}

/* Takes the words and marks from text[at] on that stood in the document before, as nearly all do; returns where it stopped. */
static size_t take_known(struct cutter *cutter, size_t at)
{
    struct qc_reading *reading = cutter->reading;
    const struct qc_str text = cutter->text;
    const unsigned char *bits = cutter->readings->bits.items;
    struct qc_item *begin = reading->items.items, *item = begin + reading->items.count;
    const struct qc_item *limit = begin + reading->items.capacity;
    const struct qc_lexeme *before = item > begin ? item[-1].lexeme : NULL;
    uint64_t signs = 0;
    bool doubled = false, rough = false, blank = cutter->blank;
    while (at < text.len && item < limit) {
        size_t length = qc_bytes_run(bits, at), end = at + length + (length == 0);
        char behind = end < text.len ? text.ptr[end] : ' ';
        struct qc_lexeme *lexeme;
        if (length > 0) {
            if ((unsigned char)behind >= ASCII && !parts_words(text, end))
                break;
            lexeme = known_word(cutter, at, end);
        } else if (text.ptr[at] == ' ') {
            blank = true;
            at++;
            continue;
        } else {
            lexeme = known_mark(cutter, at);
            rough |= lexeme != NULL && (blank || behind != ' ' || !is_stop[(unsigned char)text.ptr[at]]);
        }
        if (lexeme == NULL)
            break;
        item->lexeme = lexeme;
        item->begin = (uint32_t)at;
        item->end = (uint32_t)end;
        item->face = lexeme->face;
        item->blank = blank;
        item++;
        signs |= lexeme->signs;
        doubled |= lexeme == before;
        before = lexeme;
        blank = behind == ' '; /* one, as nearly always */
        at = end + blank;
    }
    reading->items.count = (size_t)(item - begin);
    reading->signs |= signs;
    reading->doubled |= doubled;
    reading->rough |= rough;
    cutter->blank = blank;
    return at;
}

/* The character at text[at] is between two items and none of its own: returns its length, else 0. */
static size_t skip_between(struct cutter *cutter, size_t at)
{
    size_t length;
    unsigned c = qc_utf8_decode(cutter->text, at, &length);
    bool blank = qc_is_blank(c) || c == '\n';
    cutter->blank = cutter->blank || blank;
    if (!blank && c != '*' && !(c == '\\' && qc_inline_is_escape(cutter->text, at)))
        return 0; /* those that are no blank do not part words, either */
    cutter->reading->odd = cutter->reading->odd || c == '\\' || c == '\n';
    return length;
}

/* Takes the item at text[at], whatever it is; returns where it ends. */
static size_t take_any(struct cutter *cutter, size_t at)
{
    struct qc_readings *readings = cutter->readings;
    struct qc_reading *reading = cutter->reading;
    size_t n, length = opaque_length(cutter->text, at, &cutter->braces), end = at + length;
    unsigned c = qc_utf8_decode(cutter->text, at, &n);
    if (length > 0) {
        reading->odd = reading->rough = true;
    } else {
        bool word = qc_is_letter(c) || is_figure(c);
        end = word ? qc_word_end(cutter->text, at) : at + n;
        reading->odd = reading->odd || !(word || is_prose_mark(c));
        reading->rough = reading->rough || !word;
    }
    struct qc_lexeme *lexeme = qc_vocabulary_word(&readings->vocabulary, cutter->text, at, end);
    if (length == 0 && c < ASCII && is_ascii_prose_mark[c])
        readings->marks[c] = lexeme;
    size_t count = reading->items.count;
    reading->doubled = reading->doubled || (count > 0 && reading->items.items[count - 1].lexeme == lexeme);
    reading->signs |= lexeme->signs;
    struct qc_item *item = qc_vec_push(readings->arena, &reading->items);
    *item = (struct qc_item){
        .lexeme = lexeme,
        .begin = (uint32_t)at,
        .end = (uint32_t)end,
        .face = lexeme->face,
    };
    item->blank = cutter->blank;
    if (length > 0) {
        item->kind = QC_ITEM_OPAQUE;
        item->capital = false;
    }
    cutter->blank = false;
    return end;
}

static void begin_cut(struct cutter *cutter)
{
    struct qc_readings *readings = cutter->readings;
    struct qc_reading *reading = cutter->reading;
    struct qc_str text = cutter->text;
    reading->readings = readings;
    reading->text = text;
    reading->signs = 0;
    reading->doubled = reading->rough = reading->odd = false;
    reading->items.count = 0;
    cutter->tail_begin = text.len < QC_SHORT_WORD ? 0 : text.len - QC_SHORT_WORD + 1;
    if (text.len > 0)
        memcpy(cutter->tail, text.ptr + cutter->tail_begin, text.len - cutter->tail_begin);
    qc_vec_reserve(readings->arena, &reading->items, text.len / BYTES_AN_ITEM + 4);
    qc_vec_renew(readings->arena, &readings->bits, QC_BYTES_BITS(text.len));
    qc_bytes_words(text, readings->bits.items);
}

void qc_reading_cut(struct qc_readings *readings, struct qc_str text, struct qc_reading *reading)
{
    struct cutter cutter = { .readings = readings, .reading = reading, .text = text, .blank = true };
    begin_cut(&cutter);
    for (size_t at = 0, n; at < text.len;) {
        if (readings->vocabulary.capacity > 0 && (at = take_known(&cutter, at)) >= text.len)
            break;
        n = skip_between(&cutter, at);
        at = n > 0 ? at + n : take_any(&cutter, at);
    }
    reading->signs |= (uint64_t)reading->odd << QC_SIGN_ODD;
}
