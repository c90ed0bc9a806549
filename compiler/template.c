/*
 * template.c - new documents from the templates of stdlib/templates/.
 *
 * A template begins with lines that are not part of the document:
 *
 *     // mẫu: TITLE
 *     // template: ENGLISH NAME: ENGLISH TITLE
 *     // kèm: NAME OF A SECOND TEMPLATE
 *
 * Its Vietnamese name is that of its file.
 */
#include "template.h"

#include "base/utf8.h"
#include "context.h"
#include "embedded.h"

#define FOLDER "templates/"
#define EXTENSION ".qc"

/* ---- questions ------------------------------------------------------------------------------------------ */

static const struct qc_question rows[] = {
/* clang-format off */
#define QC_QUESTION(vi, en, kind, text_vi, text_en, example, choices, fallback) \
    { { vi, en }, { text_vi, text_en }, example, choices, kind, fallback },
#define QC_MADE(name, text) { { name, "" }, { "", "" }, "", "", QC_ANSWER_TEXT, text },
/* clang-format on */
#include "questions.def"
};

enum { ROWS = sizeof rows / sizeof *rows };

const struct qc_question *qc_question_row(struct qc_str name)
{
    for (size_t i = 0; i < ROWS; i++)
        if (qc_str_equal(qc_str_from(rows[i].name[QC_VIETNAMESE]), name))
            return &rows[i];
    return NULL;
}

/* ---- templates ------------------------------------------------------------------------------------------ */

/* The file of template number index; NULL after the last. */
static const struct qc_embedded *file_at(size_t index)
{
    for (const struct qc_embedded *file = qc_embedded_files; file->name != NULL; file++)
        if (strncmp(file->name, FOLDER, strlen(FOLDER)) == 0 && index-- == 0)
            return file;
    return NULL;
}

static struct qc_str text_of(const struct qc_embedded *file)
{
    return (struct qc_str){ file->bytes, file->length };
}

/* Its name, without folder and extension. */
static struct qc_str name_of(const struct qc_embedded *file)
{
    struct qc_str name = qc_str_from(file->name + strlen(FOLDER));
    return qc_str_slice(name, 0, name.len - strlen(EXTENSION));
}

enum head { HEAD_TITLE, HEAD_ENGLISH, HEAD_ATTACHED, HEAD_LINES };

/* Takes a line of the head off text; HEAD_LINES when the head is at its end. */
static enum head head_line(struct qc_str *text, struct qc_str *value)
{
    static const char *const leads[HEAD_LINES] = { "// mẫu: ", "// template: ", "// kèm: " };
    for (int i = 0; i < HEAD_LINES; i++)
        if (qc_str_starts(*text, qc_str_from(leads[i]))) {
            *value = qc_str_trim(qc_str_skip(qc_fill_line(text), strlen(leads[i])));
            return (enum head)i;
        }
    return HEAD_LINES;
}

/* What a line of the head says; "" when there is none. */
static struct qc_str head(const struct qc_embedded *file, enum head wanted)
{
    struct qc_str text = text_of(file), value;
    for (enum head found; (found = head_line(&text, &value)) != HEAD_LINES;)
        if (found == wanted)
            return value;
    return QC_STR("");
}

