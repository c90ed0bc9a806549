/*
 * syllable.c - the grammar of Vietnamese syllables.
 *
 * Owns the tables. Must not report: the checks do.
 */
#include "check/syllable.h"

#include <uchar.h>

#include "base/utf8.h"

/* Each vowel letter with its six tones, small and capital. */
static const char16_t vowels[][7] = {
    u"aàáảãạ", u"ăằắẳẵặ", u"âầấẩẫậ", u"eèéẻẽẹ", u"êềếểễệ", u"iìíỉĩị", u"oòóỏõọ", u"ôồốổỗộ",
    u"ơờớởỡợ", u"uùúủũụ", u"ưừứửữự", u"yỳýỷỹỵ", u"AÀÁẢÃẠ", u"ĂẰẮẲẴẶ", u"ÂẦẤẨẪẬ", u"EÈÉẺẼẸ",
    u"ÊỀẾỂỄỆ", u"IÌÍỈĨỊ", u"OÒÓỎÕỌ", u"ÔỒỐỔỖỘ", u"ƠỜỚỞỠỢ", u"UÙÚỦŨỤ", u"ƯỪỨỬỮỰ", u"YỲÝỶỸỴ",
};

#define R(text)                                                                                              \
    {                                                                                                        \
        text, sizeof text - 1                                                                                \
    }

/* gi and qu take the i and the u that would else begin a rime; longer ones first. */
static const struct qc_str onsets[] = {
    R("ngh"), R("ng"), R("nh"), R("ch"), R("gh"), R("gi"), R("kh"), R("ph"), R("qu"),
    R("th"),  R("tr"), R("b"),  R("c"),  R("d"),  R("đ"),  R("g"),  R("h"),  R("k"),
    R("l"),   R("m"),  R("n"),  R("p"),  R("r"),  R("s"),  R("t"),  R("v"),  R("x"),
};

/* In the order of their bytes: they are looked up by halves. */
static const struct qc_str rimes[] = {
    /* clang-format off */
    R("a"), R("ac"), R("ach"), R("ai"), R("am"), R("an"), R("ang"), R("anh"), R("ao"), R("ap"), R("at"),
    R("au"), R("ay"), R("e"), R("ec"), R("em"), R("en"), R("eng"), R("eo"), R("ep"), R("et"), R("i"),
    R("ia"), R("ich"), R("im"), R("in"), R("inh"), R("ip"), R("it"), R("iu"), R("iêc"), R("iêm"), R("iên"),
    R("iêng"), R("iêp"), R("iêt"), R("iêu"), R("o"), R("oa"), R("oac"), R("oach"), R("oai"), R("oam"),
    R("oan"), R("oang"), R("oanh"), R("oao"), R("oap"), R("oat"), R("oay"), R("oc"), R("oe"), R("oen"),
    R("oeo"), R("oet"), R("oi"), R("om"), R("on"), R("ong"), R("ooc"), R("oong"), R("op"), R("ot"),
    R("oăc"), R("oăm"), R("oăn"), R("oăng"), R("oăt"), R("u"), R("ua"), R("uc"), R("ui"), R("um"), R("un"),
    R("ung"), R("up"), R("ut"), R("uy"), R("uya"), R("uych"), R("uyn"), R("uynh"), R("uyp"), R("uyt"),
    R("uyu"), R("uyên"), R("uyêt"), R("uân"), R("uâng"), R("uât"), R("uây"), R("uê"), R("uêch"), R("uên"),
    R("uênh"), R("uôc"), R("uôi"), R("uôm"), R("uôn"), R("uông"), R("uôt"), R("uơ"), R("y"), R("yêm"),
    R("yên"), R("yêng"), R("yêt"), R("yêu"), R("âc"), R("âm"), R("ân"), R("âng"), R("âp"), R("ât"), R("âu"),
    R("ây"), R("ê"), R("êch"), R("êm"), R("ên"), R("ênh"), R("êp"), R("êt"), R("êu"), R("ô"), R("ôc"),
    R("ôi"), R("ôm"), R("ôn"), R("ông"), R("ôp"), R("ôt"), R("ăc"), R("ăm"), R("ăn"), R("ăng"), R("ăp"),
    R("ăt"), R("ơ"), R("ơi"), R("ơm"), R("ơn"), R("ơp"), R("ơt"), R("ư"), R("ưa"), R("ưc"), R("ưi"),
    R("ưm"), R("ưng"), R("ưt"), R("ưu"), R("ươc"), R("ươi"), R("ươm"), R("ươn"), R("ương"), R("ươp"),
    R("ươt"), R("ươu"),
    /* clang-format on */
};

