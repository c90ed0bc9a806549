/*
 * basis.c - takes a legal basis apart.
 *
 * Owns the tables of words. Must not judge: the checks do.
 */
#include "check/basis.h"

/* Longer ones first. */
static const struct qc_basis_lead leads[] = {
    { "căn cứ căn cứ", false, false },
    { "căn cứ vào", false, false },
    { "căn cứ thực hiện", false, false },
    { "căn cứ theo", false, false },
    { "căn cứ trên", false, false },
    { "căn cứ tại", false, false },
    { "căn cứ", true, false },
    { "dựa vào", false, false },
    { "dựa theo", false, false },
    { "dựa trên", false, false },
    { "triển khai thực hiện", false, true },
    { "triển khai", false, true },
    { "thực hiện", false, true },
    { "vào", false, false }, /* the lead word is printed before it */
};

/* Parts of an instrument, before its name: "khoản 2 Điều 5 Luật …". */
static const char *const parts[] = { "điểm", "khoản", "điều", "mục", "chương", "phần" };

/* How the subject of an instrument begins. */
static const char *const subjects[] = {
    "về",        "quy định",   "hướng dẫn", "ban hành",   "sửa đổi",    "bổ sung",  "phê duyệt",
    "thực hiện", "triển khai", "tổ chức",   "thành lập",  "công nhận",  "giao",     "kiện toàn",
    "phân cấp",  "bãi bỏ",     "thay thế",  "tăng cường", "đẩy mạnh",   "hợp nhất", "phát động",
    "công bố",   "điều chỉnh", "bổ nhiệm",  "cho phép",   "chuyển đổi", "sáp nhập", "kèm theo",
    "đổi mới",   "xây dựng",   "phối hợp",  "nâng cao",   "phân công",  "tiếp tục", "chấn chỉnh",
    "năm học",   "nhiệm vụ",   "liên quan", "phân định",  "bảo đảm",
};

static const struct qc_phrases subject_phrases = QC_PHRASES(QC_TABLE_SUBJECTS, subjects);

static void read_lead(struct qc_basis *basis, size_t at)
{
    const struct qc_reading *reading = basis->reading;
    while (at < reading->items.count && reading->items.items[at].kind == QC_ITEM_MARK)
        at++;
    basis->lead_first = basis->lead_end = at;
    for (size_t i = 0; i < sizeof leads / sizeof leads[0] && basis->lead == NULL; i++) {
        size_t count = qc_reading_phrase(reading, at, leads[i].words);
        if (count == 0)
            continue;
        basis->lead = &leads[i];
        basis->lead_end = at + count;
    }
}

/* Behind "khoản 2 và khoản 3 Điều 5". */
static size_t skip_parts(const struct qc_reading *reading, size_t at)
{
    for (bool again = true; again;) {
        again = false;
        size_t joint = at;
        if (qc_reading_mark(reading, joint, ',') || qc_reading_phrase(reading, joint, "và") > 0)
            joint++;
        for (size_t i = 0; i < sizeof parts / sizeof parts[0] && !again; i++) {
            bool part = qc_reading_phrase(reading, joint, parts[i]) > 0 && joint + 1 < reading->items.count;
            const struct qc_item *next = part ? &reading->items.items[joint + 1] : NULL;
            if (!part || (next->kind != QC_ITEM_NUMBER && next->lexeme->key.len > strlen("đ")))
                continue;
            at = joint + 2;
            again = true;
        }
    }
    return at;
}

void qc_basis_read_at(const struct qc_reading *reading, size_t at, struct qc_basis *basis)
{
    *basis = (struct qc_basis){ .reading = reading };
    read_lead(basis, at);
    basis->head = skip_parts(reading, basis->lead_end);
    size_t count;
    basis->type = qc_act_here(reading, basis->head, &count);
    basis->type_end = basis->head + count;
    basis->end = basis->head;
    while (basis->end < reading->items.count && !qc_reading_mark(reading, basis->end, ';'))
        basis->end++;
    struct qc_citation citation;
    basis->numbered = qc_citation_next(reading, basis->head, &citation) && citation.symbol.first < basis->end;
    if (basis->numbered)
        basis->symbol = citation.symbol;
}

void qc_basis_read(const struct qc_document *document, struct qc_str text, struct qc_basis *basis)
{
    qc_basis_read_at(qc_reading_of(document->readings, text), 0, basis);
}

size_t qc_basis_joint(const struct qc_basis *basis, size_t from)
{
    const struct qc_reading *reading = basis->reading;
    for (size_t i = basis->type_end; basis->type != NULL && i < basis->end; i++) {
        size_t count;
        if (qc_basis_subject_at(basis, i))
            return 0;
        bool joint = qc_reading_phrase(reading, i, "và") > 0 || qc_reading_mark(reading, i, ',');
        if (i >= from && joint && i + 1 < basis->end && reading->items.items[i + 1].capital &&
            qc_act_here(reading, i + 1, &count) != NULL)
            return i;
    }
    return 0;
}

bool qc_basis_is_no_instrument(const struct qc_basis *basis)
{
    if (basis->head >= basis->reading->items.count)
        return false;
    const struct qc_item *head = &basis->reading->items.items[basis->head];
    return basis->type == NULL && !basis->numbered && head->kind == QC_ITEM_WORD && !head->capital;
}

bool qc_basis_subject_at(const struct qc_basis *basis, size_t at)
{
    if (basis->reading->items.items[at].capital ||
        !qc_reading_may_begin(basis->reading, at, &subject_phrases))
        return false; /* capital: a name, Luật Tổ chức Chính phủ */
    for (size_t i = 0; i < sizeof subjects / sizeof subjects[0]; i++)
        if (qc_reading_phrase(basis->reading, at, subjects[i]) > 0)
            return true;
    return false;
}

bool qc_basis_is_own(const struct qc_document *document, const struct qc_recital *recital)
{
    return recital->kind != QC_RECITAL_PREAMBLE && recital->prose != NULL &&
           recital->prose->file == document->tree->source->id;
}

bool qc_basis_of_normative(const struct qc_document *document)
{
    const struct qc_declaration *number = document->first[QC_KW_NUMBER];
    struct qc_symbol symbol;
    if (number == NULL || number->values.count == 0)
        return false;
    const struct qc_reading *reading = qc_reading_of(document->readings, number->values.items[0]->text);
    return qc_symbol_read(reading, 0, &symbol) &&
           (symbol.form == QC_SYMBOL_NORMATIVE || symbol.form == QC_SYMBOL_NATIONAL);
}
