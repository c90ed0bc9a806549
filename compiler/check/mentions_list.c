/*
 * mentions_list.c - who must do what: for each party the units that name it.
 */
#include "base/utf8.h"
#include "check/mentions.h"
#include "sema/resolve.h"

static bool is_cited(const struct qc_unit *unit)
{
    return qc_style_info(unit->marker.style)->citation[0] != '\0';
}

/* "khoản 1 Mục II"; an item, which cannot be cited, as "ý 2 khoản 1 Mục II". */
static struct qc_str place_of(struct qc_arena *arena, const struct qc_unit *unit, bool sections)
{
    struct qc_buf buf = { .arena = arena };
    for (; unit->parent != NULL && !is_cited(unit); unit = unit->parent)
        qc_buf_add(&buf, qc_str_format(arena, "ý %u ", unit->ordinal));
    qc_buf_add(&buf, unit->parent == NULL ? QC_STR("") : qc_unit_reference(arena, unit, sections));
    return qc_str_trim(qc_buf_str(&buf));
}

enum { FIRST_WORDS = 12 };

/* The first words of a text; no blank in them is a tab or a line end. */
static struct qc_str first_words(struct qc_arena *arena, struct qc_str text)
{
    struct qc_buf buf = { .arena = arena };
    size_t words = 0, n;
    bool blank = false;
    text = qc_str_trim(text);
    for (size_t i = 0; i < text.len; i += n) {
        unsigned c = qc_utf8_decode(text, i, &n);
        if (qc_is_blank(c) || c == '\n' || qc_is_control(c)) {
            blank = true;
            continue;
        }
        if (blank && ++words == FIRST_WORDS) {
            qc_buf_add(&buf, QC_STR(" …"));
            break;
        }
        if (blank)
            qc_buf_char(&buf, ' ');
        blank = false;
        qc_buf_add(&buf, qc_str_slice(text, i, i + n));
    }
    return qc_buf_str(&buf);
}

static void add_row(struct qc_arena *arena, struct qc_buf *out, const struct qc_party *party,
                    const struct qc_unit *unit, bool sections)
{
    struct qc_str text = unit->paragraph_count > 0 ? unit->content[0].plain : QC_STR("");
    qc_buf_add(out, first_words(arena, party->name));
    qc_buf_char(out, '\t');
    qc_buf_add(out, place_of(arena, unit, sections));
    qc_buf_char(out, '\t');
    qc_buf_add(out, first_words(arena, text));
    qc_buf_char(out, '\n');
}

void qc_mentions_list(struct qc_arena *arena, const struct qc_document *document, struct qc_buf *out)
{
    struct qc_mentions mentions;
    QC_VEC(const struct qc_unit *) *units = qc_alloc_array(arena, document->parties.count, sizeof *units);
    bool sections = document->has_section_labels;
    qc_mentions_begin(&mentions, arena, document);
    for (struct qc_unit *unit = qc_unit_next(document->root); unit != NULL; unit = qc_unit_next(unit))
        for (size_t p = 0; p < unit->paragraph_count; p++) {
            qc_mentions_find(&mentions, unit->content[p].plain);
            for (size_t i = 0; i < mentions.items.count; i++) {
                const struct qc_mention *mention = &mentions.items.items[i];
                size_t count = units[mention->party].count;
                bool listed = count > 0 && units[mention->party].items[count - 1] == unit;
                if (mention->exact && mention->whole && !listed)
                    *qc_vec_push(arena, &units[mention->party]) = unit;
            }
        }
    for (size_t i = 0; i < document->parties.count; i++)
        for (size_t k = 0; k < units[i].count; k++)
            add_row(arena, out, &document->parties.items[i], units[i].items[k], sections);
}
