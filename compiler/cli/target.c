/*
 * target.c - decides where qc build writes, and refuses what would destroy something.
 *
 * Owns the names of the outputs. Must not write, nor make a directory.
 */
#include "cli/target.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/output.h"

/* All formats that can be written here. */
static unsigned every_format(const struct cli *cli)
{
    unsigned formats = 0;
    if (cli->options.engine == CLI_ENGINE_builtin)
        cli_want_modules(cli); /* one of them may be the engine */
    for (size_t i = 0; qc_format_name(i) != NULL; i++)
        if (qc_format_built(i) || cli->options.engine != CLI_ENGINE_builtin) /* what is not built in is the PDF */
            formats |= 1u << i;
    return formats;
}

static bool is_one_format(unsigned formats)
{
    return formats != 0 && (formats & (formats - 1)) == 0;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);
    return length > end_length && strcmp(text + length - end_length, end) == 0;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static enum cli_target_kind kind_of(const struct cli_options *options)
{
    const char *path = options->output;
    if (path == NULL)
        return strcmp(options->operands[0], "-") == 0 ? CLI_TO_STDOUT : CLI_BESIDE;
    if (strcmp(path, "-") == 0)
        return CLI_TO_STDOUT;
    if (cli_names_directory(path))
        return CLI_TO_DIRECTORY;
    return CLI_TO_FILE;
}

/* What is printed when no format was asked for; 0 after a complaint. */
static unsigned default_formats(const struct cli_target *target, const struct cli *cli)
{
    if (target->kind == CLI_TO_DIRECTORY || target->kind == CLI_BESIDE)
        return every_format(cli);
    for (size_t i = 0; qc_format_name(i) != NULL; i++) {
        if (target->kind == CLI_TO_STDOUT && strcmp(qc_format_name(i), "html") == 0)
            return 1u << i;
        if (target->kind == CLI_TO_FILE && ends_with(base_name(target->path), qc_format_extension(i)))
            return 1u << i;
    }
    cli_complain(cli->options.language, CLI_MSG(format_of_path), target->path, cli_format_names());
    return 0;
}

