/*
 * check_basis_list.c - one instrument a basis, and their order: the higher
 * first, what is no instrument last.
 *
 * The decree has no order; it is the custom of offices, after the ranks of the
 * law on normative texts (64/2025/QH15, Điều 4).
 */
#include "check/basis.h"
#include "check/check.h"
#include "check/visible.h"

/* --- one instrument a basis ----------------------------------------------- */

/* A law and those that amended it are cited in one line. */
static bool is_amendment(const struct qc_basis *basis, size_t at)
{
    enum { FAR = 40 };
    for (size_t i = at; i < at + FAR && i < basis->reading->items.count; i++)
        if (qc_reading_phrase(basis->reading, i, "sửa đổi") > 0 ||
            qc_reading_phrase(basis->reading, i, "bổ sung") > 0)
            return true;
    return false;
}

/* Behind a ";" inside: a few words more; in small letters the subject of an instrument may go on. */
static bool goes_on(const struct qc_basis *basis, size_t at)
{
    enum { WORDS = 3 };
    return at + WORDS < basis->reading->items.count &&
           (basis->reading->items.items[at + 1].capital || qc_basis_is_no_instrument(basis)) &&
           !is_amendment(basis, at + 1);
}

/* A second instrument, but for one that amended the first. */
static size_t second_instrument(const struct qc_basis *basis)
{
    size_t at = qc_basis_joint(basis, 0);
    while (at != 0 && is_amendment(basis, at + 1))
        at = qc_basis_joint(basis, at + 1);
    return at;
}

/* What stands before the value in its line: "căn cứ: ", "- "; empty when it is neither. */
static struct qc_str line_start(const struct qc_compilation *cx, const struct qc_prose *prose)
{
    const struct qc_source *source = cx->sources.files.items[prose->file];
    size_t end = qc_prose_piece(prose, 0).source, begin = end;
    while (begin > 0 && source->text.ptr[begin - 1] != '\n')
        begin--;
    struct qc_str start = qc_str_slice(source->text, begin, end);
    bool opens = memchr(start.ptr, ':', start.len) != NULL || memchr(start.ptr, '-', start.len) != NULL;
    return opens ? start : QC_STR("");
}

static void check_several(struct qc_compilation *cx, const struct qc_prose *prose,
                          const struct qc_basis *basis)
{
    const struct qc_item *items = basis->reading->items.items;
    size_t count = basis->reading->items.count, at = second_instrument(basis);
    for (size_t i = basis->end; at == 0 && i < count; i++)
        if (qc_reading_mark(basis->reading, i, ';') && goes_on(basis, i))
            at = i;
    if (at == 0 || at + 1 >= count)
        return;
    struct qc_span span = qc_prose_span(prose, items[at].begin, items[at + 1].end);
    struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(basis_several));
    struct qc_str start = line_start(cx, prose);
    if (start.len > 0)
        qc_fix(cx, d, qc_prose_span(prose, items[at - 1].end, items[at + 1].begin),
               qc_str_format(&cx->arena, ";\n%.*s", QC_STR_ARGS(start)));
}

/* --- order ---------------------------------------------------------------- */

enum { FREE = 0, NORMATIVE_OF_PROVINCE = 8, ADMINISTRATIVE = 10, NO_INSTRUMENT = 12 };

/* Bodies whose texts of these types have a rank of their own; the others' are administrative, or of a society. */
static const struct {
    const char *type, *body;
    int rank;
} bodies[] = {
    { "nghị quyết", "CP", 5 },
    { "quyết định", "TTg", 6 },
    { "quyết định", "CTN", 4 },
    { "nghị quyết", "HĐND", NORMATIVE_OF_PROVINCE },
};

