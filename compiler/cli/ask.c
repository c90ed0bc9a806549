/*
 * ask.c - the answers to a template.
 *
 * Owns the list of answers. Prompts go to stderr, so that stdout may be the
 * document; what was typed is judged by the library.
 */
#include "cli/ask.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_MONTH = 6 /* from June on one writes for the school year that begins in autumn */ };

bool cli_asks(const struct cli_options *options)
{
    return !options->no_input && isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

/* ---- questions ---- */

/* The school year to write for. */
static void set_school_year(struct cli_answers *answers)
{
    struct qc_day today = cli_today();
    if (today.year == 0)
        return;
    unsigned year = today.year - (today.month < FIRST_MONTH);
    snprintf(answers->school_year, sizeof answers->school_year, "%u - %u", year, year + 1);
}

enum qc_result cli_question(struct cli *cli, const struct qc_template *chosen, size_t number,
                            struct cli_answers *answers, struct qc_question *question)
{
    enum qc_result result =
        qc_template_question(cli->qc, chosen->number, number, answers->items, answers->count, question);
    if (result == QC_OK && question->kind == QC_ANSWER_SCHOOL_YEAR) {
        set_school_year(answers);
        question->fallback = answers->school_year;
    }
    return result;
}

void cli_choices(const struct qc_question *question, char text[CLI_CHOICES_BYTES])
{
    size_t at = 0;
    for (const char *c = question->choices; *c != '\0' && at + 3 < CLI_CHOICES_BYTES; c++) {
        if (*c != '\n') {
            text[at++] = *c;
        } else if (c[1] != '\0') {
            text[at++] = ',';
            text[at++] = ' ';
        }
    }
    text[at] = '\0';
}

/* ---- answers ---- */

static void complain_answer(enum qc_language language, const struct qc_question *question, const char *typed)
{
    char choices[CLI_CHOICES_BYTES];
    const char *wanted = CLI_PICK(language, new_line);
    cli_choices(question, choices);
    if (choices[0] != '\0')
        wanted = choices;
    else if (question->kind == QC_ANSWER_SCHOOL_YEAR)
        wanted = CLI_PICK(language, new_year);
    else if (question->kind == QC_ANSWER_NUMBER)
        wanted = CLI_PICK(language, new_number);
    else if (question->kind == QC_ANSWER_DAY)
        wanted = CLI_PICK(language, new_day);
    cli_complain(language, CLI_MSG(new_bad_answer), question->name[language], typed, wanted);
}

static bool add(struct cli *cli, struct cli_answers *answers, const struct qc_question *question,
                const char *text)
{
    struct qc_answer *items = realloc(answers->items, (answers->count + 1) * sizeof *items);
    if (items == NULL)
        return cli_no_memory(cli->options.language);
    items[answers->count++] = (struct qc_answer){ question->name[QC_VIETNAMESE], text };
    answers->items = items;
    return true;
}

static bool is_answered(const struct cli_answers *answers, const struct qc_question *question)
{
    for (size_t i = 0; i < answers->count; i++)
        if (strcmp(answers->items[i].name, question->name[QC_VIETNAMESE]) == 0)
            return true;
    return false;
}

/* Takes over what was typed. False after a complaint; *fatal when asking again is of no use. */
static bool take(struct cli *cli, struct cli_answers *answers, const struct qc_question *question,
                 const char *typed, bool *fatal)
{
    const char *text = "";
    enum qc_result result = qc_template_answer(cli->qc, question, typed, &text);
    *fatal = result == QC_NO_MEMORY;
    if (result == QC_BAD_ARGUMENT)
        complain_answer(cli->options.language, question, typed);
    else if (*fatal)
        cli_no_memory(cli->options.language);
    return result == QC_OK && add(cli, answers, question, text);
}

/* ---- --set ---- */

/* The question that a setting answers. False after a complaint. */
static bool find_question(struct cli *cli, const struct qc_template *chosen, const char *name,
                          struct qc_question *found)
{
    enum qc_language language = cli->options.language;
    struct cli_guess guess = { .typed = name };
    struct cli_answers none = { 0 };
    struct qc_question question;
    bool known = qc_question_find(cli->qc, name, found) == QC_OK;
    for (size_t i = 0; cli_question(cli, chosen, i, &none, &question) == QC_OK; i++) {
        if (known && strcmp(question.name[QC_VIETNAMESE], found->name[QC_VIETNAMESE]) == 0)
            return true;
        cli_guess_try(&guess, question.name[QC_VIETNAMESE]);
        cli_guess_try(&guess, question.name[QC_ENGLISH]);
    }
    cli_complain(language, CLI_MSG(new_unknown_question), chosen->name[language], name);
    cli_guess_ask(language, &guess);
    return false;
}

static bool take_setting(struct cli *cli, const struct qc_template *chosen, struct cli_answers *answers,
                         const char *setting)
{
    size_t length = strcspn(setting, "=");
    char *name = strndup(setting, length);
    struct qc_question question;
    bool fatal, found = name != NULL && find_question(cli, chosen, name, &question);
    if (name == NULL)
        cli_no_memory(cli->options.language);
    free(name);
    return found && take(cli, answers, &question, setting + length + 1, &fatal);
}

/* ---- the terminal ---- */

static void say(const char *text)
{
    cli_write_shown(stderr, text, strlen(text));
}

/* Reads a line without its end. NULL, after a complaint, when the input ends. The caller frees it. */
static char *read_line(enum qc_language language)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length = getline(&line, &room, stdin);
    if (length < 0) {
        free(line);
        fputc('\n', stderr);
        cli_complain(language, CLI_MSG(new_stopped));
        return NULL;
    }
    /* a zero byte would hide what is behind it */
    for (ssize_t i = 0; i < length; i++)
        line[i] = line[i] == '\0' ? '\x01' : line[i];
    line[strcspn(line, "\r\n")] = '\0';
    return line;
}

