/*
 * names.c - names in braces: fills their table, and reports those that nobody declared or uses.
 *
 * Owns what may be declared. Finding a name is symbols.c's, what one prints expand.c's.
 */
#include "base/utf8.h"
#include "base/limits.h"
#include "sema/sema.h"

/* --- the table -------------------------------------------------------- */

static struct qc_name *declare(struct qc_sema *sema, enum qc_name_kind kind, struct qc_str name, struct qc_span span,
                               bool own)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_name *entry = qc_alloc(arena, sizeof *entry);
    entry->kind = kind;
    entry->name = name;
    entry->key = qc_name_key(arena, name);
    entry->span = span;
    entry->own = own;
    struct qc_name *holder = qc_map_add(arena, &sema->symbols->names_by_key, entry->key, entry);
    entry->holder = holder;
    if (holder != entry)
        *qc_vec_push(arena, &sema->symbols->repeated) = entry;
    if (holder != entry && own) {
        struct qc_diagnostic *d = qc_report(sema->cx, span, QC_MSG(name_duplicate), QC_STR_ARGS(name));
        if (holder->span.end > holder->span.begin)
            qc_note_at(sema->cx, d, holder->span, QC_NOTE_MSG(first_here));
        else
            qc_note(sema->cx, d, QC_NOTE_MSG(name_of_language), QC_STR_ARGS(holder->name));
    } else if (holder == entry) {
        *qc_vec_push(arena, &sema->symbols->names) = entry;
        entry->bare = qc_name_bare(arena, entry->key);
        struct qc_name *twin = qc_map_add(arena, &sema->symbols->names_by_bare, entry->bare, entry);
        if (twin != entry && twin->twin == NULL)
            twin->twin = entry; /* typed without marks the two cannot be told apart */
    }
    return entry; /* of a used file, and the name is taken: the caller compares */
}

static void declare_keywords(struct qc_sema *sema)
{
    struct qc_span nowhere = { 0, 0, sema->tree->source->id };
    for (enum qc_keyword_id id = 0; id < QC_KW_COUNT; id++) {
        const struct qc_keyword *keyword = qc_keyword_info(id);
        if (keyword->braces == QC_BRACES_NO)
            continue;
        declare(sema, QC_NAME_KEYWORD, qc_str_from(keyword->vietnamese), nowhere, true)->keyword = id;
        if (strcmp(keyword->vietnamese, keyword->english) != 0)
            declare(sema, QC_NAME_KEYWORD, qc_str_from(keyword->english), nowhere, true)->keyword = id;
    }
    declare(sema, QC_NAME_YEAR_BEFORE, QC_STR("năm học trước"), nowhere, true);
    declare(sema, QC_NAME_YEAR_AFTER, QC_STR("năm học sau"), nowhere, true);
    declare(sema, QC_NAME_YEAR_BEFORE, QC_STR("previous school year"), nowhere, true);
    declare(sema, QC_NAME_YEAR_AFTER, QC_STR("next school year"), nowhere, true);
}

struct qc_name *qc_sema_name_entry(struct qc_sema *sema, struct qc_str typed, const struct qc_instrument *entry)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_name *name = qc_alloc(arena, sizeof *name); /* not in symbols->names: those are declared */
    name->kind = QC_NAME_INSTRUMENT;
    name->name = entry->name;
    name->key = qc_name_key(arena, typed);
    name->cited = qc_sema_cited(sema, NULL, entry);
    return qc_map_add(arena, &sema->symbols->names_by_key, name->key, name);
}

