/*
 * test_template.c - templates of new documents as a program uses them.
 */
#include "qc.h"

#include "unit.h"

struct sink {
    char bytes[1 << 16];
    size_t length;
};

static bool keep(void *user, const char *bytes, size_t length)
{
    struct sink *sink = user;
    if (length >= sizeof sink->bytes - sink->length)
        return false;
    memcpy(sink->bytes + sink->length, bytes, length);
    sink->length += length;
    sink->bytes[sink->length] = '\0';
    return true;
}

static bool refuse(void *user, const char *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return false;
}

/* Every template has names and titles of its own, is found by both names, and attaches what there is. */
static void test_catalogue(struct qc_context *qc)
{
    struct qc_template one, found;
    size_t count = 0;
    bool complete = true, by_name = true, attached = true, itself = true;
    for (; qc_template_at(qc, count, &one) == QC_OK; count++) {
        for (int i = 0; i < 2; i++) {
            complete = complete && one.name[i][0] != '\0' && one.title[i][0] != '\0';
            by_name = by_name && qc_template_find(qc, one.name[i], &found) == QC_OK && found.number == count;
        }
        attached =
            attached && (one.attached[0] == '\0' || qc_template_find(qc, one.attached, &found) == QC_OK);
        itself = itself && strcmp(one.attached, one.name[QC_VIETNAMESE]) != 0;
    }
    unit_check(count >= 8, "there are templates");
    unit_check(complete, "each has names and titles in both languages");
    unit_check(by_name, "each is found by either name, which is its own");
    unit_check(attached && itself, "what a template attaches is another template");
    unit_check(qc_template_at(qc, count, &one) == QC_BAD_ARGUMENT, "none behind the last");
    unit_check(qc_template_find(qc, "TRƯỜNG  công-đoàn", &found) == QC_OK &&
                   strcmp(found.name[QC_ENGLISH], "school-union") == 0,
               "case, marks and blanks of a name do not count");
    unit_check(qc_template_find(qc, "", &found) == QC_BAD_ARGUMENT &&
                   qc_template_find(qc, "\xff", &found) != QC_OK,
               "no name, no template");
}

static void test_questions(struct qc_context *qc, size_t template_number)
{
    struct qc_question question;
    bool complete = true, named = true;
    size_t count = 0;
    for (; qc_template_question(qc, template_number, count, NULL, 0, &question) == QC_OK; count++) {
        struct qc_question same;
        for (int i = 0; i < 2; i++) {
            complete = complete && question.name[i][0] != '\0' && question.text[i][0] != '\0';
            named = named && qc_question_find(qc, question.name[i], &same) == QC_OK &&
                    strcmp(same.name[0], question.name[0]) == 0;
        }
    }
    unit_check(count >= 8 && complete, "questions have names and texts in both languages");
    unit_check(named, "each is found by either name, which is its own");
    unit_check(qc_template_question(qc, 1000, 0, NULL, 0, &question) == QC_BAD_ARGUMENT,
               "no template, no question");
    unit_check(qc_question_find(qc, "điều lệ trường", &question) == QC_BAD_ARGUMENT,
               "what is made from answers is not asked");
}

static const char *fallback(struct qc_context *qc, size_t template_number, const char *name,
                            const struct qc_answer *answers, size_t count)
{
    struct qc_question question;
    for (size_t i = 0; qc_template_question(qc, template_number, i, answers, count, &question) == QC_OK; i++)
        if (strcmp(question.name[QC_VIETNAMESE], name) == 0)
            return question.fallback;
    return NULL;
}

static void test_fallbacks(struct qc_context *qc, size_t number)
{
    struct qc_answer answers[] = { { "trường", "Trường Tiểu học và THCS số 2" },
                                   { "xã phường", "xã Tân Lập" },
                                   { "cấp học", "tiểu học" } };
    unit_same(qc_str_from(fallback(qc, number, "cấp học", answers, 1)), "tiểu học",
              "the level stands in the name");
    unit_same(qc_str_from(fallback(qc, number, "viết tắt", answers, 1)), "THTHCSS2",
              "initials; a number stays");
    unit_same(qc_str_from(fallback(qc, number, "cơ quan chủ quản", answers, 2)), "",
              "nothing follows from half of it");
    unit_same(qc_str_from(fallback(qc, number, "cơ quan chủ quản", answers, 3)), "UBND xã Tân Lập",
              "the body above");
    answers[2].text = "trung học phổ thông";
    unit_same(qc_str_from(fallback(qc, number, "cơ quan chủ quản", answers, 3)), "",
              "a high school is not the commune's");
    unit_same(qc_str_from(fallback(qc, number, "địa danh", answers, 3)), "Tân Lập", "the place");
}

