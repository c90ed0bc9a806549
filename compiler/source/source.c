/*
 * source.c - from bytes to text: validation, normal form, lines.
 *
 * Owns the text and the map back to the bytes. Must not open files (file.c
 * does) and must not report (its callers do).
 */
#include "source/source.h"

#include "base/bytes.h"
#include "base/limits.h"
#include "base/utf8.h"

static bool has_bom(struct qc_str bytes)
{
    return qc_str_starts(bytes, QC_STR("\xEF\xBB\xBF"));
}

static enum qc_source_fault find_fault(struct qc_str bytes, size_t *at)
{
    if (bytes.len > QC_MAX_FILE_BYTES) {
        *at = QC_MAX_FILE_BYTES;
        return QC_SOURCE_TOO_LARGE;
    }
    size_t invalid = qc_utf8_invalid(bytes.ptr, bytes.len);
    const char *nul = bytes.len == 0 ? NULL : memchr(bytes.ptr, 0, bytes.len);
    if (nul != NULL && (size_t)(nul - bytes.ptr) < invalid) {
        *at = (size_t)(nul - bytes.ptr);
        const char *guess = qc_source_guess(bytes); /* half of UTF-16 is zero bytes */
        return guess != NULL && strcmp(guess, "UTF-16") == 0 ? QC_SOURCE_NOT_UTF8 : QC_SOURCE_NUL;
    }
    if (invalid < bytes.len) {
        *at = invalid;
        return QC_SOURCE_NOT_UTF8;
    }
    /* noncharacters begin with 0xEF, or are the last two of a plane, which begin with 0xF0 to 0xF4 */
    size_t n;
    for (size_t i = 0; i < bytes.len; i++) {
        if ((unsigned char)bytes.ptr[i] < 0xEF)
            continue;
        if (qc_is_noncharacter(qc_utf8_decode(bytes, i, &n))) {
            *at = i;
            return QC_SOURCE_NOT_A_CHARACTER;
        }
    }
    return QC_SOURCE_FINE;
}

static void shift(struct qc_arena *arena, struct qc_source *source, size_t text, size_t byte)
{
    *qc_vec_push(arena, &source->shifts) = (struct qc_source_shift){ (uint32_t)text, (uint32_t)byte };
}

/* Does it compose with what stands before it, or change places with other marks? Blanks and signs never do. */
static bool joins(unsigned c)
{
    if (c < 0x370)
        return c >= 0x300;
    bool plain = c >= 0x1E00 && c < 0x20D0; /* Vietnamese, blanks, dashes: most of what comes here */
    return !plain && ((c >= 0x1100 && c < 0x1200) || qc_is_mark(c));
}

/* Length of the run at `at` that normalises on its own: a base and what composes with it. */
static size_t cluster(struct qc_str bytes, size_t at)
{
    size_t n, length;
    qc_utf8_decode(bytes, at, &n);
    length = n;
    while (at + length < bytes.len) {
        if (!joins(qc_utf8_decode(bytes, at + length, &n)))
            break;
        length += n;
    }
    return length;
}

static void make_text(struct qc_arena *arena, struct qc_source *source)
{
    struct qc_str bytes = source->bytes;
    size_t start = has_bom(bytes) ? 3 : 0;
    bool plain_ends = memchr(bytes.ptr, '\r', bytes.len) == NULL;
    if (plain_ends && qc_nfc_quick(qc_str_skip(bytes, start))) {
        source->text = qc_str_skip(bytes, start);
        if (start > 0) {
            source->oddities |= QC_ODD_BOM;
            shift(arena, source, 0, start);
        }
        return;
    }
    if (start > 0)
        source->oddities |= QC_ODD_BOM;
    struct qc_buf text = { .arena = arena };
    shift(arena, source, 0, start);
    for (size_t i = start; i < bytes.len;) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        if (c == '\r') {
            bool pair = i + 1 < bytes.len && bytes.ptr[i + 1] == '\n';
            qc_buf_char(&text, '\n');
            i += pair ? 2 : 1;
            source->oddities |= QC_ODD_LINE_END;
            if (pair)
                shift(arena, source, text.len, i);
            continue;
        }
        if (c < 0x80 && (i + 1 == bytes.len || (unsigned char)bytes.ptr[i + 1] < 0xCC)) {
            qc_buf_char(&text, (char)c);
            i++;
            continue;
        }
        size_t length = cluster(bytes, i);
        struct qc_str typed = qc_str_slice(bytes, i, i + length), normal = qc_nfc(arena, typed);
        qc_buf_add(&text, normal);
        i += length;
        if (!qc_str_equal(typed, normal)) {
            source->oddities |= QC_ODD_DECOMPOSED;
            shift(arena, source, text.len, i);
        }
    }
    source->text = qc_buf_str(&text);
}

struct qc_line_begins qc_line_begins(struct qc_arena *arena, struct qc_str text)
{
    size_t count = 1 + qc_bytes_count(text, '\n');
    uint32_t *begins = qc_alloc_bytes(arena, count * sizeof *begins);
    begins[0] = 0;
    qc_bytes_behind(text, '\n', begins + 1);
    return (struct qc_line_begins){ begins, count, count };
}

struct qc_source *qc_source_add_empty(struct qc_arena *arena, struct qc_sources *sources, struct qc_str name)
{
    struct qc_source *source = qc_alloc(arena, sizeof *source);
    source->id = (uint32_t)sources->files.count;
    source->name = qc_str_copy(arena, name);
    source->bytes = source->text = QC_STR("");
    *qc_vec_push(arena, &source->lines) = 0;
    *qc_vec_push(arena, &sources->files) = source;
    return source;
}

struct qc_source *qc_source_add(struct qc_arena *arena, struct qc_sources *sources, struct qc_str name,
                                struct qc_str bytes, enum qc_source_fault *fault, size_t *at)
{
    /* as nearly all files are: then nobody has to look at a single byte */
    bool plain = bytes.len <= QC_MAX_FILE_BYTES && qc_bytes_are_plain(bytes);
    *fault = plain ? QC_SOURCE_FINE : find_fault(bytes, at);
    if (*fault != QC_SOURCE_FINE)
        return NULL;
    struct qc_source *source = qc_alloc(arena, sizeof *source);
    source->id = (uint32_t)sources->files.count;
    source->name = qc_str_copy(arena, name);
    source->bytes = bytes;
    source->text = source->bytes;
    source->is_plain = plain;
    if (!plain)
        make_text(arena, source);
    source->lines = qc_line_begins(arena, source->text);
    *qc_vec_push(arena, &sources->files) = source;
    return source;
}

struct qc_str qc_source_text(const struct qc_sources *sources, struct qc_span span)
{
    const struct qc_source *source = sources->files.items[span.file];
    return qc_str_slice(source->text, span.begin, span.end);
}
