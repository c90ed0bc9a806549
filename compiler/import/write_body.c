/*
 * write_body.c - recitals, body and ending of a text.
 */
#include "import/writer.h"

#include "base/utf8.h"

/* Furniture and notes among the pieces of a paragraph, and behind it up to the next. */
static void put_furniture(struct import_draft *draft, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (draft->pieces.items[i].kind != IMPORT_PIECE_TEXT)
            import_put_aside(draft, draft->pieces.items[i].cut.text);
}

/* List numbers of a converter that stood in front of the paragraph's own marker. */
static void put_dropped(struct import_draft *draft, const struct import_paragraph *paragraph)
{
    for (size_t i = paragraph->first; i < paragraph->end; i++)
        if (draft->pieces.items[i].dropped.len > 0)
            import_put_aside(draft, draft->pieces.items[i].dropped);
}

static size_t next_first(const struct import_paragraphs *paragraphs, size_t at, size_t end)
{
    return at + 1 < paragraphs->items.count ? paragraphs->items.items[at + 1].first : end;
}

/* --- recitals ---------------------------------------------------------------- */

static struct qc_str without_dash(struct qc_str text)
{
    size_t n;
    unsigned c = qc_utf8_decode(text, 0, &n);
    return c == '-' || c == 0x2013 || c == '+' ? qc_str_trim(qc_str_skip(text, n)) : text;
}

/* A basis without what the outputs print of themselves: its lead, and the end mark that is usual. */
static void put_basis(struct import_draft *draft, const char *keyword, const char *lead, struct qc_str text,
                      bool last)
{
    size_t kept = draft->text->words + import_count(text);
    struct qc_str value = text;
    if (qc_str_starts(text, qc_str_from(lead)) && text.len > strlen(lead))
        value = qc_str_trim(qc_str_skip(text, strlen(lead)));
    size_t n;
    if (qc_is_upper(qc_utf8_decode(value, 0, &n)) && value.len < text.len) {
        enum qc_keyword_id id = strcmp(keyword, "căn cứ") == 0 ? QC_KW_BASIS : QC_KW_PROPOSAL;
        value = qc_keyword_opener(qc_keyword_info(id), value) > 0 ? text : value;
    }
    if (import_last_code(value) == (last ? '.' : ';'))
        value.len--;
    import_put_field(draft, "", keyword, qc_str_trim(value));
    draft->text->words = kept;
}

enum recital { RECITAL_BASIS, RECITAL_PROPOSAL, RECITAL_ENACTING, RECITAL_TEXT };

static enum recital recital_of(const struct import_draft *draft, const struct import_part *part,
                               struct qc_str text)
{
    struct import_piece piece = { 0 };
    import_cut(&draft->cx->arena, text, &piece.cut);
    const struct import_phrase *proposal =
        import_phrase_at(&draft->phrases, IMPORT_CLASS_PROPOSAL, &piece.cut, 0);
    if (import_is_enacting(draft, &piece.cut) && part->authority.len > 0)
        return RECITAL_ENACTING; /* thẩm quyền prints it */
    if (!import_is_basis(draft, &piece) || import_last_code(text) == ':')
        return RECITAL_TEXT; /* "Thực hiện …, Nhà trường đề nghị như sau:" */
    if (proposal != NULL && proposal->value == 1)
        return RECITAL_PROPOSAL;
    const struct import_phrase *basis = import_phrase_at(&draft->phrases, IMPORT_CLASS_BASIS, &piece.cut, 0);
    return basis != NULL && basis->value == 1 && proposal == NULL ? RECITAL_BASIS : RECITAL_TEXT;
}

/* A line of the preamble or of the body that would be read as something else. */
static bool needs_backslash(struct import_draft *draft, struct qc_str text)
{
    size_t colon = qc_str_find(text, QC_STR(":"));
    bool english;
    if (strchr("#/|\\-+", text.ptr[0]) != NULL || qc_str_starts(text, QC_STR("–")) ||
        qc_str_starts(text, QC_STR("•")))
        return true;
    return colon < text.len && colon < 60 &&
           qc_keyword_find(import_arena(draft), qc_str_slice(text, 0, colon), &english) != NULL;
}

