/*
 * write_head.c - the declarations of a text: what was read of its head, its
 * title and its signatures.
 */
#include "import/writer.h"

#include "base/utf8.h"

static bool is_only_dots(struct qc_str text)
{
    return import_count(text) == 0;
}

/* Words of fragments that no field holds. */
static void put_unused(struct import_draft *draft, const struct import_fragments *fragments)
{
    for (size_t i = 0; i < fragments->items.count; i++) {
        const struct import_fragment *fragment = &fragments->items.items[i];
        if (i == 0 || fragment->piece != fragment[-1].piece)
            import_put_aside(draft, fragment->piece->dropped);
        if (!fragment->used)
            import_put_aside(draft, fragment->cut.text);
        else if (fragment->nation)
            draft->text->words += fragment->cut.words.count;
    }
}

/* "quyết định" as "Quyết định". */
static struct qc_str kind_name(struct import_draft *draft, const struct import_phrase *kind)
{
    size_t n;
    qc_utf8_decode(kind->text, 0, &n);
    struct qc_str capital = qc_str_upper(import_arena(draft), qc_str_slice(kind->text, 0, n));
    return qc_str_format(import_arena(draft), "%.*s%.*s", QC_STR_ARGS(capital),
                         QC_STR_ARGS(qc_str_skip(kind->text, n)));
}

/* A line that looks like a declaration would end the subject. */
static bool looks_like_declaration(struct qc_str line)
{
    size_t colon = qc_str_find(line, QC_STR(":"));
    return colon < line.len && colon < 60;
}

static void put_subject(struct import_draft *draft, const struct import_part *part)
{
    import_put(draft, "trích yếu:");
    for (size_t i = 0; i < part->subject.count; i++) {
        struct qc_str line = part->subject.items[i];
        import_put(draft, i == 0 ? " " : "\n  ");
        if (i > 0 && (looks_like_declaration(line) || strchr("-+*\\/#", line.ptr[0]) != NULL))
            import_put(draft, "\\");
        if (part->school_year.len == 0 || part->year_line != i) {
            import_put_text(draft, line);
            continue;
        }
        import_put_text(draft, qc_str_slice(line, 0, part->year_begin));
        import_put(draft, "{năm học}");
        import_put_text(draft, qc_str_skip(line, part->year_begin + part->school_year.len));
    }
    import_put(draft, "\n");
    if (part->school_year.len > 0)
        import_put_field(draft, "", "năm học", part->school_year);
}

static void put_date(struct import_draft *draft, const struct import_place_date *date)
{
    if (date->place.len > 0)
        import_put_field(draft, "", "địa danh", date->place);
    import_put_field(draft, "", "ngày", import_date_text(import_arena(draft), date));
    draft->text->words += date->figures ? 1 : 3; /* ngày, tháng, năm, which the outputs print */
    if (date->year.len != 4 && date->year.len > 0)
        import_put_aside(draft, date->year);
}

static void put_issuers(struct import_draft *draft, const struct import_part *part)
{
    for (size_t i = 0; i < part->issuers.count; i++) {
        const struct import_issuer *issuer = &part->issuers.items[i];
        import_put_field(draft, "", issuer->parent ? "cơ quan chủ quản" : "cơ quan", issuer->name);
    }
}

static struct qc_str without_lead(struct qc_str text, struct qc_str lead)
{
    return qc_str_starts(text, lead) ? qc_str_trim(qc_str_skip(text, lead.len)) : text;
}

/* Its lead is printed as typed only where the language knows it ("T.M." is none): else the line is a position. */
static void put_capacity(struct import_draft *draft, const struct import_part *part, int field,
                         struct qc_str text)
{
    const struct qc_keyword *keyword = qc_field_info((enum qc_field_id)field);
    struct qc_str lead = qc_str_from(keyword->lead);
    bool printed =
        part->whose == IMPORT_STATE && qc_str_starts(text, lead); /* others print it with a stroke */
    import_put_field(draft, "  ", keyword->vietnamese, printed ? without_lead(text, lead) : text);
    draft->text->words += printed;
}

