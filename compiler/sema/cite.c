/*
 * cite.c - the citation of an instrument (NĐ 30/2020, PL I.II.6): in full
 * where the text first names it, in short from then on.
 *
 * What a document declares of an instrument holds; the registry gives the
 * rest, field by field.
 */
#include "base/utf8.h"
#include "sema/sema.h"

/* What a citation is made of; what is not known is empty. */
struct parts {
    struct qc_str name, type, number, date, issuer, subject;
};

enum form {
    FORM_NUMBERED,     /* Nghị định số 30/2020/NĐ-CP ngày … của Chính phủ về … */
    FORM_LAW,          /* Luật Công đoàn ngày …: neither number nor issuer (PL I.II.6.a) */
    FORM_CONSTITUTION, /* Hiến pháp nước Cộng hòa … năm 2013 */
    FORM_CHARTER,      /* Điều lệ … khóa XII được … thông qua ngày …, or with the decision that issues it */
};

static enum form form_of(struct qc_arena *arena, const struct parts *parts)
{
    static const struct {
        const char *type;
        enum form form;
    } forms[] = {
        { "luật", FORM_LAW },
        { "bộ luật", FORM_LAW },
        { "pháp lệnh", FORM_LAW },
        { "hiến pháp", FORM_CONSTITUTION },
        { "điều lệ", FORM_CHARTER },
    };
    struct qc_str key = qc_name_key(arena, parts->type);
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (qc_name_matches(key, qc_str_from(forms[i].type)))
            return forms[i].form;
    return FORM_NUMBERED;
}

static void add_part(struct qc_buf *buf, struct qc_str lead, struct qc_str text)
{
    if (text.len == 0)
        return;
    if (buf->len > 0)
        qc_buf_char(buf, ' ');
    qc_buf_add(buf, lead);
    qc_buf_add(buf, text);
}

/* "Luật Công đoàn": the type and what it is about, or the name where that says it all and more ("… khóa XII"). */
static struct qc_str title_of(struct qc_arena *arena, const struct parts *parts)
{
    if (parts->subject.len == 0)
        return parts->name;
    struct qc_buf buf = { .arena = arena };
    add_part(&buf, QC_STR(""), parts->type);
    add_part(&buf, QC_STR(""), parts->subject);
    struct qc_str title = qc_buf_str(&buf);
    return qc_str_starts(parts->name, title) ? parts->name : title;
}

static struct qc_str cite_law(struct qc_arena *arena, const struct parts *parts, bool full)
{
    struct qc_buf buf = { .arena = arena };
    add_part(&buf, QC_STR(""), parts->subject.len > 0 ? parts->type : parts->name);
    add_part(&buf, QC_STR(""), parts->subject);
    if (full && parts->date.len > 0)
        add_part(&buf, QC_STR(""), parts->date);
    else if (full)
        add_part(&buf, QC_STR("số "), parts->number);
    return qc_buf_str(&buf);
}

static struct qc_str cite_constitution(struct qc_arena *arena, const struct parts *parts, bool full)
{
    struct qc_buf buf = { .arena = arena };
    add_part(&buf, QC_STR(""), parts->type);
    if (full)
        add_part(&buf, QC_STR(""), parts->subject);
    add_part(&buf, QC_STR(""), qc_str_skip(parts->date, qc_str_find(parts->date, QC_STR("năm "))));
    return qc_buf_str(&buf);
}

static struct qc_str cite_charter(struct qc_arena *arena, const struct parts *parts, bool full)
{
    struct qc_buf buf = { .arena = arena };
    add_part(&buf, QC_STR(""), title_of(arena, parts));
    if (!full)
        return qc_buf_str(&buf);
    if (parts->number.len > 0) { /* of the decision that issues it */
        add_part(&buf, QC_STR("ban hành kèm theo Quyết định số "), parts->number);
        add_part(&buf, QC_STR(""), parts->date);
        add_part(&buf, QC_STR("của "), parts->issuer);
    } else if (parts->date.len > 0) {
        add_part(&buf, QC_STR(""), QC_STR("được"));
        add_part(&buf, QC_STR(""), parts->issuer);
        add_part(&buf, QC_STR("thông qua "), parts->date);
    }
    return qc_buf_str(&buf);
}

