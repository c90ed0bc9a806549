/*
 * use.c - takes in the declarations of files and modules that a document uses.
 *
 * Owns nothing. What is used counts in the place of its "dùng"; the document's
 * own declaration wins. Must not read anything outside the project and the
 * directories of the library.
 */
#include "base/utf8.h"
#include "diag/load.h"
#include "base/limits.h"
#include "sema/library.h"
#include "sema/sema.h"
#include "source/below.h"
#include "source/file.h"
#include "syntax/parse.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>

enum { BUILT_IN = 1 << 16 }; /* place of a module that is built in: behind every directory */

/* The files being taken in, outermost first. */
struct level {
    const struct level *outer;
    const char *path;      /* as read; NULL of a module that is built in */
    const char *root;      /* paths below it may be used; NULL: none */
    const char *real_path; /* of the file system, or a name that is none; for finding cycles */
    struct qc_str shown;
    struct qc_str stem;    /* of a module, else empty */
    size_t place;          /* of a module: number of its directory */
    size_t depth;
    bool library;          /* a module, or a file that one uses */
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

/* Is the file one that has not been taken in yet? What goes round in a circle is reported. */
static bool enter(struct qc_sema *sema, const struct level *level, struct qc_span span)
{
    if (level->real_path == NULL)
        return true; /* reading it will say why */
    if (is_on_the_way(sema, level->outer, level->real_path, span))
        return false;
    struct qc_str key = qc_str_from(level->real_path);
    if (qc_map_get(&sema->used_files, key) != NULL)
        return false;
    qc_map_add(&sema->cx->arena, &sema->used_files, key, sema);
    return true;
}

static void take_in(struct qc_sema *sema, const struct level *level, struct qc_str bytes, struct qc_span span)
{
    struct qc_compilation *cx = sema->cx;
    enum qc_source_fault fault;
    size_t at;
    struct qc_source *source = qc_source_add(&cx->arena, &cx->sources, level->shown, bytes, &fault, &at);
    if (source == NULL) {
        qc_source_report(cx, span, fault, at, bytes, NULL);
        return;
    }
    source->built_in = level->path == NULL;
    source->used_from = span;
    struct qc_tree *tree = qc_parse(cx, source);
    if (tree->root->first_child != NULL || tree->closing != NULL || tree->recipients != NULL) {
        struct qc_span body = tree->root->first_child != NULL ? qc_marker_span(&tree->root->first_child->marker)
                              : tree->closing != NULL         ? tree->closing->key
                                                              : tree->recipients->key;
        struct qc_diagnostic *d = qc_report(cx, body, QC_MSG(include_body));
        qc_note_at(cx, d, span, QC_NOTE_MSG(used_from));
    }
    collect_tree(sema, tree, level);
}

static void report_outside(struct qc_sema *sema, struct qc_str name, struct qc_span span)
{
    qc_report(sema->cx, span, QC_MSG(include_outside), QC_STR_ARGS(name));
}

/* root: the directory that the file must lie in; NULL for one that the command line names. */
static void read_file(struct qc_sema *sema, struct level *level, const char *root, struct qc_str name,
                      struct qc_span span)
{
    struct qc_compilation *cx = sema->cx;
    struct qc_str bytes;
    int error = EISDIR;
    *qc_vec_push(&cx->arena, &cx->paths) = level->path;
    bool read = cx->read != NULL && cx->read(cx->read_user, level->path, &bytes.ptr, &bytes.len);
    if (read && level->real_path == NULL)
        level->real_path = level->path; /* not saved yet: no other name of it can be known */
    if (!enter(sema, level, span))
        return;
    if (!read && root != NULL)
        read = qc_file_read_below(&cx->arena, root, level->path, QC_MAX_FILE_BYTES, &bytes, &error);
    else if (!read && !qc_path_is_special(level->path))
        read = qc_file_read(&cx->arena, level->path, QC_MAX_FILE_BYTES, &bytes, &error);
    if (read)
        take_in(sema, level, bytes, span);
    else if (error == EXDEV)
        report_outside(sema, name, span); /* a link that was changed since it was looked at */
    else
        qc_unreadable_report(cx, span, name, error);
}

static void use_path(struct qc_sema *sema, struct qc_str name, struct qc_span span, const struct level *outer)
{
    struct qc_arena *arena = &sema->cx->arena;
    const char *directory = outer->path == NULL ? "." : qc_path_directory(arena, outer->path);
    struct qc_str resolved = qc_path_resolve(arena, directory, name);
    const char *path = qc_str_terminated(arena, resolved);
    if (name.ptr[0] == '/' || outer->root == NULL || !qc_path_is_inside(outer->root, path)) {
        report_outside(sema, name, span);
        return;
    }
    struct level level = {
        .outer = outer,
        .path = path,
        .root = outer->root,
        .real_path = real_path_of(arena, path),
        .shown = resolved,
        .depth = outer->depth + 1,
        .library = outer->library,
    };
    read_file(sema, &level, outer->root, name, span);
}

static void report_no_module(struct qc_sema *sema, struct qc_str name, struct qc_span span)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_diagnostic *d = qc_report(sema->cx, span, QC_MSG(include_library), QC_STR_ARGS(name));
    struct qc_module module;
    if (sema->suggested < QC_MAX_SUGGESTIONS && qc_module_nearest(arena, name, &module)) {
        qc_note(sema->cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(module.name));
        qc_fix(sema->cx, d, span, module.name);
    }
    if (sema->suggested++ > 0)
        return; /* one list is enough */
    struct qc_buf names = { .arena = arena };
    for (size_t i = 0; qc_module_at(i, &module); i++) {
        qc_buf_item(&names, QC_STR(", "), module.name);
    }
    qc_note(sema->cx, d, QC_NOTE_MSG(library_has), QC_STR_ARGS(qc_buf_str(&names)));
}

