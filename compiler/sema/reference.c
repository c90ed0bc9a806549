/*
 * reference.c - finds references in a text: their parts, what is in what, and
 * which document they speak of.
 *
 * Owns the grammar of references. Their document is reference_scope.c's, their
 * units are reference_target.c's.
 */
#include "sema/reference_part.h"

#include "base/utf8.h"
#include "syntax/token.h"

/* --- one part: a word and a number ---------------------------------------- */

static const char *const words[QC_REFERENCE_LEVELS] = { "phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm" };

const char *qc_reference_word(enum qc_reference_level level)
{
    return words[level];
}

static const struct qc_phrases word_phrases = QC_PHRASES(QC_TABLE_LABELS, words);

/* Behind a figure these make it an amount: "khoản 5 triệu đồng", "điểm 8 năm". */
static const char *const amounts[] = {
    "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "năm", "tháng", "ngày", "tuổi", "lần", "người",
};

/* Behind one more number of a list these go on with a reference. */
static const char *const goes_on[] = {
    "khoản", "điều", "mục", "tiểu", "chương", "phần", "và", "hoặc", "đến", "của", "này", "nêu", "trên", "ở", "thì",
};
enum { UNITS = 6, JOINTS = 9 }; /* the first of them: words of units; these and what joins two */

static bool any_of(const struct qc_reading *reading, size_t at, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (qc_reading_phrase(reading, at, phrases[i]))
            return true;
    return false;
}

static bool is_dash(const struct qc_reading *reading, size_t at)
{
    return qc_reading_mark(reading, at, '-') ||
           (at < reading->items.count && qc_str_equal(reading->items.items[at].lexeme->key, QC_STR("–")));
}

/* The 5 of "Điều 3-5", "khoản 3 - 5": a short figure alone, not "3-5-2024", "3-5/QĐ", "3-5 triệu". */
static bool ends_range(const struct qc_reading *reading, size_t at, enum qc_reference_level level)
{
    if (level == QC_REFERENCE_POINT || at >= reading->items.count || reading->items.items[at].kind != QC_ITEM_NUMBER ||
        reading->items.items[at].lexeme->key.len > 3)
        return false;
    size_t next = at + 1;
    bool glued = next < reading->items.count && reading->items.items[next].kind == QC_ITEM_MARK &&
                 !reading->items.items[next].blank && strchr("-/%", reading->text.ptr[reading->items.items[next].begin]);
    return !glued && !any_of(reading, next, amounts, sizeof amounts / sizeof amounts[0]);
}

/* "5", "5a"; of clauses and points also "1.2": returns how many items, or 0. */
static size_t arabic_number(const struct qc_reading *reading, size_t at, enum qc_reference_level level)
{
    const struct qc_item *items = reading->items.items;
    size_t count = 1, digits = 0;
    while (digits < items[at].lexeme->key.len && items[at].lexeme->key.ptr[digits] >= '0' && items[at].lexeme->key.ptr[digits] <= '9')
        digits++;
    if (digits > 3 || qc_utf8_count(qc_str_skip(items[at].lexeme->key, digits)) > 1)
        return 0;
    while (qc_reading_mark(reading, at + count, '.') && !items[at + count].blank && at + count + 1 < reading->items.count &&
           items[at + count + 1].kind == QC_ITEM_NUMBER && !items[at + count + 1].blank) {
        if (level == QC_REFERENCE_ARTICLE || items[at + count + 1].lexeme->key.len > 2)
            return 0; /* 500.000 */
        count += 2;
    }
    size_t next = at + count;
    bool glued = next < reading->items.count && !items[next].blank &&
                 (qc_reading_mark(reading, next, '/') || qc_reading_mark(reading, next, '%') ||
                  (is_dash(reading, next) && !ends_range(reading, next + 1, level)));
    return glued || any_of(reading, next, amounts, sizeof amounts / sizeof amounts[0]) ? 0 : count;
}

/* "ii", "iv" of a point; "vi" and "xi" are words as well, and a letter alone is one. */
static bool is_small_roman(struct qc_arena *arena, const struct qc_item *item)
{
    unsigned value = item->lexeme->key.len > 1 && !item->capital ? qc_roman_value(qc_str_upper(arena, item->lexeme->key)) : 0;
    return value > 0 && value < 10 && value != 6;
}

