/*
 * reference_scope.c - which document a reference speaks of.
 *
 * "này" with its own kind says this one; any other document that is named
 * behind it in the sentence may be meant.
 */
#include "sema/reference_part.h"

/* "Quy chế này", "Quy chế phối hợp này" at item at, of the document's own kind. */
static bool is_this_document(const struct qc_references *references, size_t at)
{
    const struct qc_reading *reading = references->reading;
    size_t count = qc_reading_phrase(reading, at, "văn bản");
    if (count == 0 && references->kind != NULL)
        count = qc_reading_phrase(reading, at, references->kind);
    for (size_t i = at + count; count > 0 && i < at + count + 4; i++) {
        if (qc_reading_phrase(reading, i, "này"))
            return true;
        if (i >= reading->items.count || reading->items.items[i].kind != QC_ITEM_WORD || reading->items.items[i].capital)
            return false;
    }
    return false;
}

static void find_named(const struct qc_references *references, struct qc_named_list *list)
{
    const struct qc_reading *reading = references->reading;
    const uint32_t text_head = qc_word_head("văn bản"), kind_head = references->kind_head;
    for (size_t i = 0; i < reading->items.count; i++) {
        const struct qc_item *item = &reading->items.items[i];
        if (item->head != text_head && item->head != kind_head && item->kind != QC_ITEM_NUMBER &&
            (item->lexeme->signs & QC_SIGN(QC_TABLE_INSTRUMENTS)) == 0)
            continue; /* as nearly all */
        bool own = is_this_document(references, i);
        if (own || qc_reading_instrument(reading, i) > 0)
            *qc_vec_push(references->arena, &list->items) = (struct qc_named){ i, own };
    }
}

static bool is_own_kind_alone(const struct qc_references *references, size_t at)
{
    const struct qc_reading *reading = references->reading;
    size_t count = references->kind == NULL ? 0 : qc_reading_phrase(reading, at, references->kind);
    return count > 0 && (at + count >= reading->items.count || reading->items.items[at + count].kind == QC_ITEM_MARK);
}

/* "{Luật Thanh niên 2020}"; "{@nhãn}", which prints what the words before it are in; not "{#nhãn}". */
static bool is_braced(const struct qc_reading *reading, size_t at)
{
    if (at >= reading->items.count || reading->items.items[at].kind != QC_ITEM_OPAQUE)
        return false;
    const char *text = reading->text.ptr + reading->items.items[at].begin;
    return text[0] == '{' && text[1] != '#';
}

void qc_reference_find_scope(const struct qc_references *references, struct qc_reference *reference,
                             struct qc_named_list *list, const struct qc_item_range *range)
{
    const struct qc_reading *reading = references->reading;
    size_t behind = range->behind;
    size_t at = behind + (qc_reading_phrase(reading, behind, "của") || qc_reading_phrase(reading, behind, "trong") ||
                          qc_reading_phrase(reading, behind, "tại"));
    const struct qc_reference_part *last = &references->parts.items[reference->first + reference->count - 1];
    if (!list->made)
        find_named(references, list);
    list->made = true;
    while (list->next < list->items.count && list->items.items[list->next].item < range->item)
        list->next++;
    const struct qc_named *before = list->next > 0 ? &list->items.items[list->next - 1] : NULL;
    reference->doubtful = before != NULL && before->item >= range->sentence && !before->own;
    const struct qc_named *named = list->next < list->items.count ? &list->items.items[list->next] : NULL;
    reference->scope = QC_REFERENCE_BARE;
    if (last->itself || is_this_document(references, at) || qc_reading_phrase(reading, behind, "này"))
        reference->scope = QC_REFERENCE_HERE;
    else if (is_braced(reading, at) || (named != NULL && named->item < range->sentence_end && !named->own &&
                                        !is_own_kind_alone(references, at)))
        reference->scope = QC_REFERENCE_OTHER;
}

bool qc_reference_is_uncertain(const struct qc_references *references, const struct qc_reference *reference)
{
    const struct qc_reference_part *part = &references->parts.items[reference->first];
    if (reference->count > 1 || reference->scope == QC_REFERENCE_HERE)
        return false;
    bool capital = references->reading->items.items[part->item].capital;
    bool figures = part->number.ptr[0] >= '0' && part->number.ptr[0] <= '9';
    return part->level == QC_REFERENCE_POINT ? figures : part->level < QC_REFERENCE_CLAUSE && !capital;
}

/* Behind a reference, "của" and a name with a capital may be those of a document that no list holds. */
static bool may_be_named(const struct qc_references *references, const struct qc_reference *reference)
{
    const struct qc_reading *reading = references->reading;
    size_t at = references->parts.items[reference->first + reference->count - 1].item;
    while (at < reading->items.count && reading->items.items[at].begin < reference->end)
        at++;
    bool of = qc_reading_phrase(reading, at, "của") > 0;
    at += of || qc_reading_phrase(reading, at, "trong") || qc_reading_phrase(reading, at, "tại");
    if (at >= reading->items.count ||
        (references->kind != NULL && qc_reading_phrase(reading, at, references->kind)))
        return false;
    const struct qc_item *item = &reading->items.items[at];
    return of || (item->kind == QC_ITEM_WORD && item->capital);
}

bool qc_reference_is_certain(const struct qc_references *references, const struct qc_reference *reference)
{
    if (reference->scope != QC_REFERENCE_BARE)
        return reference->scope == QC_REFERENCE_HERE;
    for (size_t k = 0; k < reference->count; k++)
        if (references->parts.items[reference->first + k].unit == NULL)
            return false;
    return !reference->doubtful && !qc_reference_is_uncertain(references, reference) &&
           !may_be_named(references, reference);
}