static struct qc_str cite_numbered(struct qc_arena *arena, const struct parts *parts, bool full)
{
    struct qc_buf buf = { .arena = arena };
    add_part(&buf, QC_STR(""), parts->type.len > 0 ? parts->type : parts->name);
    add_part(&buf, QC_STR("số "), parts->number);
    if (full || parts->number.len == 0)
        add_part(&buf, QC_STR(""), parts->date);
    if (!full && parts->number.len == 0 && parts->date.len == 0)
        return title_of(arena, parts);
    if (full) {
        add_part(&buf, QC_STR("của "), parts->issuer);
        add_part(&buf, QC_STR(""), parts->subject);
    }
    return qc_buf_str(&buf);
}

static struct qc_str cite(struct qc_arena *arena, const struct parts *parts, bool full)
{
    switch (form_of(arena, parts)) {
    case FORM_LAW: return cite_law(arena, parts, full);
    case FORM_CONSTITUTION: return cite_constitution(arena, parts, full);
    case FORM_CHARTER: return cite_charter(arena, parts, full);
    case FORM_NUMBERED: break;
    }
    return cite_numbered(arena, parts, full);
}

/* --- of the registry --------------------------------------------------- */

static struct parts parts_of_entry(struct qc_arena *arena, const struct qc_instrument *entry)
{
    return (struct parts){
        .name = entry->name,
        .type = entry->type,
        .number = entry->number,
        .date = entry->issued.given ? qc_date_format(arena, entry->issued) : QC_STR(""),
        .issuer = entry->issuer,
        .subject = entry->subject,
    };
}

struct qc_str qc_instrument_cite(struct qc_arena *arena, const struct qc_instrument *instrument, bool full)
{
    struct parts parts = parts_of_entry(arena, instrument);
    return cite(arena, &parts, full);
}

static struct qc_str short_date(struct qc_arena *arena, struct qc_date date)
{
    return date.given ? qc_date_short(arena, date) : QC_STR("");
}

/* A field of an entry as its file in stdlib/instruments/ has it. */
static struct qc_str entry_field(struct qc_arena *arena, const struct qc_instrument *entry, enum qc_field_id id)
{
    switch ((int)id) {
    case QC_F_INSTRUMENT_ACT_TYPE: return entry->type;
    case QC_F_INSTRUMENT_ACT_NUMBER: return entry->number;
    case QC_F_INSTRUMENT_ACT_ISSUER: return entry->issuer;
    case QC_F_INSTRUMENT_ACT_SUBJECT: return entry->subject;
    case QC_F_INSTRUMENT_ACT_DATE: return short_date(arena, entry->issued);
    case QC_F_INSTRUMENT_ACT_EFFECT: return short_date(arena, entry->from);
    case QC_F_INSTRUMENT_ACT_END: return short_date(arena, entry->until);
    case QC_F_INSTRUMENT_ACT_REPLACED: return qc_instrument_links(arena, entry->replaced_by, QC_STR(", "));
    case QC_F_INSTRUMENT_ACT_AMENDED: return qc_instrument_links(arena, entry->amended_by, QC_STR(", "));
    case QC_F_INSTRUMENT_ACT_VERIFIED: return short_date(arena, entry->verified);
    default: return QC_STR("");
    }
}

/* --- of a document ------------------------------------------------------ */

/* Does what a document declares go with an entry? */
static bool agrees(struct qc_sema *sema, const struct qc_declaration *block, const struct qc_instrument *entry)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_str type = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_TYPE);
    struct qc_str number = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_NUMBER);
    struct qc_str typed = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_DATE);
    struct qc_date date;
    if (type.len > 0 && !qc_name_matches(qc_name_key(arena, type), qc_name_key(arena, entry->type)))
        return false;
    if (number.len > 0 && qc_registry_number(number) != entry)
        return false;
    return typed.len == 0 || qc_date_read(typed, &date) != QC_DATE_FINE || qc_date_number(date) == 0 ||
           qc_date_number(date) == qc_date_number(entry->issued);
}

/* "55/2011/TT-BGDĐT": with the year in it a number is that of one instrument in the country. */
static bool has_year(struct qc_str number)
{
    size_t slash = qc_str_find(number, QC_STR("/"));
    struct qc_str rest = qc_str_skip(number, slash);
    return rest.len > 5 && rest.ptr[5] == '/' && (rest.ptr[1] == '1' || rest.ptr[1] == '2');
}

