/*
 * cli.h - the command line: what its files share.
 *
 * Uses the public library alone. Only here the program prints, reads its
 * environment and keeps state of the process.
 */
#ifndef QC_CLI_CLI_H
#define QC_CLI_CLI_H

#include <stdio.h>

#include "qc.h"

/* Exit status, from good to bad. */
enum cli_status {
    CLI_FINE,
    CLI_FINDINGS, /* a document has errors */
    CLI_FAILED,   /* wrong use, or the system failed */
};

enum cli_command {
#define CLI_COMMAND(id, name, synonym, operands, summary) CLI_##id,
#include "cli/commands.def"
    CLI_COMMAND_COUNT
};

#define CLI_ON(id) (1u << CLI_##id)
#define CLI_EVERYWHERE (~0u)

enum cli_color { CLI_COLOR_AUTO, CLI_COLOR_ALWAYS, CLI_COLOR_NEVER };

/* What makes a PDF: the library, or a program of engines.def. */
enum cli_engine {
    CLI_ENGINE_builtin,
#define CLI_ENGINE(name, format, programs, packages) CLI_ENGINE_##name,
#include "cli/engines.def"
    CLI_ENGINE_COUNT
};

/* Time that such a program is given, in seconds. */
enum { CLI_ENGINE_SECONDS = 60, CLI_MOST_ENGINE_SECONDS = 3600 };

/* -W, --no and --error: rules with commas between them, and what is to become of their findings. */
struct cli_choice {
    const char *option, *rules;
    enum qc_choice choice;
};

struct cli_options {
    enum qc_language language;
    enum cli_color color;
    unsigned formats; /* bit i: format number i of the library */
    bool every_format; /* "all" was chosen */
    const char *output, *stdin_filename;
    struct qc_emit_options emit; /* its css is read by cli_emission_read_css */
    const char *css;             /* path */
    enum cli_engine engine;
    unsigned timeout; /* of the engine, in seconds; 0: CLI_ENGINE_SECONDS */
    bool open, serve;
    unsigned port; /* of serve; 0: any */
    bool force, stats, quiet, all, help, version;
    bool only; /* of the rules, those alone that --only names */
    struct cli_choice *choices; /* in the order given; malloc'ed, free with cli_options_free */
    size_t choice_count;
    enum qc_message_level level; /* the lowest shown */
    bool level_chosen, statistics, json, no_config;
    bool fix, fix_suggested, diff; /* diff: fix, but write nothing */
    bool staged;                   /* check: what is in git's index */
    bool chain;                    /* hook: call the hook of somebody else first */
    bool check;                    /* fmt: write nothing either */
    bool stdio;                    /* lsp: as it is without */
    unsigned jobs;                 /* build, check, fmt: files at a time */
    unsigned wrap;                 /* fmt: columns; 0: lines stay as they are broken */
    const char *stdlib; /* directories of modules, or NULL */
    struct qc_day on;   /* of bases; none: that of the document */
    const char *template; /* name of a template, as typed */
    const char **settings; /* NAME=ANSWER, in the order given; malloc'ed, free with cli_options_free */
    size_t setting_count;
    bool list, questions, no_input;
    const char *format; /* of findings, a name that the library knows; of bases and renew text or json */
    const char *from, *encoding; /* of what is imported; NULL: recognised */
    const char *year;   /* the school year that renew is to make */
    char **operands;
    size_t operand_count;
};

struct cli {
    struct cli_options options;
    struct qc_context *qc; /* one for all files of a run */
    char **arguments;      /* those of the program, NULL behind the last */
};

/*
 * To be called before a module is wanted, and before anything is read or
 * printed. A program that is linked statically becomes qc-full, which begins
 * anew with the same arguments and can load modules; where that is not to be
 * found it goes on without them.
 */
void cli_want_modules(const struct cli *cli);

/* Texts of text.def, to be given to cli_complain and cli_pick. */
#define CLI_TEXT(name, vi, en)                                                                               \
    static const char cli_vi_##name[] __attribute__((unused)) = vi;                                          \
    static const char cli_en_##name[] __attribute__((unused)) = en;
#include "cli/text.def"
#define CLI_MSG(name) cli_vi_##name, cli_en_##name
#define CLI_PICK(language, name) ((language) == QC_VIETNAMESE ? cli_vi_##name : cli_en_##name)

/* ---- main.c: the commands ---- */

struct cli_command_info {
    const char *name, *synonym;           /* "": none */
    const char *operands[2], *summary[2]; /* by enum qc_language */
    enum cli_status (*run)(struct cli *cli);
};

extern const struct cli_command_info cli_commands[CLI_COMMAND_COUNT];

/* Command of a name or synonym; CLI_COMMAND_COUNT, after a complaint, when there is none. */
enum cli_command cli_find_command(const struct cli_options *options, const char *name);

#define CLI_COMMAND(id, name, synonym, operands, summary) enum cli_status cli_run_##name(struct cli *cli);
#include "cli/commands.def"

/* ---- help.c ---- */

/* Prints the help of one command. */
void cli_help_command(enum qc_language language, enum cli_command command);

/* ---- rules.c: how a rule of the catalogue is written ---- */

/* The same words in both languages, as in the findings. */
const char *cli_level_name(enum qc_message_level level);

/* Columns of a text in which every character has one; that is so for Vietnamese in NFC. */
size_t cli_columns(const char *text);

/* A slug with "-", and blanks up to width. */
void cli_print_slug(const char *slug, size_t width);

