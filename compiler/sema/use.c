/*
 * use.c - takes in the declarations of files that a document uses.
 *
 * Owns nothing. A used file counts in the place of its "dùng"; the document's
 * own declaration wins. Must not read anything outside the project.
 */
#include "base/utf8.h"
#include "diag/load.h"
#include "base/limits.h"
#include "sema/sema.h"
#include "source/file.h"
#include "syntax/parse.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>

/* The files being taken in, outermost first. */
struct level {
    const struct level *outer;
    const char *path;      /* as read */
    char *real_path;       /* of the file system, for finding cycles */
    struct qc_str shown;
    size_t depth;
};

static void collect_tree(struct qc_sema *sema, const struct qc_tree *tree, const struct level *level);

static bool is_on_the_way(struct qc_sema *sema, const struct level *level, const char *real_path, struct qc_span span)
{
    const struct level *found = level;
    while (found != NULL && (found->real_path == NULL || strcmp(found->real_path, real_path) != 0))
        found = found->outer;
    if (found == NULL)
        return false;
    QC_VEC(struct qc_str) way = { 0 };
    for (const struct level *step = level; step != found->outer; step = step->outer)
        *qc_vec_push(&sema->cx->arena, &way) = step->shown;
    struct qc_buf text = { .arena = &sema->cx->arena };
    for (size_t i = way.count; i-- > 0;) {
        qc_buf_add(&text, way.items[i]);
        qc_buf_add(&text, QC_STR(" → "));
    }
    qc_buf_add(&text, found->shown);
    qc_report(sema->cx, span, QC_MSG(include_cycle), QC_STR_ARGS(qc_buf_str(&text)));
    return true;
}

/* The path that the file system knows a file by; NULL when there is none. */
static char *real_path_of(struct qc_arena *arena, const char *path)
{
    char real[PATH_MAX]; /* not from malloc: running out of memory below must not leak it */
    return realpath(path, real) == NULL ? NULL : qc_str_terminated(arena, qc_str_from(real));
}

static void use_file(struct qc_sema *sema, const struct qc_prose *prose, const struct level *outer)
{
    struct qc_compilation *cx = sema->cx;
    struct qc_span span = qc_prose_whole(prose);
    struct qc_str name = prose->text;
    if (!qc_str_ends(name, QC_STR(".qc"))) {
        qc_report(cx, span, QC_MSG(include_library), QC_STR_ARGS(name));
        return;
    }
    if (outer->depth >= QC_MAX_INCLUDE_DEPTH || cx->sources.files.count > QC_MAX_INCLUDE_FILES) {
        qc_report(cx, span, QC_MSG(include_limit), QC_MAX_INCLUDE_FILES, QC_MAX_INCLUDE_DEPTH);
        return;
    }
    struct qc_str resolved = qc_path_resolve(&cx->arena, qc_path_directory(&cx->arena, outer->path), name);
    const char *path = qc_str_terminated(&cx->arena, resolved);
    if (name.ptr[0] == '/' || !qc_path_is_inside(sema->root, path)) {
        qc_report(cx, span, QC_MSG(include_outside), QC_STR_ARGS(name));
        return;
    }
    *qc_vec_push(&cx->arena, &cx->paths) = path;
    struct level level = { outer, path, real_path_of(&cx->arena, path), resolved, outer->depth + 1 };
    if (level.real_path != NULL) {
        if (is_on_the_way(sema, outer, level.real_path, span))
            return;
        struct qc_str key = qc_str_from(level.real_path);
        if (qc_map_get(&sema->used_files, key) != NULL)
            return;
        qc_map_add(&cx->arena, &sema->used_files, key, level.real_path);
    }
    struct qc_str bytes;
    int error = EISDIR;
    if (qc_path_is_special(path) || !qc_file_read(&cx->arena, path, QC_MAX_FILE_BYTES, &bytes, &error)) {
        qc_unreadable_report(cx, span, name, error);
        return;
    }
    enum qc_source_fault fault;
    size_t at;
    struct qc_source *source = qc_source_add(&cx->arena, &cx->sources, resolved, bytes, &fault, &at);
    if (source == NULL) {
        qc_source_report(cx, span, fault, at, bytes);
        return;
    }
    struct qc_tree *tree = qc_parse(cx, source);
    if (tree->root->first_child != NULL || tree->closing != NULL || tree->recipients != NULL) {
        struct qc_span body = tree->root->first_child != NULL ? tree->root->first_child->marker.span
                              : tree->closing != NULL         ? tree->closing->key
                                                              : tree->recipients->key;
        struct qc_diagnostic *d = qc_report(cx, body, QC_MSG(include_body));
        qc_note_at(cx, d, span, QC_NOTE_MSG(used_from));
    }
    collect_tree(sema, tree, &level);
}

static void collect_tree(struct qc_sema *sema, const struct qc_tree *tree, const struct level *level)
{
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        if (declaration->keyword->id != QC_KW_USE) {
            *qc_vec_push(&sema->cx->arena, &sema->declared) =
                (struct qc_declared){ declaration, tree == sema->tree };
            continue;
        }
        if (declaration->values.count == 0)
            qc_report(sema->cx, declaration->key, QC_MSG(value_missing),
                      QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
        for (size_t k = 0; k < declaration->values.count; k++)
            use_file(sema, declaration->values.items[k], level);
    }
}

/* --- who wins --------------------------------------------------------- */

static bool same_values(const struct qc_declaration *a, const struct qc_declaration *b)
{
    if (a->values.count != b->values.count)
        return false;
    for (size_t i = 0; i < a->values.count; i++)
        if (!qc_str_equal(a->values.items[i]->text, b->values.items[i]->text))
            return false;
    return true;
}

