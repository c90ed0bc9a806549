/*
 * date.h - days of the calendar as documents write them.
 *
 * Forms: 7/10/2024, 07-10-2024, 07.10.2024, "ngày 07 tháng 10 năm 2024";
 * a missing part ("/10/2024") is a blank to be filled in.
 */
#ifndef QC_SEMA_DATE_H
#define QC_SEMA_DATE_H

#include "base/str.h"

struct qc_date {
    unsigned day, month, year; /* 0: blank */
    bool given;                /* a date was read, blanks included */
};

enum qc_date_fault { QC_DATE_FINE, QC_DATE_NOT_A_DATE, QC_DATE_IMPOSSIBLE };

/* Reads the whole of text as one date. */
enum qc_date_fault qc_date_read(struct qc_str text, struct qc_date *date);

/* "ngày 07 tháng 10 năm 2024": day < 10 and months 1, 2 get a zero (NĐ 30/2020, PL I.II.4.b); blanks print as "…". */
struct qc_str qc_date_format(struct qc_arena *arena, struct qc_date date);

/* "07/10/2024", or "10/2024" of a date without its day; "…" when more than that is blank. */
struct qc_str qc_date_short(struct qc_arena *arena, struct qc_date date);

/* Days since 1 January of year 1 (proleptic Gregorian), for comparing; 0 when a part is blank, or the month is none. */
long qc_date_number(struct qc_date date);

/* The day of such a number; all blank for 0 and less. */
struct qc_date qc_date_of_number(long number);

#endif
