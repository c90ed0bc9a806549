/*
 * verdict.c - what it means that an engine failed: a fault of the document, of this machine, or of nobody known.
 *
 * Owns how the messages of TeX are read:
 *     ./document.tex:41: Undefined control sequence.
 *     ./document.tex:1: LaTeX Error: File `fontspec.sty' not found.
 *     Missing character: There is no 🍎 (U+1F34E) in font …
 */
#include "cli/verdict.h"

#include <stdlib.h>
#include <string.h>

enum { MESSAGE_BYTES = 512 };

static const char missing_character[] = "Missing character: There is no ";

/* Copies a line without blanks at its ends. */
static void copy_line(char message[MESSAGE_BYTES], const char *line)
{
    line += strspn(line, " \t");
    size_t length = strcspn(line, "\r\n");
    while (length > 0 && line[length - 1] == ' ')
        length--;
    snprintf(message, MESSAGE_BYTES, "%.*s", length < MESSAGE_BYTES ? (int)length : MESSAGE_BYTES - 1, line);
}

/* The first "document.tex:LINE: message" of what was printed. */
static bool find_error(const char *output, size_t *line, char message[MESSAGE_BYTES])
{
    static const char place[] = "document.tex:";
    for (const char *at = output; (at = strstr(at, place)) != NULL;) {
        at += sizeof place - 1;
        char *end;
        *line = strtoul(at, &end, 10);
        if (end == at || *line == 0 || *end != ':')
            continue;
        copy_line(message, end + 1);
        if (strncmp(message, "==>", 3) != 0) /* only that there is no PDF */
            return true;
    }
    return false;
}

/* Reports a character that a font lacks at the first paragraph that has it. False: none is missing. */
static bool report_character(struct cli *cli, const struct cli_engine_info *engine, const char *output,
                             const struct cli_buffer *source)
{
    const char *said = strstr(output, missing_character), *at = source->bytes;
    char character[16] = "", message[MESSAGE_BYTES];
    size_t length = said == NULL ? 0 : strcspn(said + sizeof missing_character - 1, " \n");
    if (length == 0 || length >= sizeof character)
        return false;
    memcpy(character, said + sizeof missing_character - 1, length);
    copy_line(message, said);
    char *font = strstr(message, " in font");
    if (font != NULL)
        *font = '\0';
    size_t line = 1;
    for (const char *found; (found = strstr(at, character)) != NULL; at = found + length) {
        for (; at < found; at++)
            line += *at == '\n';
        if (qc_report_line(cli->qc, engine->name, line, message) == QC_FAILED)
            return true;
    }
    return false;
}

/* The last line that is not empty: what a program says before it gives up. */
static void last_line(const char *output, char message[MESSAGE_BYTES])
{
    message[0] = '\0';
    for (const char *line = output; *line != '\0'; line += strcspn(line, "\n"), line += *line == '\n') {
        char text[MESSAGE_BYTES];
        copy_line(text, line);
        if (text[0] != '\0')
            memcpy(message, text, sizeof text);
    }
}

/* Is the document at fault? Then it is reported there. */
static bool report(struct cli *cli, const struct cli_engine_info *engine, const char *output,
                   const struct cli_buffer *source)
{
    char message[MESSAGE_BYTES];
    size_t line;
    return report_character(cli, engine, output, source) ||
           (find_error(output, &line, message) &&
            qc_report_line(cli->qc, engine->name, line, message) == QC_FAILED);
}

static void complain_failed(enum qc_language language, const struct cli_engine_info *engine,
                            const struct cli_process_result *result)
{
    char message[MESSAGE_BYTES];
    size_t line;
    const char *output = result->output;
    if (find_error(output, &line, message)) {
        cli_complain(language, CLI_MSG(engine_failed), engine->name, message);
    } else {
        last_line(output, message);
        cli_complain(language, CLI_MSG(engine_failed), engine->name,
                     message[0] != '\0' ? message : CLI_PICK(language, engine_silent));
    }
    /* a package or font that is not there is what stands behind most of these */
    if (strstr(output, "not found") != NULL || strstr(output, "cannot be found") != NULL ||
        strstr(output, "not loadable") != NULL)
        cli_complain(language, CLI_MSG(engine_packages), engine->name, engine->packages);
}

enum cli_status cli_verdict(struct cli *cli, const struct cli_engine_info *engine,
                            const struct cli_process_result *result, const struct cli_buffer *source)
{
    enum qc_language language = cli->options.language;
    switch (result->end) {
    case CLI_PROCESS_EXITED:
        if (report(cli, engine, result->output, source))
            return CLI_FINDINGS;
        complain_failed(language, engine, result);
        break;
    case CLI_PROCESS_KILLED:
        cli_complain(language, CLI_MSG(engine_killed), engine->name, result->code);
        break;
    case CLI_PROCESS_TIMED_OUT:
        cli_complain(language, CLI_MSG(engine_timeout), engine->name, cli_engine_seconds(&cli->options));
        break;
    case CLI_PROCESS_INTERRUPTED:
        break; /* the signal ends us, which says it all */
    case CLI_PROCESS_NOT_STARTED:
        cli_complain(language, CLI_MSG(engine_not_started), engine->name, cli_error_text(language, result->code));
        break;
    }
    return CLI_FAILED;
}
