/*
 * body.c - the units of a document: their places, anchors and labels, and the
 * inlines of their paragraphs.
 *
 * One walk does what can be done without the header, so that each unit is
 * looked at once. Nearly all paragraphs are one run of text without a mark;
 * those that are not wait until the names of the header are known.
 */
#include "sema/anchors.h"
#include "sema/glance.h"
#include "sema/sema.h"
#include "syntax/token.h"

/* A unit's own is known: it has been counted from the one beside it, or is the first. */
static void count(struct qc_unit *unit)
{
    if (unit->ordinal == 0)
        unit->ordinal = 1;
    if (unit->next != NULL && unit->next->marker.style == unit->marker.style)
        unit->next->ordinal = unit->ordinal + 1;
}

static void place(struct qc_unit *unit, uint32_t place)
{
    unit->place = place;
    for (struct qc_unit *around = unit; around != NULL; around = around->parent)
        around->last_place = place;
}

static void look_at_paragraphs(struct qc_sema *sema, struct qc_unit *unit)
{
    struct qc_arena *arena = &sema->cx->arena;
    unit->content = qc_alloc_array(arena, unit->paragraph_count, sizeof *unit->content);
    for (size_t i = 0; i < unit->paragraph_count; i++) {
        const struct qc_prose *prose = qc_unit_paragraph(unit, i);
        struct qc_inlines *content = &unit->content[i];
        struct qc_glance glance = qc_glance_at(prose->text);
        content->prose = prose;
        content->plain = prose->text;
        content->tame = glance.tame;
        content->no_reference = !glance.refers;
        if (glance.marked) {
            qc_sema_find_labels(sema, unit, prose);
            *qc_vec_push(arena, &sema->marked) = (struct qc_printed){ content, unit };
        } else if (glance.refers) {
            *qc_vec_push(arena, &sema->referring) = (struct qc_printed){ content, unit };
        }
    }
}

void qc_sema_units(struct qc_sema *sema)
{
    struct qc_compilation *cx = sema->cx;
    struct qc_arena_mark mark = qc_arena_mark(&cx->scratch);
    cx->scratch.out_of_memory = cx->arena.out_of_memory;
    struct qc_anchors anchors = qc_anchors_new(&cx->arena, &cx->scratch, sema->tree->lines->items.count);
    uint32_t places = 0;
    for (struct qc_unit *unit = qc_unit_next(sema->tree->root); unit != NULL; unit = qc_unit_next(unit)) {
        count(unit);
        place(unit, ++places);
        qc_anchors_set(&anchors, unit);
        look_at_paragraphs(sema, unit);
        sema->document->has_section_labels = sema->document->has_section_labels || unit->marker.style == QC_STYLE_SECTION;
    }
    qc_arena_release(&cx->scratch, mark);
    qc_arena_hand_on(&cx->scratch, &cx->arena);
}

void qc_sema_read_body(struct qc_sema *sema)
{
    sema->in_body = true;
    for (size_t i = 0; i < sema->marked.count; i++) {
        struct qc_printed printed = sema->marked.items[i];
        *printed.inlines = *qc_sema_inlines(sema, printed.inlines->prose);
        if (qc_glance_at(printed.inlines->plain).refers)
            *qc_vec_push(&sema->cx->arena, &sema->referring) = printed;
    }
    sema->in_body = false;
}
