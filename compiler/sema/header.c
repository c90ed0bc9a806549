/*
 * header.c - the head of the document: issuers, number, place and date, type,
 * subject, recitals.
 */
#include "base/utf8.h"
#include "sema/sema.h"
#include "syntax/token.h"

static const struct qc_str blank_text = { "…", 3 };

static struct qc_arena *arena_of(struct qc_sema *sema)
{
    return &sema->cx->arena;
}

void qc_sema_blank(struct qc_sema *sema, const struct qc_declaration *declaration)
{
    const struct qc_declaration *status = qc_sema_first(sema, QC_KW_STATUS);
    bool issued = status != NULL && status->values.count > 0 &&
                  qc_word_find(arena_of(sema), status->values.items[0]->text) == QC_WORD_ISSUED;
    if (issued)
        qc_report(sema->cx, declaration->key, QC_MSG(blank_in_issued),
                  QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
    sema->document->draft = true;
}

struct qc_inlines *qc_sema_lead(struct qc_sema *sema, const struct qc_declaration *declaration,
                                const struct qc_prose *prose, const char *lead)
{
    /* of the header only bases, proposals and mở đầu take inline marks (language, "Inline") */
    int id = declaration->keyword->id;
    bool marks = declaration->keyword->block < 0 && (id == QC_KW_BASIS || id == QC_KW_PROPOSAL);
    struct qc_inlines *inlines = marks ? qc_sema_inlines(sema, prose)
                                       : qc_inline_plain(arena_of(sema), qc_sema_value(sema, prose));
    if (*lead != '\0' && qc_keyword_opener(declaration->keyword, prose->text) == 0)
        qc_inline_prepend(arena_of(sema), inlines, qc_str_format(arena_of(sema), "%s ", lead));
    return inlines;
}

/* The value of a keyword of one value with its lead word; a blank prints as dots. NULL when it is absent. */
static struct qc_inlines *scalar(struct qc_sema *sema, enum qc_keyword_id id)
{
    const struct qc_declaration *declaration = qc_sema_first(sema, id);
    if (declaration == NULL)
        return NULL;
    if (declaration->values.count > 0)
        return qc_sema_lead(sema, declaration, declaration->values.items[0], declaration->keyword->lead);
    qc_sema_blank(sema, declaration);
    const char *lead = declaration->keyword->lead;
    return qc_inline_plain(arena_of(sema),
                           qc_str_format(arena_of(sema), "%s%s…", lead, *lead == '\0' ? "" : " "));
}

static void must_have_value(struct qc_sema *sema, enum qc_keyword_id id)
{
    const struct qc_declaration *declaration = qc_sema_first(sema, id);
    if (declaration != NULL && declaration->values.count == 0)
        qc_report(sema->cx, declaration->key, QC_MSG(value_missing),
                  QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
}

static void check_day(struct qc_sema *sema, const struct qc_declaration *field)
{
    if (field == NULL || field->values.count == 0)
        return;
    const struct qc_prose *prose = field->values.items[0];
    struct qc_str typed = qc_sema_value(sema, prose);
    struct qc_date date;
    switch (qc_date_read(typed, &date)) {
    case QC_DATE_FINE: break;
    case QC_DATE_NOT_A_DATE:
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(date_form), QC_STR_ARGS(typed));
        break;
    case QC_DATE_IMPOSSIBLE:
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(date_impossible), QC_STR_ARGS(typed));
        break;
    }
}

static void check_instruments(struct qc_sema *sema)
{
    static const enum qc_field_id days[] = {
        QC_F_INSTRUMENT_ACT_DATE,
        QC_F_INSTRUMENT_ACT_EFFECT,
        QC_F_INSTRUMENT_ACT_END,
        QC_F_INSTRUMENT_ACT_VERIFIED,
    };
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        if (declaration->keyword->id != QC_KW_INSTRUMENT)
            continue;
        for (size_t k = 0; k < sizeof days / sizeof days[0]; k++)
            check_day(sema, qc_sema_find_field(declaration, days[k]));
    }
}

