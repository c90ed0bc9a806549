/*
 * properties.c - what must hold of any document: properties COUNT FIRST FILE...
 *
 * Makes COUNT documents that nobody wrote, from seed FIRST on, and tries each property of the table on them; those that
 * check a document, which takes ten times as long, on one of EIGHTH. Uses the public library alone, and utf8proc to
 * decompose letters. Prints a line of result for each property.
 */
#include <utf8proc.h>

#include "qc.h"
#include "scrambled.h"

enum { EIGHTH = 8, MOST_COMPLAINTS = 3 };

static struct qc_context *qc;
static struct text as_it_is; /* what the document means: tree, document and one output */

static void clear(struct text *text)
{
    text->length = 0;
    add(text, "");
}

static bool same(const struct text *a, const struct text *b)
{
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
}

static enum qc_result compile(const struct text *text)
{
    return qc_compile_memory(qc, "scrambled.qc", text->bytes, text->length);
}

/* What the compiled document means, and how it looks. */
static void say(struct text *meaning)
{
    clear(meaning);
    qc_dump(qc, "document", append, meaning);
    qc_emit(qc, "markdown", NULL, append, meaning);
}

static bool means_the_same(const struct text *text)
{
    static struct text now;
    compile(text);
    say(&now);
    return same(&now, &as_it_is);
}

/* --- the properties: each gets a document, and whether it compiles without errors --- */

static bool is_kept(const struct text *text, bool fine)
{
    static struct text bytes;
    (void)fine;
    clear(&bytes);
    compile(text);
    enum qc_result result = qc_text(qc, append, &bytes);
    return result == QC_OK ? same(&bytes, text) : qc_message_count(qc, QC_ERROR) > 0; /* no UTF-8 */
}

static bool is_repeatable(const struct text *text, bool fine)
{
    (void)fine;
    return means_the_same(text);
}

static bool takes_line_ends_of_windows(const struct text *text, bool fine)
{
    static struct text windows;
    (void)fine;
    if (memchr(text->bytes, '\r', text->length) != NULL)
        return true; /* has them */
    clear(&windows);
    for (size_t i = 0; i < text->length; i++) {
        if (text->bytes[i] == '\n')
            append(&windows, "\r", 1);
        append(&windows, text->bytes + i, 1);
    }
    return means_the_same(&windows);
}

static bool takes_a_mark_of_byte_order(const struct text *text, bool fine)
{
    static struct text marked;
    (void)fine;
    clear(&marked);
    add(&marked, "\xEF\xBB\xBF");
    append(&marked, text->bytes, text->length);
    return means_the_same(&marked);
}

static bool takes_decomposed_letters(const struct text *text, bool fine)
{
    static struct text decomposed;
    (void)fine;
    clear(&decomposed);
    char *nfd = (char *)utf8proc_NFD((const utf8proc_uint8_t *)text->bytes);
    if (nfd == NULL)
        return true; /* no UTF-8 */
    add(&decomposed, nfd);
    free(nfd);
    return means_the_same(&decomposed);
}

static bool is_deaf_to_comments(const struct text *text, bool fine)
{
    static struct text commented;
    (void)fine;
    clear(&commented);
    for (size_t i = 0; i < text->length; i++) {
        append(&commented, text->bytes + i, 1);
        if (text->bytes[i] == '\n' && chance(4) == 0)
            add(&commented, "// ghi chú giữa hai dòng\n");
    }
    return means_the_same(&commented);
}

static bool keeps_its_meaning_laid_out(const struct text *text, bool fine)
{
    static struct text now;
    struct qc_reformatted reformatted;
    if (!fine)
        return true;
    compile(text);
    if (qc_reformat(qc, 0, &reformatted) != QC_OK || reformatted.refused)
        return false;
    say(&now);
    return same(&now, &as_it_is) && qc_reformat(qc, 0, &reformatted) == QC_OK && !reformatted.changed;
}

static bool is_judged_when_cut(const struct text *text, bool fine)
{
    (void)fine;
    enum qc_result result = qc_compile_memory(qc, "scrambled.qc", text->bytes, chance(text->length + 1));
    size_t errors = qc_message_count(qc, QC_ERROR); /* a cut letter is one */
    return (result == QC_OK && errors == 0) || (result == QC_FAILED && errors > 0);
}

static bool is_judged_without_a_line(const struct text *text, bool fine)
{
    static struct text rest;
    (void)fine;
    size_t begin = (size_t)(line_start(text, chance(text->length + 1)) - text->bytes);
    size_t end = begin + strcspn(text->bytes + begin, "\n");
    clear(&rest);
    append(&rest, text->bytes, begin);
    append(&rest, text->bytes + end, text->length - end);
    enum qc_result result = compile(&rest);
    return (result == QC_OK) == (qc_message_count(qc, QC_ERROR) == 0);
}

static size_t unknown_names(void)
{
    struct qc_rule rule;
    return qc_rule_find("name-unknown", &rule) ? qc_rule_count(qc, rule.number) : 0;
}

