/*
 * check_effect.c - from when a document holds, as its text says it: where it
 * does, and where it does not say "có hiệu lực" (NĐ 30/2020, PL III, Mẫu
 * 1.2-1.3).
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/citation.h"

/* Words that stand where "có hiệu lực" belongs; longer ones first. */
static const char *const verbs[] = {
    "được thực hiện",       "được áp dụng", "được thi hành", "được triển khai", "có giá trị thi hành",
    "có giá trị thực hiện", "có giá trị",   "thực hiện",     "áp dụng",         "thi hành",
};

static const struct qc_phrases verb_phrases = QC_PHRASES(QC_TABLE_EFFECTS, verbs);

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

/* "gồm 2 chương, 4 điều," before item number at: where it begins; at when nothing of the kind stands there. */
static size_t before_extent(const struct qc_reading *reading, size_t at)
{
    enum { LONGEST = 16 };
    bool counted = false;
    for (size_t i = at; i > 0 && at - i < LONGEST; i--) {
        enum qc_item_kind kind = reading->items.items[i - 1].kind;
        if (qc_reading_phrase(reading, i - 1, "gồm") > 0)
            return counted ? i - 1 : at;
        counted = counted || kind == QC_ITEM_NUMBER;
        if (kind != QC_ITEM_WORD && kind != QC_ITEM_NUMBER && !qc_reading_mark(reading, i - 1, ','))
            break;
    }
    return at;
}

/* "<type> … này" a few words before, in the same sentence, and no "hiệu lực" between. */
static bool is_about_itself(const struct qc_reading *reading, size_t at)
{
    enum { FAR = 10 };
    bool this_one = false;
    at = before_extent(reading, at);
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

/* "có hiệu lực (thi hành)" at item number at, and from when; returns whether both stand there. */
static bool is_clause(struct qc_arena *arena, const struct qc_reading *reading, size_t at)
{
    static const char *const starts[] = { "sau", "từ", "kể từ", "trong năm học", "trong thời hạn", "đến" };
    size_t count = qc_reading_phrase(reading, at, "có hiệu lực");
    size_t row, other = count > 0 ? 0 : qc_reading_any(reading, at, &verb_phrases, &row);
    if (other > 0)
        return is_start(arena, reading, at + other); /* not the right word, which is a finding of its own */
    if (count == 0)
        return false;
    at += count;
    at += qc_reading_phrase(reading, at, "thi hành");
    for (size_t k = 0; k < sizeof starts / sizeof starts[0]; k++)
        if (qc_reading_phrase(reading, at, starts[k]) > 0)
            return true;
    return is_start(arena, reading, at);
}

/* "Quy chế có hiệu lực …": the type of the document a few words before, without a number of its own. */
static bool names_type(const struct qc_reading *reading, size_t at, const char *type)
{
    enum { FAR = 8 };
    at = before_extent(reading, at);
    for (size_t i = at; i > 0 && at - i < FAR; i--) {
        if (reading->items.items[i - 1].kind != QC_ITEM_WORD)
            return false;
        if (qc_reading_phrase(reading, i - 1, type) > 0)
            return true;
    }
    return false;
}

bool qc_check_states_effect(const struct qc_check *check)
{
    struct qc_arena *arena = &check->cx->arena;
    const struct qc_document *document = check->document;
    const char *type = document->type == NULL
                           ? "văn bản"
                           : qc_str_terminated(arena, qc_name_key(arena, document->type->plain));
    for (size_t i = 0; i < check->texts->items.count; i++) {
        const struct qc_text *text = &check->texts->items.items[i];
        if (!qc_text_is_running(text) && text->kind != QC_TEXT_TITLE)
            continue; /* the first line of an article may be read as its title */
        const struct qc_reading *reading = qc_reading_of(document->readings, text->prose->text);
        for (size_t k = 0; k < reading->items.count; k++)
            if (is_clause(arena, reading, k) && (is_about_itself(reading, k) || names_type(reading, k, type)))
                return true;
    }
    return false;
}

void *qc_begin_effect_wording(const struct qc_check *check)
{
    struct qc_vocabulary *vocabulary = &check->document->readings->vocabulary;
    qc_phrase_table(check->document->readings, &verb_phrases);
    qc_vocabulary_sign(vocabulary, QC_STR("này"), QC_SIGN(QC_SIGN_THIS));
    qc_vocabulary_signed(vocabulary);
    return check->cx;
}

void qc_check_effect_wording(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    const struct qc_reading *reading = check->reading;
    struct qc_compilation *cx = check->cx;
    if (!text->own || !qc_text_is_running(text) || (reading->signs & QC_SIGN(QC_SIGN_THIS)) == 0)
        return; /* it has to be said of this document */
    for (size_t i = 0; (i = qc_reading_seek(reading, i, &verb_phrases)) < reading->items.count; i++) {
        size_t row, count = qc_reading_any(reading, i, &verb_phrases, &row);
        if (count == 0)
            continue;
        if (is_start(&cx->arena, reading, i + count) && is_about_itself(reading, i)) {
            size_t begin = reading->items.items[i].begin, end = reading->items.items[i + count - 1].end;
            struct qc_span span = qc_prose_span(text->prose, begin, end);
            struct qc_diagnostic *d =
                qc_report(cx, span, QC_MSG(effect_wording), QC_STR_ARGS(qc_str_slice(text->prose->text, begin, end)));
            qc_fix(cx, d, span, QC_STR("có hiệu lực"));
        }
        i += count - 1;
    }
}
