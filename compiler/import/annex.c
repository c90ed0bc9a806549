/*
 * annex.c - knows the title of an annex or a form, which stands behind the
 * text, from the mention of one within it.
 */
#include "base/utf8.h"
#include "import/draft.h"
#include "syntax/build.h"

enum {
    LONGEST = 40,       /* words of a title */
    LONGEST_NUMBER = 4, /* letters of "12a", "XVII" */
    NEAR = 5            /* pieces below a title within which "(Kèm theo …)" stands */
};

/* What a line that opens with words for an annex goes on with. */
struct title {
    const struct import_phrase *phrase;
    bool numbered;
    struct qc_str rest; /* behind the number, or the words */
    size_t word;        /* the first one of it */
};

/* "01", "12a", "IV", "A" */
static bool is_number(const struct import_cut *cut, size_t at)
{
    if (at >= cut->words.count)
        return false;
    struct qc_str typed = qc_str_slice(cut->text, cut->words.items[at].begin, cut->words.items[at].end);
    if (typed.len > LONGEST_NUMBER)
        return false;
    return (typed.ptr[0] >= '0' && typed.ptr[0] <= '9') || qc_roman_value(typed) > 0 ||
           (typed.len == 1 && typed.ptr[0] >= 'A' && typed.ptr[0] <= 'Z');
}

static bool read_title(const struct import_draft *draft, const struct import_piece *piece,
                       struct title *title)
{
    const struct import_cut *cut = &piece->cut;
    title->phrase = import_phrase_at(&draft->phrases, IMPORT_CLASS_ANNEX, cut, 0);
    if (title->phrase == NULL || piece->marked || piece->kind != IMPORT_PIECE_TEXT ||
        cut->words.count > LONGEST || !qc_is_upper(qc_str_first_code(cut->text)))
        return false;
    size_t at = title->phrase->cut.words.count;
    at += import_bare_is(cut, at, "so") && is_number(cut, at + 1);
    title->numbered = is_number(cut, at);
    title->word = at + title->numbered;
    title->rest = qc_str_trim(qc_str_skip(cut->text, cut->words.items[title->word - 1].end));
    return title->numbered || title->phrase->value == 0;
}

/* Is the line a title by itself? A sentence goes on in small letters: "Phụ lục 1 quy định …". */
static bool is_whole(const struct import_draft *draft, const struct import_piece *piece,
                     const struct title *title)
{
    const struct import_cut *cut = &piece->cut;
    bool attached = import_phrase_at(&draft->phrases, IMPORT_CLASS_ATTACHED, cut, title->word) != NULL;
    bool apart = title->rest.len == 0 || import_is_capitals(cut) ||
                 strchr(":.-(/", title->rest.ptr[0]) != NULL || qc_str_starts(title->rest, QC_STR("–")) ||
                 qc_str_is_capitals(title->rest);
    if (title->numbered)
        return apart || (attached && qc_end_mark(cut->text) == 0) || cut->words.count <= 4;
    return import_is_capitals(cut) ||
           (qc_end_mark(cut->text) == 0 && (cut->words.count <= 2 || piece->bold || attached));
}

static bool is_of_list(const struct import_draft *draft, size_t at)
{
    struct title title;
    return at < draft->pieces.count && read_title(draft, &draft->pieces.items[at], &title) && title.numbered;
}

/* "Phụ lục 1: …;" / "Phụ lục 2: …." under a line that ends in ":" only names them. */
static bool is_listed(const struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = &draft->pieces.items[at];
    unsigned above = at == 0 ? 0 : import_last_code(piece[-1].cut.text);
    return import_last_code(piece->cut.text) == ';' || above == ':' || is_of_list(draft, at + 1) ||
           (at > 0 && is_of_list(draft, at - 1));
}

/* May a line that is not parted from the one above it be a title nevertheless? */
static bool may_open(const struct import_draft *draft, size_t at, const struct title *title)
{
    const struct import_piece *piece = &draft->pieces.items[at];
    if (piece->opens || at == 0)
        return true;
    struct qc_str above = piece[-1].cut.text;
    if (qc_line_is_left_open(above) || import_last_code(above) == ',')
        return false;
    return import_is_capitals(&piece->cut) || qc_end_mark(above) != 0 ||
           import_is_person(draft, &piece[-1].cut) || (title->numbered && title->rest.len == 0);
}

/* Lines in capitals, no kind of document, above "(Kèm theo Quyết định …)". */
static bool is_attachment(struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = &draft->pieces.items[at];
    if (piece->kind != IMPORT_PIECE_TEXT || piece->marked || !import_is_capitals(&piece->cut) ||
        (!piece->opens && !import_is_person(draft, &piece[-1].cut)) || import_is_signing(draft, &piece->cut))
        return false;
    for (size_t i = at; i < draft->pieces.count && i < at + NEAR; i++) {
        const struct import_piece *next = &draft->pieces.items[i];
        if (i > at && import_is_attached(draft, i))
            return true;
        if (next->marked || import_kind_of(draft, next) != NULL || qc_end_mark(next->cut.text) != 0 ||
            import_is_person(draft, &next->cut))
            return false;
    }
    return false;
}

bool import_opens_annex(struct import_draft *draft, size_t at)
{
    const struct import_piece *piece = &draft->pieces.items[at];
    struct title title;
    if (!read_title(draft, piece, &title))
        return at > 0 && is_attachment(draft, at);
    return is_whole(draft, piece, &title) && may_open(draft, at, &title) && !is_listed(draft, at);
}
