/*
 * bases_print.c - lists the instruments that a document rests on, for people
 * and for programs.
 *
 * Owns the words of the list (bases-words.def). Must not judge.
 */
#include "check/bases_print.h"

#include "diag/json.h"
#include "source/position.h"

#define QC_WORDS(name, vi, en)                                                                               \
    static const char words_vi_##name[] = vi;                                                                \
    static const char words_en_##name[] = en;
#include "check/bases-words.def"
#define WORDS(list, name) ((list)->question->lang == QC_LANG_VI ? words_vi_##name : words_en_##name)

/* One list on its way to be printed. */
struct list {
    struct qc_compilation *cx;
    const struct qc_bases_question *question;
    struct qc_bases bases;
    bool today; /* the document has no day, and none was asked for */
    struct qc_buf *out;
    struct qc_json json;
};

static void begin(struct list *list, const struct qc_document *document)
{
    const struct qc_date *on = list->question->on.year != 0 ? &list->question->on : NULL;
    qc_bases_collect(&list->cx->arena, document, on, &list->bases);
    list->today = list->bases.day.origin == QC_DAY_NONE;
    if (list->today)
        qc_bases_collect(&list->cx->arena, document, &list->question->today, &list->bases);
}

/* --- the registry's age --------------------------------------------------- */

static struct qc_date last_verified(void)
{
    struct qc_date last = { 0 };
    for (size_t i = 0; i < qc_registry_count; i++) {
        struct qc_date verified = qc_registry_at(i)->verified;
        if (verified.year > last.year || (verified.year == last.year && verified.month > last.month))
            last = verified;
    }
    return last;
}

/* Is it more than a year from the month of the last entry to the day that is asked about, or else today? */
static bool is_old(const struct list *list)
{
    struct qc_date last = last_verified();
    struct qc_date now = list->question->on.year != 0 ? list->question->on : list->question->today;
    return now.year * 12 + now.month > last.year * 12 + last.month + 12;
}

/* --- text ----------------------------------------------------------------- */

static struct qc_str day_text(const struct list *list, struct qc_date date)
{
    return qc_date_short(&list->cx->arena, date);
}

static void add_line(struct list *list, struct qc_str text)
{
    qc_buf_add(list->out, QC_STR("    "));
    qc_buf_add(list->out, text);
    qc_buf_char(list->out, '\n');
}

#define ADD_LINE(list, name, ...)                                                                            \
    add_line(list, qc_str_format(&(list)->cx->arena, WORDS(list, name), __VA_ARGS__))

static const char *state_words(const struct list *list, enum qc_force force)
{
    switch (force) {
    case QC_FORCE_IN:
        return WORDS(list, in_force);
    case QC_FORCE_ENDED:
        return WORDS(list, ended);
    case QC_FORCE_NOT_YET:
        return WORDS(list, not_yet);
    case QC_FORCE_UNKNOWN:
        break;
    }
    return WORDS(list, unknown);
}

static void add_state(struct list *list, const struct qc_base *base)
{
    struct qc_arena *arena = &list->cx->arena;
    const struct qc_instrument *instrument = base->cite.instrument;
    struct qc_buf line = { .arena = arena };
    qc_buf_add(&line, qc_str_from(state_words(
                          list, qc_instrument_force(base->cite.instrument, list->bases.day.day))));
    if (instrument->from.given)
        qc_buf_add(&line,
                   qc_str_format(arena, WORDS(list, since), QC_STR_ARGS(day_text(list, instrument->from))));
    else if (instrument->issued.given)
        qc_buf_add(&line, qc_str_format(arena, WORDS(list, issued),
                                        QC_STR_ARGS(day_text(list, instrument->issued))));
    if (instrument->until.given)
        qc_buf_add(&line,
                   qc_str_format(arena, WORDS(list, until), QC_STR_ARGS(day_text(list, instrument->until))));
    add_line(list, qc_buf_str(&line));
}

static void add_confidence(struct list *list, const struct qc_instrument *instrument)
{
    const char *sure = instrument->confidence == QC_CONFIDENCE_CERTAIN  ? WORDS(list, certain)
                       : instrument->confidence == QC_CONFIDENCE_LIKELY ? WORDS(list, likely)
                                                                        : WORDS(list, unsure);
    if (instrument->verified.year == 0)
        ADD_LINE(list, unverified, sure);
    else
        ADD_LINE(list, verified, sure, QC_STR_ARGS(day_text(list, instrument->verified)),
                 QC_STR_ARGS(instrument->source));
}

