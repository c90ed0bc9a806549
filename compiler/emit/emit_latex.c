/*
 * emit_latex.c - the document as LaTeX for XeLaTeX and LuaLaTeX.
 *
 * Owns which command each part is given to; stdlib/latex/qc.sty owns what
 * the commands do. Must not number, reorder or add words, and must not name
 * a file but, when told to, that package: the text compiles where no other
 * file is.
 */
#include "base/utf8.h"
#include "emit/escape.h"
#include "emit/latex.h"
#include "emit/parts.h"

enum { BREAK_AFTER = 16 /* characters of a word that goes on in another piece of text */ };

static void print_text(struct qc_out *out, struct qc_str text, bool capitals)
{
    qc_escape_latex(out, capitals ? qc_str_upper(out->buf.arena, text) : text);
}

static void print_leaf(struct qc_out *out, const struct qc_inline *node, bool in_link, bool capitals)
{
    bool target =
        node->kind == QC_INLINE_REFERENCE && node->unit != NULL && node->unit->anchor.len > 0 && !in_link;
    if (target) {
        qc_out_raw(out, "\\hyperlink{");
        qc_out_str(out, node->unit->anchor);
        qc_out_raw(out, "}{");
    } else if (node->kind == QC_INLINE_CODE) {
        qc_out_raw(out, "\\texttt{");
    }
    print_text(out, node->text, capitals);
    if (target || node->kind == QC_INLINE_CODE)
        qc_buf_char(&out->buf, '}');
}

static void open_mark(struct qc_out *out, const struct qc_inline *node)
{
    switch (node->kind) {
    case QC_INLINE_EMPHASIS:
        qc_out_raw(out, "\\textit{");
        break;
    case QC_INLINE_STRONG:
        qc_out_raw(out, "\\textbf{");
        break;
    case QC_INLINE_LINK:
        qc_out_raw(out, "\\href{");
        qc_escape_latex_url(out, node->target);
        qc_out_raw(out, "}{");
        break;
    case QC_INLINE_TEXT:
    case QC_INLINE_CODE:
    case QC_INLINE_REFERENCE:
        break;
    }
}

/* Characters since the last blank, of which text brings more. */
static size_t word_length(size_t before, struct qc_str text)
{
    size_t at = text.len;
    while (at > 0 && text.ptr[at - 1] != ' ')
        at--;
    return (at > 0 ? 0 : before) + qc_utf8_count(qc_str_skip(text, at));
}

static void print_nodes(struct qc_out *out, const struct qc_inlines *inlines, bool capitals)
{
    struct qc_walk walk = qc_walk_start(out->scratch, inlines);
    const struct qc_inline *node;
    size_t word = 0;
    for (;;) {
        switch (qc_walk_next(&walk, &node)) {
        case QC_STEP_END:
            return;
        case QC_STEP_TEXT:
            if (word > BREAK_AFTER) /* the escape sees one piece of the word at a time */
                qc_out_raw(out, "\\qcbreak{}");
            print_leaf(out, node, walk.link != NULL, capitals);
            word = word_length(word, node->text);
            break;
        case QC_STEP_ENTER:
            open_mark(out, node);
            break;
        case QC_STEP_LEAVE:
            qc_buf_char(&out->buf, '}');
            break;
        }
    }
}

static void print_inlines(struct qc_out *out, const struct qc_inlines *inlines, bool capitals)
{
    qc_out_origin(out, inlines);
    if (inlines->first == NULL) { /* most paragraphs: one run of text */
        print_text(out, inlines->plain, capitals);
        return;
    }
    struct qc_arena_mark mark = qc_out_scratch(out);
    print_nodes(out, inlines, capitals);
    qc_arena_release(out->scratch, mark);
}