/* A module that takes in its own name means the next one: a directory's may add to what is built in. */
static const struct level *same_module(const struct level *level, struct qc_str stem)
{
    while (level != NULL && (level->stem.len == 0 || !qc_str_equal(level->stem, stem)))
        level = level->outer;
    return level;
}

static void use_module(struct qc_sema *sema, struct qc_str name, struct qc_span span, const struct level *outer)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_str stem = qc_module_stem(arena, name);
    const struct level *same = same_module(outer, stem);
    size_t place = same == NULL ? 0 : same->place + 1;
    struct level level = { .outer = outer, .stem = stem, .depth = outer->depth + 1, .library = true };
    level.path = qc_module_path(arena, sema->cx->library, stem, &place);
    if (level.path != NULL) {
        level.place = place;
        level.root = qc_path_directory(arena, level.path);
        level.real_path = real_path_of(arena, level.path);
        level.shown = qc_str_from(level.path);
        read_file(sema, &level, NULL, name, span);
        return;
    }
    struct qc_module module;
    if (place <= BUILT_IN && qc_module_find(arena, name, &module)) {
        level.place = BUILT_IN;
        level.shown = qc_str_format(arena, "stdlib/modules/%.*s.qc", QC_STR_ARGS(stem));
        level.real_path = qc_str_terminated(arena, module.name); /* no path begins like that */
        if (enter(sema, &level, span))
            take_in(sema, &level, module.bytes, span);
    } else if (same == NULL || !is_on_the_way(sema, outer, same->real_path, span)) {
        report_no_module(sema, name, span);
    }
}

static void use(struct qc_sema *sema, const struct qc_prose *prose, const struct level *outer)
{
    struct qc_compilation *cx = sema->cx;
    struct qc_span span = qc_prose_whole(prose);
    if (outer->depth >= QC_MAX_INCLUDE_DEPTH || cx->sources.files.count > QC_MAX_INCLUDE_FILES)
        qc_report(cx, span, QC_MSG(include_limit), QC_MAX_INCLUDE_FILES, QC_MAX_INCLUDE_DEPTH);
    else if (qc_str_ends(prose->text, QC_STR(".qc")))
        use_path(sema, prose->text, span, outer);
    else
        use_module(sema, prose->text, span, outer);
}

static void collect_tree(struct qc_sema *sema, const struct qc_tree *tree, const struct level *level)
{
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        if (declaration->keyword->id != QC_KW_USE) {
            *qc_vec_push(&sema->cx->arena, &sema->declared) =
                (struct qc_declared){ declaration, tree == sema->tree, level->library };
            continue;
        }
        if (declaration->values.count == 0)
            qc_report(sema->cx, declaration->key, QC_MSG(value_missing),
                      QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
        for (size_t k = 0; k < declaration->values.count; k++)
            use(sema, declaration->values.items[k], level);
    }
}

static bool uses_any(const struct qc_tree *tree)
{
    for (size_t i = 0; i < tree->declarations.count; i++)
        if (tree->declarations.items[i]->keyword->id == QC_KW_USE)
            return true;
    return false;
}

void qc_sema_collect(struct qc_sema *sema)
{
    struct level level = { .path = sema->path, .shown = sema->tree->source->name };
    if (uses_any(sema->tree)) { /* else where the document lies is of no interest, and takes dozens of looks to find */
        level.root = qc_project_root(&sema->cx->arena, sema->path);
        level.real_path = real_path_of(&sema->cx->arena, sema->path);
    }
    collect_tree(sema, sema->tree, &level);
    qc_sema_settle(sema);
    qc_sema_gather_bases(sema);
}

const struct qc_declaration *qc_sema_first(const struct qc_sema *sema, enum qc_keyword_id id)
{
    for (size_t i = 0; i < sema->declared.count; i++)
        if (sema->declared.items[i].declaration->keyword->id == (int)id)
            return sema->declared.items[i].declaration;
    return NULL;
}
