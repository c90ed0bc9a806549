/*
 * check_title.c - the subject under the type (NĐ 30/2020, PL I.II.5): in small
 * letters, one phrase, without the type itself.
 */
#include "base/map.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/citation.h"
#include "check/lexicon.h"

/* A declared name, and the next one with the same first word. */
struct name {
    struct qc_str name;
    char *key;
    struct name *next;
};

/* How words are written: as the document itself shows, and names as the lists of the checker have them. */
struct spelling {
    struct qc_compilation *cx;
    struct qc_map small; /* words that its text has in small letters */
    struct qc_map names; /* by first word: struct name */
    struct qc_lexicon lexicon;
    struct qc_vocabulary *vocabulary;
    struct qc_words words; /* of the line that is being read */
};

static void add_name(struct spelling *spelling, struct qc_str text)
{
    struct qc_arena *arena = &spelling->cx->arena;
    if (text.len == 0)
        return;
    struct name *name = qc_alloc(arena, sizeof *name);
    name->name = text;
    name->key = qc_str_terminated(arena, qc_name_key(arena, text));
    struct name *first =
        qc_map_add(arena, &spelling->names, (struct qc_str){ name->key, strcspn(name->key, " ") }, name);
    if (first == name)
        return;
    name->next = first->next;
    first->next = name;
}

static void learn(struct spelling *spelling, const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    for (size_t i = 0; i < check->texts->items.count; i++) {
        const struct qc_text *text = &check->texts->items.items[i];
        if (!qc_text_is_running(text))
            continue;
        const struct qc_reading *reading = qc_reading_of(document->readings, text->prose->text);
        for (size_t k = 0; k < reading->items.count; k++) {
            const struct qc_item *item = &reading->items.items[k];
            if (item->kind == QC_ITEM_WORD && !item->capital)
                qc_map_add(&spelling->cx->arena, &spelling->small, item->lexeme->key, spelling);
        }
    }
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        add_name(spelling, party->full_name);
        if (party->is_party)
            add_name(spelling, party->name);
        for (size_t k = 0; k < party->aliases.count; k++)
            add_name(spelling, party->aliases.items[k]);
    }
    for (size_t i = 0; i < document->issuers.count; i++)
        if (document->issuers.items[i].name != NULL)
            add_name(spelling, document->issuers.items[i].name->plain);
    spelling->vocabulary = &document->readings->vocabulary;
    qc_lexicon_load(check, &spelling->lexicon);
}

/* The same of a name in the lists. */
static struct qc_str listed_name_at(struct spelling *spelling, const struct qc_reading *reading, size_t at,
                                    size_t *count)
{
    const struct qc_words *words = &spelling->words;
    size_t from = 0, to = 0, begin = reading->items.items[at].begin;
    while (from < words->items.count && words->items.items[from].begin < begin)
        from++;
    if (from == words->items.count || words->items.items[from].begin != begin)
        return QC_STR("");
    const struct qc_lexicon_state *first = qc_lexicon_first(&spelling->lexicon, words->items.items[from].lexeme);
    const struct qc_entry *entry = qc_lexicon_match(&spelling->lexicon, first, words, from, &to);
    while (entry != NULL && (entry->kind != QC_ENTRY_NAME || entry->wrong || entry->exact))
        entry = entry->next;
    if (entry == NULL)
        return QC_STR("");
    while (at + *count < reading->items.count &&
           reading->items.items[at + *count].begin < words->items.items[to - 1].end)
        ++*count;
    return entry->form;
}

/* The declared name that stands at item number at, and its items; the longest one. */
static struct qc_str name_at(struct spelling *spelling, const struct qc_reading *reading, size_t at,
                             size_t *count)
{
    struct qc_str best = { NULL, 0 };
    *count = 0;
    const struct name *name = qc_map_get(&spelling->names, reading->items.items[at].lexeme->key);
    for (; name != NULL; name = name->next) {
        size_t length = qc_reading_phrase(reading, at, name->key);
        if (length > *count) {
            best = name->name;
            *count = length;
        }
    }
    return *count > 0 ? best : listed_name_at(spelling, reading, at, count);
}

/* "UBND", "GDĐT": letters without a vowel in the middle are no word. */
static bool is_abbreviation(struct qc_str key)
{
    size_t n;
    for (size_t i = 0; i < key.len; i += n) {
        unsigned c = qc_utf8_decode(key, i, &n);
        if ((c >= 0x80 && c != 0x111) || strchr("aeiouy", (int)c) != NULL)
            return false;
    }
    return true;
}

static struct qc_str with_capital(struct qc_arena *arena, struct qc_str word)
{
    size_t n;
    qc_utf8_decode(word, 0, &n);
    return qc_str_format(arena, "%.*s%.*s", QC_STR_ARGS(qc_str_upper(arena, qc_str_slice(word, 0, n))),
                         QC_STR_ARGS(qc_str_skip(word, n)));
}

/*
 * Puts the words in capitals of one line, from a byte on, into small letters.
 * Returns whether the document shows each of them so.
 */