/* The message of a rule by its number, with "…" for what it will be given. */
void cli_print_pattern(enum qc_language language, size_t rule);

/* Complains that there is no such rule, and asks whether a near one was meant. */
void cli_complain_rule(enum qc_language language, const char *typed);

/* ---- choose.c: which rules are reported ---- */

/* Is there such a format of findings? False after a complaint. */
bool cli_format_fine(enum qc_language language, const char *name);

/* Is "text" or "json" chosen, which are all that bases and renew print? False after a complaint. */
bool cli_text_or_json(const struct cli_options *options, bool *json);

/* Hands -W, --no, --error and --level to the library. False after a complaint. */
bool cli_choose(struct cli *cli);

/* ---- lsp.c ---- */

/* Version of the library that the language server is made with, or NULL: there is none. */
const char *cli_lsp_version(void);

/* ---- today.c ---- */

/* The day where we are, or that of SOURCE_DATE_EPOCH, which makes it the same for every run; year 0: there is none. */
struct qc_day cli_today(void);

/* ---- stdlib.c ---- */

/* Are these directories, with ":" between them? False after a complaint. */
bool cli_stdlib_fine(enum qc_language language, const char *directories);

/* ---- options.c, values.c ---- */

/* Defaults, from the environment. */
void cli_options_default(struct cli_options *options);

/*
 * Reads the options in argv[1] and behind; command CLI_COMMAND_COUNT reads those before the command and
 * stops there. The rest become the operands. False after a complaint.
 */
bool cli_options_parse(struct cli_options *options, enum cli_command command, int argc, char **argv);

/* Frees what the options own. */
void cli_options_free(struct cli_options *options);

/* Names of all formats with commas between them, in a static buffer. */
const char *cli_format_names(void);

/* Prints the rows of the help for the options of a command, or of every command (CLI_COMMAND_COUNT). */
void cli_options_print(enum qc_language language, enum cli_command command);

/* ---- guess.c ---- */

/* The name nearest to what was typed, among those that were tried; NULL while none is near. */
struct cli_guess {
    const char *typed, *name;
    size_t distance;
};

void cli_guess_try(struct cli_guess *guess, const char *name);

/* Asks whether the name found was meant, if one was found. */
void cli_guess_ask(enum qc_language language, const struct cli_guess *guess);

/* ---- print.c: the standard streams ---- */

/* Opens what is closed of 0, 1 and 2, so that no file of ours gets their number. */
void cli_guard_streams(void);

/* Prints "qc: …" on stderr. Control characters of the arguments are shown as \u{…}. */
void cli_complain(enum qc_language language, const char *vi, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* Complains that memory ran out: CLI_FAILED, and the same for those that return false. */
enum cli_status cli_complain_memory(const struct cli *cli);
bool cli_no_memory(enum qc_language language);

/* What an errno means. */
const char *cli_error_text(enum qc_language language, int error);

/* qc_write_fn for a FILE *. */
bool cli_write(void *file, const char *bytes, size_t length);

/* Writes text of any origin as qc_show_character shows it. */
void cli_write_shown(FILE *file, const char *text, size_t length);

/* printf, on stdout. */
void cli_print(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Has a write to stdout failed? Then there is no use in going on. */
bool cli_stdout_failed(void);

/* Closes stdout; status, or CLI_FAILED with a complaint when not all of it could be written. */
enum cli_status cli_close_streams(enum qc_language language, enum cli_status status);

/* ---- input.c: what build, check and dump do with a document ---- */

/* Is there a file, and standard input at most once? False after a complaint. */
bool cli_inputs_fine(const struct cli_options *options, char **inputs, size_t count);

/* Reads standard input to its end or its limit. The caller frees the result; NULL with errno. */
char *cli_read_stdin(size_t *length);

/* Compiles a file, or standard input for "-". False, after a complaint, when nothing is to be said of it. */
bool cli_compile(struct cli *cli, const char *input, enum qc_result *result);

/* The same for a file, and without a complaint: for threads. */
enum qc_result cli_compile_file(const struct cli *cli, const char *path);

/* Is what is printed there to be coloured? */
bool cli_wants_color(enum cli_color color, FILE *file);

/* Prints the findings so far; the worse of status and what they mean for it. */
enum cli_status cli_print_findings(struct cli *cli, FILE *file, enum qc_result result,
                                   enum cli_status status);

/* The name of an input in messages. */
const char *cli_input_name(const struct cli_options *options, const char *input);

/* ---- check.c ---- */

/* Prints on stderr how many findings of each level there are, and in how many files; nothing when there are none. */
void cli_print_counts(enum qc_language language, const size_t count[3], size_t files);

/* ---- fix.c ---- */

/* Findings of all files of a run: fixed, and left though there is a fix. */
struct cli_fixes {
    size_t fixed, suggested, elsewhere;
};

/*
 * Repairs the compiled document and writes its text, or with --diff prints
 * what changes. *fixed: it could be read, so that this was tried at all.
 */
enum cli_status cli_fix(struct cli *cli, const char *input, struct cli_fixes *fixes, bool *fixed);

/* Does stdout get a text or a diff, so that findings go to stderr? */
bool cli_fix_takes_stdout(const struct cli_options *options);

/* Prints how many findings were fixed and are left, unless nothing could be fixed. */
void cli_print_fixes(const struct cli_options *options, const struct cli_fixes *fixes, size_t left);

static inline enum cli_status cli_worst(enum cli_status a, enum cli_status b)
{
    return a > b ? a : b;
}

#endif
