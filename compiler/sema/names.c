/*
 * names.c - names in braces: the table, look-up, and what they print.
 *
 * Owns the table. A value is inserted as text; it never becomes markup.
 */
#include "base/utf8.h"
#include "base/limits.h"
#include "sema/sema.h"

/* --- the table -------------------------------------------------------- */

static struct qc_name *declare(struct qc_sema *sema, enum qc_name_kind kind, struct qc_str name, struct qc_span span,
                               bool own)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_name *entry = qc_alloc(arena, sizeof *entry);
    entry->kind = kind;
    entry->name = name;
    entry->key = qc_name_key(arena, name);
    entry->span = span;
    entry->own = own;
    struct qc_name *holder = qc_map_add(arena, &sema->names_by_key, entry->key, entry);
    entry->holder = holder;
    if (holder != entry && own) {
        struct qc_diagnostic *d = qc_report(sema->cx, span, QC_MSG(name_duplicate), QC_STR_ARGS(name));
        if (holder->span.end > holder->span.begin)
            qc_note_at(sema->cx, d, holder->span, QC_NOTE_MSG(first_here));
        else
            qc_note(sema->cx, d, QC_NOTE_MSG(name_of_language), QC_STR_ARGS(holder->name));
    } else if (holder == entry) {
        *qc_vec_push(arena, &sema->names) = entry;
        entry->bare = qc_name_bare(arena, entry->key);
        struct qc_name *twin = qc_map_add(arena, &sema->names_by_bare, entry->bare, entry);
        if (twin != entry && twin->twin == NULL)
            twin->twin = entry; /* typed without marks the two cannot be told apart */
    }
    return entry; /* of a used file, and the name is taken: the caller compares */
}

static void declare_keywords(struct qc_sema *sema)
{
    static const enum qc_keyword_id printed[] = {
        QC_KW_TYPE,   QC_KW_SUBJECT, QC_KW_SCHOOL_YEAR, QC_KW_PARENT,   QC_KW_ISSUER, QC_KW_NUMBER,   QC_KW_PLACE,
        QC_KW_DATE,   QC_KW_ATTACHED_TO, QC_KW_AUTHORITY, QC_KW_BASIS,  QC_KW_PROPOSAL, QC_KW_EFFECT, QC_KW_REPLACES,
    };
    struct qc_span nowhere = { 0, 0, sema->tree->source->id };
    for (size_t i = 0; i < sizeof printed / sizeof printed[0]; i++) {
        const struct qc_keyword *keyword = qc_keyword_info(printed[i]);
        struct qc_name *name = declare(sema, QC_NAME_KEYWORD, qc_str_from(keyword->vietnamese), nowhere, true);
        name->keyword = printed[i];
        if (strcmp(keyword->vietnamese, keyword->english) != 0)
            declare(sema, QC_NAME_KEYWORD, qc_str_from(keyword->english), nowhere, true)->keyword = printed[i];
    }
    declare(sema, QC_NAME_YEAR_BEFORE, QC_STR("năm học trước"), nowhere, true);
    declare(sema, QC_NAME_YEAR_AFTER, QC_STR("năm học sau"), nowhere, true);
    declare(sema, QC_NAME_YEAR_BEFORE, QC_STR("previous school year"), nowhere, true);
    declare(sema, QC_NAME_YEAR_AFTER, QC_STR("next school year"), nowhere, true);
}

static struct qc_name *lookup(struct qc_sema *sema, struct qc_str typed, struct qc_span span, bool *ambiguous)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_arena_mark mark = qc_arena_mark(arena);
    struct qc_str key = qc_name_key(arena, typed);
    struct qc_name *exact = qc_map_get(&sema->names_by_key, key);
    struct qc_name *bare = exact == NULL ? qc_map_get(&sema->names_by_bare, key) : NULL;
    if (bare != NULL && !qc_name_matches(key, bare->key))
        bare = NULL; /* typed with marks: they must agree */
    qc_arena_release(arena, mark);
    *ambiguous = bare != NULL && bare->twin != NULL;
    if (!*ambiguous)
        return exact != NULL ? exact : bare;
    qc_report(sema->cx, span, QC_MSG(name_ambiguous), QC_STR_ARGS(typed), QC_STR_ARGS(bare->name),
              QC_STR_ARGS(bare->twin->name));
    return NULL;
}

