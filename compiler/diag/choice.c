/*
 * choice.c - which rules are reported, and names of rules as people type them.
 *
 * Owns nothing. Must not report: what a wrong name means is the caller's to
 * say.
 */
#include "base/utf8.h"
#include "diag/diag.h"

bool qc_diag_is_binding(enum qc_diag_id id)
{
    const struct qc_diag_info info = qc_diag_info(id);
    return info.level == QC_LEVEL_ERROR && (strchr("045", info.code[2]) != NULL);
}

bool qc_diag_is_of_printing(enum qc_diag_id id)
{
    return qc_diag_info(id).code[2] == '5';
}

bool qc_diag_is_of_chains(enum qc_diag_id id)
{
    return qc_diag_info(id).code[2] == '6';
}

bool qc_diag_is_of_import(enum qc_diag_id id)
{
    return qc_diag_info(id).code[2] == '7';
}

size_t qc_diag_find_all(const char *name, enum qc_diag_id found[QC_DIAG_COUNT])
{
    static const struct {
        const char *group;
        enum qc_diag_id rule;
    } members[] = {
#define QC_IN_GROUP(group, rule) { #group, QC_D_##rule },
#include "diag/groups.def"
    };
    size_t count = 0;
    found[0] = qc_diag_find(name);
    if (found[0] != QC_DIAG_COUNT)
        return 1;
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (strcmp(members[i].group, name) == 0)
            found[count++] = members[i].rule;
    return count;
}

void qc_choices_none(struct qc_choices *choices)
{
    for (int i = 0; i < QC_DIAG_COUNT; i++)
        if (!qc_diag_is_binding((enum qc_diag_id)i))
            choices->rule[i] = QC_REPORT_NOT;
}

void qc_choices_overlay(struct qc_choices *under, const struct qc_choices *over)
{
    for (int i = 0; i < QC_DIAG_COUNT; i++)
        if (over->rule[i] != QC_REPORT_AS_IT_IS)
            under->rule[i] = over->rule[i];
    if (over->least_chosen)
        under->least = over->least;
}

bool qc_diag_chosen(const struct qc_choices *choices, enum qc_diag_id id, enum qc_level *level)
{
    *level = qc_diag_info(id).level;
    if (choices == NULL || qc_diag_is_binding(id))
        return true;
    switch ((enum qc_report_as)choices->rule[id]) {
    case QC_REPORT_AS_IT_IS: break;
    case QC_REPORT_NOT: return false;
    case QC_REPORT_WARNING: *level = QC_LEVEL_WARNING; break;
    case QC_REPORT_ERROR: *level = QC_LEVEL_ERROR; break;
    }
    return *level >= choices->least;
}

struct qc_str qc_diag_slug(struct qc_arena *arena, enum qc_diag_id id)
{
    struct qc_str slug = qc_str_from(qc_diag_info(id).slug);
    char *text = qc_str_terminated(arena, slug);
    for (size_t i = 0; i < slug.len; i++)
        text[i] = text[i] == '_' ? '-' : text[i];
    return (struct qc_str){ text, slug.len };
}

enum qc_diag_id qc_diag_nearest(struct qc_arena *arena, struct qc_str typed)
{
    enum { LONGEST = 64 }; /* bytes; no slug is longer */
    if (typed.len == 0 || typed.len > LONGEST)
        return QC_DIAG_COUNT;
    struct qc_str key = qc_str_copy(arena, qc_name_key(arena, typed)); /* small letters, "-" as a blank */
    for (size_t i = 0; i < key.len; i++)
        if (key.ptr[i] == ' ')
            ((char *)key.ptr)[i] = '_';
    enum qc_diag_id nearest = QC_DIAG_COUNT;
    size_t least = 0;
    for (int i = 0; i < QC_DIAG_COUNT; i++) {
        /* a code has nothing to guess by: all are near each other */
        struct qc_str slug = qc_str_from(qc_diag_info((enum qc_diag_id)i).slug);
        size_t limit = slug.len / 3, distance = qc_name_distance(arena, key, slug, limit);
        if (distance <= limit && (nearest == QC_DIAG_COUNT || distance < least)) {
            nearest = (enum qc_diag_id)i;
            least = distance;
        }
    }
    return nearest;
}

size_t qc_diagnostics_count(const struct qc_compilation *cx, enum qc_diag_id id)
{
    size_t count = 0;
    for (size_t i = 0; i < cx->diagnostics.count; i++)
        count += cx->diagnostics.items[i]->id == id;
    return count;
}
