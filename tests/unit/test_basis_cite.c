/*
 * test_basis_cite.c - which instruments of the registry a basis cites, in all the ways in which people write them, and what is
 * not to be taken for one.
 */
#include "check/basis_cite.h"
#include "unit.h"

static jmp_buf out_of_memory;
static struct qc_arena arena;

/* The names of what is cited with " + " between them, "-" for what is not known; "!" behind a day, "?" behind a title that differs. */
static void cites(const char *text, const char *day, const char *expected)
{
    struct qc_date date;
    qc_date_read(qc_str_from(day), &date);
    struct qc_buf got = { .arena = &arena };
    const struct qc_reading *reading = qc_reading_of(qc_readings_new(&arena), qc_str_from(text));
    struct qc_basis_cite cited;
    for (size_t at = 0; qc_basis_cite_next(reading, &at, date, &cited);) {
        qc_buf_add(&got, got.len > 0 ? QC_STR(" + ") : QC_STR(""));
        qc_buf_add(&got, cited.instrument != NULL ? cited.instrument->name : QC_STR("-"));
        qc_buf_add(&got, cited.other_day ? QC_STR("!") : QC_STR(""));
        qc_buf_add(&got, cited.other_title ? QC_STR("?") : QC_STR(""));
    }
    unit_same(qc_buf_str(&got), expected, text);
}

/* The same of a text that has one of several spellings in it. */
static void cites_each(const char *before, const char *const *spellings, size_t count, const char *behind,
                       const char *expected)
{
    for (size_t i = 0; i < count; i++)
        cites(qc_str_terminated(&arena, qc_str_format(&arena, "%s%s%s", before, spellings[i], behind)), "", expected);
}

#define CITES_EACH(before, spellings, behind, expected)                                                      \
    cites_each(before, spellings, sizeof(spellings) / sizeof(spellings)[0], behind, expected)