/* Of these no blank can be printed: without a value they say nothing. */
static void must_have_values(struct qc_sema *sema)
{
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        int id = declaration->keyword->id;
        if (id == QC_KW_REPLACES && declaration->values.count == 0)
            qc_sema_blank(sema, declaration);
        if ((id == QC_KW_LET || id == QC_KW_ABBREVIATION || id == QC_KW_INSTRUMENT) && declaration->values.count == 0)
            qc_report(sema->cx, declaration->key, QC_MSG(value_missing),
                      QC_STR_ARGS(qc_str_from(declaration->keyword->vietnamese)));
    }
}

static void read_edition(struct qc_sema *sema)
{
    must_have_value(sema, QC_KW_EDITION);
    const struct qc_declaration *edition = qc_sema_first(sema, QC_KW_EDITION);
    if (edition != NULL && edition->values.count > 0 && !qc_str_equal(edition->values.items[0]->text, QC_STR("1")))
        qc_report(sema->cx, qc_prose_whole(edition->values.items[0]), QC_MSG(edition_unknown),
                  QC_STR_ARGS(edition->values.items[0]->text));
}

static void read_status(struct qc_sema *sema)
{
    must_have_value(sema, QC_KW_STATUS);
    const struct qc_declaration *status = qc_sema_first(sema, QC_KW_STATUS);
    if (status == NULL || status->values.count == 0)
        return;
    const struct qc_prose *prose = status->values.items[0];
    switch (qc_word_find(arena_of(sema), prose->text)) {
    case QC_WORD_DRAFT: sema->document->draft = true; break;
    case QC_WORD_ISSUED: break;
    default:
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(word_unknown),
                  QC_STR_ARGS(qc_str_from(status->keyword->vietnamese)), QC_STR_ARGS(prose->text),
                  "dự thảo, ban hành");
    }
}

bool qc_sema_read_years(struct qc_str text, unsigned *from, unsigned *to)
{
    unsigned years[2] = { 0, 0 };
    size_t count = 0, n;
    for (size_t i = 0; i < text.len;) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (c >= '0' && c <= '9') {
            size_t digits = 0;
            unsigned year = 0;
            for (; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9' && digits < 5; i++, digits++)
                year = year * 10 + (unsigned)(text.ptr[i] - '0');
            if (digits != 4 || count == 2)
                return false;
            years[count++] = year;
            continue;
        }
        if (!qc_is_blank(c) && c != '-' && c != 0x2013 && c != 0x2014 && c != '/')
            return false;
        i += n;
    }
    *from = years[0];
    *to = years[1];
    return count == 2 && years[1] == years[0] + 1;
}

static void read_school_year(struct qc_sema *sema)
{
    const struct qc_declaration *declaration = qc_sema_first(sema, QC_KW_SCHOOL_YEAR);
    if (declaration == NULL)
        return;
    if (declaration->values.count == 0) {
        sema->document->school_year = blank_text;
        qc_sema_blank(sema, declaration);
        return;
    }
    const struct qc_prose *prose = declaration->values.items[0];
    struct qc_str text = qc_sema_value(sema, prose);
    sema->document->school_year = text;
    if (!qc_sema_read_years(text, &sema->document->year_from, &sema->document->year_to)) {
        sema->document->year_from = sema->document->year_to = 0;
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(school_year_form), QC_STR_ARGS(text));
    }
}

