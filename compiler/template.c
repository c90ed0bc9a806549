/*
 * template.c - new documents from the templates of stdlib/templates/.
 *
 * A template is a document whose first comment lines ask for what differs
 * from one document to the next:
 *
 *     // mẫu: TITLE
 *     // hỏi: KEY = QUESTION
 *     // chọn: KEY = CHOICE: VALUE | CHOICE: VALUE
 *     // kèm: NAME OF A SECOND TEMPLATE
 *
 * <<KEY>> in its text is replaced by the answer; without an answer, by a blank
 * to be filled in. The comment lines themselves are left out.
 */
#include "context.h"

#include "base/str.h"
#include "base/utf8.h"
#include "embedded.h"

#define FOLDER "templates/"

/* The text of template number index; a view without pointer after the last. */
static struct qc_str text_at(size_t index, const char **name)
{
    for (const struct qc_embedded *file = qc_embedded_files; file->name != NULL; file++) {
        if (strncmp(file->name, FOLDER, strlen(FOLDER)) != 0 || index-- > 0)
            continue;
        *name = file->name + strlen(FOLDER);
        return (struct qc_str){ file->bytes, file->length };
    }
    return (struct qc_str){ NULL, 0 };
}

/* Takes the next line off text, without its end. */
static struct qc_str next_line(struct qc_str *text)
{
    const char *end = memchr(text->ptr, '\n', text->len);
    struct qc_str line = { text->ptr, end == NULL ? text->len : (size_t)(end - text->ptr) };
    *text = qc_str_skip(*text, line.len + (end != NULL));
    return line;
}

/* What stands behind "// WORD: ", or a view without pointer. */
static struct qc_str behind(struct qc_str line, struct qc_str word)
{
    if (!qc_str_starts(line, word))
        return (struct qc_str){ NULL, 0 };
    return qc_str_trim(qc_str_skip(line, word.len));
}

/* The part of text before a mark, and what is behind it; false when it is not there. */
static bool cut(struct qc_str text, char mark, struct qc_str *before, struct qc_str *after)
{
    const char *at = memchr(text.ptr, mark, text.len);
    if (at == NULL)
        return false;
    *before = qc_str_trim((struct qc_str){ text.ptr, (size_t)(at - text.ptr) });
    *after = qc_str_trim(qc_str_skip(text, (size_t)(at - text.ptr) + 1));
    return true;
}

/* ---- reading ------------------------------------------------------------------------------------------- */

struct question {
    struct qc_str key, text;
    bool choice; /* text lists "CHOICE: VALUE | …" */
};

/* The question that a line asks; false when it asks none. */
static bool question_of(struct qc_str line, struct question *question)
{
    struct qc_str ask = behind(line, QC_STR("// hỏi:")), choose = behind(line, QC_STR("// chọn:"));
    question->choice = ask.ptr == NULL;
    struct qc_str body = question->choice ? choose : ask;
    return body.ptr != NULL && cut(body, '=', &question->key, &question->text);
}

/* Question number index of a template; false after the last. */
static bool question_at(struct qc_str text, size_t index, struct question *question)
{
    while (text.len > 0)
        if (question_of(next_line(&text), question) && index-- == 0)
            return true;
    return false;
}

/* The next "CHOICE: VALUE" of a question, taken off rest. */
static bool next_choice(struct qc_str *rest, struct qc_str *choice, struct qc_str *value)
{
    struct qc_str one = *rest, after = { NULL, 0 };
    if (rest->len == 0)
        return false;
    (void)cut(*rest, '|', &one, &after);
    *rest = after;
    return cut(one, ':', choice, value);
}

/* ---- filling ------------------------------------------------------------------------------------------- */

struct filling {
    struct qc_buf *out;
    struct qc_str text; /* of the template */
    const struct qc_answer *answers;
    size_t count;
};

static const char *answer_to(const struct filling *filling, struct qc_str key)
{
    for (size_t i = filling->count; i-- > 0;)
        if (qc_str_equal(qc_str_from(filling->answers[i].key), key))
            return filling->answers[i].value;
    return NULL;
}

/* An answer is text: a brace or backslash in it does not open a reference. */
static void add_escaped(struct qc_buf *out, struct qc_str answer)
{
    for (size_t i = 0; i < answer.len; i++) {
        if (answer.ptr[i] == '{' || answer.ptr[i] == '\\')
            qc_buf_char(out, '\\');
        qc_buf_char(out, answer.ptr[i]);
    }
}

