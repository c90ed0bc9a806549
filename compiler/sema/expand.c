/*
 * expand.c - what {…} prints: the text behind a name, a field, a label; and
 * values with all of that in its place.
 *
 * A value is inserted as text; it never becomes markup.
 */
#include "base/limits.h"
#include "base/utf8.h"
#include "sema/sema.h"

/* --- what a name prints ----------------------------------------------- */

static void report_cycle(struct qc_sema *sema, const struct qc_name *name, struct qc_span span)
{
    struct qc_buf way = { .arena = &sema->cx->arena };
    bool on = false;
    for (size_t i = 0; i < sema->expanding.count; i++) {
        on = on || sema->expanding.items[i] == name;
        if (!on)
            continue;
        qc_buf_add(&way, sema->expanding.items[i]->name);
        qc_buf_add(&way, QC_STR(" → "));
    }
    qc_buf_add(&way, name->name);
    qc_report(sema->cx, span, QC_MSG(name_cycle), QC_STR_ARGS(qc_buf_str(&way)));
}

static struct qc_str year_beside(struct qc_sema *sema, int step)
{
    const struct qc_document *document = sema->document;
    struct qc_str year = document->school_year;
    struct qc_buf buf = { .arena = &sema->cx->arena };
    bool second = false;
    for (size_t i = 0; i < year.len;) { /* the dash between the years stays as typed */
        if (year.ptr[i] < '0' || year.ptr[i] > '9') {
            qc_buf_char(&buf, year.ptr[i++]);
            continue;
        }
        unsigned value = second ? document->year_to : document->year_from;
        qc_buf_add(&buf, qc_str_format(&sema->cx->arena, "%u", (unsigned)((int)value + step)));
        second = true;
        while (i < year.len && year.ptr[i] >= '0' && year.ptr[i] <= '9')
            i++;
    }
    return qc_buf_str(&buf);
}

/* All values of a keyword joined by "; ", or the one at index (from 1). */
static bool keyword_values(struct qc_sema *sema, enum qc_keyword_id id, size_t index, struct qc_str *text)
{
    struct qc_buf buf = { .arena = &sema->cx->arena };
    size_t count = 0;
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        if (declaration->keyword->id != (int)id)
            continue;
        for (size_t k = 0; k < declaration->values.count; k++) {
            count++;
            if (index != 0 && index != count)
                continue;
            if (buf.len > 0)
                qc_buf_add(&buf, QC_STR("; "));
            struct qc_str value = qc_sema_value(sema, declaration->values.items[k]);
            if (id == QC_KW_NUMBER && value.len > 0 && value.ptr[0] == '/')
                qc_buf_add(&buf, QC_STR("…")); /* a number still to be given */
            qc_buf_add(&buf, value);
        }
        if (declaration->values.count == 0 && index == 0 && buf.len == 0)
            qc_buf_add(&buf, QC_STR("…"));
    }
    *text = qc_buf_str(&buf);
    return text->len > 0;
}

static bool keyword_text(struct qc_sema *sema, enum qc_keyword_id id, size_t index, struct qc_str *text)
{
    const struct qc_document *document = sema->document;
    switch (id) {
    case QC_KW_SCHOOL_YEAR: *text = document->school_year; return text->len > 0;
    case QC_KW_DATE:
        if (!document->date.given) /* no date, which header.c has reported: as typed */
            return keyword_values(sema, id, index, text);
        *text = qc_date_format(&sema->cx->arena, document->date);
        return true;
    case QC_KW_EFFECT: *text = document->effect.text; return document->effect.declared;
    default: return keyword_values(sema, id, index, text);
    }
}

static bool name_text(struct qc_sema *sema, struct qc_name *name, size_t index, struct qc_str *text)
{
    switch (name->kind) {
    case QC_NAME_KEYWORD: return keyword_text(sema, name->keyword, index, text);
    case QC_NAME_YEAR_BEFORE:
    case QC_NAME_YEAR_AFTER:
        /* a blank year, or one that header.c has reported, prints as it is */
        *text = sema->document->year_from == 0 ? sema->document->school_year
                                               : year_beside(sema, name->kind == QC_NAME_YEAR_BEFORE ? -1 : 1);
        return text->len > 0;
    case QC_NAME_PARTY: *text = name->name; return true;
    case QC_NAME_INSTRUMENT: *text = qc_sema_cite(sema, name->cited); return true;
    case QC_NAME_VALUE: *text = qc_sema_plain(sema, name->prose, name->from, name->to); return true;
    }
    return false;
}

