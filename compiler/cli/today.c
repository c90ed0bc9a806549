/*
 * today.c - what day it is.
 */
#include "cli/cli.h"

#include <stdlib.h>
#include <time.h>

struct qc_day cli_today(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    time_t now = epoch == NULL ? 0 : (time_t)strtoll(epoch, &end, 10);
    if (epoch == NULL || end == epoch || *end != '\0')
        now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) == NULL)
        return (struct qc_day){ 0 };
    return (struct qc_day){ (unsigned)local.tm_mday, (unsigned)local.tm_mon + 1, (unsigned)local.tm_year + 1900 };
}
