/*
 * staged_tree.h - a tree of what is staged in git.
 */
#ifndef QC_CLI_STAGED_TREE_H
#define QC_CLI_STAGED_TREE_H

#include "cli/git.h"

/*
 * Writes what the compiler may read of the index into a tree below the private
 * directory: documents, project files, symbolic links. Returns the place in it
 * that is ours in the work tree, which the caller frees; NULL after a complaint.
 * It is the last thing to ask of git: the environment is no more that of a hook.
 */
char *cli_staged_tree(const struct cli_git *git, const char *directory);

#endif
