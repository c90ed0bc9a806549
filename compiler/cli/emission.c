/*
 * emission.c - printing a compiled document.
 *
 * Owns which option belongs to which format.
 */
#include "cli/emission.h"

#include <errno.h>
#include <string.h>
#include <utf8proc.h>

#include "cli/engine.h"

enum { MOST_CSS_BYTES = 1 << 20 };

static bool is_pdf(size_t format)
{
    return strcmp(qc_format_name(format), "pdf") == 0;
}

/* The format of the library whose text is read, in the end, by whoever makes this one. */
static const char *written_as(const struct cli_options *options, size_t format)
{
    const struct cli_engine_info *engine = cli_engine_info(options->engine);
    return is_pdf(format) && engine != NULL ? engine->format : qc_format_name(format);
}

/* Is one of the chosen formats made from this one? direct: and is it the very one? */
static bool wants(const struct cli_options *options, unsigned formats, const char *name, bool direct)
{
    for (size_t i = 0; qc_format_name(i) != NULL; i++) {
        const char *format = direct ? qc_format_name(i) : written_as(options, i);
        if ((formats & 1u << i) != 0 && strcmp(format, name) == 0)
            return true;
    }
    return false;
}

static void list_formats(unsigned formats, char list[128])
{
    list[0] = '\0';
    for (size_t i = 0; qc_format_name(i) != NULL; i++)
        if ((formats & 1u << i) != 0)
            snprintf(list + strlen(list), 128 - strlen(list), "%s%s", list[0] != '\0' ? ", " : "", qc_format_name(i));
}

bool cli_emission_fits(const struct cli_options *options, unsigned formats)
{
    bool engine = options->engine != CLI_ENGINE_builtin;
    const struct {
        bool given, direct;
        const char *option, *format;
    } rows[] = {
        { options->emit.toc, false, "toc", "html" },
        { options->emit.fragment, true, "fragment", "html" },
        { options->css != NULL, false, "css", "html" },
        { options->emit.no_embed, false, "no-embed", "latex" },
        { engine, true, "pdf-engine", "pdf" },
        { options->timeout != 0, true, "timeout", "pdf" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].given && !wants(options, formats, rows[i].format, rows[i].direct)) {
            char list[128];
            list_formats(formats, list);
            cli_complain(options->language, CLI_MSG(option_format), rows[i].option, list, rows[i].format);
            return false;
        }
    if (options->timeout != 0 && !engine)
        cli_complain(options->language, CLI_MSG(option_builtin));
    return options->timeout == 0 || engine;
}

/* ---- the style sheet ---- */

/* Offset of the first byte that is no UTF-8, or NUL; length when there is none. */
static size_t first_fault(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        utf8proc_int32_t character;
        utf8proc_ssize_t count =
            utf8proc_iterate((const utf8proc_uint8_t *)bytes + at, (utf8proc_ssize_t)(length - at), &character);
        if (count < 1 || character == 0)
            break;
        at += (size_t)count;
    }
    return at;
}

static bool css_fine(const struct cli_options *options, const struct cli_buffer *css)
{
    enum qc_language language = options->language;
    const char *path = options->css;
    size_t fault = first_fault(css->bytes, css->length);
    if (css->length > MOST_CSS_BYTES)
        cli_complain(language, CLI_MSG(css_too_large), path, MOST_CSS_BYTES / 1024u);
    else if (fault < css->length)
        cli_complain(language, CLI_MSG(css_not_utf8), path, fault);
    else
        return true;
    return false;
}

bool cli_emission_read_css(struct cli_options *options, struct cli_buffer *css)
{
    options->emit.css = NULL;
    if (options->css == NULL)
        return true;
    if (!cli_buffer_read(css, options->css, MOST_CSS_BYTES + 1)) {
        cli_complain(options->language, CLI_MSG(css_unreadable), options->css,
                     cli_error_text(options->language, errno));
        return false;
    }
    if (!cli_buffer_write(css, "", 0)) { /* an empty one is a text too */
        cli_no_memory(options->language);
        return false;
    }
    if (!css_fine(options, css))
        return false;
    bool mark = strncmp(css->bytes, "\xEF\xBB\xBF", 3) == 0; /* of byte order */
    options->emit.css = css->bytes + (mark ? 3 : 0);
    return true;
}

/* ---- printing ---- */

bool cli_emission_finds(size_t format)
{
    return is_pdf(format);
}

enum cli_status cli_emit(struct cli *cli, size_t format, qc_write_fn *write, void *user, bool *written)
{
    const struct cli_options *options = &cli->options;
    enum qc_result result = qc_emit(cli->qc, qc_format_name(format), &options->emit, write, user);
    *written = result != QC_WRITE_FAILED;
    if (result == QC_NO_MEMORY)
        cli_complain(options->language, CLI_MSG(no_memory));
    return result == QC_OK ? CLI_FINE : CLI_FAILED;
}

enum cli_status cli_emit_found(struct cli *cli, const char *name, size_t format, struct cli_buffer *bytes)
{
    const struct cli_options *options = &cli->options;
    if (options->engine != CLI_ENGINE_builtin)
        return cli_engine_print(cli, name, bytes);
    size_t before = qc_message_count(cli->qc, QC_ERROR);
    switch (qc_emit(cli->qc, qc_format_name(format), &options->emit, cli_buffer_write, bytes)) {
    case QC_OK:
    case QC_FAILED:
        /* without a font there is nothing to be forced */
        return qc_message_count(cli->qc, QC_ERROR) == before || (options->force && bytes->length > 0) ? CLI_FINE
                                                                                                     : CLI_FINDINGS;
    default: /* writing into memory fails when there is none */
        cli_no_memory(options->language);
        return CLI_FAILED;
    }
}
