/*
 * qc.h - the public library: compile, check and print .qc documents.
 *
 *     struct qc_context *qc = qc_context_new();
 *     if (qc != NULL && qc_compile_file(qc, "quy-che.qc") == QC_OK)
 *         qc_emit(qc, "html", NULL, write_it, user);
 *     qc_context_free(qc);
 *
 * A context holds one compilation; compiling again releases the one before.
 * Nothing here prints, exits, changes the locale or keeps state outside the
 * context; two contexts may be used by two threads. All text is UTF-8.
 */
#ifndef QC_H
#define QC_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define QC_VERSION "0.1.0"

#if defined(__GNUC__)
#define QC_API __attribute__((visibility("default")))
#else
#define QC_API
#endif

/* Largest document in bytes; a larger one is refused with a diagnostic. */
#define QC_INPUT_LIMIT (128u << 20)

struct qc_context;

enum qc_message_level { QC_INFO, QC_WARNING, QC_ERROR };
enum qc_language { QC_VIETNAMESE, QC_ENGLISH };

/* How a call ended. */
enum qc_result {
    QC_OK,
    QC_FAILED,        /* the document has findings of level error; see the diagnostics */
    QC_NO_MEMORY,     /* memory ran out; the context may be freed or used again */
    QC_WRITE_FAILED,  /* the writer returned false */
    QC_BAD_ARGUMENT,  /* no such format, stage or name; nothing compiled */
    QC_UNREADABLE,    /* the document's own file, or the project's, cannot be read; a diagnostic says why */
};

/* Receives length bytes of output; returns false to stop. */
typedef bool qc_write_fn(void *user, const char *bytes, size_t length);

/* How the findings of a rule are reported. */
enum qc_choice { QC_CHOICE_DEFAULT, QC_CHOICE_OFF, QC_CHOICE_WARNING, QC_CHOICE_ERROR };

/* Returns NULL when memory runs out. The caller frees it. */
QC_API struct qc_context *qc_context_new(void);

/* Frees the context and all that was taken from it. NULL is allowed. */
QC_API void qc_context_free(struct qc_context *qc);

/*
 * Chooses how a rule is reported by this context, from the next compilation
 * on; the last choice holds. "core" stands for all rules of numbering,
 * signatures, references, the head and years. QC_BAD_ARGUMENT: there is no such rule.
 * QC_FAILED, and nothing is chosen: the rule is an error that stops the
 * output, which can be neither switched off nor lowered (see qc_rule.binding).
 */
QC_API enum qc_result qc_choose(struct qc_context *qc, const char *rule, enum qc_choice choice);

/* Switches off every rule that can be, from the next compilation on; qc_choose with QC_CHOICE_DEFAULT takes one back. */
QC_API void qc_choose_none(struct qc_context *qc);

/* The lowest level that is reported, from the next compilation on. Findings below it are not counted. */
QC_API void qc_choose_level(struct qc_context *qc, enum qc_message_level least);

/*
 * Shall the project's .qc.toml be read, from the next compilation on? It is
 * not unless asked for. What it chooses gives way to qc_choose and
 * qc_choose_level; what is wrong with it is a diagnostic.
 */
QC_API void qc_use_config(struct qc_context *qc, bool use);

/*
 * Directories of modules ("dùng: NAME"), with ":" between them, from the next
 * compilation on; NULL, as at first: none. A file there comes before the
 * built-in module of its name. The text is the caller's and must stay.
 */
QC_API void qc_use_library(struct qc_context *qc, const char *directories);

/*
 * Asked for each file that a document uses before the file system is: as an
 * editor has it open, not saved yet. path is as qc_file_at gives it. True:
 * these are its bytes, which must stay until the compilation has ended.
 */
typedef bool qc_read_fn(void *user, const char *path, const char **bytes, size_t *length);

/* Sets who is asked, from the next compilation on; NULL, as at first: nobody. */
QC_API void qc_use_reader(struct qc_context *qc, qc_read_fn *read, void *user);

/*
 * Reads, parses and resolves one document. Files that it uses (dùng: …) are
 * read relative to it, inside its project: the nearest directory above it
 * that holds .git or .qc.toml, else its own.
 */
QC_API enum qc_result qc_compile_file(struct qc_context *qc, const char *path);

