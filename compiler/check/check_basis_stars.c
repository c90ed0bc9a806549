/*
 * check_basis_stars.c - bases that were put in italics all at once: a star
 * before the first and one behind the last, which can be no pair.
 *
 * Each star is reported where inline marks are read; here is their fix.
 */
#include "base/map.h"
#include "base/utf8.h"
#include "check/check.h"

struct stars {
    const struct qc_check *check;
    struct qc_map by_place; /* findings of the document's own stars */
};

static struct qc_str key_of(const uint32_t *place)
{
    return (struct qc_str){ (const char *)place, sizeof *place };
}

static void collect(struct stars *stars)
{
    struct qc_compilation *cx = stars->check->cx;
    for (size_t i = 0; i < cx->diagnostics.count; i++) {
        struct qc_diagnostic *d = cx->diagnostics.items[i];
        if (d->id == QC_D_star_unpaired && d->span.file == stars->check->document->tree->source->id)
            qc_map_add(&cx->arena, &stars->by_place, key_of(&d->span.begin), d);
    }
}

/* The finding of the only star of a text, when it stands at the end asked for. */
static struct qc_diagnostic *lone_star(const struct stars *stars, const struct qc_prose *prose, bool at_end)
{
    struct qc_str text = qc_str_trim(prose->text);
    size_t star = qc_str_find(text, QC_STR("*"));
    bool alone = star < text.len && memchr(text.ptr + star + 1, '*', text.len - star - 1) == NULL;
    if (!alone || star != (at_end ? text.len - 1 : 0))
        return NULL;
    star += (size_t)(text.ptr - prose->text.ptr);
    uint32_t place = qc_prose_span(prose, star, star + 1).begin;
    return qc_map_get(&stars->by_place, key_of(&place));
}

static void take_away(const struct qc_check *check, struct qc_diagnostic *d, struct qc_fix_group *group)
{
    d->edits.count = 0;
    qc_fix(check->cx, d, d->span, QC_STR(""));
    d->fix_is_safe = true;
    d->group = group;
    group->members++;
}

void qc_check_basis_stars(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct stars stars = { .check = check };
    struct qc_diagnostic *open = NULL, *close;
    collect(&stars);
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        if (recital->kind == QC_RECITAL_PREAMBLE || recital->prose == NULL ||
            recital->prose->file != document->tree->source->id)
            continue;
        close = open == NULL ? NULL : lone_star(&stars, recital->prose, true);
        if (close != NULL) {
            struct qc_fix_group *group = qc_alloc(&check->cx->arena, sizeof *group);
            take_away(check, open, group);
            take_away(check, close, group);
            open = NULL;
        }
        struct qc_diagnostic *next = lone_star(&stars, recital->prose, false);
        open = next == NULL ? open : next;
    }
}
