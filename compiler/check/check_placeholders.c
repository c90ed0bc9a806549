/*
 * check_placeholders.c - places left to be filled in, drafting notes, and
 * lists that are left open.
 *
 * A value left out in the header has a meaning of its own and is no matter of
 * this file.
 */
#include "base/bytes.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

static unsigned code_at(struct qc_str text, size_t at)
{
    size_t n;
    return qc_utf8_decode(text, at, &n);
}

static bool is_dot(unsigned c)
{
    return c == '.' || c == 0x2026;
}

/* A run of dots, or of underscores, from at on; at when there is none. "./." closes a document. */
static size_t dots_end(struct qc_str text, size_t at)
{
    size_t end = at, n, count = 0;
    unsigned first = code_at(text, at);
    if (!is_dot(first) && first != '_')
        return at;
    for (;;) {
        unsigned c = qc_utf8_decode(text, end, &n);
        if (n == 0 || !(first == '_' ? c == '_' : is_dot(c)))
            break;
        count += c == 0x2026 ? 3 : 1;
        end += n;
    }
    return count >= (first == '_' ? 3u : 2u) ? end : at;
}

/* Words that a value follows: "từ ... giờ ... phút", "số điện thoại ..." */
static bool awaits_value(struct qc_str word)
{
    static const char *const words[] = { "từ",  "đến",  "giờ", "phút", "ngày", "tháng", "năm", "số",  "thứ",
                                         "buổi", "thoại", "ông", "bà",   "là",   "lớp",   "khóa", "khoá", "tên" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (qc_str_equal(word, qc_str_from(words[i])))
            return true;
    return false;
}

/* Further runs of the same blank: ".... /.... /20....", "… giờ … phút" */
static size_t blank_end(struct qc_str text, size_t end)
{
    for (;;) {
        size_t next = end + qc_blanks_at(text, end), at = next;
        struct qc_word word;
        if (code_at(text, next) == '/' || code_at(text, next) == '-')
            next += 1 + qc_blanks_at(text, next + 1);
        else if (qc_is_word_code(code_at(text, next)) && qc_word_next(text, &at, &word) &&
                 awaits_value(qc_word_text(text, word)))
            next = word.end + qc_blanks_at(text, word.end);
        while (qc_is_digit(code_at(text, next)))
            next++;
        size_t after = dots_end(text, next);
        if (after == next)
            return end;
        end = after;
    }
}

/* [chú ý …]: not a link, not the number of a footnote, not the mark of a choice that is law. */
static size_t bracket_end(struct qc_str text, size_t at)
{
    if (text.ptr[at] != '[')
        return at;
    enum { LONGEST = 400 }; /* bytes */
    const char *close = memchr(text.ptr + at, ']', text.len - at < LONGEST ? text.len - at : LONGEST);
    if (close == NULL)
        return at;
    size_t end = (size_t)(close - text.ptr) + 1;
    bool digits = true;
    for (size_t i = at + 1; i + 1 < end; i++)
        digits = digits && (qc_is_digit((unsigned char)text.ptr[i]) || text.ptr[i] == '^');
    bool formula = text.ptr[at + 1] == '(' || (qc_is_digit((unsigned char)text.ptr[at + 1]) && end - at > 4);
    return (digits && end - at > 2) || formula || code_at(text, end) == '(' ? at : end;
}

/* "bão lụt...", "xã, ...": a list that goes on, not a place to fill in. */
static bool is_open_list(struct qc_str text, size_t at, size_t end)
{
    enum { NEAR = 80 }; /* bytes in which a list has its comma */
    struct qc_str dots = qc_str_slice(text, at, end);
    bool three = dots.len == 3 || dots.len == 4; /* "..." or "…", with or without a full stop */
    size_t before = qc_blanks_before(text, at), word = before;
    if (!three || before == 0 || text.ptr[at] == '_' || text.ptr[at] == '[')
        return false;
    while (word > 0 && qc_is_word_code(qc_code_before(text, word)))
        do
            word--;
        while (word > 0 && ((unsigned char)text.ptr[word] & 0xC0) == 0x80);
    if (awaits_value(qc_str_slice(text, word, before)))
        return false;
    size_t from = before > NEAR ? before - NEAR : 0;
    return before == at || memchr(text.ptr + from, ',', before - from) != NULL;
}

/* “Quê hương…”: a title or a word that trails off, neither a list nor a place to fill in. */
static bool is_trailing_quote(struct qc_str text, size_t at, size_t end)
{
    unsigned behind = code_at(text, end);
    return (behind == 0x201D || behind == '"' || behind == 0x2019) && qc_blanks_before(text, at) == at &&
           at > 0 && qc_is_word_code(qc_code_before(text, at));
}

/* A long note in brackets is not repeated whole. */
static size_t shown_length(struct qc_str typed)
{
    enum { SHOWN = 40 }; /* bytes */
    size_t end = SHOWN;
    if (typed.len <= SHOWN + 4)
        return typed.len;
    while (((unsigned char)typed.ptr[end] & 0xC0) == 0x80)
        end--;
    return end;
}

/* "Nội quy mẫu", "Hợp đồng mẫu": a text that others fill in, whose blanks are its purpose. */
static bool is_template(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    return document->type != NULL &&
           qc_str_ends(qc_name_key(&check->cx->arena, document->type->plain), QC_STR(" mẫu"));
}

static void report_blank(const struct qc_check *check, const struct qc_prose *prose, struct qc_str seen, size_t at,
                         size_t end)
{
    struct qc_str typed = qc_str_slice(prose->text, at, end);
    struct qc_span span = qc_gap_span(prose, at, end);
    size_t shown = shown_length(typed);
    if (is_open_list(seen, at, end))
        qc_report(check->cx, span, QC_MSG(list_open), QC_STR_ARGS(typed));
    else if (!is_template(check))
        qc_report(check->cx, span, QC_MSG(placeholder), (int)shown, typed.ptr, shown < typed.len ? "…" : "");
}

/* seen is the prose as qc_visible shows it. */
static void find_blanks(const struct qc_check *check, const struct qc_prose *prose, struct qc_str seen)
{
    size_t n;
    for (size_t i = 0; (i = qc_bytes_mark(seen, i)) < seen.len; i += n) {
        unsigned c = qc_utf8_decode(seen, i, &n);
        if (!is_dot(c) && c != '_' && c != '[')
            continue;
        size_t end = dots_end(seen, i);
        if (end > i) {
            end = is_open_list(seen, i, end) ? end : blank_end(seen, end);
        } else {
            end = bracket_end(seen, i);
        }
        if (end == i || is_trailing_quote(seen, i, end))
            continue;
        report_blank(check, prose, seen, i, end);
        n = end - i;
    }
}

void *qc_begin_placeholders(const struct qc_check *check)
{
    struct qc_vocabulary *vocabulary = &check->document->readings->vocabulary;
    qc_vocabulary_sign(vocabulary, QC_STR("…"), QC_SIGN(QC_SIGN_ELLIPSIS));
    qc_vocabulary_signed(vocabulary);
    return check->cx;
}

void qc_check_placeholders(const struct qc_check *check)
{
    const struct qc_text *text = check->text;
    const struct qc_reading *reading = check->reading;
    bool may_have = reading->odd || reading->doubled || (reading->signs & QC_SIGN(QC_SIGN_ELLIPSIS)) != 0; /* "..", "_" */
    if (may_have && text->own && text->kind != QC_TEXT_SIGNATURE && text->kind != QC_TEXT_VALUE)
        find_blanks(check, text->prose, text->seen);
}

/* Of the head, what is no prose for the other checks. Dots there do not make a draft, as a value left out does. */
void qc_check_head_placeholders(const struct qc_check *check)
{
    const struct qc_tree *tree = check->document->tree;
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        int id = declaration->keyword->id;
        if ((id != QC_KW_NUMBER && id != QC_KW_PLACE && id != QC_KW_ATTACHED_TO) || declaration->values.count == 0)
            continue;
        const struct qc_prose *prose = declaration->values.items[0];
        if (prose->file == tree->source->id)
            find_blanks(check, prose, qc_visible(&check->cx->arena, prose));
    }
}
