/*
 * stdlib.c - what the library holds, for people: modules, word lists of the
 * checks, templates, instruments.
 */
#include "context.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "embedded.h"
#include "sema/instrument.h"
#include "sema/library.h"
#include "source/file.h"

/* Folders whose files are listed by their name, and how the line that says what a file is begins. */
static const struct {
    const char *folder, *opening;
} folders[] = {
    [QC_LIBRARY_LIST] = { "checker/", "//" },
    [QC_LIBRARY_TEMPLATE] = { "templates/", "// mẫu:" },
};

static struct qc_str first_line(struct qc_str text)
{
    return qc_str_slice(text, 0, qc_str_find(text, QC_STR("\n")));
}

/* The name of an embedded file without folder and ".qc"; empty when it lies in another folder. */
static struct qc_str stem_in(const struct qc_embedded *file, const char *folder)
{
    struct qc_str name = qc_str_from(file->name), prefix = qc_str_from(folder), end = QC_STR(".qc");
    if (!qc_str_starts(name, prefix) || !qc_str_ends(name, end))
        return QC_STR("");
    return qc_str_slice(name, prefix.len, name.len - end.len);
}

static const struct qc_embedded *file_at(const char *folder, size_t index)
{
    for (const struct qc_embedded *file = qc_embedded_files; file->name != NULL; file++)
        if (stem_in(file, folder).len > 0 && index-- == 0)
            return file;
    return NULL;
}

static const struct qc_embedded *file_of(const char *folder, struct qc_str stem)
{
    const struct qc_embedded *file;
    for (size_t i = 0; (file = file_at(folder, i)) != NULL; i++)
        if (qc_str_equal(stem_in(file, folder), stem))
            return file;
    return NULL;
}

/* ---- the list ------------------------------------------------------------------------------------------ */

static bool describe_file(struct qc_arena *arena, enum qc_library_kind kind, size_t index,
                          struct qc_library_entry *entry)
{
    const struct qc_embedded *file = file_at(folders[kind].folder, index);
    if (file == NULL)
        return false;
    struct qc_str line = first_line((struct qc_str){ file->bytes, file->length });
    size_t skip = strlen(folders[kind].opening);
    entry->name = qc_str_terminated(arena, stem_in(file, folders[kind].folder));
    entry->summary = qc_str_terminated(arena, qc_str_trim(qc_str_skip(line, line.len < skip ? line.len : skip)));
    return true;
}

/* The number of a law, the subject of what is called by its number. */
static struct qc_str beside_name(const struct qc_instrument *instrument)
{
    if (instrument->number.len == 0)
        return QC_STR("");
    return qc_str_ends(instrument->name, instrument->number) ? instrument->subject : instrument->number;
}

static bool describe(struct qc_arena *arena, enum qc_library_kind kind, size_t index, struct qc_library_entry *entry)
{
    struct qc_module module;
    switch (kind) {
    case QC_LIBRARY_MODULE:
        if (!qc_module_at(index, &module))
            return false;
        entry->name = qc_str_terminated(arena, module.name);
        entry->summary = qc_str_terminated(arena, module.summary);
        return true;
    case QC_LIBRARY_INSTRUMENT:
        if (index >= qc_registry_count)
            return false;
        entry->name = qc_str_terminated(arena, qc_registry_at(index)->name);
        entry->summary = qc_str_terminated(arena, beside_name(qc_registry_at(index)));
        return true;
    case QC_LIBRARY_LIST:
    case QC_LIBRARY_TEMPLATE: return describe_file(arena, kind, index, entry);
    }
    return false;
}

enum qc_result qc_library_at(struct qc_context *qc, enum qc_library_kind kind, size_t index,
                             struct qc_library_entry *entry)
{
    bool found = false;
    WITH_MEMORY(qc, found = describe(&qc->cx.arena, kind, index, entry));
    return found ? QC_OK : QC_BAD_ARGUMENT;
}