/* A date in the decree's form; what was typed in long form, or is no date, prints as typed. */
static struct qc_str read_date(struct qc_sema *sema, const struct qc_declaration *declaration)
{
    struct qc_document *document = sema->document;
    const struct qc_prose *prose = declaration->values.count > 0 ? declaration->values.items[0] : NULL;
    struct qc_str typed = prose == NULL ? QC_STR("") : qc_sema_value(sema, prose);
    switch (qc_date_read(typed, &document->date)) {
    case QC_DATE_FINE: break;
    case QC_DATE_NOT_A_DATE:
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(date_form), QC_STR_ARGS(typed));
        return typed;
    case QC_DATE_IMPOSSIBLE:
        qc_report(sema->cx, qc_prose_whole(prose), QC_MSG(date_impossible), QC_STR_ARGS(typed));
        document->date = (struct qc_date){ 0 };
        return typed;
    }
    bool blank = document->date.day == 0 || document->date.month == 0 || document->date.year == 0;
    if (blank)
        qc_sema_blank(sema, declaration);
    bool spelled_out = !blank && qc_keyword_opener(declaration->keyword, typed) > 0;
    return spelled_out ? typed : qc_date_format(arena_of(sema), document->date);
}

/* "Long Biên, ngày 07 tháng 10 năm 2024" (PL I.II.4) */
static void read_place_and_date(struct qc_sema *sema)
{
    const struct qc_declaration *date = qc_sema_first(sema, QC_KW_DATE);
    struct qc_inlines *line = scalar(sema, QC_KW_PLACE);
    if (date != NULL) {
        struct qc_str text = read_date(sema, date);
        if (line == NULL)
            line = qc_inline_plain(arena_of(sema), text);
        else
            qc_inline_append(arena_of(sema), line,
                             qc_str_format(arena_of(sema), ", %.*s", QC_STR_ARGS(text)));
    }
    sema->document->place_date = line;
}

/* "Số: 05/QC-MNHS"; "/QC-MNHS" is a number still to be given (PL I.II.3) */
static void read_number(struct qc_sema *sema)
{
    const struct qc_declaration *declaration = qc_sema_first(sema, QC_KW_NUMBER);
    sema->document->number = scalar(sema, QC_KW_NUMBER);
    if (declaration == NULL || declaration->values.count == 0)
        return;
    struct qc_str text = declaration->values.items[0]->text;
    bool to_be_given = text.ptr[0] == '/';
    if (to_be_given) {
        struct qc_inlines *inlines =
            qc_inline_plain(arena_of(sema), qc_sema_value(sema, declaration->values.items[0]));
        qc_inline_prepend(arena_of(sema), inlines,
                          qc_str_format(arena_of(sema), "%s …", declaration->keyword->lead));
        sema->document->number = inlines;
    }
    if (to_be_given || qc_str_find(text, QC_STR("…")) < text.len || qc_str_find(text, QC_STR("...")) < text.len)
        qc_sema_blank(sema, declaration);
}

static void read_subject(struct qc_sema *sema)
{
    const struct qc_declaration *declaration = qc_sema_first(sema, QC_KW_SUBJECT);
    if (declaration == NULL)
        return;
    for (size_t i = 0; i < declaration->lines.count; i++)
        *qc_vec_push(arena_of(sema), &sema->document->subject) =
            qc_inline_plain(arena_of(sema), qc_sema_value(sema, declaration->lines.items[i]));
    if (declaration->lines.count == 0) {
        qc_sema_blank(sema, declaration);
        *qc_vec_push(arena_of(sema), &sema->document->subject) = qc_inline_plain(arena_of(sema), blank_text);
    }
}

static void read_title(struct qc_sema *sema)
{
    struct qc_buf buf = { .arena = arena_of(sema) };
    struct qc_document *document = sema->document;
    if (document->type != NULL)
        qc_buf_add(&buf, document->type->plain);
    for (size_t i = 0; i < document->subject.count; i++) {
        if (buf.len > 0)
            qc_buf_char(&buf, ' ');
        qc_buf_add(&buf, document->subject.items[i]->plain);
    }
    document->title = qc_buf_str(&buf);
}

