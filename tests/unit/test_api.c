/*
 * test_api.c - the public library as a program uses it.
 */
#include "qc.h"

#include "unit.h"

struct sink {
    char bytes[1 << 18];
    size_t length;
};

static bool keep(void *user, const char *bytes, size_t length)
{
    struct sink *sink = user;
    if (length > sizeof sink->bytes - sink->length)
        return false;
    memcpy(sink->bytes + sink->length, bytes, length);
    sink->length += length;
    return true;
}

static bool refuse(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return false;
}

static const char source[] = "loại: Kế hoạch\ntrích yếu: Thử\nI. MỘT\n1. Một.\n1. Hai.\n";

static void test_compile(struct qc_context *qc)
{
    static struct sink sink;
    unit_check(qc_compile_memory(qc, "a.qc", source, sizeof source - 1) == QC_OK, "compiles from memory");
    unit_check(qc_emit(qc, "html", NULL, keep, &sink) == QC_OK && sink.length > 100, "prints HTML");
    unit_check(qc_emit(qc, "html", NULL, refuse, NULL) == QC_WRITE_FAILED, "a writer that refuses");
    unit_check(qc_emit(qc, "docx", NULL, keep, &sink) == QC_BAD_ARGUMENT, "no such format");
    unit_check(qc_dump(qc, "nothing", keep, &sink) == QC_BAD_ARGUMENT, "no such stage");
    unit_check(qc_check(qc) == QC_FAILED, "the check finds the number");
    size_t errors = qc_message_count(qc, QC_ERROR);
    unit_check(qc_check(qc) == QC_FAILED && qc_message_count(qc, QC_ERROR) == errors, "checking twice finds no more");
    unit_check(qc_compile_memory(qc, "b.qc", "", 0) == QC_OK && qc_message_count(qc, QC_ERROR) == 0,
               "a context is used again");
}

static void test_failures(struct qc_context *qc)
{
    static struct sink sink;
    unit_check(qc_compile_file(qc, "/no/such/file.qc") == QC_UNREADABLE, "a file that is not there");
    unit_check(qc_emit(qc, "html", NULL, keep, &sink) == QC_BAD_ARGUMENT, "nothing compiled, nothing printed");
    sink.length = 0;
    unit_check(qc_print_messages(qc, QC_ENGLISH, false, keep, &sink) == QC_OK && sink.length > 20, "and says so");
    unit_check(qc_compile_memory(qc, "n.qc", "a\0b", 3) == QC_FAILED, "a zero byte");
    unit_check(qc_check(qc) == QC_FAILED, "checking what did not compile");
}

static void test_import(struct qc_context *qc)
{
    static const char old[] = "TRƯỜNG A\nSố: 1/TB-A\nTHÔNG BÁO\nVề việc thử\n\n1. Một.\n";
    struct qc_context *importer = qc_context_new();
    struct qc_imported imported;
    struct qc_imported_text text;
    if (!unit_check(importer != NULL, "a context to import in"))
        return;
    unit_check(!qc_imported_text(importer, 0, &text), "nothing is imported yet");
    unit_check(qc_import(importer, "cu/van-ban.cu.txt", old, sizeof old - 1, NULL, &imported) == QC_OK &&
                   imported.texts == 1 && strcmp(imported.format, "text") == 0 &&
                   strcmp(imported.encoding, "UTF-8") == 0,
               "imports from memory");
    unit_check(qc_imported_text(importer, 0, &text) && text.name_length == strlen("van-ban.cu.qc") &&
                   memcmp(text.name, "van-ban.cu.qc", text.name_length) == 0 && text.length > 0,
               "one text, named after the file");
    unit_check(!qc_imported_text(importer, 1, &text), "and no other");
    unit_check(qc_compile_imported(qc, importer, 0, "a.qc") == QC_OK, "compiles");
    unit_check(qc_compile_imported(qc, importer, 1, "a.qc") == QC_BAD_ARGUMENT &&
                   qc_compile_imported(importer, importer, 0, "a.qc") == QC_BAD_ARGUMENT,
               "not what is not there, nor in its own context");
    struct qc_import_options options = { .format = "odt" };
    unit_check(qc_import(importer, "a", old, sizeof old - 1, &options, &imported) == QC_BAD_ARGUMENT,
               "no such format to import");
    options = (struct qc_import_options){ .encoding = "latin" };
    unit_check(qc_import(importer, "a", old, sizeof old - 1, &options, &imported) == QC_BAD_ARGUMENT,
               "no such encoding");
    unit_check(qc_import(importer, "it's.pdf", "%PDF-1.7", 8, NULL, &imported) == QC_UNREADABLE &&
                   strcmp(imported.convert, "pdftotext -layout 'it'\\''s.pdf'") == 0 &&
                   !qc_imported_text(importer, 0, &text),
               "what it cannot read, and the command for it");
    qc_context_free(importer);
}