/* Characters of a source but blanks and comments, which are not to matter, nor is how a file is laid out. */
static size_t characters_that_count(struct qc_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; at++) {
        const char *end = memchr(text.ptr + at, '\n', text.len - at);
        struct qc_str line = qc_str_slice(text, at, end == NULL ? text.len : (size_t)(end - text.ptr));
        at += line.len;
        line = qc_str_skip(line, qc_blank_prefix(line));
        if (qc_str_starts(line, QC_STR("//")))
            continue;
        count += qc_utf8_count(line);
        for (size_t i = 0; i < line.len; i++)
            count -= line.ptr[i] == ' ' || line.ptr[i] == '\t';
    }
    return count;
}

/* How many bytes {…} may insert. */
static size_t most_expanded(const struct qc_sema *sema)
{
    size_t count = 0;
    for (size_t i = 0; i < sema->cx->sources.files.count; i++)
        count += characters_that_count(sema->cx->sources.files.items[i]->text);
    size_t most = count > QC_MAX_EXPANSION_BYTES / QC_MAX_EXPANSION_FACTOR ? QC_MAX_EXPANSION_BYTES : count * QC_MAX_EXPANSION_FACTOR;
    return most > QC_FREE_EXPANSION_BYTES ? most : QC_FREE_EXPANSION_BYTES;
}

/* Have the values printed too much? The sources are looked at when they have printed much. */
static bool printed_too_much(struct qc_sema *sema)
{
    if (sema->expanded_bytes <= QC_FREE_EXPANSION_BYTES)
        return false;
    if (sema->most_expanded == 0)
        sema->most_expanded = most_expanded(sema);
    return sema->expanded_bytes > sema->most_expanded;
}

/* Goes one step down; false, and reported, when the values nest too deep or print too much. */
static bool descend(struct qc_sema *sema, struct qc_name *name, struct qc_span span)
{
    if (sema->expansion_stopped)
        return false;
    bool nested = sema->expanding.count > 0;
    sema->nested_expansions += nested;
    if (sema->expanding.count >= QC_MAX_EXPANSION_DEPTH || printed_too_much(sema) ||
        sema->nested_expansions > QC_MAX_NESTED_EXPANSIONS) {
        sema->expansion_stopped = true;
        qc_report(sema->cx, span, QC_MSG(expansion_limit));
        return false;
    }
    *qc_vec_push(&sema->cx->arena, &sema->expanding) = name;
    return true;
}

static void ascend(struct qc_sema *sema, struct qc_str text)
{
    sema->expanding.count--;
    sema->expanded_bytes += text.len;
}

static bool expand_name(struct qc_sema *sema, struct qc_name *name, size_t index, struct qc_str typed,
                        struct qc_span span, struct qc_str *text)
{
    name->used = true;
    if (name->printed.ptr != NULL) { /* a value that cites nothing prints the same every time */
        *text = name->printed;
        sema->expanded_bytes += text->len;
        return !printed_too_much(sema) || descend(sema, name, span);
    }
    if (name->expanding) {
        report_cycle(sema, name, span);
        return false;
    }
    if (!descend(sema, name, span))
        return false;
    name->expanding = true;
    size_t citations = sema->citations;
    bool declared = name_text(sema, name, index, text);
    name->expanding = false;
    ascend(sema, *text);
    if (declared && name->kind == QC_NAME_VALUE && !sema->expansion_stopped && citations == sema->citations)
        name->printed = text->ptr == NULL ? QC_STR("") : *text;
    if (!declared)
        qc_report(sema->cx, span, QC_MSG(name_unset), QC_STR_ARGS(typed));
    return declared;
}

/* {Nhà trường.chức vụ}: a field of a block. */
static bool expand_field(struct qc_sema *sema, struct qc_name *name, struct qc_str field, struct qc_str typed,
                         struct qc_span span, struct qc_str *text)
{
    const struct qc_keyword *keyword = qc_symbols_field(&sema->cx->arena, name->kind, field);
    name->used = true;
    if (name->cited != NULL)
        name->cited->used = true;
    if (keyword == NULL) {
        qc_sema_report_unknown(sema, typed, span);
        return false;
    }
    if (!descend(sema, name, span))
        return false;
    enum qc_field_id id = (enum qc_field_id)keyword->id;
    *text = name->cited != NULL ? qc_sema_cited_field(sema, name->cited, id)
                                : qc_sema_field(sema, name->declaration, id);
    ascend(sema, *text);
    if (text->len == 0) {
        qc_report(sema->cx, span, QC_MSG(name_unset), QC_STR_ARGS(typed));
        return false;
    }
    return true;
}

