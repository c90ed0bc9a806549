/*
 * parse.c - drives scanner, layout and the generated parser.
 *
 * Owns nothing. The only file, beside scan.c, that knows generated code.
 */
#include "syntax/parse.h"

#include "parse.gen.h"
#include "syntax/allow.h"
#include "syntax/review.h"

int qcparse_lex(struct qc_token *token, struct qc_span *span, struct qc_builder *builder)
{
    static const int kinds[QC_TOKEN_COUNT] = {
#define QC_TOKEN(id, name) [QC_TOKEN_##id] = TOK_##id,
#include "syntax/token.def"
    };
    const struct qc_token *next = &builder->tokens->items.items[builder->next];
    if (builder->next + 1 < builder->tokens->items.count)
        builder->next++;
    *token = *next;
    *span = next->span;
    return kinds[next->kind];
}

static bool is_ascii(struct qc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

struct qc_tree *qc_parse(struct qc_compilation *cx, struct qc_source *source)
{
    struct qc_tokens *lines = qc_alloc(&cx->arena, sizeof *lines), *tokens = qc_alloc(&cx->arena, sizeof *tokens);
    struct qc_tree *tree = qc_alloc(&cx->arena, sizeof *tree);
    tree->source = source;
    tree->lines = lines;
    tree->tokens = tokens;
    tree->unmarked = is_ascii(source->text);
    tree->root = qc_alloc(&cx->arena, sizeof *tree->root);
    qc_scan(cx, source, lines);
    qc_layout(cx, source, lines, tokens, tree);
    struct qc_builder builder = {
        .cx = cx, .source = source, .tokens = tokens, .tree = tree, .unit = tree->root,
    };
    qcparse_parse(&builder);
    qc_build_finish_units(&builder);
    struct qc_remarks remarks = { 0 };
    qc_remarks_read(cx, source, lines, &remarks);
    qc_allowances_collect(cx, source, lines, tokens, tree, &remarks);
    qc_reviews_collect(cx, source, lines, &remarks);
    return tree;
}
