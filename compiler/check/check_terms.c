/*
 * check_terms.c - what a document settles beside its rules: what it replaces,
 * who its parties are.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/citation.h"

/* --- what is replaced ------------------------------------------------------ */

/* Does the value hold a {…} that may print a whole citation? One of a school year does not. */
static bool prints_instrument(const struct qc_reading *reading)
{
    return reading->items.count > 0 && reading->items.items[0].kind == QC_ITEM_OPAQUE;
}

static struct qc_str own_number(const struct qc_document *document)
{
    const struct qc_declaration *number = document->first[QC_KW_NUMBER];
    return number == NULL || number->values.count == 0 ? QC_STR("") : number->values.items[0]->text;
}

static void check_value(const struct qc_check *check, const struct qc_prose *prose)
{
    struct qc_compilation *cx = check->cx;
    struct qc_citation citation;
    struct qc_found_date found;
    const struct qc_reading *reading = qc_reading_of(check->document->readings, prose->text);
    if (prints_instrument(reading))
        return;
    bool number = qc_citation_next(reading, 0, &citation), date = qc_found_date_next(reading, 0, &found);
    for (size_t i = 0; i + 1 < reading->items.count; i++) { /* room to be filled in: "số …", "ngày …" */
        bool room = reading->items.items[i + 1].kind == QC_ITEM_MARK ||
                    reading->items.items[i + 1].kind == QC_ITEM_OPAQUE;
        number = number || (room && qc_reading_phrase(reading, i, "số") > 0);
        date = date || (room && qc_reading_phrase(reading, i, "ngày") > 0);
    }
    struct qc_str own = own_number(check->document);
    bool self =
        number && own.len > 0 &&
        qc_str_equal(own, qc_str_slice(prose->text, citation.symbol.begin_at, citation.symbol.end_at));
    if (number && date && !self)
        return;
    struct qc_diagnostic *d = qc_report(cx, qc_prose_whole(prose), QC_MSG(replace_incomplete),
                                        self     ? "số"
                                        : number ? "ngày"
                                        : date   ? "số"
                                                 : "số, ngày");
    if (self)
        qc_note(cx, d, QC_NOTE_MSG(own_number));
}

void qc_check_replaced(const struct qc_check *check)
{
    const struct qc_tree *tree = check->document->tree;
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        for (size_t k = 0; declaration->keyword->id == QC_KW_REPLACES && k < declaration->values.count; k++)
            check_value(check, declaration->values.items[k]);
    }
}

/* --- parties --------------------------------------------------------------- */

/* "Chi đoàn", "Chính quyền" name a part that many bodies have; an official name has a name of its own in it. */
static bool is_official(const struct qc_check *check, struct qc_str name)
{
    enum { WORDS = 4 };
    return qc_reading_of(check->document->readings, name)->items.count >= WORDS;
}

static bool is_named(const struct qc_check *check, const struct qc_party *party)
{
    bool named = party->full_name.len > 0 || is_official(check, party->name);
    for (size_t i = 0; i < party->aliases.count && !named; i++)
        named = is_official(check, party->aliases.items[i]);
    return named;
}

void qc_check_party_names(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    if (document->attached || document->first[QC_KW_ISSUER] != NULL || qc_check_is_fragment(document))
        return; /* the head names the body whose parts the parties are */
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        bool own = party->declaration->key.file == document->tree->source->id;
        bool begun = party->declaration->fields.count > 0 && party->has_signer;
        /* without a signatory signature-missing says that the party is not settled */
        if (own && party->is_party && party->signs && begun && !is_named(check, party))
            qc_report(check->cx, party->name_span, QC_MSG(party_unnamed), QC_STR_ARGS(party->name));
    }
}
