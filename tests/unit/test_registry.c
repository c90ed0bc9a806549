/*
 * test_registry.c - finding entries of the registry and modules of the library.
 */
#include "base/utf8.h"
#include "sema/instrument.h"
#include "sema/library.h"
#include "unit.h"

static struct qc_arena arena;

static const char *found(const char *typed)
{
    const struct qc_instrument *entry = qc_registry_find(&arena, qc_str_from(typed));
    return entry == NULL ? "" : qc_str_terminated(&arena, entry->name);
}

static void test_find(void)
{
    unit_same(qc_str_from(found("LUẬT công  đoàn 2024")), "Luật Công đoàn 2024", "case and blanks do not count");
    unit_same(qc_str_from(found("luat cong doan 2024")), "Luật Công đoàn 2024", "typed without marks");
    unit_same(qc_str_from(found("Luật Cồng đoàn 2024")), "", "typed with other marks");
    unit_same(qc_str_from(found("30/2020/NĐ-CP")), "Nghị định 30/2020/NĐ-CP", "by its number");
    unit_same(qc_str_from(found("30/2020/nd-cp")), "Nghị định 30/2020/NĐ-CP", "by its number without marks");
    unit_same(qc_str_from(found("4/2015/NĐ-CP")), "Nghị định 04/2015/NĐ-CP", "a zero less");
    unit_same(qc_str_from(found("004/2015/NĐ-CP")), "Nghị định 04/2015/NĐ-CP", "a zero more");
    unit_same(qc_str_from(found("30/2020")), "", "half a number");
    unit_same(qc_str_from(found("")), "", "nothing");
    unit_same(qc_str_from(found("-")), "", "a hyphen, which is a blank in a name");
}

static void test_every_entry(void)
{
    size_t by_name = 0, bare = 0, by_number = 0, numbered = 0;
    for (size_t i = 0; i < qc_registry_count; i++) {
        const struct qc_instrument *entry = qc_registry_at(i);
        by_name += qc_registry_find(&arena, entry->name) == entry;
        bare += qc_registry_name(&arena, qc_name_bare(&arena, qc_name_key(&arena, entry->name))) == entry;
        numbered += entry->number.len > 0;
        by_number += entry->number.len > 0 && qc_registry_find(&arena, entry->number) == entry;
    }
    unit_check(qc_registry_count > 200 && by_name == qc_registry_count, "every entry is found by its name");
    unit_check(bare == qc_registry_count, "and by its name without marks");
    unit_check(numbered > 190 && by_number == numbered, "and by its number");
}

static const char *nearest(const char *typed, struct qc_date day)
{
    size_t distance = 5;
    const struct qc_instrument *entry = qc_registry_nearest(&arena, qc_str_from(typed), day, &distance);
    return entry == NULL ? "" : qc_str_terminated(&arena, entry->name);
}

static void test_nearest(void)
{
    struct qc_date none = { 0 }, day_before = { 30, 6, 2025, true }, first_day = { 1, 7, 2025, true };
    unit_same(qc_str_from(nearest("Luật Công đoàn", none)), "Luật Công đoàn 2024", "without a day the last law of a name");
    unit_same(qc_str_from(nearest("luat cong doan", day_before)), "Luật Công đoàn 2012", "the one in force on the day");
    unit_same(qc_str_from(nearest("Luật Công đoàn", first_day)), "Luật Công đoàn 2024", "a day later the next one");
    unit_same(qc_str_from(nearest("30/2020/NĐCP", none)), "Nghị định 30/2020/NĐ-CP", "a number with a slip");
    unit_same(qc_str_from(nearest("Biên bản họp lớp", none)), "", "nothing is near");
}

static void test_cite(void)
{
    struct qc_instrument charter = { .name = QC_STR("Điều lệ X"), .type = QC_STR("Điều lệ"), .subject = QC_STR("X") };
    unit_same(qc_instrument_cite(&arena, &charter, true), "Điều lệ X", "a charter of which nothing is known");
    charter.issued = (struct qc_date){ 9, 2, 2001, true };
    unit_same(qc_instrument_cite(&arena, &charter, true), "Điều lệ X được thông qua ngày 09 tháng 02 năm 2001",
              "its day is known");
    struct qc_instrument plan = { .name = QC_STR("Kế hoạch Y"), .type = QC_STR("Kế hoạch"), .subject = QC_STR("Y") };
    unit_same(qc_instrument_cite(&arena, &plan, true), "Kế hoạch Y", "a plan without number and day");
    unit_same(qc_instrument_cite(&arena, &plan, false), "Kế hoạch Y", "the same in short");
    plan.issued = charter.issued;
    unit_same(qc_instrument_cite(&arena, &plan, false), "Kế hoạch ngày 09 tháng 02 năm 2001", "with a day");
}

static void test_modules(void)
{
    struct qc_module module;
    unit_check(qc_module_find(&arena, QC_STR("TRUONG trung-hoc co so"), &module), "by another name, without marks");
    unit_same(module.name, "trường THCS", "the module");
    unit_same(qc_module_stem(&arena, QC_STR("trường trung học cơ sở")), "truong-thcs", "its file, by every name");
    unit_same(qc_module_stem(&arena, QC_STR("quỹ Lớp 5")), "quy-lop-5", "the file of a name that is not built in");
    unit_same(qc_module_stem(&arena, QC_STR("../quy")), "", "a name that would leave the directory");
    unit_same(qc_module_stem(&arena, QC_STR("a.b")), "", "a name with a full stop");
    size_t place = 0;
    unit_check(qc_module_path(&arena, NULL, QC_STR("cong-doan"), &place) == NULL, "no directory");
    unit_check(qc_module_path(&arena, "::/no/such/folder:", QC_STR("cong-doan"), &place) == NULL, "none that is there");
    const char *path = qc_module_path(&arena, "tests:stdlib/modules", QC_STR("cong-doan"), &place);
    unit_check(path != NULL && place == 1, "the second directory");
    place = 2;
    unit_check(qc_module_path(&arena, "tests:stdlib/modules", QC_STR("cong-doan"), &place) == NULL, "behind it none");
}

int main(void)
{
    test_find();
    test_every_entry();
    test_nearest();
    test_cite();
    test_modules();
    qc_arena_free(&arena);
    return unit_end();
}
