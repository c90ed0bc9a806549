/*
 * fuzz_template.c - answers of any kind in any template: text, each ended by a newline.
 */
#include "harness.h"

enum { MOST_ANSWERS = 32 };

/* Reads lines as answers to the questions in their order; returns how many were taken. */
static size_t answer(struct qc_context *qc, size_t number, struct qc_str lines, char *room, struct qc_answer *answers)
{
    size_t count = 0;
    struct qc_question question;
    for (size_t i = 0; i < MOST_ANSWERS && lines.len > 0; i++) {
        struct qc_str line = qc_str_slice(lines, 0, qc_str_find(lines, QC_STR("\n")));
        lines = qc_str_skip(lines, line.len == lines.len ? line.len : line.len + 1);
        if (qc_template_question(qc, number, i, answers, count, &question) != QC_OK)
            break;
        memcpy(room, line.ptr, line.len);
        room[line.len] = '\0';
        const char *text;
        enum qc_result result = qc_template_answer(qc, &question, room, &text);
        FUZZ_REQUIRE(result == QC_OK || result == QC_BAD_ARGUMENT);
        if (result == QC_OK)
            answers[count++] = (struct qc_answer){ question.name[0], room };
        room += line.len + 1;
    }
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { ROOM = 1 << 16 };
    static char room[ROOM];
    static struct fuzz_text out;
    struct qc_answer answers[MOST_ANSWERS];
    struct fuzz_input input = fuzz_input(data, size);
    static struct qc_context *filling;
    struct qc_template template;
    if (input.text.len + MOST_ANSWERS > ROOM)
        return 0;
    if (filling == NULL)
        filling = qc_context_new();
    size_t templates = 0;
    while (qc_template_at(filling, templates, &template) == QC_OK)
        templates++;
    FUZZ_REQUIRE(templates > 0);
    size_t number = input.options % templates, count = answer(filling, number, input.text, room, answers);
    out.length = 0;
    FUZZ_REQUIRE(qc_template_fill(filling, number, answers, count, fuzz_keep, &out) == QC_OK);
    fuzz_compile(fuzz_context(), fuzz_str(&out));
    qc_context_free(filling); /* what it has given is its own until then */
    filling = NULL;
    return 0;
}
