/*
 * effect.c - reads hiệu lực: from when, and until when.
 *
 *     [kể] từ ngày ký / ban hành / ký ban hành / D/M/YYYY
 *     [sau] N ngày kể từ ngày ký
 *     trong năm học …
 *     … đến [hết] ngày D/M/YYYY
 */
#include "base/utf8.h"
#include "sema/sema.h"

/* The words of the value, folded for comparing. */
struct words {
    struct qc_arena *arena;
    struct qc_str impossible; /* a day that is not in the calendar; empty when none was met */
    struct qc_str key; /* name key of the rest: small letters, single blanks */
};

static bool accept(struct words *words, const char *phrase)
{
    struct qc_str expected = qc_str_from(phrase);
    size_t length = expected.len;
    if (!qc_str_starts(words->key, expected)) {
        struct qc_str bare = qc_name_bare(words->arena, expected); /* typed without marks */
        if (!qc_str_starts(words->key, bare))
            return false;
        length = bare.len;
    }
    if (words->key.len > length && words->key.ptr[length] != ' ')
        return false;
    words->key = qc_str_skip(words->key, words->key.len > length ? length + 1 : length);
    return true;
}

static bool accept_number(struct words *words, unsigned *number)
{
    size_t i = 0;
    *number = 0;
    for (; i < words->key.len && words->key.ptr[i] >= '0' && words->key.ptr[i] <= '9' && i < 4; i++)
        *number = *number * 10 + (unsigned)(words->key.ptr[i] - '0');
    if (i == 0 || i > 3 || i == words->key.len || words->key.ptr[i] != ' ')
        return false;
    words->key = qc_str_skip(words->key, i + 1);
    return true;
}

/* A date that takes the rest, up to "đến" if there is one. */
static bool accept_date(struct words *words, struct qc_date *date)
{
    size_t end = qc_str_find(words->key, QC_STR(" đến "));
    if (end == words->key.len)
        end = qc_str_find(words->key, QC_STR(" den "));
    struct qc_str typed = qc_str_slice(words->key, 0, end);
    if (typed.len == 0)
        return false;
    struct qc_str with_word = qc_str_format(words->arena, "ngày %.*s", QC_STR_ARGS(typed));
    bool spelled = qc_str_find(typed, QC_STR("tháng")) < typed.len && !qc_str_starts(typed, QC_STR("ngày"));
    enum qc_date_fault fault = qc_date_read(spelled ? with_word : typed, date);
    words->impossible = fault == QC_DATE_IMPOSSIBLE ? typed : QC_STR("");
    if (fault != QC_DATE_FINE)
        return false;
    words->key = end < words->key.len ? qc_str_skip(words->key, end + 1) : QC_STR("");
    return true;
}

static bool accept_signing(struct words *words)
{
    return accept(words, "ký ban hành") || accept(words, "ký") || accept(words, "ban hành");
}

static bool accept_until(struct words *words, struct qc_date *date)
{
    if (words->key.len == 0)
        return true;
    if (!accept(words, "đến"))
        return false;
    accept(words, "hết");
    accept(words, "ngày");
    return accept_date(words, date) && words->key.len == 0;
}

static bool accept_school_year(struct words *words, unsigned *to)
{
    if (!accept(words, "trong năm học"))
        return false;
    size_t end = qc_str_find(words->key, QC_STR(" đến "));
    unsigned from;
    if (!qc_sema_read_years(qc_str_slice(words->key, 0, end), &from, to)) {
        *to = 0;
        return false;
    }
    words->key = end < words->key.len ? qc_str_skip(words->key, end + 1) : QC_STR("");
    return true;
}

