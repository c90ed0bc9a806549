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
#include "syntax/token.def"
    };
    const struct qc_scanned_line *lines = builder->lines->items.items;
    while (lines[builder->next].token == QC_TOKEN_COUNT)
        builder->next++;
    const struct qc_scanned_line *next = &lines[builder->next];
    if (next->token != QC_TOKEN_END)
        builder->next++;
    /* two: the parser may look one token ahead */
    struct qc_marker *marker = &builder->markers[builder->next % 2];
    *token = qc_token_marked(&builder->cx->arena, builder->source, next, marker);
    *span = token->span;
    return kinds[next->token];
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
    qc_layout(cx, source, lines, tree);
    struct qc_builder builder = {
        .cx = cx, .source = source, .lines = lines, .tree = tree, .unit = tree->root,
    };
    qcparse_parse(&builder);
    qc_build_finish_units(&builder);
    struct qc_remarks remarks = { 0 };
    qc_remarks_read(cx, source, lines, &remarks);
    qc_allowances_collect(cx, source, lines, tree, &remarks);
    qc_reviews_collect(cx, source, lines, &remarks);
    return tree;
}
