/*
 * fuzz_decode.c - bytes to text: what is accepted, what the text is, and the way back to the bytes.
 */
#include <stdlib.h>
#include <utf8proc.h>

#include "../tools/utf8_reference.h"
#include "base/utf8.h"
#include "harness.h"
#include "judge.h"
#include "source/position.h"

static const unsigned char *bytes_of(struct qc_str text)
{
    return (const unsigned char *)text.ptr;
}

/* Length of the character at `at`, by the reference; 0 where the bytes are no text. */
static size_t text_at(struct qc_str all, size_t at)
{
    unsigned code;
    size_t n = utf8_reference_length(bytes_of(all) + at, all.len - at, &code);
    return n == 0 || code == 0 || (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE ? 0 : n;
}

static bool is_text(struct qc_str all)
{
    size_t n;
    for (size_t i = 0; i < all.len; i += n)
        if ((n = text_at(all, i)) == 0)
            return false;
    return true;
}

/* No letter has so many marks; the library sorts marks within a part of a longer run. */
static bool has_long_run_of_marks(struct qc_str text)
{
    enum { LONGEST = 15 };
    size_t run = 0;
    for (size_t i = 0, n; i < text.len && run <= LONGEST; i += n)
        run = qc_is_mark(qc_utf8_decode(text, i, &n)) ? run + 1 : 0;
    return run > LONGEST;
}

static void require_normal(const struct qc_source *source)
{
    struct qc_str text = source->text;
    FUZZ_REQUIRE(utf8_reference_invalid(bytes_of(text), text.len) == text.len);
    FUZZ_REQUIRE(text.len == 0 || memchr(text.ptr, '\r', text.len) == NULL);
    if (has_long_run_of_marks(text))
        return;
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, &normal,
                                           UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    FUZZ_REQUIRE(length >= 0 && qc_str_equal(text, (struct qc_str){ (char *)normal, (size_t)length }));
    free(normal);
}

static void require_positions(const struct qc_source *source)
{
    struct qc_position before = { 1, 0, 0, 0, 0 };
    for (size_t at = 0, n = 1; n > 0; at += n) {
        struct qc_position here = qc_position_of(source, (uint32_t)at);
        FUZZ_REQUIRE(here.byte >= before.byte && here.byte <= source->bytes.len);
        FUZZ_REQUIRE(here.byte == qc_byte_of(source, (uint32_t)at));
        FUZZ_REQUIRE(here.byte == source->bytes.len || ((unsigned char)source->bytes.ptr[here.byte] & 0xC0) != 0x80);
        FUZZ_REQUIRE(here.line == before.line ? here.column == before.column + 1
                                              : here.line == before.line + 1 && here.column == 1);
        FUZZ_REQUIRE(here.line_begin <= at && at <= here.line_end && here.line_end <= source->text.len);
        struct qc_line line = qc_line_of(source, (uint32_t)at);
        FUZZ_REQUIRE(line.number == here.line && line.begin == here.line_begin && line.end == here.line_end);
        before = here;
        qc_utf8_decode(source->text, at, &n);
    }
}

static void require_shown(struct qc_str text)
{
    static struct fuzz_text shown;
    shown.length = 0;
    for (size_t i = 0, taken; i < text.len; i += taken) {
        char out[QC_SHOWN_BYTES];
        size_t length;
        taken = qc_show_character(text.ptr + i, text.len - i, out, &length);
        FUZZ_REQUIRE(taken > 0 && taken <= text.len - i && length > 0 && length <= QC_SHOWN_BYTES);
        fuzz_keep(&shown, out, length);
    }
    judge_terminal(fuzz_str(&shown));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { POSITIONS = 512 }; /* the column of each is counted from the begin of its line */
    struct fuzz_input input = fuzz_input(data, size);
    struct qc_str bytes = input.text;
    struct qc_compilation *cx = fuzz_compilation_begin();
    enum qc_source_fault fault = QC_SOURCE_FINE;
    size_t at = 0;
    const struct qc_source *source = qc_source_add(&cx->arena, &cx->sources, QC_STR("fuzz.qc"), bytes, &fault, &at);
    FUZZ_REQUIRE((source != NULL) == is_text(bytes));
    FUZZ_REQUIRE((source != NULL) == (fault == QC_SOURCE_FINE));
    if (source == NULL) {
        FUZZ_REQUIRE(at < bytes.len && text_at(bytes, at) == 0);
        qc_source_guess(bytes);
    } else {
        require_normal(source);
        if (input.options % 8 == 0 && bytes.len <= POSITIONS)
            require_positions(source);
    }
    require_shown(bytes);
    fuzz_compilation_end();
    return 0;
}