/* Same for bytes in memory; name stands in messages and says where used files are looked for. */
QC_API enum qc_result qc_compile_memory(struct qc_context *qc, const char *name, const char *bytes, size_t length);

/*
 * Files that the compilation read or looked for in vain, by number from 0: the
 * document, the files it uses, the project file. NULL after the last. A
 * document in memory is none of them.
 */
QC_API const char *qc_file_at(const struct qc_context *qc, size_t index);

/* Runs every check over the compiled document, even one that has errors. */
QC_API enum qc_result qc_check(struct qc_context *qc);

/* What qc_repair did. */
struct qc_repaired {
    bool changed;     /* the text is not as it was */
    bool unsettled;   /* a fix is left out or left over: it would not settle, or made the text unreadable */
    size_t fixed;     /* findings that were fixed */
    size_t suggested; /* findings left whose fix is a suggestion, when those were not wanted */
    size_t elsewhere; /* findings left whose fix changes a file that the document uses */
};

/*
 * Checks the compiled document and applies the fixes: those that change no
 * word's meaning or, with suggested, all. What comes out is compiled and
 * checked anew, until there is nothing left to apply. Then the context holds
 * the repaired document and what is still found in it. No file is written:
 * qc_text gives the text, qc_print_repairs tells what has changed. The result
 * is that of qc_check; after QC_NO_MEMORY the document may be half repaired.
 * QC_UNREADABLE: meanwhile the project's file can no longer be read; there is no document any more.
 */
QC_API enum qc_result qc_repair(struct qc_context *qc, bool suggested, struct qc_repaired *repaired);

/* What qc_reformat did. */
struct qc_reformatted {
    bool changed;   /* the text is another one now */
    bool unwrapped; /* broken at that column it would not mean the same: lines stay as they were broken */
    bool refused;   /* the canonical form would not mean the same: the text is as it was. A fault of the library */
};

/*
 * Lays the compiled document out in the canonical form of its source: words,
 * numbers and comments stay, in their order. wrap: the column at which long
 * lines are broken anew; 0: lines stay as they are broken. What comes out is
 * compiled; it must give the same document. No file is written: qc_text gives
 * the text, qc_print_repairs tells what has changed. QC_FAILED: the document
 * has errors, and stays as it is.
 */
QC_API enum qc_result qc_reformat(struct qc_context *qc, unsigned wrap, struct qc_reformatted *reformatted);

/* Writes the bytes of the compiled document's own file, as they were read or as qc_repair or qc_reformat left them. */
QC_API enum qc_result qc_text(struct qc_context *qc, qc_write_fn *write, void *user);

/* Writes what the last qc_repair or qc_reformat changed as a unified diff, for patch and git apply; nothing without changes. */
QC_API enum qc_result qc_print_repairs(struct qc_context *qc, qc_write_fn *write, void *user);

/* Largest file in bytes that is imported. */
#define QC_IMPORT_LIMIT (32u << 20)

/* All zero: everything is told by the bytes, and by the ending of the name. */
struct qc_import_options {
    const char *format;   /* as qc_import_format_at names it */
    const char *encoding; /* of text, Markdown and HTML, as qc_import_encoding_at names it */
    const char *stem;     /* what the names of the texts begin with; NULL: the name of the file without its ending */
};

/* What was read. The texts belong to the context, or are static. */
struct qc_imported {
    const char *format, *encoding;
    size_t texts;     /* that were made: a decision and the regulation that it brings into force are two */
    size_t words;     /* of the file; each stands in one of the texts */
    size_t deleted;   /* words that a tracked change had deleted, which are left out */
    size_t pictures;  /* which have no words */
    size_t furniture; /* lines of the page and not of the document: its number, a menu */
    const char *fault[2]; /* after QC_UNREADABLE, by enum qc_language: what is wrong, to stand behind "the file" */
    const char *convert;  /* a command that makes a file of it that can be read; or NULL */
};

/* One of the texts; not terminated, valid until the context imports again or is freed. */
struct qc_imported_text {
    const char *name; /* of its file: "quy-che.qc" */
    size_t name_length;
    const char *bytes;
    size_t length;
    size_t words, aside; /* of the file: that the document prints, and that stand in its comments */
};

