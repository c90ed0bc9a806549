/*
 * check_quotes.c - quotes pair by a stack, each with its own closing mark.
 *
 * Counting is not enough: "a” and “b" balance and are both wrong. A quotation
 * may run over several paragraphs. Apostrophes (H’Mông), feet and inches are
 * no quotes.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

enum family { NO_QUOTE, CURLY, CURLY_SINGLE, ANGLE, STRAIGHT, STRAIGHT_SINGLE };

struct quote {
    enum family family;
    const struct qc_text *text;
    size_t begin, end;
};

typedef QC_VEC(struct quote) quotes;

struct reader {
    struct qc_compilation *cx;
    const struct qc_text *text;
    struct qc_str seen;
    quotes open, close; /* of this text, as yet without a partner */
    quotes carried;     /* open at the end of earlier texts */
};

static enum family family_of(unsigned c)
{
    switch (c) {
    case 0x201C:
    case 0x201D: return CURLY;
    case 0x2018:
    case 0x2019: return CURLY_SINGLE;
    case 0xAB:
    case 0xBB: return ANGLE;
    case '"': return STRAIGHT;
    case '\'': return STRAIGHT_SINGLE;
    default: return NO_QUOTE;
    }
}

static const char *opening(enum family family)
{
    return family == CURLY_SINGLE || family == STRAIGHT_SINGLE ? "‘" : family == ANGLE ? "«" : "“";
}

static const char *closing(enum family family)
{
    return family == CURLY_SINGLE || family == STRAIGHT_SINGLE ? "’" : family == ANGLE ? "»" : "”";
}

static struct qc_span span_of(const struct quote *quote)
{
    return qc_prose_span(quote->text->prose, quote->begin, quote->end);
}

static struct qc_str text_of(const struct quote *quote)
{
    return qc_str_slice(quote->text->prose->text, quote->begin, quote->end);
}

/* Two marks that are meant as a pair: the fix writes them as one. */
static void report_pair(struct reader *reader, const struct quote *first, const struct quote *second)
{
    enum family family = first->family == CURLY || second->family == CURLY ? CURLY : first->family;
    struct qc_diagnostic *d = qc_report(reader->cx, span_of(first), QC_MSG(quotes_unpaired), QC_STR_ARGS(text_of(first)));
    qc_note_at(reader->cx, d, span_of(second), QC_NOTE_MSG(quote_other), QC_STR_ARGS(text_of(second)));
    struct qc_str open = qc_str_from(opening(family)), close = qc_str_from(closing(family));
    if (!qc_str_equal(text_of(first), open))
        qc_fix(reader->cx, d, span_of(first), open);
    if (!qc_str_equal(text_of(second), close))
        qc_fix(reader->cx, d, span_of(second), close);
}

static void report_alone(struct reader *reader, const struct quote *quote)
{
    qc_report(reader->cx, span_of(quote), QC_MSG(quotes_unpaired), QC_STR_ARGS(text_of(quote)));
}

/* “a“: the mark that closes is one that opens. */
static bool opens_by_its_look(const struct quote *quote)
{
    return (quote->family == CURLY || quote->family == CURLY_SINGLE) &&
           qc_str_equal(text_of(quote), qc_str_from(opening(quote->family)));
}

static void take_closing(struct reader *reader, struct quote quote)
{
    size_t at = reader->open.count;
    enum { DEEPEST = 4 }; /* quotes in quotes; a mark that was forgotten must not swallow more */
    for (size_t k = at; k-- > 0 && at - k <= DEEPEST;)
        if (reader->open.items[k].family == quote.family) {
            for (size_t inner = k + 1; inner < at; inner++)
                report_alone(reader, &reader->open.items[inner]);
            if (opens_by_its_look(&quote))
                report_pair(reader, &reader->open.items[k], &quote);
            reader->open.count = k;
            return;
        }
    if (at == 0) {
        *qc_vec_push(&reader->cx->arena, &reader->close) = quote;
        return;
    }
    report_pair(reader, &reader->open.items[at - 1], &quote);
    reader->open.count--;
}

