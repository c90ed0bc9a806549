/*
 * new.c - qc new: a new document from a template.
 *
 * Owns where it is written. Nothing is opened before every answer is there,
 * and nothing that is there is overwritten unless that is wanted.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/ask.h"
#include "cli/output.h"

#define EXTENSION ".qc"

/* ---- telling what there is ---- */

static enum cli_status list(struct cli *cli)
{
    enum qc_language language = cli->options.language;
    struct qc_template found;
    size_t width = 0;
    for (size_t i = 0; qc_template_at(cli->qc, i, &found) == QC_OK; i++)
        width = strlen(found.name[language]) > width ? strlen(found.name[language]) : width;
    for (size_t i = 0; qc_template_at(cli->qc, i, &found) == QC_OK; i++)
        cli_print("%-*s  %s\n", (int)width, found.name[language], found.title[language]);
    return CLI_FINE;
}

static enum cli_status print_questions(struct cli *cli, const struct qc_template *chosen)
{
    enum qc_language language = cli->options.language,
                     other = language == QC_ENGLISH ? QC_VIETNAMESE : QC_ENGLISH;
    struct cli_answers none = { 0 };
    struct qc_question question;
    cli_print("%s: %s\n", chosen->name[language], chosen->title[language]);
    for (size_t i = 0; cli_question(cli, chosen, i, &none, &question) == QC_OK; i++) {
        char choices[CLI_CHOICES_BYTES];
        cli_choices(&question, choices);
        cli_print("  %s (%s)\n      %s", question.name[language], question.name[other],
                  question.text[language]);
        if (choices[0] != '\0')
            cli_print(": %s", choices);
        else if (question.fallback[0] != '\0')
            cli_print("; %s: %s", CLI_PICK(language, new_default), question.fallback);
        else if (question.example[0] != '\0')
            cli_print("; %s: %s", CLI_PICK(language, new_example), question.example);
        cli_print("\n");
    }
    return CLI_FINE;
}

/* ---- choosing ---- */

static bool choose(struct cli *cli, struct qc_template *chosen)
{
    const struct cli_options *options = &cli->options;
    enum qc_language language = options->language;
    if (options->template == NULL && !options->questions && cli_asks(options))
        return cli_ask_template(cli, chosen);
    if (options->template == NULL) {
        cli_complain(language, CLI_MSG(new_no_template));
        return false;
    }
    if (qc_template_find(cli->qc, options->template, chosen) == QC_OK)
        return true;
    struct cli_guess guess = { .typed = options->template };
    for (size_t i = 0; qc_template_at(cli->qc, i, chosen) == QC_OK; i++) {
        cli_guess_try(&guess, chosen->name[QC_VIETNAMESE]);
        cli_guess_try(&guess, chosen->name[QC_ENGLISH]);
    }
    cli_complain(language, CLI_MSG(new_unknown), options->template);
    cli_guess_ask(language, &guess);
    return false;
}

/* ---- where it goes ---- */

