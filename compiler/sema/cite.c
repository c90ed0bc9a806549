/*
 * cite.c - the citation of an instrument (NĐ 30/2020, PL I.II.6.a): a law by
 * its name and the day it was passed, any other by type, number, day, issuer
 * and subject.
 */
#include "base/utf8.h"
#include "sema/sema.h"

static bool is_law(struct qc_arena *arena, struct qc_str type)
{
    static const char *const laws[] = { "luật", "bộ luật", "pháp lệnh", "hiến pháp" };
    struct qc_str key = qc_name_key(arena, type);
    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++)
        if (qc_name_matches(key, qc_str_from(laws[i])))
            return true;
    return false;
}

/* A date typed short prints in the decree's form; anything else as typed. */
static struct qc_str date_text(struct qc_arena *arena, struct qc_str typed)
{
    struct qc_date date;
    if (typed.len == 0 || qc_date_read(typed, &date) != QC_DATE_FINE)
        return typed;
    return qc_date_format(arena, date);
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

struct qc_str qc_sema_cite(struct qc_sema *sema, const struct qc_declaration *block)
{
    struct qc_arena *arena = &sema->cx->arena;
    struct qc_str type = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_TYPE);
    struct qc_str number = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_NUMBER);
    struct qc_str subject = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_SUBJECT);
    struct qc_str issuer = qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_ISSUER);
    struct qc_str date = date_text(arena, qc_sema_field(sema, block, QC_F_INSTRUMENT_ACT_DATE));
    struct qc_str name = block->values.count > 0 ? block->values.items[0]->text : QC_STR("");
    struct qc_buf buf = { .arena = arena };
    if (is_law(arena, type)) {
        add_part(&buf, QC_STR(""), subject.len > 0 ? type : name);
        add_part(&buf, QC_STR(""), subject);
        if (date.len > 0)
            add_part(&buf, QC_STR(""), date);
        else
            add_part(&buf, QC_STR("số "), number);
        return qc_buf_str(&buf);
    }
    add_part(&buf, QC_STR(""), type.len > 0 ? type : name);
    add_part(&buf, QC_STR("số "), number);
    add_part(&buf, QC_STR(""), date);
    add_part(&buf, QC_STR("của "), issuer);
    add_part(&buf, QC_STR(""), subject);
    return qc_buf_str(&buf);
}