/* What another program says of a line of the output is said of the source. */
static void test_report_line(struct qc_context *qc)
{
    static struct sink sink;
    sink.length = 0;
    qc_compile_memory(qc, "a.qc", source, sizeof source - 1);
    unit_check(qc_report_line(qc, "tex", 1, "x") == QC_BAD_ARGUMENT, "nothing is printed yet");
    unit_check(qc_emit(qc, "latex", NULL, keep, &sink) == QC_OK, "prints LaTeX");
    sink.bytes[sink.length] = '\0';
    size_t line = 1;
    const char *found = strstr(sink.bytes, "Hai.");
    for (const char *at = sink.bytes; found != NULL && at < found; at++)
        line += *at == '\n';
    unit_check(qc_report_line(qc, "tex", 1, "x") == QC_BAD_ARGUMENT && qc_report_line(qc, "tex", 0, "x") == QC_BAD_ARGUMENT,
               "the preamble is no text of the document");
    unit_check(qc_report_line(qc, "tex", 1000000, "x") == QC_BAD_ARGUMENT, "a line that there is not");
    unit_check(qc_message_count(qc, QC_ERROR) == 0, "nothing is reported of those");
    unit_check(qc_report_line(qc, "tex", line, "no room") == QC_FAILED && qc_message_count(qc, QC_ERROR) == 1,
               "a line of the text");
    sink.length = 0;
    qc_print_messages(qc, QC_ENGLISH, false, keep, &sink);
    sink.bytes[sink.length] = '\0';
    unit_check(strstr(sink.bytes, "a.qc:5:4: error[QC520 engine-refuses]: tex cannot typeset this paragraph: no room") != NULL,
               "it is reported where it stands in the source");
    unit_check(qc_emit(qc, "html", NULL, keep, &sink) == QC_OK && qc_report_line(qc, "tex", line, "x") == QC_BAD_ARGUMENT,
               "a format that no other program reads has no lines");
}

static void test_files(struct qc_context *qc)
{
    static const char uses[] = "dùng: not/there.qc\nloại: Kế hoạch\n";
    qc_compile_file(qc, "/no/such/file.qc");
    unit_check(qc_file_at(qc, 0) != NULL && strcmp(qc_file_at(qc, 0), "/no/such/file.qc") == 0 && qc_file_at(qc, 1) == NULL,
               "a file that is not there was looked for");
    qc_compile_memory(qc, "a.qc", uses, sizeof uses - 1);
    unit_check(qc_file_at(qc, 0) != NULL && strcmp(qc_file_at(qc, 0), "not/there.qc") == 0 && qc_file_at(qc, 1) == NULL,
               "so was a file that it uses");
}

static void test_tables(void)
{
    struct qc_rule rule;
    unit_check(qc_rule_find("qc120", &rule) && strcmp(rule.slug, "number_duplicate") == 0, "a rule by its code");
    unit_check(qc_rule_find("Number-Duplicate", &rule), "a rule by its slug");
    unit_check(!qc_rule_find("nothing", &rule), "no such rule");
    bool complete = true;
    for (size_t i = 0; qc_rule_at(i, &rule); i++)
        complete = complete && rule.explanation[0][0] != '\0' && rule.explanation[1][0] != '\0' && rule.norm[0] != '\0';
    unit_check(complete, "every rule has its explanation and its norm");
    unit_check(qc_format_name(0) != NULL && qc_format_name(99) == NULL && qc_format_extension(99) == NULL,
               "formats by number");
    const char *name, *version;
    unit_check(qc_stage_name(0) != NULL && qc_stage_name(99) == NULL, "stages by number");
    unit_check(qc_component_at(0, &name, &version) && version != NULL && !qc_component_at(99, &name, &version),
               "libraries by number");
    unit_check(qc_format_built(0) && !qc_format_built(99), "HTML is always built in");
    unit_check(strcmp(qc_version(), QC_VERSION) == 0, "version");
}