static int rank_of(const struct qc_basis *basis)
{
    if (qc_basis_is_no_instrument(basis))
        return NO_INSTRUMENT;
    if (basis->type == NULL || basis->type->rank > 0)
        return basis->type == NULL ? FREE : basis->type->rank;
    bool resolution = strcmp(basis->type->name, "nghị quyết") == 0;
    if (basis->type->by_name || (basis->numbered && basis->symbol.form == QC_SYMBOL_PARTY))
        return FREE; /* Party and societies: custom gives them no place */
    if (basis->numbered && basis->symbol.form == QC_SYMBOL_NATIONAL)
        return resolution && basis->symbol.code.ptr[0] == 'Q' ? 2 : 3;
    for (size_t i = 0; basis->numbered && i < sizeof bodies / sizeof bodies[0]; i++)
        if (strcmp(bodies[i].type, basis->type->name) == 0 &&
            qc_str_equal(basis->symbol.body, qc_str_from(bodies[i].body)))
            return bodies[i].rank;
    if (resolution)
        return FREE;
    return basis->numbered && basis->symbol.form == QC_SYMBOL_NORMATIVE ? NORMATIVE_OF_PROVINCE
                                                                        : ADMINISTRATIVE;
}

static struct qc_span head_span(const struct qc_prose *prose, const struct qc_basis *basis)
{
    const struct qc_item *items = basis->reading->items.items;
    if (basis->head >= basis->reading->items.count)
        return qc_prose_whole(prose);
    size_t last = basis->type_end > basis->head ? basis->type_end - 1 : basis->head;
    return qc_prose_span(prose, items[basis->head].begin, items[last].end);
}

/* A basis as it is ranked. */
struct ranked {
    int rank;
    const struct qc_prose *prose;
};

typedef QC_VEC(struct ranked) ranked_list;

/* Moves the lines of a basis before those of the first that ranks below it, where both are written in one way. */
static void move_up(const struct qc_check *check, struct qc_diagnostic *d, const ranked_list *list,
                    const struct ranked *moved)
{
    const struct qc_source *source = check->document->tree->source;
    size_t first = 0;
    while (first < list->count && list->items[first].rank <= moved->rank)
        first++;
    if (first == list->count)
        return;
    struct qc_span from = qc_prose_whole(moved->prose), to = qc_prose_whole(list->items[first].prose);
    struct qc_str before = qc_line_before(source, from);
    if (before.len == 0 || !qc_str_equal(before, qc_line_before(source, to)))
        return; /* "căn cứ: …" and "- …" */
    from = qc_whole_lines(source, from);
    to = qc_whole_lines(source, to);
    struct qc_str lines = qc_str_slice(source->text, from.begin, from.end);
    if (!qc_str_ends(lines, QC_STR("\n")))
        return;
    qc_fix(check->cx, d, (struct qc_span){ to.begin, to.begin, to.file }, lines);
    qc_fix_moved(check->cx, d, from);
}

void qc_check_basis_list(const struct qc_check *check)
{
    struct qc_compilation *cx = check->cx;
    const struct qc_document *document = check->document;
    int lowest = FREE;
    bool reported = false;
    struct qc_span place = { 0 };
    ranked_list list = { 0 };
    for (size_t i = 0; i < document->recitals.count; i++) {
        const struct qc_recital *recital = &document->recitals.items[i];
        if (recital->kind != QC_RECITAL_BASIS || !qc_basis_is_own(document, recital))
            continue;
        struct qc_basis basis, printed;
        qc_basis_read(document, recital->prose->text, &basis);
        check_several(cx, recital->prose, &basis);
        qc_basis_read(document, recital->content->plain, &printed);
        int rank = rank_of(&printed);
        struct qc_span span = head_span(recital->prose, &basis);
        if (rank != FREE && rank < lowest && !reported) { /* one finding says it of the whole list */
            struct qc_diagnostic *d = qc_report(cx, span, QC_MSG(basis_order));
            qc_note_at(cx, d, place, QC_NOTE_MSG(lower_basis_here));
            move_up(check, d, &list, &(struct ranked){ rank, recital->prose });
            reported = true;
        }
        *qc_vec_push(&cx->arena, &list) = (struct ranked){ rank, recital->prose };
        if (rank > lowest) {
            lowest = rank;
            place = span;
        }
    }
}
