/*
 * fragment.c - cuts the lines of a head, and of what stands under a text,
 * into the things that stand beside each other on them.
 *
 * Columns are found by the cells of a table, by wide gaps, and where a copy
 * has glued them with one blank by the words that a column opens with.
 */
#include "base/utf8.h"
#include "import/draft.h"

enum { WIDE_GAP = 3 }; /* blanks: fewer stand between the words of justified text */

/* Blanks left to be filled in part no columns: "Số:      /QC-MNHM", "ngày      tháng      năm 2024". */
static bool is_blank_to_fill(struct qc_str text, size_t begin, size_t end)
{
    static const char *const before[] = { "Số", "Số:", "ngày", "tháng", "năm" };
    static const char *const behind[] = { "/", "tháng", "năm" };
    struct qc_str left = qc_str_slice(text, 0, begin), right = qc_str_skip(text, end);
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
        if (qc_str_ends(left, qc_str_from(before[i])))
            return true;
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
        if (qc_str_starts(right, qc_str_from(behind[i])))
            return true;
    return false;
}

/* Where the next gap that parts columns begins in text from at on, and where it ends; text.len when there is none. */
static size_t find_gap(struct qc_str text, size_t at, size_t *end)
{
    size_t n;
    for (size_t i = at; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (!qc_is_blank(c))
            continue;
        size_t blanks = 0, stop = i;
        bool tab = false;
        while (stop < text.len && qc_is_blank(c = qc_utf8_decode(text, stop, &n))) {
            blanks++;
            tab = tab || c == '\t';
            stop += n;
        }
        n = stop - i;
        if ((tab || blanks >= WIDE_GAP) && stop < text.len && !is_blank_to_fill(text, i, stop)) {
            *end = stop;
            return i;
        }
    }
    return text.len;
}

static void add(struct import_draft *draft, struct import_fragments *fragments,
                const struct import_piece *piece, struct qc_str text, unsigned column)
{
    text = qc_str_trim(text);
    if (import_count(text) == 0)
        return;
    struct import_fragment fragment = { .piece = piece, .column = column };
    fragment.marked = piece->marked && piece->marker.number.len > 0 && text.ptr == piece->cut.text.ptr;
    import_cut(import_arena(draft), text, &fragment.cut);
    *qc_vec_push(import_arena(draft), &fragments->items) = fragment;
}

/* A word where a fragment ends though only a blank follows it: before and behind the national head. */
static size_t nation_border(const struct import_draft *draft, const struct import_cut *cut)
{
    size_t at = 0;
    const struct import_phrase *nation = import_phrase_in(&draft->phrases, IMPORT_CLASS_NATION, cut, &at);
    if (nation == NULL)
        return 0;
    /* a head that names the Youth Union as its issuer has more words of its own on the line */
    if (nation->value == IMPORT_YOUTH && at + nation->cut.words.count < cut->words.count)
        return 0;
    size_t behind = at + nation->cut.words.count;
    return at > 0 ? at : behind < cut->words.count ? behind : 0;
}

/* "UBND QUẬN LONG BIÊN TRƯỜNG MẦM NON HOA MAI": a body that stands above others, then another one. */
static size_t body_border(const struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrase *above = import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, 0);
    if (above == NULL || above->value == 0 || !import_is_capitals(cut))
        return 0;
    for (size_t i = above->cut.words.count + 1; i < cut->words.count; i++)
        if (qc_str_equal(cut->words.items[i].low, QC_STR("trường")))
            return i;
    return 0;
}

/* "Số: 12/QC-MNHM Hà Nội, ngày …": the number ends with the word that has the stroke. */
static size_t number_border(const struct import_draft *draft, const struct import_cut *cut)
{
    struct import_place_date date;
    if (cut->words.count < 4 || !qc_str_equal(cut->words.items[0].low, QC_STR("số")) ||
        !import_read_place_date(draft, cut, &date))
        return 0;
    for (size_t i = 1; i + 1 < cut->words.count; i++) {
        struct qc_str between =
            qc_str_slice(cut->text, cut->words.items[i].end, cut->words.items[i + 1].begin);
        bool gap =
            memchr(between.ptr, ' ', between.len) != NULL && memchr(between.ptr, '/', between.len) == NULL;
        if (gap && memchr(cut->text.ptr, '/', cut->words.items[i].end) != NULL)
            return i + 1;
    }
    return 0;
}

