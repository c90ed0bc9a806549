/*
 * replaces.c - thay thế: the new document replaces the old one.
 *
 * Owns where that is declared and said. How the old one is cited is
 * cite_old.c's.
 */
#include "base/utf8.h"
#include "inline/inline.h"
#include "renew/draft.h"
#include "source/position.h"
#include "syntax/keyword.h"

/* Kinds that hold until they are replaced; a plan ends with its year. */
static bool holds_until_replaced(const struct qc_draft *draft)
{
    static const struct {
        const char *name;
        bool has_effect;
    } kinds[] = {
#define QC_KIND(name, code, basis, effect, authority) { name, effect },
#include "check/kinds.def"
    };
    if (draft->document->type == NULL)
        return false;
    struct qc_str key = qc_name_key(qc_draft_arena(draft), draft->document->type->plain);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (qc_name_matches(key, qc_str_from(kinds[i].name)))
            return kinds[i].has_effect;
    return false;
}

/* ---- where it is declared ---- */

static bool is_issued(const struct qc_document *document)
{
    return document->attached ? document->attached_name.len > 0
                              : document->code.len > 0 && qc_date_number(document->date) != 0;
}

/* Takes away the lines of a declaration from value number first on; of a whole one, that of its key too. */
static void remove_values(struct qc_draft *draft, const struct qc_declaration *declaration, size_t first)
{
    struct qc_said why = qc_draft_say(draft, QC_RENEW_MSG(why_replaced_before));
    size_t last = 0; /* line, from 1 */
    if (first == 0) {
        qc_draft_remove_lines(draft, declaration->key, why);
        last = qc_line_of(draft->source, declaration->key.begin).number;
    }
    for (size_t i = first; i < declaration->values.count; i++)
        for (size_t k = 0; k < qc_prose_piece_count(declaration->values.items[i]); k++) {
            uint32_t at = qc_prose_piece(declaration->values.items[i], k).source;
            size_t line = qc_line_of(draft->source, at).number;
            if (line > last)
                qc_draft_remove_lines(draft, (struct qc_span){ at, at, draft->source->id }, why);
            last = line;
        }
}

/* Names that the values used stay declared. */
static void look_at_names(struct qc_draft *draft, const struct qc_declaration *declaration)
{
    for (size_t i = 0; i < declaration->values.count; i++) {
        const struct qc_prose *prose = declaration->values.items[i];
        size_t begin, end;
        for (size_t at = 0; qc_inline_next_reference(prose->text, at, &begin, &end); at = end)
            if (!qc_draft_names_year(draft, qc_str_slice(prose->text, begin, end)))
                qc_draft_look(draft, qc_prose_span(prose, begin, end),
                              qc_draft_say(draft, QC_RENEW_MSG(look_replaces_name),
                                           QC_STR_ARGS(qc_str_slice(prose->text, begin, end))));
    }
}

/* The first declaration of what is replaced gets the old document; the others go. */
static void replace_all(struct qc_draft *draft, struct qc_str citation)
{
    const struct qc_tree *tree = draft->document->tree;
    const struct qc_declaration *first = NULL;
    struct qc_said why = qc_draft_say(draft, QC_RENEW_MSG(why_replaces));
    size_t values = 0;
    for (size_t i = 0; i < tree->declarations.count; i++) {
        const struct qc_declaration *declaration = tree->declarations.items[i];
        if (declaration->keyword->id != QC_KW_REPLACES)
            continue;
        values += declaration->values.count;
        look_at_names(draft, declaration);
        if (first != NULL) {
            remove_values(draft, declaration, 0);
            continue;
        }
        first = declaration;
        if (declaration->values.count == 0)
            qc_draft_fill(draft, declaration, citation, why);
        else
            qc_draft_set_value(draft, declaration->values.items[0], citation, why);
        remove_values(draft, declaration, 1);
    }
    if (values > 1)
        qc_draft_look(draft, first->key, qc_draft_say(draft, QC_RENEW_MSG(look_replaces_index), values));
}

/* Does a unit of the body say, without declaring it, what is replaced? */
static const struct qc_prose *typed_replacement(const struct qc_draft *draft)
{
    for (struct qc_unit *unit = qc_unit_next(draft->document->root); unit != NULL; unit = qc_unit_next(unit))
        for (size_t i = 0; i < unit->paragraph_count; i++) {
            const struct qc_reading *reading =
                qc_reading_of(draft->document->readings, qc_unit_paragraph(unit, i)->text);
            for (size_t k = 0; k < reading->items.count; k++)
                if (qc_reading_phrase(reading, k, "thay thế") > 0 &&
                    qc_reading_instrument(reading, k + 2) > 0)
                    return qc_unit_paragraph(unit, i);
        }
    return NULL;
}

