/*
 * archive.c - the only file that calls libzip; and where the pieces of a file come from.
 *
 * What an archive says of its parts is believed only when that makes it
 * refuse them earlier: the bytes that come out are counted.
 */
#include <stdlib.h>

#include "base/limits.h"
#include "unpack/unpack.h"

enum { PIECE = 8192 };

static struct import_file *open_file(const char *bytes, size_t length, enum import_fault *fault)
{
    struct import_file *file = calloc(1, sizeof *file);
    if (file == NULL) {
        *fault = IMPORT_FAULT_MEMORY;
        return NULL;
    }
    file->bytes = bytes;
    file->length = length;
    return file;
}

struct import_file *unpack_open_html(const char *bytes, size_t length, enum import_fault *fault)
{
    struct import_file *file = open_file(bytes, length, fault);
    if (file != NULL && !unpack_parse_begin(file, true)) {
        unpack_close(file);
        *fault = IMPORT_FAULT_MEMORY;
        return NULL;
    }
    return file;
}

static zip_t *open_zip(const char *bytes, size_t length)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &error);
    zip_t *archive = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == NULL && source != NULL)
        zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

struct import_file *unpack_open_archive(const char *bytes, size_t length, enum import_fault *fault)
{
    struct import_file *file = open_file(bytes, length, fault);
    if (file == NULL)
        return NULL;
    file->archive = open_zip(bytes, length);
    if (file->archive != NULL && zip_get_num_entries(file->archive, 0) <= QC_MAX_IMPORT_PARTS)
        return file;
    *fault = file->archive == NULL ? IMPORT_FAULT_ZIP : IMPORT_FAULT_BOMB;
    unpack_close(file);
    return NULL;
}

static void end_part(struct import_file *file)
{
    unpack_parse_end(file);
    if (file->part != NULL)
        zip_fclose(file->part);
    file->part = NULL;
}

void unpack_close(struct import_file *file)
{
    if (file == NULL)
        return;
    end_part(file);
    if (file->archive != NULL)
        zip_discard(file->archive);
    unpack_free(&file->queue);
    free(file);
}

bool unpack_begin(struct import_file *file, const char *part, enum import_fault *fault)
{
    zip_stat_t about;
    end_part(file);
    unpack_clear(&file->queue);
    file->fault = *fault = IMPORT_FINE;
    if (zip_stat(file->archive, part, ZIP_FL_ENC_GUESS, &about) != 0)
        return false;
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
        *fault = IMPORT_FAULT_ENCRYPTED;
    else if ((about.valid & ZIP_STAT_SIZE) != 0 && about.size > QC_MAX_IMPORT_UNPACKED - file->unpacked)
        *fault = IMPORT_FAULT_BOMB;
    else if ((file->part = zip_fopen_index(file->archive, about.index, 0)) == NULL)
        *fault = IMPORT_FAULT_ZIP;
    else if (!unpack_parse_begin(file, false))
        *fault = IMPORT_FAULT_MEMORY;
    return *fault == IMPORT_FINE;
}

/* Parses a piece more. */
static void feed_part(struct import_file *file)
{
    char piece[PIECE];
    zip_int64_t got = zip_fread(file->part, piece, sizeof piece);
    if (got < 0) {
        file->fault = IMPORT_FAULT_ZIP;
        return;
    }
    file->unpacked += (size_t)got;
    if (file->unpacked > QC_MAX_IMPORT_UNPACKED)
        file->fault = IMPORT_FAULT_BOMB;
    else
        unpack_parse(file, piece, (size_t)got, got == 0);
}

static void feed_page(struct import_file *file)
{
    size_t size = file->length < PIECE ? file->length : PIECE;
    const char *piece = file->bytes;
    file->bytes += size;
    file->length -= size;
    unpack_parse(file, piece, size, file->length == 0);
}

void unpack_next(struct import_file *file, struct import_node *node)
{
    while (!unpack_pop(&file->queue, node)) {
        bool out_of_memory = file->queue.next < file->queue.event_count;
        if (out_of_memory)
            file->fault = IMPORT_FAULT_MEMORY;
        if (file->fault != IMPORT_FINE || file->ended) {
            *node = (struct import_node){ .event = file->fault == IMPORT_FINE ? IMPORT_EVENT_DONE
                                                                              : IMPORT_EVENT_FAULT,
                                          .space = "",
                                          .name = "",
                                          .text = "",
                                          .fault = file->fault };
            return;
        }
        unpack_clear(&file->queue);
        if (file->archive == NULL)
            feed_page(file);
        else
            feed_part(file);
    }
}