/* What may follow qu beside the rimes that begin with a, ă, â, e, ê, i, y. */
static const struct qc_str rimes_of_qu[] = {
    R("ơ"), R("ôc"), R("ơt"), R("yên"), R("yêt"), R("ynh"), R("yt"), R("ych"), R("yp"), R("yn"),
};

/* Rimes that share the i of gi: gì, gìn, giêng, giếc, giết. */
static const struct qc_str rimes_of_gi[] = {
    R("i"), R("in"), R("iêng"), R("iêc"), R("iêt"),
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { LONGEST = 24 }; /* bytes of the longest syllable, "nghiêng", are 8; longer words are none */

/* The vowel row and tone of a code point; false when it is no vowel. */
static bool vowel_of(unsigned code, size_t *row, unsigned *tone)
{
    if (code < 0x80 && strchr("aeiouyAEIOUY", (int)code) == NULL)
        return false;
    if (code == 0x111)
        return false; /* đ, the one consonant with a mark */
    unsigned tones = code < 0x80 ? 1 : 6; /* a letter of ASCII has none */
    for (unsigned t = 0; t < tones; t++)
        for (size_t i = 0; i < COUNT(vowels); i++)
            if (vowels[i][t] == code) {
                *row = i;
                *tone = t;
                return true;
            }
    return false;
}

static bool is_in(struct qc_str text, const struct qc_str *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (qc_str_equal(text, table[i]))
            return true;
    return false;
}

static bool is_rime(struct qc_str text)
{
    size_t from = 0, to = COUNT(rimes);
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        struct qc_str rime = rimes[middle];
        int order = memcmp(text.ptr, rime.ptr, text.len < rime.len ? text.len : rime.len);
        if (order == 0 && text.len == rime.len)
            return true;
        if (order < 0 || (order == 0 && text.len < rime.len))
            to = middle;
        else
            from = middle + 1;
    }
    return false;
}

/* A word without its tone, and where that stood. */
struct bare {
    char bytes[LONGEST + 4];
    struct qc_str text;
    unsigned tone;
    size_t tone_at; /* byte of the letter that has the tone, in text */
    bool possible;  /* short enough, and with one tone at most */
};

static void strip(struct qc_str word, struct bare *bare)
{
    size_t n, len = 0, row;
    *bare = (struct bare){ .possible = word.len > 0 && word.len <= LONGEST };
    for (size_t i = 0; bare->possible && i < word.len; i += n) {
        unsigned tone = 0, code = qc_utf8_decode(word, i, &n);
        if (vowel_of(code, &row, &tone)) {
            code = vowels[row][0];
            if (tone != 0) {
                bare->possible = bare->tone == 0;
                bare->tone = tone;
                bare->tone_at = len;
            }
        }
        len += qc_utf8_encode(code, bare->bytes + len);
    }
    bare->text = (struct qc_str){ bare->bytes, len };
}

static bool begins_front(struct qc_str rime)
{
    return qc_str_starts(rime, QC_STR("e")) || qc_str_starts(rime, QC_STR("ê")) ||
           qc_str_starts(rime, QC_STR("i")) || qc_str_starts(rime, QC_STR("y"));
}

/* c g ng stand before a o u, k gh ngh before e i y. */
static bool fits(struct qc_str text, struct qc_str rime)
{
    bool front = begins_front(rime);
    if (qc_str_equal(text, QC_STR("qu")))
        return is_in(rime, rimes_of_qu, COUNT(rimes_of_qu)) ||
               ((front || qc_str_starts(rime, QC_STR("a")) || qc_str_starts(rime, QC_STR("ă")) ||
                 qc_str_starts(rime, QC_STR("â"))) &&
                !qc_str_starts(rime, QC_STR("iê")) && is_rime(rime));
    if (!is_rime(rime))
        return false;
    if (qc_str_equal(text, QC_STR("c")) || qc_str_equal(text, QC_STR("ng")))
        return !front;
    if (qc_str_equal(text, QC_STR("g")))
        return !front || is_in(rime, rimes_of_gi, COUNT(rimes_of_gi));
    if (qc_str_equal(text, QC_STR("k")) || qc_str_equal(text, QC_STR("gh")) ||
        qc_str_equal(text, QC_STR("ngh")))
        return front;
    if (qc_str_equal(text, QC_STR("gi")))
        return !qc_str_starts(rime, QC_STR("i")) && !qc_str_starts(rime, QC_STR("y"));
    return !qc_str_starts(rime, QC_STR("yê")); /* yêu, yên have no onset */
}