static enum qc_result describe(struct qc_arena *arena, size_t number, struct qc_template *found)
{
    const struct qc_embedded *file = file_at(number);
    if (file == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_str english = head(file, HEAD_ENGLISH);
    size_t colon = qc_str_find(english, QC_STR(": "));
    struct qc_str title = colon == english.len ? QC_STR("") : qc_str_skip(english, colon + 2);
    found->number = number;
    found->name[QC_VIETNAMESE] = qc_str_terminated(arena, name_of(file));
    found->name[QC_ENGLISH] = qc_str_terminated(arena, qc_str_slice(english, 0, colon));
    found->title[QC_VIETNAMESE] = qc_str_terminated(arena, head(file, HEAD_TITLE));
    found->title[QC_ENGLISH] = qc_str_terminated(arena, title);
    found->attached = qc_str_terminated(arena, head(file, HEAD_ATTACHED));
    return QC_OK;
}

enum qc_result qc_template_at(struct qc_context *qc, size_t number, struct qc_template *found)
{
    enum qc_result result = QC_OK;
    WITH_MEMORY(qc, result = describe(&qc->cx.arena, number, found));
    return result;
}

/* Is one of the two names meant by what was typed, a key? */
static bool is_called(struct qc_arena *arena, const char *const name[2], struct qc_str key)
{
    return qc_name_matches(key, qc_name_key(arena, qc_str_from(name[0]))) ||
           qc_name_matches(key, qc_name_key(arena, qc_str_from(name[1])));
}

static enum qc_result find(struct qc_arena *arena, struct qc_str name, struct qc_template *found)
{
    if (qc_utf8_invalid(name.ptr, name.len) < name.len)
        return QC_BAD_ARGUMENT;
    /* names of files have no marks */
    struct qc_str key = qc_name_bare(arena, qc_name_key(arena, name));
    for (size_t i = 0; describe(arena, i, found) == QC_OK; i++)
        if (is_called(arena, found->name, key))
            return QC_OK;
    return QC_BAD_ARGUMENT;
}

enum qc_result qc_template_find(struct qc_context *qc, const char *name, struct qc_template *found)
{
    enum qc_result result = QC_OK;
    WITH_MEMORY(qc, result = find(&qc->cx.arena, qc_str_from(name), found));
    return result;
}

/* ---- answers -------------------------------------------------------------------------------------------- */

static enum qc_result read_answer(struct qc_arena *arena, const struct qc_question *question,
                                  const char *typed, const char **text)
{
    struct qc_str answer;
    if (!qc_answer_read(arena, question, qc_str_from(typed), &answer))
        return QC_BAD_ARGUMENT;
    *text = qc_str_terminated(arena, answer);
    return QC_OK;
}

/* Reads all answers anew: what the caller gives may come from anywhere. NULL when one is none. */
static struct qc_answer *read_answers(struct qc_arena *arena, const struct qc_answer *answers, size_t count)
{
    struct qc_answer *read = qc_alloc_array(arena, count + 1, sizeof *read);
    for (size_t i = 0; i < count; i++) {
        const struct qc_question *row = qc_question_row(qc_str_from(answers[i].name));
        read[i].name = answers[i].name;
        if (row == NULL || !qc_question_is_asked(row) ||
            read_answer(arena, row, answers[i].text, &read[i].text) != QC_OK)
            return NULL;
    }
    return read;
}

/* ---- asking --------------------------------------------------------------------------------------------- */

/* The file that is attached to a template; NULL when there is none. */
static const struct qc_embedded *attached_to(const struct qc_embedded *file)
{
    struct qc_str name = head(file, HEAD_ATTACHED);
    const struct qc_embedded *other;
    for (size_t i = 0; name.len > 0 && (other = file_at(i)) != NULL; i++)
        if (qc_str_equal(name_of(other), name))
            return other;
    return NULL;
}

/* Is the answer of a row used: by the document, what is attached to it, or what is made from this one? */
static bool is_used(const struct qc_embedded *file, size_t row)
{
    struct qc_str name = qc_str_from(rows[row].name[QC_VIETNAMESE]);
    const struct qc_embedded *attached = attached_to(file);
    if (qc_fill_asks(text_of(file), name) || (attached != NULL && qc_fill_asks(text_of(attached), name)))
        return true;
    for (size_t i = row + 1; i < ROWS; i++)
        if (qc_fill_asks(qc_str_from(rows[i].fallback), name) && is_used(file, i))
            return true;
    return false;
}

/* The longest choice that text has in it, case apart. */
static struct qc_str choice_in(struct qc_arena *arena, struct qc_str choices, struct qc_str text)
{
    struct qc_str key = qc_name_key(arena, text), best = QC_STR("");
    while (choices.len > 0) {
        struct qc_str choice = qc_fill_line(&choices), needle = qc_name_key(arena, choice);
        if (choice.len > best.len && qc_str_find(key, needle) < key.len)
            best = choice;
    }
    return best;
}

/* Row number index of those that a template asks; NULL after the last. */
static const struct qc_question *row_at(const struct qc_embedded *file, size_t index)
{
    for (size_t i = 0; i < ROWS && file != NULL; i++)
        if (qc_question_is_asked(&rows[i]) && is_used(file, i) && index-- == 0)
            return &rows[i];
    return NULL;
}

static enum qc_result ask(struct qc_arena *arena, const struct qc_question *row,
                          const struct qc_answer *answers, size_t count, struct qc_question *question)
{
    struct qc_buf buf = { .arena = arena };
    const struct qc_answer *read = read_answers(arena, answers, count);
    struct qc_filling filling = { .out = &buf, .answers = read, .count = count, .plain = true };
    if (row == NULL || read == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_str choices = qc_str_from(row->choices);
    *question = *row;
    qc_fill(&filling, qc_str_from(row->fallback));
    struct qc_str fallback = filling.lacking ? QC_STR("") : qc_buf_str(&buf);
    question->fallback =
        qc_str_terminated(arena, choices.len > 0 ? choice_in(arena, choices, fallback) : fallback);
    return QC_OK;
}

enum qc_result qc_template_question(struct qc_context *qc, size_t template_number, size_t number,
                                    const struct qc_answer *answers, size_t count,
                                    struct qc_question *question)
{
    enum qc_result result = QC_OK;
    WITH_MEMORY(
        qc, result = ask(&qc->cx.arena, row_at(file_at(template_number), number), answers, count, question));
    return result;
}

static enum qc_result find_question(struct qc_arena *arena, struct qc_str name, struct qc_question *question)
{
    if (qc_utf8_invalid(name.ptr, name.len) < name.len)
        return QC_BAD_ARGUMENT;
    struct qc_str key = qc_name_key(arena, name);
    for (size_t i = 0; i < ROWS; i++)
        if (qc_question_is_asked(&rows[i]) && is_called(arena, rows[i].name, key)) {
            *question = rows[i];
            question->fallback = "";
            return QC_OK;
        }
    return QC_BAD_ARGUMENT;
}

enum qc_result qc_question_find(struct qc_context *qc, const char *name, struct qc_question *question)
{
    enum qc_result result = QC_OK;
    WITH_MEMORY(qc, result = find_question(&qc->cx.arena, qc_str_from(name), question));
    return result;
}

enum qc_result qc_template_answer(struct qc_context *qc, const struct qc_question *question,
                                  const char *typed, const char **text)
{
    enum qc_result result = QC_OK;
    WITH_MEMORY(qc, result = read_answer(&qc->cx.arena, question, typed, text));
    return result;
}

/* ---- filling -------------------------------------------------------------------------------------------- */

static enum qc_result fill(struct qc_buf *out, size_t number, const struct qc_answer *answers, size_t count)
{
    const struct qc_embedded *file = file_at(number);
    const struct qc_answer *read = read_answers(out->arena, answers, count);
    struct qc_filling filling = { .out = out, .answers = read, .count = count };
    if (file == NULL || read == NULL)
        return QC_BAD_ARGUMENT;
    struct qc_str text = text_of(file), value;
    while (head_line(&text, &value) != HEAD_LINES)
        ;
    qc_fill(&filling, text);
    return QC_OK;
}

enum qc_result qc_template_fill(struct qc_context *qc, size_t number, const struct qc_answer *answers,
                                size_t count, qc_write_fn *write, void *user)
{
    struct qc_buf buf = { .arena = &qc->cx.arena };
    enum qc_result result = QC_OK;
    WITH_MEMORY(qc, result = fill(&buf, number, answers, count));
    return result == QC_OK ? qc_hand_over(&buf, write, user) : result;
}
