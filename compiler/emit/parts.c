/*
 * parts.c - what the output formats share: the look of units, the walk
 * through a paragraph, addresses, the engine of the escape tables.
 *
 * Owns nothing. Must not know the syntax of any format.
 */
#include "emit/parts.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "embedded.h"

/* TeX nests 255 groups, browsers 512 elements; people two. */
enum { DEEPEST_MARK = 16 };

enum qc_look qc_unit_look(const struct qc_unit *unit)
{
    switch (unit->marker.style) {
    case QC_STYLE_PART:
    case QC_STYLE_CHAPTER:
    case QC_STYLE_SECTION:
    case QC_STYLE_SUBSECTION:
        return QC_LOOK_LABEL;
    case QC_STYLE_LETTER_SIGN:
    case QC_STYLE_ROMAN_SIGN:
        return QC_LOOK_TITLE;
    case QC_STYLE_ARTICLE:
        return unit->form == QC_FORM_TITLE ? QC_LOOK_TITLE : QC_LOOK_RUN_IN;
    case QC_STYLE_ROOT:
    case QC_STYLE_DECIMAL1:
    case QC_STYLE_DECIMAL2:
    case QC_STYLE_DECIMAL3:
    case QC_STYLE_DECIMAL4:
    case QC_STYLE_LETTER:
    case QC_STYLE_PAREN:
    case QC_STYLE_SMALL_ROMAN:
    case QC_STYLE_DASH:
    case QC_STYLE_PLUS:
    case QC_STYLE_PARENS:
    case QC_STYLE_STAR:
    case QC_STYLE_COUNT:
        break;
    }
    return unit->form == QC_FORM_TITLE && unit->paragraph_count > 0 ? QC_LOOK_TITLE : QC_LOOK_PLAIN;
}

const struct qc_inlines *qc_unit_text(const struct qc_unit *unit)
{
    return unit->paragraph_count > 0 ? &unit->content[0] : NULL;
}

bool qc_has_text(const struct qc_inlines *inlines)
{
    if (inlines == NULL)
        return false;
    size_t length;
    for (size_t i = 0; i < inlines->plain.len; i += length) {
        unsigned code = qc_utf8_decode(inlines->plain, i, &length);
        bool white = code == '\n' || (qc_is_blank(code) && code != 0x200B && code != 0xFEFF);
        if (!white || qc_is_unprintable(code))
            return true;
    }
    return false;
}

/* ---- walking a paragraph --------------------------------------------------------------------------------- */

static bool is_container(const struct qc_inline *node)
{
    switch (node->kind) {
    case QC_INLINE_EMPHASIS:
    case QC_INLINE_STRONG:
    case QC_INLINE_LINK:
        return true;
    case QC_INLINE_TEXT:
    case QC_INLINE_CODE:
    case QC_INLINE_REFERENCE:
        break;
    }
    return false;
}

struct qc_walk qc_walk_start(struct qc_arena *arena, const struct qc_inlines *inlines)
{
    struct qc_walk walk = { .arena = arena, .next = inlines == NULL ? NULL : inlines->first };
    if (inlines != NULL && inlines->first == NULL) {
        walk.whole = (struct qc_inline){ .kind = QC_INLINE_TEXT, .text = inlines->plain };
        walk.is_whole = inlines->plain.len > 0;
    }
    return walk;
}

static bool is_shown(const struct qc_walk *walk, const struct qc_inline *node)
{
    if (walk->shown >= DEEPEST_MARK)
        return false;
    return node->kind != QC_INLINE_LINK || (walk->link == NULL && qc_link_allowed(node->target));
}

enum qc_step qc_walk_next(struct qc_walk *walk, const struct qc_inline **node)
{
    if (walk->is_whole) {
        walk->is_whole = false;
        *node = &walk->whole;
        return QC_STEP_TEXT;
    }
    for (;;) {
        if (walk->next != NULL) {
            const struct qc_inline *here = *node = walk->next;
            if (!is_container(here)) {
                walk->next = here->next;
                return QC_STEP_TEXT;
            }
            bool shown = is_shown(walk, here);
            *qc_vec_push(walk->arena, &walk->open) = (struct qc_open){ here, shown };
            walk->next = here->children;
            if (!shown)
                continue;
            walk->shown++;
            if (here->kind == QC_INLINE_LINK)
                walk->link = here;
            return QC_STEP_ENTER;
        }
        if (walk->open.count == 0)
            return QC_STEP_END;
        struct qc_open left = walk->open.items[--walk->open.count];
        walk->next = left.node->next;
        if (!left.shown)
            continue;
        *node = left.node;
        walk->shown--;
        if (left.node == walk->link)
            walk->link = NULL;
        return QC_STEP_LEAVE;
    }
}

