/*
 * check_self.c - what a document says of itself: its number (NĐ 30/2020, PL
 * I.II.3; PL III.I) and its type, in the body as in the head.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/citation.h"

struct kind {
    const char *name, *code;
    bool rules; /* sets rules: it has an effect */
};

static const struct kind kinds[] = {
#define QC_KIND(name, code, basis, effect, authority) { name, code, effect },
#include "check/kinds.def"
};

static const struct kind *kind_of(struct qc_arena *arena, const struct qc_document *document)
{
    if (document->type == NULL)
        return NULL;
    struct qc_str key = qc_name_key(arena, document->type->plain);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (qc_name_matches(key, qc_str_from(kinds[i].name)))
            return &kinds[i];
    return NULL;
}

/* --- number ---------------------------------------------------------------- */

static void report_number(struct qc_compilation *cx, const struct qc_prose *prose, size_t begin, size_t end,
                          struct qc_str proper)
{
    struct qc_str typed = qc_str_slice(prose->text, begin, end);
    struct qc_span span = qc_prose_span(prose, begin, end);
    struct qc_diagnostic *d =
        qc_report(cx, span, QC_MSG(number_form), QC_STR_ARGS(typed), QC_STR_ARGS(proper));
    qc_fix(cx, d, span, proper);
    d->fix_is_safe = true;
}

/* "Số 474/…" typed with its lead word: a colon stands behind that. Items before the number. */
static size_t check_lead(struct qc_compilation *cx, const struct qc_reading *reading,
                         const struct qc_prose *prose)
{
    if (qc_reading_phrase(reading, 0, "số") == 0)
        return 0;
    if (qc_reading_mark(reading, 1, ':'))
        return 2;
    report_number(cx, prose, 0, reading->items.items[0].end, QC_STR("Số:"));
    return 1;
}

/* The letters behind the first stroke, when the figures are still to be given: "/QC-MNHS". */
static struct qc_str code_behind_stroke(const struct qc_reading *reading, size_t *begin)
{
    for (size_t i = 0; i + 1 < reading->items.count; i++) {
        const struct qc_item *next = &reading->items.items[i + 1];
        if (!qc_reading_mark(reading, i, '/') || next->kind != QC_ITEM_WORD)
            continue;
        *begin = next->begin;
        return qc_str_slice(reading->text, next->begin, next->end);
    }
    return QC_STR("");
}

/* A Quy chế has the letters QC. Those of another type are wrong; house letters (QCPH) may have been settled. */
static void check_code(struct qc_compilation *cx, const struct qc_prose *prose, const struct kind *kind,
                       size_t begin, struct qc_str code)
{
    if (kind == NULL || kind->code[0] == '\0' || code.len == 0 || qc_str_equal(code, qc_str_from(kind->code)))
        return;
    struct qc_str proper = qc_str_from(kind->code);
    struct qc_span span = qc_prose_span(prose, begin, begin + code.len);
    if (qc_act_of_code(code) != NULL)
        qc_report(cx, span, QC_MSG(number_form), QC_STR_ARGS(code), QC_STR_ARGS(proper));
    else
        qc_report(cx, span, QC_MSG(number_code), QC_STR_ARGS(code), QC_STR_ARGS(proper));
}

/* "88 QĐ-THAM" has no stroke, "88" no letters at all. */
static void check_figures(struct qc_compilation *cx, const struct qc_reading *reading,
                          const struct qc_prose *prose, const struct kind *kind, size_t at)
{
    if (at >= reading->items.count || reading->items.items[at].kind != QC_ITEM_NUMBER)
        return;
    const struct qc_item *figures = &reading->items.items[at], *letters = figures + 1;
    struct qc_str typed = qc_str_slice(prose->text, figures->begin, figures->end);
    if (at + 1 == reading->items.count) {
        const char *code = kind != NULL ? kind->code : "";
        struct qc_str proper =
            qc_str_format(&cx->arena, "%.*s/%s%s…", QC_STR_ARGS(typed), code, code[0] != '\0' ? "-" : "");
        qc_report(cx, qc_prose_span(prose, figures->begin, figures->end), QC_MSG(number_form),
                  QC_STR_ARGS(typed), QC_STR_ARGS(proper));
    } else if (letters->kind == QC_ITEM_WORD && letters->capital) {
        struct qc_str code = qc_str_slice(prose->text, letters->begin, letters->end);
        report_number(cx, prose, figures->begin, letters->end,
                      qc_str_format(&cx->arena, "%.*s/%.*s", QC_STR_ARGS(typed), QC_STR_ARGS(code)));
    }
}

