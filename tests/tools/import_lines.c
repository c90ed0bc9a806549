/*
 * import_lines.c - import_lines FORMAT FILE: what a reader of qc import makes of a file, a line each.
 *
 * source line, break, align, heading, flags, table.row.cell, text; parted by tabs. Flags: b bold, i italic,
 * n numbered, ? lost number, f furniture, * footnote. FORMAT: text, markdown, docx, html.
 */
#include <stdio.h>
#include <string.h>

#include "import/readers.h"
#include "source/file.h"

static void print_line(const struct import_line *line)
{
    static const char aligns[] = "-<=>";
    char flags[] = "......", cell[64] = "-";
    flags[0] = line->bold ? 'b' : '.';
    flags[1] = line->italic ? 'i' : '.';
    flags[2] = line->numbered ? 'n' : '.';
    flags[3] = line->lost_number ? '?' : '.';
    flags[4] = line->furniture ? 'f' : '.';
    flags[5] = line->footnote ? '*' : '.';
    if (line->table != 0)
        snprintf(cell, sizeof cell, "%u.%u.%u", line->table, line->row, line->cell);
    printf("%u\t%c\t%c\t%u\t%s\t%s\t%.*s\n", line->source_line, line->before == IMPORT_BREAK_LINE ? '+' : 'P',
           aligns[line->align], line->heading, flags, cell, QC_STR_ARGS(line->text));
}

static enum import_fault read_as(struct qc_arena *arena, const char *format, struct qc_str bytes,
                                 struct import_page *page)
{
    if (strcmp(format, "docx") == 0)
        return qc_import_read_docx(arena, bytes, page);
    return (strcmp(format, "html") == 0 ? qc_import_read_html
            : strcmp(format, "markdown") == 0
                ? qc_import_read_markdown
                : qc_import_read_text)(arena, bytes, IMPORT_ENCODING_COUNT, page);
}

int main(int argc, char **argv)
{
    struct qc_arena arena = { 0 };
    jmp_buf out_of_memory;
    struct qc_str bytes;
    int error;
    if (argc != 3 || setjmp(out_of_memory) != 0)
        return 2;
    arena.out_of_memory = &out_of_memory;
    if (!qc_file_read(&arena, argv[2], 64u << 20, &bytes, &error))
        return 2;
    struct import_page page = { .name = argv[2] };
    enum import_fault fault = read_as(&arena, argv[1], bytes, &page);
    if (fault != IMPORT_FINE)
        printf("fault: %s\n", qc_import_fault_text(fault, true));
    else
        printf("encoding: %s, deleted: %zu, pictures: %zu\n", page.encoding, page.deleted, page.pictures);
    for (size_t i = 0; fault == IMPORT_FINE && i < page.lines.count; i++)
        print_line(&page.lines.items[i]);
    qc_arena_free(&arena);
    return fault == IMPORT_FINE ? 0 : 1;
}
