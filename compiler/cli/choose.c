/*
 * choose.c - which findings are printed and how: the rules that -W, --no, --only and --error name, the formats.
 *
 * Owns nothing: the library keeps the choices.
 */
#include "cli/cli.h"

#include <string.h>

bool cli_format_fine(enum qc_language language, const char *name)
{
    char known[256] = "";
    struct cli_guess guess = { .typed = name };
    for (size_t i = 0; qc_findings_format_name(i) != NULL; i++) {
        if (strcmp(name, qc_findings_format_name(i)) == 0)
            return true;
        if (i > 0)
            strncat(known, ", ", sizeof known - strlen(known) - 1);
        strncat(known, qc_findings_format_name(i), sizeof known - strlen(known) - 1);
        cli_guess_try(&guess, qc_findings_format_name(i));
    }
    cli_complain(language, CLI_MSG(option_value), "format", name, known);
    cli_guess_ask(language, &guess);
    return false;
}

static bool choose_rule(struct cli *cli, const struct cli_choice *choice, const char *name)
{
    enum qc_language language = cli->options.language;
    switch (qc_choose(cli->qc, name, choice->choice)) {
    case QC_OK:
        return true;
    case QC_FAILED:
        cli_complain(language, CLI_MSG(rule_binding), choice->option, name);
        return false;
    default:
        cli_complain_rule(language, name);
        return false;
    }
}

bool cli_text_or_json(const struct cli_options *options, bool *json)
{
    *json = strcmp(options->format, "json") == 0;
    if (*json || strcmp(options->format, "text") == 0)
        return true;
    cli_complain(options->language, CLI_MSG(option_value), "format", options->format, "text, json");
    return false;
}

bool cli_choose(struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    bool fine = true;
    if (options->only)
        qc_choose_none(cli->qc);
    for (size_t i = 0; i < options->choice_count; i++) {
        const char *list = options->choices[i].rules;
        for (;;) {
            char name[256];
            size_t length = strcspn(list, ",");
            snprintf(name, sizeof name, "%.*s", length < sizeof name ? (int)length : (int)sizeof name - 1, list);
            fine = choose_rule(cli, &options->choices[i], name) && fine;
            if (list[length] == '\0')
                break;
            list += length + 1;
        }
    }
    if (options->level_chosen)
        qc_choose_level(cli->qc, options->level);
    return fine;
}
