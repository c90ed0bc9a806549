/*
 * check_actors.c - duties and parties: a duty on a body that is no party, a
 * party that the body of the document never names.
 *
 * Only for documents that declare parties. Whether a duty is clear is left to
 * the reader.
 */
#include "base/utf8.h"
#include "check/check.h"
#include "check/mentions.h"

static const char *const bodies[] = {
#define QC_BODY(words) words,
#include "check/bodies.def"
};

enum { BODIES = sizeof bodies / sizeof bodies[0] };

static const struct qc_phrases body_phrases = QC_PHRASES(QC_TABLE_BODIES, bodies);

/* Words behind a body that give it a duty. */
static const char *const duties[] = { "có trách nhiệm", "phải", "chủ trì", "có nhiệm vụ" };

static bool any_at(const struct qc_reading *reading, size_t at, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (qc_reading_phrase(reading, at, phrases[i]))
            return true;
    return false;
}

/* --- a duty on a body that is no party ---------------------------------------- */

/* Marks the bodies whose names a name holds: "Công đoàn cơ sở" that of "công đoàn". */
static void mark_bodies(const struct qc_document *document, struct qc_str name, bool *known)
{
    const struct qc_reading *reading = qc_reading_of(document->readings, name);
    for (size_t i = 0; i < reading->items.count; i++)
        for (size_t b = 0; b < BODIES && qc_reading_may_begin(reading, i, &body_phrases); b++)
            known[b] = known[b] || qc_reading_phrase(reading, i, bodies[b]);
}

/* The bodies that are parties, or are named in the name of one. */
static void mark_parties(const struct qc_document *document, bool *known)
{
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        mark_bodies(document, party->name, known);
        mark_bodies(document, party->full_name, known);
        for (size_t k = 0; k < party->aliases.count; k++)
            mark_bodies(document, party->aliases.items[k], known);
    }
}

/* The items of "xã", "trường" behind a body: "Hội Phụ nữ xã". That of a phường is another body (longer-names.def). */
static size_t place_behind(const struct qc_reading *reading, size_t at)
{
    static const char *const places[] = { "xã", "trường", "nhà trường" };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        size_t count = qc_reading_phrase(reading, at, places[i]);
        if (count > 0)
            return count;
    }
    return 0;
}

/* What find_bodies goes by. */
struct actors {
    bool known[BODIES];  /* a party, named in the name of one, or reported */
    uint64_t pairs[4];   /* of the others: a bit for their first two words, by pair_of */
};

/* A number below 256 for two words that follow each other, by their heads. */
static unsigned pair_of(uint32_t first, uint32_t second)
{
    return (first * 2654435769u ^ second * 2246822519u) >> 24; /* odd, of mixed bits */
}

static bool may_be_unknown(const struct actors *actors, const struct qc_item *item)
{
    unsigned pair = pair_of(item[0].head, item[1].head);
    return (item->lexeme->signs & QC_SIGN(QC_SIGN_UNKNOWN_BODY)) != 0 && (actors->pairs[pair / 64] >> pair % 64 & 1) != 0;
}

/* A body is two words at least. */
static void find_bodies(const struct qc_check *check, const struct qc_text *text, const struct qc_reading *reading,
                        struct actors *actors)
{
    for (size_t i = 0; i + 1 < reading->items.count; i++) {
        if (!may_be_unknown(actors, &reading->items.items[i]))
            continue;
        size_t b, count = qc_reading_any(reading, i, &body_phrases, &b);
        if (count == 0 || actors->known[b])
            continue;
        size_t behind = i + count + place_behind(reading, i + count);
        bool duty = any_at(reading, behind, duties, sizeof duties / sizeof duties[0]) ||
                    (i >= 3 && qc_reading_phrase(reading, i - 3, "phối hợp với"));
        if (duty && !qc_mention_is_part(reading, i, count)) {
            size_t begin = reading->items.items[i].begin, end = reading->items.items[i + count - 1].end;
            struct qc_str name = qc_str_slice(reading->text, begin, end);
            actors->known[b] = true; /* once is enough */
            qc_report(check->cx, qc_prose_span(text->prose, begin, end), QC_MSG(actor_undeclared), QC_STR_ARGS(name),
                      QC_STR_ARGS(name));
        }
    }
}

