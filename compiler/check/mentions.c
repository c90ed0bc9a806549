/*
 * mentions.c - finds the parties' names in a text.
 *
 * Owns the table of their names. Prose is never changed by it.
 */
#include "check/mentions.h"

#include "base/utf8.h"

/* --- the names -------------------------------------------------------------- */

struct name {
    size_t party;
    const struct qc_reading *words; /* as declared */
};

enum { LONGEST = 16 }; /* items of a name that is looked for */

static void add_word(struct qc_buf *key, const struct qc_item *item)
{
    if (key->len > 0)
        qc_buf_char(key, ' ');
    qc_buf_add(key, item->lexeme->key);
}

static void add_name(struct qc_mentions *mentions, struct qc_str text, size_t party)
{
    struct name *name = qc_alloc(mentions->arena, sizeof *name);
    name->party = party;
    name->words = qc_reading_of(mentions->document->readings, text);
    size_t count = name->words->items.count;
    if (count == 0 || count > LONGEST)
        return;
    struct qc_buf key = { .arena = mentions->arena };
    for (size_t i = 0; i < count; i++)
        add_word(&key, &name->words->items.items[i]);
    qc_map_add(mentions->arena, &mentions->names, qc_buf_settle(&key), name);
    qc_vocabulary_sign(&mentions->document->readings->vocabulary, name->words->items.items[0].lexeme->key, QC_SIGN(QC_SIGN_PARTY));
    mentions->longest = count > mentions->longest ? count : mentions->longest;
}

void qc_mentions_begin(struct qc_mentions *mentions, struct qc_arena *arena, const struct qc_document *document)
{
    *mentions = (struct qc_mentions){ .arena = arena, .document = document };
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (!party->is_party)
            continue;
        add_name(mentions, party->name, i);
        for (size_t k = 0; k < party->aliases.count; k++)
            add_name(mentions, party->aliases.items[k], i);
        if (party->full_name.len > 0)
            add_name(mentions, party->full_name, i);
    }
    qc_vocabulary_signed(&document->readings->vocabulary);
}

/* --- longer names ------------------------------------------------------------- */

static const char *const before[] = {
#define QC_NAME_BEFORE(words) words,
#include "check/longer-names.def"
};

static const char *const after[] = {
#define QC_NAME_AFTER(words) words,
#include "check/longer-names.def"
};

static size_t words_in(const char *phrase)
{
    size_t count = 1;
    for (; *phrase != '\0'; phrase++)
        count += *phrase == ' ';
    return count;
}

/* A word in the middle of a sentence that has a capital as names have: not BCH, not the first word. */
static bool is_name_word(const struct qc_reading *reading, size_t at)
{
    const struct qc_item *item = &reading->items.items[at];
    if (item->kind != QC_ITEM_WORD || !item->capital || at == 0 || reading->items.items[at - 1].kind == QC_ITEM_MARK)
        return false;
    struct qc_str word = qc_str_slice(reading->text, item->begin, item->end);
    return qc_utf8_count(word) < 2 || !qc_str_is_capitals(word);
}

static bool is_part_before(const struct qc_reading *reading, size_t at)
{
    if (at == 0 || !reading->items.items[at].blank)
        return false;
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
        size_t count = words_in(before[i]);
        if (count <= at && qc_reading_phrase(reading, at - count, before[i]))
            return true;
    }
    for (size_t count = 1; count <= 3 && count <= at; count++)
        if (qc_reading_instrument(reading, at - count) == count)
            return true;
    return is_name_word(reading, at - 1);
}

static bool is_part_after(const struct qc_reading *reading, size_t next)
{
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++)
        if (qc_reading_phrase(reading, next, after[i]) && reading->items.items[next].blank)
            return true;
    return next < reading->items.count && reading->items.items[next].blank && is_name_word(reading, next) &&
           !qc_reading_phrase(reading, next, "trường") && !qc_reading_phrase(reading, next, "nhà");
}

bool qc_mention_is_part(const struct qc_reading *reading, size_t at, size_t count)
{
    return is_part_before(reading, at) || is_part_after(reading, at + count);
}

/* --- finding -------------------------------------------------------------------- */

