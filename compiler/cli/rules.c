/*
 * rules.c - qc rules: the catalogue of findings, a line each or as JSON.
 *
 * Owns how a rule of the catalogue is written, for explain.c too.
 */
#include "cli/cli.h"

#include <string.h>

const char *cli_level_name(enum qc_message_level level)
{
    static const char *const names[] = { "info", "warning", "error" };
    return names[level];
}

void cli_print_slug(const char *slug, size_t width)
{
    char text[64];
    size_t length = 0;
    for (; length < sizeof text - 1 && slug[length] != '\0'; length++)
        text[length] = slug[length] == '_' ? '-' : slug[length];
    text[length] = '\0';
    cli_print("%-*s", (int)width, text);
}

size_t cli_columns(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

void cli_print_pattern(enum qc_language language, size_t rule)
{
    /* a failed write is complained about when stdout is closed */
    if (qc_print_pattern(rule, language, cli_write, stdout) == QC_NO_MEMORY)
        cli_no_memory(language);
}

enum cli_status cli_run_rules(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    if (options->operand_count > 0) {
        cli_complain(options->language, CLI_MSG(operand_extra), options->operands[0]);
        return CLI_FAILED;
    }
    if (options->json) {
        /* a failed write is complained about when stdout is closed */
        bool memory = qc_print_rules(cli_write, stdout) != QC_NO_MEMORY;
        if (!memory)
            cli_no_memory(options->language);
        return memory ? CLI_FINE : CLI_FAILED;
    }
    struct qc_rule rule;
    size_t slug = 0, norm = 0;
    for (size_t i = 0; qc_rule_at(i, &rule); i++) {
        slug = strlen(rule.slug) > slug ? strlen(rule.slug) : slug;
        norm = cli_columns(rule.norm) > norm ? cli_columns(rule.norm) : norm;
    }
    for (size_t i = 0; qc_rule_at(i, &rule); i++) {
        cli_print("%s  ", rule.code);
        cli_print_slug(rule.slug, slug);
        cli_print("  %-7s  %s%*s  ", cli_level_name(rule.level), rule.norm, (int)(norm - cli_columns(rule.norm)),
                  "");
        cli_print_pattern(options->language, rule.number);
        cli_print("\n");
    }
    return CLI_FINE;
}