static bool expand_typed(struct qc_sema *sema, struct qc_str typed, struct qc_span span, struct qc_str *text)
{
    struct qc_braced braced = qc_symbols_braced(sema->symbols, &sema->cx->arena, typed);
    struct qc_name *name = braced.name;
    if (name == NULL && braced.entry != NULL)
        name = qc_sema_name_entry(sema, braced.stem, braced.entry);
    if (name == NULL) {
        qc_sema_report_unknown(sema, typed, span);
        return false;
    }
    if (braced.twin != NULL) {
        qc_report(sema->cx, span, QC_MSG(name_ambiguous), QC_STR_ARGS(braced.stem), QC_STR_ARGS(name->name),
                  QC_STR_ARGS(braced.twin->name));
        return false;
    }
    return braced.has_field ? expand_field(sema, name, braced.field, typed, span, text)
                            : expand_name(sema, name, braced.index, typed, span, text);
}

bool qc_sema_expand(void *user, struct qc_str body, struct qc_span span, struct qc_str *text,
                    const struct qc_unit **unit)
{
    struct qc_sema *sema = user;
    *text = QC_STR("");
    if (body.ptr[0] == '#') { /* a label: labels.c has seen those of units */
        if (!sema->in_body)
            qc_report(sema->cx, span, QC_MSG(label_misplaced));
        return true;
    }
    if (body.ptr[0] != '@')
        return expand_typed(sema, body, span, text);
    *unit = qc_sema_find_label(sema, qc_str_trim(qc_str_skip(body, 1)), span);
    if (*unit == NULL)
        return false;
    *text = qc_sema_reference(sema, *unit);
    return true;
}

/* --- values ----------------------------------------------------------- */

/* What a reference in a value prints: as typed when it stands for nothing. */
static struct qc_str reference_text(struct qc_sema *sema, const struct qc_prose *prose,
                                    const struct qc_inline_piece *piece)
{
    struct qc_str typed = qc_str_slice(prose->text, piece->begin, piece->end), text;
    struct qc_str body = qc_str_trim(qc_str_slice(typed, 1, typed.len - 1));
    struct qc_span span = qc_prose_span(prose, piece->begin, piece->end);
    const struct qc_unit *unit = NULL;
    if (body.ptr[0] == '#') /* a value is no unit */
        qc_report(sema->cx, span, QC_MSG(label_misplaced));
    return qc_sema_expand(sema, body, span, &text, &unit) ? text : typed;
}

struct qc_str qc_sema_plain(struct qc_sema *sema, const struct qc_prose *prose, size_t from, size_t to)
{
    struct qc_str text = qc_str_slice(prose->text, 0, to);
    if (memchr(text.ptr + from, '{', to - from) == NULL && memchr(text.ptr + from, '}', to - from) == NULL &&
        memchr(text.ptr + from, '\\', to - from) == NULL)
        return qc_str_slice(text, from, to);
    struct qc_buf buf = { .arena = &sema->cx->arena };
    for (struct qc_inline_piece piece = { .end = from }; qc_inline_next(text, &piece);) {
        struct qc_str typed = qc_str_slice(text, piece.begin, piece.end);
        if (piece.kind == QC_PIECE_BRACE)
            qc_inline_report_brace(sema->cx, prose, piece.begin);
        qc_buf_add(&buf, piece.kind == QC_PIECE_REFERENCE ? reference_text(sema, prose, &piece)
                         : piece.kind == QC_PIECE_ESCAPE  ? qc_str_skip(typed, 1)
                                                          : typed);
    }
    return qc_buf_str(&buf);
}

struct qc_str qc_sema_value(struct qc_sema *sema, const struct qc_prose *prose)
{
    return qc_sema_plain(sema, prose, 0, prose->text.len);
}

struct qc_inlines *qc_sema_inlines(struct qc_sema *sema, const struct qc_prose *prose)
{
    return qc_inline_read(sema->cx, prose, 0, prose->text.len, &sema->expander);
}
