/*
 * check.c - qc check: every finding on stdout, their number on stderr.
 *
 * Owns the totals of a run.
 */
#include "cli/crew.h"

#include <stdlib.h>
#include <string.h>

#include "cli/signals.h"
#include "cli/staged.h"

struct totals {
    size_t count[3]; /* by enum qc_message_level */
    size_t files;    /* that have findings */
    size_t *rules;   /* findings of each rule, for --statistics; else NULL */
    size_t rule_count;
    struct cli_fixes fixes;
};

static void count_rules(struct cli *cli, struct totals *totals)
{
    for (size_t i = 0; totals->rules != NULL && i < totals->rule_count; i++)
        totals->rules[i] += qc_rule_count(cli->qc, i);
}

/* A line for each rule that was found, the most frequent first; among equals in the order of the catalogue. */
static void print_statistics(struct totals *totals)
{
    for (;;) {
        size_t most = 0;
        for (size_t i = 1; i < totals->rule_count; i++)
            if (totals->rules[i] > totals->rules[most])
                most = i;
        struct qc_rule rule;
        if (totals->rules[most] == 0 || !qc_rule_at(most, &rule))
            return;
        char line[128];
        int length = snprintf(line, sizeof line, "%7zu  %s  %s\n", totals->rules[most], rule.code, rule.slug);
        for (char *c = line; *c != '\0'; c++)
            *c = *c == '_' ? '-' : *c;
        cli_write(stderr, line, (size_t)length);
        totals->rules[most] = 0;
    }
}

