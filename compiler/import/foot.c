/*
 * foot.c - reads what stands under a text: signatures, in columns or below
 * each other, and the recipients.
 */
#include "base/utf8.h"
#include "import/draft.h"

/* What the lines of one column are while they are read. */
struct column {
    struct import_draft *draft;
    struct import_part *part;
    bool in_recipients;
    struct import_signature open; /* the signature whose lines are read */
    bool is_open;
};

static int capacity_field(const struct import_draft *draft, const struct import_cut *cut, size_t *words)
{
    const struct import_phrase *capacity = import_phrase_at(&draft->phrases, IMPORT_CLASS_CAPACITY, cut, 0);
    *words = capacity == NULL ? 0 : capacity->cut.words.count;
    return capacity == NULL || cut->words.count == *words ? QC_F_PARTY_POSITION : capacity->value;
}

static void close_signature(struct column *column)
{
    if (column->is_open && column->open.count > 0)
        *qc_vec_push(import_arena(column->draft), &column->part->signatures) = column->open;
    column->open = (struct import_signature){ 0 };
    column->is_open = false;
}

static bool has_capacity(const struct import_signature *signature, int field)
{
    for (size_t i = 0; i < signature->count; i++)
        if (signature->lines[i].field == field)
            return true;
    return false;
}

/* A line above the name: words of authority, a position. */
static bool add_line(struct column *column, const struct import_fragment *fragment)
{
    size_t words;
    int field = capacity_field(column->draft, &fragment->cut, &words);
    if (field == QC_F_PARTY_ON_BEHALF && column->open.count > 0)
        close_signature(column); /* the one above was left without a name */
    struct import_signature *open = &column->open;
    bool conflict = field != QC_F_PARTY_POSITION && has_capacity(open, field);
    if (column->part->signatures.count == IMPORT_MOST_SIGNATURES ||
        open->count == sizeof open->lines / sizeof open->lines[0])
        return false;
    column->is_open = true;
    struct qc_str *above = open->count == 0 ? NULL : &open->lines[open->count - 1].text;
    bool signing = import_is_signing(column->draft, &fragment->cut);
    if (above != NULL && !signing && !fragment->piece->opens &&
        open->lines[open->count - 1].field != QC_F_PARTY_POSITION) {
        *above = qc_str_format(import_arena(column->draft), "%.*s %.*s", QC_STR_ARGS(*above),
                               QC_STR_ARGS(fragment->cut.text)); /* a name of a body that takes two lines */
        return true;
    }
    open->lines[open->count].field = conflict ? QC_F_PARTY_POSITION : field;
    open->lines[open->count++].text = fragment->cut.text;
    return true;
}

static bool is_typists_mark(const struct import_cut *cut)
{
    struct qc_str text = cut->text;
    return memchr(text.ptr, ' ', text.len) == NULL &&
           (memchr(text.ptr, '_', text.len) != NULL || (cut->words.count <= 3 && qc_str_is_capitals(text)));
}

/* Has the last recipient no end mark yet, while this line has one? */
static bool ends_recipient(const struct column *column, const struct import_cut *cut)
{
    const struct import_part *part = column->part;
    if (part->recipients.count == 0)
        return false;
    struct qc_str last = part->recipients.items[part->recipients.count - 1];
    return qc_is_upper(qc_str_first_code(cut->text)) && qc_end_mark(last) == 0 &&
           qc_end_mark(cut->text) == ';' && !import_is_capitals(cut);
}

/* A line of the recipients: an item, or what goes on with the one above. */
static bool is_recipient(const struct column *column, const struct import_fragment *fragment)
{
    const struct import_cut *cut = &fragment->cut;
    unsigned first = qc_str_first_code(cut->text);
    if (first == '-' || first == '+' || first == 0x2013 || first == 0x2022)
        return true;
    if (import_is_signing(column->draft, cut) && import_is_capitals(cut))
        return false;
    return first == '(' || qc_opens_in_lower_case(cut->text) || is_typists_mark(cut) ||
           ends_recipient(column, cut) ||
           (fragment->piece->table > 0 && column->in_recipients && !import_is_person(column->draft, cut));
}

static void add_recipient(struct column *column, struct qc_str text, bool open)
{
    struct qc_arena *arena = import_arena(column->draft);
    struct import_part *part = column->part;
    unsigned first = qc_str_first_code(text);
    bool goes_on = part->recipients.count > 0 &&
                   part->recipients.items[part->recipients.count - 1].len < IMPORT_LONGEST_FIELD &&
                   (open || first == '(' || qc_opens_in_lower_case(text));
    if (goes_on) {
        struct qc_str *last = &part->recipients.items[part->recipients.count - 1];
        *last = qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(*last), QC_STR_ARGS(text));
        return;
    }
    for (size_t next; text.len > 0; text = qc_str_trim(qc_str_skip(text, next))) {
        next = qc_str_find(text, QC_STR("; - "));
        next = next < text.len ? next + 1 : next;
        *qc_vec_push(arena, &part->recipients) = qc_str_slice(text, 0, next);
    }
}

