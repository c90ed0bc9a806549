/*
 * check_ends.c - the mark at the end: of the document (./.), of the items of
 * a list.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/markup.h"
#include "check/residue.h"
#include "check/visible.h"
#include "syntax/token.h"

/* --- the closing mark of the document --------------------------------------- */

/* The last paragraph before the signatures. */
static const struct qc_text *last_text(struct qc_arena *arena, const struct qc_texts *texts)
{
    for (size_t i = texts->items.count; i-- > 0;) {
        const struct qc_text *text = &texts->items.items[i];
        bool printed = text->kind == QC_TEXT_BODY || text->kind == QC_TEXT_TITLE || text->kind == QC_TEXT_CLOSING;
        if (text->own && printed && !qc_is_residue(arena, text->prose))
            return text;
    }
    return NULL;
}

/* The end of what stands in stars: "*… thi hành./.*"; end when none close there. */
static size_t before_emphasis(struct qc_str text, size_t end)
{
    size_t at = end;
    while (at > 0 && text.ptr[at - 1] == '*')
        at--;
    return at > 0 && text.ptr[at - 1] != '\\' && text.ptr[at - 1] != ' ' ? at : end;
}

void qc_check_closing_mark(const struct qc_check *check)
{
    const struct qc_text *last = last_text(&check->cx->arena, check->texts);
    if (last == NULL || last->kind == QC_TEXT_TITLE || qc_check_is_fragment(check->document) ||
        qc_markup_ends(last->prose->text))
        return;
    struct qc_str text = last->prose->text;
    size_t end = before_emphasis(text, qc_words_end(text)), begin = end, word;
    if (qc_str_ends(qc_str_slice(text, 0, end), QC_STR("./.")))
        return;
    struct qc_str seen = qc_visible(&check->cx->arena, last->prose); /* the ";" of "&nbsp;" is no mark */
    while (begin > 0 && strchr("./;,:", seen.ptr[begin - 1]) != NULL)
        begin--;
    for (word = begin; word > 0 && text.ptr[word - 1] != ' '; word--) {
    }
    struct qc_diagnostic *d = qc_report(check->cx, qc_prose_span(last->prose, word, end), QC_MSG(end_mark));
    qc_fix(check->cx, d, qc_prose_span(last->prose, begin, end), QC_STR("./."));
    d->fix_is_safe = true;
}

/* --- items of a list -------------------------------------------------------- */

struct item {
    const struct qc_unit *unit;
    const struct qc_prose *prose; /* its last paragraph */
    unsigned mark;
    bool has_sentences; /* several: it may end in a full stop among items that end in ";" */
};

typedef QC_VEC(struct item) items;

/* "… xã. Trường hợp": a full stop inside, and a capital behind it */
static bool has_inner_stop(struct qc_str text)
{
    size_t n;
    for (size_t i = 1; i + 2 < text.len && (i += qc_str_find(qc_str_skip(text, i), QC_STR("."))) + 2 < text.len; i++)
        if (text.ptr[i + 1] == ' ' && qc_is_upper(qc_utf8_decode(text, i + 2, &n)))
            return true;
    return false;
}

static bool may_lack_parts(enum qc_style style)
{
    return qc_style_info(style)->rank >= qc_style_info(QC_STYLE_LETTER)->rank;
}

/* Where the mark stands, or should. */
static struct qc_span mark_span(const struct item *item, bool with_mark)
{
    size_t end = qc_words_end(item->prose->text);
    return qc_prose_span(item->prose, with_mark && end > 0 ? end - 1 : end, end);
}

static struct qc_span last_word(const struct item *item)
{
    struct qc_str text = item->prose->text;
    size_t end = qc_words_end(text), begin = end;
    while (begin > 0 && text.ptr[begin - 1] != ' ')
        begin--;
    return qc_prose_span(item->prose, begin, end);
}

static void report_missing(struct qc_compilation *cx, const struct item *item, const char *mark)
{
    struct qc_diagnostic *d = qc_report(cx, last_word(item), QC_MSG(list_end), mark);
    qc_fix(cx, d, mark_span(item, false), qc_str_from(mark));
    d->fix_is_safe = true;
}

