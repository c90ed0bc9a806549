/*
 * guess.c - "did you mean": the name nearest to a mistyped one.
 *
 * Owns nothing. Names are ASCII; what was typed may be anything.
 */
#include "cli/cli.h"

#include <string.h>

enum { LONGEST = 63 }; /* bytes of a name that are compared */

static char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c == '_' ? '-' : c;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Letters to add, to drop, to change or to swap with their neighbours. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1], *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        above[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            char x = folded(a[i - 1]), y = folded(b[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == folded(b[j - 2]) && y == folded(a[i - 2]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return above[b_length];
}

void cli_guess_try(struct cli_guess *guess, const char *name)
{
    size_t typed_length = strlen(guess->typed), length = strlen(name);
    if (typed_length == 0 || typed_length > LONGEST || length > LONGEST)
        return;
    size_t d = distance(guess->typed, typed_length, name, length);
    if (typed_length >= 3 && typed_length < length && strncmp(guess->typed, name, typed_length) == 0)
        d = 1; /* its beginning */
    if (d <= length / 3 && (guess->name == NULL || d < guess->distance)) {
        guess->name = name;
        guess->distance = d;
    }
}

void cli_guess_ask(enum qc_language language, const struct cli_guess *guess)
{
    if (guess->name != NULL)
        cli_complain(language, CLI_MSG(did_you_mean), guess->name);
}
