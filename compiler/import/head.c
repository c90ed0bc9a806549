/*
 * head.c - reads what stands above the title: national head, issuers, number,
 * place and date; and the day that stands above the signatures where it does.
 */
#include "base/utf8.h"
#include "import/draft.h"

static bool is_number_word(const struct import_cut *cut)
{
    return cut->words.count > 0 && qc_str_equal(cut->words.items[0].low, QC_STR("số")) &&
           cut->words.items[0].begin == 0;
}

/* "12/QC-MNHM" of "Số: 12/QC-MNHM"; dots for a blank are left out. */
static struct qc_str number_behind(struct qc_str text)
{
    text = qc_str_trim(qc_str_skip(text, strlen("Số")));
    if (qc_str_starts(text, QC_STR(":")))
        text = qc_str_trim(qc_str_skip(text, 1));
    for (bool dots = true; dots;) {
        size_t n;
        unsigned c = qc_utf8_decode(text, 0, &n);
        dots = c == '.' || c == 0x2026 || c == '_' || qc_is_blank(c);
        text = dots ? qc_str_skip(text, n) : text;
    }
    return text;
}

/* The fragment behind `at` in the same cell or column, or NULL. */
static struct import_fragment *next_in_column(struct import_part *part, size_t at)
{
    const struct import_fragment *here = &part->head.items.items[at];
    for (size_t i = at + 1; i < part->head.items.count && i <= at + 2; i++) {
        struct import_fragment *next = &part->head.items.items[i];
        bool same_cell = here->piece->table == next->piece->table && here->piece->row == next->piece->row;
        if (!next->used && same_cell && next->column == here->column)
            return next;
    }
    return NULL;
}

bool import_read_number_line(struct import_part *part, const struct import_cut *cut)
{
    enum { LONGEST = 12 }; /* words */
    if (part->numbered || !is_number_word(cut) || cut->words.count > LONGEST)
        return false;
    part->number = number_behind(cut->text);
    part->numbered = true;
    return true;
}

static bool read_number(struct import_part *part, size_t at)
{
    struct import_fragment *fragment = &part->head.items.items[at];
    if (!import_read_number_line(part, &fragment->cut))
        return false;
    fragment->used = true;
    struct import_fragment *next = next_in_column(part, at);
    if (part->number.len == 0 && next != NULL &&
        memchr(next->cut.text.ptr, '/', next->cut.text.len) != NULL) {
        part->number = next->cut.text;
        next->used = true;
    }
    return true;
}

static bool read_place_date(struct import_draft *draft, struct import_part *part, size_t at)
{
    struct import_fragment *fragment = &part->head.items.items[at];
    struct import_fragment *next = next_in_column(part, at);
    bool found = import_read_place_date(draft, &fragment->cut, &part->place_date);
    bool body = import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, &fragment->cut, 0) != NULL;
    if (!found && next != NULL && fragment->cut.words.count <= 8 && !body) {
        struct import_cut both;
        import_cut(import_arena(draft),
                   qc_str_format(import_arena(draft), "%.*s %.*s", QC_STR_ARGS(fragment->cut.text),
                                 QC_STR_ARGS(next->cut.text)),
                   &both);
        found = import_read_place_date(draft, &both, &part->place_date);
        next->used = next->used || found;
    }
    fragment->used = fragment->used || found;
    return found;
}

/* "V/v phối hợp …" of a letter, which has no title; it may take two lines. */
static bool read_letter_subject(struct import_draft *draft, struct import_part *part, size_t at)
{
    struct import_fragment *fragment = &part->head.items.items[at];
    if (part->kind != NULL || part->subject.count > 0 ||
        import_phrase_at(&draft->phrases, IMPORT_CLASS_LETTER_SUBJECT, &fragment->cut, 0) == NULL)
        return false;
    struct qc_str subject = fragment->cut.text;
    fragment->used = true;
    for (struct import_fragment *next = next_in_column(part, at);
         next != NULL && qc_opens_in_lower_case(next->cut.text) && subject.len < IMPORT_LONGEST_FIELD;
         next = next_in_column(part, (size_t)(next - part->head.items.items))) {
        subject = qc_str_format(import_arena(draft), "%.*s %.*s", QC_STR_ARGS(subject),
                                QC_STR_ARGS(next->cut.text));
        next->used = true;
    }
    *qc_vec_push(import_arena(draft), &part->subject) = subject;
    return true;
}

/* A letter is known by its subject or by whom it is addressed to; what else the language has no form for, by its title. */
static void find_foreign(struct import_draft *draft, struct import_part *part)
{
    const struct import_piece *title =
        part->title < draft->pieces.count ? &draft->pieces.items[part->title] : NULL;
    if (part->kind != NULL)
        part->foreign = import_phrase_at(&draft->phrases, IMPORT_CLASS_FOREIGN, &title->cut, 0) != NULL
                            ? part->kind
                            : NULL;
    else if (part->subject.count > 0 ||
             (title != NULL &&
              import_phrase_at(&draft->phrases, IMPORT_CLASS_ADDRESS, &title->cut, 0) != NULL))
        part->foreign = &draft->phrases.of[IMPORT_CLASS_FOREIGN].items[0];
}

/* "ĐOÀN TNCS HỒ CHÍ MINH" on the left and on the right: the first one is a body that stands above the issuer. */
static bool stands_again(const struct import_part *part, size_t at)
{
    struct qc_str text = part->head.items.items[at].cut.text;
    for (size_t i = at + 1; part->whose == IMPORT_YOUTH && i < part->head.items.count; i++)
        if (qc_str_equal(part->head.items.items[i].cut.text, text))
            return true;
    return false;
}

void import_read_head(struct import_draft *draft, struct import_part *part)
{
    import_fragments_cut(draft, part->begin, part->title, true, &part->head);
    for (size_t i = 0; i < part->head.items.count; i++) {
        struct import_fragment *fragment = &part->head.items.items[i];
        if (fragment->used || fragment->piece->kind != IMPORT_PIECE_TEXT)
            continue;
        if (import_is_nation(draft, &fragment->cut, &part->whose) && !stands_again(part, i))
            fragment->used = fragment->nation = true;
        else if (!read_number(part, i) && !read_letter_subject(draft, part, i) && !part->dated)
            part->dated = read_place_date(draft, part, i);
    }
    import_read_issuers(draft, part);
    find_foreign(draft, part);
}
