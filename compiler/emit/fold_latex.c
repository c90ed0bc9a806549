/*
 * fold_latex.c - the lines of the .tex.
 *
 * Owns where a line ends that the emitter has not ended.
 */
#include "emit/latex.h"

enum { LINE_WIDTH = 100 /* bytes, as long as there are blanks */ };

static bool is_first_blank(const char *text, size_t at)
{
    return text[at] == ' ' && text[at - 1] != ' ';
}

void qc_latex_fold(struct qc_out *out, size_t start)
{
    char *text = out->buf.ptr;
    size_t line = start, end = out->buf.len;
    while (end - line > LINE_WIDTH) {
        const char *newline = memchr(text + line, '\n', LINE_WIDTH + 1); /* of the escape of a long word */
        if (newline != NULL) {
            line = (size_t)(newline - text) + 1;
            continue;
        }
        size_t at = line + LINE_WIDTH;
        while (at > line && !is_first_blank(text, at))
            at--;
        if (at == line) /* one long word */
            for (at = line + LINE_WIDTH; at < end && text[at] != '\n' && !is_first_blank(text, at); at++)
                ;
        if (at < end)
            text[at] = '\n';
        line = at < end ? at + 1 : end;
    }
}
