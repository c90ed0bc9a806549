/*
 * labels.c - anchors of units, labels, and what a reference prints.
 *
 * Owns the table of labels. Numbers are taken as they stand.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "sema/resolve.h"
#include "sema/sema.h"

/* --- anchors ---------------------------------------------------------- */

static void add_number(struct qc_buf *buf, struct qc_str number)
{
    for (size_t i = 0; i < number.len; i++) {
        if (qc_str_starts(qc_str_skip(number, i), QC_STR("đ")) || qc_str_starts(qc_str_skip(number, i), QC_STR("Đ"))) {
            qc_buf_add(buf, QC_STR("dd")); /* anchors are ASCII; no other number has two letters */
            i++;
        } else {
            qc_buf_char(buf, number.ptr[i]);
        }
    }
}

/* A unit's own is known: it has been counted from the one beside it, or is the first. */
static void count(struct qc_unit *unit)
{
    if (unit->ordinal == 0)
        unit->ordinal = 1;
    if (unit->next != NULL && unit->next->marker.style == unit->marker.style)
        unit->next->ordinal = unit->ordinal + 1;
}

/* #II.1, #dieu-5.2.a, #II.1.-2: articles are numbered through the text, so their path begins anew. */
static struct qc_str anchor_of(struct qc_arena *arena, const struct qc_unit *unit)
{
    struct qc_buf buf = { .arena = arena };
    if (unit->parent->parent != NULL && unit->marker.style != QC_STYLE_ARTICLE) {
        qc_buf_add(&buf, unit->parent->anchor);
        qc_buf_char(&buf, '.');
    }
    qc_buf_add(&buf, qc_str_from(qc_style_info(unit->marker.style)->anchor));
    if (unit->marker.number_length == 0)
        qc_buf_add(&buf, qc_str_format(arena, "%u", unit->ordinal)); /* items are counted */
    else
        add_number(&buf, qc_marker_number(&unit->marker));
    return qc_buf_settle(&buf);
}

static void set_anchor(struct qc_arena *arena, struct qc_arena *scratch, struct qc_map *taken, struct qc_unit *unit)
{
    struct qc_str plain = anchor_of(arena, unit), anchor = plain;
    struct qc_unit *holder = qc_map_add(scratch, taken, anchor, unit);
    while (holder != unit) { /* a number that stands twice: the second is IV.2-2 */
        holder->repeats++;
        anchor = qc_str_format(arena, "%.*s-%u", QC_STR_ARGS(plain), holder->repeats + 1);
        holder = qc_map_add(scratch, taken, anchor, unit) == unit ? unit : qc_map_get(taken, plain);
    }
    unit->anchor = anchor;
}

/* --- labels ----------------------------------------------------------- */

static bool is_item(const struct qc_unit *unit)
{
    return qc_style_info(unit->marker.style)->citation[0] == '\0';
}

static void add_label(struct qc_sema *sema, struct qc_unit *unit, const struct qc_prose *prose, size_t begin,
                      size_t end)
{
    struct qc_compilation *cx = sema->cx;
    struct qc_str name = qc_str_trim(qc_str_slice(prose->text, begin + 2, end - 1));
    struct qc_span span = qc_prose_span(prose, begin, end);
    if (is_item(unit)) /* it is kept all the same: a reference to it is no second mistake */
        qc_report(cx, span, QC_MSG(label_on_item));
    bool ends_line = end == prose->text.len || qc_str_trim(qc_str_skip(prose->text, end)).len == 0;
    for (size_t i = 1; i < qc_prose_piece_count(prose) && !ends_line; i++)
        ends_line = qc_prose_piece(prose, i).text == end + 1; /* ends a line of a wrapped paragraph */
    if (!ends_line)
        qc_report(cx, span, QC_MSG(label_misplaced));
    struct qc_label *label = qc_alloc(&cx->arena, sizeof *label);
    struct qc_str key = qc_name_key(&cx->arena, name);
    *label = (struct qc_label){ name, key, qc_name_bare(&cx->arena, key), span, unit };
    struct qc_label *holder = qc_map_add(&cx->arena, &sema->symbols->labels_by_key, key, label);
    qc_map_add(&cx->arena, &sema->symbols->labels_by_bare, label->bare, label);
    if (holder != label) {
        struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(label_duplicate), QC_STR_ARGS(name));
        qc_note_at(cx, d, holder->span, QC_NOTE_MSG(first_here));
        return;
    }
    *qc_vec_push(&cx->arena, &sema->symbols->labels) = label;
    unit->label = label;
}