static bool add(struct qc_context *chains, struct qc_context *qc, const char *name, const char *replaces, unsigned year)
{
    char text[512];
    int length = snprintf(text, sizeof text, "loại: Quy chế\ntrích yếu: Thử\nsố: 1/QC-T\nngày: 05/9/%u\n%sI. MỘT\n",
                          year, replaces);
    return qc_compile_memory(qc, name, text, (size_t)length) == QC_OK && qc_chains_add(chains, qc) == QC_OK;
}

/* What is judged stays when the documents are gone, and the context of the chains is used again. */
static void test_chains(struct qc_context *qc)
{
    static struct sink sink;
    struct qc_context *chains = qc_context_new(), *fresh = qc_context_new();
    unit_check(qc_chains_judge(chains) == QC_BAD_ARGUMENT && qc_chains_add(chains, qc) == QC_BAD_ARGUMENT,
               "chains that were not begun");
    unit_check(qc_chains_begin(chains, "x") == QC_OK && qc_chains_add(chains, fresh) == QC_BAD_ARGUMENT, "nothing compiled");
    unit_check(qc_chains_print(chains, QC_ENGLISH, keep, &sink) == QC_BAD_ARGUMENT, "nothing judged");
    unit_check(add(chains, qc, "a.qc", "", 2021) && add(chains, qc, "b.qc", "thay thế: Quy chế số 1/QC-T ngày 06/9/2021\n", 2022),
               "two documents in one context");
    qc_compile_memory(qc, "c.qc", "", 0);
    unit_check(qc_chains_judge(chains) == QC_OK && qc_message_count(chains, QC_WARNING) == 1, "one cites the other wrongly");
    unit_check(qc_chains_judge(chains) == QC_OK && qc_message_count(chains, QC_WARNING) == 1, "judged once");
    unit_check(qc_chains_add(chains, qc) == QC_BAD_ARGUMENT, "nothing is added to what is judged");
    sink.length = 0;
    unit_check(qc_chains_print(chains, QC_ENGLISH, keep, &sink) == QC_OK && strstr(sink.bytes, "  b.qc\n") != NULL, "a list");
    sink.length = 0;
    unit_check(qc_print_messages(chains, QC_ENGLISH, false, keep, &sink) == QC_OK &&
                   strstr(sink.bytes, "b.qc:5:11: warning") == sink.bytes && strstr(sink.bytes, "a.qc:4:7: note") != NULL,
               "findings with their lines");
    unit_check(qc_chains_begin(chains, "y") == QC_OK && qc_chains_judge(chains) == QC_OK &&
                   qc_message_count(chains, QC_WARNING) == 0,
               "begun anew");
    qc_context_free(fresh);
    qc_context_free(chains);
}

static void test_library(struct qc_context *qc)
{
    static struct sink sink;
    struct qc_library_entry entry;
    unit_check(qc_library_at(qc, QC_LIBRARY_MODULE, 0, &entry) == QC_OK && entry.summary[0] != '\0', "a module");
    size_t count = 0;
    while (qc_library_at(qc, QC_LIBRARY_INSTRUMENT, count, &entry) == QC_OK)
        count++;
    unit_check(count > 200 && qc_library_at(qc, QC_LIBRARY_LIST, 1000, &entry) == QC_BAD_ARGUMENT, "to the end");
    sink.length = 0;
    unit_check(qc_library_print(qc, "cong doan", keep, &sink) == QC_OK && sink.length > 100, "prints one");
    unit_check(qc_library_print(qc, "cong doan", refuse, NULL) == QC_WRITE_FAILED, "a writer that refuses");
    unit_check(qc_library_print(qc, "nothing", keep, &sink) == QC_BAD_ARGUMENT, "no such name");
    const char *near;
    unit_check(qc_library_nearest(qc, "công đòan", &near) == QC_OK && strcmp(near, "công đoàn") == 0, "the nearest");
    unit_check(qc_library_nearest(qc, "zzzzzzzzzz", &near) == QC_OK && near == NULL, "nothing near");
    static const char own[] = "dùng: x\n";
    qc_compile_memory(qc, "a.qc", own, sizeof own - 1);
    unit_check(qc_message_count(qc, QC_ERROR) == 1, "a module that is not there");
    qc_use_library(qc, "/no/such/folder");
    qc_compile_memory(qc, "a.qc", own, sizeof own - 1);
    unit_check(qc_message_count(qc, QC_ERROR) == 1, "nor in a directory that is not there");
    qc_use_library(qc, NULL);
}

