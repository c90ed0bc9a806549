/*
 * html_metadata.c - what the header declares, for machines: a schema.org
 * Legislation as microdata, since JSON-LD would need a script element.
 *
 * Owns which property a part becomes. Nothing is said that the document does
 * not say; a part that is left blank has no property.
 */
#include "emit/html.h"

#define VOCABULARY "https://schema.org/"

void qc_html_item_attributes(struct qc_out *out)
{
    qc_out_raw(out, " itemscope itemtype=\"" VOCABULARY "Legislation\"");
}

static void print_property(struct qc_out *out, const char *name, struct qc_str content)
{
    if (content.len == 0)
        return;
    qc_out_raw(out, "<meta");
    qc_html_attribute(out, "itemprop", qc_str_from(name));
    qc_html_attribute(out, "content", content);
    qc_out_raw(out, ">\n");
}

/* A property whose value is something with a name of its own. */
static void print_item(struct qc_out *out, const char *property, const char *type, struct qc_str name)
{
    if (name.len == 0)
        return;
    qc_out_raw(out, "<div");
    qc_html_attribute(out, "itemprop", qc_str_from(property));
    qc_out_raw(out, " itemscope itemtype=\"" VOCABULARY);
    qc_out_raw(out, type);
    qc_out_raw(out, "\">\n");
    print_property(out, "name", name);
    qc_out_raw(out, "</div>\n");
}

/* "2024-10-07" (ISO 8601), or nothing while a part is blank. */
static struct qc_str iso_date(struct qc_arena *arena, struct qc_date date)
{
    if (qc_date_number(date) == 0)
        return QC_STR("");
    return qc_str_format(arena, "%04u-%02u-%02u", date.year, date.month, date.day);
}

/* "2024-10-07/2025-05-31", "2024-10-07/..": in force from, and until (schema.org, temporalCoverage). */
static struct qc_str interval(struct qc_arena *arena, const struct qc_effect *effect)
{
    struct qc_str from = iso_date(arena, effect->from), until = iso_date(arena, effect->until);
    if (from.len == 0)
        return from;
    return qc_str_format(arena, "%.*s/%.*s", QC_STR_ARGS(from),
                         QC_STR_ARGS(until.len > 0 ? until : QC_STR("..")));
}

void qc_html_metadata(struct qc_out *out, const struct qc_document *document)
{
    struct qc_arena *arena = out->buf.arena;
    qc_out_raw(out, "<div class=\"qc-metadata\" hidden>\n");
    print_property(out, "inLanguage", QC_STR("vi"));
    print_property(out, "name", document->title);
    print_property(out, "legislationType", qc_has_text(document->type) ? document->type->plain : QC_STR(""));
    print_property(out, "legislationIdentifier", document->code);
    print_property(out, "legislationDate", iso_date(arena, document->date));
    print_property(out, "temporalCoverage", interval(arena, &document->effect));
    print_property(out, "creativeWorkStatus", document->draft ? QC_STR("Draft") : QC_STR(""));
    for (size_t i = 0; i < document->issuers.count; i++)
        if (qc_has_text(document->issuers.items[i].name))
            print_item(out, "legislationPassedBy", "Organization", document->issuers.items[i].name->plain);
    for (size_t i = 0; i < document->replaced.count; i++)
        print_item(out, "legislationRepeals", "Legislation", document->replaced.items[i].text);
    print_item(out, "isPartOf", "Legislation", document->attached_name);
    qc_out_raw(out, "</div>\n");
}
