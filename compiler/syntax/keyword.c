/*
 * keyword.c - look-up in the keyword table.
 *
 * Owns the tables, which are made from grammar/keywords.def. Must not know
 * what a keyword means.
 */
#include "syntax/keyword.h"

#include "base/utf8.h"
#include "syntax/tree.h"

static const struct qc_keyword keywords[] = {
#define QC_KEYWORD(id, vietnamese, english, form, braces, lead, openers, vi, en)                              \
    { QC_KW_##id, -1, vietnamese, english, QC_KEYWORD_##form, QC_BRACES_##braces, lead, openers, { vi, en } },
#include "keywords.def"
};

static const struct qc_keyword fields[] = {
#define QC_FIELD(block, id, vietnamese, english, form, lead, openers, vi, en)                                 \
    { QC_F_##block##_##id, QC_KW_##block, vietnamese, english, QC_KEYWORD_##form, QC_BRACES_NO, lead, openers, { vi, en } },
#include "keywords.def"
};

static const struct {
    const char *lead, *party_lead;
} party_leads[] = {
#define QC_PARTY_LEAD(lead, party_lead) { lead, party_lead },
#include "keywords.def"
};

static const struct {
    enum qc_style style;
    const char *vietnamese;
    bool separator_may_lack;
} labels[] = {
#define QC_LABEL(style, vietnamese, separator_may_lack) { QC_STYLE_##style, vietnamese, separator_may_lack },
#include "keywords.def"
};

static const struct {
    const char *vietnamese, *english;
} words[] = {
#define QC_WORD(id, vietnamese, english) { vietnamese, english },
#include "keywords.def"
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

const struct qc_keyword *qc_keyword_info(enum qc_keyword_id id)
{
    return &keywords[id];
}

const struct qc_keyword *qc_field_info(enum qc_field_id id)
{
    return &fields[id];
}

/* English names are written with hyphens in the table; a name key has blanks. */
static bool matches_english(struct qc_str key, const char *english)
{
    size_t i = 0;
    for (; i < key.len && english[i] != '\0'; i++)
        if (key.ptr[i] != (english[i] == '-' ? ' ' : english[i]))
            return false;
    return i == key.len && english[i] == '\0';
}

enum { LONGEST_KEYWORD = 48 }; /* bytes; longer is no keyword, and need not be folded */

const struct qc_keyword *qc_keyword_find(struct qc_arena *arena, struct qc_str name, bool *english)
{
    if (name.len > LONGEST_KEYWORD)
        return NULL;
    struct qc_str key = qc_name_key(arena, name);
    for (size_t i = 0; i < COUNT(keywords); i++) {
        bool vietnamese = qc_name_matches(key, qc_str_from(keywords[i].vietnamese));
        if (vietnamese || matches_english(key, keywords[i].english)) {
            *english = !vietnamese;
            return &keywords[i];
        }
    }
    return NULL;
}

const struct qc_keyword *qc_field_find(struct qc_arena *arena, int block, struct qc_str name)
{
    if (name.len > LONGEST_KEYWORD)
        return NULL;
    struct qc_str key = qc_name_key(arena, name);
    for (size_t i = 0; i < COUNT(fields); i++)
        if (fields[i].block == block && (qc_name_matches(key, qc_str_from(fields[i].vietnamese)) ||
                                         matches_english(key, fields[i].english)))
            return &fields[i];
    return NULL;
}

struct search {
    struct qc_arena *arena;
    struct qc_str wanted; /* bare */
    size_t distance;      /* of the best so far */
    const char *found;
};

/* Keeps the nearer of the best so far and one more candidate; a third of the letters may be wrong. */
static void consider(struct search *search, const char *name)
{
    struct qc_arena_mark mark = qc_arena_mark(search->arena);
    struct qc_str bare = qc_name_bare(search->arena, qc_name_key(search->arena, qc_str_from(name)));
    size_t letters = qc_utf8_count(bare), limit = letters < 3 ? 0 : letters < 6 ? 1 : letters / 3;
    size_t distance = qc_name_distance(search->arena, search->wanted, bare, limit);
    if (distance <= limit && distance < search->distance) {
        search->distance = distance;
        search->found = name;
    }
    qc_arena_release(search->arena, mark);
}

const char *qc_keyword_nearest(struct qc_arena *arena, int block, struct qc_str name)
{
    struct qc_arena_mark mark = qc_arena_mark(arena); /* of a file with nothing but mistakes nothing is to stay */
    struct search search = { .arena = arena, .wanted = qc_name_bare(arena, qc_name_key(arena, name)), .distance = SIZE_MAX };
    if (block < 0)
        for (size_t i = 0; i < COUNT(keywords); i++) {
            consider(&search, keywords[i].vietnamese);
            consider(&search, keywords[i].english);
        }
    for (size_t i = 0; i < COUNT(fields); i++)
        if (fields[i].block == block) {
            consider(&search, fields[i].vietnamese);
            consider(&search, fields[i].english);
        }
    qc_arena_release(arena, mark);
    return search.found;
}

const char *qc_keyword_party_lead(const struct qc_keyword *keyword)
{
    for (size_t i = 0; i < COUNT(party_leads); i++)
        if (strcmp(keyword->lead, party_leads[i].lead) == 0)
            return party_leads[i].party_lead;
    return keyword->lead;
}

enum qc_word_id qc_word_find(struct qc_arena *arena, struct qc_str text)
{
    if (text.len > LONGEST_KEYWORD)
        return QC_WORD_COUNT;
    struct qc_str key = qc_name_key(arena, text);
    for (size_t i = 0; i < COUNT(words); i++)
        if (qc_name_matches(key, qc_str_from(words[i].vietnamese)) || matches_english(key, words[i].english))
            return (enum qc_word_id)i;
    return QC_WORD_COUNT;
}

const char *qc_word_vietnamese(enum qc_word_id id)
{
    return words[id].vietnamese;
}

int qc_label_find(struct qc_arena *arena, struct qc_str word, int *style, bool *separator_may_lack)
{
    if (word.len > LONGEST_KEYWORD)
        return -1;
    struct qc_str key = qc_name_key(arena, word);
    for (size_t i = 0; i < COUNT(labels); i++)
        if (qc_name_matches(key, qc_str_from(labels[i].vietnamese))) {
            *style = (int)labels[i].style;
            *separator_may_lack = labels[i].separator_may_lack;
            return (int)i;
        }
    return -1;
}

/* Marks of residue and quotation that may stand before the first word of a value. */
static size_t skip_decoration(struct qc_str text)
{
    size_t i = 0, n;
    while (i < text.len) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (c != '*' && c != '\\' && c != '"' && c != '(' && c != '[' && c != 0x201C && c != 0x2018)
            break;
        i += n;
    }
    return i;
}

size_t qc_keyword_opener(const struct qc_keyword *keyword, struct qc_str text)
{
    size_t skipped = skip_decoration(text), longest = 0;
    struct qc_str rest = qc_str_skip(text, skipped);
    for (const char *opener = keyword->openers; *opener != '\0';) {
        size_t length = strcspn(opener, "|");
        struct qc_str word = { opener, length };
        if (qc_str_starts(rest, word) && length > longest) {
            size_t n;
            unsigned after = qc_utf8_decode(rest, length, &n);
            if (after == 0 || !qc_is_letter(after))
                longest = length;
        }
        opener += length;
        opener += *opener == '|';
    }
    return longest == 0 ? 0 : skipped + longest;
}

const struct qc_keyword *qc_keyword_led(struct qc_str text, size_t *length)
{
    for (size_t i = 0; i < COUNT(keywords); i++) {
        struct qc_str lead = qc_str_from(keywords[i].lead);
        size_t n;
        if (lead.len > 0 && qc_is_upper(qc_utf8_decode(lead, 0, &n)) && qc_str_starts(text, lead) &&
            text.len > lead.len && text.ptr[lead.len] == ' ') {
            *length = lead.len;
            return &keywords[i];
        }
    }
    return NULL;
}
