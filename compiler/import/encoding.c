/*
 * encoding.c - which encoding a text is in.
 *
 * What is valid in one encoding is mostly valid in others as well, with other
 * letters; so the words decide: in the right encoding nearly every word with
 * a mark can be a Vietnamese syllable, in a wrong one few can.
 */
#include "import/encoding.h"

#include "base/utf8.h"
#include "check/syllable.h"
#include "import/decode.h"

enum {
    SAMPLE_BYTES = 128 * 1024, /* of a text, to judge it by */
    GOOD_FOR_BAD = 4,          /* so many good words are needed for each bad one */
    NEAR_PERCENT = 90,         /* a second encoding with so many of the best one's good words is as good */
};

static const struct {
    const char *name, *synonyms;
} encodings[] = {
#define IMPORT_ENCODING(id, name, synonyms) { name, synonyms },
#include "import/encodings.def"
};

const char *qc_import_encoding_name(enum import_encoding encoding)
{
    return encodings[encoding].name;
}

/* Are they one name? The first size bytes of b, in small letters, without "-" and "_". */
static bool is_named(struct qc_str typed, const char *name, size_t size)
{
    size_t k = 0;
    for (size_t i = 0; i < typed.len; i++) {
        if (typed.ptr[i] == '-' || typed.ptr[i] == '_')
            continue;
        while (k < size && name[k] == '-')
            k++;
        if (k == size || qc_lower((unsigned char)typed.ptr[i]) != qc_lower((unsigned char)name[k]))
            return false;
        k++;
    }
    return k == size;
}

enum import_encoding qc_import_encoding_find(struct qc_str typed)
{
    for (unsigned i = 0; i < IMPORT_ENCODING_COUNT; i++) {
        if (is_named(typed, encodings[i].name, strlen(encodings[i].name)))
            return (enum import_encoding)i;
        for (const char *at = encodings[i].synonyms; *at != '\0'; at += strspn(at, " ")) {
            size_t size = strcspn(at, " ");
            if (is_named(typed, at, size))
                return (enum import_encoding)i;
            at += size;
        }
    }
    return IMPORT_ENCODING_COUNT;
}

/* ---- how Vietnamese a text is ---- */

/* Words with a letter beyond ASCII: those that can be a syllable, and those that cannot. */
struct score {
    size_t good, bad;
};