static void add_amendment(struct list *list, struct qc_str name)
{
    struct qc_arena *arena = &list->cx->arena;
    const struct qc_instrument *amendment = qc_registry_link(name);
    struct qc_str since = QC_STR("");
    if (amendment != NULL && amendment->from.given)
        since = qc_str_format(arena, WORDS(list, since), QC_STR_ARGS(day_text(list, amendment->from)));
    ADD_LINE(list, amended, QC_STR_ARGS(name), QC_STR_ARGS(since));
}

static void add_entry(struct list *list, const struct qc_base *base)
{
    const struct qc_instrument *instrument = base->cite.instrument;
    const char *by = base->cite.by == QC_CITE_BY_NUMBER ? WORDS(list, by_number)
                     : base->cite.by == QC_CITE_BY_DAY  ? WORDS(list, by_day)
                                                        : WORDS(list, by_title);
    ADD_LINE(list, entry, QC_STR_ARGS(instrument->name), by);
    add_state(list, base);
    struct qc_str proper = qc_instrument_cite(&list->cx->arena, instrument, true);
    if (base->cite.other_day)
        ADD_LINE(list, other_day, QC_STR_ARGS(proper));
    if (base->cite.other_title)
        ADD_LINE(list, other_title, QC_STR_ARGS(proper));
    for (size_t i = 0; i < QC_INSTRUMENT_LINKS && instrument->replaced_by[i].len > 0; i++)
        ADD_LINE(list, replaced, QC_STR_ARGS(instrument->replaced_by[i]));
    const struct qc_instrument *successor = qc_instrument_successor(instrument, list->bases.day.day);
    if (successor != NULL && !qc_str_equal(successor->name, instrument->replaced_by[0]))
        ADD_LINE(list, successor, QC_STR_ARGS(successor->name));
    for (size_t i = 0; i < QC_INSTRUMENT_LINKS && instrument->amended_by[i].len > 0; i++)
        add_amendment(list, instrument->amended_by[i]);
    add_confidence(list, instrument);
}

static void add_day(struct list *list, struct qc_str file)
{
    struct qc_str day = day_text(list, list->bases.day.day);
    const char *format = list->today                                       ? WORDS(list, day_today)
                         : list->bases.day.origin == QC_DAY_ASKED          ? WORDS(list, day_asked)
                         : list->bases.day.origin == QC_DAY_OF_DECISION    ? WORDS(list, day_decision)
                         : list->bases.day.origin == QC_DAY_OF_SCHOOL_YEAR ? WORDS(list, day_school_year)
                                                                           : WORDS(list, day_document);
    qc_buf_add(list->out, file);
    qc_buf_add(list->out, QC_STR(": "));
    qc_buf_add(list->out, qc_str_format(&list->cx->arena, format, QC_STR_ARGS(day)));
    qc_buf_char(list->out, '\n');
}

static void print_text(struct list *list, const struct qc_document *document)
{
    add_day(list, document->tree->source->name);
    for (size_t i = 0; i < list->bases.items.count; i++) {
        const struct qc_base *base = &list->bases.items.items[i];
        const struct qc_source *source = list->cx->sources.files.items[base->span.file];
        struct qc_position at = qc_position_of(source, base->span.begin);
        qc_buf_add(list->out,
                   qc_str_format(&list->cx->arena, "%.*s:%zu:%zu: %.*s\n", QC_STR_ARGS(source->name), at.line,
                                 at.column, QC_STR_ARGS(base->text)));
        if (base->cite.instrument == NULL)
            add_line(list,
                     qc_str_from(qc_basis_is_no_instrument(&base->cite.basis) ? WORDS(list, no_instrument)
                                                                              : WORDS(list, not_known)));
        else
            add_entry(list, base);
    }
    if (list->bases.items.count == 0)
        add_line(list, qc_str_from(WORDS(list, none)));
    if (is_old(list))
        ADD_LINE(list, old, QC_STR_ARGS(day_text(list, last_verified())));
}

/* --- JSON ----------------------------------------------------------------- */

