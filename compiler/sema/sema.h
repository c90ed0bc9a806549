/*
 * sema.h - what the files of sema/ share while a document is made.
 */
#ifndef QC_SEMA_SEMA_H
#define QC_SEMA_SEMA_H

#include "base/map.h"
#include "sema/document.h"
#include "sema/symbols.h"

/* A declaration that counts: the document's own, or one of a file that it uses. */
struct qc_declared {
    const struct qc_declaration *declaration;
    bool own;
    bool library; /* of a module, or of a file that one uses */
};

/* A paragraph of the body, and the unit that it stands in. */
struct qc_printed {
    struct qc_inlines *inlines;
    const struct qc_unit *unit;
};

struct qc_sema {
    struct qc_compilation *cx;
    struct qc_tree *tree;
    struct qc_document *document;
    const char *path;
    struct qc_map used_files;                 /* by real path: a file that two others use counts once */
    QC_VEC(struct qc_declared) declared;      /* in order, used ones in the place of their "dùng" */
    struct qc_symbols *symbols;               /* of the document */
    QC_VEC(struct qc_name *) expanding;       /* the way down */
    size_t expanded_bytes, nested_expansions;
    size_t most_expanded;                     /* limit of expanded_bytes; 0 until that is asked */
    bool expansion_stopped;
    size_t aliases;                           /* other names of parties so far, of which there is a limit */
    size_t suggested;                         /* "did you mean" so far: a search each, so there is a limit */
    bool in_body;                             /* where labels may stand */
    QC_VEC(struct qc_printed) marked;         /* paragraphs whose inlines have to be read, in order */
    QC_VEC(struct qc_printed) referring;      /* those that may hold references */
    QC_VEC(struct qc_cited *) cited;          /* the instruments that names stand for */
    struct qc_map cited_by_entry;             /* by the name of the entry */
    bool in_text;                             /* bases, preamble, body, closing, in this order: here mentions count */
    size_t citations;                         /* printed so far */
    struct qc_expander expander;
};

/* use.c: collects the declarations that count. */
void qc_sema_collect(struct qc_sema *sema);

/* settle.c: of declarations about one thing keeps the one that wins. */
void qc_sema_settle(struct qc_sema *sema);

/* bases.c: makes one list of the bases that modules declare: the higher first, none twice. */
void qc_sema_gather_bases(struct qc_sema *sema);

/* The first declaration of a keyword that counts, or NULL. */
const struct qc_declaration *qc_sema_first(const struct qc_sema *sema, enum qc_keyword_id id);

/* names.c: the table of names. */
void qc_sema_name_all(struct qc_sema *sema);
void qc_sema_report_unused(struct qc_sema *sema);

/* The name that an entry of the registry has from now on where it is typed so. */
struct qc_name *qc_sema_name_entry(struct qc_sema *sema, struct qc_str typed, const struct qc_instrument *entry);

/* Reports that nobody declared what is typed at span, with the nearest name. */
void qc_sema_report_unknown(struct qc_sema *sema, struct qc_str typed, struct qc_span span);

/* expand.c: what {…} prints; the expander of inline.h, its user is the sema. */
bool qc_sema_expand(void *user, struct qc_str body, struct qc_span span, struct qc_str *text,
                    const struct qc_unit **unit);

/* Value as plain text: names substituted, escapes resolved. */
struct qc_str qc_sema_plain(struct qc_sema *sema, const struct qc_prose *prose, size_t from, size_t to);
struct qc_str qc_sema_value(struct qc_sema *sema, const struct qc_prose *prose);

/* Text of a field of a party or instrument block; "" when it is not declared. */
struct qc_str qc_sema_field(struct qc_sema *sema, const struct qc_declaration *block, enum qc_field_id id);
const struct qc_declaration *qc_sema_find_field(const struct qc_declaration *block, enum qc_field_id id);

/* cite.c: the instrument of a block, or of an entry when block is NULL: then it may be one that a block declares. */
struct qc_cited *qc_sema_cited(struct qc_sema *sema, const struct qc_declaration *block,
                               const struct qc_instrument *entry);

/* Text of a field: the block's, else the entry's; "" when neither has it. */
struct qc_str qc_sema_cited_field(struct qc_sema *sema, const struct qc_cited *cited, enum qc_field_id id);

/* Its citation (NĐ 30/2020, PL I.II.6): in full until the text has mentioned it, then in short. */
struct qc_str qc_sema_cite(struct qc_sema *sema, struct qc_cited *cited);

/* header.c: the fields of the head. */
void qc_sema_header(struct qc_sema *sema);

/* The inlines of a whole value. */
struct qc_inlines *qc_sema_inlines(struct qc_sema *sema, const struct qc_prose *prose);

/* Same with the keyword's lead word, unless the value opens with an opener of its own. */
struct qc_inlines *qc_sema_lead(struct qc_sema *sema, const struct qc_declaration *declaration,
                                const struct qc_prose *prose, const char *lead);

/* Notes a value that is left to be filled in; an error in an issued document. */
void qc_sema_blank(struct qc_sema *sema, const struct qc_declaration *declaration);

/* The profile that thể thức names; otherwise when it is absent or unknown, which is reported. */
enum qc_profile qc_sema_profile(struct qc_sema *sema, const struct qc_declaration *declaration,
                                enum qc_profile otherwise);

/* parties.c: parties and their signatures. */
void qc_sema_parties(struct qc_sema *sema);

/* Is text a form of hiệu lực that the language reads? *prints: what {hiệu lực} prints of it. */
bool qc_sema_read_effect(struct qc_arena *arena, struct qc_str typed, struct qc_str *prints);

/* "2024 - 2025": two years that follow each other, any dash or blank between them. */
bool qc_sema_read_years(struct qc_str text, unsigned *from, unsigned *to);

/* effect.c: reads hiệu lực. */
void qc_sema_effect(struct qc_sema *sema);

/* metadata.c: what describes the document to machines, from the parts that are there; reports nothing new. */
void qc_sema_metadata(struct qc_sema *sema);

/*
 * body.c: gives the units their places, anchors and labels, and finds the paragraphs that have marks; later, when all
 * names are known, reads those.
 */
void qc_sema_units(struct qc_sema *sema);
void qc_sema_read_body(struct qc_sema *sema);

/* labels.c: the labels that a paragraph of a unit has, and what {@…} prints. */
void qc_sema_find_labels(struct qc_sema *sema, struct qc_unit *unit, const struct qc_prose *prose);
const struct qc_unit *qc_sema_find_label(struct qc_sema *sema, struct qc_str name, struct qc_span span);

/* link.c: makes references in the prose of a read document lead to their units. */
void qc_sema_link(struct qc_sema *sema);

/* "điểm a khoản 2 Điều 5" (NĐ 30/2020, PL II.V.7). */
struct qc_str qc_sema_reference(const struct qc_sema *sema, const struct qc_unit *unit);

#endif