/*
 * Makes documents in the language of an old one: plain text, Markdown, HTML
 * or .docx in bytes, which need not stay. name is that of the file. No file
 * is read or written. QC_UNREADABLE: see imported->fault. QC_BAD_ARGUMENT:
 * there is no such format or encoding. options may be NULL.
 */
QC_API enum qc_result qc_import(struct qc_context *qc, const char *name, const char *bytes, size_t length,
                                const struct qc_import_options *options, struct qc_imported *imported);

/* One of the texts that the last qc_import made, by number from 0. False when there is none. */
QC_API bool qc_imported_text(const struct qc_context *qc, size_t index, struct qc_imported_text *text);

/*
 * Compiles a text that importer made, as qc_compile_memory would, and adds
 * what was uncertain in making it to the findings. qc is another context.
 */
QC_API enum qc_result qc_compile_imported(struct qc_context *qc, const struct qc_context *importer, size_t index,
                                          const char *name);

/*
 * How many units of a kind the compiled document has; the kinds by number
 * from 0, the outermost first. *name, a static text, is what its units are
 * called: "Điều", "1.", "a)". False behind the last kind.
 */
QC_API bool qc_units_at(const struct qc_context *qc, size_t kind, const char **name, size_t *count);

/* The formats and encodings that are read, by number from 0; NULL behind the last. */
QC_API const char *qc_import_format_at(size_t index);
QC_API const char *qc_import_encoding_at(size_t index);

/*
 * Makes next year's draft of the compiled document: its school year moved on
 * wherever it is the document's own, number, date and state those of a draft,
 * the old document as what it replaces, ended bases replaced where the
 * registry of instruments is certain. school_year ("2026 - 2027") is the one
 * that is wanted, NULL the next one. The document in the context stays the old one,
 * no file is written. QC_BAD_ARGUMENT: nothing is compiled, or school_year is no
 * school year or before that of the document.
 */
QC_API enum qc_result qc_renew(struct qc_context *qc, const char *school_year);

/* Writes the bytes of the draft that the last qc_renew of this document made. QC_BAD_ARGUMENT: there is none. */
QC_API enum qc_result qc_renewed_text(struct qc_context *qc, qc_write_fn *write, void *user);

/* Writes what that changed as a unified diff. */
QC_API enum qc_result qc_print_renewed(struct qc_context *qc, qc_write_fn *write, void *user);

/*
 * Writes its report, as text for people or as JSON: each line that changed,
 * with the reason; each year that is left alone, with the reason; what
 * somebody has to look at. QC_BAD_ARGUMENT: nothing was renewed.
 */
QC_API enum qc_result qc_print_renewal(struct qc_context *qc, bool json, enum qc_language language, qc_write_fn *write,
                                       void *user);

/* How a format prints. All zero is the default; what a format does not know it passes over. */
struct qc_emit_options {
    bool toc;        /* html: a table of contents */
    bool fragment;   /* html: for a page of one's own: no <html>, <head> or <body>, no style sheet */
    const char *css; /* html: this style sheet instead of the embedded one, ended by NUL; or NULL */
    bool no_embed;   /* latex: \usepackage instead of the text of the package */
};

/* Is there a document to be printed? Not when its text could not be read. */
QC_API bool qc_has_document(const struct qc_context *qc);

/*
 * Prints the compiled document in a format ("html", "markdown", "latex",
 * "pdf"); options may be NULL. With errors it prints what there is; it is the
 * caller's to decide whether that is wanted. What the format cannot print is
 * added to the diagnostics. QC_FAILED: nothing can be printed in it, as a PDF
 * without a font, and nothing is written. "pdf" takes the time in it from
 * SOURCE_DATE_EPOCH, its fonts from fontconfig, which keeps what it has
 * read; and when memory runs out inside GLib, that ends the program. write is
 * called again and again, as the output comes, a PDF excepted: what it has been given is
 * to be thrown away when the call does not return QC_OK.
 */
QC_API enum qc_result qc_emit(struct qc_context *qc, const char *format, const struct qc_emit_options *options,
                              qc_write_fn *write, void *user);

