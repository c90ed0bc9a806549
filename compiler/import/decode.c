/*
 * decode.c - a reader for each encoding.
 *
 * Owns the tables of bytes. Must not choose: encoding.c does.
 */
#include "import/decode.h"

#include <stdint.h>

#include "base/utf8.h"

struct letter {
    uint16_t code, tcvn3, tcvn5712, viscii, vni;
};

static const struct letter letters[] = {
#define IMPORT_LETTER(code, tcvn3, tcvn5712, viscii, vni) { code, tcvn3, tcvn5712, viscii, vni },
#include "import/letters.def"
};
enum { LETTERS = sizeof letters / sizeof *letters, HIGH = 0x80, BYTES = 0x100 };

/* 0x80 to 0x9F of windows-1252; 0: undefined. From 0xA0 on it is Latin-1. */
static const uint16_t windows1252[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};
enum { WINDOWS1252 = sizeof windows1252 / sizeof *windows1252 };

/* Where windows-1258 differs from windows-1252: five tones that follow their letter, and some letters. */
static const struct {
    unsigned char byte;
    uint16_t code;
} windows1258[] = {
    { 0x8A, 0 },      { 0x8E, 0 },      { 0x9A, 0 },      { 0x9E, 0 },      { 0xC3, 0x0102 }, { 0xCC, 0x0300 },
    { 0xD0, 0x0110 }, { 0xD2, 0x0309 }, { 0xD5, 0x01A0 }, { 0xDD, 0x01AF }, { 0xDE, 0x0303 }, { 0xE3, 0x0103 },
    { 0xEC, 0x0301 }, { 0xF0, 0x0111 }, { 0xF2, 0x0323 }, { 0xF5, 0x01A1 }, { 0xFD, 0x01B0 }, { 0xFE, 0x20AB },
};

/* The code point of each byte; 0: no character. */
struct table {
    uint16_t code[BYTES];
};

static struct table western(void)
{
    struct table table = { { 0 } };
    for (unsigned c = 1; c < BYTES; c++)
        table.code[c] = (uint16_t)(c >= HIGH && c < HIGH + WINDOWS1252 ? windows1252[c - HIGH] : c);
    return table;
}

/* Bytes to text by a table. False at a byte that has no character. */
static bool by_table(struct qc_buf *out, struct qc_str bytes, const struct table *table)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned code = table->code[(unsigned char)bytes.ptr[i]];
        if (code == 0)
            return false;
        qc_buf_code(out, code);
    }
    return true;
}

static bool by_letters(struct qc_buf *out, struct qc_str bytes, size_t column)
{
    struct table table = western();
    for (size_t i = 0; i < LETTERS; i++) {
        const uint16_t *row = (const uint16_t *)(const void *)((const char *)&letters[i] + column);
        if (*row != 0)
            table.code[*row] = letters[i].code;
    }
    return by_table(out, bytes, &table);
}

/* ---- Unicode ---- */

static const struct qc_str utf8_mark = { "\xEF\xBB\xBF", 3 };

static bool read_utf8(struct qc_buf *out, struct qc_str bytes)
{
    if (qc_utf8_invalid(bytes.ptr, bytes.len) < bytes.len)
        return false;
    qc_buf_add(out, qc_str_starts(bytes, utf8_mark) ? qc_str_skip(bytes, utf8_mark.len) : bytes);
    return true;
}

static bool read_utf16(struct qc_buf *out, struct qc_str bytes, unsigned high)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    if (bytes.len % 2 != 0)
        return false;
    for (size_t i = 0; i < bytes.len; i += 2) {
        unsigned code = (unsigned)p[i + high] << 8 | p[i + 1 - high];
        if (code == 0 || (code == 0xFFFE && i == 0))
            return false;
        if (code >= 0xD800 && code <= 0xDFFF) {
            if (code >= 0xDC00 || i + 3 >= bytes.len)
                return false;
            unsigned low = (unsigned)p[i + 2 + high] << 8 | p[i + 3 - high];
            if (low < 0xDC00 || low > 0xDFFF)
                return false;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        if (code != 0xFEFF || i > 0)
            qc_buf_code(out, code);
    }
    return true;
}

static bool read_utf16le(struct qc_buf *out, struct qc_str bytes)
{
    return read_utf16(out, bytes, 1);
}

static bool read_utf16be(struct qc_buf *out, struct qc_str bytes)
{
    return read_utf16(out, bytes, 0);
}

/* ---- one byte a letter ---- */

static bool read_windows1258(struct qc_buf *out, struct qc_str bytes)
{
    struct table table = western();
    for (size_t i = 0; i < sizeof windows1258 / sizeof *windows1258; i++)
        table.code[windows1258[i].byte] = windows1258[i].code;
    return by_table(out, bytes, &table);
}

static bool read_viscii(struct qc_buf *out, struct qc_str bytes)
{
    return by_letters(out, bytes, offsetof(struct letter, viscii));
}

static bool read_tcvn5712(struct qc_buf *out, struct qc_str bytes)
{
    return by_letters(out, bytes, offsetof(struct letter, tcvn5712));
}

/* What stands between two line ends: has it capitals of ASCII, and no small letter of it? */
static bool is_capitals(struct qc_str text, size_t least)
{
    size_t capitals = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] >= 'a' && text.ptr[i] <= 'z')
            return false;
        capitals += text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
    }
    return capitals >= least;
}

static size_t piece_end(struct qc_str text, size_t at, const char *stops)
{
    while (at < text.len && strchr(stops, text.ptr[at]) == NULL)
        at++;
    return at;
}

