/*
 * check_phrases.c - phrases that are slips of the pen, names and their
 * capitals (NĐ 30/2020, PL II).
 *
 * Knows no word itself: all lists are data (lexicon.h).
 */
#include "base/utf8.h"
#include "check/check_wording.h"

/* A party's name in the text. */
struct mention {
    size_t from, to;
    bool lower;
    const struct qc_entry *entry;
};

/* A party in small letters beside one with its capital: "chính quyền và Chi đoàn". */
struct doubt {
    struct qc_read_text text; /* its words are its own */
    struct mention mention;
};

struct phrases {
    struct qc_wording *reading;
    QC_VEC(struct doubt) doubts;
};

static bool begins_with_capital(struct qc_str text)
{
    size_t n;
    return qc_is_upper(qc_utf8_decode(text, 0, &n));
}

static bool begins_small(struct qc_str text)
{
    size_t n;
    return qc_is_lower(qc_utf8_decode(text, 0, &n));
}

/* --- wrong phrases -------------------------------------------------------- */

static bool same_word(const struct qc_word *a, const struct qc_word *b)
{
    return qc_str_equal(a->lexeme->key, b->lexeme->key);
}

/*
 * The words at both ends that typed and right share stay as they are: the
 * edit is what lies between them.
 */
static struct qc_str middle(struct qc_arena *arena, const struct qc_read_text *text, size_t from, size_t to,
                            struct qc_str right, size_t *begin, size_t *end)
{
    struct qc_words other = { 0 };
    qc_words_cut(arena, NULL, right, &other);
    const struct qc_word *typed = text->words.items.items + from, *wanted = other.items.items;
    size_t count = to - from, total = other.items.count, head = 0, tail = 0,
           least = count < total ? count : total;
    while (head < least && same_word(&typed[head], &wanted[head]) &&
           (head == 0 || typed[head].gap == wanted[head].gap))
        head++;
    while (head + tail < least && same_word(&typed[count - tail - 1], &wanted[total - tail - 1]) &&
           (tail == 0 || typed[count - tail].gap == wanted[total - tail].gap))
        tail++;
    *begin = head == 0 ? typed[0].begin : typed[head - 1].end;
    *end = tail == 0 ? typed[count - 1].end : typed[count - tail].begin;
    struct qc_str piece = qc_str_slice(right, head == 0 ? 0 : wanted[head - 1].end,
                                       tail == 0 ? right.len : wanted[total - tail].begin);
    struct qc_str old = qc_str_slice(text->words.text, *begin, *end);
    if (qc_str_is_capitals(qc_words_typed(text, from, to)))
        return qc_str_upper(arena, piece);
    if (piece.len > 0 && begins_with_capital(old))
        return qc_words_capital(arena, piece);
    return piece;
}

static void report_phrase(struct phrases *phrases, const struct qc_read_text *text, size_t from, size_t to,
                          const struct qc_entry *entry)
{
    struct qc_compilation *cx = phrases->reading->cx;
    size_t begin, end;
    struct qc_str piece = middle(&cx->arena, text, from, to, entry->right, &begin, &end);
    struct qc_str typed = qc_words_typed(text, from, to);
    const struct qc_word *words = text->words.items.items;
    struct qc_str before = qc_str_slice(text->words.text, words[from].begin, begin);
    struct qc_str after = qc_str_slice(text->words.text, end, words[to - 1].end);
    struct qc_str better = qc_str_format(&cx->arena, "%.*s%.*s%.*s", QC_STR_ARGS(before), QC_STR_ARGS(piece),
                                         QC_STR_ARGS(after));
    struct qc_diagnostic *d = qc_report(cx, qc_words_span(text, from, to), QC_MSG(spelling_phrase),
                                        QC_STR_ARGS(typed), QC_STR_ARGS(better));
    qc_fix(cx, d, qc_prose_span(text->text->prose, begin, end), piece);
}

/* --- names ---------------------------------------------------------------- */

/* Compares capitals, but for the first letter when that is free. */
static bool same_capitals(const struct qc_read_text *text, size_t from, size_t to, struct qc_str form,
                          bool free_first)
{
    size_t n, m, at = 0;
    bool first = true;
    if (qc_str_equal(qc_words_typed(text, from, to), form))
        return true;
    for (size_t i = from; i < to; i++) {
        struct qc_str typed = qc_word_text(&text->words, i);
        while (at < form.len && !qc_str_equal(qc_str_slice(form, at, at + 1), QC_STR("&"))) {
            unsigned c = qc_utf8_decode(form, at, &n);
            if (qc_is_letter(c) || (c >= '0' && c <= '9'))
                break;
            at += n;
        }
        for (size_t k = 0; k < typed.len && at < form.len; k += n, at += m) {
            unsigned a = qc_utf8_decode(typed, k, &n), b = qc_utf8_decode(form, at, &m);
            if (a != b && !(first && free_first))
                return false;
            first = false;
        }
    }
    return true;
}