/* Length of an onset that leaves a rime which fits; false when there is none. */
static bool split(struct qc_str text, size_t *onset)
{
    for (size_t i = 0; i < COUNT(onsets); i++) {
        if (text.len == 0 || text.ptr[0] != onsets[i].ptr[0] || !qc_str_starts(text, onsets[i]) || !fits(onsets[i], qc_str_skip(text, onsets[i].len)))
            continue;
        *onset = onsets[i].len;
        return true;
    }
    *onset = 0;
    return is_rime(text) && !qc_str_starts(text, QC_STR("iê"));
}

static bool is_open_pair(struct qc_str rime)
{
    return qc_str_equal(rime, QC_STR("oa")) || qc_str_equal(rime, QC_STR("oe")) ||
           qc_str_equal(rime, QC_STR("uy"));
}

static bool stops(struct qc_str rime)
{
    return qc_str_ends(rime, QC_STR("c")) || qc_str_ends(rime, QC_STR("ch")) ||
           qc_str_ends(rime, QC_STR("p")) || qc_str_ends(rime, QC_STR("t"));
}

/*
 * The byte of the rime where the tone belongs: on ă â ê ô ơ where there is
 * one, before a consonant on the last vowel, of three vowels in the middle,
 * of two on the first.
 */
static size_t place_of_tone(struct qc_str rime, bool late)
{
    static const struct qc_str marked[] = { R("ă"), R("â"), R("ê"), R("ô"), R("ơ") };
    size_t places[4] = { 0 }, count = 0, n, row;
    bool closed = false;
    for (size_t i = 0; i < rime.len; i += n) {
        unsigned tone, code = qc_utf8_decode(rime, i, &n);
        if (!vowel_of(code, &row, &tone)) {
            closed = true;
            break;
        }
        if (is_in(qc_str_slice(rime, i, i + n), marked, COUNT(marked)))
            return i;
        if (count < 4)
            places[count++] = i;
    }
    if (count == 0)
        return 0;
    if (closed)
        return places[count - 1];
    return places[count == 3 || (late && is_open_pair(rime)) ? 1 : 0];
}

struct qc_syllable qc_syllable_read(struct qc_str word)
{
    struct qc_syllable syllable = { QC_SYLLABLE_NONE, 0, QC_TONE_ELSEWHERE };
    struct bare bare;
    size_t onset;
    strip(word, &bare);
    if (!bare.possible || !split(bare.text, &onset))
        return syllable;
    struct qc_str rime = qc_str_skip(bare.text, onset);
    bool stop = stops(rime), open = is_open_pair(rime);
    syllable.tone = bare.tone;
    if (stop && bare.tone != QC_TONE_SAC && bare.tone != QC_TONE_NANG) {
        syllable.kind = QC_SYLLABLE_TONE_LACKS;
        return syllable;
    }
    syllable.kind = QC_SYLLABLE_FINE;
    if (bare.tone == QC_TONE_NONE)
        return syllable;
    size_t early = onset + place_of_tone(rime, false), late = onset + place_of_tone(rime, true);
    if (bare.tone_at != early && bare.tone_at != late)
        syllable.kind = QC_SYLLABLE_TONE_PLACE;
    else if (open)
        syllable.place = bare.tone_at == late ? QC_TONE_LATE : QC_TONE_EARLY;
    return syllable;
}

struct qc_str qc_syllable_with_tone(struct qc_arena *arena, struct qc_str word, unsigned tone, bool late)
{
    struct bare bare, folded;
    size_t onset, n, row;
    strip(word, &bare);
    strip(qc_name_key(arena, word), &folded); /* small letters, same lengths */
    if (!bare.possible || !split(folded.text, &onset))
        return word;
    size_t place = onset + place_of_tone(qc_str_skip(folded.text, onset), late);
    struct qc_buf buf = { .arena = arena };
    for (size_t i = 0; i < bare.text.len; i += n) {
        unsigned none, code = qc_utf8_decode(bare.text, i, &n);
        qc_buf_code(&buf, i == place && vowel_of(code, &row, &none) ? vowels[row][tone] : code);
    }
    return qc_buf_str(&buf);
}

size_t qc_syllable_seam(struct qc_str word)
{
    size_t found = 0, n;
    for (size_t i = 0; word.len <= 2 * LONGEST && i < word.len; i += n) {
        qc_utf8_decode(word, i, &n);
        if (i < 2 || i + 2 > word.len ||
            qc_syllable_read(qc_str_slice(word, 0, i)).kind != QC_SYLLABLE_FINE ||
            qc_syllable_read(qc_str_skip(word, i)).kind != QC_SYLLABLE_FINE)
            continue;
        if (found != 0)
            return 0;
        found = i;
    }
    return found;
}