/* "Nơi nhận: - Như Điều 3;": what stands behind the words. */
static struct qc_str behind_heading(const struct import_cut *cut)
{
    struct qc_str rest = qc_str_trim(qc_str_skip(cut->text, cut->words.items[1].end));
    return qc_str_starts(rest, QC_STR(":")) ? qc_str_trim(qc_str_skip(rest, 1)) : rest;
}

/* A line under words of authority that is none itself: short, and no sentence. */
static bool may_go_on(const struct import_cut *cut)
{
    return cut->words.count <= 12 && qc_end_mark(cut->text) == 0 && qc_is_upper(qc_str_first_code(cut->text));
}

/* "CÔNG ĐOÀN" in capitals above a position in the same column. */
static bool is_signing_body(const struct column *column, const struct import_fragment *fragment)
{
    const struct import_fragments *foot = &column->part->foot;
    if (!import_is_capitals(&fragment->cut) ||
        import_phrase_at(&column->draft->phrases, IMPORT_CLASS_BODY, &fragment->cut, 0) == NULL)
        return false;
    for (size_t i = (size_t)(fragment - foot->items.items) + 1; i < foot->items.count; i++)
        if (foot->items.items[i].column == fragment->column)
            return import_is_signing(column->draft, &foot->items.items[i].cut);
    return false;
}

static bool read_line(struct column *column, struct import_fragment *fragment)
{
    const struct import_cut *cut = &fragment->cut;
    const struct import_draft *draft = column->draft;
    if (fragment->marked)
        return false;
    if (column->part->recipients_heading == 0 &&
        import_phrase_at(&draft->phrases, IMPORT_CLASS_RECIPIENTS, cut, 0) != NULL) {
        close_signature(column);
        column->part->recipients_heading = 1 + (size_t)(fragment - column->part->foot.items.items);
        column->in_recipients = true;
        struct qc_str rest = behind_heading(cut);
        if (import_count(rest) > 0)
            add_recipient(column, rest, false);
        return true;
    }
    if (column->in_recipients && is_recipient(column, fragment)) {
        add_recipient(column, cut->text, ends_recipient(column, cut));
        return true;
    }
    if (column->is_open && column->open.count > 0 && import_is_person(draft, cut)) {
        column->open.name = qc_str_slice(cut->text, 0, import_end_of_person(cut));
        close_signature(column);
        column->in_recipients = false;
        return true;
    }
    if (import_is_signed_mark(draft, cut))
        return false;
    bool line = import_is_signing(draft, cut) || (column->is_open && may_go_on(cut)) || is_signing_body(column, fragment);
    if (!line && fragment->piece->table > 0 && !column->in_recipients)
        line = column->part->signatures.count == 0 && cut->words.count <= 8;
    if (!line)
        return false;
    column->in_recipients = false;
    return add_line(column, fragment);
}

bool import_is_foot_day(const struct import_part *part, size_t at)
{
    return part->foot_dated > 0 && at + 1 >= part->foot_dated && at + 1 < part->foot_dated + part->foot_days;
}

/* Place and date above the signatures, on one line or two. They are the document's where its head has none. */
static bool read_day(struct import_draft *draft, struct import_part *part, size_t at)
{
    struct import_fragment *fragment = &part->foot.items.items[at];
    if (part->foot_dated > 0 || fragment->marked)
        return false;
    bool two_lines = false, found = import_read_place_date(draft, &fragment->cut, &part->foot_date);
    if (!found && at + 1 < part->foot.items.count && fragment->cut.words.count <= 6) {
        struct import_fragment *next = fragment + 1;
        struct import_cut both;
        import_cut(import_arena(draft),
                   qc_str_format(import_arena(draft), "%.*s %.*s", QC_STR_ARGS(fragment->cut.text),
                                 QC_STR_ARGS(next->cut.text)),
                   &both);
        found = next->column == fragment->column && import_read_place_date(draft, &both, &part->foot_date);
        two_lines = found;
    }
    if (found) {
        part->foot_dated = at + 1;
        part->foot_days = two_lines ? 2 : 1;
    }
    return found;
}

void import_read_foot(struct import_draft *draft, struct import_part *part)
{
    import_fragments_cut(draft, part->ending, part->annex, false, &part->foot);
    unsigned last = import_find_columns(draft, &part->foot);
    for (unsigned number = 1; number <= last; number++) {
        struct column column = { .draft = draft, .part = part };
        for (size_t i = 0; i < part->foot.items.count; i++) {
            struct import_fragment *fragment = &part->foot.items.items[i];
            if (fragment->column != number || fragment->piece->kind != IMPORT_PIECE_TEXT)
                continue;
            if (import_is_foot_day(part, i) || read_day(draft, part, i))
                continue;
            fragment->used = read_line(&column, fragment);
        }
        close_signature(&column);
    }
    if (part->recipients_heading > 0 && part->recipients.count == 0)
        part->foot.items.items[part->recipients_heading - 1].used = false;
}