static bool opens_unit(struct import_draft *draft, struct qc_str text, size_t *rest, bool *opens_body)
{
    struct qc_str line = qc_str_format(import_arena(draft), "%.*s\n", QC_STR_ARGS(text));
    struct qc_source source = { .text = line };
    struct qc_scanned lines = { 0 };
    struct qc_marker marker;
    qc_scan(draft->cx, &source, &lines);
    struct qc_token token = qc_token_of(&source, &lines.items.items[0]);
    if (!qc_marker_read(import_arena(draft), &source, &token, &marker))
        return false;
    *rest = token.rest.begin;
    *opens_body = marker.number_length > 0 && qc_marker_may_open(&marker); /* a dash does not */
    return true;
}

static bool is_nation(struct import_draft *draft, struct qc_str text)
{
    struct import_cut cut;
    int whose;
    import_cut(import_arena(draft), text, &cut);
    return import_is_nation(draft, &cut, &whose);
}

static void put_preamble(struct import_draft *draft, const struct import_paragraphs *paragraphs, size_t at,
                         bool *open)
{
    struct qc_str text = paragraphs->items.items[at].text;
    size_t rest;
    bool opens_body;
    import_put(draft, *open ? "\n" : "\nmở đầu:\n");
    import_put_doubts(draft, paragraphs, at);
    import_put(draft, "  ");
    if (text.ptr[0] != '*' && /* which gets its own */
        (needs_backslash(draft, text) || opens_unit(draft, text, &rest, &opens_body)))
        import_put(draft, "\\");
    import_put_text(draft, text);
    import_put(draft, "\n");
    *open = true;
}

static bool write_recitals(struct import_draft *draft, const struct import_part *part)
{
    const struct import_paragraphs *recitals = &part->preamble;
    size_t last_basis = 0;
    for (size_t i = 0; i < recitals->items.count; i++)
        if (recital_of(draft, part, without_dash(recitals->items.items[i].text)) < RECITAL_ENACTING)
            last_basis = i;
    bool open = false;
    put_furniture(draft, part->below,
                  recitals->items.count > 0 ? recitals->items.items[0].first : part->body);
    for (size_t i = 0; i < recitals->items.count; i++) {
        struct qc_str text = without_dash(recitals->items.items[i].text);
        enum recital kind = recital_of(draft, part, text);
        if (kind < RECITAL_ENACTING && (i == 0 || open))
            import_put(draft, "\n");
        if (kind == RECITAL_TEXT && is_nation(draft, text))
            import_put_aside(draft, text); /* of a second head, below the title */
        else if (kind == RECITAL_TEXT)
            put_preamble(draft, recitals, i, &open);
        else if (kind == RECITAL_ENACTING)
            draft->text->words += import_count(text); /* thẩm quyền prints it */
        else {
            import_put_doubts(draft, recitals, i);
            put_basis(draft, kind == RECITAL_BASIS ? "căn cứ" : "theo đề nghị",
                      kind == RECITAL_BASIS ? "Căn cứ " : "Theo đề nghị của ", text, i == last_basis);
        }
        open = open && kind == RECITAL_TEXT;
        put_dropped(draft, &recitals->items.items[i]);
        put_furniture(draft, recitals->items.items[i].first, next_first(recitals, i, part->body));
    }
    return open;
}

/* --- body ---------------------------------------------------------------------- */

/* The paragraph's text from `from` on, with {hiệu lực} and {thay thế} for what they stand for. */
static void put_rest(struct import_draft *draft, struct qc_str text, size_t from, size_t paragraph,
                     const struct import_effect *effect)
{
    if (effect->paragraph == paragraph) {
        import_put_text(draft, qc_str_slice(text, from, effect->begin));
        import_put(draft, "{hiệu lực}");
        from = effect->end;
    }
    if (effect->replaces_paragraph == paragraph) {
        import_put_text(draft, qc_str_slice(text, from, effect->replaces_begin));
        import_put(draft, "{thay thế}");
        from = effect->replaces_end;
    }
    import_put_text(draft, qc_str_skip(text, from));
}