/* "II", "A" of a heading; "a", "đ", "d1" of a point. */
static bool is_letter_number(const struct qc_item *item, enum qc_reference_level level)
{
    size_t n;
    unsigned first = qc_utf8_decode(item->lexeme->key, 0, &n);
    struct qc_str rest = qc_str_skip(item->lexeme->key, n);
    if (level == QC_REFERENCE_POINT)
        return !item->capital && (qc_letter_place(first) > 0 || (first < 0x80 && strchr("fjwz", (int)first) != NULL)) &&
               (rest.len == 0 || (rest.len == 1 && rest.ptr[0] >= '0' && rest.ptr[0] <= '9'));
    if (level > QC_REFERENCE_SUBSECTION || !item->capital)
        return false;
    return qc_roman_value(item->lexeme->key) > 0 || (level == QC_REFERENCE_SECTION && rest.len == 0);
}

/* How many items the number at item at takes, or 0 when there is none. */
static size_t number_length(const struct qc_references *references, size_t at, enum qc_reference_level level)
{
    const struct qc_reading *reading = references->reading;
    if (at >= reading->items.count || !reading->items.items[at].blank)
        return 0;
    const struct qc_item *item = &reading->items.items[at];
    if (item->kind == QC_ITEM_NUMBER)
        return arabic_number(reading, at, level);
    size_t next = at + 1;
    bool capital = level == QC_REFERENCE_POINT && item->capital && item->lexeme->key.len == 1 && /* "Điểm B Khoản 2" */
                   qc_letter_place((unsigned char)item->lexeme->key.ptr[0]) > 0 && any_of(reading, next, goes_on, UNITS);
    bool roman = level == QC_REFERENCE_POINT && is_small_roman(references->arena, item);
    if (item->kind != QC_ITEM_WORD || !(capital || roman || is_letter_number(item, level)))
        return 0;
    /* "điểm y tế" */
    bool word = qc_str_equal(item->lexeme->key, QC_STR("y")) && next < reading->items.count &&
                reading->items.items[next].kind == QC_ITEM_WORD &&
                !any_of(reading, next, goes_on, sizeof goes_on / sizeof goes_on[0]);
    return word ? 0 : 1;
}

/* Does an open bracket stand before item at, in reach? */
static bool stands_in_brackets(const struct qc_reading *reading, size_t at)
{
    enum { REACH = 40 };
    for (size_t back = 1; back <= REACH && back <= at && !qc_reading_mark(reading, at - back, ')'); back++)
        if (qc_reading_mark(reading, at - back, '('))
            return true;
    return false;
}

/* Adds the part whose number stands at item at and takes count items; returns the item behind it. */
static size_t add_part(struct qc_references *references, enum qc_reference_level level, size_t word,
                       size_t behind_word, size_t at, size_t count)
{
    const struct qc_reading *reading = references->reading;
    const struct qc_item *items = reading->items.items;
    struct qc_reference_part *part = qc_vec_push(references->arena, &references->parts);
    part->level = level;
    part->own_word = word < at;
    part->itself = qc_reading_phrase(reading, at, "này") > 0;
    part->item = word;
    part->begin = items[word].begin;
    part->word_end = items[behind_word > word ? behind_word - 1 : word].end;
    part->number_begin = items[at].begin;
    part->number_end = part->end = items[at + count - 1].end;
    part->number = count == 1 ? items[at].lexeme->key : qc_str_slice(reading->text, part->number_begin, part->number_end);
    part->around = QC_REFERENCE_NO_PART;
    at += count;
    if (qc_reading_mark(reading, at, ')') && !items[at].blank && level == QC_REFERENCE_POINT) {
        size_t next = at + 1;
        bool list = (qc_reading_mark(reading, next, ',') || any_of(reading, next, goes_on, JOINTS)) &&
                    !stands_in_brackets(reading, word);
        part->bracket = list; /* else it closes a bracket around the whole */
        at += list;
    }
    return at;
}

/* "khoản 1" at item at: adds it; returns the item behind it, or at when there is none. */
static size_t read_part(struct qc_references *references, size_t at)
{
    const struct qc_reading *reading = references->reading;
    if (!qc_reading_may_begin(reading, at, &word_phrases) || reading->items.items[at].kind != QC_ITEM_WORD)
        return at;
    for (enum qc_reference_level level = QC_REFERENCE_PART; level < QC_REFERENCE_LEVELS; level++) {
        size_t next = at + qc_reading_phrase(reading, at, words[level]);
        if (next == at)
            continue;
        size_t number = next + (qc_reading_phrase(reading, next, "từ") > 0); /* "các điểm từ a đến d" */
        bool figure = number < reading->items.count && reading->items.items[number].kind == QC_ITEM_NUMBER;
        if (number > next && figure && level != QC_REFERENCE_ARTICLE && level != QC_REFERENCE_CLAUSE)
            return at; /* marks and shares: "điểm từ 9 đến 10", "một phần từ 2 trẻ" */
        size_t count = qc_reading_phrase(reading, next, "này") > 0 ? 1 : number_length(references, number, level);
        return count == 0 ? at : add_part(references, level, at, next, number, count);
    }
    return at;
}

