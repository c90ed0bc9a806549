/*
 * test_renew.c - what stands at a year, years moved, lines made from edits, and the public functions of a renewal.
 */
#include "qc.h"
#include "renew/draft.h"
#include "sema/resolve.h"
#include "syntax/parse.h"
#include "unit.h"

static jmp_buf out_of_memory;
static struct qc_compilation cx;

static void begin(void)
{
    qc_arena_free(&cx.arena);
    cx = (struct qc_compilation){ .arena.out_of_memory = &out_of_memory };
}

/* ---- moments ---- */

/* All moments of a text: kind, day/month/year, and the words they are made of. */
static void test_moment(const char *text, const char *expected)
{
    static const char *const kinds[] = { "pair", "period", "day", "month", "quarter", "year" };
    begin();
    const struct qc_reading *reading = qc_reading_of(qc_readings_new(&cx.arena), qc_str_from(text));
    struct qc_buf buf = { .arena = &cx.arena };
    struct qc_moment moment;
    for (size_t i = 0; i < reading->items.count; i++) {
        if (!qc_moment_read(reading, i, &moment))
            continue;
        const struct qc_item *items = reading->items.items;
        struct qc_str words = qc_str_slice(reading->text, items[moment.first].begin, items[moment.end - 1].end);
        qc_buf_add(&buf, qc_str_format(&cx.arena, "%s%s%s %u/%u/%u “%.*s”", buf.len > 0 ? "; " : "", kinds[moment.kind],
                                       moment.labelled ? " labelled" : "", moment.date.day, moment.date.month,
                                       moment.date.year, QC_STR_ARGS(words)));
        i = moment.end - 1;
    }
    unit_same(qc_buf_str(&buf), expected, text);
}

static void test_moments(void)
{
    test_moment("năm học 2024 - 2025", "pair labelled 0/0/2024 “năm học 2024 - 2025”");
    test_moment("Năm học: 2024–2025", "pair labelled 0/0/2024 “Năm học: 2024–2025”");
    test_moment("năm học 2024-25", "pair labelled 0/0/2024 “năm học 2024-25”");
    test_moment("năm học 1999-00", "pair labelled 0/0/1999 “năm học 1999-00”");
    test_moment("2024-25", "year 0/0/2024 “2024”");
    test_moment("năm học 2024-10-05", "year 0/0/2024 “2024”");
    test_moment("2024 - 2025", "pair 0/0/2024 “2024 - 2025”");
    test_moment("nhiệm kỳ 2022 - 2027", "period 0/0/2022 “2022 - 2027”");
    test_moment("2025 - 2024", "year 0/0/2025 “2025”; year 0/0/2024 “2024”");
    test_moment("ngày 31 tháng 5 năm 2025", "day 31/5/2025 “ngày 31 tháng 5 năm 2025”");
    test_moment("31/5/2025 và 01-6-2025", "day 31/5/2025 “31/5/2025”; day 1/6/2025 “01-6-2025”");
    test_moment("ngày 31.5.2025.", "day 31/5/2025 “ngày 31.5.2025”");
    test_moment("31/5-2025", "year 0/0/2025 “2025”");
    test_moment("tháng 9 năm 2024", "month 0/9/2024 “tháng 9 năm 2024”");
    test_moment("tháng 9/2024", "month 0/9/2024 “tháng 9/2024”");
    test_moment("tháng 10, 11/2024", "month 0/11/2024 “tháng 10, 11/2024”");
    test_moment("tháng 10-11/2024", "month 0/11/2024 “tháng 10-11/2024”");
    test_moment("tháng 3 và 4 năm 2025", "month 0/4/2025 “tháng 3 và 4 năm 2025”");
    test_moment("điểm 10, 11/2024", "year 0/0/2024 “2024”");
    test_moment("số 9/2024", "year 0/0/2024 “2024”");
    test_moment("quý I năm 2025, quý 4/2024", "quarter 0/1/2025 “quý I năm 2025”; quarter 0/10/2024 “quý 4/2024”");
    test_moment("quý 5 năm 2025", "year 0/0/2025 “năm 2025”");
    test_moment("năm 2025", "year 0/0/2025 “năm 2025”");
    test_moment("năm 1899, năm 2200, 02024, 20245", "");
}

static void test_moved(void)
{
    begin();
    unit_same(qc_years_moved(&cx.arena, QC_STR("2024 – 2025, 12345, 99"), 1), "2025 – 2026, 12345, 99", "years move up");
    unit_same(qc_years_moved(&cx.arena, QC_STR("1999-2000"), -1), "1998-1999", "years move down");
    unit_same(qc_years_moved(&cx.arena, QC_STR(""), 1), "", "no text");
}

/* ---- lines ---- */