static bool is_position(const struct import_signature *signature, size_t line)
{
    int field = signature->lines[line].field;
    return field == QC_F_PARTY_POSITION ||
           qc_keyword_opener(qc_field_info((enum qc_field_id)field), signature->lines[line].text) == 0;
}

static void put_signature(struct import_draft *draft, const struct import_part *part,
                          const struct import_signature *signature)
{
    size_t positions = 0, acting = 0;
    for (size_t i = 0; i < signature->count; i++) {
        positions += is_position(signature, i);
        acting += signature->lines[i].field == QC_F_PARTY_ACTING;
        if (!is_position(signature, i))
            put_capacity(draft, part, signature->lines[i].field, signature->lines[i].text);
    }
    if (positions > 1 || (positions == 0 && acting == 0))
        import_put(draft, "  chức vụ:\n"); /* a list of them, or a blank to fill in */
    for (size_t i = 0; i < signature->count; i++) {
        if (!is_position(signature, i))
            continue;
        if (positions == 1) {
            import_put_field(draft, "  ", "chức vụ", signature->lines[i].text);
            continue;
        }
        import_put(draft, "  - ");
        import_put_text(draft, signature->lines[i].text);
        import_put(draft, "\n");
    }
    draft->text->signatures++;
}

static void put_parties(struct import_draft *draft, const struct import_part *part)
{
    bool several = part->signatures.count > 1;
    for (size_t i = 0; i < part->parties.count; i++) {
        const struct import_party *party = &part->parties.items[i];
        size_t kept = draft->text->words;
        import_put(draft, "\n");
        import_put_doubt(draft, QC_D_import_party);
        import_put_field(draft, "", "bên", party->name);
        draft->text->words = kept; /* its name prints nowhere by itself */
        if (party->full_name.len > 0)
            import_put_field(draft, "  ", "cơ quan", party->full_name);
        if (party->alias.len > 0)
            import_put_field(draft, "  ", "gọi là", party->alias);
        draft->text->words = kept;
        if (party->signature != NULL) {
            put_signature(draft, part, party->signature);
            import_put_field(draft, "  ", "người ký", party->signature->name);
        } else if (several) {
            import_put(draft, "  người ký: không\n");
        }
    }
    if (part->parties.count == 0 && part->signatures.count > 0) {
        import_put(draft, "\n");
        import_put_field(draft, "", "người ký", part->signatures.items[0].name);
        put_signature(draft, part, &part->signatures.items[0]);
    }
}

void import_write_head(struct import_draft *draft, const struct import_part *part,
                       const struct import_part *before)
{
    put_unused(draft, &part->head);
    if (part->foreign != NULL)
        import_put_named_doubt(draft, QC_D_import_kind, part->foreign->text);
    if (part->kind != NULL)
        import_put_field(draft, "", "loại", kind_name(draft, part->kind));
    if (part->kind != NULL || part->subject.count > 0)
        put_subject(draft, part);
    if (part->whose != IMPORT_STATE)
        import_put(draft, part->whose == IMPORT_PARTY ? "thể thức: đảng\n" : "thể thức: đoàn\n");
    size_t kept = draft->text->words;
    bool borrowed = part->issuers.count == 0 && before != NULL;
    put_issuers(draft, borrowed ? before : part);
    if (borrowed)
        draft->text->words = kept;
    if (part->numbered)
        import_put_field(draft, "", "số", is_only_dots(part->number) ? QC_STR("") : part->number);
    draft->text->words += part->numbered; /* the word "Số" */
    if (part->dated)
        put_date(draft, &part->place_date);
    else if (part->foot_dated > 0)
        put_date(draft, &part->foot_date);
    if (part->attached.len > 0) {
        kept = draft->text->words;
        import_put_field(draft, "", "kèm theo", without_lead(part->attached, QC_STR("Kèm theo ")));
        draft->text->words = kept + import_count(part->attached);
    }
    if (part->authority.len > 0)
        import_put_field(draft, "", "thẩm quyền", part->authority);
    draft->text->words += part->enacts ? 2 : 0; /* QUYẾT ĐỊNH, which prints with it */
    put_parties(draft, part);
}