/* No capital but one that opens a sentence. */
static bool is_lower(const struct qc_words *words, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct qc_word *word = &words->items.items[i];
        if ((word->lexeme->face.capital || word->lexeme->capitals) && !(i == from && word->starts))
            return false;
    }
    return true;
}

static bool is_all_capitals(const struct qc_read_text *text, size_t from, size_t to)
{
    enum { LONGEST_LETTER = 4 }; /* bytes */
    const struct qc_lexeme *first = text->words.items.items[from].lexeme;
    if (!first->capitals && first->letters && first->typed.len > LONGEST_LETTER)
        return false; /* it has a small letter */
    return qc_str_is_capitals(qc_words_typed(text, from, to));
}

/* A small first letter in the list leaves the typed one. */
static struct qc_str right_name(struct qc_arena *arena, struct qc_str right, struct qc_str typed)
{
    return begins_small(right) && begins_with_capital(typed) ? qc_words_capital(arena, right) : right;
}

static void report_name(struct phrases *phrases, const struct qc_read_text *text, size_t from, size_t to,
                        const struct qc_entry *entry)
{
    struct qc_compilation *cx = phrases->reading->cx;
    struct qc_str typed = qc_words_typed(text, from, to), name = entry->right;
    if (!entry->exact || !text->words.items.items[from].starts)
        name = right_name(&cx->arena, name, entry->exact ? QC_STR("a") : typed);
    struct qc_diagnostic *d = qc_report(cx, qc_words_span(text, from, to), QC_MSG(name_case),
                                        QC_STR_ARGS(typed), QC_STR_ARGS(name));
    d->fix_is_safe = true;
    struct qc_words other = { 0 };
    qc_words_cut(&cx->arena, NULL, name, &other);
    if (other.items.count != to - from) {
        qc_fix(cx, d, qc_words_span(text, from, to), name);
        return;
    }
    for (size_t i = from; i < to; i++) { /* what stands between the words stays */
        struct qc_str word = qc_word_text(&other, i - from);
        if (!qc_str_equal(word, qc_word_text(&text->words, i)))
            qc_fix(cx, d, qc_words_span(text, i, i + 1), word);
    }
}

/* Written in a way that a list calls wrong; a sentence may open with a capital all the same. */
static bool is_listed(const struct qc_read_text *text, size_t from, size_t to, const struct qc_entry *entry)
{
    bool starts = text->words.items.items[from].starts;
    bool free_first = starts || (begins_small(entry->form) && begins_small(entry->right));
    return entry->wrong || (entry->exact && same_capitals(text, from, to, entry->form, free_first) &&
                            !(starts && same_capitals(text, from, to, entry->right, true)));
}

/* The entry that the words offend against, or NULL. */
static const struct qc_entry *offended(const struct qc_read_text *text, size_t from, size_t to,
                                       const struct qc_entry *entries)
{
    const struct qc_entry *listed = NULL, *other = NULL;
    bool lower = is_lower(&text->words, from, to), right = is_all_capitals(text, from, to);
    for (const struct qc_entry *entry = entries; entry != NULL; entry = entry->next) {
        if (entry->kind != QC_ENTRY_NAME || !qc_entry_holds(entry, &text->words, to))
            continue;
        if (entry->wrong || entry->exact)
            listed = is_listed(text, from, to, entry) ? entry : listed;
        else if (same_capitals(text, from, to, entry->form, begins_small(entry->form)))
            right = true; /* whatever other lists say */
        else if ((!lower || entry->named) && (other == NULL || entry->declared))
            other = entry;
    }
    if (listed != NULL && (!right || listed->exact) && !is_all_capitals(text, from, to))
        return listed;
    return right ? NULL : other;
}

/* --- parties side by side ---------------------------------------------------- */

static const struct qc_entry *declared_in(const struct qc_entry *entries)
{
    while (entries != NULL && !entries->declared)
        entries = entries->next;
    return entries;
}

