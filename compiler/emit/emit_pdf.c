/*
 * emit_pdf.c - the document as a PDF, set in process with Pango and Cairo.
 *
 * Owns the order of the steps, and what Pango and Cairo hold: nothing of it
 * outlives the call, even when the arena runs out. Both are optional when qc
 * is built (QC_PANGO); without them the format is there and says so.
 */
#include "emit/pdf.h"

/* For what concerns no place of the text. */
static struct qc_span start_of(const struct qc_document *document)
{
    return (struct qc_span){ 0, 0, document->tree->source->id };
}

#if QC_PANGO

static void print(struct qc_pdf_engine *engine, struct qc_pdf_draft *draft)
{
    const struct qc_emission *emission = draft->emission;
    if (!qc_pdf_open(engine)) {
        qc_report(emission->cx, start_of(emission->document), QC_MSG(font_missing));
        return;
    }
    draft->title = qc_pdf_plain(draft->arena, emission->document->title);
    qc_pdf_make_blocks(draft);
    if (!qc_pdf_set_pages(engine, draft)) /* nothing else can go wrong in them */
        qc_arena_exhausted(draft->arena);
    qc_out_str(emission->out, qc_pdf_file(engine));
}

void qc_emit_pdf(const struct qc_emission *emission)
{
    struct qc_arena *arena = emission->out->buf.arena;
    struct qc_pdf_engine *engine = qc_alloc(arena, qc_pdf_engine_size());
    struct qc_pdf_draft *draft = qc_alloc(arena, sizeof *draft);
    *draft = (struct qc_pdf_draft){ .emission = emission, .arena = arena, .engine = engine };
    /* an allocation that fails jumps past the closing: land here first, then jump on */
    jmp_buf *outer = arena->out_of_memory, here;
    if (setjmp(here) != 0) {
        qc_pdf_close(engine);
        arena->out_of_memory = outer;
        qc_arena_exhausted(arena);
    }
    arena->out_of_memory = &here;
    print(engine, draft);
    arena->out_of_memory = outer;
    qc_pdf_close(engine);
}

#else

void qc_emit_pdf(const struct qc_emission *emission)
{
    qc_report(emission->cx, start_of(emission->document), QC_MSG(pdf_not_built));
}

#endif
