/*
 * bytes.c - looks at long text: has bytes_wide.c do it, or bytes_portable.c
 * where the machine is an old one.
 *
 * Owns nothing. Must not decide what follows from an answer.
 */
#include "base/bytes.h"

#include "base/bytes_wide.h"

bool qc_bytes_are_plain(struct qc_str text)
{
    return qc_bytes_wide() ? qc_bytes_are_plain_wide(text) : qc_bytes_are_plain_portable(text);
}

size_t qc_bytes_tame(struct qc_str text)
{
    return qc_bytes_wide() ? qc_bytes_tame_wide(text) : qc_bytes_tame_portable(text);
}

size_t qc_bytes_mark(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_mark_wide(text, from) : qc_bytes_mark_portable(text, from);
}

size_t qc_bytes_figure(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_figure_wide(text, from) : qc_bytes_figure_portable(text, from);
}

size_t qc_bytes_control(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_control_wide(text, from) : qc_bytes_control_portable(text, from);
}

size_t qc_bytes_untidy(struct qc_str text, size_t from)
{
    return qc_bytes_wide() ? qc_bytes_untidy_wide(text, from) : qc_bytes_untidy_portable(text, from);
}

size_t qc_bytes_count(struct qc_str text, char byte)
{
    return qc_bytes_wide() ? qc_bytes_count_wide(text, byte) : qc_bytes_count_portable(text, byte);
}

void qc_bytes_behind(struct qc_str text, char byte, uint32_t *behind)
{
    if (qc_bytes_wide())
        qc_bytes_behind_wide(text, byte, behind);
    else
        qc_bytes_behind_portable(text, byte, behind);
}

void qc_bytes_words(struct qc_str text, unsigned char *bits)
{
    if (qc_bytes_wide())
        qc_bytes_words_wide(text, bits);
    else
        qc_bytes_words_portable(text, bits);
}

size_t qc_bytes_marked(struct qc_str text)
{
    return qc_bytes_wide() ? qc_bytes_marked_wide(text) : qc_bytes_marked_portable(text);
}

bool qc_bytes_address(struct qc_str text)
{
    return qc_bytes_wide() ? qc_bytes_address_wide(text) : qc_bytes_address_portable(text);
}
