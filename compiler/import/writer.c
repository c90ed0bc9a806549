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

void import_doubt(struct import_draft *draft, enum qc_diag_id id, size_t begin, struct qc_str what,
                  size_t count)
{
    size_t end = draft->out.len;
    while (end > begin && (draft->out.ptr[end - 1] == '\n' || draft->out.ptr[end - 1] == ' '))
        end--;
    *qc_vec_push(import_arena(draft), &draft->text->doubts) =
        (struct import_doubt){ id, (uint32_t)begin, (uint32_t)end, what, count };
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
    size_t begin = draft->out.len, doubts = draft->text->doubts.count;
    struct import_doubt *last = doubts == 0 ? NULL : &draft->text->doubts.items[doubts - 1];
    import_put_comment(draft, text);
    draft->text->aside += words;
    if (last != NULL && last->id == QC_D_import_aside && last->end + 1 == begin) {
        last->count += words; /* one block of comments is one finding */
        last->end = (uint32_t)draft->out.len - 1;
    } else {
        import_doubt(draft, QC_D_import_aside, begin, QC_STR(""), words);
    }
}