/* ", 2 và 3" behind "khoản 1": returns the item behind them. */
static size_t read_more_numbers(struct qc_references *references, size_t at)
{
    const struct qc_reading *reading = references->reading;
    for (;;) {
        struct qc_reference_part *last = &references->parts.items[references->parts.count - 1];
        static const char *const joints[] = { "và", "hoặc", "đến", "tới" };
        bool dash = is_dash(reading, at), comma = qc_reading_mark(reading, at, ',');
        size_t number = at + 1;
        if (last->itself || (!dash && !comma && !any_of(reading, at, joints, sizeof joints / sizeof joints[0])))
            return at;
        size_t count = dash && ends_range(reading, number, last->level) ? 1
                                                                        : number_length(references, number, last->level);
        size_t next = number + count;
        bool end = next >= reading->items.count || reading->items.items[next].kind == QC_ITEM_MARK;
        if (count == 0 || (!end && !any_of(reading, next, goes_on, sizeof goes_on / sizeof goes_on[0]) &&
                           qc_reading_instrument(reading, next) == 0))
            return at;
        at = add_part(references, last->level, number, number, number, count);
    }
}

/* --- parts that belong together --------------------------------------------- */

/* Joins "khoản 2" and "Điều 5" in "khoản 2 của Điều 5"; returns the item of the next part, or at. */
static size_t skip_joint(const struct qc_reading *reading, size_t at, enum qc_reference_joint *joint)
{
    static const char *const inside[] = { "của", "thuộc", "tại", "trong" };
    static const char *const beside[] = { "và các", "và tại", "và", "hoặc tại", "hoặc", "đến", "hay" };
    *joint = QC_REFERENCE_INSIDE;
    if (qc_reading_mark(reading, at, ',')) {
        *joint = QC_REFERENCE_COMMA;
        return at + 1;
    }
    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
        size_t count = qc_reading_phrase(reading, at, beside[i]);
        if (count == 0)
            continue;
        *joint = QC_REFERENCE_BESIDE;
        return at + count;
    }
    for (size_t i = 0; i < sizeof inside / sizeof inside[0]; i++)
        if (qc_reading_phrase(reading, at, inside[i]))
            return at + 1;
    return at;
}

/* The part, at or around part number at, that may hold one of a level; else none. */
static size_t holder(const struct qc_references *references, size_t at, enum qc_reference_level level)
{
    while (at != QC_REFERENCE_NO_PART && references->parts.items[at].level >= level)
        at = references->parts.items[at].around;
    return at;
}

/* Says of each part what it is in: the next one, what the next of its kind is in, or, turned, the one before. */
static void link_parts(struct qc_references *references, struct qc_reference *reference,
                       const enum qc_reference_joint *joints)
{
    struct qc_reference_part *parts = references->parts.items;
    size_t end = reference->first + reference->count;
    for (size_t k = end - 1; k-- > reference->first;) {
        struct qc_reference_part *part = &parts[k], *next = &parts[k + 1];
        enum qc_reference_joint joint = joints[k - reference->first];
        if (next->level < part->level) {
            part->around = joint == QC_REFERENCE_BESIDE ? QC_REFERENCE_NO_PART : k + 1;
        } else if (next->level == part->level || next->around != QC_REFERENCE_NO_PART ||
                   joint == QC_REFERENCE_BESIDE) {
            part->around = holder(references, next->around, part->level);
        } else {
            next->around = k;
            reference->turned = true;
        }
    }
    for (size_t k = reference->first + 1; k < end; k++) /* "Điều 5 khoản 2 và 3" */
        if (parts[k].around == QC_REFERENCE_NO_PART && parts[k].level == parts[k - 1].level &&
            parts[k - 1].around != QC_REFERENCE_NO_PART && parts[k - 1].around < k - 1)
            parts[k].around = parts[k - 1].around;
    reference->is_chain = true;
    for (size_t k = reference->first; k + 1 < end; k++)
        reference->is_chain = reference->is_chain && joints[k - reference->first] != QC_REFERENCE_BESIDE &&
                              (reference->turned ? parts[k + 1].around == k : parts[k].around == k + 1);
}

typedef QC_VEC(enum qc_reference_joint) joint_list;

