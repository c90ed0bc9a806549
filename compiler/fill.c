/*
 * fill.c - puts answers into the text of a template (template.h says what its places look like).
 *
 * Owns how an answer is written so that it stays text, and what a blank looks
 * like. Must not know which templates there are.
 */
#include "template.h"

#include "base/utf8.h"
#include "inline/inline.h"
#include "sema/date.h"

static struct qc_str answer_to(const struct qc_filling *filling, struct qc_str name)
{
    for (size_t i = filling->count; i-- > 0;)
        if (qc_str_equal(qc_str_from(filling->answers[i].name), name))
            return qc_str_from(filling->answers[i].text);
    return QC_STR("");
}

/* The part of text before a mark, and what is behind it; false, and text is all before it, when it is not there. */
static bool cut(struct qc_str text, char mark, struct qc_str *before, struct qc_str *after)
{
    const char *at = memchr(text.ptr, mark, text.len);
    size_t length = at == NULL ? text.len : (size_t)(at - text.ptr);
    *before = qc_str_trim(qc_str_slice(text, 0, length));
    *after = at == NULL ? qc_str_slice(text, text.len, text.len) : qc_str_trim(qc_str_skip(text, length + 1));
    return at != NULL;
}

struct qc_str qc_fill_line(struct qc_str *text)
{
    const char *end = memchr(text->ptr, '\n', text->len);
    struct qc_str line = qc_str_slice(*text, 0, end == NULL ? text->len : (size_t)(end - text->ptr));
    *text = qc_str_skip(*text, line.len + (end != NULL));
    return line;
}

/* ---- answers -------------------------------------------------------------------------------------------- */

/* Answers stand in values of the head, where nothing but braces and backslashes means anything. */
static void add_answer(struct qc_filling *filling, struct qc_str answer)
{
    if (filling->plain)
        qc_buf_add(filling->out, answer);
    else
        qc_inline_add_escaped(filling->out, answer);
}

/* Is this the first thing behind "keyword: "? There nothing at all is a blank. */
static bool opens_value(const struct qc_buf *out)
{
    struct qc_str text = qc_buf_str(out);
    const char *newline = text.len == 0 ? NULL : memrchr(text.ptr, '\n', text.len);
    struct qc_str line = newline == NULL ? text : qc_str_skip(text, (size_t)(newline - text.ptr) + 1);
    return qc_str_ends(line, QC_STR(": ")) && qc_str_find(line, QC_STR(":")) == line.len - 2;
}

/*
 * What is known only when the document is signed is left out, which prints as
 * dots and makes the document a draft; anything else says what is missing.
 */
static void add_blank(struct qc_filling *filling, struct qc_str name)
{
    const struct qc_question *row = qc_question_row(name);
    filling->lacking = true;
    if (row == NULL || row->kind == QC_ANSWER_TEXT) {
        qc_buf_char(filling->out, '[');
        qc_buf_add(filling->out, filling->made.len > 0 ? filling->made : name);
        qc_buf_char(filling->out, ']');
    } else if (!opens_value(filling->out)) {
        qc_buf_add(filling->out, QC_STR("…"));
    }
}

/* "Trường Mầm non Hoa Mai": MNHM; numbers and what is in capitals stay whole. */
static void add_initials(struct qc_filling *filling, struct qc_str name)
{
    struct qc_arena *arena = filling->out->arena;
    struct qc_str word, school = QC_STR("trường "), key = qc_name_key(arena, name);
    if (qc_str_starts(key, school))
        name = qc_str_skip(name, school.len);
    while (name.len > 0) {
        (void)cut(name, ' ', &word, &name);
        size_t n;
        unsigned c = qc_utf8_decode(word, 0, &n);
        if ((c >= '0' && c <= '9') || qc_str_is_capitals(word))
            add_answer(filling, word);
        else if (qc_is_letter(c) && !qc_str_equal(word, QC_STR("và")))
            qc_buf_add(filling->out, qc_str_upper(arena, qc_str_slice(word, 0, n)));
    }
}