/* "thay thế 2": a name and an index. */
static size_t split_index(struct qc_str typed, struct qc_str *name)
{
    size_t end = typed.len, index = 0;
    while (end > 0 && typed.ptr[end - 1] >= '0' && typed.ptr[end - 1] <= '9' && typed.len - end < 4)
        end--;
    for (size_t i = end; i < typed.len; i++)
        index = index * 10 + (size_t)(typed.ptr[i] - '0');
    *name = qc_str_trim(qc_str_slice(typed, 0, end));
    return end < typed.len && end > 0 && name->len < end ? index : 0;
}

/* tên = giá trị */
static void declare_value(struct qc_sema *sema, const struct qc_declared *declared, const struct qc_prose *prose)
{
    size_t equals = qc_str_find(prose->text, QC_STR("="));
    struct qc_str name = qc_str_trim(qc_str_slice(prose->text, 0, equals));
    if (equals == prose->text.len || name.len == 0 || name.len > QC_MAX_NAME_BYTES) {
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(assignment_form),
                  QC_STR_ARGS(qc_str_from(declared->declaration->keyword->vietnamese)));
        return;
    }
    size_t begin = (size_t)(name.ptr - prose->text.ptr);
    struct qc_str stem; /* "căn cứ 1" is the first basis */
    bool ambiguous;
    const struct qc_name *taken = split_index(name, &stem) > 0 ? lookup(sema, stem, qc_prose_whole(prose), &ambiguous)
                                                              : NULL;
    if (taken != NULL && taken->kind == QC_NAME_KEYWORD) {
        struct qc_diagnostic *d = qc_report(sema->cx, qc_prose_span(prose, begin, begin + name.len),
                                            QC_MSG(name_duplicate), QC_STR_ARGS(name));
        qc_note(sema->cx, d, QC_NOTE_MSG(name_of_language), QC_STR_ARGS(name));
        return;
    }
    struct qc_name *entry = declare(sema, QC_NAME_VALUE, name, qc_prose_span(prose, begin, begin + name.len),
                                    declared->own);
    entry->declaration = declared->declaration;
    entry->prose = prose;
    entry->from = equals + 1 + qc_blank_prefix(qc_str_skip(prose->text, equals + 1));
    entry->to = prose->text.len;
    const struct qc_name *holder = entry->holder;
    if (holder == entry || holder->own || declared->own)
        return; /* the document's own wins */
    if (holder->prose == NULL || !qc_str_equal(qc_str_slice(holder->prose->text, holder->from, holder->to),
                                               qc_str_slice(prose->text, entry->from, entry->to)))
        qc_report(sema->cx, entry->span, QC_MSG(include_differs), QC_STR_ARGS(name));
}

/* gọi là: a, b; c */
static void declare_aliases(struct qc_sema *sema, const struct qc_declared *declared,
                            const struct qc_declaration *field)
{
    for (size_t i = 0; i < field->values.count; i++) {
        const struct qc_prose *prose = field->values.items[i];
        for (size_t from = 0; from < prose->text.len;) {
            size_t to = from;
            while (to < prose->text.len && prose->text.ptr[to] != ',' && prose->text.ptr[to] != ';')
                to++;
            struct qc_str alias = qc_str_trim(qc_str_slice(prose->text, from, to));
            size_t begin = (size_t)(alias.ptr - prose->text.ptr);
            if (alias.len > 0)
                declare(sema, QC_NAME_PARTY, alias, qc_prose_span(prose, begin, begin + alias.len), declared->own)
                    ->declaration = declared->declaration;
            from = to + 1;
        }
    }
}

static void declare_block(struct qc_sema *sema, const struct qc_declared *declared, enum qc_name_kind kind)
{
    const struct qc_declaration *block = declared->declaration;
    if (block->values.count == 0)
        return; /* reported where the block is read */
    const struct qc_prose *prose = block->values.items[0];
    declare(sema, kind, prose->text, qc_prose_whole(prose), declared->own)->declaration = block;
    const struct qc_declaration *aliases = qc_sema_find_field(block, QC_F_PARTY_ALIASES);
    if (kind == QC_NAME_PARTY && aliases != NULL)
        declare_aliases(sema, declared, aliases);
}

static bool expand(void *user, struct qc_str body, struct qc_span span, struct qc_str *text,
                   const struct qc_unit **unit);