/* Signs that no text has beside a letter: §iÒu, qu¶n. */
static bool is_stray(unsigned c)
{
    return (c >= 0x80 && c <= 0xBF && c != 0xA0 && c != 0xAB && c != 0xAD && c != 0xB7 && c != 0xBB) ||
           c == 0xD7 || c == 0xF7 || c == 0x20AB || c == 0x20AC || (c >= 0x2C6 && c <= 0x2DC) ||
           (c >= 0x300 && c <= 0x36F) ||
           (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v');
}

/* A word's letters are all small, all capitals, or small behind one capital. */
static bool is_cased_oddly(struct qc_str word)
{
    size_t n, capitals = 0, small = 0, first = 0;
    for (size_t i = 0; i < word.len; i += n) {
        bool upper = qc_is_upper(qc_utf8_decode(word, i, &n));
        capitals += upper;
        small += !upper;
        first += upper && i == 0;
    }
    return small > 0 && capitals > first;
}

static void score_word(struct qc_arena *arena, struct qc_str word, bool stray, struct score *score)
{
    struct qc_buf lower = { .arena = arena };
    bool marked = stray;
    size_t n;
    for (size_t i = 0; i < word.len; i += n) {
        unsigned c = qc_utf8_decode(word, i, &n);
        marked = marked || c >= 0x80;
        qc_buf_code(&lower, qc_lower(c));
    }
    if (!marked)
        return;
    bool good = !stray && !is_cased_oddly(word) &&
                qc_syllable_read(qc_buf_str(&lower)).kind >= QC_SYLLABLE_TONE_PLACE;
    score->good += good;
    score->bad += !good;
}

static struct score score_of(struct qc_arena *arena, struct qc_str raw)
{
    struct score score = { 0, 0 };
    struct qc_str text = qc_nfc(arena, raw);
    bool stray_before = false;
    size_t n;
    for (size_t at = 0; at < text.len;) {
        unsigned c = qc_utf8_decode(text, at, &n);
        if (!qc_is_letter(c)) {
            stray_before = is_stray(c);
            at += n;
            continue;
        }
        size_t begin = at;
        while (at < text.len && qc_is_letter(c = qc_utf8_decode(text, at, &n)))
            at += n;
        bool stray = stray_before || (at < text.len && is_stray(c));
        struct qc_arena_mark mark = qc_arena_mark(arena);
        score_word(arena, qc_str_slice(text, begin, at), stray, &score);
        qc_arena_release(arena, mark);
        stray_before = false;
    }
    return score;
}

/* ---- choosing ---- */

static bool has_high_bytes(struct qc_str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if ((unsigned char)bytes.ptr[i] >= 0x80)
            return true;
    return false;
}

/* The first bytes of a text, up to a line's end if there is one, so that no character is cut. */
static struct qc_str sample_of(struct qc_str bytes)
{
    if (bytes.len <= SAMPLE_BYTES)
        return bytes;
    size_t end = SAMPLE_BYTES;
    while (end > SAMPLE_BYTES / 2 && bytes.ptr[end - 1] != '\n')
        end--;
    if (end == SAMPLE_BYTES / 2)
        for (end = SAMPLE_BYTES; end > SAMPLE_BYTES - 4 && ((unsigned char)bytes.ptr[end] & 0xC0) == 0x80;
             end--)
            continue;
    return qc_str_slice(bytes, 0, end);
}

/*
 * UTF-16 by its mark, or by its zeros: the high bytes of Vietnamese are 0, 1,
 * 3, 1E and 20. IMPORT_ENCODING_COUNT when it is neither form.
 */
static enum import_encoding find_utf16(struct qc_str bytes)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    if (bytes.len >= 2 && p[0] + p[1] == 0xFF + 0xFE && p[0] >= 0xFE)
        return p[0] == 0xFF ? IMPORT_UTF16LE : IMPORT_UTF16BE;
    if (bytes.len % 2 != 0)
        return IMPORT_ENCODING_COUNT;
    size_t units = (bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES) / 2, zeros[2] = { 0, 0 },
           high[2] = { 0, 0 };
    for (size_t i = 0; i < units * 2; i++) {
        zeros[i % 2] += p[i] == 0;
        high[i % 2] += p[i] <= 1 || p[i] == 3 || p[i] == 0x1E || p[i] == 0x20;
    }
    for (size_t side = 0; side < 2; side++)
        if (zeros[side] > 0 && zeros[1 - side] == 0 && high[side] * 20 >= units * 19)
            return side == 1 ? IMPORT_UTF16LE : IMPORT_UTF16BE;
    return IMPORT_ENCODING_COUNT;
}

static bool is_good(struct score score)
{
    return score.good > 0 && score.good >= score.bad * GOOD_FOR_BAD;
}

struct candidate {
    enum import_encoding encoding;
    struct score score;
    struct qc_str text; /* of the sample */
};