static bool shows_both_of_two_faults(const struct text *text, bool fine)
{
    static struct text spoilt;
    if (!fine)
        return true;
    compile(text);
    size_t before = unknown_names();
    clear(&spoilt);
    append(&spoilt, text->bytes, text->length);
    add(&spoilt, "\n1. Theo {Tên không có} thì họp.\n\n2. Theo {Tên khác không có} thì nghỉ.\n");
    compile(&spoilt);
    return unknown_names() >= before + 2; /* what was recipients is body now, whose lines may join to a third */
}

/* Findings: each at a line and a column that the file has. */
static bool finds_at_places_that_are_there(const struct text *text, bool fine)
{
    static struct text found;
    (void)fine;
    if (memchr(text->bytes, '\r', text->length) != NULL)
        return true; /* alone it ends a line, too */
    clear(&found);
    compile(text);
    qc_check(qc);
    struct qc_printer *printer = qc_printer_new("text", QC_ENGLISH, false, append, &found);
    bool printed = printer != NULL && qc_printer_add(printer, qc) == QC_OK && qc_printer_end(printer) == QC_OK;
    qc_printer_free(printer);
    for (const char *at = found.bytes; printed && (at = strstr(at, "scrambled.qc:")) != NULL; at++) {
        size_t line = 0, column = 0;
        if (at != found.bytes && at[-1] != '\n')
            continue;
        if (sscanf(at, "scrambled.qc:%zu:%zu:", &line, &column) != 2 || line == 0 || column == 0)
            return false;
        const char *begin = text->bytes;
        for (size_t i = 1; i < line && begin != NULL; i++, begin += begin != NULL)
            begin = strchr(begin, '\n');
        if (begin == NULL || column > strcspn(begin, "\n") + 1)
            return false;
    }
    return printed;
}

static bool is_repaired_once_and_for_all(const struct text *text, bool fine)
{
    struct qc_repaired repaired;
    (void)fine;
    compile(text);
    enum qc_result result = qc_repair(qc, true, &repaired);
    if ((result != QC_OK && result != QC_FAILED) || repaired.unsettled)
        return result == QC_OK || result == QC_FAILED;
    result = qc_repair(qc, true, &repaired);
    return (result == QC_OK || result == QC_FAILED) && !repaired.changed;
}

static struct property {
    const char *name;
    bool (*holds)(const struct text *text, bool fine);
    bool slow;
    size_t tried, wrong;
} properties[] = {
    { "a document's text is that of its file", is_kept, false, 0, 0 },
    { "the same document means the same again", is_repeatable, false, 0, 0 },
    { "line ends of Windows do not matter", takes_line_ends_of_windows, false, 0, 0 },
    { "a byte order mark does not matter", takes_a_mark_of_byte_order, false, 0, 0 },
    { "decomposed letters do not matter", takes_decomposed_letters, false, 0, 0 },
    { "comments do not matter", is_deaf_to_comments, false, 0, 0 },
    { "laid out it means the same, and stays as it is", keeps_its_meaning_laid_out, false, 0, 0 },
    { "cut anywhere it is judged", is_judged_when_cut, false, 0, 0 },
    { "without any line it is judged", is_judged_without_a_line, false, 0, 0 },
    { "of two faults both are found", shows_both_of_two_faults, false, 0, 0 },
    { "findings stand at places that are there", finds_at_places_that_are_there, true, 0, 0 },
    { "repaired twice it is as repaired once", is_repaired_once_and_for_all, true, 0, 0 },
};

enum { PROPERTIES = sizeof properties / sizeof *properties };

static void try_all(const struct text *text)
{
    bool slow = chance(EIGHTH) == 0, fine = compile(text) == QC_OK;
    say(&as_it_is);
    for (size_t i = 0; i < PROPERTIES; i++) {
        struct property *property = &properties[i];
        if (property->slow && !slow)
            continue;
        property->tried++;
        if (property->holds(text, fine))
            continue;
        if (++property->wrong <= MOST_COMPLAINTS)
            printf("    not so, %s:\n%s----\n", property->name, text->bytes);
    }
}

int main(int argc, char **argv)
{
    size_t count = argc > 3 ? strtoul(argv[1], NULL, 10) : 0, files = count > 0 ? (size_t)argc - 3 : 0, wrong = 0;
    struct text *file = calloc(files + 1, sizeof *file), text = { 0 };
    qc = qc_context_new();
    if (files == 0 || file == NULL || qc == NULL)
        return 2;
    for (size_t i = 0; i < files; i++)
        if (!read_file(argv[i + 3], &file[i]))
            return 2;
    seed(strtoul(argv[2], NULL, 10));
    for (size_t i = 0; i < count; i++) {
        make(&file[chance(files)], &text);
        try_all(&text);
    }
    for (size_t i = 0; i < PROPERTIES; i++) {
        printf("%s - %s: %zu documents\n", properties[i].wrong == 0 ? "ok" : "not ok", properties[i].name, properties[i].tried);
        wrong += properties[i].wrong;
    }
    return wrong > 0;
}