/* ---- one of them --------------------------------------------------------------------------------------- */

/* The lines of an entry, as its file has them. */
static struct qc_str entry_text(struct qc_arena *arena, const struct qc_instrument *instrument)
{
    struct qc_str opening = qc_str_format(arena, "\nvăn bản: %.*s\n", QC_STR_ARGS(instrument->name));
    const struct qc_embedded *file;
    for (size_t i = 0; (file = file_at("instruments/", i)) != NULL; i++) {
        struct qc_str text = { file->bytes, file->length };
        size_t at = qc_str_find(text, opening);
        if (at == text.len)
            continue;
        text = qc_str_skip(text, at + 1);
        size_t end = qc_str_find(text, QC_STR("\n\n"));
        return qc_str_slice(text, 0, end < text.len ? end + 1 : end);
    }
    return QC_STR("");
}

static void print_instrument(struct qc_buf *out, const struct qc_instrument *instrument)
{
    qc_buf_add(out, entry_text(out->arena, instrument));
    qc_buf_add(out, QC_STR("// lần đầu: "));
    qc_buf_add(out, qc_instrument_cite(out->arena, instrument, true));
    qc_buf_add(out, QC_STR("\n// lần sau: "));
    qc_buf_add(out, qc_instrument_cite(out->arena, instrument, false));
    qc_buf_char(out, '\n');
}

/* A file of the library's directories, which comes before what is built in. */
static bool print_own_module(struct qc_context *qc, struct qc_str stem, struct qc_buf *out)
{
    size_t place = 0;
    struct qc_str bytes;
    int error;
    const char *path = qc_module_path(out->arena, qc->library, stem, &place);
    if (path == NULL || qc_path_is_special(path) ||
        !qc_file_read(out->arena, path, QC_MAX_FILE_BYTES, &bytes, &error))
        return false;
    qc_buf_add(out, bytes);
    return true;
}

static void print(struct qc_context *qc, struct qc_str name, struct qc_buf *out)
{
    struct qc_module module;
    if (print_own_module(qc, qc_module_stem(out->arena, name), out))
        return;
    if (qc_module_find(out->arena, name, &module)) {
        qc_buf_add(out, module.bytes);
        return;
    }
    const struct qc_instrument *instrument = qc_registry_find(out->arena, name);
    if (instrument != NULL) {
        print_instrument(out, instrument);
        return;
    }
    const struct qc_embedded *file = file_of(folders[QC_LIBRARY_LIST].folder, name);
    if (file == NULL)
        file = file_of(folders[QC_LIBRARY_TEMPLATE].folder, name);
    if (file != NULL)
        qc_buf_add(out, (struct qc_str){ file->bytes, file->length });
}

enum qc_result qc_library_print(struct qc_context *qc, const char *name, qc_write_fn *write, void *user)
{
    struct qc_buf out = { .arena = &qc->cx.arena };
    WITH_MEMORY(qc, print(qc, qc_str_from(name), &out));
    return out.len == 0 ? QC_BAD_ARGUMENT : qc_hand_over(&out, write, user);
}

/* ---- "did you mean" ------------------------------------------------------------------------------------ */

static const char *nearest(struct qc_arena *arena, struct qc_str name)
{
    struct qc_module module;
    size_t distance = qc_utf8_count(name) / 3 + 1;
    const struct qc_instrument *instrument =
        qc_registry_nearest(arena, name, (struct qc_date){ 0 }, &distance);
    if (instrument != NULL && distance == 0)
        return qc_str_terminated(arena, instrument->name);
    if (qc_module_nearest(arena, name, &module))
        return qc_str_terminated(arena, module.name);
    return instrument == NULL ? NULL : qc_str_terminated(arena, instrument->name);
}

enum qc_result qc_library_nearest(struct qc_context *qc, const char *name, const char **found)
{
    *found = NULL;
    WITH_MEMORY(qc, *found = nearest(&qc->cx.arena, qc_str_from(name)));
    return QC_OK;
}