/* An editor that has two files open, one of which uses the other. */
static bool read_open(void *user, const char *path, const char **bytes, size_t *length)
{
    const char *const *open = user;
    if (strcmp(path, open[0]) != 0)
        return false;
    *bytes = open[1];
    *length = strlen(open[1]);
    return true;
}

static void test_reader(struct qc_context *qc)
{
    static const char text[] = "dùng: common.qc\n\n1. {lớp}.\n";
    const char *open[] = { "common.qc", "dùng: common.qc\nđặt: lớp = 5 tuổi\n" };
    qc_use_reader(qc, read_open, open);
    qc_compile_memory(qc, "a.qc", text, sizeof text - 1);
    struct qc_rule unreadable, unknown, cycle;
    qc_rule_find("file-unreadable", &unreadable);
    qc_rule_find("name-unknown", &unknown);
    qc_rule_find("include-cycle", &cycle);
    unit_check(qc_rule_count(qc, cycle.number) == 1, "in which a circle is found");
    unit_check(qc_rule_count(qc, unreadable.number) == 0 && qc_rule_count(qc, unknown.number) == 0,
               "a file that is used comes from whoever has it open");
    unit_check(qc_file_at(qc, 0) != NULL && strcmp(qc_file_at(qc, 0), open[0]) == 0, "and is one of the files");
    open[0] = "other.qc";
    qc_compile_memory(qc, "a.qc", text, sizeof text - 1);
    unit_check(qc_rule_count(qc, unreadable.number) == 1, "others come from the file system");
    qc_use_reader(qc, NULL, NULL);
}

static void test_bases(struct qc_context *qc)
{
    static const struct {
        const char *text;
        unsigned day, month, year; /* year 0: no day */
    } days[] = {
        { "22/11/2026", 22, 11, 2026 }, { "2026-11-22", 22, 11, 2026 }, { "5/9/2025", 5, 9, 2025 },
        { "ngày 05 tháng 9 năm 2025", 5, 9, 2025 }, { "2026-1-2", 0, 0, 0 }, { "2026-02-30", 0, 0, 0 },
        { "/11/2026", 0, 0, 0 }, { "", 0, 0, 0 }, { "\xff", 0, 0, 0 }, { "2026-11-22 ", 0, 0, 0 }, { "2026-11", 0, 0, 0 },
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct qc_day day = { 1, 1, 1 };
        bool read = qc_day_read(days[i].text, &day);
        unit_check(read == (days[i].year != 0) && day.day == days[i].day && day.month == days[i].month &&
                       day.year == days[i].year,
                   "a day");
    }
    static const char text[] = "căn cứ: Luật Thư viện\n\n1. A.\n";
    struct qc_bases_options options = { .language = QC_ENGLISH };
    struct sink sink = { 0 };
    qc_compile_file(qc, "/no/such/file.qc");
    unit_check(qc_bases(qc, &options, keep, &sink) == QC_BAD_ARGUMENT, "no document");
    qc_compile_memory(qc, "a.qc", text, sizeof text - 1);
    unit_check(qc_bases(qc, &options, keep, &sink) == QC_OK && sink.length > 50, "its bases, with no day at all");
    unit_check(qc_bases(qc, &options, refuse, NULL) == QC_WRITE_FAILED, "a writer that refuses");
    options.json = true;
    sink.length = 0;
    unit_check(qc_bases(qc, &options, keep, &sink) == QC_OK && sink.bytes[0] == '{', "as JSON");
}

int main(void)
{
    struct qc_context *qc = qc_context_new();
    test_compile(qc);
    test_failures(qc);
    test_import(qc);
    test_report_line(qc);
    test_files(qc);
    test_chains(qc);
    test_tables();
    test_library(qc);
    test_reader(qc);
    test_bases(qc);
    qc_context_free(qc);
    qc_context_free(NULL);
    return unit_end();
}
