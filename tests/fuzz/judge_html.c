/*
 * judge_html.c - reads a page as the emitter writes it: lower case names, every attribute in double quotes, every
 * element closed. Anything else in a page came from the document.
 */
#include <strings.h>

#include "base/utf8.h"
#include "harness.h"
#include "judge.h"

static const char *const elements[] = {
    "html", "head", "title", "style", "body", "main", "article", "section", "header", "footer", "hgroup", "nav", "div",
    "p", "span", "a", "b", "em", "strong", "code", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "li",
};
static const char *const attributes[] = {
    "class", "content", "itemprop", "id", "href", "tabindex", "aria-hidden", "itemtype", "name", "aria-label", "lang",
    "charset", "rel", "itemscope", "hidden",
};

enum { ELEMENTS = sizeof elements / sizeof *elements, ATTRIBUTES = sizeof attributes / sizeof *attributes, DEEPEST = 4096 };

struct page {
    struct qc_str text;
    size_t at, depth;
    unsigned char open[DEEPEST]; /* numbers of elements */
};

static size_t number_of(struct qc_str name, const char *const *list, size_t count)
{
    size_t i = 0;
    while (i < count && !qc_str_equal(name, qc_str_from(list[i])))
        i++;
    return i;
}

static char peek(const struct page *page)
{
    return page->at < page->text.len ? page->text.ptr[page->at] : '\0';
}

static bool take(struct page *page, const char *what)
{
    struct qc_str word = qc_str_from(what);
    bool there = qc_str_starts(qc_str_skip(page->text, page->at), word);
    page->at += there ? word.len : 0;
    return there;
}

static struct qc_str take_name(struct page *page)
{
    size_t begin = page->at;
    while ((peek(page) >= 'a' && peek(page) <= 'z') || (peek(page) >= '0' && peek(page) <= '9') || peek(page) == '-')
        page->at++;
    return qc_str_slice(page->text, begin, page->at);
}

/* Only the five that the emitter writes. */
static void take_entity(struct page *page)
{
    FUZZ_REQUIRE(take(page, "&amp;") || take(page, "&lt;") || take(page, "&gt;") || take(page, "&quot;") ||
                 take(page, "&#39;"));
}

static void take_character(struct page *page)
{
    if (peek(page) == '&') {
        take_entity(page);
        return;
    }
    size_t length;
    unsigned c = qc_utf8_decode(page->text, page->at, &length);
    FUZZ_REQUIRE(length > 0 && (c >= 0x20 || c == '\n' || c == '\t') && !(c >= 0x7F && c < 0xA0));
    page->at += length;
}

void judge_address(struct qc_str address)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:" };
    bool allowed = false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        allowed = allowed || (address.len >= strlen(schemes[i]) &&
                              strncasecmp(address.ptr, schemes[i], strlen(schemes[i])) == 0);
    FUZZ_REQUIRE(allowed);
}

static void take_attribute(struct page *page)
{
    struct qc_str name = take_name(page);
    FUZZ_REQUIRE(number_of(name, attributes, ATTRIBUTES) < ATTRIBUTES);
    if (!take(page, "="))
        return;
    FUZZ_REQUIRE(take(page, "\""));
    size_t begin = page->at;
    while (page->at < page->text.len && peek(page) != '"') {
        FUZZ_REQUIRE(peek(page) != '<' && peek(page) != '>');
        take_character(page);
    }
    struct qc_str value = qc_str_slice(page->text, begin, page->at);
    FUZZ_REQUIRE(take(page, "\""));
    if (qc_str_equal(name, QC_STR("href")) && !qc_str_starts(value, QC_STR("#")))
        judge_address(value);
}

static void take_end(struct page *page)
{
    size_t element = number_of(take_name(page), elements, ELEMENTS);
    FUZZ_REQUIRE(page->depth > 0 && page->open[page->depth - 1] == element);
    page->depth--;
    FUZZ_REQUIRE(take(page, ">"));
}

static void take_start(struct page *page)
{
    struct qc_str name = take_name(page);
    bool empty = qc_str_equal(name, QC_STR("meta"));
    size_t element = number_of(name, elements, ELEMENTS);
    FUZZ_REQUIRE(empty || element < ELEMENTS);
    while (take(page, " "))
        take_attribute(page);
    FUZZ_REQUIRE(take(page, ">"));
    if (empty)
        return;
    FUZZ_REQUIRE(page->depth < DEEPEST);
    page->open[page->depth++] = (unsigned char)element;
}

void judge_html(struct qc_str out)
{
    static struct page page;
    page.text = out;
    page.at = page.depth = 0;
    FUZZ_REQUIRE(qc_utf8_invalid(out.ptr, out.len) == out.len);
    take(&page, "<!doctype html>");
    while (page.at < out.len) {
        if (take(&page, "</"))
            take_end(&page);
        else if (take(&page, "<"))
            take_start(&page);
        else
            take_character(&page);
    }
    FUZZ_REQUIRE(page.depth == 0);
}
