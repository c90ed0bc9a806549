/*
 * emit_pdf.c - the document as a PDF, set in process with Pango and Cairo.
 *
 * Owns the order of the steps, and what Pango and Cairo hold: nothing of it
 * outlives the call, even when the arena runs out. Both are in a module that
 * need not be there; the format is, and says so.
 */
#include "emit/pdf.h"

/* For what concerns no place of the text. */
static struct qc_span start_of(const struct qc_document *document)
{
    return (struct qc_span){ 0, 0, document->tree->source->id };
}

static void print(struct qc_pdf_draft *draft)
{
    const struct qc_emission *emission = draft->emission;
    if (!draft->module->open(draft->engine)) {
        qc_report(emission->cx, start_of(emission->document), QC_MSG(font_missing));
        return;
    }
    draft->title = qc_pdf_plain(draft->arena, emission->document->title);
    qc_pdf_make_blocks(draft);
    if (!draft->module->set_pages(draft->engine, draft)) /* nothing else can go wrong in it */
        qc_arena_exhausted(draft->arena);
    qc_out_str(emission->out, draft->module->file(draft->engine));
}

void qc_emit_pdf(const struct qc_emission *emission)
{
    const struct qc_pdf_module *module = qc_pdf_load();
    if (module == NULL) {
        qc_report(emission->cx, start_of(emission->document), QC_MSG(pdf_not_built));
        return;
    }
    struct qc_arena *arena = emission->out->buf.arena;
    struct qc_pdf_draft *draft = qc_alloc(arena, sizeof *draft);
    *draft = (struct qc_pdf_draft){
        .emission = emission, .arena = arena, .module = module, .engine = qc_alloc(arena, module->engine_size),
    };
    /* an allocation that fails jumps past the closing: land here first, then jump on */
    jmp_buf *outer = arena->out_of_memory, here;
    if (setjmp(here) != 0) {
        module->close(draft->engine);
        arena->out_of_memory = outer;
        qc_arena_exhausted(arena);
    }
    arena->out_of_memory = &here;
    print(draft);
    arena->out_of_memory = outer;
    module->close(draft->engine);
}
