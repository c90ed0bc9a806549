/*
 * check_instruments.c - is what a basis cites what it should be? Its day and
 * title are those of the registry; a consolidated or an amending text does not
 * stand alone; a charter is that of the school's own level.
 */
#include "base/utf8.h"
#include "check/bases.h"
#include "check/check.h"

static bool is_known(const struct qc_check *check, const struct qc_base *base)
{
    return base->cite.instrument != NULL && qc_basis_is_own(check->document, base->recital);
}

/* --- day and title -------------------------------------------------------- */

/* Is the registry sure enough to be held against a text? What nobody compared with a source is not. */
static bool can_contradict(const struct qc_basis_cite *cite)
{
    const struct qc_instrument *instrument = cite->instrument;
    return instrument->confidence == QC_CONFIDENCE_CERTAIN ||
           (instrument->confidence == QC_CONFIDENCE_LIKELY && instrument->verified.year != 0 &&
            cite->by == QC_CITE_BY_NUMBER);
}

static void fix_day(struct qc_compilation *cx, struct qc_diagnostic *d, const struct qc_base *base)
{
    const struct qc_found_date *day = &base->cite.day;
    if (!base->typed || !base->cite.other_day)
        return;
    struct qc_str proper = qc_date_format(&cx->arena, base->cite.instrument->issued);
    if (!day->spelled && day->lead)
        proper = qc_str_skip(proper, strlen("ngày "));
    qc_fix(cx, d, qc_prose_span(base->recital->prose, day->begin_at, day->end_at), proper);
}

void qc_check_basis_mismatch(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    for (size_t i = 0; i < check->bases->items.count; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        const struct qc_basis_cite *cite = &base->cite;
        if (!is_known(check, base) || !(cite->other_day || cite->other_title) || !can_contradict(cite))
            continue;
        const char *what = !cite->other_title ? "ngày" : cite->other_day ? "ngày, trích yếu" : "trích yếu";
        struct qc_str proper = qc_instrument_cite(&cx->arena, cite->instrument, true);
        struct qc_diagnostic *d = qc_report(cx, base->span, QC_MSG(basis_mismatch),
                                            QC_STR_ARGS(cite->instrument->name), what, QC_STR_ARGS(proper));
        qc_check_note_registry(cx, d, cite->instrument);
        fix_day(cx, d, base);
    }
}

/* --- amending and consolidated texts -------------------------------------- */

/* Is one of the entries that an amending one has changed cited beside it? Else *lacking gets the first of them. */
static bool is_beside(const struct qc_bases *bases, struct qc_str amending,
                      const struct qc_instrument **lacking)
{
    for (size_t i = 0; i < qc_registry_count; i++)
        for (size_t k = 0; k < QC_INSTRUMENT_LINKS; k++) {
            if (!qc_str_equal(qc_registry_at(i)->amended_by[k], amending) || amending.len == 0)
                continue;
            if (qc_bases_find(bases, qc_registry_at(i)->name) != NULL)
                return true;
            *lacking = *lacking == NULL ? qc_registry_at(i) : *lacking;
        }
    return false;
}

void qc_check_basis_amending(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    for (size_t i = 0; i < check->bases->items.count; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        const struct qc_instrument *lacking = NULL;
        if (!is_known(check, base) ||
            !qc_str_starts(base->cite.instrument->subject, QC_STR("sửa đổi, bổ sung")) ||
            is_beside(check->bases, base->cite.instrument->name, &lacking) || lacking == NULL)
            continue;
        struct qc_diagnostic *d =
            qc_report(cx, base->span, QC_MSG(basis_amending), QC_STR_ARGS(base->cite.instrument->name),
                      QC_STR_ARGS(lacking->name));
        qc_check_note_registry(cx, d, base->cite.instrument);
    }
}

/* "Văn bản hợp nhất số …" stands in brackets behind what it consolidates. */
void qc_check_basis_consolidated(const struct qc_check *check)
{
    for (size_t i = 0; i < check->bases->items.count; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        const struct qc_basis *basis = &base->cite.basis;
        bool named = qc_reading_phrase(basis->reading, basis->head, "văn bản hợp nhất") > 0;
        bool numbered =
            basis->type == NULL && basis->numbered && qc_str_equal(basis->symbol.code, QC_STR("VBHN"));
        if ((named || numbered) && qc_basis_is_own(check->document, base->recital))
            qc_report(check->cx, base->span, QC_MSG(basis_consolidated), QC_STR_ARGS(base->text));
    }
}

/* --- charters of schools -------------------------------------------------- */

enum { PRESCHOOL = 1, PRIMARY = 2, SECONDARY = 4 };

/* Words that say the level of a school, in its name and in the title of its charter. */
static const struct {
    const char *words;
    unsigned level;
} levels[] = {
#define QC_SCHOOL(words, level) { words, level },
#include "check/school-levels.def"
};

static unsigned levels_in(const struct qc_check *check, struct qc_str text)
{
    const struct qc_reading *reading = qc_reading_of(check->document->readings, text);
    unsigned found = 0;
    bool school = false;
    for (size_t i = 0; i < reading->items.count; i++) {
        school = school || qc_reading_phrase(reading, i, "trường") > 0;
        for (size_t k = 0; k < sizeof levels / sizeof levels[0] && school; k++)
            found |= qc_reading_phrase(reading, i, levels[k].words) > 0 ? levels[k].level : 0;
    }
    return found;
}

/* The levels of the schools that issue or sign the document; 0 when none is named. */
static unsigned levels_of_document(const struct qc_check *check)
{
    const struct qc_document *document = check->document;
    unsigned found = 0;
    for (size_t i = 0; i < document->issuers.count; i++)
        if (document->issuers.items[i].name != NULL) /* a body above it may stand alone */
            found |= levels_in(check, document->issuers.items[i].name->plain);
    for (size_t i = 0; i < document->parties.count; i++)
        found |= levels_in(check, document->parties.items[i].name) |
                 levels_in(check, document->parties.items[i].full_name);
    return found;
}

void qc_check_basis_charter(const struct qc_check *check)
{
    unsigned own = check->bases->items.count == 0 ? 0 : levels_of_document(check);
    for (size_t i = 0; i < check->bases->items.count && own != 0; i++) {
        const struct qc_base *base = &check->bases->items.items[i];
        if (!is_known(check, base) ||
            !qc_str_starts(base->cite.instrument->subject, QC_STR("ban hành Điều lệ trường ")))
            continue;
        unsigned charter = levels_in(check, base->cite.instrument->subject);
        if (charter == 0 || (charter & own) != 0)
            continue;
        struct qc_diagnostic *d =
            qc_report(check->cx, base->span, QC_MSG(basis_charter), QC_STR_ARGS(base->cite.instrument->name),
                      QC_STR_ARGS(base->cite.instrument->subject));
        qc_check_note_registry(check->cx, d, base->cite.instrument);
    }
}
