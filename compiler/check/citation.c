/*
 * citation.c - reads the numbers of the documents that a text cites.
 *
 * Owns nothing. Must not judge: the checks do.
 */
#include "check/citation.h"

#include "base/utf8.h"

static const struct qc_item *item_at(const struct qc_reading *reading, size_t at)
{
    return at < reading->items.count ? &reading->items.items[at] : &qc_no_item;
}

static struct qc_str typed(const struct qc_reading *reading, const struct qc_item *item)
{
    return qc_str_slice(reading->text, item->begin, item->end);
}

static bool is_dash(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = item_at(reading, at);
    return item->kind == QC_ITEM_MARK &&
           (qc_str_equal(item->lexeme->key, QC_STR("-")) || qc_str_equal(item->lexeme->key, QC_STR("–")));
}

/* Letters of a symbol: capitals, at most one small among them ("TTg", "CTr"), a session behind them ("QH14"). */
static bool is_letters(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = item_at(reading, at);
    if (item->kind != QC_ITEM_WORD || !item->capital)
        return false;
    struct qc_str text = typed(reading, item);
    size_t capitals = 0, small = 0, n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        capitals += qc_is_upper(c);
        small += qc_is_lower(c);
    }
    return capitals >= 2 && small <= 1;
}

/* Letters without vowel marks: in a text all in capitals "522/QĐ CỦA" is no symbol. */
static bool is_plain(struct qc_str text)
{
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (c >= 0x80 && c != 0x110)
            return false;
    }
    return true;
}

/* What stands between two items is to be `proper`. */
static void separate(const struct qc_reading *reading, struct qc_symbol *symbol, size_t left, size_t right,
                     const char *proper)
{
    size_t begin = item_at(reading, left)->end, end = item_at(reading, right)->begin;
    if (qc_str_equal(qc_str_slice(reading->text, begin, end), qc_str_from(proper)))
        return;
    if (symbol->fault_count < QC_SYMBOL_FAULTS)
        symbol->faults[symbol->fault_count++] = (struct qc_symbol_fault){ begin, end, proper };
}

/* Item number behind the letters at `at`, "&" and what is glued to it included: "SGD&ĐT". */
static size_t letters_end(const struct qc_reading *reading, size_t at)
{
    while (qc_reading_mark(reading, at + 1, '&') && !item_at(reading, at + 1)->blank &&
           item_at(reading, at + 2)->kind == QC_ITEM_WORD && !item_at(reading, at + 2)->blank)
        at += 2;
    return at + 1;
}

/* The separator at `at`, behind letters, that leads to further ones. Returns the item behind it, or 0. */
static size_t next_letters(const struct qc_reading *reading, struct qc_symbol *symbol, size_t at, bool first)
{
    const struct qc_item *mark = item_at(reading, at), *next = item_at(reading, at + 1);
    bool known = first && symbol->form == QC_SYMBOL_TYPED;
    bool glued = !mark->blank && !next->blank;
    if (is_dash(reading, at) && next->kind == QC_ITEM_WORD && next->capital &&
        (glued || is_letters(reading, at + 1))) {
        separate(reading, symbol, at - 1, at + 1, "-");
        return at + 1;
    }
    bool stroke = qc_reading_mark(reading, at, '/');
    bool slip = stroke || qc_reading_mark(reading, at, '_') || qc_reading_mark(reading, at, '.');
    if (slip && glued && is_letters(reading, at + 1)) {
        if (!stroke || known) /* the decrees of old have a stroke there */
            separate(reading, symbol, at - 1, at + 1, "-");
        return at + 1;
    }
    if (known && mark->blank && is_letters(reading, at) && is_plain(typed(reading, mark))) {
        separate(reading, symbol, at - 1, at, "-"); /* "522/QĐ UBND" */
        return at;
    }
    return 0;
}

static void read_body(const struct qc_reading *reading, struct qc_symbol *symbol, size_t at)
{
    size_t groups = 1;
    size_t end = letters_end(reading, at), last = at;
    for (size_t next; (next = next_letters(reading, symbol, end, groups == 1)) != 0; groups++) {
        last = next;
        end = letters_end(reading, next);
    }
    symbol->end = end;
    symbol->end_at = item_at(reading, end - 1)->end;
    symbol->body = qc_str_slice(reading->text, item_at(reading, last)->begin, symbol->end_at);
}

static bool is_year(const struct qc_item *item)
{
    return item->kind == QC_ITEM_NUMBER && item->lexeme->key.len == 4 &&
           (qc_str_starts(item->lexeme->key, QC_STR("19")) || qc_str_starts(item->lexeme->key, QC_STR("20")));
}

static enum qc_symbol_form form_of(struct qc_str code, bool year)
{
    size_t last = code.len - 1;
    bool session = code.ptr[last] >= '0' && code.ptr[last] <= '9';
    if (year && session && (qc_str_starts(code, QC_STR("QH")) || qc_str_starts(code, QC_STR("UBTVQH"))))
        return QC_SYMBOL_NATIONAL;
    if (year)
        return QC_SYMBOL_NORMATIVE;
    return qc_act_of_code(code) != NULL ? QC_SYMBOL_TYPED : QC_SYMBOL_LETTER;
}

