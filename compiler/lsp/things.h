/*
 * things.h - what stands in the text that means something: the keywords,
 * names, labels, references and so on, each with its place.
 *
 * One finder for every feature that asks "what is this, and where else is it".
 */
#ifndef QC_LSP_THINGS_H
#define QC_LSP_THINGS_H

#include "lsp/server.h"
#include "sema/symbols.h"

enum lsp_thing_kind {
    LSP_KEYWORD,    /* of a declaration: keyword, declaration */
    LSP_MARKER,     /* of a unit: unit */
    LSP_NAME,       /* declared, or in braces: name; of the registry alone: entry */
    LSP_FIELD,      /* in braces, behind the full stop: keyword, name or entry */
    LSP_LABEL,      /* {#…}, {@…}, without braces and sign: label, unit */
    LSP_REFERENCE,  /* in prose: unit */
    LSP_INSTRUMENT, /* cited in a basis: entry */
    LSP_MENTION,    /* of a party in prose: party */
    LSP_USE,        /* a value of dùng: text */
    LSP_LINK,       /* an address: text */
    LSP_COMMENT,    /* a line */
};

/* Sets of kinds. */
enum {
    LSP_SYMBOLS = 1 << LSP_NAME | 1 << LSP_FIELD | 1 << LSP_LABEL, /* found at little cost */
    LSP_EVERYTHING = (1 << (LSP_COMMENT + 1)) - 1,
};

struct lsp_thing {
    enum lsp_thing_kind kind;
    struct qc_span span;
    bool declares; /* a name or label: here it is declared */
    bool exact;    /* a mention: capitals as declared, or as all that stands around it */
    const struct qc_keyword *keyword;
    const struct qc_declaration *declaration; /* that it stands in, or NULL */
    const struct qc_name *name;
    const struct qc_label *label;
    const struct qc_unit *unit;
    const struct qc_instrument *entry;
    const struct qc_party *party;
    struct qc_str text;
};

struct lsp_things {
    QC_VEC(struct lsp_thing) items;
};

/* What of these kinds stands in a span of the document, its ends included, in the order of the text. */
void lsp_things_in(struct lsp_server *server, const struct lsp_document *document, struct qc_span span,
                   unsigned kinds, struct lsp_things *things);

/* The same in the whole document and in all that it uses; in no order. */
void lsp_things_everywhere(struct lsp_server *server, const struct lsp_document *document, unsigned kinds,
                           struct lsp_things *things);

/*
 * The smallest thing that the Position in the params of a request touches;
 * false when it touches none or, with the error set, when there is no Position.
 */
bool lsp_thing_asked(struct lsp_server *server, struct lsp_document *document, const json_t *params,
                     struct lsp_thing *thing, struct lsp_error *error);

#endif