static void test_answers(struct qc_context *qc)
{
    static const struct {
        const char *name, *typed, *text; /* NULL: refused */
    } rows[] = {
        { "school", "  Trường\t Mầm  non ", "Trường Mầm non" },
        { "school", "", "" },
        { "school", " \t", "" },
        { "school", "a\nb", NULL },
        { "school", "\x1b[2J", NULL },
        { "school", "\xc3", NULL },
        { "level", "MAM NON", "mầm non" },
        { "level", "4", "trung học phổ thông" },
        { "level", "5", NULL },
        { "level", "0", NULL },
        { "school-year", "2026–2027", "2026 - 2027" },
        { "school-year", "9999", NULL },
        { "school-year", "2026-2027-2028", NULL },
        { "number", "7", "07" },
        { "number", "0", NULL },
        { "number", "99999", "99999" },
        { "number", "-1", NULL },
        { "date", "ngày 7 tháng 9 năm 2026", "07/9/2026" },
        { "date", "29/2/2027", NULL },
        { "date", "/9/2026", NULL },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct qc_question question;
        const char *text = NULL;
        char what[128];
        snprintf(what, sizeof what, "%s, answer %zu", rows[i].name, i);
        enum qc_result result = QC_BAD_ARGUMENT;
        if (qc_question_find(qc, rows[i].name, &question) == QC_OK)
            result = qc_template_answer(qc, &question, rows[i].typed, &text);
        if (rows[i].text == NULL)
            unit_check(result == QC_BAD_ARGUMENT, what);
        else if (unit_check(result == QC_OK, what))
            unit_same(qc_str_from(text), rows[i].text, what);
    }
}

static void test_fill(struct qc_context *qc, size_t number)
{
    static struct sink sink;
    const struct qc_answer good[] = { { "trường", "A" }, { "trường", "{B} // *b*" }, { "hiệu trưởng", "" } };
    const struct qc_answer unknown = { "school", "A" }, bad = { "ngày", "31/2/2026" }, made = { "đoàn", "A" };
    unit_check(qc_template_fill(qc, number, good, 3, keep, &sink) == QC_OK &&
                   strstr(sink.bytes, "cơ quan: \\{B\\} // *b*\n") != NULL &&
                   strstr(sink.bytes, ": A\n") == NULL,
               "the last answer counts, as text");
    unit_check(strstr(sink.bytes, "  người ký:\n") != NULL &&
                   strstr(sink.bytes, "căn cứ: [điều lệ trường]\n") != NULL,
               "blanks");
    unit_check(strstr(sink.bytes, "// mẫu") == NULL && strstr(sink.bytes, "<<") == NULL,
               "nothing of the template is left");
    unit_check(qc_compile_memory(qc, "a.qc", sink.bytes, sink.length) == QC_OK, "it compiles");
    unit_check(qc_template_fill(qc, number, good, 3, refuse, NULL) == QC_WRITE_FAILED,
               "a writer that refuses");
    unit_check(qc_template_fill(qc, number, &unknown, 1, keep, &sink) == QC_BAD_ARGUMENT,
               "an answer to no question");
    unit_check(qc_template_fill(qc, number, &bad, 1, keep, &sink) == QC_BAD_ARGUMENT,
               "an answer that is none");
    unit_check(qc_template_fill(qc, number, &made, 1, keep, &sink) == QC_BAD_ARGUMENT,
               "an answer to what is not asked");
    unit_check(qc_template_fill(qc, 1000, NULL, 0, keep, &sink) == QC_BAD_ARGUMENT, "no such template");
}

int main(void)
{
    struct qc_context *qc = qc_context_new();
    struct qc_template found;
    test_catalogue(qc);
    if (unit_check(qc_template_find(qc, "school-union", &found) == QC_OK, "a template to try")) {
        size_t number = found.number;
        test_questions(qc, number);
        test_fallbacks(qc, number);
        test_answers(qc);
        test_fill(qc, number);
    }
    qc_context_free(qc);
    return unit_end();
}
