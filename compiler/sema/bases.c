/*
 * bases.c - the legal bases that modules declare, as one list.
 *
 * A module has the bases of one field in order; two modules behind each other
 * would print laws behind circulars, and some twice. So those of all modules
 * stand together in the place of the first, the higher before the lower. The
 * document's own bases stay where they are; what they name is left out here.
 */
#include "base/utf8.h"
#include "sema/sema.h"

/* A basis of a module. */
struct ranked {
    struct qc_prose *prose;
    const struct qc_instrument *entry; /* or NULL */
    int rank;
    struct qc_str key, cited; /* of its words, and of the entry's citation; for comparing */
};

typedef QC_VEC(struct ranked) ranked_list;

/* The entry that a value names first: "{Luật Công đoàn 2024}", "{Luật Công đoàn 2024} được sửa đổi …"; or NULL. */
static const struct qc_instrument *entry_of(struct qc_arena *arena, struct qc_str value)
{
    size_t end = qc_str_find(value, QC_STR("}"));
    if (!qc_str_starts(value, QC_STR("{")) || end == value.len)
        return NULL;
    return qc_registry_find(arena, qc_str_trim(qc_str_slice(value, 1, end)));
}

/* Its place among bases: as the law on normative texts orders them (64/2025/QH15, Điều 4); the rest comes last. */
static int rank_of(const struct qc_instrument *instrument)
{
    static const struct {
        const char *type, *issuer; /* issuer "": any */
    } order[] = {
        { "Hiến pháp", "" },
        { "Bộ luật", "" },
        { "Luật", "" },
        { "Nghị quyết", "Quốc hội" },
        { "Pháp lệnh", "" },
        { "Nghị quyết", "Ủy ban Thường vụ Quốc hội" },
        { "Nghị quyết liên tịch", "" },
        { "Nghị định", "" },
        { "Quyết định", "Thủ tướng Chính phủ" },
        { "Thông tư", "" },
        { "Thông tư liên tịch", "" },
    };
    int rank = 0;
    for (; rank < (int)(sizeof order / sizeof order[0]); rank++)
        if (instrument != NULL && qc_str_equal(instrument->type, qc_str_from(order[rank].type)) &&
            (*order[rank].issuer == '\0' || qc_str_equal(instrument->issuer, qc_str_from(order[rank].issuer))))
            break;
    return rank;
}

static struct ranked read_basis(struct qc_arena *arena, const struct qc_keyword *keyword, struct qc_prose *prose)
{
    struct qc_str value = qc_str_trim(qc_str_skip(prose->text, qc_keyword_opener(keyword, prose->text)));
    struct ranked basis = { .prose = prose, .entry = entry_of(arena, value), .key = qc_name_key(arena, value) };
    basis.rank = rank_of(basis.entry);
    if (basis.entry != NULL)
        basis.cited = qc_name_key(arena, qc_instrument_cite(arena, basis.entry, true));
    return basis;
}

/* Do two bases name one instrument: by the same words, by one entry, or one by the entry's citation? */
static bool same_basis(const struct ranked *a, const struct ranked *b)
{
    if (a->entry != NULL && b->entry != NULL)
        return a->entry == b->entry;
    return qc_str_equal(a->key, b->key) || (a->entry != NULL && qc_str_starts(b->key, a->cited)) ||
           (b->entry != NULL && qc_str_starts(a->key, b->cited));
}

/* The place of a basis that names the same instrument; list->count when there is none. */
static size_t find_basis(const ranked_list *list, const struct ranked *basis)
{
    size_t at = 0;
    while (at < list->count && !same_basis(&list->items[at], basis))
        at++;
    return at;
}

/* Puts a basis behind those that do not rank below it. */
static void insert_basis(struct qc_arena *arena, ranked_list *list, struct ranked basis)
{
    qc_vec_push(arena, list);
    size_t at = list->count - 1;
    for (; at > 0 && list->items[at - 1].rank > basis.rank; at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = basis;
}

static void remove_basis(ranked_list *list, size_t at)
{
    for (list->count--; at < list->count; at++)
        list->items[at] = list->items[at + 1];
}

/* Adds what modules declare, or takes away what others do. */
static void go_through(struct qc_sema *sema, bool library, ranked_list *list)
{
    struct qc_arena *arena = &sema->cx->arena;
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declared *declared = &sema->declared.items[i];
        const struct qc_declaration *declaration = declared->declaration;
        bool wanted = declaration->keyword->id == QC_KW_BASIS && declared->library == library;
        for (size_t k = 0; wanted && k < declaration->values.count; k++) {
            struct ranked basis = read_basis(arena, declaration->keyword, declaration->values.items[k]);
            size_t at = find_basis(list, &basis);
            if (library && at == list->count)
                insert_basis(arena, list, basis);
            else if (!library && at < list->count)
                remove_basis(list, at);
        }
    }
}

/* Leaves the first declaration of bases by a module, if one is wanted; NULL when there is none. */
static struct qc_declared *keep_first(struct qc_sema *sema, bool wanted)
{
    struct qc_declared *first = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < sema->declared.count; i++) {
        struct qc_declared declared = sema->declared.items[i];
        bool basis = declared.library && declared.declaration->keyword->id == QC_KW_BASIS;
        if (basis && (first != NULL || !wanted))
            continue;
        sema->declared.items[kept] = declared;
        if (basis)
            first = &sema->declared.items[kept];
        kept++;
    }
    sema->declared.count = kept;
    return first;
}

void qc_sema_gather_bases(struct qc_sema *sema)
{
    ranked_list list = { 0 };
    go_through(sema, true, &list);
    if (list.count > 0)
        go_through(sema, false, &list);
    struct qc_declared *first = keep_first(sema, list.count > 0);
    if (first == NULL)
        return;
    struct qc_declaration *all = qc_alloc(&sema->cx->arena, sizeof *all);
    *all = *first->declaration;
    memset(&all->values, 0, sizeof all->values);
    for (size_t i = 0; i < list.count; i++)
        *qc_vec_push(&sema->cx->arena, &all->values) = list.items[i].prose;
    first->declaration = all;
}