static void test_lines(void)
{
    begin();
    enum qc_source_fault fault;
    size_t at;
    struct qc_renewal renewal = { .source = qc_source_add(&cx.arena, &cx.sources, QC_STR("a.qc"),
                                                          QC_STR("\xEF\xBB\xBFm\xE1\xBB\x99t\r\nhai\r\nba\r\nb\xE1\xBB\x91n"),
                                                          &fault, &at) };
    const struct qc_change changes[] = {
        { { { 0, 5, 0 }, QC_STR("1") }, QC_CHANGE_TEXT, { { QC_STR("a"), QC_STR("a") } } },
        { { { 5, 5, 0 }, QC_STR("\nmới") }, QC_CHANGE_NEW, { { QC_STR("b"), QC_STR("b") } } },
        { { { 6, 7, 0 }, QC_STR("H") }, QC_CHANGE_TEXT, { { QC_STR("c"), QC_STR("c") } } },
        { { { 8, 11, 0 }, QC_STR("-") }, QC_CHANGE_TEXT, { { QC_STR("c"), QC_STR("c") } } },
        { { { 13, 18, 0 }, QC_STR("") }, QC_CHANGE_REMOVED, { { QC_STR("d"), QC_STR("d") } } },
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        *qc_vec_push(&cx.arena, &renewal.changes) = changes[i];
    struct qc_line_list list = { 0 };
    struct qc_buf buf = { .arena = &cx.arena };
    qc_renewal_lines(&cx.arena, &renewal, &list);
    for (size_t i = 0; i < list.items.count; i++) {
        const struct qc_changed_lines *lines = &list.items.items[i];
        qc_buf_add(&buf, qc_str_format(&cx.arena, "%zu:", lines->line));
        for (size_t k = 0; k < lines->before.count; k++)
            qc_buf_add(&buf, qc_str_format(&cx.arena, " -%.*s", QC_STR_ARGS(lines->before.items[k])));
        for (size_t k = 0; k < lines->after.count; k++)
            qc_buf_add(&buf, qc_str_format(&cx.arena, " +%.*s", QC_STR_ARGS(lines->after.items[k])));
        qc_buf_add(&buf, qc_str_format(&cx.arena, " (%.*s)\n", QC_STR_ARGS(qc_renewal_whys(&cx.arena, lines, QC_LANG_EN))));
    }
    unit_same(qc_buf_str(&buf), "1: -một +1 (a)\n1: +mới (b)\n2: -hai -ba +Ha-a (c)\n4: -bốn (d)\n", "lines of edits, as bytes of the file");
}

/* ---- the public functions ---- */

static bool collect(void *user, const char *bytes, size_t length)
{
    char *out = user;
    size_t used = strlen(out);
    if (used + length < 4096) {
        memcpy(out + used, bytes, length);
        out[used + length] = '\0';
    }
    return true;
}

static bool refuse(void *user, const char *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return false;
}

static void test_public(void)
{
    static const char text[] = "loại: Kế hoạch\nnăm học: 2024-2025\nsố: 5/KH-A\n\n1. Họp.\n";
    char out[4096] = "";
    struct qc_context *qc = qc_context_new();
    unit_check(qc_renew(qc, NULL) == QC_BAD_ARGUMENT && qc_renewed_text(qc, collect, out) == QC_BAD_ARGUMENT &&
                   qc_print_renewed(qc, collect, out) == QC_BAD_ARGUMENT &&
                   qc_print_renewal(qc, false, QC_ENGLISH, collect, out) == QC_BAD_ARGUMENT,
               "nothing is renewed before something is compiled");
    qc_compile_memory(qc, "a.qc", text, strlen(text));
    unit_check(qc_renewed_text(qc, collect, out) == QC_BAD_ARGUMENT, "nor printed before it is renewed");
    unit_check(qc_renew(qc, "2023 - 2024") == QC_BAD_ARGUMENT && qc_renew(qc, "2025") == QC_BAD_ARGUMENT &&
                   qc_renew(qc, "2025 - 2027") == QC_BAD_ARGUMENT && out[0] == '\0',
               "an earlier year, one year, years apart");
    unit_check(qc_renew(qc, NULL) == QC_OK && qc_renewed_text(qc, collect, out) == QC_OK, "the next year");
    unit_same(qc_str_from(out), "loại: Kế hoạch\nnăm học: 2025-2026\nsố: /KH-A\ntình trạng: dự thảo\n\n1. Họp.\n", "the draft");
    out[0] = '\0';
    unit_check(qc_renew(qc, "2029 - 2030") == QC_OK && qc_renewed_text(qc, collect, out) == QC_OK &&
                   strstr(out, "năm học: 2029-2030\n") != NULL,
               "a later year, from the same document");
    out[0] = '\0';
    unit_check(qc_text(qc, collect, out) == QC_OK && strcmp(out, text) == 0, "the document in the context is still the old one");
    unit_check(qc_message_count(qc, QC_WARNING) == 0 && qc_check(qc) == QC_FAILED, "and its findings its own");
    unit_check(qc_print_renewed(qc, refuse, NULL) == QC_WRITE_FAILED &&
                   qc_print_renewal(qc, true, QC_ENGLISH, refuse, NULL) == QC_WRITE_FAILED,
               "a writer that fails");
    qc_compile_memory(qc, "a.qc", text, strlen(text));
    unit_check(qc_renewed_text(qc, collect, out) == QC_BAD_ARGUMENT, "compiling forgets it");
    qc_context_free(qc);
}

int main(void)
{
    if (setjmp(out_of_memory) != 0)
        return 1;
    test_moments();
    test_moved();
    test_lines();
    test_public();
    qc_arena_free(&cx.arena);
    return unit_end();
}