/* \command{text}, a line of its own; nothing when there is no text. */
static void print_command(struct qc_out *out, const char *command, const struct qc_inlines *inlines,
                          bool capitals)
{
    if (!qc_has_text(inlines))
        return;
    size_t start = out->buf.len;
    qc_buf_char(&out->buf, '\\');
    qc_out_raw(out, command);
    qc_buf_char(&out->buf, '{');
    print_inlines(out, inlines, capitals);
    qc_out_raw(out, "}\n");
    qc_latex_fold(out, start);
}

/* ---- parts ----------------------------------------------------------------------------------------------- */

static void print_head(struct qc_out *out, const struct qc_document *document)
{
    qc_out_raw(out, "\\begin{qchead}\n");
    for (size_t i = 0; i < document->issuers.count; i++) {
        const struct qc_issuer *issuer = &document->issuers.items[i];
        for (size_t k = 0; k < issuer->parents.count; k++)
            print_command(out, "qcparent", issuer->parents.items[k], true);
        print_command(out, "qcissuer", issuer->name, true);
    }
    print_command(out, "qcstate", document->state_name, true);
    print_command(out, "qcmotto", document->motto, false);
    print_command(out, "qcnumber", document->number, false);
    print_command(out, "qcplacedate", document->place_date, false);
    qc_out_raw(out, "\\end{qchead}\n\n\\begin{qcheading}\n");
    print_command(out, "qctype", document->type, true);
    for (size_t i = 0; i < document->subject.count; i++)
        print_command(out, "qcsubject", document->subject.items[i], false);
    print_command(out, "qcattached", document->attached_to, false);
    qc_out_raw(out, "\\end{qcheading}\n\n");
}

static void print_recitals(struct qc_out *out, const struct qc_document *document)
{
    print_command(out, "qcauthority", document->authority, true);
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        const char *command = NULL;
        switch (recital->kind) {
        case QC_RECITAL_BASIS:
        case QC_RECITAL_PROPOSAL:
            command = "qcrecital";
            break;
        case QC_RECITAL_PREAMBLE:
            command = "qcpar";
            break;
        }
        print_command(out, command, recital->content, false);
    }
    print_command(out, "qcenacting", document->enacting, false);
}

static void print_bookmark(struct qc_out *out, const struct qc_unit *unit, enum qc_look look, int level)
{
    if (unit->anchor.len == 0 || look == QC_LOOK_PLAIN)
        return;
    size_t start = out->buf.len;
    qc_out_str(out, qc_str_format(out->buf.arena, "\\qcbookmark{%d}{", level));
    qc_out_str(out, unit->anchor);
    qc_out_raw(out, "}{");
    qc_escape_latex(out, qc_marker_text(&unit->marker));
    if (qc_look_is_heading(look) && qc_has_text(qc_unit_text(unit))) {
        qc_buf_char(&out->buf, ' ');
        qc_escape_latex(out, qc_unit_text(unit)->plain);
    }
    qc_out_raw(out, "}\n");
    qc_latex_fold(out, start);
}

static void print_first_line(struct qc_out *out, const struct qc_unit *unit, enum qc_look look)
{
    static const char *const COMMANDS[] = {
        [QC_LOOK_LABEL] = "\\qclabel{",
        [QC_LOOK_TITLE] = "\\qctitle{",
        [QC_LOOK_RUN_IN] = "\\qcrunin{",
        [QC_LOOK_PLAIN] = "\\qcunit{",
    };
    size_t start = out->buf.len;
    qc_out_raw(out, COMMANDS[look]);
    qc_out_str(out, unit->anchor);
    qc_out_raw(out, "}{");
    qc_escape_latex(out, qc_marker_text(&unit->marker));
    qc_out_raw(out, "}{");
    if (qc_has_text(qc_unit_text(unit)))
        print_inlines(out, qc_unit_text(unit), look == QC_LOOK_LABEL);
    qc_out_raw(out, "}\n");
    qc_latex_fold(out, start);
}

