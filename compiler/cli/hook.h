/*
 * hook.h - what qc hook puts into a repository, and what its files share.
 */
#ifndef QC_CLI_HOOK_H
#define QC_CLI_HOOK_H

#include "cli/git.h"

enum { CLI_HOOK_COUNT = 2 };

enum cli_hook_state {
    CLI_HOOK_NONE,
    CLI_HOOK_OURS,
    CLI_HOOK_OTHER,
};

struct cli_hook {
    char *path, *before; /* before: the name of another hook that ours calls first */
    enum cli_hook_state state;
    bool kept; /* there is something at before */
};

struct cli_hooks {
    enum qc_language language;
    struct cli_git git;
    char *directory;
    struct cli_hook hook[CLI_HOOK_COUNT];
};

/* ---- hook_settings.c; each is false after a complaint ---- */

/* Fills in the directory in which git looks for hooks. *shared: it is that of several repositories. */
bool cli_hook_find(struct cli_hooks *hooks, bool *shared);

/* Tells the repository where this program is and what a heading looks like; takes back what is as it was told. */
bool cli_hook_write_settings(const struct cli_hooks *hooks);
bool cli_hook_remove_settings(const struct cli_hooks *hooks);

/* Does git know our documents by CLI_HOOK_ATTRIBUTES? */
bool cli_hook_shows_headings(const struct cli_hooks *hooks);

/* ---- the texts ---- */

/* The first lines of a hook of ours, of every version: it is known by them. */
#define CLI_HOOK_HEAD                                                                                        \
    "#!/bin/sh\n"                                                                                            \
    "# Made by \"qc hook install\", removed by \"qc hook uninstall\".\n"

/* Behind the name of a hook that ours calls first. */
#define CLI_HOOK_BEFORE ".before-qc"

/* What a hook of somebody else needs to do the same. */
#define CLI_HOOK_LINE "qc check --staged || exit"

/* The PATH of a graphical client may lack qc: then qc.program of the repository says where it was. */
#define CLI_HOOK_SCRIPT                                                                                      \
    CLI_HOOK_HEAD                                                                                            \
    "# Checks the documents that are staged; git commit --no-verify goes without.\n"                         \
    "if [ -x \"$0" CLI_HOOK_BEFORE "\" ]; then\n"                                                            \
    "    \"$0" CLI_HOOK_BEFORE "\" \"$@\" || exit\n"                                                         \
    "fi\n"                                                                                                   \
    "qc=$(command -v qc) || qc=$(git config --path --get qc.program)\n"                                      \
    "if [ ! -x \"$qc\" ]; then\n"                                                                            \
    "    echo 'qc: không tìm thấy qc nên không soát được; hãy cài lại qc, hoặc git commit --no-verify' >&2\n" \
    "    echo 'qc: qc is not found, so nothing is checked; install it, or git commit --no-verify' >&2\n"     \
    "    exit 1\n"                                                                                           \
    "fi\n"                                                                                                   \
    "exec \"$qc\" check --staged\n"

/* The line of .gitattributes that makes git use CLI_HOOK_HEADINGS. */
#define CLI_HOOK_ATTRIBUTES "*.qc diff=qc"

/*
 * The lines that git shows in hunk headers, as an extended regular expression:
 * headings by the labels of grammar/keywords.def, in any case, with and
 * without marks, these composed or not, and by the signs "A." and "I.". git
 * shows what the first parentheses hold. Letters with marks are alternatives
 * and not in brackets, because git may match bytes.
 */
#define CLI_HOOK_MUC "[Mm](u|U|ụ|Ụ|[uU]\xCC\xA3)[Cc]"
#define CLI_HOOK_LABELS                                                                                      \
    "([Pp][Hh](a|A|ầ|Ầ|[aA]\xCC\x82\xCC\x80)[Nn]"                                                            \
    "|[Cc][Hh](u|U|ư|Ư|[uU]\xCC\x9B)(o|O|ơ|Ơ|[oO]\xCC\x9B)[Nn][Gg]"                                          \
    "|" CLI_HOOK_MUC                                                                                         \
    "|[Tt][Ii](e|E|ể|Ể|[eE]\xCC\x82\xCC\x89)[Uu][[:blank:]]+" CLI_HOOK_MUC ")[[:blank:]]+"                    \
    "([0-9]{1,3}|[IVXLCivxlc]{1,7})([.:[:blank:]]|$)"
#define CLI_HOOK_ARTICLE                                                                                     \
    "(d|D|đ|Đ)[Ii](e|E|ề|Ề|[eE]\xCC\x82\xCC\x80)[Uu][[:blank:]]+[0-9]{1,3}[.:]"
#define CLI_HOOK_SIGNS "([A-Z]|[IVXLC]{1,7})[.][[:blank:]]"
#define CLI_HOOK_HEADINGS                                                                                    \
    "^[[:blank:]]*((" CLI_HOOK_LABELS "|" CLI_HOOK_ARTICLE "|" CLI_HOOK_SIGNS ").*)$"

#endif
