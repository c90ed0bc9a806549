/*
 * library.c - finds the modules of the library.
 *
 * Owns nothing: what is built in is static data. Must not report.
 */
#include "sema/library.h"

#include "base/utf8.h"
#include "embedded.h"
#include "source/file.h"

#define FOLDER "modules/"

/* Takes the next line off text, without its end. */
static struct qc_str next_line(struct qc_str *text)
{
    size_t end = qc_str_find(*text, QC_STR("\n"));
    struct qc_str line = qc_str_slice(*text, 0, end);
    *text = qc_str_skip(*text, end < text->len ? end + 1 : end);
    return line;
}

/* What stands behind the first words of a comment line; empty when it does not open with them. */
static struct qc_str behind(struct qc_str line, struct qc_str words)
{
    return qc_str_starts(line, words) ? qc_str_trim(qc_str_skip(line, words.len)) : QC_STR("");
}

bool qc_module_at(size_t index, struct qc_module *module)
{
    const struct qc_embedded *file = qc_embedded_files;
    for (; file->name != NULL; file++)
        if (qc_str_starts(qc_str_from(file->name), QC_STR(FOLDER)) && index-- == 0)
            break;
    if (file->name == NULL)
        return false;
    struct qc_str text = { file->bytes, file->length }, stem = qc_str_skip(qc_str_from(file->name), strlen(FOLDER));
    module->bytes = text;
    module->stem = qc_str_slice(stem, 0, stem.len - strlen(".qc"));
    module->names = behind(next_line(&text), QC_STR("// thư viện:"));
    module->name = qc_str_trim(qc_str_slice(module->names, 0, qc_str_find(module->names, QC_STR(";"))));
    module->summary = behind(next_line(&text), QC_STR("//"));
    return true;
}

/* Takes the next name off names; false when there is none left. */
static bool next_name(struct qc_str *names, struct qc_str *name)
{
    if (names->len == 0)
        return false;
    size_t end = qc_str_find(*names, QC_STR(";"));
    *name = qc_str_trim(qc_str_slice(*names, 0, end));
    *names = qc_str_skip(*names, end < names->len ? end + 1 : end);
    return true;
}

/* Does the module have a name whose key is this one? */
static bool is_called(struct qc_arena *arena, const struct qc_module *module, struct qc_str key)
{
    struct qc_str declared;
    struct qc_arena_mark mark = qc_arena_mark(arena);
    bool found = false;
    for (struct qc_str names = module->names; !found && next_name(&names, &declared);)
        found = qc_name_matches(key, qc_name_key(arena, declared));
    qc_arena_release(arena, mark);
    return found;
}

bool qc_module_find(struct qc_arena *arena, struct qc_str name, struct qc_module *module)
{
    struct qc_str key = qc_name_key(arena, name);
    for (size_t i = 0; qc_module_at(i, module); i++)
        if (is_called(arena, module, key))
            return true;
    return false;
}

/* How far a name is from what was typed; what only breaks off is next to it. */
static size_t distance_to(struct qc_arena *arena, struct qc_str typed, struct qc_str declared, size_t limit)
{
    struct qc_arena_mark mark = qc_arena_mark(arena);
    struct qc_str bare = qc_name_bare(arena, qc_name_key(arena, declared));
    bool breaks_off = bare.len > typed.len && qc_str_starts(bare, typed) && bare.ptr[typed.len] == ' ';
    size_t distance = breaks_off ? 1 : qc_name_distance(arena, typed, bare, limit);
    qc_arena_release(arena, mark);
    return distance;
}

bool qc_module_nearest(struct qc_arena *arena, struct qc_str name, struct qc_module *module)
{
    struct qc_str typed = qc_name_bare(arena, qc_name_key(arena, name)), declared;
    size_t best = qc_utf8_count(typed) / 3 + 1;
    struct qc_module found;
    bool any = false;
    for (size_t i = 0; typed.len > 0 && qc_module_at(i, &found); i++)
        for (struct qc_str names = found.names; next_name(&names, &declared);) {
            size_t distance = distance_to(arena, typed, declared, best);
            if (distance >= best)
                continue;
            best = distance;
            *module = found;
            any = true;
        }
    return any;
}

struct qc_str qc_module_stem(struct qc_arena *arena, struct qc_str name)
{
    struct qc_module module;
    if (qc_module_find(arena, name, &module))
        return module.stem;
    struct qc_str bare = qc_name_bare(arena, qc_name_key(arena, name));
    char *stem = qc_str_terminated(arena, bare);
    for (size_t i = 0; i < bare.len; i++) {
        bool fine = (stem[i] >= 'a' && stem[i] <= 'z') || (stem[i] >= '0' && stem[i] <= '9');
        if (stem[i] == ' ')
            stem[i] = '-';
        else if (!fine) /* a path would lead out of the directory */
            return QC_STR("");
    }
    return (struct qc_str){ stem, bare.len };
}

const char *qc_module_path(struct qc_arena *arena, const char *directories, struct qc_str stem, size_t *place)
{
    struct qc_str rest = qc_str_from(directories == NULL ? "" : directories);
    for (size_t i = 0; rest.len > 0 && stem.len > 0; i++) {
        size_t end = qc_str_find(rest, QC_STR(":"));
        struct qc_str directory = qc_str_slice(rest, 0, end);
        rest = qc_str_skip(rest, end < rest.len ? end + 1 : end);
        if (i < *place || directory.len == 0)
            continue;
        struct qc_str path = qc_str_format(arena, "%.*s/%.*s.qc", QC_STR_ARGS(directory), QC_STR_ARGS(stem));
        if (qc_path_exists(path.ptr)) {
            *place = i;
            return path.ptr;
        }
    }
    return NULL;
}