/*
 * Reports what another program, as a TeX, says of a line (from 1) of the
 * output that qc_emit printed last: an error at the paragraph of the source
 * that stands there. Returns QC_FAILED, as the document has an error now;
 * QC_BAD_ARGUMENT, and nothing is reported, when the line prints no paragraph.
 */
QC_API enum qc_result qc_report_line(struct qc_context *qc, const char *program, size_t line, const char *message);

/* Stages of a compilation by number from 0: "tokens", "tree", "document", "outline"; NULL after the last. */
QC_API const char *qc_stage_name(size_t index);

/* Prints a stage for people and tests. */
QC_API enum qc_result qc_dump(struct qc_context *qc, const char *stage, qc_write_fn *write, void *user);

/*
 * Prints who must do what: for each party the units that name it, a row each,
 * cells parted by tabs: party, unit ("khoản 2 Mục IV"), first words.
 */
QC_API enum qc_result qc_parties(struct qc_context *qc, qc_write_fn *write, void *user);

/* A day of the calendar; year 0: none. */
struct qc_day {
    unsigned day, month, year;
};

/* Reads a day, "22/11/2026" or "2026-11-22". False, and *day is none, when it is no day of the calendar. */
QC_API bool qc_day_read(const char *text, struct qc_day *day);

/* What qc_bases is asked. */
struct qc_bases_options {
    struct qc_day on;          /* the day on which the bases are to be in force; none: that of the document */
    struct qc_day today;       /* that of a document without one; the age of the registry counts to on, or to it */
    enum qc_language language; /* of the text */
    bool json;                 /* one JSON object, whose members qc(1) describes */
};

/*
 * Lists the legal bases of the compiled document (NĐ 30/2020, PL I.II.6.a):
 * where each stands, which instrument of the registry it cites, whether that
 * is in force on the day, what replaced and amended it, and how sure the
 * registry is of it. A document that has no day counts as of its school year.
 */
QC_API enum qc_result qc_bases(struct qc_context *qc, const struct qc_bases_options *options, qc_write_fn *write,
                               void *user);

/* Output formats by number from 0; NULL after the last. */
QC_API const char *qc_format_name(size_t index);
QC_API const char *qc_format_extension(size_t index);
QC_API const char *qc_format_summary(size_t index, enum qc_language language);

/* Is the format built into this library? One that is not is known by name, and reports that when it is to be printed. */
QC_API bool qc_format_built(size_t index);

/*
 * Family of the font that "pdf" prints with, a static text; NULL when there is
 * none with all Vietnamese letters, or the format is not built in.
 */
QC_API const char *qc_pdf_font(void);

/* A library that this one is made of, by number from 0; version is NULL when it was left out. False after the last. */
QC_API bool qc_component_at(size_t index, const char **name, const char **version);

/* Number of diagnostics of a level so far. */
QC_API size_t qc_message_count(const struct qc_context *qc, enum qc_message_level level);

/* Number of diagnostics of a rule so far; the rule by number, as in qc_rule_at. */
QC_API size_t qc_rule_count(const struct qc_context *qc, size_t index);

/*
 * Prints the diagnostics as text, sorted by place: `file:line:col:
 * level[CODE slug]: message`, the source line, a caret, notes. Columns count
 * code points from 1. Control characters of the source are shown as \u{…}.
 */
QC_API enum qc_result qc_print_messages(struct qc_context *qc, enum qc_language language, bool color,
                                        qc_write_fn *write, void *user);

/* Formats of findings by number from 0: "text", "json", "sarif", "github", "gitlab", "gcc"; NULL after the last. */
QC_API const char *qc_findings_format_name(size_t index);
QC_API const char *qc_findings_format_summary(size_t index, enum qc_language language);

/*
 * Prints the findings of several compilations as one document:
 *
 *     struct qc_printer *printer = qc_printer_new("sarif", QC_ENGLISH, false, write_it, user);
 *     for (…) { qc_compile_file(qc, path); qc_check(qc); qc_printer_add(printer, qc); }
 *     qc_printer_end(printer);
 *     qc_printer_free(printer);
 *
 * NULL when memory runs out or there is no such format. Colour is for "text"
 * alone. After a call that failed the document is broken. Text and line
 * formats are for terminals: characters are shown as by qc_show_character.
 */
