/*
 * telex.c - the Telex way of typing Vietnamese: aa â, aw ă, dd đ, ee ê, oo ô,
 * ow ơ, uw and w ư; the tone is the last letter, f huyền, s sắc, r hỏi, x ngã,
 * j nặng.
 *
 * Must not judge words: "tools" may be English.
 */
#include "check/telex.h"

#include "check/syllable.h"

static const struct {
    const char *keys, *letter;
} letters[] = {
    { "uow", "ươ" }, { "aa", "â" }, { "aw", "ă" }, { "dd", "đ" }, { "ee", "ê" },
    { "oo", "ô" },   { "ow", "ơ" }, { "uw", "ư" }, { "w", "ư" },
};

static unsigned tone_of(char key)
{
    switch (key) {
    case 'f':
        return QC_TONE_HUYEN;
    case 's':
        return QC_TONE_SAC;
    case 'r':
        return QC_TONE_HOI;
    case 'x':
        return QC_TONE_NGA;
    case 'j':
        return QC_TONE_NANG;
    default:
        return QC_TONE_NONE;
    }
}

struct qc_str qc_telex_read(struct qc_arena *arena, struct qc_str keys)
{
    enum { LONGEST = 12 }; /* "nghieengs" has 9 keys */
    struct qc_buf buf = { .arena = arena };
    unsigned tone = keys.len > 0 ? tone_of(keys.ptr[keys.len - 1]) : QC_TONE_NONE;
    size_t end = keys.len - (tone != QC_TONE_NONE), n;
    bool marked = tone != QC_TONE_NONE;
    if (keys.len < 3 || keys.len > LONGEST)
        return QC_STR("");
    for (size_t i = 0; i < end; i += n) {
        n = 1;
        const char *letter = NULL;
        for (size_t k = 0; letter == NULL && k < sizeof letters / sizeof letters[0]; k++)
            if (qc_str_starts(qc_str_slice(keys, i, end), qc_str_from(letters[k].keys))) {
                letter = letters[k].letter;
                n = strlen(letters[k].keys);
            }
        marked = marked || letter != NULL;
        qc_buf_add(&buf, letter != NULL ? qc_str_from(letter) : qc_str_slice(keys, i, i + 1));
    }
    struct qc_str word = qc_buf_str(&buf);
    if (tone != QC_TONE_NONE)
        word = qc_syllable_with_tone(arena, word, tone, false);
    return marked && qc_syllable_read(word).kind == QC_SYLLABLE_FINE ? word : QC_STR("");
}
