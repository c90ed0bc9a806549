/*
 * writer.c - puts the text of a .qc file down, so that what is a word prints
 * as a word and nothing is read as syntax that is none.
 */
#include "import/writer.h"

#include <ctype.h>

#include "base/utf8.h"

static bool is_ascii_punctuation(char c)
{
    return ispunct((unsigned char)c) != 0;
}

void import_put_text(struct import_draft *draft, struct qc_str text)
{
    bool link = qc_str_find(text, QC_STR("](")) < text.len;
    draft->text->words += import_count(text);
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        bool escape = c == '\\' && i + 1 < text.len && is_ascii_punctuation(text.ptr[i + 1]);
        if (escape || c == '{' || c == '}' || c == '*' || c == '`' || (c == '[' && link))
            qc_buf_char(&draft->out, '\\');
        qc_buf_char(&draft->out, c == '\t' ? ' ' : c);
    }
}

void import_put(struct import_draft *draft, const char *syntax)
{
    qc_buf_add(&draft->out, qc_str_from(syntax));
}

void import_put_field(struct import_draft *draft, const char *indent, const char *keyword,
                      struct qc_str value)
{
    import_put(draft, indent);
    import_put(draft, keyword);
    import_put(draft, value.len > 0 ? ": " : ":");
    import_put_text(draft, value);
    import_put(draft, "\n");
}

/* What a comment says of a doubt (diag/doubts.def). */
static const char *words_of(enum qc_diag_id id)
{
    switch (id) {
#define QC_DOUBT(slug, words)                                                                                \
    case QC_D_##slug:                                                                                        \
        return words;
#include "diag/doubts.def"
    default:
        return "";
    }
}

void import_put_doubt(struct import_draft *draft, enum qc_diag_id id)
{
    qc_buf_add(&draft->out, qc_str_format(import_arena(draft), "// qc: xem lại %s — %s\n",
                                          qc_diag_info(id).code, words_of(id)));
}

void import_put_named_doubt(struct import_draft *draft, enum qc_diag_id id, struct qc_str name)
{
    qc_buf_add(&draft->out, qc_str_format(import_arena(draft), "// qc: xem lại %s — %.*s, %s\n",
                                          qc_diag_info(id).code, QC_STR_ARGS(name), words_of(id)));
}

void import_put_doubts(struct import_draft *draft, const struct import_paragraphs *paragraphs, size_t at)
{
    const struct import_paragraph *paragraph = &paragraphs->items.items[at];
    const struct import_piece *first = &draft->pieces.items[paragraph->first];
    bool goes_on =
        at > 0 && paragraph[-1].row && draft->pieces.items[paragraph[-1].first].table == first->table;
    if (paragraph->bridged)
        import_put_doubt(draft, QC_D_import_joined);
    if (paragraph->row && !goes_on)
        import_put_doubt(draft, QC_D_import_table);
    if (first->mended)
        import_put_doubt(draft, QC_D_import_mark);
    if (first->line->lost_number)
        import_put_doubt(draft, QC_D_import_number_lost);
}

void import_put_comment(struct import_draft *draft, struct qc_str text)
{
    import_put(draft, qc_str_starts(text, QC_STR("qc")) ? "// | " : "// "); /* "// qc: …" means something */
    qc_buf_add(&draft->out, text);
    import_put(draft, "\n");
}

void import_put_aside(struct import_draft *draft, struct qc_str text)
{
    text = qc_str_trim(text);
    size_t words = import_count(text);
    if (words == 0)
        return;
    if (draft->aside_end != draft->out.len)
        import_put_doubt(draft, QC_D_import_aside); /* one for a block of comments */
    import_put_comment(draft, text);
    draft->aside_end = draft->out.len;
    draft->text->aside += words;
}