/* level: of the bookmark that a titled unit gets. */
static void print_unit(struct qc_out *out, const struct qc_unit *unit, int level)
{
    qc_out_flow(out);
    enum qc_look look = qc_unit_look(unit);
    if (qc_look_is_heading(look))
        qc_out_blank(out);
    print_bookmark(out, unit, look, level);
    print_first_line(out, unit, look);
    for (size_t i = 1; i < unit->paragraph_count; i++)
        print_command(out, "qcpar", &unit->content[i], false);
    for (const struct qc_unit *child = unit->first_child; child != NULL; child = child->next)
        print_unit(out, child, level + (look == QC_LOOK_PLAIN ? 0 : 1));
}

static void print_signatures(struct qc_out *out, const struct qc_document *document)
{
    for (size_t i = 0; i < document->signatures.count; i++) {
        const struct qc_signature *signature = &document->signatures.items[i];
        qc_out_raw(out, "\\begin{qcsignature}\n");
        for (size_t k = 0; k < signature->lines.count; k++)
            print_command(out, "qccapacity", signature->lines.items[k], true);
        print_command(out, "qcsigner", signature->name, false);
        qc_out_raw(out, "\\end{qcsignature}\n");
    }
}

static void print_recipients(struct qc_out *out, const struct qc_document *document)
{
    if (document->recipients_heading == NULL && document->recipients.count == 0)
        return;
    qc_out_raw(out, "\\begin{qcrecipients}\n");
    print_command(out, "qcrecipientsheading", document->recipients_heading, false);
    for (size_t i = 0; i < document->recipients.count; i++) {
        const struct qc_recipient *recipient = &document->recipients.items[i];
        size_t start = out->buf.len;
        qc_out_raw(out, "\\qcrecipient{");
        if (recipient->dash) {
            qc_escape_latex(out, recipient->dash_text);
            qc_buf_char(&out->buf, ' ');
        }
        print_inlines(out, recipient->content, false);
        qc_out_raw(out, "}\n");
        qc_latex_fold(out, start);
    }
    qc_out_raw(out, "\\end{qcrecipients}\n");
}

static void print_foot(struct qc_out *out, const struct qc_document *document)
{
    if (document->signatures.count == 0 && document->recipients_heading == NULL &&
        document->recipients.count == 0)
        return;
    qc_out_blank(out);
    qc_out_raw(out, "\\begin{qcfoot}\n");
    print_signatures(out, document);
    print_recipients(out, document);
    qc_out_raw(out, "\\end{qcfoot}\n");
}

/* The package, or its name; then what it and hyperref are to know of this document. */
static void print_preamble(struct qc_out *out, const struct qc_document *document, bool embed)
{
    qc_out_raw(out, "\\documentclass[a4paper]{article}\n");
    if (embed) {
        qc_out_raw(out, "% The package qc, as \\usepackage{qc} would read it, so that this file needs no other.\n"
                        "\\makeatletter\\def\\@currname{qc}\\def\\@currext{sty}\n");
        qc_out_str(out, qc_embedded_text("latex/qc.sty"));
        qc_out_raw(out, "\\def\\@currname{}\\def\\@currext{}\\makeatother\n\n");
    } else {
        qc_out_raw(out, "\\usepackage{qc}\n");
    }
    if (document->draft)
        qc_out_raw(out, "\\qcsetup{draft}\n");
    qc_out_raw(out, "\\hypersetup{pdftitle={");
    qc_escape_latex(out, document->title);
    qc_out_raw(out, "}}\n\n");
}

void qc_emit_latex(const struct qc_emission *emission)
{
    struct qc_out *out = emission->out;
    const struct qc_document *document = emission->document;
    print_preamble(out, document, !emission->options->no_embed);
    qc_out_raw(out, "\\begin{document}\n\n");
    print_head(out, document);
    print_recitals(out, document);
    for (const struct qc_unit *unit = document->root->first_child; unit != NULL; unit = unit->next)
        print_unit(out, unit, 1);
    qc_out_blank(out);
    for (size_t i = 0; i < document->closing.count; i++)
        print_command(out, "qcpar", document->closing.items[i], false);
    print_foot(out, document);
    qc_out_raw(out, "\n\\end{document}\n");
}
