/*
 * glued.c - things of a foot that stand on one line with but a blank between
 * them: found by the words that each opens with.
 */
#include "base/utf8.h"
#include "import/draft.h"

static struct import_cut cut_slice(struct import_draft *draft, struct qc_str text, size_t begin, size_t end)
{
    struct import_cut cut;
    import_cut(import_arena(draft), qc_str_trim(qc_str_slice(text, begin, end)), &cut);
    return cut;
}

/* The end of a name, before the brackets or the dash that "đã ký" stands behind. */
static size_t end_of_name(struct qc_str text, size_t end)
{
    static const char dash[] = "–";
    for (;;) {
        if (end > 0 && strchr(" (-:,\t", text.ptr[end - 1]) != NULL)
            end--;
        else if (qc_str_ends(qc_str_slice(text, 0, end), QC_STR(dash)))
            end -= strlen(dash);
        else
            return end;
    }
}

/* "(Đã ký) Trần Thị Lan", "Đã ký: Trần Thị Lan"; of two columns "(Đã ký) (Đã ký)", "(Đã ký) CHỦ TỊCH": behind the mark. */
static struct import_border behind_signed_mark(struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrases *phrases = &draft->phrases;
    const struct import_phrase *mark = import_phrase_at(phrases, IMPORT_CLASS_SIGNED, cut, 0);
    size_t words = mark == NULL ? 0 : mark->cut.words.count;
    if (words == 0 || words == cut->words.count)
        return (struct import_border){ 0 };
    size_t at = cut->words.items[words].begin, close = qc_str_find(cut->text, QC_STR(")"));
    if (!qc_str_starts(cut->text, QC_STR("("))) {
        struct import_cut rest = cut_slice(draft, cut->text, at, cut->text.len);
        return (struct import_border){ import_is_person(draft, &rest) ? at : 0, false };
    }
    if (close < cut->text.len && close >= at) /* "(Đã ký và đóng dấu)" */
        at = close + 1;
    size_t word = words;
    while (word < cut->words.count && cut->words.items[word].begin < at)
        word++;
    if (word == cut->words.count)
        return (struct import_border){ 0 };
    bool column = import_phrase_at(phrases, IMPORT_CLASS_SIGNED, cut, word) != NULL ||
                  import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, word) != NULL;
    return (struct import_border){ at, column };
}

/* "Trần Thị Lan (đã ký)": before the mark. */
static struct import_border before_signed_mark(struct import_draft *draft, const struct import_cut *cut)
{
    for (size_t i = 2; i < cut->words.count && cut->words.count <= 16; i++) {
        if (import_phrase_at(&draft->phrases, IMPORT_CLASS_SIGNED, cut, i) == NULL)
            continue;
        size_t end = end_of_name(cut->text, cut->words.items[i].begin);
        struct import_cut left = cut_slice(draft, cut->text, 0, end);
        if (import_is_person(draft, &left))
            return (struct import_border){ end, false };
    }
    return (struct import_border){ 0 };
}

/* Is there but a blank before a word? "BÍ THƯ - HIỆU TRƯỞNG" is one who is both. */
static bool follows_blank(const struct import_cut *cut, size_t word)
{
    return qc_str_trim(qc_str_slice(cut->text, cut->words.items[word - 1].end, cut->words.items[word].begin))
               .len == 0;
}

/* "HIỆU TRƯỞNG CHỦ TỊCH CÔNG ĐOÀN", "HIỆU TRƯỞNG TM. BAN CHẤP HÀNH": two columns that a copy has glued. */
static struct import_border between_positions(const struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrases *phrases = &draft->phrases;
    const struct import_phrase *first = import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, 0);
    for (size_t at = first == NULL ? cut->words.count : first->cut.words.count; at < cut->words.count; at++) {
        const struct import_phrase *capacity = import_phrase_at(phrases, IMPORT_CLASS_CAPACITY, cut, at),
                                   *position = import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, at);
        bool other = (position != NULL &&
                      (position->value == 0 || (at == first->cut.words.count && first->value == 0))) ||
                     (capacity != NULL && capacity->value == QC_F_PARTY_ON_BEHALF);
        if (other && follows_blank(cut, at) && !import_bare_is(cut, at - 1, "kiem"))
            return (struct import_border){ cut->words.items[at].begin, true };
        if (!import_is_capitals(cut))
            break;
    }
    return (struct import_border){ 0 };
}