struct qc_printer;
QC_API struct qc_printer *qc_printer_new(const char *format, enum qc_language language, bool color,
                                         qc_write_fn *write, void *user);
QC_API enum qc_result qc_printer_add(struct qc_printer *printer, struct qc_context *qc);
QC_API enum qc_result qc_printer_end(struct qc_printer *printer);
QC_API void qc_printer_free(struct qc_printer *printer);

/*
 * Shows text of any origin, as a file's name, on a terminal: writes the form
 * of the character at its start to out (at most QC_SHOWN_BYTES, not
 * terminated) and returns how many bytes of text that was. Control, bidi and
 * invisible characters become \u{…}, a byte that is no UTF-8 \xHH. At the end: 0.
 */
#define QC_SHOWN_BYTES 12
QC_API size_t qc_show_character(const char *text, size_t length, char *out, size_t *out_length);

/* The catalogue of diagnostics. Strings are static. */
struct qc_rule {
    size_t number;    /* its place in the catalogue, from 0 */
    const char *code; /* "QC120" */
    const char *slug; /* "number_duplicate"; people write "-" for "_" */
    enum qc_message_level level;
    const char *norm;           /* decree and item, or page of the manual */
    const char *norm_since;     /* the day from which that decree holds, "05/3/2020"; "" for what is none */
    const char *explanation[2]; /* why, a wrong and a right example */
    bool binding; /* an error that stops the output: it cannot be switched off, lowered or allowed */
};

/* Rule by number from 0; false after the last. */
QC_API bool qc_rule_at(size_t index, struct qc_rule *rule);

/* Rule by code or slug, case apart; false when there is none. */
QC_API bool qc_rule_find(const char *name, struct qc_rule *rule);

/* Prints the message of a rule by number, with "…" for what a finding puts there. */
QC_API enum qc_result qc_print_pattern(size_t rule, enum qc_language language, qc_write_fn *write, void *user);

/* Prints the catalogue as JSON, in both languages. */
QC_API enum qc_result qc_print_rules(qc_write_fn *write, void *user);

/*
 * The standard library. Strings that a context gives here belong to it until
 * it is freed or compiles.
 */
enum qc_library_kind {
    QC_LIBRARY_MODULE,     /* declarations: "dùng: NAME" */
    QC_LIBRARY_LIST,       /* words of the checks */
    QC_LIBRARY_TEMPLATE,   /* a new document, see below */
    QC_LIBRARY_INSTRUMENT, /* an entry of the registry: "{NAME}" */
};

struct qc_library_entry {
    const char *name;
    const char *summary; /* what it is for, in Vietnamese; of an instrument its number, or its subject */
};

/* What is built in, by kind and number from 0. QC_BAD_ARGUMENT: behind the last. */
QC_API enum qc_result qc_library_at(struct qc_context *qc, enum qc_library_kind kind, size_t index,
                                    struct qc_library_entry *entry);

/*
 * Writes the text of what has this name, typed with its marks or with none: a
 * module, those of qc_use_library first; an instrument, by its number too; a
 * list or a template by the name of its file. QC_BAD_ARGUMENT: there is none.
 */
QC_API enum qc_result qc_library_print(struct qc_context *qc, const char *name, qc_write_fn *write, void *user);

/* The name nearest to one that qc_library_print does not know; *found is NULL when none is near. */
QC_API enum qc_result qc_library_nearest(struct qc_context *qc, const char *name, const char **found);

/*
 * Templates of new documents, by number from 0; QC_BAD_ARGUMENT behind the
 * last. Strings that a context gives here belong to it until it is freed or
 * compiles. Texts in two languages are by enum qc_language.
 */
struct qc_template {
    size_t number;
    const char *name[2];  /* "truong-cong-doan", "school-union" */
    const char *title[2]; /* one line */
    const char *attached; /* name[0] of a second document that belongs to it; "" for none */
};

QC_API enum qc_result qc_template_at(struct qc_context *qc, size_t number, struct qc_template *found);

/* The template of a name in either language, typed with marks or without. QC_BAD_ARGUMENT: there is none. */
QC_API enum qc_result qc_template_find(struct qc_context *qc, const char *name, struct qc_template *found);