static void add_head(struct import_draft *draft, struct import_fragments *fragments,
                     const struct import_piece *piece, struct qc_str text, unsigned column)
{
    for (;;) {
        struct import_cut cut;
        import_cut(import_arena(draft), text, &cut);
        size_t border = nation_border(draft, &cut);
        border = border > 0 ? border : number_border(draft, &cut);
        border = border > 0 ? border : body_border(draft, &cut);
        if (border == 0)
            break;
        add(draft, fragments, piece, qc_str_slice(text, 0, cut.words.items[border].begin), column);
        text = qc_str_skip(text, cut.words.items[border].begin);
    }
    add(draft, fragments, piece, text, column);
}

/* "(Đã ký) GS.TS. Trịnh Minh Thụ", "HIỆU TRƯỞNG CHỦ TỊCH CÔNG ĐOÀN", "Phạm Thị Miên Nguyễn Thị Hảo" */
static size_t foot_border(const struct import_draft *draft, const struct import_cut *cut, bool in_table,
                          unsigned *column)
{
    const struct import_phrases *phrases = &draft->phrases;
    const struct import_phrase *signed_here = import_phrase_at(phrases, IMPORT_CLASS_SIGNED, cut, 0);
    size_t words = signed_here == NULL ? 0 : signed_here->cut.words.count;
    if (words > 0 && words < cut->words.count && qc_str_starts(cut->text, QC_STR("("))) {
        bool twice = import_phrase_at(phrases, IMPORT_CLASS_SIGNED, cut, words) != NULL;
        *column += twice;
        return words;
    }
    if (in_table)
        return 0; /* the table has the columns */
    const struct import_phrase *position = import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, 0);
    if (position != NULL) {
        size_t at = position->cut.words.count;
        const struct import_phrase *capacity = import_phrase_at(phrases, IMPORT_CLASS_CAPACITY, cut, at);
        if (at < cut->words.count && (import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, at) != NULL ||
                                      (capacity != NULL && capacity->value == QC_F_PARTY_ON_BEHALF))) {
            ++*column;
            return at;
        }
    }
    if (position == NULL && cut->words.count >= 4 && cut->words.count <= 8 &&
        import_phrase_at(phrases, IMPORT_CLASS_SURNAME, cut, 0) != NULL) {
        for (size_t at = 2; at + 2 <= cut->words.count; at++) {
            struct import_cut left, right;
            import_cut(&draft->cx->arena, qc_str_trim(qc_str_slice(cut->text, 0, cut->words.items[at].begin)),
                       &left);
            import_cut(&draft->cx->arena, qc_str_skip(cut->text, cut->words.items[at].begin), &right);
            if (import_phrase_at(phrases, IMPORT_CLASS_SURNAME, cut, at) != NULL && cut->words.count >= 5 &&
                import_is_person(draft, &left) && import_is_person(draft, &right)) {
                ++*column;
                return at;
            }
        }
    }
    return 0;
}

static void add_foot(struct import_draft *draft, struct import_fragments *fragments,
                     const struct import_piece *piece, struct qc_str text, unsigned column)
{
    for (;;) {
        struct import_cut cut;
        import_cut(import_arena(draft), text, &cut);
        unsigned next = column == 0 ? 1 : column, mine = next;
        size_t border = foot_border(draft, &cut, piece->table > 0, &next);
        mine = next > mine ? mine : column; /* two columns, or one below the other */
        column = next > 1 || column > 0 ? next : 0;
        if (border == 0) {
            add(draft, fragments, piece, text, mine);
            return;
        }
        size_t at = cut.words.items[border].begin;
        while (at > 0 && text.ptr[at - 1] == '(')
            at--;
        add(draft, fragments, piece, qc_str_slice(text, 0, at), mine);
        text = qc_str_skip(text, at);
    }
}

void import_fragments_cut(struct import_draft *draft, size_t begin, size_t end, bool head,
                          struct import_fragments *fragments)
{
    for (size_t i = begin; i < end; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        struct qc_str text = piece->cut.text;
        unsigned column = piece->table > 0 ? piece->cell : 0;
        bool prose = import_count(text) > 30;
        for (size_t at = 0; at < text.len;) {
            size_t next = text.len,
                   gap = prose || piece->kind != IMPORT_PIECE_TEXT ? text.len : find_gap(text, at, &next);
            if (column == 0 && gap < text.len)
                column = 1;
            (head ? add_head : add_foot)(draft, fragments, piece, qc_str_slice(text, at, gap), column);
            column += gap < text.len && piece->table == 0;
            at = next;
        }
    }
}