static void put_paragraph(struct import_draft *draft, const struct import_part *part, size_t number,
                          const struct import_effect *effect)
{
    struct qc_str text = part->text.items.items[number].text;
    size_t rest = 0;
    bool opens_body;
    import_put_doubts(draft, &part->text, number);
    if (opens_unit(draft, text, &rest, &opens_body)) {
        struct qc_str marker = qc_str_slice(text, 0, rest);
        for (size_t i = 0; i < marker.len; i++)
            qc_buf_char(&draft->out, marker.ptr[i] == '\t' ? ' ' : marker.ptr[i]);
        draft->text->words += import_count(marker);
    } else if (needs_backslash(draft, text)) {
        import_put(draft, "\\");
    }
    put_rest(draft, text, rest, number, effect);
    import_put(draft, "\n");
}

/* The paragraph with which the body begins: one that opens with a unit. What stands before it is preamble. */
static size_t first_unit(struct import_draft *draft, const struct import_paragraphs *body)
{
    size_t i = 0, rest;
    bool opens_body = false;
    while (i < body->items.count &&
           !(opens_unit(draft, body->items.items[i].text, &rest, &opens_body) && opens_body))
        i++;
    return i;
}

void import_write_body(struct import_draft *draft, struct import_part *part)
{
    const struct import_paragraphs *body = &part->text;
    struct import_effect effect;
    size_t first = first_unit(draft, body);
    import_find_effect(draft, part, first, &effect);
    if (effect.effect.len > 0)
        import_put_field(draft, "", "\nhiệu lực", effect.effect);
    if (effect.replaces.len > 0)
        import_put_field(draft, "", effect.effect.len > 0 ? "thay thế" : "\nthay thế", effect.replaces);
    bool open = write_recitals(draft, part);
    for (size_t i = 0; i < first; i++) {
        put_dropped(draft, &body->items.items[i]);
        put_preamble(draft, body, i, &open);
        put_furniture(draft, body->items.items[i].first, next_first(body, i, part->ending));
    }
    for (size_t i = first; i < body->items.count; i++) {
        const struct import_paragraph *paragraph = &body->items.items[i];
        /* lines that stood close stay close, but for one that the line above it would swallow */
        if (i == first || !paragraph->opens_unit || draft->pieces.items[paragraph->first].opens)
            import_put(draft, "\n");
        if (i == part->closing)
            import_put(draft, "kết thúc:\n");
        put_dropped(draft, paragraph);
        put_paragraph(draft, part, i, &effect);
        put_furniture(draft, paragraph->first, next_first(body, i, part->ending));
    }
}

static void put_unread_foot(struct import_draft *draft, const struct import_part *part)
{
    bool first = true;
    for (size_t i = 0; i < part->foot.items.count; i++) {
        const struct import_fragment *fragment = &part->foot.items.items[i];
        if (i == 0 || fragment->piece != fragment[-1].piece)
            import_put_aside(draft, fragment->piece->dropped);
        if (fragment->used || (import_is_foot_day(part, i) && !part->dated))
            continue;
        import_put(draft, first ? "\n" : "");
        import_put_aside(draft, fragment->cut.text);
        first = false;
    }
}

static void put_recipients(struct import_draft *draft, const struct import_part *part)
{
    if (part->recipients.count == 0)
        return;
    import_put(draft, "\nnơi nhận:\n");
    draft->text->words += 2; /* of the heading */
    for (size_t i = 0; i < part->recipients.count; i++) {
        struct qc_str text = part->recipients.items[i], item = without_dash(text);
        size_t rest;
        bool opens_body, plain = needs_backslash(draft, text) || opens_unit(draft, text, &rest, &opens_body);
        import_put(draft, item.len < text.len ? "- " : plain ? "\\" : "");
        import_put_text(draft, item);
        import_put(draft, "\n");
    }
}

/* Annexes and forms, line by line: the language has none yet. */
static void put_annex(struct import_draft *draft, const struct import_part *part)
{
    import_put(draft, part->annex < part->end ? "\n" : "");
    if (part->annex < part->end)
        import_put_doubt(draft, QC_D_import_annex);
    for (size_t i = part->annex; i < part->end; i++) {
        const struct import_piece *piece = &draft->pieces.items[i];
        if (piece->dropped.len > 0)
            import_put_comment(draft, piece->dropped);
        import_put_comment(draft, piece->cut.text);
        draft->text->aside += import_count(piece->cut.text) + import_count(piece->dropped);
    }
}

void import_write_foot(struct import_draft *draft, const struct import_part *part)
{
    put_unread_foot(draft, part);
    put_recipients(draft, part);
    put_annex(draft, part);
}
