/*
 * labels.c - labels of units, and what a reference prints.
 *
 * Owns the table of labels.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "sema/resolve.h"
#include "sema/sema.h"

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

void qc_sema_find_labels(struct qc_sema *sema, struct qc_unit *unit, const struct qc_prose *prose)
{
    size_t from = 0, begin, end;
    if (qc_str_find(prose->text, QC_STR("{#")) == prose->text.len)
        return;
    while (from < prose->text.len && qc_inline_next_reference(prose->text, from, &begin, &end)) {
        if (prose->text.ptr[begin + 1] == '#')
            add_label(sema, unit, prose, begin, end);
        from = end;
    }
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
    return qc_unit_reference(&sema->cx->arena, unit, sema->document->has_section_labels);
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
