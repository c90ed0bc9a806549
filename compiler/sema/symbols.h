/*
 * symbols.h - the names in braces and the labels of a document, and what
 * something typed between braces stands for.
 *
 * Made by names.c and labels.c; kept with the document, for whoever asks what
 * stands where.
 */
#ifndef QC_SEMA_SYMBOLS_H
#define QC_SEMA_SYMBOLS_H

#include "base/map.h"
#include "sema/instrument.h"
#include "syntax/tree.h"

/* What a name in braces stands for. */
enum qc_name_kind {
    QC_NAME_KEYWORD,     /* a keyword's value */
    QC_NAME_YEAR_BEFORE, /* năm học trước, năm học sau */
    QC_NAME_YEAR_AFTER,
    QC_NAME_PARTY, /* a party or one of its aliases */
    QC_NAME_INSTRUMENT,
    QC_NAME_VALUE, /* đặt, viết tắt */
};

/* An instrument that a name in braces stands for. One of the two is not NULL. */
struct qc_cited {
    const struct qc_declaration *block; /* what is declared of it */
    const struct qc_instrument *entry;  /* in the registry: gives what the block does not */
    bool used;                          /* printed, or a field of it */
    bool mentioned;                     /* in the text so far */
};

struct qc_name {
    enum qc_name_kind kind;
    struct qc_str name;                       /* as declared */
    struct qc_str key, bare;                  /* for comparing, and without marks */
    struct qc_name *twin;                     /* another with the same bare key, or NULL */
    struct qc_str printed;                    /* of a value: what it prints, once that is known */
    struct qc_span span;                      /* of the declaration */
    const struct qc_declaration *declaration; /* block, or the declaration of the value */
    struct qc_cited *cited;                   /* of an instrument */
    enum qc_keyword_id keyword;
    const struct qc_prose *prose; /* of a value: where it stands */
    size_t from, to;              /* of a value: its part of the prose */
    bool own;                     /* declared in the document itself */
    const struct qc_name *holder; /* who has the name: this, or one declared before */
    bool used;
    bool expanding; /* on the way down: meeting it again is a cycle */
};

/* A label {#…} and the unit that it names. */
struct qc_label {
    struct qc_str name, key, bare; /* as typed, for comparing, without marks */
    struct qc_span span;
    const struct qc_unit *unit;
};

struct qc_symbols {
    QC_VEC(struct qc_name *) names;    /* those that are taken, in the order of their declarations */
    QC_VEC(struct qc_name *) repeated; /* declared once more: their holder has the name */
    struct qc_map names_by_key, names_by_bare;
    QC_VEC(struct qc_label *) labels;
    struct qc_map labels_by_key, labels_by_bare;
    QC_VEC(const struct qc_declaration *)
    used; /* declarations of the files and modules that the document uses */
};

/* What is typed between braces and is no label: "tên", "căn cứ 2", "Nhà trường.chức vụ". */
struct qc_braced {
    struct qc_name *name;              /* declared; or NULL */
    const struct qc_instrument *entry; /* of the registry, which has a name that nobody declared; or NULL */
    const struct qc_name *twin;        /* name and this one fit alike: nobody knows which is meant */
    struct qc_str stem;                /* what was typed of it */
    size_t index;                      /* the second basis; 0: none is chosen */
    bool has_field;
    struct qc_str field; /* typed behind the full stop */
};

/* The name typed, with its marks or with none; NULL when there is none. *twin: another fits as well, or NULL. */
struct qc_name *qc_symbols_name(const struct qc_symbols *symbols, struct qc_arena *arena, struct qc_str typed,
                                const struct qc_name **twin);

/* Takes what is typed apart. With neither name nor entry nobody declared it. */
struct qc_braced qc_symbols_braced(const struct qc_symbols *symbols, struct qc_arena *arena,
                                   struct qc_str typed);

/* "thay thế 2": sets *name to "thay thế" and returns 2; 0 when there is no index. */
size_t qc_name_split_index(struct qc_str typed, struct qc_str *name);

/* The label typed, with its marks or with none; NULL when there is none. */
const struct qc_label *qc_symbols_label(const struct qc_symbols *symbols, struct qc_arena *arena,
                                        struct qc_str typed);

/* The field of a party's or instrument's block that is typed behind its name, or NULL. */
const struct qc_keyword *qc_symbols_field(struct qc_arena *arena, enum qc_name_kind kind,
                                          struct qc_str typed);

#endif