/* "/2020/NĐ-CP", "/KH-MNBC" behind the figures */
static bool read_stroke(const struct qc_reading *reading, size_t at, struct qc_symbol *symbol)
{
    size_t code = at + 2;
    bool year = is_year(item_at(reading, at + 2)) && qc_reading_mark(reading, at + 3, '/');
    if (year)
        code = at + 4;
    bool single = year && item_at(reading, code)->kind == QC_ITEM_WORD && item_at(reading, code)->capital &&
                  is_dash(reading, code + 1); /* "L-CTN" */
    if (!is_letters(reading, code) && !single)
        return false;
    separate(reading, symbol, at, at + 2, "/");
    if (year)
        separate(reading, symbol, at + 2, at + 4, "/");
    symbol->code = qc_str_slice(reading->text, item_at(reading, code)->begin,
                                item_at(reading, letters_end(reading, code) - 1)->end);
    symbol->form = form_of(symbol->code, year);
    read_body(reading, symbol, code);
    bool more = symbol->end > letters_end(reading, code);
    return symbol->lead || year || more;
}

/* "-CT/TW" behind the figures; with blanks or another dash only for a known type */
static bool read_dash(const struct qc_reading *reading, size_t at, struct qc_symbol *symbol)
{
    size_t code = at + 2;
    const struct qc_item *letters = item_at(reading, code);
    if (!is_letters(reading, code) || !qc_reading_mark(reading, code + 1, '/') ||
        !is_letters(reading, code + 2))
        return false;
    symbol->code = typed(reading, letters);
    bool glued = !item_at(reading, at + 1)->blank && !letters->blank;
    if (!glued && (!symbol->lead || qc_act_of_code(symbol->code) == NULL))
        return false;
    separate(reading, symbol, at, code, "-");
    separate(reading, symbol, code, code + 2, "/");
    symbol->form = QC_SYMBOL_PARTY;
    read_body(reading, symbol, code + 2);
    return true;
}

/* Figures of a number, glued to "số" or not; false when they are none. */
static bool read_figures(const struct qc_reading *reading, size_t at, struct qc_symbol *symbol)
{
    enum { LONGEST = 5 };
    const struct qc_item *item = item_at(reading, at);
    size_t from = 0;
    if (item->kind == QC_ITEM_WORD && qc_str_starts(item->lexeme->key, QC_STR("số"))) {
        from = strlen("số");
        symbol->lead = true;
        size_t begin = item->begin + from;
        if (item->lexeme->key.len > from)
            symbol->faults[symbol->fault_count++] = (struct qc_symbol_fault){ begin, begin, " " };
    } else if (item->kind != QC_ITEM_NUMBER) {
        return false;
    }
    for (size_t i = from; i < item->lexeme->key.len && item->lexeme->key.ptr[i] >= '0' && item->lexeme->key.ptr[i] <= '9'; i++) {
        symbol->value = symbol->value * 10 + (unsigned)(item->lexeme->key.ptr[i] - '0');
        if (++symbol->figures > LONGEST)
            return false;
    }
    size_t rest = item->lexeme->key.len - from - symbol->figures; /* "30a/2008" */
    symbol->begin_at = item->begin + from;
    return symbol->figures > 0 && rest <= 1;
}

bool qc_symbol_read(const struct qc_reading *reading, size_t at, struct qc_symbol *symbol)
{
    *symbol = (struct qc_symbol){ .first = at };
    bool rest = at > 0 && !item_at(reading, at)->blank &&
                (qc_reading_mark(reading, at - 1, '/') ||
                 is_dash(reading, at - 1)); /* of a number that is no number */
    if (rest || !read_figures(reading, at, symbol))
        return false;
    size_t before = at;
    while (before > 0 &&
           (qc_reading_mark(reading, before - 1, ':') || qc_reading_mark(reading, before - 1, '.')))
        before--;
    symbol->lead = symbol->lead || (before > 0 && qc_reading_phrase(reading, before - 1, "số") > 0);
    if (qc_reading_mark(reading, at + 1, '/'))
        return read_stroke(reading, at, symbol);
    return is_dash(reading, at + 1) && read_dash(reading, at, symbol);
}

struct qc_str qc_symbol_proper(struct qc_arena *arena, const struct qc_reading *reading,
                               const struct qc_symbol *symbol)
{
    struct qc_buf proper = { .arena = arena };
    size_t at = symbol->begin_at;
    for (size_t i = 0; i < symbol->fault_count; i++) {
        const struct qc_symbol_fault *fault = &symbol->faults[i];
        if (fault->end <= symbol->begin_at)
            continue; /* the blank before it */
        qc_buf_add(&proper, qc_str_slice(reading->text, at, fault->begin));
        qc_buf_add(&proper, qc_str_from(fault->proper));
        at = fault->end;
    }
    qc_buf_add(&proper, qc_str_slice(reading->text, at, symbol->end_at));
    return qc_buf_str(&proper);
}

bool qc_citation_next(const struct qc_reading *reading, size_t from, struct qc_citation *citation)
{
    for (size_t i = from; i < reading->items.count; i++) {
        const struct qc_item *item = &reading->items.items[i];
        bool candidate = item->kind == QC_ITEM_NUMBER ||
                         (item->kind == QC_ITEM_WORD && qc_str_starts(item->lexeme->key, QC_STR("số")));
        if (!candidate || !qc_symbol_read(reading, i, &citation->symbol))
            continue;
        size_t end = i;
        if (citation->symbol.lead && item->kind == QC_ITEM_NUMBER)
            while (end > 0 && qc_reading_phrase(reading, end, "số") == 0)
                end--;
        citation->type = qc_act_before(reading, end, &citation->type_item);
        return true;
    }
    return false;
}