/* What an answer is. */
enum qc_answer_kind {
    QC_ANSWER_TEXT,        /* any line of text, or one of the choices */
    QC_ANSWER_PERSON,      /* the name of who signs */
    QC_ANSWER_SCHOOL_YEAR, /* "2026 - 2027"; "2026" and "2026-2027" mean the same */
    QC_ANSWER_NUMBER,      /* digits */
    QC_ANSWER_DAY,         /* "07/9/2026" */
};

/* What a template, with what is attached to it, wants to know. Strings are static, but for fallback. */
struct qc_question {
    const char *name[2]; /* whose answer: "năm học", "school-year" */
    const char *text[2]; /* to show */
    const char *example; /* an answer; "" for none */
    const char *choices; /* the answers that it takes, a newline behind each; "" when any text does */
    enum qc_answer_kind kind;
    const char *fallback; /* what follows from the answers so far; "" when nothing does */
};

/* An answer, by the Vietnamese name of its question. Of two to one question the last one counts. */
struct qc_answer {
    const char *name, *text;
};

/*
 * Question of a template, by number from 0 in the order of asking; answers
 * are those given so far. QC_BAD_ARGUMENT: behind the last question, or as
 * for qc_template_fill.
 */
QC_API enum qc_result qc_template_question(struct qc_context *qc, size_t template_number, size_t number,
                                           const struct qc_answer *answers, size_t count, struct qc_question *question);

/* The question of a name in either language, typed with marks or without. QC_BAD_ARGUMENT: there is none. */
QC_API enum qc_result qc_question_find(struct qc_context *qc, const char *name, struct qc_question *question);

/*
 * Takes what was typed as an answer: *text is how it is to be written, "" for
 * blanks. A choice may be typed without marks, or as its number from 1.
 * QC_BAD_ARGUMENT: it is no answer to that question, not UTF-8, or has
 * control characters.
 */
QC_API enum qc_result qc_template_answer(struct qc_context *qc, const struct qc_question *question, const char *typed,
                                         const char **text);

/*
 * Writes the document that a template gives with these answers, as text:
 * nothing in them is a name or a mark of the language. What has no answer is
 * a blank to be filled in. QC_BAD_ARGUMENT: no such template, or one of the
 * answers is none that qc_template_answer takes.
 */
QC_API enum qc_result qc_template_fill(struct qc_context *qc, size_t number, const struct qc_answer *answers,
                                       size_t count, qc_write_fn *write, void *user);

/*
 * Documents of several years, judged together: does each replace the right one?
 *
 *     struct qc_context *chains = qc_context_new(), *qc = qc_context_new();
 *     qc_chains_begin(chains, folder);
 *     for (…) { qc_compile_file(qc, path); qc_chains_add(chains, qc); }
 *     qc_chains_judge(chains);
 *     qc_chains_print(chains, QC_ENGLISH, write_it, user);
 *     qc_printer_add(printer, chains);
 *
 * The context of the chains compiles nothing itself; what was chosen in it
 * holds, and the findings are in it as those of a document. It keeps a
 * summary of each document with the lines that findings may show, so that
 * its memory grows with the number of documents and not with their length.
 */

/* Begins anew. The project file of the folder, or file, is read if that was asked for; QC_UNREADABLE when it cannot be. */
QC_API enum qc_result qc_chains_begin(struct qc_context *chains, const char *folder);

/*
 * Adds the document that qc has compiled, which may be used again then. One
 * with errors is reported and left out; a file of declarations alone, which
 * others use, is passed over.
 */
QC_API enum qc_result qc_chains_add(struct qc_context *chains, struct qc_context *qc);

/*
 * Links the documents and judges them. QC_FAILED: there are findings of level
 * error. After QC_NO_MEMORY, here or before, they have to be begun anew.
 */
QC_API enum qc_result qc_chains_judge(struct qc_context *chains);

/*
 * Prints the chains that were judged, for a terminal: of each document, the
 * oldest first, number, day, school year, from when until when it is in force, file.
 */
QC_API enum qc_result qc_chains_print(struct qc_context *chains, enum qc_language language, qc_write_fn *write,
                                      void *user);

/* Version of the library, as QC_VERSION. */
QC_API const char *qc_version(void);

#ifdef __cplusplus
}
#endif

#endif