static void raise_line(struct qc_buf *out, struct qc_str line)
{
    enum { LINE_CAPITALS = 4, WORD_CAPITALS = 2 };
    if (is_capitals(line, LINE_CAPITALS)) {
        qc_buf_add(out, qc_str_upper(out->arena, line));
        return;
    }
    for (size_t at = 0; at < line.len;) {
        size_t end = piece_end(line, at, " \t-/(),.;:");
        struct qc_str word = qc_str_slice(line, at, end);
        qc_buf_add(out, is_capitals(word, WORD_CAPITALS) ? qc_str_upper(out->arena, word) : word);
        if (end < line.len)
            qc_buf_char(out, line.ptr[end]);
        at = end + 1;
    }
}

struct qc_str qc_import_raise_capitals(struct qc_arena *arena, struct qc_str text)
{
    struct qc_buf out = { .arena = arena };
    for (size_t at = 0; at < text.len;) {
        size_t end = piece_end(text, at, "\r\n");
        raise_line(&out, qc_str_slice(text, at, end));
        if (end < text.len)
            qc_buf_char(&out, text.ptr[end]);
        at = end + 1;
    }
    return qc_buf_str(&out);
}

static bool read_tcvn3(struct qc_buf *out, struct qc_str bytes)
{
    struct qc_buf small = { .arena = out->arena };
    if (!by_letters(&small, bytes, offsetof(struct letter, tcvn3)))
        return false;
    qc_buf_add(out, qc_import_raise_capitals(out->arena, qc_buf_str(&small)));
    return true;
}

/* ---- VNI: most letters are a letter of ASCII and a mark ---- */

struct vni_table {
    struct table single;
    uint16_t pair[BYTES][BYTES]; /* by letter and mark; a capital takes the mark of the small letter, too */
};

static const struct vni_table *vni_table(struct qc_arena *arena)
{
    enum { CASE = 0x20 };
    struct vni_table *table = qc_alloc(arena, sizeof *table);
    table->single = western();
    for (size_t i = 0; i < LETTERS; i++) {
        unsigned base = letters[i].vni >> 8, mark = letters[i].vni & 0xFF;
        if (base == 0) {
            table->single.code[mark] = letters[i].code;
        } else {
            table->pair[base][mark] = letters[i].code;
            table->pair[base][mark ^ CASE] = letters[i].code;
        }
    }
    return table;
}

static bool read_vni(struct qc_buf *out, struct qc_str bytes)
{
    const struct vni_table *table = vni_table(out->arena);
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i], next = i + 1 < bytes.len ? (unsigned char)bytes.ptr[i + 1] : 0;
        unsigned code = table->pair[byte][next];
        i += code != 0;
        if (code == 0)
            code = table->single.code[byte];
        if (code == 0)
            return false;
        qc_buf_code(out, code);
    }
    return true;
}

/* ---- letters of an old font that were written as Western European ones ---- */

/* The byte that windows-1252 has for a code point; 0: none. */
static unsigned char western_byte(unsigned code)
{
    if (code < HIGH || (code >= HIGH + WINDOWS1252 && code < BYTES))
        return (unsigned char)code;
    if (code >= 0xF020 && code <= 0xF0FF) { /* a symbol font's */
        unsigned byte = code - 0xF000;
        return (unsigned char)(byte >= HIGH && byte < HIGH + WINDOWS1252 && windows1252[byte - HIGH] == 0 ? 0 : byte);
    }
    for (unsigned i = 0; i < WINDOWS1252; i++)
        if (windows1252[i] == code)
            return (unsigned char)(HIGH + i);
    return 0;
}

static bool read_as(struct qc_buf *out, struct qc_str bytes, enum import_encoding encoding);

struct qc_str qc_import_from_font(struct qc_arena *arena, struct qc_str text, enum import_encoding encoding)
{
    struct qc_buf out = { .arena = arena }, bytes = { .arena = arena };
    for (size_t at = 0, n;; at += n) {
        unsigned code = qc_utf8_decode(text, at, &n);
        unsigned char byte = n == 0 ? 0 : western_byte(code);
        if (byte != 0) {
            qc_buf_char(&bytes, (char)byte);
            continue;
        }
        read_as(&out, qc_buf_str(&bytes), encoding); /* western_byte gives none that it has no character for */
        bytes.len = 0;
        if (n == 0)
            return qc_buf_str(&out);
        qc_buf_code(&out, code);
    }
}

static bool read_tcvn3_in_utf8(struct qc_buf *out, struct qc_str bytes)
{
    struct qc_buf text = { .arena = out->arena };
    if (!read_utf8(&text, bytes))
        return false;
    qc_buf_add(out, qc_import_from_font(out->arena, qc_buf_str(&text), IMPORT_TCVN3));
    return true;
}

static bool read_vni_in_utf8(struct qc_buf *out, struct qc_str bytes)
{
    struct qc_buf text = { .arena = out->arena };
    if (!read_utf8(&text, bytes))
        return false;
    qc_buf_add(out, qc_import_from_font(out->arena, qc_buf_str(&text), IMPORT_VNI));
    return true;
}

/* ---- all ---- */

static bool read_as(struct qc_buf *out, struct qc_str bytes, enum import_encoding encoding)
{
    static bool (*const readers[])(struct qc_buf *, struct qc_str) = {
#define IMPORT_ENCODING(id, name, synonyms, reader) reader,
#include "import/encodings.def"
    };
    return readers[encoding](out, bytes);
}

bool qc_import_decode_as(struct qc_arena *arena, struct qc_str bytes, enum import_encoding encoding,
                         struct qc_str *text)
{
    struct qc_buf out = { .arena = arena };
    bool fine = read_as(&out, bytes, encoding);
    *text = qc_buf_str(&out);
    return fine;
}
