/*
 * check_bases.c - the opening words and the end mark of legal bases, and what
 * each must say of its instrument (NĐ 30/2020, PL I.II.6.a).
 */
#include "base/utf8.h"
#include "check/basis.h"
#include "check/check.h"
#include "check/markup.h"
#include "syntax/token.h"

/* --- opening words -------------------------------------------------------- */

/* A text that sets rules has bases; a plan may say what it carries out. */
static bool sets_rules(struct qc_arena *arena, const struct qc_document *document)
{
    struct rule {
        const char *name;
        bool rules;
    };
    static const struct rule kinds[] = {
#define QC_KIND(name, code, basis, effect, authority) { name, effect },
#include "check/kinds.def"
    };
    if (document->type == NULL || document->profile != QC_PROFILE_ND30)
        return false; /* Party and Youth Union carry out what is above them */
    struct qc_str key = qc_name_key(arena, document->type->plain);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (qc_name_matches(key, qc_str_from(kinds[i].name)))
            return kinds[i].rules;
    return false;
}

static void check_prefix(const struct qc_check *check, const struct qc_prose *prose,
                         const struct qc_basis *basis)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_item *items = basis->reading->items.items;
    if (basis->lead == NULL || basis->lead_end >= basis->reading->items.count)
        return;
    const struct qc_item *first = &items[basis->lead_first], *last = &items[basis->lead_end - 1];
    /* in small letters the printed lead word stands before it: "Căn cứ căn cứ" */
    bool wrong = !basis->lead->proper || (!first->capital && basis->lead_first == 0);
    if (!wrong || (basis->lead->rules_only && !sets_rules(&cx->arena, check->document)))
        return;
    struct qc_str opening = qc_str_slice(prose->text, first->begin, last->end);
    if (!first->capital) /* as it is printed */
        opening = qc_str_format(&cx->arena, "Căn cứ %.*s", QC_STR_ARGS(opening));
    struct qc_diagnostic *d = qc_report(cx, qc_prose_span(prose, first->begin, last->end),
                                        QC_MSG(basis_prefix), QC_STR_ARGS(opening));
    if (first->capital)
        qc_fix(cx, d, qc_prose_span(prose, first->begin, last->end), QC_STR("Căn cứ"));
    else
        qc_fix(cx, d, qc_prose_span(prose, first->begin, items[basis->lead_end].begin), QC_STR(""));
    d->fix_is_safe = true;
}

/* --- type ----------------------------------------------------------------- */

/* "Căn cứ số 153/KH-MNMN": the number says which type it is. */
static void check_type(struct qc_compilation *cx, const struct qc_prose *prose, const struct qc_basis *basis)
{
    const struct qc_reading *reading = basis->reading;
    bool lead = qc_reading_phrase(reading, basis->head, "số") > 0;
    if (!basis->numbered || basis->type != NULL || basis->symbol.first > basis->head + (lead ? 2 : 0))
        return;
    size_t begin = reading->items.items[basis->head].begin;
    struct qc_str typed = qc_str_slice(prose->text, begin, basis->symbol.end_at);
    struct qc_diagnostic *d = qc_report(cx, qc_prose_span(prose, begin, basis->symbol.end_at),
                                        QC_MSG(basis_type), QC_STR_ARGS(typed));
    const struct qc_act *act = qc_act_of_code(basis->symbol.code);
    const char *name = basis->symbol.form == QC_SYMBOL_LETTER ? "công văn" : act != NULL ? act->name : NULL;
    if (name == NULL)
        return;
    struct qc_str type = qc_act_capitalised(&cx->arena, name);
    struct qc_str inserted =
        qc_str_format(&cx->arena, "%.*s %s", QC_STR_ARGS(type), basis->symbol.lead ? "" : "số ");
    qc_note(cx, d, QC_NOTE_MSG(write_instead),
            QC_STR_ARGS(qc_str_format(&cx->arena, "%.*s%.*s", QC_STR_ARGS(inserted), QC_STR_ARGS(typed))));
    qc_fix(cx, d, qc_prose_span(prose, begin, begin), inserted);
}

/* --- completeness --------------------------------------------------------- */