/* Repairs, prints and counts what was found in a file that is compiled and checked. */
static enum cli_status tell(struct cli *cli, struct qc_printer *printer, const char *input, struct totals *totals,
                            enum qc_result result)
{
    const struct cli_options *options = &cli->options;
    bool fixed = false;
    enum cli_status status = options->fix ? cli_fix(cli, input, &totals->fixes, &fixed) : CLI_FINE;
    if (fixed && status == CLI_FAILED)
        return status;
    bool diff = fixed && options->diff; /* the diff says it all */
    /* a failed write is complained about when stdout is closed */
    if (!diff && qc_printer_add(printer, cli->qc) == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    size_t found = 0;
    for (int level = QC_INFO; level <= QC_ERROR; level++) {
        size_t count = qc_message_count(cli->qc, (enum qc_message_level)level);
        totals->count[level] += count;
        found += count;
    }
    totals->files += found > 0;
    count_rules(cli, totals);
    if (result == QC_UNREADABLE)
        return CLI_FAILED;
    return cli_worst(status, !diff && qc_message_count(cli->qc, QC_ERROR) > 0 ? CLI_FINDINGS : CLI_FINE);
}

static enum cli_status check_one(struct cli *cli, struct qc_printer *printer, const char *input,
                                 struct totals *totals)
{
    enum qc_result result;
    if (!cli_compile(cli, input, &result))
        return CLI_FAILED;
    if (result != QC_UNREADABLE && qc_check(cli->qc) == QC_NO_MEMORY)
        return cli_complain_memory(cli);
    return tell(cli, printer, input, totals, result);
}

/* The same when a crew has compiled and checked the file. */
static enum cli_status check_taken(const struct cli *cli, struct cli_crew *crew, size_t index,
                                   struct qc_printer *printer, struct totals *totals)
{
    struct cli own = *cli;
    enum qc_result result;
    own.qc = cli_crew_take(crew, index, &result);
    return result == QC_NO_MEMORY ? cli_complain_memory(cli)
                                  : tell(&own, printer, cli->options.operands[index], totals, result);
}

/* Prints a part of the summary: a CLI_TEXT of one number, behind a comma unless it is the first. */
static bool print_part(bool first, const char *format, size_t count)
{
    char text[64];
    if (count == 0)
        return first;
    int length = snprintf(text, sizeof text, format, count);
    if (!first)
        cli_write(stderr, ", ", 2);
    cli_write(stderr, text, (size_t)length);
    return false;
}

void cli_print_counts(enum qc_language language, const size_t count[3], size_t files)
{
    size_t errors = count[QC_ERROR], warnings = count[QC_WARNING], infos = count[QC_INFO];
    if (errors + warnings + infos == 0)
        return;
    bool first = true;
    first = print_part(first, errors == 1 ? CLI_PICK(language, error) : CLI_PICK(language, errors), errors);
    first = print_part(first, warnings == 1 ? CLI_PICK(language, warning) : CLI_PICK(language, warnings),
                       warnings);
    print_part(first, infos == 1 ? CLI_PICK(language, info) : CLI_PICK(language, infos), infos);
    print_part(true, files == 1 ? CLI_PICK(language, in_file) : CLI_PICK(language, in_files), files);
}

/* Not past a file that is repaired, which others may use, nor among what is staged. */
static bool may_run_ahead(const struct cli_options *options)
{
    return !options->fix && !options->staged;
}

/* A file of the crew. */
static enum qc_result compile_and_check(void *user, const struct cli *cli, size_t index)
{
    (void)user;
    enum qc_result result = cli_compile_file(cli, cli->options.operands[index]);
    if (result != QC_NO_MEMORY && result != QC_UNREADABLE && qc_check(cli->qc) == QC_NO_MEMORY)
        result = QC_NO_MEMORY;
    return result;
}

/* Checks every file, prints one document of what was found. */
static enum cli_status check_all(struct cli *cli, struct totals *totals)
{
    const struct cli_options *options = &cli->options;
    FILE *file = cli_fix_takes_stdout(options) ? stderr : stdout;
    struct qc_printer *printer = qc_printer_new(options->diff ? "text" : options->format, options->language,
                                                cli_wants_color(options->color, file), cli_write, file);
    if (printer == NULL)
        return cli_complain_memory(cli);
    enum cli_status status = CLI_FINE;
    /* what was chosen has been taken once, and says nothing now */
    const struct cli_crew_work work = { .prepare = cli_choose, .compile = compile_and_check };
    struct cli_crew *crew = may_run_ahead(options) ? cli_crew_new(cli, &work) : NULL;
    for (size_t i = 0; i < options->operand_count && !cli_stdout_failed() && !cli_signals_waiting(); i++)
        status = cli_worst(status, crew != NULL ? check_taken(cli, crew, i, printer, totals)
                                                : check_one(cli, printer, options->operands[i], totals));
    cli_crew_free(crew);
    if (qc_printer_end(printer) == QC_NO_MEMORY)
        status = cli_complain_memory(cli);
    qc_printer_free(printer);
    return status;
}

static enum cli_status check(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    struct totals totals = { 0 };
    struct qc_rule rule;
    while (options->statistics && qc_rule_at(totals.rule_count, &rule))
        totals.rule_count++;
    if (options->statistics && (totals.rules = calloc(totals.rule_count, sizeof *totals.rules)) == NULL)
        return cli_complain_memory(cli);
    enum cli_status status = check_all(cli, &totals);
    if (options->statistics)
        print_statistics(&totals);
    free(totals.rules);
    if (options->fix && !options->quiet)
        cli_print_fixes(options, &totals.fixes, totals.count[QC_ERROR] + totals.count[QC_WARNING] + totals.count[QC_INFO]);
    if (!options->diff && !options->quiet)
        cli_print_counts(options->language, totals.count, totals.files);
    return status;
}

enum cli_status cli_run_check(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    if (options->staged && options->fix) {
        cli_complain(options->language, CLI_MSG(staged_fix));
        return CLI_FAILED;
    }
    if ((!options->staged && !cli_inputs_fine(options, options->operands, options->operand_count)) || !cli_choose(cli))
        return CLI_FAILED;
    return options->staged ? cli_staged(cli, check) : check(cli);
}
