/*
 * values.c - what the value of an option means, and the defaults from the environment.
 *
 * Owns the table made from options.def and the list of chosen rules; all
 * other values point into argv. Must not act on what it reads.
 */
#include "cli/engine.h"
#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_COLUMNS = 20, MOST_COLUMNS = 1000 }; /* of fmt --wrap */
enum { MOST_JOBS = 256 };

/* ---- the environment ---- */

/* "vi", "vi_VN.UTF-8" and their kin. */
static bool names_language(const char *value, const char *language)
{
    return strncmp(value, language, 2) == 0 && strchr("_.@-", value[2]) != NULL;
}

static enum qc_language default_language(void)
{
    const char *wanted = getenv("QC_LANG");
    if (wanted != NULL && names_language(wanted, "vi"))
        return QC_VIETNAMESE;
    if (wanted != NULL && names_language(wanted, "en"))
        return QC_ENGLISH;
    static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value != NULL && value[0] != '\0')
            return names_language(value, "vi") ? QC_VIETNAMESE : QC_ENGLISH;
    }
    return QC_ENGLISH;
}

void cli_options_default(struct cli_options *options)
{
    *options = (struct cli_options){ .language = default_language(), .stdlib = getenv("QC_PATH"), .format = "text" };
}

/* ---- plain values ---- */

static bool set_flag(struct cli_options *options, const struct cli_option *option, const char *value)
{
    (void)value;
    *(bool *)((char *)options + option->member) = true;
    return true;
}

static bool set_string(struct cli_options *options, const struct cli_option *option, const char *value)
{
    *(const char **)((char *)options + option->member) = value;
    return true;
}

static bool is(const char *text, size_t length, const char *name)
{
    return strlen(name) == length && memcmp(text, name, length) == 0;
}

/* Number of value among words, as in struct cli_option; -1 after a complaint. */
static int word_number(const struct cli_options *options, const char *option, const char *words, const char *value)
{
    int number = 0;
    for (const char *word = words;; number++) {
        size_t length = strcspn(word, ",");
        if (is(word, length, value))
            return number;
        if (word[length] == '\0')
            break;
        word += length + 2;
    }
    cli_complain(options->language, CLI_MSG(option_value), option, value, words);
    return -1;
}

_Static_assert(sizeof(enum qc_language) == sizeof(int) && sizeof(enum cli_color) == sizeof(int),
               "set_word writes an int");

static bool set_word(struct cli_options *options, const struct cli_option *option, const char *value)
{
    int number = word_number(options, option->name, option->words, value);
    if (number >= 0)
        memcpy((char *)options + option->member, &number, sizeof number);
    return number >= 0;
}

/* ---- values of their own ---- */

const char *cli_format_names(void)
{
    static char names[256];
    names[0] = '\0';
    for (size_t i = 0; qc_format_name(i) != NULL; i++) {
        if (i > 0)
            strncat(names, ", ", sizeof names - strlen(names) - 1);
        strncat(names, qc_format_name(i), sizeof names - strlen(names) - 1);
    }
    return names;
}

static bool set_stdlib(struct cli_options *options, const struct cli_option *option, const char *value)
{
    (void)option;
    options->stdlib = value;
    return cli_stdlib_fine(options->language, value);
}

static bool add_format(struct cli_options *options, const char *text, size_t length)
{
    char typed[64];
    struct cli_guess guess = { .typed = typed };
    snprintf(typed, sizeof typed, "%.*s", length < sizeof typed ? (int)length : (int)sizeof typed - 1, text);
    cli_guess_try(&guess, "all");
    for (size_t i = 0; qc_format_name(i) != NULL; i++) {
        /* its extension is as good a name */
        bool named = is(text, length, qc_format_name(i)) || is(text, length, qc_format_extension(i) + 1);
        if (named)
            options->formats |= 1u << i;
        if (named)
            return true;
        cli_guess_try(&guess, qc_format_name(i));
    }
    if (is(text, length, "all"))
        return options->every_format = true;
    char known[512];
    snprintf(known, sizeof known, "%s, all", cli_format_names());
    cli_complain(options->language, CLI_MSG(option_value), "to", typed, known);
    cli_guess_ask(options->language, &guess);
    return false;
}

static bool add_formats(struct cli_options *options, const struct cli_option *option, const char *list)
{
    (void)option;
    for (;;) {
        size_t length = strcspn(list, ",");
        if (!add_format(options, list, length))
            return false;
        if (list[length] == '\0')
            return true;
        list += length + 1;
    }
}

static bool set_output(struct cli_options *options, const struct cli_option *option, const char *value)
{
    (void)option;
    options->output = value;
    if (value[0] == '\0')
        cli_complain(options->language, CLI_MSG(output_empty));
    return value[0] != '\0';
}

/* A whole number from least to most, in *number. False after a complaint. */
static bool read_number(const struct cli_options *options, const struct cli_option *option, const char *value,
                        unsigned least, unsigned most, unsigned *number)
{
    unsigned long read = 0;
    size_t digits = strspn(value, "0123456789");
    for (size_t i = 0; i < digits && read <= most; i++)
        read = 10 * read + (unsigned long)(value[i] - '0');
    *number = (unsigned)read;
    if (digits > 0 && value[digits] == '\0' && read >= least && read <= most)
        return true;
    char range[64];
    snprintf(range, sizeof range, "%u–%u", least, most);
    cli_complain(options->language, CLI_MSG(option_value), option->name, value, range);
    return false;
}

