/*
 * codepoints.c - every code point in a title, in a name and in text: codepoints
 *
 * A document holds a row of them, each in a title, a text and a name of its
 * own. A code point must stand unchanged in the page, in normal form, or be
 * refused or reported with its number. ASCII punctuation is typed with a
 * backslash; line ends are none of a title's, and surrogates cannot be written.
 */
#include "base/utf8.h"
#include "qc.h"
#include "text.h"

enum { ROW = 64, MOST_COMPLAINTS = 40 };

static size_t complaints, checked;

static bool is_punctuation(unsigned code)
{
    return code < 0x80 && code > 0x20 && code != 0x7F && !(code >= '0' && code <= '9') && !(code >= 'A' && code <= 'Z') &&
           !(code >= 'a' && code <= 'z');
}

/* The code point as it is typed between two letters, with its number behind them so that no two places are the same. */
static void type(struct text *text, unsigned code, const char *before, const char *behind)
{
    char bytes[5] = { 0 }, number[16];
    qc_utf8_encode(code, bytes);
    snprintf(number, sizeof number, "%u", code);
    add(text, before);
    add(text, is_punctuation(code) ? "\\" : "");
    add(text, bytes);
    add(text, behind);
    add(text, number);
}

static bool can_be_written(unsigned code)
{
    return code != '\n' && code != '\r' && !(code >= 0xD800 && code <= 0xDFFF);
}

static void make(struct text *document, unsigned from)
{
    document->length = 0;
    add(document, "loại: Thông báo\ntrích yếu: Thử\ncơ quan: Trường A\n");
    for (unsigned code = from; code < from + ROW; code++)
        if (can_be_written(code) && !is_punctuation(code)) {
            type(document, code, "đặt: m", "n");
            type(document, code, " = v", "w");
            add(document, "\n");
        }
    for (unsigned code = from; code < from + ROW; code++)
        if (can_be_written(code)) {
            char number[32];
            snprintf(number, sizeof number, "\n\nĐiều %u. ", code - from + 1);
            add(document, number);
            type(document, code, "T", "t");
            type(document, code, "\n\n1. x", "y");
            if (!is_punctuation(code)) {
                type(document, code, " {m", "n");
                add(document, "}");
            }
            add(document, ".");
        }
    add(document, "\n");
}

/* How the page shows what was typed; "" when nothing is expected. */
static const char *shown(struct qc_arena *arena, unsigned code, const char *before, const char *behind)
{
    static const struct { unsigned code; const char *entity; } entities[] = {
        { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" },
    };
    char bytes[5] = { 0 };
    qc_utf8_encode(code, bytes);
    const char *middle = bytes;
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (entities[i].code == code)
            middle = entities[i].entity;
    return qc_str_terminated(arena, qc_nfc(arena, qc_str_format(arena, "%s%s%s%u", before, middle, behind, code)));
}

static void complain(unsigned code, const char *where)
{
    if (++complaints <= MOST_COMPLAINTS)
        printf("U+%04X: neither unchanged nor reported in %s\n", code, where);
}

static bool is_reported(const struct text *findings, unsigned code)
{
    char number[16];
    snprintf(number, sizeof number, "U+%04X", code);
    /* odd blanks are reported together, with no number */
    return strstr(findings->bytes, number) != NULL || (qc_is_blank(code) && strstr(findings->bytes, "QC241") != NULL);
}

static void look(struct qc_arena *arena, const struct text *page, const struct text *findings, unsigned code)
{
    static const struct { const char *before, *behind, *where; } places[] = {
        { "T", "t", "a title" }, { "x", "y", "text" }, { "v", "w", "a value found by its name" },
    };
    bool reported = is_reported(findings, code);
    for (size_t i = 0; i < (is_punctuation(code) ? 2 : 3); i++) {
        checked++;
        if (strstr(page->bytes, shown(arena, code, places[i].before, places[i].behind)) == NULL && !reported)
            complain(code, places[i].where);
    }
}

static void print_findings(struct qc_context *qc, struct text *findings)
{
    struct qc_printer *printer = qc_printer_new("json", QC_ENGLISH, false, append, findings);
    if (printer == NULL || qc_printer_add(printer, qc) != QC_OK || qc_printer_end(printer) != QC_OK)
        exit(2);
    qc_printer_free(printer);
}

/* A code point that is no text: the whole document is refused, and says which it was. */
static void look_refused(struct qc_context *qc, unsigned code)
{
    static struct text findings;
    char bytes[32] = "trich yeu: Hop";
    size_t length = strlen(bytes);
    length += qc_utf8_encode(code, bytes + length);
    findings.length = 0;
    checked++;
    bool failed = qc_compile_memory(qc, "x.qc", bytes, length) == QC_FAILED;
    print_findings(qc, &findings);
    if (!failed || (code != 0 && !is_reported(&findings, code)) || (code == 0 && strstr(findings.bytes, "QC003") == NULL))
        complain(code, "a document");
}

static bool is_no_text(unsigned code)
{
    return code == 0 || qc_is_noncharacter(code);
}

static void try_row(struct qc_context *qc, unsigned from)
{
    static struct text document, page, findings;
    static struct qc_arena arena;
    static const struct qc_emit_options options = { .fragment = true };
    page.length = findings.length = 0;
    bool refused = false;
    for (unsigned code = from; code < from + ROW; code++)
        if (is_no_text(code)) {
            look_refused(qc, code);
            refused = true;
        }
    make(&document, from);
    if (refused) /* without them, and as long */
        for (unsigned code = from; code < from + ROW; code++)
            if (is_no_text(code)) {
                char bytes[5] = { 0 };
                size_t length = qc_utf8_encode(code, bytes);
                for (char *at; (at = memmem(document.bytes, document.length, bytes, length)) != NULL;)
                    memset(at, 'z', length);
            }
    qc_compile_memory(qc, "x.qc", document.bytes, document.length);
    qc_check(qc);
    print_findings(qc, &findings);
    if (qc_emit(qc, "html", &options, append, &page) != QC_OK)
        exit(2);
    for (unsigned code = from; code < from + ROW; code++)
        if (can_be_written(code) && !is_no_text(code))
            look(&arena, &page, &findings, code);
    qc_arena_free(&arena);
}

int main(int argc, char **argv)
{
    unsigned end = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 16) : 0x110000;
    struct qc_context *qc = qc_context_new();
    if (qc == NULL)
        return 2;
    for (unsigned from = 0; from < end; from += ROW)
        if (from < 0xD800 || from > 0xDFFF)
            try_row(qc, from);
    qc_context_free(qc);
    printf("%s - %zu checks of code points below %X in titles, texts and names\n", complaints == 0 ? "ok" : "not ok", checked, end);
    return complaints == 0 ? 0 : 1;
}
