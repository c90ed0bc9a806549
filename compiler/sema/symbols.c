/*
 * symbols.c - finds names and labels in their tables (language: "Names match
 * with their marks, or with none").
 *
 * Reports nothing: what is not found may be something else.
 */
#include "sema/symbols.h"

#include "base/utf8.h"

struct qc_name *qc_symbols_name(const struct qc_symbols *symbols, struct qc_arena *arena, struct qc_str typed,
                                const struct qc_name **twin)
{
    struct qc_arena_mark mark = qc_arena_mark(arena);
    struct qc_str key = qc_name_key(arena, typed);
    struct qc_name *exact = qc_map_get(&symbols->names_by_key, key);
    struct qc_name *bare = exact == NULL ? qc_map_get(&symbols->names_by_bare, key) : NULL;
    if (bare != NULL && !qc_name_matches(key, bare->key))
        bare = NULL; /* typed with marks: they must agree */
    qc_arena_release(arena, mark);
    *twin = bare != NULL ? bare->twin : NULL;
    return exact != NULL ? exact : bare;
}

size_t qc_name_split_index(struct qc_str typed, struct qc_str *name)
{
    size_t end = typed.len, index = 0;
    while (end > 0 && typed.ptr[end - 1] >= '0' && typed.ptr[end - 1] <= '9' && typed.len - end < 4)
        end--;
    for (size_t i = end; i < typed.len; i++)
        index = index * 10 + (size_t)(typed.ptr[i] - '0');
    *name = qc_str_trim(qc_str_slice(typed, 0, end));
    return end < typed.len && end > 0 && name->len < end ? index : 0;
}

struct qc_braced qc_symbols_braced(const struct qc_symbols *symbols, struct qc_arena *arena,
                                   struct qc_str typed)
{
    struct qc_braced braced = { .stem = typed };
    if ((braced.name = qc_symbols_name(symbols, arena, typed, &braced.twin)) != NULL)
        return braced;
    size_t index = qc_name_split_index(typed, &braced.stem);
    if (index > 0 && (braced.name = qc_symbols_name(symbols, arena, braced.stem, &braced.twin)) != NULL &&
        (braced.twin != NULL || (braced.name->kind == QC_NAME_KEYWORD &&
                                 qc_keyword_info(braced.name->keyword)->form == QC_KEYWORD_LIST))) {
        braced.index = index;
        return braced;
    }
    size_t dot = qc_str_find(typed, QC_STR("."));
    braced.has_field = dot < typed.len; /* no entry's name has a full stop */
    braced.stem = qc_str_trim(qc_str_slice(typed, 0, dot));
    braced.field = braced.has_field ? qc_str_trim(qc_str_skip(typed, dot + 1)) : QC_STR("");
    braced.name = braced.has_field ? qc_symbols_name(symbols, arena, braced.stem, &braced.twin) : NULL;
    if (braced.name == NULL)
        braced.entry = qc_registry_find(arena, braced.stem);
    return braced;
}

const struct qc_label *qc_symbols_label(const struct qc_symbols *symbols, struct qc_arena *arena,
                                        struct qc_str typed)
{
    struct qc_str key = qc_name_key(arena, typed);
    const struct qc_label *label = qc_map_get(&symbols->labels_by_key, key);
    if (label != NULL)
        return label;
    label = qc_map_get(&symbols->labels_by_bare, key); /* typed with no mark at all */
    return label != NULL && qc_name_matches(key, label->key) ? label : NULL;
}

const struct qc_keyword *qc_symbols_field(struct qc_arena *arena, enum qc_name_kind kind, struct qc_str typed)
{
    if (kind == QC_NAME_PARTY)
        return qc_field_find(arena, QC_KW_PARTY, typed);
    return kind == QC_NAME_INSTRUMENT ? qc_field_find(arena, QC_KW_INSTRUMENT, typed) : NULL;
}
