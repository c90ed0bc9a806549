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
    unsigned first = qc_str_first_code(right);
    bool number = (first >= '0' && first <= '9') || first == '.' || first == 0x2026;
    for (size_t i = 0; number && i < sizeof before / sizeof before[0]; i++)
        if (qc_str_ends(left, qc_str_from(before[i])))
            return true;
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
        if (qc_str_starts(right, qc_str_from(behind[i])))
            return true;
    return false;
}

size_t import_find_gap(struct qc_str text, size_t at, size_t *end)
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

/* A part of a line that is one thing, or that is cut into several yet. */
struct part {
    const struct import_piece *piece;
    struct qc_str text;
    unsigned column; /* from 1, or 0 */
    bool spaced;     /* what stands beside it is parted from it by more than a blank */
};

static unsigned count_tabs(struct qc_str text)
{
    unsigned tabs = 0;
    for (size_t i = 0; i < text.len; i++)
        tabs += text.ptr[i] == '\t';
    return tabs;
}

static void add(struct import_draft *draft, struct import_fragments *fragments, const struct part *part)
{
    const struct import_piece *piece = part->piece;
    struct qc_str text = qc_str_trim(part->text), line = piece->cut.text, indent = piece->line->text;
    if (import_count(text) == 0)
        return;
    struct import_fragment fragment = { .piece = piece, .column = part->column, .spaced = part->spaced };
    struct qc_str before = qc_str_slice(line, 0, (size_t)(text.ptr - line.ptr));
    fragment.marked = piece->marked && piece->marker.number_length > 0 && before.len == 0;
    fragment.at = piece->indent + qc_utf8_width(before, piece->indent);
    fragment.end = fragment.at + qc_utf8_width(text, fragment.at);
    fragment.tabs = count_tabs(qc_str_slice(indent, 0, qc_blank_prefix(indent))) + count_tabs(before);
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
        if (qc_str_equal(cut->words.items[i].low, QC_STR("trường")) &&
            import_phrase_at(&draft->phrases, IMPORT_CLASS_BODY, cut, i - 1) == NULL) /* "ĐOÀN TRƯỜNG" */
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

static void add_head(struct import_draft *draft, struct import_fragments *fragments, struct part part)
{
    for (;;) {
        struct import_cut cut;
        import_cut(import_arena(draft), part.text, &cut);
        size_t border = nation_border(draft, &cut);
        border = border > 0 ? border : number_border(draft, &cut);
        border = border > 0 ? border : body_border(draft, &cut);
        if (border == 0)
            break;
        struct part left = part;
        left.text = qc_str_slice(part.text, 0, cut.words.items[border].begin);
        add(draft, fragments, &left);
        part.text = qc_str_skip(part.text, cut.words.items[border].begin);
    }
    add(draft, fragments, &part);
}

/* Returns the last column. */
static unsigned add_foot(struct import_draft *draft, struct import_fragments *fragments, struct part part)
{
    for (;;) {
        struct import_cut cut;
        import_cut(import_arena(draft), part.text, &cut);
        struct import_border border = import_foot_border(draft, &cut, part.piece->table > 0);
        if (border.at == 0)
            break;
        while (border.at > 0 && part.text.ptr[border.at - 1] == '(')
            border.at--;
        if (border.column) {
            part.column = part.column == 0 ? 1 : part.column;
            part.spaced = false;
        }
        struct part left = part;
        left.text = qc_str_slice(part.text, 0, border.at);
        add(draft, fragments, &left);
        part.text = qc_str_skip(part.text, border.at);
        part.column += border.column;
    }
    add(draft, fragments, &part);
    return part.column;
}

void import_fragments_cut(struct import_draft *draft, size_t begin, size_t end, bool head,
                          struct import_fragments *fragments)
{
    for (size_t i = begin; i < end; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        struct qc_str text = piece->cut.text;
        struct part part = { .piece = piece, .column = piece->table > 0 ? piece->cell : 0, .spaced = true };
        bool prose = import_count(text) > 30;
        for (size_t at = 0; at < text.len;) {
            size_t next = text.len, gap = prose || piece->kind != IMPORT_PIECE_TEXT
                                              ? text.len
                                              : import_find_gap(text, at, &next);
            if (part.column == 0 && gap < text.len)
                part.column = 1;
            part.text = qc_str_slice(text, at, gap);
            if (head)
                add_head(draft, fragments, part);
            else
                part.column = add_foot(draft, fragments, part);
            part.column += gap < text.len && piece->table == 0;
            at = next;
        }
    }
}
