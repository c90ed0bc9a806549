/*
 * decode.c - from the bytes of an encoding to text.
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
enum { LETTERS = sizeof letters / sizeof *letters, HIGH = 0x80, BYTES = 0x100, VNI_BASES = 16 };

/* 0x80 to 0x9F of windows-1252; 0: undefined. From 0xA0 on it is Latin-1. */
static const uint16_t windows1252[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};
enum { WINDOWS1252 = sizeof windows1252 / sizeof *windows1252 };

/* Where windows-1258 differs from windows-1252: five tones that follow their letter, and some letters. */
static const struct {
    unsigned char byte;
    uint16_t code;
} windows1258[] = {
    { 0x8A, 0 },      { 0x8E, 0 },      { 0x9A, 0 },      { 0x9E, 0 },      { 0xC3, 0x0102 },
    { 0xCC, 0x0300 }, { 0xD0, 0x0110 }, { 0xD2, 0x0309 }, { 0xD5, 0x01A0 }, { 0xDD, 0x01AF },
    { 0xDE, 0x0303 }, { 0xE3, 0x0103 }, { 0xEC, 0x0301 }, { 0xF0, 0x0111 }, { 0xF2, 0x0323 },
    { 0xF5, 0x01A1 }, { 0xFD, 0x01B0 }, { 0xFE, 0x20AB },
};

/* What the bytes of an encoding that is not Unicode's mean. */
struct import_decoder {
    uint16_t code[BYTES];      /* of each byte; 0: no character */
    unsigned char base[BYTES]; /* of VNI: number of a letter that marks follow, from 1; 0: it is none */
    uint16_t marked[VNI_BASES][BYTES]; /* by that number and the mark */
    bool small_tones;                  /* capitals with a tone are written as small letters */
};

static void be_western(struct import_decoder *decoder)
{
    for (unsigned c = 1; c < BYTES; c++)
        decoder->code[c] = (uint16_t)(c >= HIGH && c < HIGH + WINDOWS1252 ? windows1252[c - HIGH] : c);
}

static void be_windows1258(struct import_decoder *decoder)
{
    for (size_t i = 0; i < sizeof windows1258 / sizeof *windows1258; i++)
        decoder->code[windows1258[i].byte] = windows1258[i].code;
}

/* Most letters of VNI are a letter of ASCII and a mark; a capital takes the mark of the small letter, too. */
static void be_vni(struct import_decoder *decoder)
{
    enum { CASE = 0x20 };
    unsigned char bases = 0;
    for (size_t i = 0; i < LETTERS; i++) {
        unsigned base = letters[i].vni >> 8, mark = letters[i].vni & 0xFF;
        if (base == 0) {
            decoder->code[mark] = letters[i].code;
            continue;
        }
        if (decoder->base[base] == 0)
            decoder->base[base] = ++bases;
        decoder->marked[decoder->base[base] - 1][mark] = letters[i].code;
        decoder->marked[decoder->base[base] - 1][mark ^ CASE] = letters[i].code;
    }
}

static void be_letters(struct import_decoder *decoder, enum import_encoding encoding)
{
    for (size_t i = 0; i < LETTERS; i++) {
        unsigned byte = encoding == IMPORT_TCVN3    ? letters[i].tcvn3
                        : encoding == IMPORT_VISCII ? letters[i].viscii
                                                    : letters[i].tcvn5712;
        if (byte != 0)
            decoder->code[byte] = letters[i].code;
    }
}

const struct import_decoder *qc_import_decoder(struct qc_arena *arena, enum import_encoding encoding)
{
    struct import_decoder *decoder = qc_alloc(arena, sizeof *decoder);
    be_western(decoder);
    if (encoding == IMPORT_WINDOWS1258)
        be_windows1258(decoder);
    else if (encoding == IMPORT_VNI)
        be_vni(decoder);
    else
        be_letters(decoder, encoding);
    decoder->small_tones = encoding == IMPORT_TCVN3;
    return decoder;
}

/* Bytes to text. False at a byte that has no character. */
static bool decode(struct qc_buf *out, struct qc_str bytes, const struct import_decoder *decoder)
{
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i],
                      next = i + 1 < bytes.len ? (unsigned char)bytes.ptr[i + 1] : 0;
        unsigned code = decoder->base[byte] == 0 ? 0 : decoder->marked[decoder->base[byte] - 1][next];
        i += code != 0;
        if (code == 0)
            code = decoder->code[byte];
        if (code == 0)
            return false;
        qc_buf_code(out, code);
    }
    return true;
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