/* Reads the whole value; *plain_date: it names a day, which prints in the decree's form. */
static bool read_effect(struct words *words, struct qc_effect *effect, bool *plain_date, bool *from_word)
{
    struct words start = *words;
    accept(words, "sau");
    if (accept_number(words, &effect->delay) && accept(words, "ngày") && accept(words, "kể từ ngày") &&
        accept_signing(words))
        return accept_until(words, &effect->until);
    *words = start;
    effect->delay = 0;
    if (accept_school_year(words, &effect->school_year_to))
        return accept_until(words, &effect->until);
    *from_word = accept(words, "từ");
    bool counted = !*from_word && accept(words, "kể từ");
    struct words behind = *words;
    if (accept(words, "ngày") && (*from_word || counted) && accept_signing(words))
        return accept_until(words, &effect->until);
    *words = behind;
    accept(words, "ngày");
    *plain_date = accept_date(words, &effect->from);
    return *plain_date && accept_until(words, &effect->until);
}

static struct qc_str date_effect_text(struct qc_arena *arena, const struct qc_effect *effect, bool from_word)
{
    struct qc_str from = qc_date_format(arena, effect->from);
    struct qc_str lead = from_word ? QC_STR("từ") : QC_STR("kể từ");
    if (!effect->until.given)
        return qc_str_format(arena, "%.*s %.*s", QC_STR_ARGS(lead), QC_STR_ARGS(from));
    return qc_str_format(arena, "%.*s %.*s đến hết %.*s", QC_STR_ARGS(lead), QC_STR_ARGS(from),
                         QC_STR_ARGS(qc_date_format(arena, effect->until)));
}

/* What a value that was read prints: a plain day in the form of the decree, else as typed. */
static struct qc_str printed(struct qc_arena *arena, struct qc_str typed, const struct qc_effect *effect,
                             bool plain_date, bool from_word)
{
    if (plain_date)
        return date_effect_text(arena, effect, from_word);
    if (typed.ptr[0] >= '0' && typed.ptr[0] <= '9')
        return qc_str_format(arena, "sau %.*s", QC_STR_ARGS(typed));
    return typed;
}

bool qc_sema_read_effect(struct qc_arena *arena, struct qc_str typed, struct qc_str *prints)
{
    struct words words = { .arena = arena, .key = qc_name_key(arena, typed) };
    struct qc_effect effect = { 0 };
    bool plain_date = false, from_word = false;
    if (typed.len == 0 || !read_effect(&words, &effect, &plain_date, &from_word))
        return false;
    *prints = printed(arena, typed, &effect, plain_date, from_word);
    return true;
}

void qc_sema_effect(struct qc_sema *sema)
{
    struct qc_arena *arena = &sema->cx->arena;
    const struct qc_declaration *declaration = qc_sema_first(sema, QC_KW_EFFECT);
    struct qc_effect *effect = &sema->document->effect;
    if (declaration == NULL)
        return;
    effect->declared = true;
    effect->span = declaration->key;
    if (declaration->values.count == 0) {
        effect->blank = true;
        effect->text = QC_STR("kể từ ngày …");
        qc_sema_blank(sema, declaration);
        return;
    }
    const struct qc_prose *prose = declaration->values.items[0];
    struct qc_str typed = qc_sema_value(sema, prose);
    if (qc_str_starts(typed, QC_STR("có hiệu lực "))) /* the sentence around {hiệu lực} says that */
        typed = qc_str_trim(qc_str_skip(typed, strlen("có hiệu lực ")));
    struct words words = { .arena = arena, .key = qc_name_key(arena, typed) };
    bool plain_date = false, from_word = false;
    effect->text = typed;
    effect->span = qc_prose_whole(prose);
    if (!read_effect(&words, effect, &plain_date, &from_word)) {
        if (words.impossible.len > 0)
            qc_report(sema->cx, effect->span, QC_MSG(date_impossible), QC_STR_ARGS(words.impossible));
        else
            qc_report(sema->cx, effect->span, QC_MSG(effect_form), QC_STR_ARGS(typed));
        return;
    }
    effect->text = printed(arena, typed, effect, plain_date, from_word);
}
