/*
 * check_citations.c - how a text cites other documents: the form of the
 * number, the capital of the type, type and abbreviation, and what the first
 * mention must say (NĐ 30/2020, PL I.II.3, I.II.6.b; PL II; PL III.I).
 */
#include "base/map.h"
#include "base/utf8.h"
#include "check/basis.h"
#include "check/check.h"

/* --- form ----------------------------------------------------------------- */

static void check_form(struct qc_compilation *cx, const struct qc_reading *reading,
                       const struct qc_prose *prose, const struct qc_symbol *symbol)
{
    if (symbol->fault_count == 0)
        return;
    bool glued = symbol->faults[0].end <= symbol->begin_at; /* "số10/HD-LĐLĐ" */
    struct qc_str word = glued ? QC_STR("số ") : QC_STR("");
    size_t begin = glued ? symbol->begin_at - strlen("số") : symbol->begin_at;
    struct qc_str proper = qc_symbol_proper(&cx->arena, reading, symbol);
    proper = qc_str_format(&cx->arena, "%.*s%.*s", QC_STR_ARGS(word), QC_STR_ARGS(proper));
    struct qc_diagnostic *d =
        qc_report(cx, qc_prose_span(prose, begin, symbol->end_at), QC_MSG(cite_form),
                  QC_STR_ARGS(qc_str_slice(prose->text, begin, symbol->end_at)), QC_STR_ARGS(proper));
    for (size_t i = 0; i < symbol->fault_count; i++)
        qc_fix(cx, d, qc_prose_span(prose, symbol->faults[i].begin, symbol->faults[i].end),
               qc_str_from(symbol->faults[i].proper));
    d->fix_is_safe = true;
}

/* --- type ----------------------------------------------------------------- */

static void check_case(struct qc_compilation *cx, const struct qc_reading *reading,
                       const struct qc_prose *prose, const struct qc_citation *citation)
{
    const struct qc_item *first = &reading->items.items[citation->type_item];
    if (first->capital)
        return;
    struct qc_str proper = qc_act_capitalised(&cx->arena, citation->type->name);
    size_t end = first->begin + strlen(citation->type->name), n, small;
    struct qc_diagnostic *d =
        qc_report(cx, qc_prose_span(prose, first->begin, citation->symbol.end_at), QC_MSG(cite_case),
                  QC_STR_ARGS(qc_str_slice(prose->text, first->begin, end)), QC_STR_ARGS(proper));
    qc_utf8_decode(proper, 0, &n);
    qc_utf8_decode(prose->text, first->begin, &small);
    qc_fix(cx, d, qc_prose_span(prose, first->begin, first->begin + small), qc_str_slice(proper, 0, n));
    d->fix_is_safe = true;
}

/* "Hướng dẫn số 439/PGDĐT-NV": these letters are those of a công văn. */
static void check_code(struct qc_compilation *cx, const struct qc_prose *prose,
                       const struct qc_citation *citation)
{
    const struct qc_symbol *symbol = &citation->symbol;
    const struct qc_act *act = citation->type, *other = qc_act_of_code(symbol->code);
    if (symbol->form == QC_SYMBOL_NATIONAL || qc_act_takes_code(act, symbol->code))
        return;
    bool house =
        act->code[0] != '\0' && qc_str_starts(symbol->code, qc_str_from(act->code)); /* QCPH of a Quy chế */
    bool letter = other == NULL && symbol->form == QC_SYMBOL_LETTER;
    if (house || (other == NULL && !letter) || (letter && act->code[0] == '\0'))
        return;
    const char *name = letter ? "công văn" : other->name;
    qc_report(cx, qc_prose_span(prose, symbol->begin_at, symbol->end_at), QC_MSG(cite_type),
              QC_STR_ARGS(qc_str_slice(prose->text, symbol->begin_at, symbol->end_at)),
              QC_STR_ARGS(qc_act_capitalised(&cx->arena, name)),
              QC_STR_ARGS(qc_act_capitalised(&cx->arena, act->name)));
}

/* --- first mention -------------------------------------------------------- */

/* Where what is said of a number ends: at the next number, a ";" or the sentence's end, and not far away. */
static size_t mention_end(const struct qc_reading *reading, size_t from)
{
    enum { FAR = 60 };
    size_t i = from, end = reading->items.count < from + FAR ? reading->items.count : from + FAR;
    struct qc_symbol next;
    while (i < end && !qc_reading_mark(reading, i, ';') && !qc_symbol_read(reading, i, &next) &&
           !(qc_reading_mark(reading, i, '.') && i + 1 < end && reading->items.items[i + 1].blank))
        i++;
    return i;
}

static bool says(const struct qc_reading *reading, size_t from, size_t to, const char *word, bool figure)
{
    for (size_t i = from; i < to && i < reading->items.count; i++) {
        bool next = i + 1 < reading->items.count;
        if (qc_reading_phrase(reading, i, word) > 0 &&
            (!figure || (next && reading->items.items[i + 1].kind != QC_ITEM_WORD)))
            return true;
    }
    return false;
}

struct known {
    struct qc_map codes;       /* numbers that were cited already */
    struct qc_reading printed; /* of a text whose braces print some; its room serves the next */
};