static void check_number(const struct qc_check *check, const struct kind *kind)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_document *document = check->document;
    const struct qc_declaration *number = document->first[QC_KW_NUMBER];
    if (number == NULL || number->values.count == 0 || number->key.file != document->tree->source->id ||
        document->profile != QC_PROFILE_ND30)
        return;
    const struct qc_prose *prose = number->values.items[0];
    const struct qc_reading *reading = qc_reading_of(document->readings, prose->text);
    struct qc_symbol symbol;
    size_t at = check_lead(cx, reading, prose), begin = 0;
    if (at >= reading->items.count || !qc_symbol_read(reading, at, &symbol)) {
        struct qc_str code = code_behind_stroke(reading, &begin);
        check_code(cx, prose, kind, begin, code);
        check_figures(cx, reading, prose, kind, at);
        return;
    }
    struct qc_str proper = qc_symbol_proper(&cx->arena, reading, &symbol);
    if (symbol.value > 0 && symbol.value < 10 && symbol.figures == 1)
        proper = qc_str_format(&cx->arena, "0%.*s", QC_STR_ARGS(proper));
    if (!qc_str_equal(proper, qc_str_slice(prose->text, symbol.begin_at, symbol.end_at)))
        report_number(cx, prose, symbol.begin_at, symbol.end_at, proper);
    if (symbol.form != QC_SYMBOL_NATIONAL)
        check_code(cx, prose, kind, (size_t)(symbol.code.ptr - prose->text.ptr), symbol.code);
}

/* --- type ------------------------------------------------------------------ */

/* Types by which a document calls itself; the others are made while it is carried out. */
static const char *const selves[] = { "quy chế",   "quy định", "nội quy",   "kế hoạch",  "chương trình",
                                      "phương án", "đề án",    "hướng dẫn", "nghị quyết" };

static const struct qc_phrases self_phrases = QC_PHRASES(QC_TABLE_SELVES, selves);

static size_t self_at(const struct qc_reading *reading, size_t at, const char **name)
{
    size_t row, count = qc_reading_any(reading, at, &self_phrases, &row);
    if (count > 0)
        *name = selves[row];
    return count;
}

static void report_type(struct qc_compilation *cx, const struct qc_reading *reading,
                        const struct qc_prose *prose, const struct kind *kind, size_t first, size_t end)
{
    size_t begin = reading->items.items[first].begin, to = reading->items.items[end - 1].end;
    qc_report(cx, qc_prose_span(prose, begin, to), QC_MSG(type_mismatch),
              QC_STR_ARGS(qc_str_slice(prose->text, begin, to)),
              QC_STR_ARGS(qc_act_capitalised(&cx->arena, kind->name)));
}

/* A verb that makes a document, and the type behind it, at item number at; returns the items of both, or 0. */
static size_t made_at(const struct qc_reading *reading, size_t at, const char **name)
{
    static const char *const verbs[] = {
        "thống nhất ban hành", "thống nhất xây dựng", "thống nhất", "ban hành", "xây dựng", "đề ra", "lập"
    };
    static const struct qc_phrases verb_phrases = QC_PHRASES(QC_TABLE_MAKING, verbs);
    if (!qc_reading_may_begin(reading, at, &verb_phrases))
        return 0;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        size_t count = qc_reading_phrase(reading, at, verbs[i]);
        size_t named = count == 0 ? 0 : self_at(reading, at + count, name);
        if (named > 0)
            return count + named;
    }
    return 0;
}