/* Writes what stands for a key; false when there is no answer, so that a blank does. */
static bool add_answer(const struct filling *filling, struct qc_str key)
{
    const char *given = answer_to(filling, key);
    struct question question;
    struct qc_str answer = given == NULL ? QC_STR("") : qc_str_trim(qc_str_from(given));
    if (answer.len == 0)
        return false;
    for (size_t i = 0; question_at(filling->text, i, &question); i++) {
        struct qc_str choice, value;
        if (!question.choice || !qc_str_equal(question.key, key))
            continue;
        while (next_choice(&question.text, &choice, &value))
            if (qc_str_equal(choice, answer)) {
                qc_buf_add(filling->out, value);
                return true;
            }
    }
    add_escaped(filling->out, answer);
    return true;
}

static void add_line(const struct filling *filling, struct qc_str line)
{
    struct qc_str open = QC_STR("<<"), close = QC_STR(">>");
    for (size_t at; (at = qc_str_find(line, open)) < line.len;) {
        struct qc_str key = qc_str_skip(line, at + open.len);
        size_t end = qc_str_find(key, close);
        qc_buf_add(filling->out, qc_str_slice(line, 0, at));
        line = qc_str_skip(key, end + close.len);
        bool whole = line.len == 0 && filling->out->len > 1 &&
                     memcmp(filling->out->ptr + filling->out->len - 2, ": ", 2) == 0;
        if (add_answer(filling, qc_str_slice(key, 0, end)))
            continue;
        if (whole)
            filling->out->len--; /* "người ký:" is a blank as it is */
        else
            qc_buf_add(filling->out, QC_STR("…"));
    }
    qc_buf_add(filling->out, line);
    qc_buf_char(filling->out, '\n');
}

static bool is_plain(struct qc_str text)
{
    size_t n;
    if (qc_utf8_invalid(text.ptr, text.len) < text.len)
        return false;
    for (size_t i = 0; i < text.len; i += n)
        if (qc_is_control(qc_utf8_decode(text, i, &n)))
            return false;
    return true;
}

/* ---- the public functions ------------------------------------------------------------------------------ */

const char *qc_template_name(size_t index)
{
    const char *name = NULL;
    return text_at(index, &name).ptr == NULL ? NULL : name;
}

/* What stands behind word in the comment lines of a template, ended by NUL; "" when nothing does. */
static const char *line_behind(struct qc_arena *arena, struct qc_str text, struct qc_str word)
{
    struct qc_str found = { NULL, 0 };
    while (text.len > 0 && found.ptr == NULL)
        found = behind(next_line(&text), word);
    return qc_str_terminated(arena, found.ptr == NULL ? QC_STR("") : found);
}

static void describe(struct qc_arena *arena, struct qc_str text, struct qc_template *found)
{
    found->title = line_behind(arena, text, QC_STR("// mẫu:"));
    found->attached = line_behind(arena, text, QC_STR("// kèm:"));
}

enum qc_result qc_template_at(struct qc_context *qc, size_t index, struct qc_template *found)
{
    struct qc_arena *arena = &qc->cx.arena;
    struct qc_str text = text_at(index, &found->name);
    if (text.ptr == NULL)
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, describe(arena, text, found));
    return QC_OK;
}

static void ask(struct qc_arena *arena, struct question question, struct qc_question *asked)
{
    struct qc_buf choices = { .arena = arena };
    struct qc_str choice, value;
    asked->key = qc_str_terminated(arena, question.key);
    asked->text = question.choice ? asked->key : qc_str_terminated(arena, question.text);
    while (question.choice && next_choice(&question.text, &choice, &value)) {
        qc_buf_add(&choices, choice);
        qc_buf_char(&choices, '\n');
    }
    asked->choices = qc_str_terminated(arena, qc_buf_str(&choices));
}

enum qc_result qc_template_question(struct qc_context *qc, size_t index, size_t number, struct qc_question *asked)
{
    struct qc_arena *arena = &qc->cx.arena;
    const char *name;
    struct question question = { 0 };
    struct qc_str text = text_at(index, &name);
    if (text.ptr == NULL || !question_at(text, number, &question))
        return QC_BAD_ARGUMENT;
    WITH_MEMORY(qc, ask(arena, question, asked));
    return QC_OK;
}

enum qc_result qc_template_fill(struct qc_context *qc, size_t index, const struct qc_answer *answers, size_t count,
                                qc_write_fn *write, void *user)
{
    const char *name;
    struct qc_buf buf = { .arena = &qc->cx.arena };
    struct filling filling = { &buf, text_at(index, &name), answers, count };
    struct qc_str rest = filling.text;
    for (size_t i = 0; i < count; i++)
        if (!is_plain(qc_str_from(answers[i].value)))
            return QC_BAD_ARGUMENT;
    if (rest.ptr == NULL)
        return QC_BAD_ARGUMENT;
    while (qc_str_starts(rest, QC_STR("// ")))
        (void)next_line(&rest);
    WITH_MEMORY(qc, while (rest.len > 0) add_line(&filling, next_line(&rest)));
    return buf.len == 0 || write(user, buf.ptr, buf.len) ? QC_OK : QC_WRITE_FAILED;
}
