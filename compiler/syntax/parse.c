/*
 * parse.c - drives scanner, layout and the generated parser.
 *
 * Owns nothing. The only file, beside scan.c, that knows generated code.
 */
#include "syntax/parse.h"

#include "base/utf8.h"
#include "parse.gen.h"
#include "syntax/allow.h"
#include "syntax/review.h"

int qcparse_lex(struct qc_token *token, struct qc_span *span, struct qc_builder *builder)
{
    static const int kinds[QC_TOKEN_COUNT] = {
#define QC_TOKEN(id) [QC_TOKEN_##id] = TOK_##id,
#define QC_PART(id)
#include "syntax/token.def"
    };
    /* two: the parser may look one token ahead */
    builder->taken++;
    qc_layout_next(builder->layout, token, &builder->markers[builder->taken % 2]);
    *span = token->span;
    return kinds[token->kind];
}

struct qc_tree *qc_parse(struct qc_compilation *cx, struct qc_source *source)
{
    struct qc_scanned *lines = qc_alloc(&cx->arena, sizeof *lines);
    struct qc_tree *tree = qc_alloc(&cx->arena, sizeof *tree);
    tree->source = source;
    tree->lines = lines;
    tree->unmarked = qc_str_is_ascii(source->text);
    tree->root = qc_alloc(&cx->arena, sizeof *tree->root);
    tree->root->marker.typed = ""; /* it has none, and so no number */
    qc_scan(cx, source, lines);
    struct qc_builder builder = {
        .cx = cx, .source = source, .lines = lines, .tree = tree, .unit = tree->root,
        .layout = qc_layout_begin(cx, source, lines, tree),
    };
    qcparse_parse(&builder);
    struct qc_token rest; /* lines that the parser gave up on have their parts all the same */
    do
        qc_layout_next(builder.layout, &rest, &builder.markers[0]);
    while (rest.kind != QC_TOKEN_END);
    qc_build_finish_units(&builder);
    struct qc_remarks remarks = { 0 };
    qc_remarks_read(cx, source, lines, &remarks);
    qc_allowances_collect(cx, source, lines, tree, &remarks);
    qc_reviews_collect(cx, source, lines, &remarks);
    return tree;
}