/* ";" and "." in one list: said once, at the first that has the rarer mark. */
static void report_mixed(struct qc_compilation *cx, const items *list, unsigned model)
{
    struct qc_diagnostic *d = NULL;
    const char *mark = model == ';' ? ";" : ".";
    for (size_t i = 0; i < list->count; i++) {
        const struct item *item = &list->items[i];
        bool last = item->unit->next == NULL;
        bool other = item->mark == ',' || ((item->mark == ';' || item->mark == '.') && item->mark != model);
        if (last || !other || (model == ';' && item->mark == '.' && item->has_sentences))
            continue;
        struct qc_str text = item->prose->text;
        size_t end = qc_words_end(text);
        if (end == 0 || (unsigned char)text.ptr[end - 1] != item->mark)
            continue; /* the mark stands inside a quote or bracket */
        if (qc_str_ends(qc_str_slice(text, 0, end), QC_STR("./.")))
            continue; /* it ends the document, though an empty item stands behind it */
        if (d == NULL)
            d = qc_report(cx, last_word(item), QC_MSG(list_end), mark);
        qc_fix(cx, d, mark_span(item, true), qc_str_from(mark));
        d->fix_is_safe = true;
    }
}

static unsigned model_of(const items *list)
{
    size_t semicolons = 0, stops = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct item *item = &list->items[i];
        if (item->unit->next == NULL && list->count > 1)
            continue; /* the last ends in a full stop in either */
        semicolons += item->mark == ';';
        stops += item->mark == '.' && !item->has_sentences;
    }
    return semicolons == 0 && stops == 0 ? 0 : semicolons >= stops && semicolons > 0 ? ';' : '.';
}

static void check_list(struct qc_compilation *cx, const items *list)
{
    unsigned model = model_of(list);
    bool any = false;
    for (size_t i = 0; i < list->count; i++)
        any = any || list->items[i].mark != 0;
    if (!any)
        return; /* a list of names */
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].mark == 0) {
            bool last = list->items[i].unit->next == NULL;
            report_missing(cx, &list->items[i], last || model != ';' ? "." : ";");
        }
    if (list->count > 1 && may_lack_parts(list->items[0].unit->marker.style) && model != 0)
        report_mixed(cx, list, model);
}

static bool is_item(const struct qc_unit *unit)
{
    return !qc_style_is_heading(unit->marker.style) && unit->first_child == NULL && unit->paragraph_count > 0 &&
           unit->form == QC_FORM_SENTENCE;
}

/* What an item ends with; NULL when it is no part of the text. */
static const struct qc_prose *last_paragraph(struct qc_arena *arena, const struct qc_unit *unit)
{
    for (size_t i = unit->paragraph_count; i-- > 0;)
        if (!qc_is_residue(arena, qc_unit_paragraph(unit, i)))
            return qc_unit_paragraph(unit, i);
    return NULL;
}

/* The items of one parent that follow each other in one style. */
void qc_check_list_ends(const struct qc_check *check)
{
    items list = { 0 };
    struct qc_arena *scratch = &check->cx->scratch; /* most units have a list, and no list outlives its unit */
    struct qc_arena_mark mark = qc_arena_mark(scratch);
    scratch->out_of_memory = check->cx->arena.out_of_memory;
    enum qc_style style = QC_STYLE_ROOT;
    for (const struct qc_unit *child = check->unit->first_child; child != NULL; child = child->next) {
        if (child->marker.style != style) {
            if (list.count > 0)
                check_list(check->cx, &list);
            list.count = 0;
            style = child->marker.style;
        }
        if (!is_item(child))
            continue;
        const struct qc_prose *last = last_paragraph(&check->cx->arena, child);
        if (last == NULL || qc_markup_ends(last->text))
            continue;
        struct item item = { child, last, qc_end_mark(last->text), child->paragraph_count > 1 };
        item.has_sentences = item.has_sentences || has_inner_stop(last->text);
        *qc_vec_push(scratch, &list) = item;
    }
    if (list.count > 0)
        check_list(check->cx, &list);
    qc_arena_release(scratch, mark);
}
