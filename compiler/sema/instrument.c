/*
 * instrument.c - finds entries of the registry, and whether they are in force.
 *
 * Owns nothing: the registry is static data. Must not report.
 */
#include "sema/instrument.h"

#include "base/utf8.h"

enum qc_force qc_instrument_force(const struct qc_instrument *instrument, struct qc_date day)
{
    long number = qc_date_number(day);
    if (number == 0)
        return QC_FORCE_UNKNOWN;
    long from = qc_date_number(instrument->from), until = qc_date_number(instrument->until);
    if (until != 0 && number >= until)
        return QC_FORCE_ENDED;
    long issued = qc_date_number(instrument->issued);
    if ((from != 0 && number < from) || (issued != 0 && number < issued))
        return QC_FORCE_NOT_YET;
    return from == 0 && until == 0 ? QC_FORCE_UNKNOWN : QC_FORCE_IN;
}

const struct qc_instrument *qc_registry_name(struct qc_arena *arena, struct qc_str name)
{
    struct qc_str key = qc_name_key(arena, name);
    for (size_t i = 0; i < qc_registry_count; i++) {
        const struct qc_instrument *instrument = &qc_registry[i];
        if (instrument->name.len <= 2 * name.len && qc_name_matches(key, qc_name_key(arena, instrument->name)))
            return instrument;
    }
    return NULL;
}

/* A number without the zeros that only pad it. */
static struct qc_str unpadded(struct qc_str number)
{
    while (number.len > 1 && number.ptr[0] == '0' && number.ptr[1] >= '0' && number.ptr[1] <= '9')
        number = qc_str_skip(number, 1);
    return number;
}

const struct qc_instrument *qc_registry_number(struct qc_str number)
{
    struct qc_str wanted = unpadded(number);
    for (size_t i = 0; i < qc_registry_count; i++)
        if (wanted.len > 0 && qc_str_equal(unpadded(qc_registry[i].number), wanted))
            return &qc_registry[i];
    return NULL;
}