/* "(Kèm theo Quyết định số … ngày … của …)" (PL III, Mẫu 1.3) */
static void read_attached(struct qc_sema *sema)
{
    const struct qc_declaration *declaration = qc_sema_first(sema, QC_KW_ATTACHED_TO);
    if (declaration == NULL)
        return;
    sema->document->attached = true;
    struct qc_inlines *line = scalar(sema, QC_KW_ATTACHED_TO);
    bool bracketed = line->plain.len > 0 && line->plain.ptr[0] == '(';
    if (declaration->values.count > 0 && declaration->values.items[0]->text.ptr[0] == '(')
        line = qc_inline_plain(arena_of(sema), qc_sema_value(sema, declaration->values.items[0])); /* typed with its brackets: as typed */
    else if (!bracketed) {
        qc_inline_prepend(arena_of(sema), line, QC_STR("("));
        qc_inline_append(arena_of(sema), line, QC_STR(")"));
    }
    sema->document->attached_to = line;
}

static void add_issuer(struct qc_sema *sema, struct qc_issuer *pending, struct qc_inlines *name)
{
    pending->name = name;
    *qc_vec_push(arena_of(sema), &sema->document->issuers) = *pending;
    *pending = (struct qc_issuer){ 0 };
}

/* A cơ quan chủ quản belongs to the cơ quan after it; without any, the signing parties are the issuers. */
static void read_issuers(struct qc_sema *sema)
{
    struct qc_issuer pending = { 0 };
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        bool parent = declaration->keyword->id == QC_KW_PARENT;
        if (!parent && declaration->keyword->id != QC_KW_ISSUER)
            continue;
        if (declaration->values.count == 0)
            qc_sema_blank(sema, declaration);
        for (size_t k = 0; k < declaration->values.count || k == 0; k++) {
            struct qc_inlines *name = k < declaration->values.count
                                          ? qc_inline_plain(arena_of(sema),
                                                            qc_sema_value(sema, declaration->values.items[k]))
                                          : qc_inline_plain(arena_of(sema), blank_text);
            if (parent)
                *qc_vec_push(arena_of(sema), &pending.parents) = name;
            else
                add_issuer(sema, &pending, name);
        }
    }
    bool none = sema->document->issuers.count == 0;
    for (size_t i = 0; none && i < sema->document->parties.count; i++) {
        const struct qc_party *party = &sema->document->parties.items[i];
        if (party->signs && party->full_name.len > 0)
            add_issuer(sema, &pending, qc_inline_plain(arena_of(sema), party->full_name));
    }
    if (pending.parents.count > 0) /* a parent without an issuer still prints */
        add_issuer(sema, &pending, NULL);
}

/* Bases and proposals end in ";", the last in "."; a typed mark stays (PL I.II.6.a). */
static void supply_end_marks(struct qc_sema *sema)
{
    struct qc_document *document = sema->document;
    size_t last = document->recitals.count;
    for (size_t i = 0; i < document->recitals.count; i++)
        if (document->recitals.items[i].kind != QC_RECITAL_PREAMBLE)
            last = i;
    for (size_t i = 0; i < document->recitals.count; i++) {
        struct qc_recital *recital = &document->recitals.items[i];
        if (recital->kind != QC_RECITAL_PREAMBLE && qc_end_mark(recital->content->plain) == 0)
            qc_inline_append(arena_of(sema), recital->content, i == last ? QC_STR(".") : QC_STR(";"));
    }
}

static void add_recital(struct qc_sema *sema, enum qc_recital_kind kind, struct qc_inlines *content,
                        const struct qc_prose *prose)
{
    *qc_vec_push(arena_of(sema), &sema->document->recitals) = (struct qc_recital){ kind, content, prose };
}