/* Has texts with the first words of bodies that are not known looked at. */
static void await_others(struct qc_vocabulary *vocabulary, struct actors *actors)
{
    for (size_t b = 0; b < BODIES; b++) {
        if (actors->known[b])
            continue;
        struct qc_str first = { bodies[b], strcspn(bodies[b], " ") };
        unsigned pair = pair_of(qc_word_head(bodies[b]), qc_word_head(bodies[b] + first.len + 1));
        actors->pairs[pair / 64] |= (uint64_t)1 << pair % 64;
        qc_vocabulary_sign(vocabulary, first, QC_SIGN(QC_SIGN_UNKNOWN_BODY));
    }
    qc_vocabulary_signed(vocabulary);
}

void *qc_begin_actors(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    bool any = false;
    for (size_t i = 0; i < document->parties.count; i++)
        any = any || document->parties.items[i].is_party;
    if (!any)
        return NULL;
    struct actors *actors = qc_alloc(&check->cx->arena, sizeof *actors);
    qc_phrase_table(document->readings, &body_phrases);
    mark_parties(document, actors->known);
    await_others(&document->readings->vocabulary, actors);
    return actors;
}

void qc_check_actors(const struct qc_check *check)
{
    if (check->text->own && check->text->kind == QC_TEXT_BODY)
        find_bodies(check, check->text, check->reading, check->state);
}

/* --- a party without a duty ------------------------------------------------------ */

/* Words that name all parties at once. */
static const char *const sides[] = { "hai bên", "ba bên", "các bên", "mỗi bên", "từng bên" };

static const struct qc_phrases side_phrases = QC_PHRASES(QC_TABLE_SIDES, sides);

/* "hai bên cùng tuần tra", but not "hai bên đường". */
static bool names_all(const struct qc_reading *reading)
{
    static const char *const places[] = { "đường", "cổng", "lề", "bờ" };
    size_t row;
    for (size_t i = 0; (i = qc_reading_seek(reading, i, &side_phrases)) < reading->items.count; i++) {
        size_t count = qc_reading_any(reading, i, &side_phrases, &row);
        if (count > 0 && !any_at(reading, i + count, places, sizeof places / sizeof places[0]))
            return true;
    }
    return false;
}

struct naming {
    struct qc_mentions mentions;
    bool *named;    /* of each party */
    size_t unnamed; /* parties that no text has named yet */
    struct qc_reading printed;
};

void *qc_begin_duties(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct qc_arena *arena = &check->cx->arena;
    if (document->root->first_child == NULL || document->parties.count == 0)
        return NULL;
    struct naming *naming = qc_alloc(arena, sizeof *naming);
    qc_phrase_table(document->readings, &side_phrases);
    qc_mentions_begin(&naming->mentions, arena, document);
    naming->named = qc_alloc_array(arena, document->parties.count, sizeof *naming->named);
    for (size_t i = 0; i < document->parties.count; i++)
        naming->unnamed += document->parties.items[i].is_party;
    return naming;
}

void qc_check_duties(const struct qc_check *check)
{
    struct naming *naming = check->state;
    const struct qc_text *text = check->text;
    const struct qc_reading *reading = check->reading;
    if (naming->unnamed == 0 || text->unit == NULL || text->printed == NULL)
        return;
    if (text->printed->plain.ptr != reading->text.ptr && !qc_str_equal(text->printed->plain, reading->text)) {
        qc_reading_cut(check->document->readings, text->printed->plain, &naming->printed);
        reading = &naming->printed;
    }
    if ((reading->signs & QC_SIGN(QC_TABLE_SIDES)) != 0 && names_all(reading)) {
        naming->unnamed = 0;
        return;
    }
    if ((reading->signs & QC_SIGN(QC_SIGN_PARTY)) == 0)
        return; /* cut behind qc_mentions_begin, so that its signs are those of the parties, too */
    qc_mentions_read(&naming->mentions, reading);
    for (size_t k = 0; k < naming->mentions.items.count; k++) {
        bool *named = &naming->named[naming->mentions.items.items[k].party];
        naming->unnamed -= !*named;
        *named = true;
    }
}

void qc_end_duties(const struct qc_check *check)
{
    const struct naming *naming = check->state;
    const struct qc_document *document = check->document;
    for (size_t i = 0; naming->unnamed > 0 && i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (party->is_party && !naming->named[i] && party->name_span.file == document->tree->source->id)
            qc_report(check->cx, party->name_span, QC_MSG(duty_vague), QC_STR_ARGS(party->name));
    }
}