/* "KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG": two lines that a copy has glued. */
static struct import_border behind_capacity(const struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrases *phrases = &draft->phrases;
    const struct import_phrase *capacity = import_phrase_at(phrases, IMPORT_CLASS_CAPACITY, cut, 0);
    size_t from = capacity == NULL ? 0 : capacity->cut.words.count;
    const struct import_phrase *head =
        from == 0 ? NULL : import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, from);
    size_t at = head == NULL ? 0 : from + head->cut.words.count;
    if (at == 0 || at >= cut->words.count || !follows_blank(cut, at) ||
        import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, at) == NULL)
        return (struct import_border){ 0 };
    return (struct import_border){ cut->words.items[at].begin, false };
}

/*
 * "TM. BCH CÔNG ĐOÀN HIỆU TRƯỞNG": the head of a school signs for no other body; any other position at the end is
 * that of who signs on behalf, below.
 */
static struct import_border behind_body(const struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrases *phrases = &draft->phrases;
    const struct import_phrase *capacity = import_phrase_at(phrases, IMPORT_CLASS_CAPACITY, cut, 0);
    if (capacity == NULL || capacity->value != QC_F_PARTY_ON_BEHALF || !import_is_capitals(cut))
        return (struct import_border){ 0 };
    for (size_t at = capacity->cut.words.count + 1; at < cut->words.count; at++) {
        const struct import_phrase *position = import_phrase_at(phrases, IMPORT_CLASS_POSITION, cut, at);
        if (position == NULL || position->value > 0 || at + position->cut.words.count < cut->words.count ||
            !follows_blank(cut, at))
            continue;
        bool head = import_phrase_at(phrases, IMPORT_CLASS_SCHOOL_HEAD, cut, at) != NULL;
        bool school = import_phrase_at(phrases, IMPORT_CLASS_SCHOOL, cut, capacity->cut.words.count) != NULL ||
                      import_phrase_at(phrases, IMPORT_CLASS_SCHOOL_HEAD, cut, capacity->cut.words.count) != NULL;
        return (struct import_border){ cut->words.items[at].begin, head && !school };
    }
    return (struct import_border){ 0 };
}

/* "Phạm Thị Miên Nguyễn Thị Hảo" */
static struct import_border between_names(struct import_draft *draft, const struct import_cut *cut)
{
    const struct import_phrases *phrases = &draft->phrases;
    if (cut->words.count < 5 || cut->words.count > 8 ||
        import_phrase_at(phrases, IMPORT_CLASS_SURNAME, cut, 0) == NULL)
        return (struct import_border){ 0 };
    for (size_t i = 2; i + 2 <= cut->words.count; i++) {
        size_t at = cut->words.items[i].begin;
        struct import_cut left = cut_slice(draft, cut->text, 0, at),
                          right = cut_slice(draft, cut->text, at, cut->text.len);
        if (import_phrase_at(phrases, IMPORT_CLASS_SURNAME, cut, i) != NULL &&
            import_is_person(draft, &left) && import_is_person(draft, &right))
            return (struct import_border){ at, true };
    }
    return (struct import_border){ 0 };
}

struct import_border import_foot_border(struct import_draft *draft, const struct import_cut *cut,
                                        bool in_table)
{
    struct import_border border = behind_signed_mark(draft, cut);
    if (border.at == 0)
        border = before_signed_mark(draft, cut);
    if (border.at == 0)
        border = behind_capacity(draft, cut);
    if (border.at > 0 || in_table)
        return border; /* the table has the columns */
    border = between_positions(draft, cut);
    if (border.at == 0)
        border = behind_body(draft, cut);
    return border.at > 0 ? border : between_names(draft, cut);
}