/* These name no single instrument when they are written in small letters without a number. */
static bool is_generic(const struct qc_basis *basis)
{
    static const char *const words[] = { "quy định", "luật",      "hướng dẫn", "chương trình", "thông báo",
                                         "báo cáo",  "phương án", "dự án",     "đề án",        "lệnh",
                                         "hợp đồng", "hiến pháp", "biên bản" };
    if (strcmp(basis->type->name, "biên bản") == 0 || strcmp(basis->type->name, "hiến pháp") == 0)
        return true; /* minutes are no instrument; the Constitution needs no date */
    if (basis->numbered || basis->reading->items.items[basis->head].capital)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strcmp(basis->type->name, words[i]) == 0)
            return true;
    return false;
}

/* A day, or the room for one: "ngày … tháng …". */
static bool has_date(const struct qc_basis *basis)
{
    struct qc_found_date found;
    if (qc_found_date_next(basis->reading, basis->head, &found) && found.first < basis->end)
        return true;
    for (size_t i = basis->head; i + 1 < basis->end; i++)
        if (qc_reading_phrase(basis->reading, i, "ngày") > 0 &&
            basis->reading->items.items[i + 1].kind != QC_ITEM_WORD)
            return true;
    return false;
}

/* A number, or the room for one: "số …/KH-MNBC". */
static bool has_number(const struct qc_basis *basis)
{
    for (size_t i = basis->type_end; i + 1 < basis->end && !basis->numbered; i++)
        if (qc_reading_phrase(basis->reading, i, "số") > 0 &&
            basis->reading->items.items[i + 1].kind != QC_ITEM_WORD)
            return true;
    return basis->numbered;
}

static bool has_issuer(const struct qc_basis *basis)
{
    for (size_t i = basis->type_end; i < basis->end; i++)
        if (qc_reading_phrase(basis->reading, i, "của") > 0 || qc_reading_phrase(basis->reading, i, "do") > 0)
            return true;
    return basis->numbered && basis->symbol.form == QC_SYMBOL_NATIONAL;
}

/* Words of a subject; failing that, more words than a body's name has. */
static bool has_subject(const struct qc_basis *basis)
{
    enum { LONGEST_NAME = 14, SHORTEST_SUBJECT = 3 };
    size_t from = basis->numbered ? basis->symbol.end : basis->type_end, words = 0;
    bool named = !basis->numbered; /* "Nghị quyết Đại hội Công đoàn ngày …" */
    for (size_t i = from; i < basis->end; i++) {
        const struct qc_item *item = &basis->reading->items.items[i];
        if (qc_basis_subject_at(basis, i) || item->kind == QC_ITEM_OPAQUE)
            return true;
        bool leaves = qc_reading_phrase(basis->reading, i, "của") > 0 ||
                      qc_reading_phrase(basis->reading, i, "ngày") > 0;
        if (leaves && named && words >= SHORTEST_SUBJECT)
            return true;
        named = named && !leaves;
        words = leaves ? 0 : words + (item->kind != QC_ITEM_MARK);
    }
    return words >= LONGEST_NAME || (named && words >= SHORTEST_SUBJECT);
}

/* Since the law on normative texts of 2025 they cite each other by number alone (NĐ 78/2025, in force 01/4/2025). */
static bool number_suffices(const struct qc_document *document, const struct qc_basis *basis)
{
    static const struct qc_date since = { 1, 4, 2025, true };
    long day = qc_date_number(document->date);
    bool normative = basis->symbol.form == QC_SYMBOL_NORMATIVE || basis->symbol.form == QC_SYMBOL_NATIONAL;
    return basis->numbered && normative && (day == 0 || day >= qc_date_number(since));
}

/*
 * A congress numbers neither its charter nor its resolution: its term says
 * which it is ("khóa XI", "lần thứ XIII"). The charter of the Party, and that
 * of a society in its own texts, is the one in force.
 */
static bool is_of_congress(const struct qc_document *document, const struct qc_basis *basis)
{
    static const char *const terms[] = { "khóa", "khoá", "nhiệm kỳ", "lần thứ" };
    const struct qc_reading *reading = basis->reading;
    bool resolution = strcmp(basis->type->name, "nghị quyết") == 0 &&
                      qc_reading_phrase(reading, basis->type_end, "đại hội") > 0;
    bool charter = strcmp(basis->type->name, "điều lệ") == 0;
    if (charter &&
        (document->profile != QC_PROFILE_ND30 || qc_reading_phrase(reading, basis->type_end, "đảng") > 0))
        return true;
    if (!resolution && !charter)
        return false;
    for (size_t i = basis->type_end; i < basis->end; i++)
        for (size_t k = 0; k < sizeof terms / sizeof terms[0]; k++) {
            size_t next = i + qc_reading_phrase(reading, i, terms[k]);
            if (next > i && next < basis->end &&
                (reading->items.items[next].kind == QC_ITEM_NUMBER || reading->items.items[next].capital))
                return true;
        }
    return false;
}