/* ".3" of "mục II.3": a clause of the section; returns the item behind it, or at. */
static size_t read_dotted(struct qc_references *references, size_t at, joint_list *joints)
{
    const struct qc_reading *reading = references->reading;
    const struct qc_item *items = reading->items.items;
    const struct qc_reference_part *last = &references->parts.items[references->parts.count - 1];
    bool glued = qc_reading_mark(reading, at, '.') && !items[at].blank && at + 1 < reading->items.count &&
                 items[at + 1].kind == QC_ITEM_NUMBER && !items[at + 1].blank;
    if (!glued || last->itself || last->level > QC_REFERENCE_SUBSECTION || items[at - 1].kind == QC_ITEM_NUMBER)
        return at;
    size_t count = arabic_number(reading, at + 1, QC_REFERENCE_CLAUSE);
    if (count == 0)
        return at;
    *qc_vec_push(references->arena, joints) = QC_REFERENCE_INSIDE;
    return add_part(references, QC_REFERENCE_CLAUSE, at + 1, at + 1, at + 1, count);
}

/* Reads the reference at item at; returns the item behind it, or at. */
static size_t read_reference(struct qc_references *references, size_t at)
{
    struct qc_arena *arena = references->arena;
    joint_list joints = { 0 };
    struct qc_reference reference = { .first = references->parts.count };
    size_t end = read_part(references, at);
    if (end == at)
        return at;
    for (;;) {
        size_t dotted = read_dotted(references, end, &joints);
        reference.dotted = reference.dotted || dotted > end;
        end = dotted > end ? dotted : read_more_numbers(references, end);
        while (joints.count + 1 < references->parts.count - reference.first)
            *qc_vec_push(arena, &joints) = QC_REFERENCE_BESIDE;
        enum qc_reference_joint joint;
        size_t next = skip_joint(references->reading, end, &joint), behind = read_part(references, next);
        if (behind == next)
            break;
        *qc_vec_push(arena, &joints) = joint;
        end = behind;
    }
    reference.count = references->parts.count - reference.first;
    reference.begin = references->parts.items[reference.first].begin;
    reference.end = references->parts.items[references->parts.count - 1].end;
    link_parts(references, &reference, joints.items);
    *qc_vec_push(arena, &references->items) = reference;
    return end;
}

void qc_references_begin(struct qc_references *references, struct qc_arena *arena, const struct qc_document *document)
{
    *references = (struct qc_references){ .arena = arena, .document = document };
    if (document->type != NULL) {
        references->kind = qc_str_terminated(arena, qc_name_key(arena, document->type->plain));
        references->kind_head = qc_word_head(references->kind);
    }
    qc_phrase_table(document->readings, &word_phrases);
    qc_phrase_table(document->readings, &qc_instrument_phrases);
}

void qc_references_end(struct qc_references *references)
{
    qc_give_back_table(references->arena, references->own.items.items);
    qc_give_back_table(references->arena, references->parts.items);
    qc_give_back_table(references->arena, references->items.items);
    *references = (struct qc_references){ .arena = references->arena };
}

/* --- the text ------------------------------------------------------------------ */

static bool is_quote(const struct qc_item *item, const char *mark)
{
    return item->kind == QC_ITEM_MARK && qc_str_equal(item->lexeme->key, qc_str_from(mark));
}

void qc_references_find(struct qc_references *references, struct qc_str text, const struct qc_unit *unit)
{
    qc_reading_cut(references->document->readings, text, &references->own);
    qc_references_read(references, &references->own, unit);
}

void qc_references_read(struct qc_references *references, const struct qc_reading *reading, const struct qc_unit *unit)
{
    struct qc_named_list list = { 0 };
    size_t begin = 0, end = 0, quotes = 0;
    bool straight_quote = false;
    references->reading = reading;
    references->parts.count = references->items.count = 0;
    if (qc_reading_seek(reading, 0, &word_phrases) == reading->items.count)
        return;
    for (size_t i = 0, last = 0; i < reading->items.count;) {
        const struct qc_item *item = &reading->items.items[i];
        if (item->kind == QC_ITEM_MARK) {
            quotes += is_quote(item, "“");
            quotes -= quotes > 0 && is_quote(item, "”");
            straight_quote ^= item->head == '"';
        }
        size_t behind = (item->lexeme->signs & QC_SIGN(QC_TABLE_LABELS)) == 0 ? i : read_reference(references, i);
        if (behind == i) {
            i++;
            continue;
        }
        while (i >= end) { /* the sentence that it stands in; one that a reference goes beyond ends with it */
            begin = end > last ? end : last;
            end = qc_reading_sentence_end(reading, begin) + 1;
        }
        last = behind;
        struct qc_reference *reference = &references->items.items[references->items.count - 1];
        qc_reference_find_scope(references, reference, &list, &(struct qc_item_range){ i, behind, begin, end });
        if (quotes > 0 || straight_quote)
            reference->scope = QC_REFERENCE_OTHER;
        if (reference->scope != QC_REFERENCE_OTHER)
            qc_reference_resolve(references, reference, unit);
        i = behind;
    }
}