/* tên = giá trị */
static void declare_value(struct qc_sema *sema, const struct qc_declared *declared, const struct qc_prose *prose)
{
    size_t equals = qc_str_find(prose->text, QC_STR("="));
    struct qc_str name = qc_str_trim(qc_str_slice(prose->text, 0, equals));
    if (equals == prose->text.len || name.len == 0 || name.len > QC_MAX_NAME_BYTES) {
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(assignment_form),
                  QC_STR_ARGS(qc_str_from(declared->declaration->keyword->vietnamese)));
        return;
    }
    size_t begin = (size_t)(name.ptr - prose->text.ptr);
    struct qc_str stem; /* "căn cứ 1" is the first basis */
    const struct qc_name *taken = NULL, *twin;
    if (qc_name_split_index(name, &stem) > 0)
        taken = qc_symbols_name(sema->symbols, &sema->cx->arena, stem, &twin);
    if (taken != NULL && taken->kind == QC_NAME_KEYWORD) {
        struct qc_diagnostic *d = qc_report(sema->cx, qc_prose_span(prose, begin, begin + name.len),
                                            QC_MSG(name_duplicate), QC_STR_ARGS(name));
        qc_note(sema->cx, d, QC_NOTE_MSG(name_of_language), QC_STR_ARGS(name));
        return;
    }
    struct qc_name *entry = declare(sema, QC_NAME_VALUE, name, qc_prose_span(prose, begin, begin + name.len),
                                    declared->own);
    entry->declaration = declared->declaration;
    entry->prose = prose;
    entry->from = equals + 1 + qc_blank_prefix(qc_str_skip(prose->text, equals + 1));
    entry->to = prose->text.len;
    const struct qc_name *holder = entry->holder;
    if (holder == entry || holder->own || declared->own)
        return; /* the document's own wins */
    if (holder->prose == NULL || !qc_str_equal(qc_str_slice(holder->prose->text, holder->from, holder->to),
                                               qc_str_slice(prose->text, entry->from, entry->to)))
        qc_report(sema->cx, entry->span, QC_MSG(include_differs), QC_STR_ARGS(name));
}

static void declare_alias(struct qc_sema *sema, const struct qc_declared *declared, const struct qc_prose *prose,
                          struct qc_str alias)
{
    size_t begin = (size_t)(alias.ptr - prose->text.ptr);
    struct qc_span span = qc_prose_span(prose, begin, begin + alias.len);
    if (sema->aliases++ < QC_MAX_ALIASES)
        declare(sema, QC_NAME_PARTY, alias, span, declared->own)->declaration = declared->declaration;
    else if (sema->aliases == QC_MAX_ALIASES + 1)
        qc_report(sema->cx, span, QC_MSG(alias_limit), QC_MAX_ALIASES);
}

/* gọi là: a, b; c */
static void declare_aliases(struct qc_sema *sema, const struct qc_declared *declared,
                            const struct qc_declaration *field)
{
    for (size_t i = 0; i < field->values.count; i++) {
        const struct qc_prose *prose = field->values.items[i];
        for (size_t from = 0; from < prose->text.len;) {
            size_t to = from;
            while (to < prose->text.len && prose->text.ptr[to] != ',' && prose->text.ptr[to] != ';')
                to++;
            struct qc_str alias = qc_str_trim(qc_str_slice(prose->text, from, to));
            if (alias.len > 0)
                declare_alias(sema, declared, prose, alias);
            from = to + 1;
        }
    }
}

static void declare_block(struct qc_sema *sema, const struct qc_declared *declared, enum qc_name_kind kind)
{
    const struct qc_declaration *block = declared->declaration;
    if (block->values.count == 0)
        return; /* reported where the block is read */
    const struct qc_prose *prose = block->values.items[0];
    struct qc_name *name = declare(sema, kind, prose->text, qc_prose_whole(prose), declared->own);
    name->declaration = block;
    if (kind == QC_NAME_INSTRUMENT)
        name->cited = qc_sema_cited(sema, block, NULL);
    const struct qc_declaration *aliases = qc_sema_find_field(block, QC_F_PARTY_ALIASES);
    if (kind == QC_NAME_PARTY && aliases != NULL)
        declare_aliases(sema, declared, aliases);
}

