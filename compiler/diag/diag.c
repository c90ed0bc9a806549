/*
 * diag.c - collects diagnostics.
 *
 * Owns the catalogue's table. Must not print: text.c does.
 */
#include "diag/diag.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "base/limits.h"

/* All texts one behind the other: a table of their places has no address in it, which each process would have to fill in. */
static const struct texts {
#define QC_DIAG(slug, code, level, norm, vi, en)                                                              \
    char name_##slug[sizeof #slug], code_##slug[sizeof code], norm_##slug[sizeof norm], vi_##slug[sizeof vi], en_##slug[sizeof en];
#include "diag/diag.def"
#define QC_EXPLAIN(slug, vi, en) char explain_vi_##slug[sizeof vi], explain_en_##slug[sizeof en];
#include "diag/explain.def"
} texts = {
#define QC_DIAG(slug, code, level, norm, vi, en) #slug, code, norm, vi, en,
#include "diag/diag.def"
#define QC_EXPLAIN(slug, vi, en) vi, en,
#include "diag/explain.def"
};

/* Places in texts. Every row of diag.def must have an explanation, or this does not compile. */
static const struct {
    uint32_t slug, code, norm, format[QC_LANG_COUNT], explanation[QC_LANG_COUNT];
    enum qc_level level;
} catalogue[QC_DIAG_COUNT] = {
#define AT(member) (uint32_t)offsetof(struct texts, member)
#define QC_DIAG(slug, code, level, norm, vi, en)                                                              \
    { AT(name_##slug), AT(code_##slug), AT(norm_##slug), { AT(vi_##slug), AT(en_##slug) },                    \
      { AT(explain_vi_##slug), AT(explain_en_##slug) }, QC_LEVEL_##level },
#include "diag/diag.def"
};

static const char *text_at(uint32_t place)
{
    return (const char *)&texts + place;
}

struct qc_diag_info qc_diag_info(enum qc_diag_id id)
{
    return (struct qc_diag_info){
        .slug = text_at(catalogue[id].slug),
        .code = text_at(catalogue[id].code),
        .level = catalogue[id].level,
        .norm = text_at(catalogue[id].norm),
        .format = { text_at(catalogue[id].format[QC_LANG_VI]), text_at(catalogue[id].format[QC_LANG_EN]) },
        .explanation = { text_at(catalogue[id].explanation[QC_LANG_VI]), text_at(catalogue[id].explanation[QC_LANG_EN]) },
    };
}

const char *qc_norm_since(const char *norm)
{
    static const struct {
        const char *name, *since;
    } norms[] = {
#define QC_NORM(name, since) { name, since },
#include "diag/norms.def"
    };
    for (size_t i = 0; i < sizeof norms / sizeof norms[0]; i++)
        if (strncmp(norm, norms[i].name, strlen(norms[i].name)) == 0)
            return norms[i].since;
    return "";
}

static bool same_name(const char *typed, const char *name)
{
    for (; *typed != '\0' && *name != '\0'; typed++, name++) {
        char a = *typed == '-' ? '_' : *typed, b = *name;
        if (a >= 'A' && a <= 'Z')
            a = (char)(a + 32);
        if (b >= 'A' && b <= 'Z')
            b = (char)(b + 32);
        if (a != b)
            return false;
    }
    return *typed == *name;
}

enum qc_diag_id qc_diag_find(const char *name)
{
    for (int i = 0; i < QC_DIAG_COUNT; i++)
        if (same_name(name, text_at(catalogue[i].slug)) || same_name(name, text_at(catalogue[i].code)))
            return (enum qc_diag_id)i;
    return QC_DIAG_COUNT;
}

/* Where people can look: a module that is built in has no file. */
static struct qc_span place_to_show(const struct qc_compilation *cx, struct qc_span span)
{
    while (span.file < cx->sources.files.count && cx->sources.files.items[span.file]->built_in)
        span = cx->sources.files.items[span.file]->used_from;
    return span;
}

/* A text of the catalogue in both languages; args is used up. */
static void say(struct qc_compilation *cx, struct qc_str text[QC_LANG_COUNT], const char *const format[QC_LANG_COUNT],
                va_list args)
{
    for (int lang = 0; lang < QC_LANG_COUNT; lang++) {
        va_list copy;
        va_copy(copy, args);
        text[lang] = qc_str_vformat(&cx->arena, format[lang], copy);
        va_end(copy);
    }
}

struct qc_diagnostic *qc_report(struct qc_compilation *cx, struct qc_span span, enum qc_diag_id id,
                                const char *format_vi, const char *format_en, ...)
{
    cx->unseen = (struct qc_diagnostic){ .id = id, .span = span };
    if (!qc_diag_chosen(cx->choices, id, &cx->unseen.level))
        return &cx->unseen;
    cx->count[cx->unseen.level]++;
    if (cx->diagnostics.count == QC_MAX_DIAGNOSTICS) {
        cx->dropped++;
        return &cx->unseen;
    }
    struct qc_diagnostic *diagnostic = qc_alloc(&cx->arena, sizeof *diagnostic);
    diagnostic->id = id;
    diagnostic->level = cx->unseen.level;
    diagnostic->span = place_to_show(cx, span);
    va_list args;
    va_start(args, format_en);
    say(cx, diagnostic->text, (const char *const[]){ format_vi, format_en }, args);
    va_end(args);
    *qc_vec_push(&cx->arena, &cx->diagnostics) = diagnostic;
    return diagnostic;
}

void qc_note_at(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, struct qc_span span,
                const char *format_vi, const char *format_en, ...)
{
    if (diagnostic == &cx->unseen)
        return;
    struct qc_note *note = qc_vec_push(&cx->arena, &diagnostic->notes);
    note->has_span = true;
    note->span = place_to_show(cx, span);
    va_list args;
    va_start(args, format_en);
    say(cx, note->text, (const char *const[]){ format_vi, format_en }, args);
    va_end(args);
}

void qc_note(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, const char *format_vi,
             const char *format_en, ...)
{
    if (diagnostic == &cx->unseen)
        return;
    va_list args;
    va_start(args, format_en);
    say(cx, qc_vec_push(&cx->arena, &diagnostic->notes)->text, (const char *const[]){ format_vi, format_en }, args);
    va_end(args);
}

/* The newline that ends the comment lines behind the one at newline; that itself when there are none. */
static size_t comments_end(struct qc_str all, size_t newline)
{
    while (newline < all.len) {
        size_t line = newline + 1;
        line += qc_blank_prefix(qc_str_skip(all, line));
        if (!qc_str_starts(qc_str_skip(all, line), QC_STR("//")))
            break;
        newline = line + qc_str_find(qc_str_skip(all, line), QC_STR("\n"));
    }
    return newline;
}

/* From where on an edit goes that begins behind a comment, whose newline is given: its line goes when nothing stays in it. */
static size_t behind_comment(struct qc_str all, size_t newline, size_t end)
{
    if (end > newline && all.ptr[end - 1] == '\n')
        return newline + 1;
    if (end == all.len || all.ptr[end] == '\n')
        return newline;
    return newline + 1 + qc_blank_prefix(qc_str_skip(all, newline + 1));
}

static void add_edit(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, struct qc_span span, struct qc_str text)
{
    if (diagnostic->edits.count == 0)
        qc_vec_reserve(&cx->arena, &diagnostic->edits, 1); /* mostly there is no more */
    if (span.end > span.begin || text.len > 0)
        *qc_vec_push(&cx->arena, &diagnostic->edits) = (struct qc_edit){ span, qc_str_copy(&cx->arena, text) };
}

void qc_fix(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, struct qc_span span, struct qc_str text)
{
    const struct qc_source *source = span.file < cx->sources.files.count ? cx->sources.files.items[span.file] : NULL;
    struct qc_str all = source == NULL ? QC_STR("") : source->text;
    size_t comment = SIZE_MAX; /* where the one ends behind which the rest of the edit begins */
    if (diagnostic == &cx->unseen || (source != NULL && source->built_in))
        return;
    for (size_t at = span.begin; at < span.end && span.end <= all.len; at++) {
        size_t newline = at + qc_str_find(qc_str_slice(all, at, span.end), QC_STR("\n"));
        at = newline < span.end ? comments_end(all, newline) : newline;
        if (at == newline || at > span.end)
            continue;
        bool whole_line = text.len == 0 && (span.begin == 0 || all.ptr[span.begin - 1] == '\n');
        struct qc_span part = { span.begin, (uint32_t)newline + whole_line, span.file };
        if (comment != SIZE_MAX)
            part = (struct qc_span){ (uint32_t)behind_comment(all, comment, newline), (uint32_t)newline, span.file };
        add_edit(cx, diagnostic, part, text);
        text = QC_STR("");
        comment = at;
    }
    if (comment != SIZE_MAX)
        span.begin = (uint32_t)behind_comment(all, comment, span.end);
    add_edit(cx, diagnostic, span, text);
}

void qc_fix_moved(struct qc_compilation *cx, struct qc_diagnostic *diagnostic, struct qc_span lines)
{
    if (diagnostic != &cx->unseen)
        add_edit(cx, diagnostic, lines, QC_STR(""));
}

bool qc_diag_has_fix(const struct qc_diagnostic *diagnostic)
{
    return diagnostic->edits.count > 0 || diagnostic->fix_normalizes;
}

static int by_place(const void *left, const void *right)
{
    const struct qc_diagnostic *a = *(struct qc_diagnostic *const *)left;
    const struct qc_diagnostic *b = *(struct qc_diagnostic *const *)right;
    if (a->span.file != b->span.file)
        return a->span.file < b->span.file ? -1 : 1;
    if (a->span.begin != b->span.begin)
        return a->span.begin < b->span.begin ? -1 : 1;
    if (a->id != b->id)
        return a->id < b->id ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    size_t shorter = a->text[QC_LANG_EN].len < b->text[QC_LANG_EN].len ? a->text[QC_LANG_EN].len
                                                                       : b->text[QC_LANG_EN].len;
    int order = memcmp(a->text[QC_LANG_EN].ptr, b->text[QC_LANG_EN].ptr, shorter);
    if (order != 0 || a->text[QC_LANG_EN].len == b->text[QC_LANG_EN].len)
        return order;
    return a->text[QC_LANG_EN].len < b->text[QC_LANG_EN].len ? -1 : 1;
}

static bool repeats(const struct qc_diagnostic *a, const struct qc_diagnostic *b)
{
    return by_place(&a, &b) == 0 && qc_str_equal(a->text[QC_LANG_EN], b->text[QC_LANG_EN]);
}

void qc_diagnostics_sort(struct qc_compilation *cx)
{
    if (cx->diagnostics.count < 2)
        return;
    qsort(cx->diagnostics.items, cx->diagnostics.count, sizeof *cx->diagnostics.items, by_place);
    size_t kept = 1;
    for (size_t i = 1; i < cx->diagnostics.count; i++) {
        struct qc_diagnostic *diagnostic = cx->diagnostics.items[i];
        if (repeats(cx->diagnostics.items[kept - 1], diagnostic))
            cx->count[diagnostic->level]--;
        else
            cx->diagnostics.items[kept++] = diagnostic;
    }
    cx->diagnostics.count = kept;
}