static void check_first(struct qc_compilation *cx, const struct qc_reading *reading,
                        const struct qc_prose *prose, const struct qc_citation *citation,
                        struct known *known)
{
    const struct qc_symbol *symbol = &citation->symbol;
    struct qc_str number = qc_str_slice(prose->text, symbol->begin_at, symbol->end_at);
    bool first = qc_map_get(&known->codes, number) == NULL;
    qc_map_add(&cx->arena, &known->codes, number, known); /* a set: any value but NULL will do */
    if (!first || citation->type == NULL || citation->type->by_name || symbol->form == QC_SYMBOL_NATIONAL)
        return;
    size_t end = mention_end(reading, symbol->end);
    bool date = says(reading, symbol->end, end, "ngày", true);
    bool issuer =
        says(reading, symbol->end, end, "của", false) || says(reading, symbol->end, end, "do", false);
    if (date && issuer)
        return;
    size_t begin = reading->items.items[citation->type_item].begin;
    const char *lacking = !date && !issuer ? "ngày, cơ quan" : date ? "cơ quan" : "ngày";
    qc_report(cx, qc_prose_span(prose, begin, symbol->end_at), QC_MSG(cite_first), QC_STR_ARGS(number),
              lacking);
}

/* Number of items from at to the words, at most far away and in the same sentence; far when they are not there. */
static size_t distance(const struct qc_reading *reading, size_t at, size_t far, const char *words)
{
    for (size_t i = 0; i < far; i++) {
        if (qc_reading_phrase(reading, at + i, words) > 0)
            return i;
        if (qc_reading_mark(reading, at + i, '.') || qc_reading_mark(reading, at + i, ';'))
            return far;
    }
    return far;
}

/* "Điều lệ Hội CMHS do Bộ Giáo dục và Đào tạo ban hành": says who issued it, and neither number nor day. */
static void check_charter(struct qc_compilation *cx, const struct qc_reading *reading,
                          const struct qc_prose *prose)
{
    enum { NAME = 12, ISSUER = 14, BEHIND = 8 };
    const struct qc_item *items = reading->items.items;
    for (size_t i = 0; i + 2 < reading->items.count; i++) {
        if (qc_reading_phrase(reading, i, "điều lệ") == 0 || !items[i].capital)
            continue;
        size_t by = i + 2 + distance(reading, i + 2, NAME, "do");
        size_t made = by + distance(reading, by, ISSUER, "ban hành");
        bool whole = by < i + 2 + NAME && made < by + ISSUER;
        if (!whole || distance(reading, i, made - i + BEHIND, "số") < made - i + BEHIND ||
            distance(reading, i, made - i + BEHIND, "ngày") < made - i + BEHIND)
            continue;
        struct qc_str name = qc_str_slice(prose->text, items[i].begin, items[by - 1].end);
        qc_report(cx, qc_prose_span(prose, items[i].begin, items[made + 1].end), QC_MSG(cite_first),
                  QC_STR_ARGS(name), "số, ngày");
        i = made;
    }
}

/* --- the walk ------------------------------------------------------------- */

/* The numbers that {…} prints in a text are cited with all that their blocks say. */
static void remember(const struct qc_check *check, const struct qc_inlines *printed, struct known *known)
{
    struct qc_citation citation;
    qc_reading_cut(check->document->readings, printed->plain, &known->printed);
    for (size_t from = 0; qc_citation_next(&known->printed, from, &citation); from = citation.symbol.end)
        qc_map_add(&check->cx->arena, &known->codes,
                   qc_str_slice(printed->plain, citation.symbol.begin_at, citation.symbol.end_at), known);
}

static bool cites(enum qc_text_kind kind)
{
    return kind == QC_TEXT_BASIS || kind == QC_TEXT_PREAMBLE || kind == QC_TEXT_TITLE ||
           kind == QC_TEXT_BODY || kind == QC_TEXT_CLOSING || kind == QC_TEXT_VALUE;
}

void *qc_begin_citations(const struct qc_check *check)
{
    struct qc_vocabulary *vocabulary = &check->document->readings->vocabulary;
    qc_vocabulary_sign(vocabulary, QC_STR("lệ"), QC_SIGN(QC_SIGN_CHARTER));
    qc_vocabulary_signed(vocabulary);
    struct known *known = qc_alloc(&check->cx->arena, sizeof *known);
    for (size_t i = 0; i < check->document->recitals.count; i++)
        remember(check, check->document->recitals.items[i].content, known); /* check_bases.c wants those complete */
    return known;
}

void qc_check_citations(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_text *text = check->text;
    const struct qc_reading *reading = check->reading;
    struct qc_citation citation;
    if (!text->own || !cites(text->kind))
        return;
    bool figures = (reading->signs & QC_SIGN(QC_SIGN_FIGURE)) != 0;
    for (size_t from = 0; figures && qc_citation_next(reading, from, &citation); from = citation.symbol.end) {
        check_form(cx, reading, text->prose, &citation.symbol);
        if (citation.type != NULL) {
            check_case(cx, reading, text->prose, &citation);
            check_code(cx, text->prose, &citation);
        }
        if (qc_text_is_running(text) && !check->document->attached)
            check_first(cx, reading, text->prose, &citation, check->state);
    }
    if (qc_text_is_running(text) && (reading->signs & QC_SIGN(QC_SIGN_CHARTER)) != 0)
        check_charter(cx, reading, text->prose);
    if (text->printed != NULL && reading->odd && memchr(text->prose->text.ptr, '{', text->prose->text.len) != NULL &&
        !qc_str_equal(text->printed->plain, reading->text))
        remember(check, text->printed, check->state);
}
