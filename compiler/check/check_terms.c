/*
 * check_terms.c - what a document settles beside its rules: what it replaces,
 * how it says from when it holds, who its parties are.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/citation.h"

/* --- what is replaced ------------------------------------------------------ */

/* Does the value hold a {…} that may print a whole citation? One of a school year does not. */
static bool prints_instrument(const struct qc_reading *reading)
{
    return reading->items.count > 0 && reading->items.items[0].kind == QC_ITEM_OPAQUE;
}

static struct qc_str own_number(const struct qc_document *document)
{
    const struct qc_declaration *number = document->first[QC_KW_NUMBER];
    return number == NULL || number->values.count == 0 ? QC_STR("") : number->values.items[0]->text;
}

static void check_value(const struct qc_check *check, const struct qc_prose *prose,
                        struct qc_reading *reading)
{
    struct qc_compilation *cx = check->cx;
    struct qc_citation citation;
    struct qc_found_date found;
    qc_reading_take(&cx->arena, reading, prose->text);
    if (prints_instrument(reading))
        return;
    bool number = qc_citation_next(reading, 0, &citation), date = qc_found_date_next(reading, 0, &found);
    for (size_t i = 0; i + 1 < reading->items.count; i++) { /* room to be filled in: "số …", "ngày …" */
        bool room = reading->items.items[i + 1].kind == QC_ITEM_MARK ||
                    reading->items.items[i + 1].kind == QC_ITEM_OPAQUE;
        number = number || (room && qc_reading_phrase(reading, i, "số") > 0);
        date = date || (room && qc_reading_phrase(reading, i, "ngày") > 0);
    }
    struct qc_str own = own_number(check->document);
    bool self =
        number && own.len > 0 &&
        qc_str_equal(own, qc_str_slice(prose->text, citation.symbol.begin_at, citation.symbol.end_at));
    if (number && date && !self)
        return;
    struct qc_diagnostic *d = qc_report(cx, qc_prose_whole(prose), QC_MSG(replace_incomplete),
                                        self     ? "số"
                                        : number ? "ngày"
                                        : date   ? "số"
                                                 : "số, ngày");
    if (self)
        qc_note(cx, d, QC_NOTE_MSG(own_number));
}

void qc_check_replaced(const struct qc_check *check)
{
    const struct qc_tree *tree = check->document->tree;
    struct qc_reading reading = { 0 };
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        for (size_t k = 0; declaration->keyword->id == QC_KW_REPLACES && k < declaration->values.count; k++)
            check_value(check, declaration->values.items[k], &reading);
    }
}

/* --- effect ---------------------------------------------------------------- */

/* Words that stand where "có hiệu lực" belongs; longer ones first. */
static const char *const verbs[] = {
    "được thực hiện",       "được áp dụng", "được thi hành", "được triển khai", "có giá trị thi hành",
    "có giá trị thực hiện", "có giá trị",   "thực hiện",     "áp dụng",         "thi hành",
};

/* {hiệu lực}, or "(kể) từ ngày ký", "từ ngày 01…" */
static bool is_start(struct qc_arena *arena, const struct qc_reading *reading, size_t at)
{
    if (at >= reading->items.count)
        return false;
    const struct qc_item *item = &reading->items.items[at];
    if (item->kind == QC_ITEM_OPAQUE && reading->text.ptr[item->begin] == '{') {
        struct qc_str body = qc_str_trim(qc_str_slice(reading->text, item->begin + 1, item->end - 1));
        const struct qc_keyword *keyword = qc_keyword_info(QC_KW_EFFECT);
        struct qc_str key = qc_name_key(arena, body);
        return qc_name_matches(key, qc_str_from(keyword->vietnamese)) ||
               qc_str_equal(key, qc_str_from(keyword->english));
    }
    at += qc_reading_phrase(reading, at, "kể");
    size_t count = qc_reading_phrase(reading, at, "từ ngày");
    if (count == 0 || at + count >= reading->items.count)
        return false;
    return qc_reading_phrase(reading, at + count, "ký") > 0 ||
           qc_reading_phrase(reading, at + count, "ban hành") > 0 ||
           reading->items.items[at + count].kind == QC_ITEM_NUMBER;
}

/* "<type> … này" a few words before, in the same sentence, and no "hiệu lực" between. */
static bool is_about_itself(const struct qc_reading *reading, size_t at)
{
    enum { FAR = 10 };
    bool this_one = false;
    for (size_t i = at; i > 0 && at - i < FAR; i--) {
        size_t count;
        if (qc_reading_mark(reading, i - 1, '.') || qc_reading_mark(reading, i - 1, ';') ||
            qc_reading_phrase(reading, i - 1, "hiệu lực") > 0)
            return false;
        this_one = this_one || qc_reading_phrase(reading, i - 1, "này") > 0;
        if (this_one && qc_act_here(reading, i - 1, &count) != NULL)
            return true;
    }
    return false;
}

void qc_check_effect_wording(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    struct qc_compilation *cx = check->cx;
    struct qc_reading reading = { 0 };
    if (!text->own || !qc_text_is_running(text))
        return;
    qc_reading_take(&cx->arena, &reading, text->prose->text);
    for (size_t i = 0; i < reading.items.count; i++)
        for (size_t k = 0; k < sizeof verbs / sizeof verbs[0]; k++) {
            size_t count = qc_reading_phrase(&reading, i, verbs[k]);
            if (count == 0)
                continue;
            if (is_start(&cx->arena, &reading, i + count) && is_about_itself(&reading, i)) {
                size_t begin = reading.items.items[i].begin, end = reading.items.items[i + count - 1].end;
                struct qc_span span = qc_prose_span(text->prose, begin, end);
                struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(effect_wording),
                                                    QC_STR_ARGS(qc_str_slice(text->prose->text, begin, end)));
                qc_fix(cx, d, span, QC_STR("có hiệu lực"));
            }
            i += count - 1;
            break;
        }
}

/* --- parties --------------------------------------------------------------- */

/* "Chi đoàn", "Chính quyền" name a part that many bodies have; an official name has a name of its own in it. */
static bool is_official(struct qc_arena *arena, struct qc_str name)
{
    enum { WORDS = 4 };
    struct qc_reading reading = { 0 };
    qc_reading_take(arena, &reading, name);
    return reading.items.count >= WORDS;
}

static bool is_named(const struct qc_check *check, const struct qc_party *party)
{
    struct qc_arena *arena = &check->cx->arena;
    bool named = party->full_name.len > 0 || is_official(arena, party->name);
    for (size_t i = 0; i < party->aliases.count && !named; i++)
        named = is_official(arena, party->aliases.items[i]);
    return named;
}

void qc_check_party_names(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    if (document->attached || document->first[QC_KW_ISSUER] != NULL || qc_check_is_fragment(document))
        return; /* the head names the body whose parts the parties are */
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        bool own = party->declaration->key.file == document->tree->source->id;
        bool begun = party->declaration->fields.count > 0 && party->has_signer;
        /* without a signatory signature-missing says that the party is not settled */
        if (own && party->is_party && party->signs && begun && !is_named(check, party))
            qc_report(check->cx, party->name_span, QC_MSG(party_unnamed), QC_STR_ARGS(party->name));
    }
}
