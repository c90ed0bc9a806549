/*
 * guess.c - which old encoding bytes that are no UTF-8 are likely in.
 *
 * Only for the wording of an error: nothing is converted here.
 */
#include "base/utf8.h"
#include "source/source.h"

/*
 * TCVN3 keeps its letters at B5..FE and ă â ê ô ơ ư đ at A8..AE; windows-1258 writes
 * marks as separate bytes CC D2 DE EC F2 and đ as F0; VNI writes marks as
 * separate bytes D0..FF after an ASCII vowel and đ as F1. Counting which
 * bytes stand behind ASCII vowels tells them apart well enough for a message.
 */
/* More letters in UTF-8 than bytes that are none: a damaged UTF-8 file, of no other encoding. */
static bool is_mostly_utf8(struct qc_str bytes)
{
    size_t letters = 0, invalid = 0;
    for (size_t i = 0; i < bytes.len && i < 65536;) {
        size_t n = 1;
        while (n <= 4 && i + n <= bytes.len && qc_utf8_invalid(bytes.ptr + i, n) < n)
            n++;
        bool valid = n <= 4 && i + n <= bytes.len;
        letters += valid && n > 1;
        invalid += !valid;
        i += valid ? n : 1;
    }
    return letters > invalid;
}

const char *qc_source_guess(struct qc_str bytes)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    size_t len = bytes.len, zeros = 0, high = 0, tcvn = 0, cp1258 = 0, vni = 0;
    if (len >= 2 && ((p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF)))
        return "UTF-16";
    for (size_t i = 0; i < len && i < 65536; i++) {
        unsigned char c = p[i], before = i > 0 ? p[i - 1] : ' ';
        zeros += c == 0;
        if (c < 0x80)
            continue;
        high++;
        bool after_vowel = strchr("aeiouyAEIOUY", before) != NULL && before != 0;
        tcvn += (c >= 0xA8 && c <= 0xAE) || (c >= 0xB5 && c <= 0xBE) || c == 0xC6 || c == 0xC7;
        cp1258 += c == 0xF0 || c == 0xD0 || ((c == 0xCC || c == 0xD2 || c == 0xDE || c == 0xEC || c == 0xF2) &&
                                             (after_vowel || before >= 0x80));
        vni += after_vowel && (c == 0xF8 || c == 0xF9 || c == 0xFB || c == 0xFC || c == 0xE2 || c == 0xE1 ||
                               c == 0xE0 || c == 0xE4 || c == 0xE5 || c == 0xEF);
    }
    if (zeros * 4 > len)
        return "UTF-16";
    if (high == 0 || is_mostly_utf8(bytes))
        return NULL;
    if (tcvn >= cp1258 && tcvn >= vni && tcvn * 6 > high)
        return "TCVN3 (ABC)";
    if (vni > cp1258 && vni * 4 > high)
        return "VNI";
    if (cp1258 * 6 > high)
        return "Windows-1258";
    return NULL;
}