/* high: where in a unit its high byte stands. */
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

/* ---- letters of an old font that were written as Western European ones ---- */

/* The byte that windows-1252 has for a code point; 0: none. */
static unsigned char western_byte(unsigned code)
{
    if (code < HIGH || (code >= HIGH + WINDOWS1252 && code < BYTES))
        return (unsigned char)code;
    if (code >= 0xF020 && code <= 0xF0FF) { /* a symbol font's */
        unsigned byte = code - 0xF000;
        return (unsigned char)(byte >= HIGH && byte < HIGH + WINDOWS1252 && windows1252[byte - HIGH] == 0
                                   ? 0
                                   : byte);
    }
    for (unsigned i = 0; i < WINDOWS1252; i++)
        if (windows1252[i] == code)
            return (unsigned char)(HIGH + i);
    return 0;
}

bool qc_import_is_beyond_font(struct qc_str text)
{
    for (size_t i = 0, n; i < text.len; i += n) {
        unsigned code = qc_utf8_decode(text, i, &n);
        if (qc_is_letter(code) && western_byte(code) == 0)
            return true;
    }
    return false;
}

struct qc_str qc_import_from_font(struct qc_arena *arena, struct qc_str text,
                                  const struct import_decoder *decoder)
{
    struct qc_buf out = { .arena = arena }, bytes = { .arena = arena };
    for (size_t at = 0, n;; at += n) {
        unsigned code = qc_utf8_decode(text, at, &n);
        unsigned char byte = n == 0 ? 0 : western_byte(code);
        if (byte != 0) {
            qc_buf_char(&bytes, (char)byte);
            continue;
        }
        decode(&out, qc_buf_str(&bytes), decoder); /* western_byte gives none that it has no character for */
        bytes.len = 0;
        if (n == 0)
            return qc_buf_str(&out);
        qc_buf_code(&out, code);
    }
}

/* ---- all ---- */

static bool read_bytes(struct qc_buf *out, struct qc_str bytes, enum import_encoding encoding)
{
    const struct import_decoder *decoder = qc_import_decoder(out->arena, encoding);
    if (!decoder->small_tones)
        return decode(out, bytes, decoder);
    struct qc_buf small = { .arena = out->arena };
    if (!decode(&small, bytes, decoder))
        return false;
    qc_import_raise_capitals(out, qc_buf_str(&small));
    return true;
}

static bool read_from_utf8(struct qc_buf *out, struct qc_str bytes, enum import_encoding encoding)
{
    struct qc_buf text = { .arena = out->arena };
    if (!read_utf8(&text, bytes))
        return false;
    const struct import_decoder *decoder = qc_import_decoder(out->arena, encoding);
    struct qc_str decoded = qc_import_from_font(out->arena, qc_buf_str(&text), decoder);
    if (decoder->small_tones)
        qc_import_raise_capitals(out, decoded);
    else
        qc_buf_add(out, decoded);
    return true;
}

bool qc_import_decode_as(struct qc_arena *arena, struct qc_str bytes, enum import_encoding encoding,
                         struct qc_str *text)
{
    struct qc_buf out = { .arena = arena };
    bool fine = false;
    switch (encoding) {
    case IMPORT_UTF8:
        fine = read_utf8(&out, bytes);
        break;
    case IMPORT_UTF16LE:
        fine = read_utf16(&out, bytes, 1);
        break;
    case IMPORT_UTF16BE:
        fine = read_utf16(&out, bytes, 0);
        break;
    case IMPORT_TCVN3_IN_UTF8:
        fine = read_from_utf8(&out, bytes, IMPORT_TCVN3);
        break;
    case IMPORT_VNI_IN_UTF8:
        fine = read_from_utf8(&out, bytes, IMPORT_VNI);
        break;
    case IMPORT_TCVN3:
    case IMPORT_VNI:
    case IMPORT_WINDOWS1258:
    case IMPORT_VISCII:
    case IMPORT_TCVN5712:
        fine = read_bytes(&out, bytes, encoding);
        break;
    case IMPORT_ENCODING_COUNT:
        break;
    }
    *text = qc_buf_str(&out);
    return fine;
}
