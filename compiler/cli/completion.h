/*
 * completion.h - the words that a shell may offer, for the files of qc completion.
 */
#ifndef QC_CLI_COMPLETION_H
#define QC_CLI_COMPLETION_H

#include "cli/options.h"

/* Told of each word in turn. */
typedef void cli_word_fn(const char *word, void *user);

/* Tells words. */
typedef void cli_words_fn(cli_word_fn *tell, void *user);

/* The names of the commands. */
void cli_command_words(cli_word_fn *tell, void *user);

/* The words that an option takes. False when it takes anything, or nothing. */
bool cli_option_words(const struct cli_option *option, cli_word_fn *tell, void *user);

/* What tells the words that a command's operands are; NULL when they are files. */
cli_words_fn *cli_operand_words(enum cli_command command);

#endif