/* ---- escaping -------------------------------------------------------------------------------------------- */

bool qc_is_unprintable(unsigned code)
{
    return (qc_is_control(code) && code != '\t' && code != '\n') || qc_is_noncharacter(code);
}

static bool is_invisible(unsigned code)
{
    return code == 0xAD || code == 0x034F || (code >= 0x200B && code <= 0x200D) ||
           (code >= 0x2060 && code <= 0x2064) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF ||
           (code >= 0xE0000 && code <= 0xE0FFF);
}

enum qc_page_character qc_page_character(unsigned code)
{
    if (code == ' ' || code == '\t' || code == '\n')
        return QC_PAGE_BLANK;
    if (qc_is_unprintable(code))
        return QC_PAGE_REPLACED;
    if (code == 0xA0 || code == 0x2007 || code == 0x202F)
        return QC_PAGE_TIE;
    if (code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x205F || code == 0x3000)
        return QC_PAGE_BLANK;
    return is_invisible(code) ? QC_PAGE_NOTHING : QC_PAGE_LETTER;
}

/* Length of the letter of Vietnamese, of those beyond Latin-1, at the start of text; 0 when there is none. */
static size_t vietnamese_letter(struct qc_str text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    switch (p[0]) {
    case 0xE1: /* Ạ to ỹ */
        return (p[1] == 0xBA && p[2] >= 0xA0) || (p[1] == 0xBB && p[2] <= 0xB9) ? 3 : 0;
    case 0xC4: /* Ă ă Đ đ Ĩ ĩ */
        return p[1] == 0x82 || p[1] == 0x83 || p[1] == 0x90 || p[1] == 0x91 || p[1] == 0xA8 || p[1] == 0xA9 ? 2 : 0;
    case 0xC5: /* Ũ ũ */
        return p[1] == 0xA8 || p[1] == 0xA9 ? 2 : 0;
    case 0xC6: /* Ơ ơ Ư ư */
        return p[1] == 0xA0 || p[1] == 0xA1 || p[1] == 0xAF || p[1] == 0xB0 ? 2 : 0;
    default:
        return 0;
    }
}

void qc_escape_runs(struct qc_out *out, struct qc_str text, const unsigned char special[256],
                    struct qc_str (*replace)(struct qc_arena *arena, unsigned code))
{
    enum { FEW = 16 }; /* bytes of a marker: a look at each costs less than a call */
    size_t done = 0, i = 0;
    bool may_skip = special[0xE1] == 0; /* a format that minds letters looks at each */
    while (text.len <= FEW && i < text.len && !special[(unsigned char)text.ptr[i]])
        i++;
    while (i < text.len) {
        if (may_skip)
            i += qc_bytes_tame(qc_str_skip(text, i));
        if (i < text.len && !special[(unsigned char)text.ptr[i]]) {
            i++;
            continue;
        }
        if (i == text.len)
            break;
        size_t length = special[(unsigned char)text.ptr[i]] == QC_LETTER_BYTE ? vietnamese_letter(qc_str_skip(text, i)) : 0;
        if (length > 0) {
            i += length;
            continue;
        }
        unsigned code = qc_utf8_decode(text, i, &length);
        struct qc_str other = replace(out->buf.arena, code);
        if (other.ptr != NULL) {
            qc_out_str(out, qc_str_slice(text, done, i));
            qc_out_str(out, other);
            done = i + length;
        }
        i += length;
    }
    qc_out_str(out, qc_str_skip(text, done));
}

/* ---- files of stdlib/ ------------------------------------------------------------------------------------ */

struct qc_str qc_embedded_text(const char *name)
{
    for (const struct qc_embedded *file = qc_embedded_files; file->name != NULL; file++)
        if (strcmp(file->name, name) == 0)
            return (struct qc_str){ file->bytes, file->length };
    return QC_STR("");
}
