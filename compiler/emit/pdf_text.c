/*
 * pdf_text.c - the text of a paragraph, as the built-in PDF engine prints it.
 *
 * Owns which characters are printed, left out or replaced, and by which of
 * the fonts. Must not call Pango.
 */
#include "base/utf8.h"
#include "emit/pdf.h"

/* Of so many characters that no font has the place is looked for; a text of nothing else shall not take hours. */
enum { MOST_PLACED = 100 };

static bool ends_in_blank(const struct qc_pdf_text *text)
{
    return text->buf.len == 0 || text->buf.ptr[text->buf.len - 1] == ' ';
}

static void put(struct qc_pdf_draft *draft, struct qc_pdf_text *text, unsigned code, struct qc_pdf_run as)
{
    struct qc_pdf_run *last = text->runs.count > 0 ? &text->runs.items[text->runs.count - 1] : NULL;
    bool same = last != NULL && last->face == as.face && last->font == as.font && last->link == as.link;
    if (!same || as.font == QC_PDF_NUMBERED) {
        last = qc_vec_push(draft->arena, &text->runs);
        *last = as;
    }
    qc_buf_code(&text->buf, code);
    last->end = text->buf.len;
}

/* The first place of a character in the sources, else the beginning of the document. */
static struct qc_span place_of(const struct qc_pdf_draft *draft, struct qc_str found)
{
    const struct qc_compilation *cx = draft->emission->cx;
    for (size_t i = 0; i < cx->sources.files.count && draft->lacking.count <= MOST_PLACED; i++) {
        const struct qc_source *source = cx->sources.files.items[i];
        size_t at = qc_str_find(source->text, found);
        if (at < source->text.len)
            return (struct qc_span){ (uint32_t)at, (uint32_t)(at + found.len), source->id };
    }
    return (struct qc_span){ 0, 0, draft->emission->document->tree->source->id };
}

static void report_lack(struct qc_pdf_draft *draft, unsigned code, bool found, unsigned font)
{
    struct qc_compilation *cx = draft->emission->cx;
    char bytes[4];
    struct qc_str key = qc_str_copy(draft->arena, (struct qc_str){ bytes, qc_utf8_encode(code, bytes) });
    if (qc_map_get(&draft->lacking, key) != NULL)
        return;
    qc_map_add(draft->arena, &draft->lacking, key, draft);
    struct qc_span span = place_of(draft, key);
    const char *own = draft->module->text_font(draft->engine);
    if (found)
        qc_report(cx, span, QC_MSG(glyph_substituted), own, code, draft->module->other_font(font));
    else
        qc_report(cx, span, QC_MSG(glyph_missing), own, code, code);
}

static void add_code(struct qc_pdf_draft *draft, struct qc_pdf_text *text, unsigned code,
                     struct qc_pdf_run as)
{
    if (draft->module->find_glyph(draft->engine, as.face, code, &as.font)) {
        if (as.font != 0)
            report_lack(draft, code, true, as.font);
        put(draft, text, code, as);
        return;
    }
    report_lack(draft, code, false, 0);
    as.font = QC_PDF_NUMBERED;
    put(draft, text, code, as);
}

static void add(struct qc_pdf_draft *draft, struct qc_pdf_text *text, struct qc_str added,
                struct qc_pdf_run as)
{
    size_t length;
    text->buf.arena = draft->arena;
    for (size_t i = 0; i < added.len; i += length) {
        unsigned code = qc_utf8_decode(added, i, &length);
        switch (qc_page_character(code)) {
        case QC_PAGE_LETTER:
            add_code(draft, text, code, as);
            break;
        case QC_PAGE_BLANK:
            if (!ends_in_blank(text))
                put(draft, text, ' ', as);
            break;
        case QC_PAGE_TIE:
            put(draft, text, 0xA0, as);
            break;
        case QC_PAGE_REPLACED:
            add_code(draft, text, 0xFFFD, as);
            break;
        case QC_PAGE_NOTHING:
            break;
        }
    }
}