static void read_recitals(struct qc_sema *sema)
{
    sema->in_text = true;
    for (size_t i = 0; i < sema->declared.count; i++) {
        const struct qc_declaration *declaration = sema->declared.items[i].declaration;
        int id = declaration->keyword->id;
        if (id == QC_KW_PREAMBLE)
            for (size_t k = 0; k < declaration->paragraphs.count; k++)
                add_recital(sema, QC_RECITAL_PREAMBLE, qc_sema_inlines(sema, declaration->paragraphs.items[k]),
                            declaration->paragraphs.items[k]);
        if (id != QC_KW_BASIS && id != QC_KW_PROPOSAL)
            continue;
        enum qc_recital_kind kind = id == QC_KW_BASIS ? QC_RECITAL_BASIS : QC_RECITAL_PROPOSAL;
        const char *lead = declaration->keyword->lead;
        for (size_t k = 0; k < declaration->values.count; k++)
            if (qc_str_equal(declaration->values.items[k]->text, blank_text))
                qc_sema_blank(sema, declaration);
        for (size_t k = 0; k < declaration->values.count; k++)
            add_recital(sema, kind, qc_sema_lead(sema, declaration, declaration->values.items[k], lead),
                        declaration->values.items[k]);
        if (declaration->values.count == 0) {
            qc_sema_blank(sema, declaration);
            add_recital(sema, kind, qc_inline_plain(arena_of(sema), qc_str_format(arena_of(sema), "%s …", lead)), NULL);
        }
    }
    sema->in_text = false;
    supply_end_marks(sema);
}

static void read_profile(struct qc_sema *sema)
{
    struct qc_document *document = sema->document;
    document->profile = qc_sema_profile(sema, qc_sema_first(sema, QC_KW_PROFILE), QC_PROFILE_ND30);
    /* PL I.II.1; the Party and the Youth Union have their own rules of form */
    static const char *const heads[][2] = {
        [QC_PROFILE_ND30] = { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc" },
        [QC_PROFILE_PARTY] = { "ĐẢNG CỘNG SẢN VIỆT NAM", "" },
        [QC_PROFILE_YOUTH] = { "ĐOÀN TNCS HỒ CHÍ MINH", "" },
    };
    document->state_name = qc_inline_plain(arena_of(sema), qc_str_from(heads[document->profile][0]));
    document->motto = qc_inline_plain(arena_of(sema), qc_str_from(heads[document->profile][1]));
    if (document->motto->plain.len == 0)
        document->motto = NULL;
}

/* What stands between the bases and the body of a decision, and of a resolution (NĐ 30/2020, PL III, Mẫu 1.1, 1.2). */
static struct qc_str enacting_word(struct qc_sema *sema)
{
    const struct qc_inlines *type = sema->document->type;
    bool resolution = type != NULL && qc_name_matches(qc_name_key(arena_of(sema), type->plain), QC_STR("nghị quyết"));
    return resolution ? QC_STR("QUYẾT NGHỊ:") : QC_STR("QUYẾT ĐỊNH:");
}

void qc_sema_header(struct qc_sema *sema)
{
    struct qc_document *document = sema->document;
    for (int id = 0; id < QC_KW_COUNT; id++)
        document->first[id] = qc_sema_first(sema, (enum qc_keyword_id)id);
    must_have_values(sema);
    check_instruments(sema);
    read_edition(sema);
    read_status(sema);
    read_profile(sema);
    read_school_year(sema);
    read_place_and_date(sema);
    qc_sema_effect(sema);
    qc_sema_parties(sema);
    read_issuers(sema);
    read_number(sema);
    must_have_value(sema, QC_KW_TYPE);
    if (document->first[QC_KW_TYPE] != NULL && document->first[QC_KW_TYPE]->values.count > 0)
        document->type = scalar(sema, QC_KW_TYPE);
    read_subject(sema);
    read_title(sema);
    read_attached(sema);
    document->authority = scalar(sema, QC_KW_AUTHORITY);
    read_recitals(sema);
    if (document->authority != NULL)
        document->enacting = qc_inline_plain(arena_of(sema), enacting_word(sema));
}