/*
 * What a declaration is about, as a key: the keyword, and the name of a block
 * without its marks. Empty when several of its kind stand side by side.
 */
static struct qc_str subject_key(struct qc_sema *sema, const struct qc_declaration *declaration)
{
    struct qc_arena *arena = &sema->cx->arena;
    const struct qc_keyword *keyword = declaration->keyword;
    if (keyword->form == QC_KEYWORD_LIST || keyword->form == QC_KEYWORD_PROSE || keyword->id == QC_KW_SIGNATORY)
        return QC_STR("");
    struct qc_str name = QC_STR("");
    if (keyword->form == QC_KEYWORD_BLOCK) {
        if (declaration->values.count == 0)
            return name;
        name = qc_name_bare(arena, qc_name_key(arena, declaration->values.items[0]->text));
    }
    return qc_str_format(arena, "%d:%.*s", keyword->id, QC_STR_ARGS(name));
}

/* Names of blocks agree with their marks, or one of them is typed without. */
static bool same_subject(struct qc_sema *sema, const struct qc_declaration *a, const struct qc_declaration *b)
{
    if (a->keyword->form != QC_KEYWORD_BLOCK)
        return true;
    struct qc_str left = qc_name_key(&sema->cx->arena, a->values.items[0]->text);
    struct qc_str right = qc_name_key(&sema->cx->arena, b->values.items[0]->text);
    return qc_name_matches(left, right) || qc_name_matches(right, left);
}

/* Fields of the loser that the winner lacks are taken over: "field by field". */
static const struct qc_declaration *merged(struct qc_sema *sema, const struct qc_declared *winner,
                                           const struct qc_declared *loser)
{
    struct qc_declaration *copy = qc_alloc(&sema->cx->arena, sizeof *copy);
    *copy = *winner->declaration;
    memset(&copy->fields, 0, sizeof copy->fields);
    for (size_t i = 0; i < winner->declaration->fields.count; i++)
        *qc_vec_push(&sema->cx->arena, &copy->fields) = winner->declaration->fields.items[i];
    for (size_t i = 0; i < loser->declaration->fields.count; i++) {
        struct qc_declaration *field = loser->declaration->fields.items[i];
        const struct qc_declaration *own = qc_sema_find_field(copy, (enum qc_field_id)field->keyword->id);
        if (own == NULL)
            *qc_vec_push(&sema->cx->arena, &copy->fields) = field;
        else if (!winner->own && !same_values(own, field))
            qc_report(sema->cx, field->key, QC_MSG(include_differs),
                      QC_STR_ARGS(qc_str_from(field->keyword->vietnamese)));
    }
    return copy;
}

/* Puts one declaration in its place among those kept so far; false when it is dropped or taken into another. */
static bool place(struct qc_sema *sema, struct qc_declared current, struct qc_declared *earlier)
{
    bool block = current.declaration->keyword->form == QC_KEYWORD_BLOCK;
    if (current.own && earlier->own) {
        if (block)
            return true; /* two blocks of one name: names.c reports the name */
        struct qc_diagnostic *d = qc_report(sema->cx, current.declaration->key, QC_MSG(declared_twice),
                                            QC_STR_ARGS(qc_str_from(current.declaration->keyword->vietnamese)));
        qc_note_at(sema->cx, d, earlier->declaration->key, QC_NOTE_MSG(first_here));
        return false;
    }
    struct qc_declared winner = current.own ? current : *earlier, loser = current.own ? *earlier : current;
    if (block) {
        winner.declaration = merged(sema, &winner, &loser);
    } else if (!winner.own && !same_values(winner.declaration, loser.declaration)) {
        struct qc_diagnostic *d = qc_report(sema->cx, loser.declaration->key, QC_MSG(include_differs),
                                            QC_STR_ARGS(qc_str_from(loser.declaration->keyword->vietnamese)));
        qc_note_at(sema->cx, d, winner.declaration->key, QC_NOTE_MSG(first_here));
    }
    *earlier = winner;
    return false;
}

/* The document's own first: against them it does not matter that two used files differ. */
static void settle_part(struct qc_sema *sema, struct qc_map *subjects, bool own, bool *dropped)
{
    for (size_t i = 0; i < sema->declared.count; i++) {
        struct qc_declared current = sema->declared.items[i];
        if (current.own != own)
            continue;
        struct qc_str key = subject_key(sema, current.declaration);
        struct qc_declared *here = &sema->declared.items[i];
        struct qc_declared *holder = key.len == 0 ? here : qc_map_add(&sema->cx->arena, subjects, key, here);
        if (holder != here && same_subject(sema, current.declaration, holder->declaration))
            dropped[i] = !place(sema, current, holder);
    }
}

static void settle(struct qc_sema *sema)
{
    struct qc_map subjects = { 0 };
    bool *dropped = qc_alloc_array(&sema->cx->arena, sema->declared.count, sizeof *dropped);
    settle_part(sema, &subjects, true, dropped);
    settle_part(sema, &subjects, false, dropped);
    size_t kept = 0;
    for (size_t i = 0; i < sema->declared.count; i++)
        if (!dropped[i])
            sema->declared.items[kept++] = sema->declared.items[i];
    sema->declared.count = kept;
}

void qc_sema_collect(struct qc_sema *sema)
{
    struct qc_str shown = sema->tree->source->name;
    struct level level = { NULL, sema->path, real_path_of(&sema->cx->arena, sema->path), shown, 0 };
    collect_tree(sema, sema->tree, &level);
    settle(sema);
}

const struct qc_declaration *qc_sema_first(const struct qc_sema *sema, enum qc_keyword_id id)
{
    for (size_t i = 0; i < sema->declared.count; i++)
        if (sema->declared.items[i].declaration->keyword->id == (int)id)
            return sema->declared.items[i].declaration;
    return NULL;
}
