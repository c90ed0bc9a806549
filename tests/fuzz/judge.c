/* judge.c - see judge.h; HTML is in judge_html.c. */
#include "judge.h"

#include <cmark.h>

#include "base/utf8.h"
#include "harness.h"

void judge_terminal(struct qc_str out)
{
    FUZZ_REQUIRE(qc_utf8_invalid(out.ptr, out.len) == out.len);
    for (size_t i = 0, n; i < out.len; i += n) {
        unsigned c = qc_utf8_decode(out, i, &n);
        FUZZ_REQUIRE(c == '\n' || c == '\t' || !qc_is_control(c));
    }
}

/* ---- JSON ------------------------------------------------------------------------------------------------- */

struct json {
    struct qc_str text;
    size_t at;
};

static char json_peek(struct json *json)
{
    while (json->at < json->text.len && memchr(" \t\r\n", json->text.ptr[json->at], 4) != NULL)
        json->at++;
    return json->at < json->text.len ? json->text.ptr[json->at] : '\0';
}

static bool json_take(struct json *json, char byte)
{
    bool there = json_peek(json) == byte;
    json->at += there;
    return there;
}

static bool is_one_of(struct qc_str text, size_t at, const char *bytes)
{
    return at < text.len && memchr(bytes, text.ptr[at], strlen(bytes)) != NULL;
}

static void json_string(struct json *json)
{
    FUZZ_REQUIRE(json_take(json, '"'));
    for (; json->at < json->text.len && json->text.ptr[json->at] != '"'; json->at++) {
        FUZZ_REQUIRE((unsigned char)json->text.ptr[json->at] >= 0x20);
        if (json->text.ptr[json->at] != '\\')
            continue;
        FUZZ_REQUIRE(is_one_of(json->text, ++json->at, "\"\\/bfnrtu"));
        for (size_t digits = json->text.ptr[json->at] == 'u' ? 4 : 0; digits > 0; digits--)
            FUZZ_REQUIRE(is_one_of(json->text, ++json->at, "0123456789abcdefABCDEF"));
    }
    FUZZ_REQUIRE(json_take(json, '"'));
}

static void json_word(struct json *json)
{
    size_t begin = json->at;
    bool number = true;
    for (; is_one_of(json->text, json->at, "-0123456789abcdefghijklmnopqrstuvwxyz"); json->at++)
        number = number && is_one_of(json->text, json->at, "-0123456789");
    struct qc_str word = qc_str_slice(json->text, begin, json->at);
    FUZZ_REQUIRE(word.len > 0);
    FUZZ_REQUIRE(number || qc_str_equal(word, QC_STR("true")) || qc_str_equal(word, QC_STR("false")) ||
                 qc_str_equal(word, QC_STR("null")));
}

/* What the library prints nests a few levels deep, whatever the document does. */
static void json_value(struct json *json, unsigned depth)
{
    enum { DEEPEST = 16 };
    FUZZ_REQUIRE(depth < DEEPEST);
    char first = json_peek(json);
    if (first == '"') {
        json_string(json);
    } else if (first != '{' && first != '[') {
        json_word(json);
    } else {
        char end = first == '{' ? '}' : ']';
        json->at++;
        for (bool more = !json_take(json, end); more; more = !json_take(json, end) && json_take(json, ',')) {
            if (first == '{') {
                json_string(json);
                FUZZ_REQUIRE(json_take(json, ':'));
            }
            json_value(json, depth + 1);
            FUZZ_REQUIRE(json_peek(json) == end || json_peek(json) == ',');
        }
    }
}

void judge_json(struct qc_str out)
{
    struct json json = { out, 0 };
    FUZZ_REQUIRE(qc_utf8_invalid(out.ptr, out.len) == out.len);
    json_value(&json, 0);
    json_peek(&json);
    FUZZ_REQUIRE(json.at == out.len);
}

/* ---- LaTeX ------------------------------------------------------------------------------------------------ */

/* What the emitter writes, and not what a document with other eyes than ours would: the list is closed. */
static const char *const commands[] = {
    "begin", "end", "documentclass", "usepackage", "hypersetup", "href", "hyperlink", "textbackslash",
    "textasciicircum", "textasciitilde", "textbf", "textit", "texttt",
};
static const char *const environments[] = {
    "document", "qchead", "qcheading", "qcfoot", "qcsignature", "qcrecipients",
};

static bool is_among(struct qc_str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (qc_str_equal(word, qc_str_from(list[i])))
            return true;
    return false;
}

static struct qc_str letters_at(struct qc_str text, size_t at)
{
    size_t end = at;
    while (is_one_of(text, end, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        end++;
    return qc_str_slice(text, at, end);
}

/* The command at out[at], a backslash; returns where it ends. A command of the package is one that begins so. */
static size_t judge_command(struct qc_str out, size_t at)
{
    struct qc_str name = letters_at(out, at + 1);
    size_t end = at + 1 + name.len;
    if (name.len == 0) {
        FUZZ_REQUIRE(is_one_of(out, end, "{}$&#%_-~"));
        return end + 1;
    }
    FUZZ_REQUIRE(qc_str_starts(name, QC_STR("qc")) ||
                 is_among(name, commands, sizeof commands / sizeof *commands));
    if (qc_str_equal(name, QC_STR("begin")) || qc_str_equal(name, QC_STR("end"))) {
        FUZZ_REQUIRE(end < out.len && out.ptr[end] == '{');
        FUZZ_REQUIRE(is_among(letters_at(out, end + 1), environments, sizeof environments / sizeof *environments));
    }
    return end;
}

void judge_latex(struct qc_str out)
{
    size_t depth = 0;
    FUZZ_REQUIRE(qc_utf8_invalid(out.ptr, out.len) == out.len);
    for (size_t i = 0; i < out.len;) {
        unsigned char c = (unsigned char)out.ptr[i];
        FUZZ_REQUIRE((c >= 0x20 || c == '\n') && c != 0x7F && memchr("$&#%_^", c, 6) == NULL);
        if (c == '\\') {
            i = judge_command(out, i);
            continue;
        }
        FUZZ_REQUIRE(c != '}' || depth > 0);
        depth += c == '{';
        depth -= c == '}';
        i++;
    }
    FUZZ_REQUIRE(depth == 0);
}

/* ---- Markdown --------------------------------------------------------------------------------------------- */

static void judge_node(cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
        break;
    case CMARK_NODE_LINK:
        judge_address(qc_str_from(cmark_node_get_url(node)));
        break;
    default:
        FUZZ_REQUIRE(strcmp(cmark_node_get_type_string(node), "a kind that the emitter writes") == 0);
    }
}

void judge_markdown(struct qc_str out)
{
    FUZZ_REQUIRE(qc_utf8_invalid(out.ptr, out.len) == out.len);
    cmark_node *document = cmark_parse_document(out.ptr, out.len, CMARK_OPT_DEFAULT);
    cmark_iter *nodes = cmark_iter_new(document);
    while (cmark_iter_next(nodes) != CMARK_EVENT_DONE)
        judge_node(cmark_iter_get_node(nodes));
    cmark_iter_free(nodes);
    cmark_node_free(document);
}