static void find_labels(struct qc_sema *sema, struct qc_unit *unit)
{
    for (size_t i = 0; i < unit->paragraph_count; i++) {
        const struct qc_prose *prose = qc_unit_paragraph(unit, i);
        size_t from = 0, begin, end;
        if (qc_str_find(prose->text, QC_STR("{#")) == prose->text.len)
            continue;
        while (from < prose->text.len && qc_inline_next_reference(prose->text, from, &begin, &end)) {
            if (prose->text.ptr[begin + 1] == '#')
                add_label(sema, unit, prose, begin, end);
            from = end;
        }
    }
}

void qc_sema_labels(struct qc_sema *sema)
{
    struct qc_compilation *cx = sema->cx;
    struct qc_arena_mark mark = qc_arena_mark(&cx->scratch);
    cx->scratch.out_of_memory = cx->arena.out_of_memory;
    struct qc_map taken = { 0 };
    uint32_t place = 0;
    size_t units = 0;
    for (struct qc_unit *unit = qc_unit_next(sema->tree->root); unit != NULL; unit = qc_unit_next(unit))
        units++;
    qc_map_reserve(&cx->scratch, &taken, units);
    for (struct qc_unit *unit = qc_unit_next(sema->tree->root); unit != NULL; unit = qc_unit_next(unit)) {
        count(unit);
        unit->place = ++place;
        for (struct qc_unit *around = unit; around != NULL; around = around->parent)
            around->last_place = place;
        set_anchor(&cx->arena, &cx->scratch, &taken, unit);
        find_labels(sema, unit);
        sema->has_section_labels = sema->has_section_labels || unit->marker.style == QC_STYLE_SECTION;
    }
    qc_arena_release(&cx->scratch, mark);
    qc_arena_hand_on(&cx->scratch, &cx->arena);
}

const struct qc_unit *qc_sema_find_label(struct qc_sema *sema, struct qc_str name, struct qc_span span)
{
    struct qc_arena *arena = &sema->cx->arena;
    const struct qc_label *label = qc_symbols_label(sema->symbols, arena, name);
    if (label != NULL)
        return label->unit;
    struct qc_str key = qc_name_key(arena, name);
    struct qc_diagnostic *d = qc_report(sema->cx, span, QC_MSG(label_unknown), QC_STR_ARGS(name));
    size_t best = 3;
    struct qc_str near = QC_STR("");
    for (size_t i = 0; i < sema->symbols->labels.count && sema->suggested < QC_MAX_SUGGESTIONS; i++) {
        size_t distance = qc_name_distance(arena, key, sema->symbols->labels.items[i]->key, 2);
        if (distance < best) {
            best = distance;
            near = sema->symbols->labels.items[i]->name;
        }
    }
    sema->suggested++;
    if (near.len > 0)
        qc_note(sema->cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(near));
    return NULL;
}

/* --- references ------------------------------------------------------- */

struct qc_str qc_sema_reference(const struct qc_sema *sema, const struct qc_unit *unit)
{
    return qc_unit_reference(&sema->cx->arena, unit, sema->has_section_labels);
}

struct qc_str qc_unit_reference(struct qc_arena *arena, const struct qc_unit *unit, bool has_section_labels)
{
    struct qc_buf buf = { .arena = arena };
    struct qc_str inside = QC_STR(""); /* 1.2 names its clause 1 itself */
    for (; unit->parent != NULL; unit = unit->parent) {
        const struct qc_style_info *style = qc_style_info(unit->marker.style);
        bool named = inside.len > 0 && qc_str_equal(inside, qc_marker_number(&unit->marker));
        if (style->citation[0] == '\0')
            continue;
        if (named) {
            inside = qc_marker_prefix(&unit->marker);
            continue;
        }
        bool sign = unit->marker.style == QC_STYLE_LETTER_SIGN || unit->marker.style == QC_STYLE_ROMAN_SIGN;
        if (buf.len > 0)
            qc_buf_char(&buf, ' ');
        /* beside headings "Mục 1" a sign is cited in small letters, so that "Mục" means those */
        qc_buf_add(&buf, sign && has_section_labels ? QC_STR("mục") : qc_str_from(style->citation));
        qc_buf_char(&buf, ' ');
        qc_buf_add(&buf, qc_marker_number(&unit->marker));
        inside = qc_marker_prefix(&unit->marker);
        if (unit->marker.style == QC_STYLE_ARTICLE)
            break;
    }
    return qc_buf_str(&buf);
}
