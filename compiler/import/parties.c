/*
 * parties.c - who agrees: from the title ("giữa A và B") and the signatures.
 */
#include "base/utf8.h"
#include "import/draft.h"

/* "CMHS", "UBND", "B", and "A" of "Bên A": no syllable is without a vowel, or ends in three consonants. */
static bool is_abbreviation(const struct import_word *word)
{
    size_t consonants = 0;
    for (size_t i = word->bare.len; i > 0 && strchr("aeiouy", word->bare.ptr[i - 1]) == NULL; i--)
        consonants++;
    return consonants == word->bare.len || consonants > 2 || word->low.len == 1;
}

static void add_in_small_letters(struct qc_buf *buf, struct qc_str text)
{
    size_t n;
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        qc_buf_code(buf, i == 0 && buf->len == 0 ? c : qc_lower(c));
    }
}

/* "CHI ĐOÀN" as "Chi đoàn": small letters, a capital first, but for abbreviations. */
static struct qc_str as_name(struct qc_arena *arena, struct qc_str typed)
{
    if (!qc_str_is_capitals(typed))
        return typed;
    struct qc_buf buf = { .arena = arena };
    struct import_cut cut;
    size_t at = 0;
    import_cut(arena, typed, &cut);
    for (size_t i = 0; i < cut.words.count; i++) {
        const struct import_word *word = &cut.words.items[i];
        qc_buf_add(&buf, qc_str_slice(typed, at, word->begin));
        if (is_abbreviation(word))
            qc_buf_add(&buf, qc_str_slice(typed, word->begin, word->end));
        else
            add_in_small_letters(&buf, qc_str_slice(typed, word->begin, word->end));
        at = word->end;
    }
    qc_buf_add(&buf, qc_str_skip(typed, at));
    return qc_buf_str(&buf);
}

struct import_party *import_party_named(struct import_part *part, struct qc_arena *arena, struct qc_str name)
{
    struct qc_str key = qc_name_key(arena, name);
    for (size_t i = 0; i < part->parties.count; i++)
        if (qc_str_equal(qc_name_key(arena, part->parties.items[i].name), key))
            return &part->parties.items[i];
    return NULL;
}

static void add_party(struct import_draft *draft, struct import_part *part, const struct import_cut *cut,
                      size_t from, size_t to)
{
    enum { LONGEST_NAME = 12 }; /* words */
    struct qc_arena *arena = import_arena(draft);
    if (from >= to || to - from > LONGEST_NAME ||
        import_phrase_at(&draft->phrases, IMPORT_CLASS_NO_PARTY, cut, from) != NULL)
        return;
    struct qc_str typed = qc_str_slice(cut->text, cut->words.items[from].begin, cut->words.items[to - 1].end);
    struct qc_str name = as_name(arena, typed);
    size_t n;
    if (import_party_named(part, arena, name) == NULL && qc_is_upper(qc_utf8_decode(name, 0, &n)))
        *qc_vec_push(arena, &part->parties) = (struct import_party){ .name = name };
}

/* "A, B và C", "A - B - C"; but "Văn hóa-Xã hội" is one. */
static bool parts_names(struct qc_str gap)
{
    return memchr(gap.ptr, ',', gap.len) != NULL || qc_str_equal(gap, QC_STR(" - ")) ||
           qc_str_equal(gap, QC_STR(" – "));
}

/* "Công đoàn Trường …" is called Công đoàn; but "Đoàn trường", "Hội đồng trường". */
static bool names_its_school(const struct import_cut *cut, size_t from, size_t at)
{
    return at >= from + 2 && qc_str_equal(cut->words.items[at].low, QC_STR("trường")) &&
           !import_bare_is(cut, at - 1, "dong");
}

