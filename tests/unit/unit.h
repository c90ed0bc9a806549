/*
 * unit.h - what every unit test needs: one line a test, as tests/run reads it.
 */
#ifndef QC_TESTS_UNIT_H
#define QC_TESTS_UNIT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/str.h"

static int unit_failures;

static inline bool unit_check(bool holds, const char *what)
{
    printf("%s - %s\n", holds ? "ok" : "not ok", what);
    unit_failures += !holds;
    return holds;
}

/* Two texts are the same; prints both when they are not. */
static inline bool unit_same(struct qc_str got, const char *expected, const char *what)
{
    bool same = qc_str_equal(got, qc_str_from(expected));
    if (!same)
        printf("  got      \"%.*s\"\n  expected \"%s\"\n", QC_STR_ARGS(got), expected);
    return unit_check(same, what);
}

/* The last line of main. */
static inline int unit_end(void)
{
    return unit_failures == 0 ? 0 : 1;
}

#endif