/* The forms of the seeds and of public documents (report on legal bases, section 5). */
static void test_forms(void)
{
    cites("Căn cứ Luật Công đoàn và Điều lệ Công đoàn Việt Nam;", "13/9/2021", "Luật Công đoàn 2012 + Điều lệ Công đoàn Việt Nam khóa XII");
    cites("*Căn cứ Điều lệ Đoàn Thanh Niên;", "07/10/2024", "Điều lệ Đoàn Thanh niên Cộng sản Hồ Chí Minh khóa XII");
    cites("Căn cứ Điều lệ Đoàn Thanh niên;", "01/9/2016", "Điều lệ Đoàn Thanh niên Cộng sản Hồ Chí Minh khóa X");
    cites("Điều lệ Hội CMHS do bộ GD&ĐT ban hành", "25/9/2020", "Thông tư 55/2011/TT-BGDĐT");
    static const char *const directive[] = { "chỉ thị số 05 – CT/TW", "Chỉ thị số 05-CT/TW", "Chỉ thị số 05/CT-TW", "Chỉ thị số 5 - CT/TW" };
    CITES_EACH("", directive, " ngày 15 tháng 5 năm 2016 của Bộ Chính trị", "Chỉ thị 05-CT/TW");
    CITES_EACH("", directive, " về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "Chỉ thị 05-CT/TW");
    cites("Quyết định số 522/QĐ UBND quyết định ban hành Quy tắc ứng xử của cán bộ công chức, viên chức trong các cơ quan thuộc thành phố Hà Nội", "", "Quyết định 522/QĐ-UBND");
    cites("Thực hiện Hướng dẫn số10/HD-LĐLĐ ngày 13/9/2021 của Liên đoàn Lao động quận Long Biên", "", "Hướng dẫn 10/HD-LĐLĐ");
    cites("Căn cứ số 153/KH-MNMN ngày 25 tháng 9 năm 2020 của trường Mầm non Mỹ Ngãi", "", "Kế hoạch 153/KH-MNMN");
    cites("Căn cứ vào hướng dẫn số 439/PGDĐT-NV ngày 22 tháng 9 năm 2020", "", "Công văn 439/PGDĐT-NV");
    cites("Căn cứ vào Nghị quyết Công đoàn nhiệm kỳ 2017-2022 ngày 23/08/2017 của công đoàn trường mầm non Bắc Cầu;", "", "Nghị quyết Công đoàn nhiệm kỳ 2017-2022");
}

static void test_numbers(void)
{
    static const char *const decree[] = { "30/2020/NĐ-CP", "30/2020/N\xC3\x90-CP", "30/2020/N\xC6\x89-CP", "30/2020/NĐ–CP", "030/2020/NĐ-CP", "30/2020/NĐ - CP", "30 / 2020 / NĐ-CP" };
    CITES_EACH("Căn cứ Nghị định số ", decree, " ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", "Nghị định 30/2020/NĐ-CP");
    static const char *const ministry[] = { "27/2000/QĐ-BGD&ĐT", "27/2000/QĐ-BGDĐT", "27/2000/QĐ-BGD-ĐT", "27/2000/QĐ-BGDDT", "27/2000/QĐ-BGD&\xC3\x90T" };
    CITES_EACH("Quyết định số ", ministry, "", "Quyết định 27/2000/QĐ-BGD&ĐT");
    cites("Căn cứ Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12 tháng 5 năm 2016", "", "Thông tư liên tịch 13/2016/TTLT-BYT-BGDĐT");
    cites("Căn cứ Thông tư liên bộ số 13/2016/TTLB-BYT-BGDĐT", "", "-");
    cites("Luật Công đoàn số 12/2012/QH13", "", "Luật Công đoàn 2012");
    cites("Căn cứ Nghị định số 31/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;", "", "-");
    cites("Căn cứ Thông tư số 30/2020/TT-CP;", "", "-");
    cites("Căn cứ Hướng dẫn số 10/HD-LĐLĐ ngày 05 tháng 9 năm 2024 của Liên đoàn Lao động quận Ba Đình;", "", "-");
    cites("Căn cứ Hướng dẫn số 10/HD-LĐLĐ;", "", "-");
    cites("Căn cứ Chỉ thị số 05-CT/TW ngày 23 tháng 7 năm 2021 của Ban Bí thư;", "", "-");
    cites("Căn cứ Kế hoạch năm học thực hiện Thông tư số 52/2020/TT-BGDĐT;", "", "-");
}

static void test_titles(void)
{
    cites("Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024;", "01/9/2024", "Luật Công đoàn 2024");
    cites("Căn cứ Luật Công đoàn năm 2012;", "01/9/2026", "Luật Công đoàn 2012");
    cites("Căn cứ Luật Công đoàn 1990;", "01/9/2026", "Luật Công đoàn 1990");
    cites("Căn cứ Luật Công đoàn;", "30/6/2025", "Luật Công đoàn 2012");
    cites("Căn cứ Luật Công đoàn;", "01/7/2025", "Luật Công đoàn 2024");
    cites("Căn cứ Luật Công đoàn;", "", "Luật Công đoàn 2024");
    cites("Căn cứ Luật Công đoàn Việt Nam;", "01/7/2025", "Luật Công đoàn 2024");
    cites("Căn cứ Luật Bảo vệ, chăm sóc và giáo dục trẻ em;", "01/9/2025", "Luật Bảo vệ, chăm sóc và giáo dục trẻ em 2004");
    cites("Căn cứ Luật Cán bộ công chức ngày 13/11/2008;", "", "Luật Cán bộ, công chức 2008");
    cites("Căn cứ Bộ Luật lao động năm 2019;", "", "Bộ luật Lao động 2019");
    cites("Căn cứ Hiến pháp năm 2013;", "", "Hiến pháp 2013");
    cites("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", "01/9/2025", "Hiến pháp 2013");
    cites("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019; Luật sửa đổi, bổ sung một số điều của Luật Giáo dục ngày 10 tháng 12 năm 2025;", "",
          "Luật Giáo dục 2019 + Luật sửa đổi, bổ sung một số điều của Luật Giáo dục 2025");
    cites("Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024 được sửa đổi, bổ sung bởi Luật số 97/2025/QH15;", "", "Luật Công đoàn 2024");
    cites("Căn cứ Điều lệ Công đoàn Việt Nam (khóa XI);", "01/9/2024", "Điều lệ Công đoàn Việt Nam khóa XI");
    cites("Căn cứ Điều lệ trường mầm non;", "30/3/2021", "Quyết định 14/2008/QĐ-BGDĐT");
    cites("Căn cứ Điều lệ trường mầm non;", "31/3/2021", "Thông tư 52/2020/TT-BGDĐT");
    cites("Căn cứ Điều lệ Trường mầm non ban hành kèm theo Quyết định số 14/2008/QĐ-BGDĐT ngày 07/4/2008;", "01/9/2025", "Quyết định 14/2008/QĐ-BGDĐT");
    cites("Căn cứ Điều lệ trường tiểu học;", "01/9/2025", "Thông tư 28/2020/TT-BGDĐT");
    cites("Căn cứ Điều lệ trường tiểu học;", "01/9/2026", "Thông tư 15/2026/TT-BGDĐT");
    cites("Căn cứ Điều lệ trường THCS;", "01/9/2026", "Thông tư 15/2026/TT-BGDĐT");
    cites("Căn cứ khoản 2 Điều 5 Luật Công đoàn ngày 27 tháng 11 năm 2024;", "", "Luật Công đoàn 2024");
}

/* Another title, another version, the subject of something else. */
static void test_strangers(void)
{
    cites("Căn cứ Luật Giáo dục đại học ngày 18 tháng 6 năm 2012;", "01/9/2020", "-");
    cites("Căn cứ Luật Giáo dục nghề nghiệp;", "01/9/2020", "-");
    cites("Căn cứ Luật Giáo dục năm 1998;", "01/9/2004", "-");
    cites("Căn cứ Luật Giáo dục ngày 02 tháng 12 năm 1998;", "01/9/2004", "-");
    cites("Căn cứ Điều lệ Hội Nông dân Việt Nam;", "01/9/2020", "-");
    cites("Căn cứ Điều lệ Công đoàn Việt Nam khóa XX;", "01/9/2024", "-");
    cites("Căn cứ Điều lệ trường cao đẳng;", "01/9/2024", "-");
    cites("Căn cứ quy định của pháp luật;", "01/9/2024", "-");
    cites("Căn cứ chức năng, nhiệm vụ của nhà trường và tổ chức Đoàn Thanh Niên;", "01/9/2024", "-");
    cites("Căn cứ Kế hoạch nhiệm vụ năm học theo Luật Giáo dục;", "01/9/2024", "-");
}

/* What the registry says otherwise. */
static void test_slips(void)
{
    cites("Căn cứ Luật Công đoàn ngày 02 tháng 6 năm 2012;", "", "Luật Công đoàn 2012!");
    cites("Căn cứ Luật Công đoàn ngày 20 tháng 6 năm 2021;", "", "Luật Công đoàn 2012!");
    cites("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 03 tháng 5 năm 2020 của Chính phủ về công tác văn thư;", "", "Nghị định 30/2020/NĐ-CP!");
    cites("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về thực hiện dân chủ ở cơ sở;", "", "Nghị định 30/2020/NĐ-CP?");
    cites("Căn cứ Nghị định số 30/2020/NĐ-CP về văn thư;", "", "Nghị định 30/2020/NĐ-CP");
    cites("Căn cứ Luật Giáo dục số 12/2012/QH13;", "", "Luật Công đoàn 2012?");
}

/* A year in a number: it does not come again. */
static bool stands_once(struct qc_str number)
{
    struct qc_str rest = qc_str_skip(number, qc_str_find(number, QC_STR("/")));
    return rest.len > 5 && rest.ptr[5] == '/' && (rest.ptr[1] == '1' || rest.ptr[1] == '2');
}

/* Every entry by its own number alone, if that stands once; tests/scripts/bases has them by their citations. */
static void test_all(void)
{
    size_t numbers = 0, right = 0, found = 0;
    for (size_t i = 0; i < qc_registry_count; i++) {
        const struct qc_instrument *entry = qc_registry_at(i);
        numbers += entry->number.len > 0;
        right += entry->number.len > 0 && qc_registry_number(entry->number) == entry;
        if (!stands_once(entry->number))
            continue;
        found++;
        struct qc_str text = qc_str_format(&arena, "Căn cứ %.*s số %.*s;", QC_STR_ARGS(entry->type), QC_STR_ARGS(entry->number));
        cites(qc_str_terminated(&arena, text), "", qc_str_terminated(&arena, entry->name));
    }
    unit_check(numbers > 150 && numbers == right, "every number leads to its own entry");
    unit_check(found > 120, "most numbers stand once for all");
}

/* The successor on a day: one, at the end of a chain, none. */
static void test_successors(void)
{
    static const struct {
        const char *name, *day, *successor;
    } cases[] = {
        { "Luật Công đoàn 2012", "30/6/2025", "" }, /* not in force yet */
        { "Luật Công đoàn 2012", "01/7/2025", "Luật Công đoàn 2024" },
        { "Thông tư 41/2010/TT-BGDĐT", "09/5/2026", "Thông tư 28/2020/TT-BGDĐT" },
        { "Thông tư 41/2010/TT-BGDĐT", "10/5/2026", "Thông tư 15/2026/TT-BGDĐT" },
        { "Nghị định 04/2015/NĐ-CP", "01/9/2025", "" }, /* two share its place */
        { "Luật Công đoàn 2024", "01/9/2025", "" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct qc_date day;
        qc_date_read(qc_str_from(cases[i].day), &day);
        const struct qc_instrument *entry = qc_registry_link(qc_str_from(cases[i].name));
        const struct qc_instrument *successor = entry == NULL ? NULL : qc_instrument_successor(entry, day);
        unit_same(successor == NULL ? QC_STR("") : successor->name, cases[i].successor, cases[i].day);
    }
}

int main(void)
{
    if (setjmp(out_of_memory) != 0)
        return 1;
    arena.out_of_memory = &out_of_memory;
    test_forms();
    test_numbers();
    test_titles();
    test_strangers();
    test_slips();
    test_all();
    test_successors();
    qc_arena_free(&arena);
    return unit_end();
}
