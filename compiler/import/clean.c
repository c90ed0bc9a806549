/*
 * clean.c - takes from the lines of a page what is the look of their format:
 * stars of emphasis, hashes, rules, the borders of cells, list marks that a
 * converter put before a point.
 *
 * No word goes: a number that a converter put there is kept beside its piece.
 */
#include "base/utf8.h"
#include "import/draft.h"

/* Where a page ended and a table of a plain text stands, in which "|" on a line of its own is the border of a cell. */
struct place {
    unsigned table, row, cell; /* cell 0: in no table */
    bool just_seen;            /* the line above was a border */
    unsigned page;             /* number of the last page that ended */
};

/* "-------", "* *", "| |", "___": a line that only separates. */
static bool is_rule(struct qc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr("-_=*~|+#: ", text.ptr[i]) == NULL)
            return false;
    return true;
}

static bool is_pipes(struct qc_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '|' && text.ptr[i] != ' ')
            return false;
    return text.len > 0;
}

static void meet_border(struct place *place)
{
    if (place->cell == 0) {
        place->table++;
        place->row = place->cell = 1;
    } else if (place->just_seen && place->cell > 1) {
        place->row++;
        place->cell = 1;
    } else {
        place->cell++;
    }
    place->just_seen = true;
}

static bool is_figure(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_factor(char c)
{
    return is_figure(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Is the star at `at` a sign of multiplication: "3*4", "a*2", "2 * 3"? */
static bool is_times(struct qc_str text, size_t at)
{
    size_t left = at, right = at + 1;
    while (left > 0 && text.ptr[left - 1] == ' ')
        left--;
    while (right < text.len && text.ptr[right] == ' ')
        right++;
    if (left == 0 || right == text.len)
        return false;
    char before = text.ptr[left - 1], after = text.ptr[right];
    if (left < at || right > at + 1)
        return is_figure(before) && is_figure(after);
    return is_factor(before) && is_factor(after) && (is_figure(before) || is_figure(after));
}

/* Without the stars of emphasis; one that opens an item stays, and so do "(*)" and signs of multiplication. */
static struct qc_str without_stars(struct qc_arena *arena, struct qc_str text)
{
    if (memchr(text.ptr, '*', text.len) == NULL)
        return text;
    struct qc_buf out = { .arena = arena };
    size_t stars = 0;
    for (size_t i = 0; i < text.len; i++)
        stars += text.ptr[i] == '*';
    bool item =
        text.len > 2 && text.ptr[0] == '*' && text.ptr[1] == ' ' && text.ptr[2] != '*' && stars % 2 == 1;
    for (size_t i = 0; i < text.len; i++) {
        char before = i > 0 ? text.ptr[i - 1] : ' ', after = i + 1 < text.len ? text.ptr[i + 1] : ' ';
        if (text.ptr[i] != '*' || (item && i == 0) || (before == '(' && after == ')') || is_times(text, i))
            qc_buf_char(&out, text.ptr[i]);
    }
    return qc_str_trim(qc_buf_str(&out));
}

static struct qc_str without_hashes(struct qc_str text)
{
    size_t hashes = 0;
    while (hashes < text.len && hashes < 6 && text.ptr[hashes] == '#')
        hashes++;
    if (hashes == 0 || (hashes < text.len && text.ptr[hashes] != ' '))
        return text;
    return qc_str_trim(qc_str_skip(text, hashes));
}

/* "a)" and "a)." , at the start of text; its length, or 0. */
static size_t point_length(struct qc_str text)
{
    size_t n;
    unsigned letter = qc_utf8_decode(text, 0, &n);
    if (!((letter >= 'a' && letter <= 'z') || letter == 0x111) || n >= text.len || text.ptr[n] != ')')
        return 0;
    size_t end = n + 1 + (n + 1 < text.len && text.ptr[n + 1] == '.');
    return end < text.len && text.ptr[end] == ' ' ? end : 0;
}

/* Length of a list mark, "- " or "12. ", at the start of text, or 0. */
static size_t list_mark_length(struct qc_str text)
{
    size_t i = 0;
    if (text.len > 1 && text.ptr[0] == '-') {
        i = 1;
    } else {
        while (i < text.len && i < 3 && text.ptr[i] >= '0' && text.ptr[i] <= '9')
            i++;
        if (i == 0 || i == text.len || text.ptr[i] != '.')
            return 0;
        i++;
    }
    return i < text.len && text.ptr[i] == ' ' ? i + 1 : 0;
}

/* "Điều 5." and its kin: the marker of a label has a number behind its word. */
static bool opens_with_article(struct qc_arena *arena, struct qc_str text)
{
    struct import_cut cut;
    import_cut(arena, qc_str_slice(text, 0, text.len < 24 ? text.len : 24), &cut);
    return cut.words.count > 1 && qc_str_equal(cut.words.items[0].low, QC_STR("điều")) &&
           cut.words.items[1].low.ptr[0] >= '0' && cut.words.items[1].low.ptr[0] <= '9';
}

/* "- a) …", "3. a). …", "- Điều 1. …": a converter made a list of what has its own marker. */
static struct qc_str without_list_mark(struct qc_arena *arena, struct qc_str text, struct qc_str *dropped)
{
    size_t mark = list_mark_length(text);
    struct qc_str rest = qc_str_trim(qc_str_skip(text, mark));
    size_t point = point_length(rest);
    if (mark > 0 && point == 0 && !(text.ptr[0] == '-' && opens_with_article(arena, rest)))
        return text;
    if (point > 0 && rest.ptr[point - 1] == '.') /* "a)." is no marker of the language */
        rest = qc_str_format(arena, "%.*s%.*s", (int)(point - 1), rest.ptr,
                             QC_STR_ARGS(qc_str_skip(rest, point)));
    if (mark > 0 && text.ptr[0] != '-')
        *dropped = qc_str_trim(qc_str_slice(text, 0, mark));
    return rest;
}

static unsigned number_of(const struct import_word *word)
{
    unsigned value = 0;
    for (size_t i = 0; i < word->low.len && i < 4; i++)
        value = value * 10 + (unsigned)(word->low.ptr[i] - '0');
    return value;
}

/* "Trường Mầm non Hoa Mai          Trang 2": the header or footer of a page, its number at the end of the line. */
static bool is_page_header(const struct import_cut *cut)
{
    size_t count = cut->words.count;
    if (count < 3 || count > 20 || !qc_str_equal(cut->words.items[count - 2].bare, QC_STR("trang")) ||
        !(cut->words.items[count - 1].low.ptr[0] >= '0' && cut->words.items[count - 1].low.ptr[0] <= '9'))
        return false;
    return cut->words.items[count - 2].begin >= cut->words.items[count - 3].end + 3; /* a gap before it */
}

/* "12", "- 12 -", "Trang 12/30" on a line of its own; among lines that stand close it must be the next page's. */
static bool is_page_number(const struct import_cut *cut, bool opens, unsigned *page)
{
    size_t words = cut->words.count, at = 0;
    if (words == 0 || words > 3)
        return false;
    bool named = qc_str_equal(cut->words.items[0].bare, QC_STR("trang"));
    at += named;
    if (at == words || words - at > 2 ||
        (words - at == 2 && memchr(cut->text.ptr, '/', cut->text.len) == NULL))
        return false;
    for (; at < words; at++)
        for (size_t i = 0; i < cut->words.items[at].low.len; i++)
            if (cut->words.items[at].low.ptr[i] < '0' || cut->words.items[at].low.ptr[i] > '9')
                return false;
    size_t marks = 0;
    for (size_t i = 0; i < cut->text.len; i++)
        marks += strchr(".)(;:,", cut->text.ptr[i]) != NULL;
    unsigned number = number_of(&cut->words.items[named]);
    bool dashed = cut->text.ptr[0] == '-' || cut->text.ptr[0] == '\xE2';
    if (marks > 0 || number == 0 || number > 999 || !(named || dashed || opens || number == *page + 1))
        return false;
    *page = number;
    return true;
}

/* "--------o0o--------", "oOo": a line that only adorns, though it has letters. */
static bool is_ornament(struct qc_str text)
{
    size_t letters = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("-_=*~ \tooO0", text.ptr[i]) == NULL)
            return false;
        letters += strchr("oO", text.ptr[i]) != NULL;
    }
    return letters > 0 && text.len > 2;
}

/* "PHỤ" / "LỤC I", "Điều" / "1. …": a wrapped line of one word says nothing; it goes with the next. */
static bool is_first_word(const struct import_piece *piece)
{
    return piece->opens && piece->table == 0 && piece->cut.words.count == 1 &&
           qc_is_letter(import_last_code(piece->cut.text)) && piece->kind == IMPORT_PIECE_TEXT;
}

static void add_piece(struct import_draft *draft, const struct import_line *line, struct qc_str text,
                      bool opens, struct place *place)
{
    struct qc_arena *arena = import_arena(draft);
    struct import_piece piece = { .line = line, .opens = opens, .bold = line->bold };
    bool plain = draft->page->format == IMPORT_TEXT;
    piece.indent = qc_utf8_width(qc_str_slice(line->text, 0, qc_blank_prefix(line->text)), 0);
    if (plain) {
        piece.bold = piece.bold || qc_str_starts(text, QC_STR("**"));
        text = without_hashes(without_stars(arena, text));
    }
    if (draft->page->format == IMPORT_MARKDOWN || plain)
        text = without_list_mark(arena, text, &piece.dropped);
    struct import_piece *above =
        draft->pieces.count == 0 ? NULL : &draft->pieces.items[draft->pieces.count - 1];
    if (plain && !opens && place->cell == 0 && above != NULL && is_first_word(above)) {
        import_cut(arena, qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(above->cut.text), QC_STR_ARGS(text)),
                   &above->cut);
        return;
    }
    import_cut(arena, text, &piece.cut);
    piece.table = line->table > 0 ? line->table : place->cell > 0 ? place->table : 0;
    piece.row = line->table > 0 ? line->row : place->row;
    piece.cell = line->table > 0 ? line->cell : place->cell;
    piece.kind = line->furniture                                  ? IMPORT_PIECE_FURNITURE
                 : line->footnote                                 ? IMPORT_PIECE_NOTE
                 : is_ornament(text)                              ? IMPORT_PIECE_FURNITURE
                 : piece.table == 0 && is_page_header(&piece.cut) ? IMPORT_PIECE_FURNITURE
                 : piece.table == 0 && is_page_number(&piece.cut, opens, &place->page)
                     ? IMPORT_PIECE_FURNITURE
                     : IMPORT_PIECE_TEXT;
    if (text.len > 0)
        *qc_vec_push(arena, &draft->pieces) = piece;
}

void import_clean(struct import_draft *draft)
{
    struct place place = { 0 };
    bool opens = true;
    for (size_t i = 0; i < draft->page->lines.count; i++) {
        const struct import_line *line = &draft->page->lines.items[i];
        struct qc_str text = qc_str_trim(line->text);
        opens = opens || line->before == IMPORT_BREAK_PARAGRAPH;
        if (place.just_seen && place.cell > 1 && line->before == IMPORT_BREAK_PARAGRAPH)
            place.cell = 0; /* the table ended above */
        if (line->table == 0 && is_pipes(text)) {
            meet_border(&place);
            opens = true;
        } else if (is_rule(text)) {
            opens = opens || (text.len > 2 && text.ptr[0] != '*');
        } else {
            place.just_seen = false;
            add_piece(draft, line, text, opens, &place);
            opens = false;
        }
    }
}
