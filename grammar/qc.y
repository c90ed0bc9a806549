/*
 * qc.y - the structure of a .qc file: header, body, closing, recipients.
 *
 * Tokens are whole lines, placed by syntax/layout.c. Actions are one call
 * into syntax/build.h; units are nested there (syntax/units.c), since nesting
 * follows from the markers and not from brackets that a grammar could match.
 */
%require "3.8"
%define api.prefix {qcparse_}
%define api.pure full
%define api.location.type {struct qc_span}
%define api.value.type {struct qc_token}
%define api.token.prefix {TOK_}
%define parse.error custom
%define parse.lac full
%locations
%expect 0
%param {struct qc_builder *builder}

%code requires {
#include "syntax/build.h"
}

%code {
/* left recursion: more than this many tokens are never open, and a stack that is not used need not be cleared */
#define YYINITDEPTH 32

static void qcparse_error(const struct qc_span *span, struct qc_builder *builder, const char *message);

#define YYLLOC_DEFAULT(current, rhs, n)                                                                      \
    ((current) = (n) > 0 ? (struct qc_span){ YYRHSLOC(rhs, 1).begin, YYRHSLOC(rhs, n).end,                   \
                                             YYRHSLOC(rhs, 1).file }                                         \
                         : (struct qc_span){ YYRHSLOC(rhs, 0).end, YYRHSLOC(rhs, 0).end,                     \
                                             YYRHSLOC(rhs, 0).file })
}

%token END 0         "end of file"
%token KEY           "declaration"
%token BLOCK         "block"
%token PROSE         "mở đầu"
%token FIELD         "field"
%token CONTINUATION  "continuation"
%token ITEM          "item"
%token LINE          "line"
%token UNIT          "unit"
%token CLOSING       "kết thúc"
%token RECIPIENTS    "nơi nhận"

%%

document
    : header body closing recipients
    ;

header
    : %empty
    | header declaration
    ;

declaration
    : key values
    | block values fields
    | prose paragraphs
    ;

key:   KEY    { qc_build_declaration(builder, &$1); } ;
block: BLOCK  { qc_build_declaration(builder, &$1); } ;
prose: PROSE  { qc_build_declaration(builder, &$1); } ;

values
    : %empty
    | values CONTINUATION  { qc_build_continuation(builder, &$2); }
    | values ITEM          { qc_build_item(builder, &$2); }
    ;

fields
    : %empty
    | fields field values
    ;

field: FIELD  { qc_build_field(builder, &$1); } ;

paragraphs
    : %empty
    | paragraphs LINE   { qc_build_line(builder, &$2); }
    ;

body
    : %empty
    | units
    ;

/* Blank lines are no tokens: a token knows of those before it. The first unit opens the body; a line belongs to the innermost unit above it. */
units
    : UNIT         { qc_build_unit(builder, &$1); }
    | units UNIT   { qc_build_unit(builder, &$2); }
    | units LINE   { qc_build_unit_line(builder, &$2); }
    ;

closing
    : %empty
    | CLOSING { qc_build_declaration(builder, &$1); } ending
    ;

recipients
    : %empty
    | RECIPIENTS { qc_build_declaration(builder, &$1); } ending
    ;

/*
 * After the body a line that looks like a unit is text: a recipient's "- …",
 * or misplaced. A keyword out of order is reported and skipped; its lines go
 * on with the block that is open, so that no text is lost.
 */
ending
    : %empty
    | ending LINE   { qc_build_line(builder, &$2); }
    | ending UNIT   { qc_build_ending_unit(builder, &$2); }
    | ending error  { yyclearin; yyerrok; }
    ;

%%

static void qcparse_error(const struct qc_span *span, struct qc_builder *builder, const char *message)
{
    (void)message; /* only "memory exhausted" comes this way; the stack never grows: left recursion */
    qc_build_misplaced(builder, *span);
}

static int yyreport_syntax_error(const yypcontext_t *context, struct qc_builder *builder)
{
    qc_build_misplaced(builder, *yypcontext_location(context));
    return 0;
}