static void prompt(enum qc_language language, const struct qc_question *question)
{
    char choices[CLI_CHOICES_BYTES];
    cli_choices(question, choices);
    say(question->text[language]);
    if (choices[0] != '\0') {
        say(" (");
        say(choices);
        say(")");
    } else if (question->example[0] != '\0' && question->fallback[0] == '\0') {
        say(" (");
        say(CLI_PICK(language, new_example));
        say(": ");
        say(question->example);
        say(")");
    }
    if (question->fallback[0] != '\0') {
        say(" [");
        say(question->fallback);
        say("]");
    }
    say(": ");
}

static bool ask(struct cli *cli, struct cli_answers *answers, const struct qc_question *question)
{
    for (bool fatal = false; !fatal;) {
        prompt(cli->options.language, question);
        char *typed = read_line(cli->options.language);
        if (typed == NULL)
            return false;
        const char *text = typed[strspn(typed, " \t")] == '\0' ? question->fallback : typed;
        bool taken = take(cli, answers, question, strcmp(text, "-") == 0 ? "" : text, &fatal);
        free(typed);
        if (taken)
            return true;
    }
    return false;
}

/* The template of a number in the list or of a name. */
static bool find_template(struct cli *cli, const char *typed, struct qc_template *chosen)
{
    char *end;
    unsigned long number = strtoul(typed, &end, 10);
    if (number > 0 && *end == '\0')
        return qc_template_at(cli->qc, number - 1, chosen) == QC_OK;
    return qc_template_find(cli->qc, typed, chosen) == QC_OK;
}

bool cli_ask_template(struct cli *cli, struct qc_template *chosen)
{
    enum qc_language language = cli->options.language;
    for (size_t i = 0; qc_template_at(cli->qc, i, chosen) == QC_OK; i++)
        fprintf(stderr, "%3zu  %s\n", i + 1, chosen->title[language]);
    for (;;) {
        say(CLI_PICK(language, new_choose));
        say(": ");
        char *typed = read_line(language);
        if (typed == NULL)
            return false;
        bool found = find_template(cli, typed, chosen);
        if (!found)
            cli_complain(language, CLI_MSG(new_unknown), typed);
        free(typed);
        if (found)
            return true;
    }
}

/* ---- all of it ---- */

bool cli_answer(struct cli *cli, const struct qc_template *chosen, struct cli_answers *answers)
{
    const struct cli_options *options = &cli->options;
    struct qc_question question;
    enum qc_result result;
    bool asks = cli_asks(options), fatal;
    for (size_t i = 0; i < options->setting_count; i++)
        if (!take_setting(cli, chosen, answers, options->settings[i]))
            return false;
    if (asks)
        fprintf(stderr, "%s\n%s\n", chosen->title[options->language], CLI_PICK(options->language, new_how));
    for (size_t i = 0; (result = cli_question(cli, chosen, i, answers, &question)) == QC_OK; i++) {
        if (is_answered(answers, &question))
            continue;
        if (asks ? !ask(cli, answers, &question) : !take(cli, answers, &question, question.fallback, &fatal))
            return false;
    }
    if (result == QC_NO_MEMORY)
        cli_no_memory(options->language);
    return result != QC_NO_MEMORY;
}

void cli_answers_free(struct cli_answers *answers)
{
    free(answers->items);
    answers->items = NULL;
    answers->count = 0;
}