/* "… thống nhất kế hoạch phối hợp … như sau:" before the body of a Quy chế, which it does not name. */
static bool check_enacting(struct qc_compilation *cx, const struct qc_reading *reading,
                           const struct qc_prose *prose, const struct kind *kind)
{
    bool leads_in = false;
    size_t first = 0, end = 0;
    for (size_t i = 0; i < reading->items.count; i++) {
        const char *name;
        size_t count = made_at(reading, i, &name);
        leads_in = leads_in || qc_reading_phrase(reading, i, "như sau") > 0;
        if (count > 0 && strcmp(name, kind->name) == 0)
            return false;
        if (count > 0 && end == 0) {
            first = i;
            end = i + count;
        }
    }
    if (leads_in && end > 0)
        report_type(cx, reading, prose, kind, first, end);
    return leads_in && end > 0;
}

/* "Quy định này" in a Quy chế, unless such a text was named before in the paragraph. */
static void check_this(struct qc_compilation *cx, const struct qc_reading *reading,
                       const struct qc_prose *prose, const struct kind *kind)
{
    const char *name, *named_before = NULL;
    for (size_t i = 0; (i = qc_reading_seek(reading, i, &self_phrases)) < reading->items.count; i++) {
        size_t count = self_at(reading, i, &name);
        if (count == 0)
            continue;
        bool this_one = qc_reading_phrase(reading, i + count, "này") > 0 && reading->items.items[i].capital;
        bool other = strcmp(name, kind->name) != 0 && named_before != name;
        if (this_one && other)
            report_type(cx, reading, prose, kind, i, i + count + 1);
        named_before = this_one ? named_before : name;
        i += count - 1;
    }
}

/* "Trên đây là …" is how a plan or a report ends; what sets rules ends with its effect. */
static void check_formula(struct qc_compilation *cx, const struct qc_reading *reading,
                          const struct qc_prose *prose, const struct kind *kind)
{
    enum { NEAR = 6 };
    size_t count = qc_reading_phrase(reading, 0, "trên đây là");
    const char *name;
    bool other = kind->rules;
    for (size_t i = count; count > 0 && i < count + NEAR && i < reading->items.count; i++)
        if (self_at(reading, i, &name) > 0) {
            other = strcmp(name, kind->name) != 0;
            break;
        }
    if (count > 0 && other)
        report_type(cx, reading, prose, kind, 0, count);
}

void qc_check_own_number(const struct qc_check *check)
{
    check_number(check, kind_of(&check->cx->arena, check->document));
}

void *qc_begin_self(const struct qc_check *check)
{
    const struct kind *kind = kind_of(&check->cx->arena, check->document);
    struct qc_readings *readings = check->document->readings;
    const char *name;
    if (kind == NULL || self_at(qc_reading_of(readings, qc_str_from(kind->name)), 0, &name) == 0)
        return NULL; /* a decision, a report: they speak of other texts */
    qc_phrase_table(readings, &self_phrases);
    qc_vocabulary_sign(&readings->vocabulary, QC_STR("trên"), QC_SIGN(QC_TABLE_SELVES)); /* "Trên đây là" */
    qc_vocabulary_sign(&readings->vocabulary, QC_STR("này"), QC_SIGN(QC_SIGN_THIS));
    qc_vocabulary_signed(&readings->vocabulary);
    return (void *)kind;
}

void qc_check_self(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct kind *kind = check->state;
    const struct qc_text *text = check->text;
    if (!text->own || !qc_text_is_running(text))
        return;
    bool said = text->kind == QC_TEXT_PREAMBLE && check_enacting(cx, check->reading, text->prose, kind);
    if (!said && (check->reading->signs & QC_SIGN(QC_SIGN_THIS)) != 0)
        check_this(cx, check->reading, text->prose, kind);
    check_formula(cx, check->reading, text->prose, kind);
}