/* The best of the encodings from first on to last; *rival: another that is as good and reads other words. */
static struct candidate best_of(struct qc_arena *arena, struct qc_str sample, enum import_encoding first,
                                enum import_encoding last, bool *rival)
{
    struct candidate all[IMPORT_ENCODING_COUNT], best = { .encoding = IMPORT_ENCODING_COUNT };
    size_t count = 0;
    for (unsigned e = first; e <= last; e++) {
        struct candidate *one = &all[count];
        one->encoding = (enum import_encoding)e;
        if (!qc_import_decode_as(arena, sample, one->encoding, &one->text))
            continue;
        one->text = qc_nfc(arena, one->text);
        one->score = score_of(arena, one->text);
        if (!is_good(one->score))
            continue;
        count++;
        if (best.encoding == IMPORT_ENCODING_COUNT ||
            one->score.good * (best.score.bad + 1) > best.score.good * (one->score.bad + 1))
            best = *one;
    }
    *rival = false;
    for (size_t i = 0; i < count; i++)
        *rival = *rival || (all[i].encoding != best.encoding && !qc_str_equal(all[i].text, best.text) &&
                            all[i].score.bad <= best.score.bad &&
                            all[i].score.good * 100 >= best.score.good * NEAR_PERCENT);
    return best;
}

/* Valid UTF-8: it is that, unless its words are those of an old font. */
static enum import_encoding choose_utf8(struct qc_arena *arena, struct qc_str sample)
{
    struct qc_str text;
    bool rival;
    if (!has_high_bytes(sample) || !qc_import_decode_as(arena, sample, IMPORT_UTF8, &text))
        return IMPORT_UTF8;
    struct score score = score_of(arena, text);
    if (score.bad <= score.good)
        return IMPORT_UTF8;
    struct candidate best = best_of(arena, sample, IMPORT_TCVN3_IN_UTF8, IMPORT_VNI_IN_UTF8, &rival);
    return best.encoding == IMPORT_ENCODING_COUNT || rival ? IMPORT_UTF8 : best.encoding;
}

static bool is_damaged_utf8(struct qc_str bytes)
{
    size_t letters = 0, invalid = 0;
    for (size_t i = 0; i < bytes.len;) {
        size_t valid = qc_utf8_invalid(bytes.ptr + i, bytes.len - i);
        for (size_t k = i; k < i + valid; k++)
            letters += (unsigned char)bytes.ptr[k] >= 0xC0;
        i += valid + 1;
        invalid += i <= bytes.len;
        while (i < bytes.len && ((unsigned char)bytes.ptr[i] & 0xC0) == 0x80)
            i++; /* of the same letter */
    }
    return letters > invalid;
}

static enum import_fault recognise(struct qc_arena *arena, struct qc_str bytes, enum import_encoding *found)
{
    struct qc_str sample = sample_of(bytes);
    *found = find_utf16(bytes);
    if (*found != IMPORT_ENCODING_COUNT)
        return IMPORT_FINE;
    if (memchr(bytes.ptr, 0, bytes.len) != NULL)
        return IMPORT_FAULT_BINARY;
    if (qc_utf8_invalid(bytes.ptr, bytes.len) == bytes.len) {
        *found = choose_utf8(arena, sample);
        return IMPORT_FINE;
    }
    bool rival;
    struct candidate best = best_of(arena, sample, IMPORT_TCVN3, IMPORT_TCVN5712, &rival);
    *found = best.encoding;
    if (best.encoding == IMPORT_ENCODING_COUNT)
        return is_damaged_utf8(sample) ? IMPORT_FAULT_UTF8_DAMAGED : IMPORT_FAULT_ENCODING_UNKNOWN;
    return rival ? IMPORT_FAULT_ENCODING_UNCERTAIN : IMPORT_FINE;
}

enum import_fault qc_import_decode(struct qc_arena *arena, struct qc_str bytes, enum import_encoding wanted,
                                   enum import_encoding *found, struct qc_str *text)
{
    *found = wanted;
    if (wanted == IMPORT_ENCODING_COUNT) {
        enum import_fault fault = bytes.len == 0 ? IMPORT_FAULT_EMPTY : recognise(arena, bytes, found);
        if (fault != IMPORT_FINE)
            return fault;
    }
    if (qc_import_decode_as(arena, bytes, *found, text))
        return IMPORT_FINE;
    return wanted == IMPORT_ENCODING_COUNT ? IMPORT_FAULT_BINARY : IMPORT_FAULT_ENCODING_WRONG;
}
