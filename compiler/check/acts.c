/*
 * acts.c - the kinds of document that can be cited.
 *
 * Owns the table of kinds.def.
 */
#include "base/utf8.h"
#include "check/citation.h"

static const struct qc_act acts[] = {
#define QC_KIND(name, code, basis, effect, authority) { name, code, 0, false },
#define QC_ACT(name, code, rank, by_name) { name, code, rank, by_name },
#include "check/kinds.def"
};

enum { ACTS = sizeof acts / sizeof acts[0] };

static const struct qc_phrases act_phrases = QC_PHRASES_OF(QC_TABLE_ACTS, acts, name);

/* "pháp luật" is law in general. */
static bool is_law_in_general(const struct qc_reading *reading, size_t at)
{
    return at > 0 && qc_reading_phrase(reading, at - 1, "pháp luật") > 0;
}

const struct qc_act *qc_act_here(const struct qc_reading *reading, size_t at, size_t *count)
{
    const struct qc_act *best = NULL;
    *count = 0;
    if (!qc_reading_may_begin(reading, at, &act_phrases))
        return NULL;
    for (size_t i = 0; i < ACTS && !is_law_in_general(reading, at); i++) {
        size_t length = qc_reading_phrase(reading, at, acts[i].name);
        if (length > *count) {
            best = &acts[i];
            *count = length;
        }
    }
    return best;
}

const struct qc_act *qc_act_before(const struct qc_reading *reading, size_t end, size_t *begin)
{
    enum { LONGEST = 8 }; /* words of a name */
    const struct qc_act *best = NULL;
    size_t longest = 0;
    for (size_t words = 1; words <= LONGEST && words <= end; words++) {
        if (!qc_reading_may_begin(reading, end - words, &act_phrases) || is_law_in_general(reading, end - words))
            continue;
        for (size_t i = 0; i < ACTS && longest < words; i++)
            if (qc_reading_phrase(reading, end - words, acts[i].name) == words) {
                best = &acts[i];
                longest = words;
            }
    }
    *begin = end - longest;
    return best;
}

const struct qc_act *qc_act_of_code(struct qc_str code)
{
    for (size_t i = 0; i < ACTS; i++)
        if (acts[i].code[0] != '\0' && qc_str_equal(code, qc_str_from(acts[i].code)))
            return &acts[i];
    return NULL;
}

bool qc_act_takes_code(const struct qc_act *act, struct qc_str code)
{
    for (size_t i = 0; i < ACTS; i++)
        if (strcmp(acts[i].name, act->name) == 0 && qc_str_equal(code, qc_str_from(acts[i].code)))
            return true;
    return false;
}

struct qc_str qc_act_capitalised(struct qc_arena *arena, const char *name)
{
    struct qc_str text = qc_str_from(name);
    size_t n;
    qc_utf8_decode(text, 0, &n);
    struct qc_str first = qc_str_upper(arena, qc_str_slice(text, 0, n));
    return qc_str_format(arena, "%.*s%s", QC_STR_ARGS(first), name + n);
}