static bool fix_line(struct spelling *spelling, struct qc_diagnostic *d, const struct qc_reading *reading,
                     const struct qc_prose *prose, size_t from, bool first)
{
    struct qc_compilation *cx = spelling->cx;
    bool certain = true, opens = first;
    qc_words_cut(&cx->arena, spelling->vocabulary, prose->text, &spelling->words);
    for (size_t i = 0, count; i<reading->items.count; i += count> 0 ? count : 1) {
        const struct qc_item *item = &reading->items.items[i];
        struct qc_str typed = qc_str_slice(prose->text, item->begin, item->end);
        struct qc_str name = name_at(spelling, reading, i, &count);
        if (item->begin < from || item->kind != QC_ITEM_WORD || !qc_str_is_capitals(typed)) {
            opens = opens && (item->begin < from || item->kind == QC_ITEM_MARK);
            count = 0;
            continue;
        }
        size_t end = count > 0 ? reading->items.items[i + count - 1].end : item->end;
        if (count == 0 && is_abbreviation(item->lexeme->key)) {
            opens = false;
            continue;
        }
        struct qc_str proper = count > 0 ? name : item->lexeme->key;
        certain = certain && (count > 0 || qc_map_get(&spelling->small, item->lexeme->key) != NULL);
        qc_fix(cx, d, qc_prose_span(prose, item->begin, end),
               opens ? with_capital(&cx->arena, proper) : proper);
        opens = false;
    }
    return certain;
}

static bool has_capitals(const struct qc_reading *reading)
{
    enum { SHORTEST = 2 }; /* words: an abbreviation alone is no title in capitals */
    size_t words = 0;
    for (size_t i = 0; i < reading->items.count; i++) {
        const struct qc_item *item = &reading->items.items[i];
        if (item->kind == QC_ITEM_WORD &&
            !qc_str_is_capitals(qc_str_slice(reading->text, item->begin, item->end)))
            return false;
        words += item->kind == QC_ITEM_WORD;
    }
    return words >= SHORTEST;
}

/* A line that goes on with the phrase above: "Giữa …", "Năm học: …". Length of its first words, or 0. */
static size_t continuation(const struct qc_reading *reading, bool *colon)
{
    static const char *const openers[] = { "giữa", "năm học", "về việc",  "về", "trong",
                                           "của",  "với",     "nhiệm kỳ", "tại" };
    size_t at = 0;
    while (at < reading->items.count && reading->items.items[at].kind == QC_ITEM_MARK)
        at++;
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++) {
        size_t count = qc_reading_phrase(reading, at, openers[i]);
        if (count == 0)
            continue;
        *colon = qc_reading_mark(reading, at + count, ':');
        return at + count < reading->items.count && reading->items.items[at].capital
                   ? reading->items.items[at + count - 1].end
                   : 0;
    }
    return 0;
}

/* Small letters, and no colon: the pieces are one phrase. */
static void fix_continuation(struct qc_compilation *cx, struct qc_diagnostic *d, const struct qc_reading *reading,
                             const struct qc_prose *prose, size_t end, bool colon)
{
    size_t at = 0;
    while (reading->items.items[at].kind == QC_ITEM_MARK)
        at++;
    const struct qc_item *first = &reading->items.items[at];
    size_t n;
    qc_utf8_decode(prose->text, first->begin, &n);
    struct qc_str small = qc_name_key(&cx->arena, qc_str_slice(prose->text, first->begin, first->begin + n));
    qc_fix(cx, d, qc_prose_span(prose, first->begin, first->begin + n), small);
    if (!colon)
        return;
    size_t begin = end;
    while (prose->text.ptr[end] != ':')
        end++;
    qc_fix(cx, d, qc_prose_span(prose, begin, end + 1), QC_STR(""));
}

/* "Quy chế phối hợp …" under the type Quy chế: the type stands there already. */
static size_t repeated_type(struct qc_compilation *cx, const struct qc_document *document,
                            const struct qc_reading *reading)
{
    if (document->type == NULL)
        return 0;
    char *type = qc_str_terminated(&cx->arena, qc_name_key(&cx->arena, document->type->plain));
    size_t count = qc_reading_phrase(reading, 0, type);
    return count > 0 && count < reading->items.count ? reading->items.items[count].begin : 0;
}

static void drop_type(struct qc_compilation *cx, struct qc_diagnostic *d, const struct qc_prose *prose,
                      size_t end, bool raise)
{
    size_t n = 0;
    if (raise)
        qc_utf8_decode(prose->text, end, &n);
    qc_fix(cx, d, qc_prose_span(prose, 0, end + n),
           qc_str_upper(&cx->arena, qc_str_slice(prose->text, end, end + n)));
}

void qc_check_title(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_document *document = check->document;
    const struct qc_declaration *subject = document->first[QC_KW_SUBJECT];
    if (subject == NULL || subject->key.file != document->tree->source->id || subject->lines.count == 0)
        return;
    struct qc_diagnostic *d = NULL;
    struct spelling spelling = { .cx = cx };
    for (size_t i = 0; i < subject->lines.count; i++) {
        const struct qc_prose *line = subject->lines.items[i];
        const struct qc_reading *reading = qc_reading_of(document->readings, line->text);
        bool colon = false, capitals = has_capitals(reading);
        size_t repeated = i == 0 ? repeated_type(cx, document, reading) : 0;
        size_t piece = i > 0 && !capitals ? continuation(reading, &colon) : 0;
        if (!capitals && repeated == 0 && piece == 0)
            continue;
        if (d == NULL) {
            d = qc_report(cx, qc_prose_whole(subject->lines.items[0]), QC_MSG(title_form));
            d->fix_is_safe = true;
            learn(&spelling, check);
        }
        if (piece > 0) {
            fix_continuation(cx, d, reading, line, piece, colon);
            continue;
        }
        if (capitals)
            d->fix_is_safe = fix_line(&spelling, d, reading, line, repeated, i == 0) && d->fix_is_safe;
        if (repeated > 0)
            drop_type(cx, d, line, repeated, !capitals);
    }
}
