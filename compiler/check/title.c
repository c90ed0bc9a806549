/*
 * title.c - compares the titles of the registry with the words of a text.
 *
 * Owns the table of other names (titles.def). Must not judge.
 */
#include "check/title.h"

#include "base/utf8.h"

static const struct {
    const char *type, *words, *title;
} others[] = {
#define QC_TITLE(type, words, title) { type, words, title },
#include "check/titles.def"
};

/* --- words ---------------------------------------------------------------- */

/* The next word of a text; empty behind the last. */
static struct qc_str next_word(struct qc_str text, size_t *at)
{
    size_t n, begin;
    while (*at < text.len && qc_letter_of(qc_utf8_decode(text, *at, &n)) == QC_NO_LETTER &&
           !(text.ptr[*at] >= '0' && text.ptr[*at] <= '9'))
        *at += n;
    begin = *at;
    while (*at < text.len && (qc_letter_of(qc_utf8_decode(text, *at, &n)) != QC_NO_LETTER ||
                              (text.ptr[*at] >= '0' && text.ptr[*at] <= '9')))
        *at += n;
    return qc_str_slice(text, begin, *at);
}

/* Is the word, in any case, the key of an item? Small and capital letters of Vietnamese have as many bytes. */
static bool is_key(struct qc_str word, struct qc_str key)
{
    if (word.len != key.len)
        return false;
    size_t n, m;
    for (size_t i = 0; i < word.len; i += n)
        if (qc_lower(qc_utf8_decode(word, i, &n)) != qc_utf8_decode(key, i, &m))
            return false;
    return true;
}

/* Marks inside a title may be left out, or be other ones: "Luật Cán bộ công chức". */
static size_t skip_marks(const struct qc_reading *reading, size_t at)
{
    while (qc_reading_mark(reading, at, ',') || qc_reading_mark(reading, at, '-'))
        at++;
    return at;
}

size_t qc_title_match(const struct qc_reading *reading, size_t at, struct qc_str title)
{
    size_t word_at = 0, end = at;
    for (struct qc_str word; (word = next_word(title, &word_at)).len > 0; at = end) {
        at = skip_marks(reading, at);
        if (at >= reading->items.count || !is_key(word, reading->items.items[at].lexeme->key))
            return 0;
        end = at + 1;
    }
    return end;
}

/* --- titles --------------------------------------------------------------- */

/* Words that may stand right behind a title; another one makes it another title: "Luật Giáo dục đại học". */
static bool ends_title(const struct qc_reading *reading, size_t at, size_t stop)
{
    static const char *const words[] = { "ngày",      "năm",      "số", "của",  "do",   "được", "đã",
                                         "hiện hành", "ban hành", "và", "khóa", "khoá", "sửa",  "hợp nhất" };
    if (at >= stop)
        return true;
    const struct qc_item *item = &reading->items.items[at];
    bool adds =
        qc_reading_phrase(reading, at, "và") > 0 && at + 1 < stop && reading->items.items[at + 1].capital;
    if (item->kind != QC_ITEM_WORD)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0] && !adds; i++)
        if (qc_reading_phrase(reading, at, words[i]) > 0)
            return true;
    return false;
}

/* As qc_title_match, with nothing of the title left behind it but "Việt Nam", which custom adds to laws. */
static size_t whole(const struct qc_reading *reading, size_t at, size_t stop, struct qc_str title)
{
    size_t end = qc_title_match(reading, at, title);
    if (end > stop || (end == 0 && title.len > 0))
        return 0;
    if (!ends_title(reading, end, stop))
        end += qc_reading_phrase(reading, end, "việt nam");
    return ends_title(reading, end, stop) ? end : 0;
}

/* One title of the registry, or another name for it. */
static size_t any_name(const struct qc_reading *reading, size_t at, size_t stop, const char *type,
                       struct qc_str title)
{
    size_t longest = whole(reading, at, stop, title);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (strcmp(others[i].type, type) != 0 || !qc_str_equal(qc_str_from(others[i].title), title))
            continue;
        size_t end = whole(reading, at, stop, qc_str_from(others[i].words));
        longest = end > longest ? end : longest;
    }
    return longest;
}

size_t qc_title_end(const struct qc_reading *reading, size_t at, size_t stop, const char *type,
                    struct qc_str instrument_type, struct qc_str title)
{
    static const char charter_of[] = "ban hành Điều lệ ";
    if (is_key(instrument_type, qc_str_from(type)))
        return any_name(reading, at, stop, type, title);
    if (strcmp(type, "điều lệ") != 0 || !qc_str_starts(title, qc_str_from(charter_of)))
        return 0;
    title = qc_str_skip(title, strlen(charter_of));
    size_t longest = any_name(reading, at, stop, type, title);
    while (longest == 0 && title.len > 0) { /* "trường tiểu học, trường trung học cơ sở, …" */
        size_t comma = qc_str_find(title, QC_STR(", ")), joint = qc_str_find(title, QC_STR(" và "));
        size_t end = comma < joint ? comma : joint;
        longest = any_name(reading, at, stop, type, qc_str_slice(title, 0, end));
        size_t mark = end == title.len ? 0 : strlen(comma < joint ? ", " : " và ");
        title = qc_str_skip(title, end + mark);
    }
    return longest;
}

/* --- subjects ------------------------------------------------------------- */

/* Words that say nothing of what a text is about. */
static bool is_common(struct qc_str word)
{
    static const char *const words[] = { "về",    "việc",  "của",  "và",   "các",   "một",   "số",    "điều",
                                         "theo",  "cho",   "đối",  "với",  "tại",   "trong", "được",  "đến",
                                         "quy",   "định",  "ban",  "hành", "hướng", "dẫn",   "thực",  "hiện",
                                         "chi",   "tiết",  "sửa",  "đổi",  "bổ",    "sung",  "chế",   "lệ",
                                         "ngày",  "tháng", "năm",  "do",   "luật",  "nghị",  "thông", "tư",
                                         "quyết", "khoản", "công", "tác",  "là" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (is_key(word, qc_str_from(words[i])))
            return true;
    return false;
}

static bool has_word(const struct qc_reading *reading, size_t from, size_t end, struct qc_str word)
{
    for (size_t i = from; i < end; i++)
        if (reading->items.items[i].kind == QC_ITEM_WORD && is_key(word, reading->items.items[i].lexeme->key))
            return true;
    return false;
}

static bool says_something(const struct qc_reading *reading, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        if (reading->items.items[i].kind == QC_ITEM_WORD && !is_common(reading->items.items[i].lexeme->key))
            return true;
    return false;
}

bool qc_title_is_other(const struct qc_reading *reading, size_t from, size_t end, struct qc_str subject)
{
    bool words = false;
    size_t at = 0;
    for (struct qc_str word; from < end && (word = next_word(subject, &at)).len > 0;) {
        if (is_common(word))
            continue;
        if (has_word(reading, from, end, word))
            return false;
        words = true;
    }
    return words && says_something(reading, from, end);
}

bool qc_title_is_same(const struct qc_reading *reading, size_t from, size_t end, struct qc_str subject)
{
    size_t at = 0, words = 0, found = 0;
    for (struct qc_str word; from < end && (word = next_word(subject, &at)).len > 0;) {
        if (is_common(word))
            continue;
        words++;
        found += has_word(reading, from, end, word);
    }
    return found > 0 && 2 * found >= words;
}
