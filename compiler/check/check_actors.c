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

static bool names_body(struct qc_arena *arena, struct qc_str name, const char *body)
{
    struct qc_reading reading = { 0 };
    qc_reading_take(arena, &reading, name);
    for (size_t i = 0; i < reading.items.count; i++)
        if (qc_reading_phrase(&reading, i, body))
            return true;
    return false;
}

/* A party of that name, or one whose name holds it: "Công đoàn cơ sở" for "công đoàn". */
static bool is_party(struct qc_arena *arena, const struct qc_document *document, const char *body)
{
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (names_body(arena, party->name, body) || names_body(arena, party->full_name, body))
            return true;
        for (size_t k = 0; k < party->aliases.count; k++)
            if (names_body(arena, party->aliases.items[k], body))
                return true;
    }
    return false;
}

static void find_bodies(const struct qc_check *check, const struct qc_text *text, const struct qc_reading *reading,
                        bool *known)
{
    for (size_t i = 0; i < reading->items.count; i++)
        for (size_t b = 0; b < BODIES; b++) {
            size_t count = qc_reading_phrase(reading, i, bodies[b]);
            if (count == 0)
                continue;
            bool duty = any_at(reading, i + count, duties, sizeof duties / sizeof duties[0]) ||
                        (i >= 3 && qc_reading_phrase(reading, i - 3, "phối hợp với"));
            if (duty && !known[b] && !qc_mention_is_part(reading, i, count)) {
                size_t begin = reading->items.items[i].begin, end = reading->items.items[i + count - 1].end;
                struct qc_str name = qc_str_slice(reading->text, begin, end);
                known[b] = true; /* once is enough */
                qc_report(check->cx, qc_prose_span(text->prose, begin, end), QC_MSG(actor_undeclared),
                          QC_STR_ARGS(name), QC_STR_ARGS(name));
            }
            break;
        }
}

void qc_check_actors(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct qc_arena *arena = &check->cx->arena;
    struct qc_reading reading = { 0 };
    bool known[BODIES], any = false;
    for (size_t i = 0; i < document->parties.count; i++)
        any = any || document->parties.items[i].is_party;
    if (!any)
        return;
    for (size_t b = 0; b < BODIES; b++)
        known[b] = is_party(arena, document, bodies[b]);
    for (size_t i = 0; i < check->texts->items.count; i++) {
        const struct qc_text *text = &check->texts->items.items[i];
        if (!text->own || text->kind != QC_TEXT_BODY)
            continue;
        qc_reading_take(arena, &reading, text->prose->text);
        find_bodies(check, text, &reading, known);
    }
}

/* --- a party without a duty ------------------------------------------------------ */

void qc_check_duties(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    struct qc_arena *arena = &check->cx->arena;
    struct qc_mentions mentions;
    if (document->root->first_child == NULL || document->parties.count == 0)
        return;
    bool *named = qc_alloc_array(arena, document->parties.count, sizeof *named);
    qc_mentions_begin(&mentions, arena, document);
    for (size_t i = 0; i < check->texts->items.count; i++) {
        const struct qc_text *text = &check->texts->items.items[i];
        if (text->unit == NULL || text->printed == NULL)
            continue;
        qc_mentions_find(&mentions, text->printed->plain);
        for (size_t k = 0; k < mentions.items.count; k++)
            named[mentions.items.items[k].party] = true;
    }
    for (size_t i = 0; i < document->parties.count; i++) {
        const struct qc_party *party = &document->parties.items[i];
        if (party->is_party && !named[i] && party->name_span.file == document->tree->source->id)
            qc_report(check->cx, party->name_span, QC_MSG(duty_vague), QC_STR_ARGS(party->name));
    }
}
