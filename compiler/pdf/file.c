/*
 * file.c - the file that the built-in PDF engine makes: Cairo's surface,
 * and what the file says of itself.
 *
 * Owns the bytes. The same document gives the same bytes: the file is dated
 * by SOURCE_DATE_EPOCH or else by the document's own day, not by the clock.
 */
#include "emit/pdf.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <time.h>

#include "pdf/engine.h"

enum { DATE_BYTES = 32 };

static cairo_status_t append(void *user, const unsigned char *bytes, unsigned length)
{
    g_byte_array_append(user, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* "2024-10-07T00:00:00Z"; empty, which leaves it out, when neither the environment nor the document has one. */
static void file_date(char date[DATE_BYTES], const struct qc_document *document)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long seconds = epoch == NULL ? 0 : strtoll(epoch, &end, 10);
    time_t moment = (time_t)seconds;
    struct tm utc;
    bool given = epoch != NULL && end != epoch && *end == '\0' && gmtime_r(&moment, &utc) != NULL;
    if (given && strftime(date, DATE_BYTES, "%Y-%m-%dT%H:%M:%SZ", &utc) > 0)
        return;
    date[0] = '\0';
    if (document->date.year != 0 && document->date.month != 0 && document->date.day != 0)
        g_snprintf(date, DATE_BYTES, "%04u-%02u-%02uT00:00:00+07:00", document->date.year,
                   document->date.month, document->date.day);
}

static void describe(cairo_surface_t *surface, const struct qc_pdf_draft *draft)
{
    const struct qc_document *document = draft->emission->document;
    char date[DATE_BYTES];
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, draft->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "qc " QC_VERSION);
    file_date(date, document);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

bool qc_pdf_set_pages(struct qc_pdf_engine *engine, const struct qc_pdf_draft *draft)
{
    engine->bytes = g_byte_array_new();
    engine->surface =
        cairo_pdf_surface_create_for_stream(append, engine->bytes, QC_PDF_PAGE_WIDTH, QC_PDF_PAGE_HEIGHT);
    engine->cr = cairo_create(engine->surface);
    describe(engine->surface, draft);
    qc_pdf_fill_pages(engine, draft);
    cairo_status_t drawn = cairo_status(engine->cr);
    cairo_surface_finish(engine->surface);
    return drawn == CAIRO_STATUS_SUCCESS && cairo_surface_status(engine->surface) == CAIRO_STATUS_SUCCESS;
}

struct qc_str qc_pdf_file(const struct qc_pdf_engine *engine)
{
    return (struct qc_str){ (const char *)engine->bytes->data, engine->bytes->len };
}
