/*
 * ask.h - the answers to a template: from --set, from the terminal, or what follows from those.
 */
#ifndef QC_CLI_ASK_H
#define QC_CLI_ASK_H

#include "cli/cli.h"

struct cli_answers {
    struct qc_answer *items; /* malloc'ed; the strings are the context's */
    size_t count;
    char school_year[32]; /* its fallback */
};

enum { CLI_CHOICES_BYTES = 256 };

/* Shall the user be asked: is there somebody at a terminal, and not refused? */
bool cli_asks(const struct cli_options *options);

/* Lets the user choose one of the templates. False after a complaint. */
bool cli_ask_template(struct cli *cli, struct qc_template *chosen);

/* Gives every question of the template its answer. False after a complaint. To be freed in any case. */
bool cli_answer(struct cli *cli, const struct qc_template *chosen, struct cli_answers *answers);
void cli_answers_free(struct cli_answers *answers);

/* As qc_template_question, with the school year that follows from the day. */
enum qc_result cli_question(struct cli *cli, const struct qc_template *chosen, size_t number,
                            struct cli_answers *answers, struct qc_question *question);

/* The choices of a question as "a, b, c"; "" when any text is an answer. */
void cli_choices(const struct qc_question *question, char text[CLI_CHOICES_BYTES]);

#endif