/* "phường Hoa Mai": Hoa Mai. One that has a number for a name keeps the word before it: "Phường 1". */
static void add_proper_name(struct qc_filling *filling, struct qc_str place)
{
    static const char *const kinds[] = { "xã ", "phường ", "đặc khu " };
    struct qc_str key = qc_name_key(filling->out->arena, place), name = place;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (qc_str_starts(key, qc_str_from(kinds[i])))
            name = qc_str_skip(place, strlen(kinds[i]));
    size_t n;
    unsigned c = qc_utf8_decode(name, 0, &n);
    if (c < '0' || c > '9') {
        add_answer(filling, name);
        return;
    }
    (void)qc_utf8_decode(place, 0, &n);
    qc_buf_add(filling->out, qc_str_upper(filling->out->arena, qc_str_slice(place, 0, n)));
    add_answer(filling, qc_str_skip(place, n));
}

static void add_day(struct qc_filling *filling, struct qc_str typed)
{
    struct qc_date date = { 0 };
    if (qc_date_read(typed, &date) != QC_DATE_FINE)
        filling->lacking = true;
    qc_buf_add(filling->out, qc_date_format(filling->out->arena, date));
}

/* ---- places --------------------------------------------------------------------------------------------- */

/* "a, b = text | c = text | text" */
static void add_by_choice(struct qc_filling *filling, struct qc_str name, struct qc_str table)
{
    struct qc_str answer = answer_to(filling, name), row, choices, choice, text;
    filling->lacking = filling->lacking || answer.len == 0;
    while (cut(table, '|', &row, &table) || row.len > 0) {
        if (!cut(row, '=', &choices, &text)) {
            qc_buf_add(filling->out, row);
            return;
        }
        while (choices.len > 0) {
            (void)cut(choices, ',', &choice, &choices);
            if (answer.len > 0 && qc_str_equal(choice, answer)) {
                qc_buf_add(filling->out, text);
                return;
            }
        }
    }
    add_blank(filling, name);
}

static void add_made(struct qc_filling *filling, const struct qc_question *row)
{
    struct qc_str outer = filling->made;
    filling->made = qc_str_from(row->name[QC_VIETNAMESE]);
    qc_fill(filling, qc_str_from(row->fallback));
    filling->made = outer;
}

static void add_place(struct qc_filling *filling, struct qc_str place)
{
    struct qc_str name, how;
    (void)cut(place, ':', &name, &how);
    struct qc_str answer = answer_to(filling, name);
    const struct qc_question *row = qc_question_row(name);
    if (memchr(how.ptr, '=', how.len) != NULL)
        add_by_choice(filling, name, how);
    else if (qc_str_equal(how, QC_STR("đầy đủ")))
        add_day(filling, answer);
    else if (row != NULL && !qc_question_is_asked(row))
        add_made(filling, row);
    else if (answer.len == 0)
        add_blank(filling, name);
    else if (qc_str_equal(how, QC_STR("chữ đầu")))
        add_initials(filling, answer);
    else if (qc_str_equal(how, QC_STR("tên riêng")))
        add_proper_name(filling, answer);
    else
        add_answer(filling, answer);
}

/* Takes the text before the next place and that place off text; false, and all is before it, when there is no more. */
static bool next_place(struct qc_str *text, struct qc_str *before, struct qc_str *place)
{
    struct qc_str open = QC_STR("<<"), close = QC_STR(">>");
    size_t begin = qc_str_find(*text, open);
    *before = qc_str_slice(*text, 0, begin);
    if (begin == text->len)
        return false;
    *text = qc_str_skip(*text, begin + open.len);
    size_t end = qc_str_find(*text, close);
    *place = qc_str_slice(*text, 0, end);
    *text = qc_str_skip(*text, end == text->len ? end : end + close.len);
    return true;
}

void qc_fill(struct qc_filling *filling, struct qc_str text)
{
    struct qc_str before, place;
    while (next_place(&text, &before, &place)) {
        qc_buf_add(filling->out, before);
        add_place(filling, place);
        struct qc_buf *out = filling->out;
        if (opens_value(out) && (text.len == 0 || text.ptr[0] == '\n'))
            out->len--; /* "người ký:", with no blank at its end */
    }
    qc_buf_add(filling->out, before);
}

bool qc_fill_asks(struct qc_str text, struct qc_str name)
{
    struct qc_str before, place, found, how;
    while (next_place(&text, &before, &place)) {
        (void)cut(place, ':', &found, &how);
        if (qc_str_equal(found, name))
            return true;
    }
    return false;
}