/* "2024-10-07", "2026-11" without its day; no member when it is not known. */
static void add_date(struct list *list, const char *key, struct qc_date date)
{
    struct qc_arena *arena = &list->cx->arena;
    if (date.year == 0)
        return;
    struct qc_str text = qc_str_format(arena, "%04u-%02u", date.year, date.month);
    if (date.day != 0)
        text = qc_str_format(arena, "%.*s-%02u", QC_STR_ARGS(text), date.day);
    qc_json_text(&list->json, list->out, key, text);
}

static void add_names(struct list *list, const char *key, const struct qc_str names[QC_INSTRUMENT_LINKS])
{
    qc_json_open(&list->json, list->out, key, '[');
    for (size_t i = 0; i < QC_INSTRUMENT_LINKS && names[i].len > 0; i++)
        qc_json_text(&list->json, list->out, NULL, names[i]);
    qc_json_close(&list->json, list->out, ']');
}

static void add_json_entry(struct list *list, const struct qc_base *base)
{
    static const char *const by[] = { "number", "day", "title" };
    static const char *const states[] = { "unknown", "not-yet", "in-force", "ended" };
    static const char *const confidence[] = { "unsure", "likely", "certain" };
    struct qc_json *json = &list->json;
    const struct qc_instrument *instrument = base->cite.instrument;
    const struct qc_instrument *successor = qc_instrument_successor(instrument, list->bases.day.day);
    qc_json_open(json, list->out, "instrument", '{');
    qc_json_text(json, list->out, "name", instrument->name);
    if (instrument->number.len > 0)
        qc_json_text(json, list->out, "number", instrument->number);
    qc_json_text(json, list->out, "recognised_by", qc_str_from(by[base->cite.by]));
    qc_json_text(json, list->out, "state",
                 qc_str_from(states[qc_instrument_force(base->cite.instrument, list->bases.day.day)]));
    qc_json_bool(json, list->out, "other_day", base->cite.other_day);
    qc_json_bool(json, list->out, "other_title", base->cite.other_title);
    add_date(list, "issued", instrument->issued);
    add_date(list, "from", instrument->from);
    add_date(list, "until", instrument->until);
    add_names(list, "replaced_by", instrument->replaced_by);
    if (successor != NULL)
        qc_json_text(json, list->out, "successor", successor->name);
    add_names(list, "amended_by", instrument->amended_by);
    qc_json_text(json, list->out, "confidence", qc_str_from(confidence[instrument->confidence]));
    add_date(list, "verified", instrument->verified);
    qc_json_close(json, list->out, '}');
}

static void add_json_base(struct list *list, const struct qc_base *base)
{
    struct qc_json *json = &list->json;
    const struct qc_source *source = list->cx->sources.files.items[base->span.file];
    struct qc_position at = qc_position_of(source, base->span.begin);
    qc_json_line(json, list->out);
    qc_json_open(json, list->out, NULL, '{');
    qc_json_text(json, list->out, "file", source->name);
    qc_json_number(json, list->out, "line", at.line);
    qc_json_number(json, list->out, "column", at.column);
    qc_json_text(json, list->out, "text", base->text);
    if (base->cite.instrument != NULL)
        add_json_entry(list, base);
    qc_json_close(json, list->out, '}');
}

static void print_json(struct list *list, const struct qc_document *document)
{
    static const char *const origins[] = { "today", "document", "decision", "school-year", "asked" };
    struct qc_json *json = &list->json;
    qc_json_open(json, list->out, NULL, '{');
    qc_json_text(json, list->out, "file", document->tree->source->name);
    add_date(list, "day", list->bases.day.day);
    qc_json_text(json, list->out, "day_of",
                 qc_str_from(origins[list->today ? QC_DAY_NONE : list->bases.day.origin]));
    qc_json_open(json, list->out, "registry", '{');
    add_date(list, "verified", last_verified());
    qc_json_bool(json, list->out, "old", is_old(list));
    qc_json_close(json, list->out, '}');
    qc_json_open(json, list->out, "bases", '[');
    for (size_t i = 0; i < list->bases.items.count; i++)
        add_json_base(list, &list->bases.items.items[i]);
    qc_json_close(json, list->out, ']');
    qc_json_close(json, list->out, '}');
}

void qc_bases_print(struct qc_compilation *cx, const struct qc_document *document,
                    const struct qc_bases_question *question, struct qc_buf *out)
{
    struct list list = { .cx = cx, .question = question, .out = out };
    begin(&list, document);
    if (question->json)
        print_json(&list, document);
    else
        print_text(&list, document);
}