void qc_pdf_add_text(struct qc_pdf_draft *draft, struct qc_pdf_text *text, struct qc_str added, unsigned face)
{
    add(draft, text, added, (struct qc_pdf_run){ .face = face });
}

/* The attribute name='value' of a Cairo tag. */
static const char *attribute(struct qc_arena *arena, const char *name, struct qc_str value)
{
    struct qc_buf buf = { .arena = arena };
    qc_buf_add(&buf, qc_str_from(name));
    qc_buf_add(&buf, QC_STR("='"));
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] == '\'' || value.ptr[i] == '\\')
            qc_buf_char(&buf, '\\');
        qc_buf_char(&buf, value.ptr[i]);
    }
    qc_buf_add(&buf, (struct qc_str){ "'", 2 }); /* with its end */
    return buf.ptr;
}

static const char *link_of(struct qc_arena *arena, const struct qc_walk *walk, const struct qc_inline *node)
{
    if (walk->link != NULL)
        return attribute(arena, "uri", qc_url_encode(arena, walk->link->target));
    if (node->kind != QC_INLINE_REFERENCE || node->unit == NULL)
        return NULL;
    const char *target = qc_pdf_target(arena, node->unit);
    return target == NULL ? NULL : attribute(arena, "dest", qc_str_from(target));
}

/* The face that a mark adds to those around it. */
static unsigned face_of(const struct qc_inline *node)
{
    switch (node->kind) {
    case QC_INLINE_EMPHASIS:
        return QC_PDF_ITALIC;
    case QC_INLINE_STRONG:
        return QC_PDF_BOLD;
    case QC_INLINE_CODE:
        return QC_PDF_MONO;
    case QC_INLINE_TEXT:
    case QC_INLINE_LINK:
    case QC_INLINE_REFERENCE:
        break;
    }
    return 0;
}

/* The face of all the marks that the walk stands in. */
static unsigned face_in(const struct qc_walk *walk)
{
    unsigned face = 0;
    for (size_t i = 0; i < walk->open.count; i++)
        if (walk->open.items[i].shown)
            face |= face_of(walk->open.items[i].node);
    return face;
}

void qc_pdf_add_inlines(struct qc_pdf_draft *draft, struct qc_pdf_text *text,
                        const struct qc_inlines *inlines, unsigned face, bool capitals)
{
    struct qc_walk walk = qc_walk_start(draft->arena, inlines);
    const struct qc_inline *node;
    enum qc_step step;
    while ((step = qc_walk_next(&walk, &node)) != QC_STEP_END) {
        if (step != QC_STEP_TEXT)
            continue;
        struct qc_str added = capitals ? qc_str_upper(draft->arena, node->text) : node->text;
        add(draft, text, added,
            (struct qc_pdf_run){ .face = face | face_in(&walk) | face_of(node),
                                 .link = link_of(draft->arena, &walk, node) });
    }
}

const char *qc_pdf_plain(struct qc_arena *arena, struct qc_str text)
{
    struct qc_buf buf = { .arena = arena };
    size_t length;
    for (size_t i = 0; i < text.len; i += length) {
        unsigned code = qc_utf8_decode(text, i, &length);
        switch (qc_page_character(code)) {
        case QC_PAGE_LETTER:
            qc_buf_code(&buf, code);
            break;
        case QC_PAGE_BLANK:
        case QC_PAGE_TIE:
            qc_buf_char(&buf, ' ');
            break;
        case QC_PAGE_REPLACED:
            qc_buf_code(&buf, 0xFFFD);
            break;
        case QC_PAGE_NOTHING:
            break;
        }
    }
    qc_buf_char(&buf, '\0');
    return buf.ptr;
}

const char *qc_pdf_target(struct qc_arena *arena, const struct qc_unit *unit)
{
    if (unit->anchor.len == 0)
        return NULL;
    char *name = qc_str_terminated(arena, unit->anchor);
    for (char *c = name; *c != '\0'; c++) {
        bool plain = (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z');
        if (!plain && *c != '.')
            *c = '-';
    }
    return name;
}
