/*
 * basis_cite.c - recognises the instruments that a legal basis cites.
 *
 * Owns nothing. Must not judge: the checks do.
 */
#include "check/basis_cite.h"

#include "check/title.h"
#include "sema/registry.h"

/* --- by number ------------------------------------------------------------ */

/* Is the number that of the cited text, not of one that its subject names? */
static bool is_own_number(const struct qc_basis *basis, size_t stop)
{
    if (!basis->numbered || basis->symbol.first >= stop)
        return false;
    size_t begins = basis->head + (qc_reading_phrase(basis->reading, basis->head, "số") > 0 ? 1 : 0);
    if (basis->type == NULL)
        return basis->symbol.first == begins;
    for (size_t i = basis->type_end; i < basis->symbol.first; i++) {
        /* "Điều lệ … ban hành kèm theo Thông tư số …" */
        bool issued = qc_reading_phrase(basis->reading, i, "ban hành") > 0 ||
                      qc_reading_phrase(basis->reading, i, "kèm theo") > 0;
        /* "Quy chế phối hợp số …" */
        bool joint = i == basis->type_end && qc_reading_phrase(basis->reading, i, "phối hợp") > 0;
        if (!issued && !joint && qc_basis_subject_at(basis, i))
            return false;
    }
    return true;
}

/* Is a day that is written that of the registry, as far as that is known? */
static bool agrees(struct qc_date said, struct qc_date known)
{
    return said.year == known.year && (known.month == 0 || said.month == known.month) &&
           (known.day == 0 || said.day == known.day);
}

/* Where the subject of a numbered text begins; stop when it does not say one. */
static size_t subject_of(const struct qc_basis *basis, size_t stop)
{
    size_t i = basis->symbol.end;
    while (i < stop && !qc_basis_subject_at(basis, i))
        i++;
    return i;
}

/* A number that stands once for all says it alone; one that comes again each year, with the day or the subject. */
static void by_number(struct qc_basis_cite *cited, size_t stop)
{
    enum { RIGHT_BEHIND = 3 };
    const struct qc_basis *basis = &cited->basis;
    const struct qc_symbol *symbol = &basis->symbol;
    const struct qc_instrument *found =
        qc_registry_number(qc_str_slice(basis->reading->text, symbol->begin_at, symbol->end_at));
    if (found == NULL)
        return;
    bool dated = qc_found_date_next(basis->reading, symbol->end, &cited->day) &&
                 cited->day.first <= symbol->end + RIGHT_BEHIND && cited->day.first < stop;
    if (!dated)
        cited->day = (struct qc_found_date){ 0 };
    bool known = dated && found->issued.year != 0;
    size_t subject = subject_of(basis, stop);
    bool once = symbol->form == QC_SYMBOL_NATIONAL || symbol->form == QC_SYMBOL_NORMATIVE;
    if (!once && !(known ? agrees(cited->day.date, found->issued)
                         : !dated && qc_title_is_same(basis->reading, subject, stop, found->subject)))
        return;
    cited->instrument = found;
    cited->by = QC_CITE_BY_NUMBER;
    cited->other_day = known && !agrees(cited->day.date, found->issued);
    if (found->confidence == QC_CONFIDENCE_UNSURE)
        return;                                                /* its title is not known for certain */
    bool titled = basis->type != NULL && basis->type->by_name; /* "Luật Công đoàn số …" */
    cited->other_title =
        qc_title_is_other(basis->reading, subject, stop, found->subject) ||
        (titled &&
         qc_title_end(basis->reading, basis->type_end, symbol->first, basis->type->name, found->type, found->subject) == 0 &&
         qc_title_is_other(basis->reading, basis->type_end, symbol->first, found->subject));
}

/* --- by title ------------------------------------------------------------- */

/* What is said of the version behind a title. */
struct version {
    struct qc_found_date day; /* or its date is not given */
    unsigned year;            /* "năm 2012"; or 0 */
    struct qc_str term;       /* "XII" of "khóa XII"; or empty */
};

static void read_version(const struct qc_reading *reading, size_t from, size_t stop, struct version *version)
{
    *version = (struct version){ 0 };
    if (!qc_found_date_next(reading, from, &version->day) || version->day.first >= stop)
        version->day = (struct qc_found_date){ 0 };
    size_t at = from + qc_reading_phrase(reading, from, "năm");
    if (at < stop && reading->items.items[at].kind == QC_ITEM_NUMBER && reading->items.items[at].lexeme->key.len == 4)
        for (size_t i = 0; i < 4; i++)
            version->year = version->year * 10 + (unsigned)(reading->items.items[at].lexeme->key.ptr[i] - '0');
    for (size_t i = from; i + 1 < stop; i++)
        if (qc_reading_phrase(reading, i, "khóa") > 0 || qc_reading_phrase(reading, i, "khoá") > 0)
            version->term = qc_str_slice(reading->text, reading->items.items[i + 1].begin,
                                         reading->items.items[i + 1].end);
}

static bool is_of_term(struct qc_str name, struct qc_str term)
{
    static const char lead[] = "khóa ";
    size_t lead_length = strlen(lead);
    return name.len > term.len + lead_length && qc_str_ends(name, term) &&
           qc_str_ends(qc_str_slice(name, 0, name.len - term.len), qc_str_from(lead));
}

/* How well an entry fits what is said of the version: 0 not at all. */
enum fit { NO_FIT, WAS_OR_WILL_BE, IN_FORCE, NEARLY, EXACTLY };