/* Does the name of a party that begins at word `from` of a title end before word `at`? */
static bool ends_name(const struct import_cut *cut, size_t from, size_t at)
{
    static const char *const words[] = { "va", "voi", "trong", "tren", "ve" };
    if (at >= cut->words.count)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (import_bare_is(cut, at, words[i]))
            return true;
    if (qc_str_equal(cut->words.items[at].low, QC_STR("năm")))
        return true; /* not "Việt Nam" */
    if (names_its_school(cut, from, at))
        return true;
    struct qc_str gap =
        qc_str_slice(cut->text, at == 0 ? 0 : cut->words.items[at - 1].end, cut->words.items[at].begin);
    return parts_names(gap);
}

/* "giữa A, B và C" of the title. */
static void read_title_parties(struct import_draft *draft, struct import_part *part)
{
    struct qc_buf all = { .arena = import_arena(draft) };
    for (size_t i = 0; i < part->subject.count; i++) {
        qc_buf_add(&all, i > 0 ? QC_STR(" ") : QC_STR(""));
        qc_buf_add(&all, part->subject.items[i]);
    }
    struct import_cut cut;
    import_cut(import_arena(draft), qc_buf_str(&all), &cut);
    size_t at = 0;
    while (at < cut.words.count && !import_bare_is(&cut, at, "giua"))
        at++;
    for (size_t from = at + 1; from < cut.words.count;) {
        size_t to = from;
        while (to == from || !ends_name(&cut, from, to))
            to++;
        add_party(draft, part, &cut, from, to);
        bool more =
            to < cut.words.count && (import_bare_is(&cut, to, "va") || import_bare_is(&cut, to, "voi"));
        bool comma = to < cut.words.count && parts_names(qc_str_slice(cut.text, cut.words.items[to - 1].end,
                                                                      cut.words.items[to].begin));
        if (!more && !comma)
            break;
        from = to + more;
    }
}

/* Do the first words of a name stand together in the lines of a signature? */
static bool is_named(const struct import_draft *draft, const struct import_signature *signature,
                     const struct import_cut *name, size_t words)
{
    for (size_t i = 0; i < signature->count; i++) {
        struct import_cut line;
        import_cut(&draft->cx->arena, signature->lines[i].text, &line);
        for (size_t at = 0; at + words <= line.words.count; at++) {
            size_t same = 0;
            while (same < words &&
                   qc_str_equal(name->words.items[same].bare, line.words.items[at + same].bare))
                same++;
            if (same == words)
                return true;
        }
    }
    return false;
}

/* Is it a school's, and does the head of one sign? */
static bool is_of_school(const struct import_draft *draft, const struct import_signature *signature,
                         const struct import_cut *name)
{
    if (import_phrase_at(&draft->phrases, IMPORT_CLASS_SCHOOL, name, 0) == NULL)
        return false;
    for (size_t i = 0; i < signature->count; i++) {
        struct import_cut line;
        size_t at = 0;
        import_cut(&draft->cx->arena, signature->lines[i].text, &line);
        if (import_phrase_in(&draft->phrases, IMPORT_CLASS_SCHOOL_HEAD, &line, &at) != NULL)
            return true;
    }
    return false;
}

enum likeness { LIKE_NAME, LIKE_SCHOOL, LIKE_FIRST_WORDS, LIKE_ANY, LIKE_COUNT };

/* Does a signature belong to a party, by its whole name, by its office, by the first two words? */
static bool signs_for(const struct import_draft *draft, const struct import_signature *signature,
                      struct qc_str party, enum likeness likeness)
{
    struct import_cut name;
    import_cut(&draft->cx->arena, party, &name);
    switch (likeness) {
    case LIKE_NAME:
        return is_named(draft, signature, &name, name.words.count);
    case LIKE_SCHOOL:
        return is_of_school(draft, signature, &name);
    case LIKE_FIRST_WORDS:
        return name.words.count > 2 && is_named(draft, signature, &name, 2);
    case LIKE_ANY:
    case LIKE_COUNT:
        break;
    }
    return true;
}

static struct import_cut first_line(const struct import_draft *draft,
                                    const struct import_signature *signature)
{
    struct import_cut cut = { 0 };
    if (signature->count > 0)
        import_cut(&draft->cx->arena, signature->lines[0].text, &cut);
    return cut;
}