/* The document's own names first: they win over those of the files that it uses. */
static void declare_all(struct qc_sema *sema, bool own)
{
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declared *declared = &sema->declared.items[i];
        const struct qc_declaration *declaration = declared->declaration;
        if (declared->own != own)
            continue;
        switch (declaration->keyword->id) {
        case QC_KW_PARTY: declare_block(sema, declared, QC_NAME_PARTY); break;
        case QC_KW_INSTRUMENT: declare_block(sema, declared, QC_NAME_INSTRUMENT); break;
        case QC_KW_LET:
        case QC_KW_ABBREVIATION:
            for (size_t k = 0; k < declaration->values.count; k++)
                declare_value(sema, declared, declaration->values.items[k]);
            break;
        default: break;
        }
    }
}

void qc_sema_name_all(struct qc_sema *sema)
{
    sema->expander = (struct qc_expander){ expand, sema };
    declare_keywords(sema);
    declare_all(sema, true);
    declare_all(sema, false);
}

/* --- look-up ---------------------------------------------------------- */

static void report_unknown(struct qc_sema *sema, struct qc_str typed, struct qc_span span)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_diagnostic *d = qc_report(sema->cx, span, QC_MSG(name_unknown), QC_STR_ARGS(typed));
    struct qc_str key = qc_name_bare(arena, qc_name_key(arena, typed));
    size_t limit = qc_utf8_count(key) < 3 ? 0 : qc_utf8_count(key) / 3, best = limit + 1;
    const struct qc_name *near = NULL;
    for (size_t i = 0; i < sema->names.count && sema->suggested < QC_MAX_SUGGESTIONS; i++) {
        size_t distance = qc_name_distance(arena, key, sema->names.items[i]->bare, limit);
        if (distance < best) {
            best = distance;
            near = sema->names.items[i];
        }
    }
    sema->suggested++;
    if (near == NULL)
        return;
    qc_note(sema->cx, d, QC_NOTE_MSG(did_you_mean), QC_STR_ARGS(near->name));
    struct qc_str text = qc_source_text(&sema->cx->sources, span);
    size_t at = qc_str_find(text, typed);
    if (at < text.len)
        qc_fix(sema->cx, d,
               (struct qc_span){ span.begin + (uint32_t)at, span.begin + (uint32_t)(at + typed.len), span.file },
               near->name);
}

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
    case QC_NAME_INSTRUMENT: *text = qc_sema_cite(sema, name->declaration); return true;
    case QC_NAME_VALUE: *text = qc_sema_plain(sema, name->prose, name->from, name->to); return true;
    }
    return false;
}