/* Path of an input without .qc, in the directory if there is one. */
static char *make_stem(const char *directory, const char *input)
{
    const char *name = directory == NULL ? input : base_name(input);
    size_t length = strlen(name), before = directory == NULL ? 0 : strlen(directory);
    if (ends_with(base_name(name), ".qc"))
        length -= 3;
    char *stem = malloc(before + length + 2);
    if (stem == NULL)
        return NULL;
    size_t at = before;
    if (before > 0)
        memcpy(stem, directory, before);
    if (before > 0 && directory[before - 1] != '/')
        stem[at++] = '/';
    memcpy(stem + at, name, length);
    stem[at + length] = '\0';
    return stem;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The stem that two inputs share, or NULL. */
static const char *shared_stem(const struct cli_target *target)
{
    const char *shared = NULL;
    char **sorted = malloc(target->count * sizeof *sorted);
    if (sorted == NULL)
        return NULL;
    memcpy(sorted, target->stems, target->count * sizeof *sorted);
    qsort(sorted, target->count, sizeof *sorted, by_text);
    for (size_t i = 1; i < target->count && shared == NULL; i++)
        if (strcmp(sorted[i - 1], sorted[i]) == 0)
            shared = sorted[i];
    free(sorted);
    return shared;
}

static bool plan_stems(struct cli_target *target, const struct cli_options *options)
{
    const char *directory = target->kind == CLI_TO_DIRECTORY ? target->path : NULL;
    target->stems = calloc(options->operand_count, sizeof *target->stems);
    for (size_t i = 0; target->stems != NULL && i < options->operand_count; i++) {
        const char *input = options->operands[i];
        if (strcmp(input, "-") == 0 && options->stdin_filename == NULL) {
            cli_complain(options->language, CLI_MSG(stdin_directory));
            return false;
        }
        target->stems[i] = make_stem(directory, cli_input_name(options, input));
        if (target->stems[i] == NULL)
            break;
        target->count++;
    }
    if (target->count < options->operand_count)
        return cli_no_memory(options->language);
    const char *shared = shared_stem(target);
    if (shared != NULL)
        cli_complain(options->language, CLI_MSG(same_output), shared);
    return shared == NULL;
}

/* The files behind the inputs, by whatever name; what is no file has zeros. NULL when memory runs out. */
static struct stat *identify(const struct cli_options *options)
{
    struct stat *inputs = calloc(options->operand_count, sizeof *inputs);
    for (size_t i = 0; inputs != NULL && i < options->operand_count; i++)
        if (stat(options->operands[i], &inputs[i]) != 0)
            inputs[i] = (struct stat){ .st_ino = 0 };
    return inputs;
}

static bool is_input(const char *path, const struct stat *inputs, size_t count)
{
    struct stat output;
    if (stat(path, &output) != 0 || !S_ISREG(output.st_mode))
        return false;
    for (size_t i = 0; i < count; i++)
        if (inputs[i].st_ino == output.st_ino && inputs[i].st_dev == output.st_dev)
            return true;
    return false;
}

static bool spares_inputs(const struct cli_target *target, const struct cli_options *options)
{
    size_t count = options->operand_count;
    struct stat *inputs = identify(options);
    bool fine = inputs != NULL;
    if (!fine)
        cli_no_memory(options->language);
    for (size_t i = 0; i < count && fine; i++)
        for (size_t format = 0; qc_format_name(format) != NULL && fine; format++) {
            if ((target->formats & 1u << format) == 0)
                continue;
            char *path = cli_target_path(target, i, format);
            fine = path != NULL && !is_input(path, inputs, count);
            if (path == NULL)
                cli_no_memory(options->language);
            else if (!fine)
                cli_complain(options->language, CLI_MSG(output_is_input), path);
            free(path);
        }
    free(inputs);
    return fine;
}

bool cli_target_is_free(const struct cli_options *options, const char *input, const char *path)
{
    struct stat about;
    if (lstat(path, &about) != 0)
        return true;
    if (strcmp(input, "-") != 0 && stat(input, &about) == 0 && is_input(path, &about, 1))
        cli_complain(options->language, CLI_MSG(output_is_input), path);
    else if (!options->force)
        cli_complain(options->language, CLI_MSG(target_exists), path);
    else
        return true;
    return false;
}

bool cli_target_plan(struct cli_target *target, const struct cli *cli)
{
    const struct cli_options *options = &cli->options;
    *target =
        (struct cli_target){ .kind = kind_of(options), .path = options->output, .formats = options->formats };
    bool single = target->kind == CLI_TO_STDOUT || target->kind == CLI_TO_FILE;
    const char *shown = options->output != NULL ? options->output : "-";
    if (single && options->operand_count > 1) {
        cli_complain(options->language, CLI_MSG(one_input), shown);
        return false;
    }
    if (options->every_format)
        target->formats |= every_format(cli);
    if (target->formats == 0)
        target->formats = default_formats(target, cli);
    if (target->formats == 0)
        return false;
    if (single && !is_one_format(target->formats)) {
        cli_complain(options->language, CLI_MSG(one_format), shown);
        return false;
    }
    if (target->kind == CLI_TO_STDOUT)
        return true;
    return (single || plan_stems(target, options)) && spares_inputs(target, options);
}

void cli_target_free(struct cli_target *target)
{
    for (size_t i = 0; i < target->count; i++)
        free(target->stems[i]);
    free(target->stems);
}

char *cli_target_path(const struct cli_target *target, size_t input, size_t format)
{
    if (target->kind == CLI_TO_FILE)
        return strdup(target->path);
    const char *stem = target->stems[input], *extension = qc_format_extension(format);
    char *path = malloc(strlen(stem) + strlen(extension) + 1);
    if (path != NULL)
        strcat(strcpy(path, stem), extension);
    return path;
}