static bool set_engine(struct cli_options *options, const struct cli_option *option, const char *value)
{
    struct cli_guess guess = { .typed = value };
    char known[256] = "";
    for (int i = 0; i < CLI_ENGINE_COUNT; i++) {
        const char *name = cli_engine_name((enum cli_engine)i);
        if (strcmp(value, name) == 0) {
            options->engine = (enum cli_engine)i;
            return true;
        }
        cli_guess_try(&guess, name);
        snprintf(known + strlen(known), sizeof known - strlen(known), "%s%s", i > 0 ? ", " : "", name);
    }
    cli_complain(options->language, CLI_MSG(option_value), option->name, value, known);
    cli_guess_ask(options->language, &guess);
    return false;
}

static bool set_timeout(struct cli_options *options, const struct cli_option *option, const char *value)
{
    return read_number(options, option, value, 1, CLI_MOST_ENGINE_SECONDS, &options->timeout);
}

static bool set_jobs(struct cli_options *options, const struct cli_option *option, const char *value)
{
    return read_number(options, option, value, 1, MOST_JOBS, &options->jobs);
}

static bool set_wrap(struct cli_options *options, const struct cli_option *option, const char *value)
{
    return read_number(options, option, value, LEAST_COLUMNS, MOST_COLUMNS, &options->wrap);
}

static bool set_serve(struct cli_options *options, const struct cli_option *option, const char *value)
{
    options->serve = true;
    return value == NULL || read_number(options, option, value, 0, 65535, &options->port);
}

static bool set_on(struct cli_options *options, const struct cli_option *option, const char *value)
{
    if (qc_day_read(value, &options->on))
        return true;
    cli_complain(options->language, CLI_MSG(option_value), option->name, value, "22/11/2026, 2026-11-22");
    return false;
}

static bool set_findings_format(struct cli_options *options, const struct cli_option *option, const char *value)
{
    (void)option;
    options->format = value;
    return cli_format_fine(options->language, value);
}

static bool set_level(struct cli_options *options, const struct cli_option *option, const char *value)
{
    int number = word_number(options, option->name, "info, warning, error", value);
    if (number >= 0)
        options->level = (enum qc_message_level)number;
    options->level_chosen = true;
    return number >= 0;
}

static bool set_fix_suggested(struct cli_options *options, const struct cli_option *option, const char *value)
{
    (void)option, (void)value;
    return options->fix = options->fix_suggested = true;
}

static bool set_diff(struct cli_options *options, const struct cli_option *option, const char *value)
{
    (void)option, (void)value;
    return options->fix = options->diff = true;
}

/* ---- chosen rules ---- */

static bool add_choice(struct cli_options *options, const char *option, const char *rules, enum qc_choice choice)
{
    size_t count = options->choice_count + 1;
    struct cli_choice *choices = realloc(options->choices, count * sizeof *choices);
    if (choices == NULL)
        return cli_no_memory(options->language);
    choices[options->choice_count] = (struct cli_choice){ option, rules, choice };
    options->choices = choices;
    options->choice_count = count;
    return true;
}

static bool choose_warning(struct cli_options *options, const struct cli_option *option, const char *rules)
{
    return add_choice(options, option->name, rules, QC_CHOICE_WARNING);
}

static bool choose_off(struct cli_options *options, const struct cli_option *option, const char *rules)
{
    return add_choice(options, option->name, rules, QC_CHOICE_OFF);
}

static bool choose_only(struct cli_options *options, const struct cli_option *option, const char *rules)
{
    options->only = true;
    return add_choice(options, option->name, rules, QC_CHOICE_DEFAULT);
}

static bool choose_error(struct cli_options *options, const struct cli_option *option, const char *rules)
{
    return add_choice(options, option->name, rules, QC_CHOICE_ERROR);
}

/* ---- answers to a template ---- */

static bool add_setting(struct cli_options *options, const struct cli_option *option, const char *value)
{
    const char *equals = strchr(value, '=');
    if (equals == NULL || equals == value) {
        cli_complain(options->language, CLI_MSG(new_setting_form), option->name, value);
        return false;
    }
    const char **settings = realloc(options->settings, (options->setting_count + 1) * sizeof *settings);
    if (settings == NULL)
        return cli_no_memory(options->language);
    settings[options->setting_count++] = value;
    options->settings = settings;
    return true;
}

void cli_options_free(struct cli_options *options)
{
    free(options->settings);
    options->settings = NULL;
    options->setting_count = 0;
    free(options->choices);
    options->choices = NULL;
    options->choice_count = 0;
}

/* ---- the table ---- */

const struct cli_option cli_option_rows[] = {
/* clang-format off */
#define CLI_FLAG(member) set_flag, offsetof(struct cli_options, member), NULL
#define CLI_STRING(member) set_string, offsetof(struct cli_options, member), NULL
#define CLI_WORD(member, words) set_word, offsetof(struct cli_options, member), words
#define CLI_OTHER(function) function, 0, NULL
#define CLI_OPTION(name, letter, argument, commands, value, vi, en) \
    { name, letter, argument, commands, value, { vi, en } },
/* clang-format on */
#include "cli/options.def"
};

const size_t cli_option_count = sizeof cli_option_rows / sizeof *cli_option_rows;