/* The item behind "có hiệu lực {hiệu lực}" or "có hiệu lực kể từ ngày ký" that a sentence ends with; 0: it has none. */
static size_t effect_end(const struct qc_draft *draft, const struct qc_reading *reading)
{
    static const char *const days[] = { "kể từ ngày ký ban hành", "kể từ ngày ký", "kể từ ngày ban hành",
                                        "từ ngày ký ban hành",    "từ ngày ký",    "từ ngày ban hành" };
    const struct qc_keyword *effect = qc_keyword_info(QC_KW_EFFECT);
    struct qc_arena *arena = qc_draft_arena(draft);
    for (size_t i = 0; i < reading->items.count; i++) {
        if (qc_reading_phrase(reading, i, "có hiệu lực") == 0 || i + 3 >= reading->items.count)
            continue;
        const struct qc_item *next = &reading->items.items[i + 3];
        struct qc_str name = next->kind == QC_ITEM_OPAQUE && next->lexeme->key.len > 2
                                 ? qc_name_key(arena, qc_str_slice(next->lexeme->key, 1, next->lexeme->key.len - 1))
                                 : QC_STR("");
        size_t end = qc_name_matches(name, qc_str_from(effect->vietnamese)) ||
                             qc_str_equal(name, qc_str_from(effect->english))
                         ? i + 4
                         : 0;
        for (size_t k = 0; k < sizeof days / sizeof *days && end == 0; k++)
            end = qc_reading_phrase(reading, i + 3, days[k]) > 0
                      ? i + 3 + qc_reading_phrase(reading, i + 3, days[k])
                      : 0;
        if (end > 0 && (end == reading->items.count || qc_reading_mark(reading, end, '.') ||
                        qc_reading_mark(reading, end, ';')))
            return end;
    }
    return 0;
}

/* Lets the sentence on the effect name what is replaced. False when there is no such sentence. */
static bool say_it(struct qc_draft *draft)
{
    const struct qc_keyword *keyword = qc_keyword_info(QC_KW_REPLACES);
    const struct qc_tree *tree = draft->document->tree;
    for (struct qc_unit *unit = qc_unit_next(draft->document->root); unit != NULL; unit = qc_unit_next(unit))
        for (size_t i = 0; i < unit->paragraph_count; i++) {
            const struct qc_prose *prose = qc_unit_paragraph(unit, i);
            const struct qc_reading *reading = qc_reading_of(draft->document->readings, prose->text);
            size_t end = effect_end(draft, reading);
            if (end == 0)
                continue;
            uint32_t at =
                qc_prose_span(prose, reading->items.items[end - 1].begin, reading->items.items[end - 1].end)
                    .end;
            struct qc_str text = qc_str_format(qc_draft_arena(draft), " và thay thế {%s}",
                                               tree->english ? keyword->english : keyword->vietnamese);
            qc_draft_change(draft, (struct qc_span){ at, at, draft->source->id }, QC_CHANGE_TEXT, text,
                            qc_draft_say(draft, QC_RENEW_MSG(why_says_replaces)));
            return true;
        }
    return false;
}

/* The declaration behind which what is replaced is declared. */
static const struct qc_declaration *place_of(const struct qc_draft *draft)
{
    static const enum qc_keyword_id places[] = { QC_KW_EFFECT, QC_KW_BASIS, QC_KW_DATE, QC_KW_NUMBER,
                                                 QC_KW_TYPE };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (qc_draft_is_own(draft, draft->document->first[places[i]]))
            return draft->document->first[places[i]];
    return NULL;
}

/* Nothing was replaced so far: what holds until it is replaced is now. */
static void declare(struct qc_draft *draft, struct qc_span type, struct qc_str citation,
                    struct qc_str escaped)
{
    const struct qc_keyword *keyword = qc_keyword_info(QC_KW_REPLACES);
    const struct qc_declaration *place = place_of(draft);
    const struct qc_prose *typed = typed_replacement(draft);
    if (typed != NULL) {
        qc_draft_look(draft, qc_prose_whole(typed),
                      qc_draft_say(draft, QC_RENEW_MSG(look_replaces_typed), QC_STR_ARGS(citation)));
    } else if (place != NULL && !draft->document->attached && holds_until_replaced(draft) && say_it(draft)) {
        struct qc_str key =
            qc_str_from(draft->document->tree->english ? keyword->english : keyword->vietnamese);
        qc_draft_add_line(
            draft, place,
            qc_str_format(qc_draft_arena(draft), "%.*s: %.*s", QC_STR_ARGS(key), QC_STR_ARGS(escaped)),
            qc_draft_say(draft, QC_RENEW_MSG(why_replaces)));
    } else {
        qc_draft_look(draft, type,
                      qc_draft_say(draft, QC_RENEW_MSG(look_replaces_place), QC_STR_ARGS(citation)));
    }
}

static bool is_in_capitals(const struct qc_document *document)
{
    for (size_t i = 0; i < document->issuers.count; i++)
        if (document->issuers.items[i].name != NULL &&
            qc_str_is_capitals(document->issuers.items[i].name->plain))
            return true;
    return document->subject.count > 0 && qc_str_is_capitals(document->subject.items[0]->plain);
}

void qc_draft_replaces(struct qc_draft *draft)
{
    const struct qc_document *document = draft->document;
    const struct qc_declaration *declared = document->first[QC_KW_REPLACES],
                                *type = document->first[QC_KW_TYPE];
    if (document->type == NULL || type == NULL)
        return;
    struct qc_str citation = qc_draft_cite_old(draft);
    struct qc_buf escaped = { .arena = qc_draft_arena(draft) };
    qc_inline_add_escaped(&escaped, citation);
    if (declared == NULL) {
        declare(draft, type->key, citation, qc_buf_str(&escaped));
    } else if (!qc_draft_is_own(draft, declared)) {
        struct qc_str name = draft->cx->sources.files.items[declared->key.file]->name;
        qc_draft_look(draft, declared->key,
                      qc_draft_say(draft, QC_RENEW_MSG(look_replaces_used), QC_STR_ARGS(name)));
        return;
    } else {
        replace_all(draft, qc_buf_str(&escaped));
    }
    if (is_in_capitals(document))
        qc_draft_look(draft, type->key, qc_draft_say(draft, QC_RENEW_MSG(look_capitals)));
    if (!is_issued(document))
        qc_draft_look(draft, type->key, qc_draft_say(draft, QC_RENEW_MSG(look_not_issued)));
}
