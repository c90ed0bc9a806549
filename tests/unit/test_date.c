/*
 * test_date.c - days of the calendar (NĐ 30/2020, PL I.II.4).
 */
#include "sema/date.h"
#include "unit.h"

static struct qc_arena arena;

static struct qc_str printed(const char *text)
{
    struct qc_date date;
    switch (qc_date_read(qc_str_from(text), &date)) {
    case QC_DATE_FINE: return qc_date_format(&arena, date);
    case QC_DATE_NOT_A_DATE: return QC_STR("no date");
    case QC_DATE_IMPOSSIBLE: return QC_STR("impossible");
    }
    return QC_STR("");
}

static void test(const char *text, const char *expected)
{
    unit_same(printed(text), expected, text);
}

/* Each month as it is written in full and in short: one before March with two figures (NĐ 30/2020, PL I.II.4). */
static void test_months(void)
{
    for (unsigned month = 1; month <= 12; month++) {
        char typed[40], full[60], brief[40];
        const char *zero = month < 3 ? "0" : "";
        snprintf(typed, sizeof typed, "1/%u/2024", month);
        snprintf(full, sizeof full, "ngày 01 tháng %s%u năm 2024", zero, month);
        snprintf(brief, sizeof brief, "01/%s%u/2024", zero, month);
        struct qc_date date;
        test(typed, full);
        unit_check(qc_date_read(qc_str_from(typed), &date) == QC_DATE_FINE, "a day of each month");
        unit_same(qc_date_short(&arena, date), brief, "the month in a short day");
    }
}

int main(void)
{
    test_months();
    test("1/1/1900", "ngày 01 tháng 01 năm 1900");
    test("1/1/1899", "impossible");
    test("31/12/2999", "ngày 31 tháng 12 năm 2999");
    test("1/1/3000", "impossible");
    test("31/12/", "ngày 31 tháng 12 năm …");
    test("7/10/2024", "ngày 07 tháng 10 năm 2024");
    test("07-1-2024", "ngày 07 tháng 01 năm 2024");
    test("13.2.2024", "ngày 13 tháng 02 năm 2024");
    test("29/6/2020", "ngày 29 tháng 6 năm 2020");
    test("ngày 05 tháng 3 năm 2020", "ngày 05 tháng 3 năm 2020");
    test("/10/2024", "ngày … tháng 10 năm 2024");
    test("//2024", "ngày … tháng … năm 2024");
    test("ngày … tháng … năm 2024", "ngày … tháng … năm 2024");
    test("", "ngày … tháng … năm …");
    test("29/2/2024", "ngày 29 tháng 02 năm 2024");
    test("29/2/2023", "impossible");
    test("31/4/2024", "impossible");
    test("0/1/2024", "impossible");
    test("1/13/2024", "impossible");
    test("1/1/24", "no date");
    test("2024-10-07", "no date");
    test("hôm nay", "no date");
    test("7/10-2024", "no date");
    test("7/10/2024 x", "no date");
    test("ngày 7 tháng 10", "no date");
    struct qc_date a = { 28, 2, 2024, true }, b = { 1, 3, 2024, true }, blank = { 0, 3, 2024, true };
    unit_check(qc_date_number(b) - qc_date_number(a) == 2, "a leap year has its day");
    unit_check(qc_date_number(blank) == 0, "a blank date has no number");
    unit_check(qc_date_number((struct qc_date){ 21, 64, 2019, true }) == 0, "nor has one in month 64");
    bool back = true;
    for (long day = qc_date_number((struct qc_date){ 1, 1, 1900, true }); day < 800000; day++)
        back = back && qc_date_number(qc_date_of_number(day)) == day;
    unit_check(back, "every number has its day");
    unit_check(!qc_date_of_number(0).given, "nothing has none");
    qc_arena_free(&arena);
    return unit_end();
}