/* Which way a mark stands: straight ones by what is around them. */
static bool is_opening(const struct reader *reader, unsigned c, unsigned before, unsigned after)
{
    bool starts = before == 0 || qc_is_blank(before) || before == '(' || before == '[' || before == 0x201C ||
                  before == 0x2018 || before == '-';
    bool ends = after == 0 || qc_is_blank(after) || (after < 0x80 && strchr(".,;:!?)]/", (char)after) != NULL) ||
                after == 0x201D || after == 0x2019;
    if (c == 0x201C || c == 0x2018)
        return !(ends && !starts && reader->open.count > 0);
    if (c == 0x201D || c == 0x2019 || c == 0xBB)
        return false;
    if (c == 0xAB || (starts && !ends))
        return true;
    if (ends && !starts)
        return false;
    size_t count = reader->open.count;
    return !(count > 0 && reader->open.items[count - 1].family == family_of(c));
}

/* An apostrophe in a word, or a measure (5', 15"). */
static bool is_no_quote(const struct reader *reader, enum family family, unsigned before, unsigned after)
{
    bool single = family == CURLY_SINGLE || family == STRAIGHT_SINGLE;
    if (single && qc_is_letter(before) && qc_is_letter(after))
        return true;
    size_t count = reader->open.count;
    bool is_awaited = count > 0 && reader->open.items[count - 1].family == family;
    return qc_is_digit(before) && !is_awaited && (single || family == STRAIGHT) && !qc_is_word_code(after);
}

static void read_text(struct reader *reader)
{
    struct qc_str text = reader->seen;
    size_t n, m;
    for (size_t i = 0; (i = qc_bytes_mark(text, i)) < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        enum family family = family_of(c);
        if (family == NO_QUOTE)
            continue;
        unsigned before = qc_code_before(text, i), after = qc_utf8_decode(text, i + n, &m);
        if (is_no_quote(reader, family, before, after))
            continue;
        struct quote quote = { family, reader->text, i, i + n };
        if (is_opening(reader, c, before, after))
            *qc_vec_push(&reader->cx->arena, &reader->open) = quote;
        else
            take_closing(reader, quote);
    }
}

/* The closing mark of a quotation that began some paragraphs above: it ends its own. */
static bool closes_carried(struct reader *reader, const struct quote *quote)
{
    size_t last = reader->carried.count;
    struct qc_str rest = qc_str_trim(qc_str_skip(reader->seen, quote->end));
    if (last == 0 || rest.len > 3 || reader->carried.items[last - 1].family != quote->family)
        return false;
    reader->carried.count--;
    return true;
}

static void end_text(struct reader *reader)
{
    size_t i = 0;
    for (; i + 1 < reader->close.count; i += 2) /* năm” Kỷ cương”: the first should open */
        report_pair(reader, &reader->close.items[i], &reader->close.items[i + 1]);
    if (i < reader->close.count && !closes_carried(reader, &reader->close.items[i]))
        report_alone(reader, &reader->close.items[i]);
    for (i = 0; i + 1 < reader->open.count; i += 2)
        report_pair(reader, &reader->open.items[i], &reader->open.items[i + 1]);
    if (i < reader->open.count)
        *qc_vec_push(&reader->cx->arena, &reader->carried) = reader->open.items[i];
    reader->open.count = reader->close.count = 0;
}

void *qc_begin_quotes(const struct qc_check *check)
{
    static const char *const marks[] = { "“", "”", "‘", "’", "«", "»", "\"", "'" };
    struct qc_vocabulary *vocabulary = &check->document->readings->vocabulary;
    struct reader *reader = qc_alloc(&check->cx->arena, sizeof *reader);
    reader->cx = check->cx;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        qc_vocabulary_sign(vocabulary, qc_str_from(marks[i]), QC_SIGN(QC_SIGN_QUOTE));
    qc_vocabulary_signed(vocabulary);
    return reader;
}

void qc_check_quotes(const struct qc_check *check)
{
    struct reader *reader = check->state;
    if (!check->text->own)
        return;
    reader->text = check->text;
    reader->seen = check->text->seen;
    read_text(reader);
    end_text(reader);
}

void qc_end_quotes(const struct qc_check *check)
{
    struct reader *reader = check->state;
    for (size_t i = 0; i < reader->carried.count; i++)
        report_alone(reader, &reader->carried.items[i]);
}
