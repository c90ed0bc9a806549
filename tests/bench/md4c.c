/*
 * md4c.c - Markdown to HTML with the library md4c, for the benchmarks: its own program is packaged by few.
 *
 *     md4c FILE
 */
#include <md4c-html.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static void write_out(const MD_CHAR *text, MD_SIZE length, void *file)
{
    fwrite(text, 1, length, file);
}

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        rewind(file);
        text = size < 0 ? NULL : malloc((size_t)size + 1);
        *length = text == NULL ? 0 : fread(text, 1, (size_t)size, file);
    }
    if (file != NULL)
        fclose(file);
    return text;
}

int main(int argc, char **argv)
{
    size_t length;
    char *text = argc == 2 ? read_file(argv[1], &length) : NULL;
    bool fine = text != NULL && md_html(text, (MD_SIZE)length, write_out, stdout, 0, 0) == 0;
    free(text);
    return fine ? 0 : 1;
}