/* The body that a signature names: "Chi đoàn" of "T/M BCH CHI ĐOÀN", "Công đoàn" of "CHỦ TỊCH CÔNG ĐOÀN". */
static struct qc_str name_of(struct import_draft *draft, const struct import_signature *signature,
                             size_t number)
{
    struct qc_arena *arena = import_arena(draft);
    struct import_cut cut = first_line(draft, signature);
    const struct import_phrase *position = import_phrase_at(&draft->phrases, IMPORT_CLASS_POSITION, &cut, 0);
    const struct import_phrase *capacity = import_phrase_at(&draft->phrases, IMPORT_CLASS_CAPACITY, &cut, 0);
    size_t from = position != NULL   ? position->cut.words.count
                  : capacity != NULL ? capacity->cut.words.count
                                     : 0;
    const struct import_phrase *committee =
        import_phrase_at(&draft->phrases, IMPORT_CLASS_COMMITTEE, &cut, from);
    if (committee != NULL && from + committee->cut.words.count < cut.words.count)
        from += committee->cut.words.count;
    const struct import_phrase *head =
        import_phrase_at(&draft->phrases, IMPORT_CLASS_SCHOOL_HEAD, &cut, from);
    if (head != NULL && from + head->cut.words.count == cut.words.count)
        return QC_STR("Nhà trường"); /* in whose stead somebody signs */
    if (from < cut.words.count)
        return as_name(arena, qc_str_skip(cut.text, cut.words.items[from].begin));
    if (import_phrase_at(&draft->phrases, IMPORT_CLASS_SCHOOL_HEAD, &cut, 0) != NULL)
        return QC_STR("Nhà trường");
    if (position != NULL)
        return as_name(arena, cut.text);
    return qc_str_format(arena, "Bên %zu", number + 1);
}

static void match_by(struct import_draft *draft, struct import_part *part, enum likeness likeness)
{
    for (size_t i = 0; i < part->signatures.count; i++) {
        struct import_signature *signature = &part->signatures.items[i];
        for (size_t p = 0; p < part->parties.count && !signature->taken; p++) {
            struct import_party *party = &part->parties.items[p];
            if (party->signature != NULL || !signs_for(draft, signature, party->name, likeness))
                continue;
            party->signature = signature;
            signature->taken = true;
        }
    }
}

/* Which party each signature is of; one that the title does not name gets its name from the signature. */
static void match_signatures(struct import_draft *draft, struct import_part *part)
{
    for (enum likeness likeness = LIKE_NAME; likeness < LIKE_COUNT; likeness++)
        match_by(draft, part, likeness);
    for (size_t i = 0; i < part->signatures.count; i++) {
        struct import_signature *signature = &part->signatures.items[i];
        if (signature->taken)
            continue;
        struct qc_str name = name_of(draft, signature, i);
        if (import_party_named(part, import_arena(draft), name) != NULL)
            name = qc_str_format(import_arena(draft), "Bên %zu", i + 1);
        *qc_vec_push(import_arena(draft), &part->parties) =
            (struct import_party){ .name = name, .signature = signature };
    }
}

/* Parties sign in the order in which they are declared. */
static void order_by_signature(struct import_part *part)
{
    for (size_t i = 1; i < part->parties.count; i++)
        for (size_t j = i; j > 0; j--) {
            struct import_party *a = &part->parties.items[j - 1], *b = &part->parties.items[j];
            if (b->signature == NULL || (a->signature != NULL && a->signature < b->signature))
                break;
            struct import_party held = *a;
            *a = *b;
            *b = held;
        }
}

void import_read_parties(struct import_draft *draft, struct import_part *part)
{
    if (part->attached.len > 0 && part->signatures.count < 2)
        return; /* the decision is signed */
    if (part->signatures.count != 1)
        read_title_parties(draft, part);
    if (part->signatures.count > 1) {
        match_signatures(draft, part);
        order_by_signature(part);
    }
    for (size_t i = 0; part->parties.count > 0 && i < part->preamble.items.count; i++)
        import_read_aliases(draft, part, part->preamble.items.items[i].text);
}
