/*
 * cite_old.c - the old document as the new one cites it.
 *
 * Type, number, day, issuer, subject (NĐ 30/2020, PL I.II.6.b); a text that is
 * attached to a decision has the decision's number and day. Owns nothing.
 */
#include "base/utf8.h"
#include "renew/draft.h"
#include "syntax/keyword.h"

static void add(struct qc_buf *buf, const char *lead, struct qc_str text)
{
    if (text.len == 0)
        return;
    if (buf->len > 0)
        qc_buf_char(buf, ' ');
    qc_buf_add(buf, qc_str_from(lead));
    qc_buf_add(buf, text);
}

static void add_issuers(struct qc_draft *draft, struct qc_buf *buf)
{
    const struct qc_document *document = draft->document;
    size_t added = 0;
    for (size_t i = 0; i < document->issuers.count; i++) {
        if (document->issuers.items[i].name == NULL)
            continue; /* a body above it alone */
        bool last = i + 1 == document->issuers.count;
        qc_buf_add(buf, added++ == 0 ? QC_STR(" của ") : last ? QC_STR(" và ") : QC_STR(", "));
        qc_buf_add(buf, document->issuers.items[i].name->plain);
    }
}

static bool is_same_start(struct qc_draft *draft, struct qc_str text, struct qc_str name)
{
    struct qc_arena *arena = qc_draft_arena(draft);
    return name.len > 0 && qc_str_starts(qc_name_key(arena, text), qc_name_key(arena, name));
}

/* Does the text open with the name of a body or party, whose capital stays? */
static bool opens_with_name(struct qc_draft *draft, struct qc_str text)
{
    const struct qc_document *document = draft->document;
    bool name = false;
    for (size_t i = 0; i < document->issuers.count; i++)
        name = name || (document->issuers.items[i].name != NULL &&
                        is_same_start(draft, text, document->issuers.items[i].name->plain));
    for (size_t i = 0; i < document->parties.count; i++)
        name = name || is_same_start(draft, text, document->parties.items[i].name) ||
               is_same_start(draft, text, document->parties.items[i].full_name);
    size_t first, second;
    qc_utf8_decode(text, 0, &first);
    return name || qc_is_upper(qc_utf8_decode(text, first, &second)); /* UBND */
}

/* Does the subject go on from the issuer without "về"? */
static bool goes_on(struct qc_draft *draft, struct qc_str subject)
{
    static const char *const openers[] = { "về ",        "v/v ",    "ban hành ", "quy định ",
                                           "hướng dẫn ", "sửa đổi", "phê duyệt " };
    struct qc_str key = qc_name_key(qc_draft_arena(draft), subject);
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (qc_str_starts(key, qc_str_from(openers[i])))
            return true;
    return false;
}

/* "về phối hợp công tác giữa …" of "Phối hợp công tác giữa …" */
static void add_subject(struct qc_draft *draft, struct qc_buf *buf)
{
    struct qc_arena *arena = qc_draft_arena(draft);
    const struct qc_document *document = draft->document;
    struct qc_buf lines = { .arena = arena };
    for (size_t i = 0; i < document->subject.count; i++)
        add(&lines, "", document->subject.items[i]->plain);
    struct qc_str subject = qc_str_trim(qc_buf_str(&lines));
    if (subject.len == 0)
        return;
    qc_buf_add(buf, goes_on(draft, subject) ? QC_STR(" ") : QC_STR(" về "));
    if (!opens_with_name(draft, subject)) {
        size_t first;
        qc_buf_code(buf, qc_lower(qc_utf8_decode(subject, 0, &first)));
        subject = qc_str_skip(subject, first);
    }
    qc_buf_add(buf, subject);
}

/* "Quy chế": a type that is typed in capitals has them from its place on the page. */
static struct qc_str type_text(struct qc_draft *draft)
{
    struct qc_arena *arena = qc_draft_arena(draft);
    struct qc_str type = draft->document->type == NULL ? QC_STR("Văn bản") : draft->document->type->plain;
    if (!qc_str_is_capitals(type))
        return type;
    size_t first;
    struct qc_str key = qc_name_key(arena, type);
    qc_utf8_decode(key, 0, &first);
    struct qc_buf buf = { .arena = arena };
    qc_buf_add(&buf, qc_str_upper(arena, qc_str_slice(key, 0, first)));
    qc_buf_add(&buf, qc_str_skip(key, first));
    return qc_buf_str(&buf);
}

static struct qc_str number_text(struct qc_draft *draft)
{
    const struct qc_inlines *number = draft->document->number;
    if (number == NULL)
        return QC_STR("");
    size_t opener = qc_keyword_opener(qc_keyword_info(QC_KW_NUMBER), number->plain);
    return qc_str_trim(qc_str_skip(number->plain, opener));
}

struct qc_str qc_draft_cite_old(struct qc_draft *draft)
{
    struct qc_arena *arena = qc_draft_arena(draft);
    const struct qc_document *document = draft->document;
    struct qc_buf buf = { .arena = arena };
    qc_buf_add(&buf, type_text(draft));
    if (!document->attached) {
        add(&buf, "số ", number_text(draft));
        add(&buf, "", document->date.given ? qc_date_format(arena, document->date) : QC_STR(""));
        add_issuers(draft, &buf);
    }
    add_subject(draft, &buf);
    if (document->attached)
        add(&buf, "ban hành kèm theo ", document->attached_name);
    return qc_buf_str(&buf);
}
