/*
 * complete_header.c - keywords, fields and values of the header.
 */
#include "base/utf8.h"
#include "check/citation.h"
#include "lsp/complete.h"
#include "syntax/tree.h"

/* Order of what is offered. */
enum { RANK_NEW, RANK_REPEATED, RANK_MARKER, RANK_ENDING = 40 };

/* ---- keywords and fields --------------------------------------------------------- */

/* "loại: "; a keyword with paragraphs below it has nothing behind its colon. */
static void offer_keyword(struct lsp_completion *completion, const struct qc_keyword *keyword, unsigned rank)
{
    struct qc_arena *arena = &completion->server->scratch;
    const struct qc_tree *tree = completion->document->qc->tree;
    const char *name = tree->english ? keyword->english : keyword->vietnamese;
    bool field = keyword->block >= 0,
         below = keyword->form == QC_KEYWORD_PROSE || keyword->form == QC_KEYWORD_ENDING;
    struct lsp_offer offer = { .label = qc_str_from(name),
                               .kind = field ? LSP_ITEM_FIELD : LSP_ITEM_KEYWORD };
    struct qc_str written = lsp_as_written(completion, offer.label);
    const char *rest = completion->document->qc->source->text.ptr + completion->offset;
    bool colon = completion->offset < completion->document->qc->source->text.len && *rest == ':';
    offer.text = qc_str_format(arena, "%.*s%s", QC_STR_ARGS(written), colon ? "" : below ? ":" : ": ");
    offer.detail = qc_str_from(keyword->meaning[completion->server->language]);
    offer.search = qc_str_from(tree->english ? keyword->vietnamese : keyword->english);
    offer.rank = rank;
    offer.data = json_pack("{s:i}", field ? "field" : "keyword", keyword->id);
    lsp_offer(completion, offer);
}

/* May it stand once only? */
static bool is_single(const struct qc_keyword *keyword)
{
    return keyword->form != QC_KEYWORD_LIST && !(keyword->block < 0 && keyword->form == QC_KEYWORD_BLOCK);
}

static bool is_declared(const struct qc_tree *tree, const struct qc_keyword *keyword)
{
    for (size_t i = 0; i < tree->declarations.count; i++)
        if (tree->declarations.items[i]->keyword == keyword)
            return true;
    return false;
}

static void offer_keywords(struct lsp_completion *completion)
{
    const struct qc_tree *tree = completion->document->qc->tree;
    for (int id = 0; id < QC_KW_COUNT; id++) {
        const struct qc_keyword *keyword = qc_keyword_info((enum qc_keyword_id)id);
        if (keyword->form != QC_KEYWORD_ENDING)
            offer_keyword(completion, keyword,
                          is_single(keyword) && is_declared(tree, keyword) ? RANK_REPEATED : RANK_NEW);
    }
}

static void offer_fields(struct lsp_completion *completion, const struct qc_declaration *block)
{
    for (int id = 0; id < QC_F_COUNT; id++) {
        const struct qc_keyword *field = qc_field_info((enum qc_field_id)id);
        bool used = false;
        for (size_t i = 0; i < block->fields.count; i++)
            used = used || block->fields.items[i]->keyword == field;
        if (field->block == block->keyword->id)
            offer_keyword(completion, field, used ? RANK_REPEATED : RANK_NEW);
    }
}

void lsp_complete_endings(struct lsp_completion *completion)
{
    const struct qc_tree *tree = completion->document->qc->tree;
    if (completion->typed.len < completion->line.len)
        return; /* they are not indented */
    if (tree->closing == NULL && tree->recipients == NULL)
        offer_keyword(completion, qc_keyword_info(QC_KW_CLOSING), RANK_ENDING);
    if (tree->recipients == NULL)
        offer_keyword(completion, qc_keyword_info(QC_KW_RECIPIENTS), RANK_ENDING);
}

/* ---- values ------------------------------------------------------------------------ */

/* Words that a value may consist of. */
static const struct {
    bool field;
    int keyword; /* of the header, or a field */
    enum qc_word_id word;
} words[] = {
    { false, QC_KW_STATUS, QC_WORD_DRAFT },
    { false, QC_KW_STATUS, QC_WORD_ISSUED },
    { false, QC_KW_PROFILE, QC_WORD_ND30 },
    { false, QC_KW_PROFILE, QC_WORD_PARTY_FORM },
    { false, QC_KW_PROFILE, QC_WORD_YOUTH_FORM },
    { true, QC_F_PARTY_SIGN_PROFILE, QC_WORD_ND30 },
    { true, QC_F_PARTY_SIGN_PROFILE, QC_WORD_PARTY_FORM },
    { true, QC_F_PARTY_SIGN_PROFILE, QC_WORD_YOUTH_FORM },
    { true, QC_F_SIGNATORY_SIGN_PROFILE, QC_WORD_ND30 },
    { true, QC_F_SIGNATORY_SIGN_PROFILE, QC_WORD_PARTY_FORM },
    { true, QC_F_SIGNATORY_SIGN_PROFILE, QC_WORD_YOUTH_FORM },
    { true, QC_F_PARTY_SIGNER, QC_WORD_NONE },
};