/* The entry that is the declared instrument, or NULL. */
static const struct qc_instrument *entry_of_block(struct qc_sema *sema, const struct qc_declaration *block)
{
    struct qc_str name = block->values.count > 0 ? block->values.items[0]->text : QC_STR("");
    struct qc_str number = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_NUMBER);
    const struct qc_instrument *entry = qc_registry_name(&sema->cx->arena, name);
    if (entry == NULL && has_year(number))
        entry = qc_registry_number(number);
    return entry != NULL && agrees(sema, block, entry) ? entry : NULL;
}

struct qc_cited *qc_sema_cited(struct qc_sema *sema, const struct qc_declaration *block,
                               const struct qc_instrument *entry)
{
    struct qc_arena *arena = &sema->cx->arena;
    if (block != NULL)
        entry = entry_of_block(sema, block);
    struct qc_cited *cited = qc_alloc(arena, sizeof *cited);
    *cited = (struct qc_cited){ .block = block, .entry = entry };
    if (entry != NULL) { /* one instrument, however it is named; but what is declared twice counts for itself */
        struct qc_cited *known = qc_map_add(arena, &sema->cited_by_entry, entry->name, cited);
        if (known != cited && block == NULL)
            return known;
    }
    *qc_vec_push(arena, &sema->cited) = cited;
    return cited;
}

struct qc_str qc_sema_cited_field(struct qc_sema *sema, const struct qc_cited *cited, enum qc_field_id id)
{
    if (cited->block != NULL && qc_sema_find_field(cited->block, id) != NULL)
        return qc_sema_field(sema, cited->block, id);
    return cited->entry == NULL ? QC_STR("") : entry_field(&sema->cx->arena, cited->entry, id);
}

/* A date typed short prints in the decree's form; anything else as typed. */
static struct qc_str date_text(struct qc_arena *arena, struct qc_str typed)
{
    struct qc_date date;
    if (typed.len == 0 || qc_date_read(typed, &date) != QC_DATE_FINE)
        return typed;
    return qc_date_format(arena, date);
}

static struct parts parts_of(struct qc_sema *sema, const struct qc_cited *cited)
{
    if (cited->block == NULL)
        return parts_of_entry(&sema->cx->arena, cited->entry);
    return (struct parts){
        .name = cited->block->values.count > 0 ? cited->block->values.items[0]->text : QC_STR(""),
        .type = qc_sema_cited_field(sema, cited, QC_F_INSTRUMENT_ACT_TYPE),
        .number = qc_sema_cited_field(sema, cited, QC_F_INSTRUMENT_ACT_NUMBER),
        .date = date_text(&sema->cx->arena, qc_sema_cited_field(sema, cited, QC_F_INSTRUMENT_ACT_DATE)),
        .issuer = qc_sema_cited_field(sema, cited, QC_F_INSTRUMENT_ACT_ISSUER),
        .subject = qc_sema_cited_field(sema, cited, QC_F_INSTRUMENT_ACT_SUBJECT),
    };
}

/* Has the text named another law of this name? Then the name alone does not tell them apart. */
static bool is_shared(struct qc_sema *sema, const struct qc_cited *cited, const struct parts *parts)
{
    bool shared = false;
    for (size_t i = 0; i < sema->cited.count && !shared && parts->subject.len > 0; i++) {
        const struct qc_cited *other = sema->cited.items[i];
        shared = other != cited && other->mentioned &&
                 qc_str_equal(qc_sema_cited_field(sema, other, QC_F_INSTRUMENT_ACT_TYPE), parts->type) &&
                 qc_str_equal(qc_sema_cited_field(sema, other, QC_F_INSTRUMENT_ACT_SUBJECT), parts->subject);
    }
    return shared;
}

struct qc_str qc_sema_cite(struct qc_sema *sema, struct qc_cited *cited)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct parts parts = parts_of(sema, cited);
    bool full = !sema->in_text || !cited->mentioned ||
                (form_of(arena, &parts) == FORM_LAW && is_shared(sema, cited, &parts));
    sema->citations++;
    cited->used = true;
    if (sema->in_text)
        cited->mentioned = true;
    return cite(arena, &parts, full);
}