static void note_doubt(struct phrases *phrases, const struct qc_read_text *text, const struct mention *mention)
{
    struct qc_arena *arena = &phrases->reading->cx->arena;
    struct doubt doubt = { { .text = text->text, .words.text = text->words.text }, *mention };
    for (size_t i = 0; i < text->words.items.count; i++)
        *qc_vec_push(arena, &doubt.text.words.items) = text->words.items.items[i];
    *qc_vec_push(arena, &phrases->doubts) = doubt;
}

/* Notes a party's name, and looks whether it stands beside another one with "và" between them. */
static void mention_party(struct phrases *phrases, const struct qc_read_text *text, struct mention *last,
                          struct mention now)
{
    const struct qc_word *words = text->words.items.items;
    bool starts = words[now.from].starts;
    if (is_all_capitals(text, now.from, now.to))
        return;
    now.lower = !starts && is_lower(&text->words, now.from, now.to);
    now.entry->tally->lower += now.lower;
    now.entry->tally->capital += !now.lower && !starts; /* a sentence's own capital says nothing */
    bool beside = last->entry != NULL && last->to + 1 == now.from && words[last->to].gap == QC_GAP_BLANK &&
                  words[now.from].gap == QC_GAP_BLANK && qc_str_equal(words[last->to].lexeme->key, QC_STR("và"));
    if (beside && last->lower != now.lower)
        note_doubt(phrases, text, now.lower ? &now : last);
    *last = now;
}

/* --- the walk --------------------------------------------------------------- */

/* Returns whether something was reported. */
static bool check_match(struct phrases *phrases, const struct qc_read_text *text, size_t from, size_t to,
                        const struct qc_entry *entries, struct mention *last)
{
    bool of_party = false;
    for (const struct qc_entry *entry = entries; entry != NULL; entry = entry->next) {
        of_party = of_party || (entry->kind == QC_ENTRY_TERM && entry->term->party);
        if (entry->kind == QC_ENTRY_PHRASE) {
            bool right = qc_str_equal(entry->right, entry->form); /* listed as right, whatever is in it */
            if (!right)
                report_phrase(phrases, text, from, to, entry);
            return !right;
        }
    }
    for (const struct qc_entry *entry = entries; entry != NULL; entry = entry->next)
        if (entry->kind == QC_ENTRY_TERM)
            qc_words_use_term(phrases->reading, text, from, to, entry->term, of_party);
    const struct qc_entry *wrong = offended(text, from, to, entries), *party = declared_in(entries);
    if (wrong != NULL)
        report_name(phrases, text, from, to, wrong);
    else if (party != NULL && qc_text_is_running(text->text))
        mention_party(phrases, text, last, (struct mention){ from, to, false, party });
    return wrong != NULL;
}

/* What begins inside a longer right name counts only where it goes on behind it: "của Đảng" and "Đảng và nhà nước". */
static void check_text(struct phrases *phrases, const struct qc_read_text *text)
{
    struct qc_wording *reading = phrases->reading;
    struct mention last = { 0 };
    size_t covered = 0, reported = 0, to;
    for (size_t k = 0; k < reading->starts.count; k++) {
        size_t i = reading->starts.items[k];
        if (i < reported)
            continue;
        const struct qc_lexicon_state *first = text->words.items.items[i].lexeme->spelling->first;
        const struct qc_entry *entries = qc_lexicon_match(&reading->lexicon, first, &text->words, i, &to);
        if (entries == NULL || to <= covered)
            continue;
        covered = to;
        if (check_match(phrases, text, i, to, entries, &last))
            reported = to;
    }
}

void qc_words_check_phrases(struct qc_wording *reading)
{
    if (reading->phrases == NULL) {
        reading->phrases = qc_alloc(&reading->cx->arena, sizeof *reading->phrases);
        reading->phrases->reading = reading;
    }
    check_text(reading->phrases, &reading->now);
}

/* A document that mostly writes the party's name with its capital means it here too. */
void qc_words_settle_names(struct qc_wording *reading)
{
    struct phrases *phrases = reading->phrases;
    for (size_t i = 0; phrases != NULL && i < phrases->doubts.count; i++) {
        const struct doubt *doubt = &phrases->doubts.items[i];
        const struct qc_entry *entry = doubt->mention.entry;
        if (begins_with_capital(entry->form) && entry->tally->capital >= 2 * entry->tally->lower)
            report_name(phrases, &doubt->text, doubt->mention.from, doubt->mention.to, entry);
    }
}