static void offer_value(struct lsp_completion *completion, struct qc_str text)
{
    lsp_offer(completion, (struct lsp_offer){ .label = text, .kind = LSP_ITEM_VALUE });
}

static const char *const kinds[] = {
#define QC_KIND(name, code, needs_basis, needs_effect, needs_authority) name,
#include "check/kinds.def"
};

static const char *const acts[] = {
#define QC_ACT(name, code, rank, by_name) name,
#include "check/kinds.def"
};

static void offer_kinds(struct lsp_completion *completion, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        offer_value(completion, qc_act_capitalised(&completion->server->scratch, names[i]));
}

static void complete_value(struct lsp_completion *completion, const struct qc_keyword *keyword)
{
    bool field = keyword->block >= 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (words[i].field == field && words[i].keyword == keyword->id)
            offer_value(completion, qc_str_from(qc_word_vietnamese(words[i].word)));
    if ((!field && keyword->id == QC_KW_TYPE) || (field && keyword->id == QC_F_INSTRUMENT_ACT_TYPE))
        offer_kinds(completion, kinds, sizeof kinds / sizeof kinds[0]);
    if (field && keyword->id == QC_F_INSTRUMENT_ACT_TYPE)
        offer_kinds(completion, acts, sizeof acts / sizeof acts[0]);
    if (field && (keyword->id == QC_F_INSTRUMENT_ACT_REPLACED || keyword->id == QC_F_INSTRUMENT_ACT_AMENDED))
        lsp_complete_instruments(completion, "%.*s", 0);
    if (!field && keyword->id == QC_KW_BASIS)
        lsp_complete_instruments(completion, "{%.*s}", 0);
    if (!field && keyword->id == QC_KW_USE)
        lsp_complete_uses(completion);
}

/* ---- the line ------------------------------------------------------------------------ */

/* The last declaration that begins before the line, or NULL. */
static const struct qc_declaration *declaration_above(const struct lsp_completion *completion)
{
    const struct qc_tree *tree = completion->document->qc->tree;
    uint32_t line_begin = completion->offset - (uint32_t)completion->line.len;
    const struct qc_declaration *found = NULL;
    for (size_t i = 0; i < tree->declarations.count && tree->declarations.items[i]->key.begin < line_begin;
         i++)
        found = tree->declarations.items[i];
    return found;
}

/* "- " opens a value of a list. */
static size_t dash(struct qc_str typed)
{
    return qc_str_starts(typed, QC_STR("- ")) ? 2 : 0;
}

/* key: what is typed before a colon. */
static void complete_behind_colon(struct lsp_completion *completion, struct qc_str key,
                                  const struct qc_declaration *block)
{
    bool english;
    struct qc_arena *arena = &completion->server->scratch;
    const struct qc_keyword *keyword =
        block != NULL ? qc_field_find(arena, block->keyword->id, key) : qc_keyword_find(arena, key, &english);
    struct qc_str value = qc_str_skip(completion->typed, qc_str_find(completion->typed, QC_STR(":")) + 1);
    bool blank = value.len > 0 && value.ptr[0] == ' ';
    lsp_complete_from(completion, qc_str_skip(value, qc_blank_prefix(value)));
    if (keyword == NULL)
        return;
    completion->opening = blank ? QC_STR("") : QC_STR(" ");
    complete_value(completion, keyword);
}

void lsp_complete_header(struct lsp_completion *completion)
{
    const struct qc_declaration *above = declaration_above(completion);
    bool indented = completion->typed.len < completion->line.len;
    const struct qc_declaration *block =
        indented && above != NULL && above->keyword->form == QC_KEYWORD_BLOCK ? above : NULL;
    size_t item = dash(completion->typed), colon = qc_str_find(completion->typed, QC_STR(":"));
    if (qc_str_starts(completion->typed, QC_STR("//")) || (indented && above == NULL))
        return;
    if (item > 0) {
        struct qc_str value = qc_str_skip(completion->typed, item);
        lsp_complete_from(completion, qc_str_skip(value, qc_blank_prefix(value)));
        if (above != NULL && above->keyword->form == QC_KEYWORD_LIST)
            complete_value(completion, above->keyword);
    } else if (indented && block == NULL) {
        return; /* a paragraph, or a value that goes on */
    } else if (colon < completion->typed.len) {
        complete_behind_colon(completion, qc_str_trim(qc_str_slice(completion->typed, 0, colon)), block);
    } else if (block != NULL) {
        offer_fields(completion, block);
    } else {
        offer_keywords(completion);
        lsp_complete_first_markers(completion, RANK_MARKER);
    }
}
