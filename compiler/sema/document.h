/*
 * document.h - the resolved document: what every output prints, in order.
 *
 * Made by sema from the tree: defaults applied, names substituted, lead words
 * and end marks supplied, references resolved. Emitters and checks take it
 * const; an emitter prints these parts in the order of this struct and
 * computes no meaning of its own, so that the formats cannot disagree.
 *
 * Text is final but for capitals, which are layout: an emitter may set a part
 * in capitals where it says so.
 */
#ifndef QC_SEMA_DOCUMENT_H
#define QC_SEMA_DOCUMENT_H

#include "inline/inline.h"
#include "sema/date.h"

enum qc_profile { QC_PROFILE_ND30, QC_PROFILE_PARTY, QC_PROFILE_YOUTH };

/* An issuing body with the bodies above it (NĐ 30/2020, PL I.II.2). */
struct qc_issuer {
    QC_VEC(struct qc_inlines *) parents; /* capitals, not bold */
    struct qc_inlines *name;             /* capitals, bold */
};

/* A party or, for a document of one issuer, its signatory. */
struct qc_party {
    const struct qc_declaration *declaration;
    bool is_party;              /* false for a signatory block */
    struct qc_str name;         /* as declared */
    struct qc_span name_span;
    struct qc_str full_name;    /* its field cơ quan, or empty */
    QC_VEC(struct qc_str) aliases;
    bool signs;                 /* false for người ký: không */
    bool has_signer;            /* người ký is declared, blank or not */
    struct qc_str signer;       /* its printed name; a blank prints as dots */
};

/* One signature (NĐ 30/2020, PL I.II.7), printed as lines in this order. */
struct qc_signature {
    const struct qc_party *party;
    QC_VEC(struct qc_inlines *) lines; /* capacity and position lines, capitals, bold */
    struct qc_inlines *name;           /* after room to sign, bold; NULL when there is none */
};

enum qc_recital_kind { QC_RECITAL_BASIS, QC_RECITAL_PROPOSAL, QC_RECITAL_PREAMBLE };

/* A line before the body: legal basis, proposal (italics), or preamble paragraph. */
struct qc_recital {
    enum qc_recital_kind kind;
    struct qc_inlines *content;   /* lead word and end mark included */
    const struct qc_prose *prose; /* as typed; NULL when it is left to be filled in */
};

struct qc_recipient {
    bool dash; /* typed as "- …": the dash is printed before the content */
    struct qc_str dash_text; /* the dash as typed: "-", "–" … */
    struct qc_inlines *content;
};

struct qc_effect {
    bool declared, blank;
    struct qc_date from, until; /* valid when the forms name a day */
    unsigned delay;             /* days from the signing on, of "sau 15 ngày kể từ ngày ký" */
    unsigned school_year_to;    /* year in which the school year of "trong năm học …" ends */
    struct qc_str text;         /* what {hiệu lực} prints */
    struct qc_span span;
};

/* A document that another replaces, as that one names it. */
struct qc_replaced {
    struct qc_str text;  /* as {thay thế} prints it */
    struct qc_span span; /* the value */
};

struct qc_document {
    const struct qc_tree *tree;
    enum qc_profile profile;
    bool draft;    /* has blanks, or tình trạng: dự thảo */
    bool attached; /* kèm theo: no number, date, signature, recipients, effect expected */

    /* head */
    QC_VEC(struct qc_issuer) issuers;
    struct qc_inlines *state_name, *motto; /* of the profile; capitals in the source; bold */
    struct qc_inlines *number;             /* "Số: 05/QC-MNHS", or NULL */
    struct qc_inlines *place_date;         /* "Long Biên, ngày 07 tháng 10 năm 2024", italics, or NULL */
    struct qc_inlines *type;               /* "Quy chế", capitals, bold, centred, or NULL */
    QC_VEC(struct qc_inlines *) subject;   /* printed lines, bold, centred */
    struct qc_inlines *attached_to;        /* "(Kèm theo Quyết định …)", italics, centred, or NULL */

    /* recitals */
    struct qc_inlines *authority;          /* capitals, bold, centred, or NULL */
    QC_VEC(struct qc_recital) recitals;    /* in source order */
    struct qc_inlines *enacting;           /* "QUYẾT ĐỊNH:", bold, centred, or NULL */

    /* body and what follows it */
    struct qc_unit *root;                  /* content of its units is set; the root itself prints nothing */
    bool has_section_labels;               /* headings "Mục n" stand in the body */
    QC_VEC(struct qc_inlines *) closing;
    QC_VEC(struct qc_signature) signatures;
    struct qc_inlines *recipients_heading; /* "Nơi nhận:", or NULL when there is no such block */
    QC_VEC(struct qc_recipient) recipients;

    /* data behind the parts */
    QC_VEC(struct qc_party) parties;
    struct qc_str title;                   /* "Quy chế phối hợp giữa …": plain, for HTML title and PDF */
    struct qc_str code;                    /* "05/QC-MNHS": the number without its lead word, empty while it is blank */
    struct qc_str attached_name;           /* "Quyết định số …": what it is attached to, or empty */
    QC_VEC(struct qc_replaced) replaced;   /* what it replaces */
    struct qc_str school_year;
    unsigned year_from, year_to;           /* 0 when there is no school year */
    struct qc_date date;
    struct qc_effect effect;
    struct qc_symbols *symbols;            /* its names and labels */
    struct qc_readings *readings;          /* of its texts, for whoever reads their words */
    QC_VEC(const struct qc_declaration *) lists; /* cụm từ, tên riêng, thuật ngữ, viết tắt, those of used files too */
    const struct qc_declaration *first[QC_KW_COUNT]; /* the declaration of each keyword that holds, or NULL */
};

#endif