/* The document's own names first: they win over those of the files that it uses. */
static void declare_all(struct qc_sema *sema, bool own)
{
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declared *declared = &sema->declared.items[i];
        const struct qc_declaration *declaration = declared->declaration;
        if (declared->own != own)
            continue;
        switch (declaration->keyword->id) {
        case QC_KW_PARTY: declare_block(sema, declared, QC_NAME_PARTY); break;
        case QC_KW_INSTRUMENT: declare_block(sema, declared, QC_NAME_INSTRUMENT); break;
        case QC_KW_LET:
        case QC_KW_ABBREVIATION:
            for (size_t k = 0; k < declaration->values.count; k++)
                declare_value(sema, declared, declaration->values.items[k]);
            break;
        default: break;
        }
    }
}

void qc_sema_name_all(struct qc_sema *sema)
{
    struct qc_arena *arena = &sema->cx->arena;
    sema->symbols = qc_alloc(arena, sizeof *sema->symbols);
    sema->document->symbols = sema->symbols;
    for (size_t i = 0; i < sema->declared.count; i++)
        if (!sema->declared.items[i].own)
            *qc_vec_push(arena, &sema->symbols->used) = sema->declared.items[i].declaration;
    sema->expander = (struct qc_expander){ qc_sema_expand, sema };
    declare_keywords(sema);
    declare_all(sema, true);
    declare_all(sema, false);
}

/* --- names that nobody declared --------------------------------------------- */

void qc_sema_report_unknown(struct qc_sema *sema, struct qc_str typed, struct qc_span span)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_diagnostic *d = qc_report(sema->cx, span, QC_MSG(name_unknown), QC_STR_ARGS(typed));
    struct qc_str key = qc_name_bare(arena, qc_name_key(arena, typed));
    size_t limit = qc_utf8_count(key) < 3 ? 0 : qc_utf8_count(key) / 3, best = limit + 1;
    const struct qc_name *near = NULL;
    for (size_t i = 0; i < sema->symbols->names.count && sema->suggested < QC_MAX_SUGGESTIONS; i++) {
        size_t distance = qc_name_distance(arena, key, sema->symbols->names.items[i]->bare, limit);
        if (distance < best) {
            best = distance;
            near = sema->symbols->names.items[i];
        }
    }
    if (sema->suggested++ >= QC_MAX_SUGGESTIONS)
        return;
    const struct qc_instrument *entry = qc_registry_nearest(arena, typed, sema->document->date, &best);
    if (near == NULL && entry == NULL)
        return;
    struct qc_str name = entry != NULL ? entry->name : near->name;
    qc_note(sema->cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(name));
    struct qc_str text = qc_source_text(&sema->cx->sources, span);
    size_t at = qc_str_find(text, typed);
    if (at < text.len)
        qc_fix(sema->cx, d,
               (struct qc_span){ span.begin + (uint32_t)at, span.begin + (uint32_t)(at + typed.len), span.file },
               name);
}

/* --- names that nobody uses --------------------------------------------- */

static bool is_used(const struct qc_sema *sema, enum qc_keyword_id id)
{
    for (size_t i = 0; i < sema->symbols->names.count; i++) {
        const struct qc_name *name = sema->symbols->names.items[i];
        if (name->used && name->kind == QC_NAME_KEYWORD && name->keyword == id)
            return true;
    }
    return false;
}

void qc_sema_report_unused(struct qc_sema *sema)
{
    if (sema->expansion_stopped)
        return; /* what the limit cut off would count as unused */
    for (size_t i = 0; i < sema->symbols->names.count; i++) {
        const struct qc_name *name = sema->symbols->names.items[i];
        bool prints_only_here = name->kind == QC_NAME_VALUE || name->kind == QC_NAME_INSTRUMENT;
        bool used = name->used || (name->cited != NULL && name->cited->used);
        if (prints_only_here && name->own && !used)
            qc_report(sema->cx, name->span, QC_MSG(name_unused), QC_STR_ARGS(name->name));
    }
    for (enum qc_keyword_id id = 0; id < QC_KW_COUNT; id++) {
        const struct qc_declaration *declaration = sema->document->first[id];
        if (qc_keyword_info(id)->braces == QC_BRACES_ONLY && declaration != NULL &&
            declaration->key.file == sema->tree->source->id && !is_used(sema, id))
            qc_report(sema->cx, declaration->key, QC_MSG(name_unused),
                      QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
    }
}
