/*
 * lines.c - the changes of a renewal as lines of the old and the new file.
 *
 * Made from the edits, so that no line changes without being in the list.
 * Owns nothing.
 */
#include "renew/renew.h"
#include "source/position.h"

struct writer {
    struct qc_arena *arena;
    const struct qc_source *source;
    struct qc_changed_lines *lines;
    struct qc_buf line; /* the new line that is being written */
};

static struct qc_str bytes_of(const struct qc_source *source, size_t begin, size_t end)
{
    return qc_str_slice(source->bytes, qc_byte_of(source, (uint32_t)begin),
                        qc_byte_of(source, (uint32_t)end));
}

static void end_line(struct writer *writer)
{
    *qc_vec_push(writer->arena, &writer->lines->after) = qc_buf_str(&writer->line);
    writer->line = (struct qc_buf){ .arena = writer->arena };
}

/* Text that is kept, over line ends. */
static void keep(struct writer *writer, size_t begin, size_t end)
{
    struct qc_str text = writer->source->text;
    while (begin < end) {
        const char *newline = memchr(text.ptr + begin, '\n', end - begin);
        size_t stop = newline == NULL ? end : (size_t)(newline - text.ptr);
        qc_buf_add(&writer->line, bytes_of(writer->source, begin, stop));
        if (newline != NULL)
            end_line(writer);
        begin = stop + (newline != NULL);
    }
}

/* The old lines from begin to end, which is the end of a line. */
static void add_before(struct writer *writer, size_t begin, size_t end)
{
    struct qc_str text = writer->source->text;
    for (size_t at = begin; at <= end;) {
        const char *newline = at < end ? memchr(text.ptr + at, '\n', end - at) : NULL;
        size_t stop = newline == NULL ? end : (size_t)(newline - text.ptr);
        *qc_vec_push(writer->arena, &writer->lines->before) = bytes_of(writer->source, at, stop);
        at = stop + 1;
    }
}

/* New lines, each behind its newline in the text. */
static void add_new(struct writer *writer, struct qc_str text)
{
    while (text.len > 0) {
        struct qc_str line = qc_str_skip(text, 1);
        line.len = qc_str_find(line, QC_STR("\n"));
        *qc_vec_push(writer->arena, &writer->lines->after) = line;
        text = qc_str_skip(text, line.len + 1);
    }
}

/* The changes from number *at on that share lines; *at is then behind them. */
static void add_shared(struct writer *writer, const struct qc_renewal *renewal, size_t *at)
{
    const struct qc_change *changes = renewal->changes.items;
    size_t kept = qc_line_of(writer->source, changes[*at].edit.span.begin).begin;
    size_t begin = kept, end = qc_line_of(writer->source, changes[*at].edit.span.end).end;
    for (; *at < renewal->changes.count; ++*at) {
        const struct qc_change *change = &changes[*at];
        if (change->kind != QC_CHANGE_TEXT || change->edit.span.begin > end)
            break;
        keep(writer, kept, change->edit.span.begin);
        qc_buf_add(&writer->line, change->edit.text);
        kept = change->edit.span.end;
        size_t line_end = qc_line_of(writer->source, change->edit.span.end).end;
        end = line_end > end ? line_end : end;
        *qc_vec_push(writer->arena, &writer->lines->changes) = change;
    }
    keep(writer, kept, end);
    end_line(writer);
    add_before(writer, begin, end);
}

void qc_renewal_lines(struct qc_arena *arena, const struct qc_renewal *renewal, struct qc_line_list *list)
{
    const struct qc_source *source = renewal->source;
    for (size_t i = 0; i < renewal->changes.count;) {
        const struct qc_change *change = &renewal->changes.items[i];
        struct qc_span span = change->edit.span;
        struct qc_changed_lines *lines = qc_vec_push(arena, &list->items);
        struct writer writer = { arena, source, lines, { .arena = arena } };
        lines->line = qc_line_of(source, span.begin).number;
        if (change->kind == QC_CHANGE_TEXT) {
            add_shared(&writer, renewal, &i);
            continue;
        }
        if (change->kind == QC_CHANGE_NEW)
            add_new(&writer, change->edit.text);
        else
            add_before(&writer, span.begin, span.end - (source->text.ptr[span.end - 1] == '\n'));
        *qc_vec_push(arena, &lines->changes) = change;
        i++;
    }
}

struct qc_str qc_renewal_whys(struct qc_arena *arena, const struct qc_changed_lines *lines, enum qc_lang lang)
{
    QC_VEC(struct qc_str) said = { 0 };
    struct qc_buf buf = { .arena = arena };
    for (size_t i = 0; i < lines->changes.count; i++) {
        struct qc_str why = lines->changes.items[i]->why.text[lang];
        bool again = false;
        for (size_t k = 0; k < said.count; k++)
            again = again || qc_str_equal(said.items[k], why);
        if (again)
            continue;
        qc_buf_add(&buf, said.count > 0 ? QC_STR("; ") : QC_STR(""));
        qc_buf_add(&buf, why);
        *qc_vec_push(arena, &said) = why;
    }
    return qc_buf_str(&buf);
}