static bool is_stdout(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* The path of the document; the caller frees it. NULL when memory runs out. */
static char *main_path(const struct cli_options *options, const struct qc_template *chosen)
{
    const char *output = options->output, *name = chosen->name[QC_VIETNAMESE];
    char *path;
    int length;
    if (output == NULL)
        length = asprintf(&path, "%s" EXTENSION, name);
    else if (!is_stdout(output) && cli_names_directory(output))
        length =
            asprintf(&path, "%s%s%s" EXTENSION, output, output[strlen(output) - 1] == '/' ? "" : "/", name);
    else
        length = asprintf(&path, "%s", output);
    return length < 0 ? NULL : path;
}

/* Beside it, the path of what is attached to it. */
static char *attached_path(const char *main)
{
    size_t length = strlen(main), extension = strlen(EXTENSION);
    if (length > extension && strcmp(main + length - extension, EXTENSION) == 0)
        length -= extension;
    char *path;
    return asprintf(&path, "%.*s-kem-theo" EXTENSION, (int)length, main) < 0 ? NULL : path;
}

/* May the path be written? False after a complaint. */
static bool is_free(const struct cli_options *options, const char *path)
{
    struct stat about;
    bool there = stat(path, &about) == 0 && S_ISREG(about.st_mode);
    if (there && !options->force)
        cli_complain(options->language, CLI_MSG(new_exists), path);
    return !there || options->force;
}

/* ---- writing ---- */

static bool complain_write(const struct cli_options *options, const char *path, int error)
{
    if (error == EEXIST)
        cli_complain(options->language, CLI_MSG(new_exists), path);
    else
        cli_complain(options->language, CLI_MSG(cannot_write), path,
                     cli_error_text(options->language, error));
    return false;
}

static bool write_stdout(struct cli *cli, size_t number, const struct cli_answers *answers)
{
    /* a failed write is complained about when stdout is closed */
    enum qc_result result =
        qc_template_fill(cli->qc, number, answers->items, answers->count, cli_write, stdout);
    return result == QC_NO_MEMORY ? cli_no_memory(cli->options.language) : result == QC_OK;
}

static bool write_file(struct cli *cli, size_t number, const struct cli_answers *answers, const char *path)
{
    const struct cli_options *options = &cli->options;
    struct cli_output output;
    if (!cli_output_open(&output, path))
        return complain_write(options, path, output.error);
    enum qc_result result =
        qc_template_fill(cli->qc, number, answers->items, answers->count, cli_output_write, &output);
    if (result != QC_OK) {
        cli_output_abandon(&output);
        return result == QC_NO_MEMORY ? cli_no_memory(options->language)
                                      : complain_write(options, path, output.error);
    }
    if (!(options->force ? cli_output_commit(&output) : cli_output_commit_new(&output)))
        return complain_write(options, path, output.error);
    cli_complain(options->language, CLI_MSG(new_written), path);
    return true;
}

static bool make_folder(const struct cli_options *options)
{
    int error = 0;
    bool wanted = options->output != NULL && cli_names_directory(options->output);
    return !wanted || cli_make_directory(options->output, &error) ||
           complain_write(options, options->output, error);
}

/* One or two documents to write. */
struct plan {
    struct qc_template chosen, second; /* second: when attached is not NULL */
    char *path, *attached;             /* malloc'ed */
};

/* What is attached comes first, so that a decision never stands without it. */
static bool write_all(struct cli *cli, const struct plan *plan, const struct cli_answers *answers)
{
    if (is_stdout(plan->path))
        return write_stdout(cli, plan->chosen.number, answers);
    bool fine = make_folder(&cli->options) &&
                (plan->attached == NULL || write_file(cli, plan->second.number, answers, plan->attached)) &&
                write_file(cli, plan->chosen.number, answers, plan->path);
    if (fine)
        cli_complain(cli->options.language, CLI_MSG(new_next), plan->path, plan->path);
    return fine;
}

/* Nothing is asked when it could not be written. False after a complaint. */
static bool make_plan(struct cli *cli, struct plan *plan)
{
    const struct cli_options *options = &cli->options;
    bool pair = plan->chosen.attached[0] != '\0';
    plan->path = main_path(options, &plan->chosen);
    if (plan->path == NULL)
        return cli_no_memory(options->language);
    if (pair && is_stdout(plan->path)) {
        cli_complain(options->language, CLI_MSG(new_pair));
        return false;
    }
    if (pair) {
        plan->attached = attached_path(plan->path);
        if (plan->attached == NULL ||
            qc_template_find(cli->qc, plan->chosen.attached, &plan->second) != QC_OK)
            return cli_no_memory(options->language);
    }
    return is_stdout(plan->path) ||
           (is_free(options, plan->path) && (plan->attached == NULL || is_free(options, plan->attached)));
}

enum cli_status cli_run_new(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    struct plan plan = { .path = NULL };
    struct cli_answers answers = { 0 };
    if (options->operand_count > 0) {
        cli_complain(options->language, CLI_MSG(operand_extra), options->operands[0]);
        return CLI_FAILED;
    }
    if (options->list)
        return list(cli);
    if (!choose(cli, &plan.chosen))
        return CLI_FAILED;
    if (options->questions)
        return print_questions(cli, &plan.chosen);
    bool fine =
        make_plan(cli, &plan) && cli_answer(cli, &plan.chosen, &answers) && write_all(cli, &plan, &answers);
    cli_answers_free(&answers);
    free(plan.path);
    free(plan.attached);
    return fine ? CLI_FINE : CLI_FAILED;
}