static void add_lacking(struct qc_buf *buf, bool present, const char *what)
{
    if (present)
        return;
    qc_buf_add(buf, buf->len > 0 ? QC_STR(", ") : QC_STR(""));
    qc_buf_add(buf, qc_str_from(what));
}

static void check_complete(const struct qc_check *check, const struct qc_recital *recital,
                           const struct qc_basis *typed)
{
    struct qc_compilation *cx = check->cx;
    struct qc_basis printed;
    qc_basis_read(check->document, recital->content->plain, &printed); /* what {…} stands for counts */
    if (printed.type == NULL || is_generic(&printed) || is_of_congress(check->document, &printed))
        return;
    struct qc_buf lacking = { .arena = &cx->arena };
    bool number = has_number(&printed), date = has_date(&printed);
    if (printed.type->by_name) {
        add_lacking(&lacking, number || date, "ngày hoặc số");
    } else {
        bool short_form = number_suffices(check->document, &printed);
        add_lacking(&lacking, number, "số");
        add_lacking(&lacking, date || short_form, "ngày");
        add_lacking(&lacking, has_issuer(&printed) || short_form, "cơ quan");
        add_lacking(&lacking, has_subject(&printed), "trích yếu");
    }
    if (lacking.len == 0)
        return;
    const struct qc_item *items = typed->reading->items.items;
    size_t begin = typed->head < typed->end ? items[typed->head].begin : 0;
    size_t end = typed->head < typed->end ? items[typed->end - 1].end : recital->prose->text.len;
    struct qc_str type = qc_act_capitalised(&cx->arena, printed.type->name);
    qc_report(cx, qc_prose_span(recital->prose, begin, end), QC_MSG(basis_incomplete), QC_STR_ARGS(type),
              QC_STR_ARGS(qc_buf_str(&lacking)));
}

/* --- end mark ------------------------------------------------------------- */

/* A comma behind the last basis is the form of the Party, and was that of offices before the decree (TT 01/2011/TT-BNV). */
static bool may_end_in_comma(const struct qc_document *document)
{
    static const struct qc_date decree = { 5, 3, 2020, true };
    long day = qc_date_number(document->date);
    return document->profile != QC_PROFILE_ND30 || (day > 0 && day < qc_date_number(decree));
}

/* Looked for through closing stars, in which a basis may stand. Normative texts go on with ";" to the enacting sentence. */
static void check_end(const struct qc_check *check, const struct qc_prose *prose, bool last)
{
    struct qc_compilation *cx = check->cx;
    struct qc_str text = qc_str_trim(prose->text);
    size_t at = (size_t)(text.ptr - prose->text.ptr) + text.len;
    while (at > 0 && (prose->text.ptr[at - 1] == '*' || prose->text.ptr[at - 1] == ' '))
        at--;
    char mark = at > 0 ? prose->text.ptr[at - 1] : 0, before = at > 1 ? prose->text.ptr[at - 2] : 0;
    char proper = last ? '.' : ';';
    bool other = mark == ';' || mark == ',' || (mark == '.' && before != '.' && before != '/');
    bool other_form = last && mark == ',' && may_end_in_comma(check->document);
    bool goes_on = last && mark == ';' && qc_basis_of_normative(check->document);
    if (!other || mark == proper || other_form || goes_on || qc_markup_ends(prose->text))
        return;
    struct qc_span span = qc_prose_span(prose, at - 1, at);
    struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(basis_end), mark, proper);
    qc_fix(cx, d, span, (struct qc_str){ &proper, 1 });
    d->fix_is_safe = true;
}

void qc_check_bases(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    size_t last = 0;
    for (size_t i = 0; i < document->recitals.count; i++)
        if (document->recitals.items[i].kind != QC_RECITAL_PREAMBLE)
            last = i;
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        if (!qc_basis_is_own(document, recital))
            continue;
        check_end(check, recital->prose, i == last);
        if (recital->kind != QC_RECITAL_BASIS)
            continue;
        struct qc_basis basis;
        qc_basis_read(document, recital->prose->text, &basis);
        check_prefix(check, recital->prose, &basis);
        check_type(check->cx, recital->prose, &basis);
        check_complete(check, recital, &basis);
    }
}