static bool is_exact(const struct qc_reading *reading, size_t at, const struct name *name)
{
    for (size_t i = 0; i < name->words->items.count; i++) {
        const struct qc_item *typed = &reading->items.items[at + i], *declared = &name->words->items.items[i];
        struct qc_str a = qc_str_slice(reading->text, typed->begin, typed->end);
        struct qc_str b = qc_str_slice(name->words->text, declared->begin, declared->end);
        size_t n = 0, m = 0;
        if (i == 0 && typed->capital && !declared->capital) { /* at the start of a sentence */
            qc_utf8_decode(a, 0, &n);
            qc_utf8_decode(b, 0, &m);
        }
        if (!qc_str_equal(qc_str_skip(a, n), qc_str_skip(b, m)))
            return false;
    }
    return true;
}

/* The longest name at item at, or NULL. */
static const struct name *name_at(const struct qc_mentions *mentions, size_t at, struct qc_buf *key)
{
    const struct qc_reading *reading = mentions->reading;
    const struct name *found = NULL;
    if ((reading->items.items[at].lexeme->signs & QC_SIGN(QC_SIGN_PARTY)) == 0)
        return NULL;
    key->len = 0;
    for (size_t i = 0; i < mentions->longest && at + i < reading->items.count; i++) {
        add_word(key, &reading->items.items[at + i]);
        const struct name *name = qc_map_get(&mentions->names, qc_buf_str(key));
        found = name != NULL ? name : found;
    }
    return found;
}

/* The item behind "451/QC-MNHS ngày … của Trường … về phối hợp giữa …": a citation goes on to the next mark. */
static size_t skip_citation(const struct qc_reading *reading, size_t at)
{
    static const char ends[] = ",;.:()";
    if (!qc_reading_symbol(reading, at))
        return at;
    for (; at < reading->items.count; at++)
        for (const char *end = ends; *end != '\0'; end++)
            if (qc_reading_mark(reading, at, *end))
                return at;
    return at;
}

enum { LONGEST_TITLE = 40 };

/* The item behind "Quy chế phối hợp giữa Nhà trường và Chi đoàn" at item at, or at. */
static size_t skip_title(const struct qc_reading *reading, size_t at)
{
    size_t count = qc_reading_instrument(reading, at), i = at + count;
    bool between = false;
    if (count == 0)
        return at;
    for (; i < reading->items.count && i < at + LONGEST_TITLE && reading->items.items[i].kind == QC_ITEM_WORD; i++) {
        if (qc_reading_phrase(reading, i, "này"))
            return at;
        between = between || (i < at + count + 6 && qc_reading_phrase(reading, i, "giữa"));
        if (!between && i > at + count + 6)
            break;
    }
    return between ? i : at;
}

void qc_mentions_find(struct qc_mentions *mentions, struct qc_str text)
{
    qc_mentions_read(mentions, qc_reading_of(mentions->document->readings, text));
}

void qc_mentions_read(struct qc_mentions *mentions, const struct qc_reading *reading)
{
    mentions->reading = reading;
    struct qc_buf key = { .arena = mentions->arena };
    size_t last_end = 0; /* the item behind the last mention */
    mentions->items.count = 0;
    for (size_t i = 0; i < reading->items.count;) {
        size_t behind = qc_reading_may_name(reading, i) ? skip_title(reading, skip_citation(reading, i)) : i;
        if (behind > i) {
            i = behind;
            continue;
        }
        const struct name *name = name_at(mentions, i, &key);
        if (name == NULL) {
            i++;
            continue;
        }
        size_t count = name->words->items.count;
        struct qc_mention *mention = qc_vec_push(mentions->arena, &mentions->items);
        mention->party = name->party;
        mention->begin = reading->items.items[i].begin;
        mention->end = reading->items.items[i + count - 1].end;
        mention->exact = is_exact(reading, i, name);
        bool owned = last_end > 0 && last_end == i && reading->items.items[i].blank; /* "Công đoàn Nhà trường" */
        mention->whole = !owned && !qc_mention_is_part(reading, i, count);
        i += count;
        last_end = i;
    }
}
