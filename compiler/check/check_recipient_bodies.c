/*
 * check_recipient_bodies.c - is the body above the issuer, or a party that does not sign, sent the document?
 *
 * NĐ 30/2020, PL I.II.9: recipients are those who act on the document, those
 * who oversee, are reported to or know of it. Names are compared by words,
 * without marks, an abbreviation with the first letters of words: "UBND
 * phường" is "Ủy ban nhân dân phường Hoa Mai".
 */
#include <string.h>

#include "base/utf8.h"
#include "check/check.h"
#include "check/visible.h"

enum { LEAST_WORDS = 2 /* of a name of which the rest is left out */ };

struct word {
    struct qc_str text;
    bool ends; /* a mark stands behind it, or nothing */
};

struct name {
    QC_VEC(struct word) words;
};

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* The words of a text without marks; "gd&đt" is one, "gdđt". */
static struct name read_name(struct qc_arena *arena, struct qc_str text)
{
    struct qc_str bare = qc_name_bare(arena, qc_name_key(arena, text));
    struct name name = { 0 };
    for (size_t at = 0; at < bare.len;) {
        struct qc_buf word = { .arena = arena };
        for (; at < bare.len && (is_word_byte(bare.ptr[at]) || bare.ptr[at] == '&'); at++)
            if (bare.ptr[at] != '&')
                qc_buf_char(&word, bare.ptr[at]);
        bool ends = false;
        for (; at < bare.len && !is_word_byte(bare.ptr[at]); at++)
            ends = ends || bare.ptr[at] != ' ';
        ends = ends || at >= bare.len;
        struct qc_str found = qc_buf_str(&word);
        if (found.len > 0 && !qc_str_equal(found, QC_STR("va")))
            *qc_vec_push(arena, &name.words) = (struct word){ found, ends };
    }
    return name;
}

/* How many words of name from at on have the letters of short_form as their first ones; 0: they have not. */
static size_t initials(const struct name *name, size_t at, struct qc_str short_form)
{
    if (short_form.len < 2 || short_form.len > name->words.count - at)
        return 0;
    for (size_t i = 0; i < short_form.len; i++)
        if (name->words.items[at + i].text.ptr[0] != short_form.ptr[i])
            return 0;
    return short_form.len;
}

/* Does the line name the body, from its word number from on? */
static bool names_from(const struct name *line, size_t from, const struct name *body)
{
    size_t i = from, k = 0, count;
    while (i < line->words.count && k < body->words.count) {
        struct qc_str said = line->words.items[i].text, meant = body->words.items[k].text;
        if (qc_str_equal(said, meant))
            i++, k++;
        else if ((count = initials(body, k, said)) > 0)
            i++, k += count;
        else if ((count = initials(line, i, meant)) > 0)
            i += count, k++;
        else
            break;
        if (line->words.items[i - 1].ends)
            break;
    }
    return k == body->words.count || (k >= LEAST_WORDS && i > from && line->words.items[i - 1].ends);
}

struct recipients {
    QC_VEC(struct name) lines;
};

/* Does a line begin with that word? */
static bool some_begin(const struct recipients *recipients, struct qc_str word)
{
    for (size_t i = 0; i < recipients->lines.count; i++)
        if (recipients->lines.items[i].words.count > 0 &&
            qc_str_equal(recipients->lines.items[i].words.items[0].text, word))
            return true;
    return false;
}

static bool are_told(const struct recipients *recipients, const struct name *body)
{
    for (size_t i = 0; i < recipients->lines.count; i++)
        for (size_t from = 0; from < recipients->lines.items[i].words.count; from++)
            if (names_from(&recipients->lines.items[i], from, body))
                return true;
    return body->words.count == 0;
}

/* A line for the body, above that of the file copy: to be looked at, since its letters are those of the head. */
static void offer_line(const struct qc_check *check, struct qc_diagnostic *d, struct qc_str name)
{
    const struct qc_declaration *recipients = check->document->tree->recipients;
    const struct qc_source *source = check->document->tree->source;
    const struct qc_prose *last = recipients->paragraphs.items[recipients->paragraphs.count - 1];
    struct qc_span place = qc_whole_lines(source, qc_prose_whole(last));
    struct qc_str indent = qc_line_before(source, qc_prose_whole(last));
    place.end = place.begin;
    qc_fix(check->cx, d, place,
           qc_str_format(&check->cx->arena, "%.*s- %.*s;\n", QC_STR_ARGS(indent), QC_STR_ARGS(name)));
}

/* Does it hold a sign of {…} or of another format? That is found by itself, and no line can name such a body. */
static bool has_sign(struct qc_str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (strchr("{}<>&*`[]\\", name.ptr[i]) != NULL)
            return true;
    return false;
}

static void check_body(const struct qc_check *check, const struct recipients *recipients, struct qc_str name)
{
    struct name body = read_name(&check->cx->arena, name);
    if (has_sign(name) || are_told(recipients, &body))
        return;
    struct qc_diagnostic *d = qc_report(check->cx, check->document->tree->recipients->key, QC_MSG(recipients_incomplete),
                                        QC_STR_ARGS(name));
    offer_line(check, d, name);
}

static void check_parents(const struct qc_check *check, const struct recipients *recipients)
{
    const struct qc_tree *tree = check->document->tree;
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        for (size_t k = 0; declaration->keyword->id == QC_KW_PARENT && k < declaration->values.count; k++)
            check_body(check, recipients, declaration->values.items[k]->text);
    }
}

/* Those who sign keep an original. */
static void check_parties(const struct qc_check *check, const struct recipients *recipients)
{
    const struct qc_document *document = check->document;
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        struct name called = read_name(&check->cx->arena, party->name);
        if (party->is_party && !party->signs && !are_told(recipients, &called))
            check_body(check, recipients, party->full_name.len > 0 ? party->full_name : party->name);
    }
}

void qc_check_recipient_bodies(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct recipients recipients = { 0 };
    if (document->tree->recipients == NULL || document->tree->recipients->paragraphs.count == 0)
        return;
    for (size_t i = 0; i < document->recipients.count; i++)
        *qc_vec_push(&check->cx->arena, &recipients.lines) =
            read_name(&check->cx->arena, document->recipients.items[i].content->plain);
    if (some_begin(&recipients, QC_STR("nhu"))) /* "Như trên", "Như Điều 3": who that is stands elsewhere */
        return;
    check_parents(check, &recipients);
    if (!some_begin(&recipients, QC_STR("cac"))) /* "Các tổ chức phối hợp" */
        check_parties(check, &recipients);
}