static enum fit fit(const struct qc_instrument *entry, const struct version *version, struct qc_date day)
{
    struct qc_date issued = entry->issued;
    if (version->day.date.given) {
        struct qc_date said = version->day.date;
        if (agrees(said, issued))
            return EXACTLY;
        bool slip = issued.year == said.year || (issued.day == said.day && issued.month == said.month);
        return slip && issued.year != 0 ? NEARLY : NO_FIT;
    }
    if (version->term.len > 0)
        return is_of_term(entry->name, version->term) ? EXACTLY : NO_FIT;
    if (version->year != 0 && version->year != issued.year)
        return NO_FIT;
    long today = qc_date_number(day);
    if (today == 0)
        return entry->until.year == 0 ? IN_FORCE : WAS_OR_WILL_BE;
    if (qc_date_number(issued) > today && version->year == 0)
        return NO_FIT; /* it was not there yet */
    return qc_instrument_force(entry, day) == QC_FORCE_IN ? IN_FORCE : WAS_OR_WILL_BE;
}

static void by_title(struct qc_basis_cite *cited, size_t stop, struct qc_date day)
{
    const struct qc_basis *basis = &cited->basis;
    enum fit best = NO_FIT;
    size_t longest = basis->type_end;
    struct version version;
    for (size_t i = 0; i < qc_registry_count; i++) {
        const struct qc_registry_row *row = &qc_registry_rows[i];
        size_t end = qc_title_end(basis->reading, basis->type_end, stop, basis->type->name, qc_registry_text(row->type),
                                  qc_registry_text(row->subject));
        if (end == 0 || end < longest)
            continue;
        const struct qc_instrument *entry = qc_registry_at(i);
        read_version(basis->reading, end, stop, &version);
        enum fit fits = fit(entry, &version, day);
        bool later = cited->instrument != NULL && fits == best &&
                     qc_date_number(entry->issued) > qc_date_number(cited->instrument->issued);
        if (end == longest && fits <= best && !later)
            continue;
        longest = end;
        best = fits;
        cited->instrument = fits == NO_FIT ? NULL : entry;
        cited->day = version.day;
        cited->by = version.day.date.given || version.year != 0 || version.term.len > 0 ? QC_CITE_BY_DAY
                                                                                        : QC_CITE_BY_TITLE;
        cited->other_day = fits == NEARLY;
    }
}

/* A text without a number has its name or its subject, and the day: "Nghị quyết Công đoàn nhiệm kỳ 2017-2022 ngày …". */
static void by_name(struct qc_basis_cite *cited, size_t stop)
{
    const struct qc_basis *basis = &cited->basis;
    struct qc_found_date day;
    if (!qc_found_date_next(basis->reading, basis->type_end, &day) || day.first >= stop)
        return;
    for (size_t i = 0; i < qc_registry_count; i++) {
        if (qc_registry_rows[i].number.length > 0)
            continue;
        const struct qc_instrument *entry = qc_registry_at(i);
        if (!agrees(day.date, entry->issued) ||
            qc_title_match(basis->reading, basis->head, entry->type) == 0)
            continue;
        if (qc_title_match(basis->reading, basis->head, entry->name) == 0 &&
            !qc_title_is_same(basis->reading, day.end, stop, entry->subject))
            continue;
        cited->instrument = entry;
        cited->by = QC_CITE_BY_DAY;
        cited->day = day;
        return;
    }
}

/* --- the walk ------------------------------------------------------------- */

/* The words that say that it was amended, behind its name: "đã được sửa đổi, bổ sung …", "(sửa đổi năm 2025)". */
static size_t amended_at(const struct qc_basis *basis, size_t stop)
{
    for (size_t i = basis->type_end + 1; i < stop; i++) {
        bool said = qc_reading_phrase(basis->reading, i, "sửa đổi") > 0 ||
                    qc_reading_phrase(basis->reading, i, "bổ sung") > 0;
        bool passive = qc_reading_phrase(basis->reading, i - 1, "được") > 0 ||
                       qc_reading_phrase(basis->reading, i - 1, "đã") > 0;
        if (said && (passive || qc_reading_mark(basis->reading, i - 1, '(')))
            return i;
    }
    return stop;
}

static size_t without_marks(const struct qc_reading *reading, size_t first, size_t end)
{
    while (end > first && reading->items.items[end - 1].kind == QC_ITEM_MARK &&
           strchr(";.,", reading->items.items[end - 1].lexeme->key.ptr[0]) != NULL)
        end--;
    return end;
}

bool qc_basis_cite_next(const struct qc_reading *reading, size_t *at, struct qc_date day,
                        struct qc_basis_cite *cited)
{
    *cited = (struct qc_basis_cite){ 0 };
    struct qc_basis *basis = &cited->basis;
    bool goes_on; /* behind a ";" a subject goes on in small letters */
    do {
        if (*at >= reading->items.count)
            return false;
        qc_basis_read_at(reading, *at, basis);
        goes_on = *at > 0 && qc_basis_is_no_instrument(basis);
        *at = goes_on ? basis->end + 1 : *at;
    } while (goes_on);
    size_t joint = qc_basis_joint(basis, 0), end = joint != 0 ? joint : basis->end;
    *at = end + 1;
    size_t stop = amended_at(basis, end);
    cited->first = basis->head;
    cited->end = without_marks(reading, basis->head, end);
    cited->parts = basis->head > basis->lead_end;
    cited->says_amended = stop < end;
    if (is_own_number(basis, stop))
        by_number(cited, stop);
    else if (basis->type != NULL && basis->type->by_name)
        by_title(cited, stop, day);
    else if (basis->type != NULL && !basis->numbered)
        by_name(cited, stop);
    return true;
}
