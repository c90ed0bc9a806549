/*
 * markup.c - finds tags and entities of HTML.
 *
 * Only names that are known: "<5 tuổi" is no tag, "TT&TT;" no entity.
 */
#include "check/markup.h"

#include <strings.h>

#include "base/utf8.h"

enum { LONGEST_TAG = 200 }; /* bytes, its name apart */

static bool is_letter(struct qc_str text, size_t at)
{
    return at < text.len && (unsigned char)text.ptr[at] < 0x80 && qc_is_letter((unsigned char)text.ptr[at]);
}

static bool is_figure(struct qc_str text, size_t at)
{
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static bool is_one_of(struct qc_str name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (name.len == strlen(names[i]) && strncasecmp(name.ptr, names[i], name.len) == 0)
            return true;
    return false;
}

/* <b>, </p>, <br/>, <span class="…"> */
static bool is_tag(struct qc_str text, size_t at, struct qc_markup *markup)
{
    static const char *const inside[] = { "a", "b", "i", "u", "em", "sub", "sup", "span", "font", "strong" };
    static const char *const apart[] = { "p",  "br", "hr", "ul", "ol", "li",  "td",  "th",    "tr",    "h1",
                                         "h2", "h3", "h4", "h5", "h6", "div", "img", "table", "tbody", "center" };
    size_t name = at + 1, end;
    if (name < text.len && text.ptr[name] == '/')
        name++;
    if (!is_letter(text, name))
        return false;
    for (end = name; is_letter(text, end) || is_figure(text, end); end++) {
    }
    if (end == text.len || strchr(" \n/>", text.ptr[end]) == NULL)
        return false;
    struct qc_str typed = qc_str_slice(text, name, end);
    markup->parts = is_one_of(typed, apart, sizeof apart / sizeof apart[0]);
    if (!markup->parts && !is_one_of(typed, inside, sizeof inside / sizeof inside[0]))
        return false;
    markup->text = "";
    for (size_t limit = end + LONGEST_TAG; end < text.len && end < limit; end++)
        if (text.ptr[end] == '>') {
            markup->end = end + 1;
            return true;
        }
    return false;
}

static bool is_entity(struct qc_str text, size_t at, struct qc_markup *markup)
{
    static const struct {
        const char *typed, *meant;
    } entities[] = {
        { "&nbsp;", " " },  { "&amp;", "&" },   { "&lt;", "<" },    { "&gt;", ">" },    { "&quot;", "\"" },
        { "&#160;", " " },  { "&#39;", "'" },   { "&ndash;", "–" }, { "&mdash;", "—" }, { "&hellip;", "…" },
        { "&ldquo;", "“" }, { "&rdquo;", "”" }, { "&lsquo;", "‘" }, { "&rsquo;", "’" },
    };
    for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++)
        if (qc_str_starts(qc_str_skip(text, at), qc_str_from(entities[i].typed))) {
            *markup = (struct qc_markup){ at + strlen(entities[i].typed), entities[i].meant, false };
            return true;
        }
    return false;
}

bool qc_markup_at(struct qc_str text, size_t at, struct qc_markup *markup)
{
    return text.ptr[at] == '<' ? is_tag(text, at, markup) : text.ptr[at] == '&' && is_entity(text, at, markup);
}

bool qc_markup_ends(struct qc_str text)
{
    enum { LONGEST_ENTITY = sizeof "&hellip;" };
    struct qc_markup markup;
    text = qc_str_trim(text);
    bool tag = qc_str_ends(text, QC_STR(">"));
    if (!tag && !qc_str_ends(text, QC_STR(";")))
        return false;
    for (size_t at = text.len; at > 0 && text.len - at <= (tag ? LONGEST_TAG : LONGEST_ENTITY); at--)
        if (text.ptr[at - 1] == '<' || text.ptr[at - 1] == '&')
            return qc_markup_at(text, at - 1, &markup) && markup.end == text.len;
    return false;
}