/* Goes one step down; false, and reported, when the values nest too deep or print too much. */
static bool descend(struct qc_sema *sema, struct qc_name *name, struct qc_span span)
{
    if (sema->expansion_stopped)
        return false;
    bool nested = sema->expanding.count > 0;
    sema->nested_expansions += nested;
    if (sema->expanding.count >= QC_MAX_EXPANSION_DEPTH || sema->expanded_bytes > QC_MAX_EXPANSION_BYTES ||
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
    if (name->printed.ptr != NULL) { /* a value of one's own prints the same every time */
        *text = name->printed;
        sema->expanded_bytes += text->len;
        return sema->expanded_bytes <= QC_MAX_EXPANSION_BYTES || descend(sema, name, span);
    }
    if (name->expanding) {
        report_cycle(sema, name, span);
        return false;
    }
    if (!descend(sema, name, span))
        return false;
    name->expanding = true;
    bool declared = name_text(sema, name, index, text);
    name->expanding = false;
    ascend(sema, *text);
    if (declared && name->kind == QC_NAME_VALUE && !sema->expansion_stopped)
        name->printed = text->ptr == NULL ? QC_STR("") : *text;
    if (!declared)
        qc_report(sema->cx, span, QC_MSG(name_unset), QC_STR_ARGS(typed));
    return declared;
}

/* {Nhà trường.chức vụ}: a field of a block. */
static bool expand_field(struct qc_sema *sema, struct qc_name *name, struct qc_str field, struct qc_str typed,
                         struct qc_span span, struct qc_str *text)
{
    const struct qc_keyword *keyword = NULL;
    if (name->kind == QC_NAME_PARTY)
        keyword = qc_field_find(&sema->cx->arena, QC_KW_PARTY, field);
    else if (name->kind == QC_NAME_INSTRUMENT)
        keyword = qc_field_find(&sema->cx->arena, QC_KW_INSTRUMENT, field);
    name->used = true;
    if (keyword == NULL) {
        report_unknown(sema, typed, span);
        return false;
    }
    if (!descend(sema, name, span))
        return false;
    *text = qc_sema_field(sema, name->declaration, (enum qc_field_id)keyword->id);
    ascend(sema, *text);
    if (text->len == 0) {
        qc_report(sema->cx, span, QC_MSG(name_unset), QC_STR_ARGS(typed));
        return false;
    }
    return true;
}

static bool expand_typed(struct qc_sema *sema, struct qc_str typed, struct qc_span span, struct qc_str *text)
{
    bool ambiguous;
    struct qc_name *name = lookup(sema, typed, span, &ambiguous);
    if (name != NULL)
        return expand_name(sema, name, 0, typed, span, text);
    if (ambiguous)
        return false;
    struct qc_str stem;
    size_t index = split_index(typed, &stem);
    if (index > 0 && (name = lookup(sema, stem, span, &ambiguous)) != NULL && name->kind == QC_NAME_KEYWORD &&
        qc_keyword_info(name->keyword)->form == QC_KEYWORD_LIST)
        return expand_name(sema, name, index, typed, span, text);
    size_t dot = qc_str_find(typed, QC_STR("."));
    if (dot < typed.len && !ambiguous) {
        name = lookup(sema, qc_str_trim(qc_str_slice(typed, 0, dot)), span, &ambiguous);
        if (name != NULL)
            return expand_field(sema, name, qc_str_trim(qc_str_skip(typed, dot + 1)), typed, span, text);
    }
    if (!ambiguous)
        report_unknown(sema, typed, span);
    return false;
}

static bool expand(void *user, struct qc_str body, struct qc_span span, struct qc_str *text,
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

struct qc_str qc_sema_plain(struct qc_sema *sema, const struct qc_prose *prose, size_t from, size_t to)
{
    struct qc_str text = qc_str_slice(prose->text, 0, to);
    if (memchr(text.ptr + from, '{', to - from) == NULL && memchr(text.ptr + from, '}', to - from) == NULL &&
        memchr(text.ptr + from, '\\', to - from) == NULL)
        return qc_str_slice(text, from, to);
    struct qc_buf buf = { .arena = &sema->cx->arena };
    size_t end;
    for (size_t i = from; i < to;) {
        const struct qc_unit *unit = NULL;
        struct qc_str value;
        if (qc_inline_is_escape(text, i)) {
            qc_buf_char(&buf, text.ptr[i + 1]);
            i += 2;
        } else if (text.ptr[i] == '{' && qc_inline_reference_at(text, i, &end)) {
            struct qc_str body = qc_str_trim(qc_str_slice(text, i + 1, end - 1));
            if (body.ptr[0] == '#') /* a value is no unit */
                qc_report(sema->cx, qc_prose_span(prose, i, end), QC_MSG(label_misplaced));
            bool known = expand(sema, body, qc_prose_span(prose, i, end), &value, &unit);
            qc_buf_add(&buf, known ? value : qc_str_slice(text, i, end));
            i = end;
        } else {
            if (text.ptr[i] == '{' || text.ptr[i] == '}')
                qc_inline_report_brace(sema->cx, prose, i);
            qc_buf_char(&buf, text.ptr[i++]);
        }
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

/* Keywords whose values print only through {…}. The school year is left out: the checks read it all the same. */
static const enum qc_keyword_id only_in_braces[] = { QC_KW_EFFECT, QC_KW_REPLACES };

static bool is_used(const struct qc_sema *sema, enum qc_keyword_id id)
{
    for (size_t i = 0; i < sema->names.count; i++) {
        const struct qc_name *name = sema->names.items[i];
        if (name->used && name->kind == QC_NAME_KEYWORD && name->keyword == id)
            return true;
    }
    return false;
}

void qc_sema_report_unused(struct qc_sema *sema)
{
    if (sema->expansion_stopped)
        return; /* what the limit cut off would count as unused */
    for (size_t i = 0; i < sema->names.count; i++) {
        const struct qc_name *name = sema->names.items[i];
        bool prints_only_here = name->kind == QC_NAME_VALUE || name->kind == QC_NAME_INSTRUMENT;
        if (prints_only_here && name->own && !name->used)
            qc_report(sema->cx, name->span, QC_MSG(name_unused), QC_STR_ARGS(name->name));
    }
    for (size_t i = 0; i < sizeof only_in_braces / sizeof only_in_braces[0]; i++) {
        const struct qc_declaration *declaration = sema->document->first[only_in_braces[i]];
        if (declaration != NULL && declaration->key.file == sema->tree->source->id &&
            !is_used(sema, only_in_braces[i]))
            qc_report(sema->cx, declaration->key, QC_MSG(name_unused),
                      QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
    }
}
