/*
 * explain.c - qc explain: what a finding means.
 *
 * Owns nothing: the catalogue is the library's.
 */
#include "cli/cli.h"

#include <string.h>

static void explain(enum qc_language language, const struct qc_rule *rule)
{
    cli_print("%s ", rule->code);
    cli_print_slug(rule->slug, 0);
    cli_print("\n\n  %s: ", CLI_PICK(language, message));
    cli_print_pattern(language, rule->number);
    cli_print("\n  %s: %s\n", CLI_PICK(language, level), cli_level_name(rule->level));
    if (rule->norm[0] != '\0')
        cli_print("  %s: %s", CLI_PICK(language, norm), rule->norm);
    if (rule->norm_since[0] != '\0')
        cli_print(" (%s %s)", CLI_PICK(language, norm_since), rule->norm_since);
    if (rule->norm[0] != '\0')
        cli_print("\n");
    const char *text = rule->explanation[language];
    size_t length = strlen(text);
    if (length > 0)
        cli_print("\n%s%s", text, text[length - 1] == '\n' ? "" : "\n");
}

static enum cli_status explain_all(enum qc_language language)
{
    struct qc_rule rule;
    for (size_t i = 0; qc_rule_at(i, &rule); i++) {
        if (i > 0)
            cli_print("\n");
        explain(language, &rule);
    }
    return CLI_FINE;
}

void cli_complain_rule(enum qc_language language, const char *typed)
{
    cli_complain(language, CLI_MSG(unknown_rule), typed);
    struct qc_rule rule;
    struct cli_guess guess = { .typed = typed };
    for (size_t i = 0; qc_rule_at(i, &rule); i++) {
        cli_guess_try(&guess, rule.code);
        cli_guess_try(&guess, rule.slug);
    }
    char slug[64];
    if (guess.name == NULL)
        return;
    snprintf(slug, sizeof slug, "%s", guess.name);
    for (char *c = slug; *c != '\0'; c++)
        *c = *c == '_' ? '-' : *c;
    guess.name = slug;
    cli_guess_ask(language, &guess);
}

enum cli_status cli_run_explain(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    enum qc_language language = options->language;
    if (options->all && options->operand_count > 0) {
        cli_complain(language, CLI_MSG(operand_extra), options->operands[0]);
        return CLI_FAILED;
    }
    if (options->all)
        return explain_all(language);
    if (options->operand_count == 0) {
        cli_complain(language, CLI_MSG(operand_missing), cli_commands[CLI_EXPLAIN].operands[language]);
        return CLI_FAILED;
    }
    enum cli_status status = CLI_FINE;
    bool first = true;
    for (size_t i = 0; i < options->operand_count; i++) {
        struct qc_rule rule;
        if (!qc_rule_find(options->operands[i], &rule)) {
            cli_complain_rule(language, options->operands[i]);
            status = CLI_FAILED;
            continue;
        }
        if (!first)
            cli_print("\n");
        first = false;
        explain(language, &rule);
    }
    return status;
}
