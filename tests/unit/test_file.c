/*
 * test_file.c - reading files, where they lie, and what is inside a project.
 */
#include "source/file.h"

#include "source/below.h"

#include <errno.h>
#include <ftw.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

static struct qc_arena arena;

static void write_file(const char *name, size_t length)
{
    FILE *file = fopen(name, "w");
    for (size_t i = 0; i < length; i++)
        putc('x', file);
    fclose(file);
}

static void test_read(void)
{
    struct qc_str bytes;
    int error = 0;
    write_file("file", 100000);
    unit_check(qc_file_read(&arena, "file", 200000, &bytes, &error) && bytes.len == 100000, "a file");
    unit_check(qc_file_read(&arena, "file", 100000, &bytes, &error) && bytes.len == 100000,
               "as large as may be");
    unit_check(qc_file_read(&arena, "file", 99999, &bytes, &error) && bytes.len == 100000,
               "too large by one");
    unit_check(qc_file_read(&arena, "file", 10, &bytes, &error) && bytes.len == 11,
               "no more is read than tells");
    unit_check(qc_file_read(&arena, "/dev/zero", 300000, &bytes, &error) && bytes.len == 300001,
               "without end");
    write_file("empty", 0);
    unit_check(qc_file_read(&arena, "empty", 10, &bytes, &error) && bytes.len == 0, "an empty file");
    unit_check(!qc_file_read(&arena, "none", 10, &bytes, &error) && error == ENOENT, "a missing file");
    unit_check(!qc_file_read(&arena, ".", 10, &bytes, &error) && error == EISDIR, "a directory");
    unit_check(!qc_file_read(&arena, "file/x", 10, &bytes, &error) && error == ENOTDIR,
               "a path below a file");
}

/* When there is no more memory the read jumps away. Sanitizers need room of their own. */
static void test_memory(void)
{
#if !defined(__SANITIZE_ADDRESS__)
    jmp_buf out;
    struct qc_arena small = { .out_of_memory = &out };
    struct qc_str bytes;
    int error, before = dup(0);
    close(before);
    struct rlimit limit, tight = { .rlim_cur = 64u << 20 };
    getrlimit(RLIMIT_AS, &limit);
    tight.rlim_max = limit.rlim_max;
    setrlimit(RLIMIT_AS, &tight);
    volatile bool jumped = false;
    if (setjmp(out) == 0)
        qc_file_read(&small, "/dev/zero", SIZE_MAX - 1, &bytes, &error);
    else
        jumped = true;
    setrlimit(RLIMIT_AS, &limit);
    int after = dup(0);
    close(after);
    unit_check(jumped && small.out_of_memory == &out, "out of memory jumps to the handler, which stays");
    unit_check(before == after, "and the descriptor is closed");
    qc_arena_free(&small);
#endif
}

static void test_names(void)
{
    static const char *const directories[][2] = { { "a/b.qc", "a" },   { "b.qc", "." }, { "/b.qc", "/" },
                                                  { "a//b.qc", "a" },  { "", "." },     { "-", "." },
                                                  { "a/b/c/", "a/b" }, { "/", "/" },    { "./b", "." } };
    for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
        unit_same(qc_str_from(qc_path_directory(&arena, directories[i][0])), directories[i][1],
                  "a directory");
    unit_same(qc_path_resolve(&arena, ".", QC_STR("x.qc")), "x.qc", "beside a bare name");
    unit_same(qc_path_resolve(&arena, "a/b", QC_STR("../x.qc")), "a/b/../x.qc", "relative to a directory");
    unit_same(qc_path_resolve(&arena, "/", QC_STR("x.qc")), "/x.qc", "relative to the root");
    unit_same(qc_path_resolve(&arena, "a", QC_STR("/x.qc")), "/x.qc", "absolute");
}

static void test_inside(void)
{
    mkdir("p", 0755);
    mkdir("p/q", 0755);
    mkdir("pq", 0755);
    write_file("p/q/a.qc", 1);
    write_file("pq/b.qc", 1);
    bool made = symlink("../../pq", "p/q/out") == 0 && symlink("../pq/b.qc", "p/b.qc") == 0 &&
                symlink("q", "p/in") == 0 && symlink("/nowhere/at/all", "p/dangling") == 0;
    static const char *const inside[] = { "p/q/a.qc", "p/in/a.qc",     "p/q/../q/a.qc", "p",          "p//ab//y.qc",
                                          "p/none",   "p/none/x/y.qc", "p/q/a.qc/x",    "p/../p/q/a.qc", "p/ab/y.qc" };
    static const char *const outside[] = { "pq/b.qc", "p/b.qc",    "p/q/out/b.qc",      "p/../pq/b.qc",
                                           "..",      "p/none/..", "p/none/../../x.qc", "none",
                                           "",        "/" };
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        unit_check(made && qc_path_is_inside("p", inside[i]), inside[i]);
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
        unit_check(!qc_path_is_inside("p", outside[i]), outside[i][0] == '\0' ? "an empty path" : outside[i]);
    unit_check(qc_path_is_inside("/", "p/q/a.qc"), "everything is inside the root");
    unit_check(qc_path_is_inside(".", "none.qc") && !qc_path_is_inside(".", "../none.qc"),
               "the current directory");
    unit_check(!qc_path_is_inside("none", "none/a.qc"), "nothing is inside what is not there");
    unit_check(strcmp(qc_path_from_here(&arena, "./p/q"), "p/q") == 0, "a directory below, from here");
    unit_check(strcmp(qc_path_from_here(&arena, "p/.."), ".") == 0, "this one");
    unit_check(strcmp(qc_path_from_here(&arena, ".."), "..") == 0, "the one above");
    unit_check(strcmp(qc_path_from_here(&arena, "../.."), "../..") == 0, "the one above that");
    unit_check(strspn(qc_path_from_here(&arena, "/"), "./") == strlen(qc_path_from_here(&arena, "/")) &&
                   qc_path_from_here(&arena, "/")[0] == '.',
               "the root, far above");
    unit_check(strcmp(qc_path_from_here(&arena, "/usr"), "/usr") == 0, "one that lies elsewhere");
    unit_check(strcmp(qc_path_from_here(&arena, "none"), "none") == 0, "one that is not there");
}

/* Reads what a document would name; 0, or the errno. */
static int read_below(const char *path)
{
    struct qc_str bytes;
    int error = 0;
    return qc_file_read_below(&arena, "p", path, 10, &bytes, &error) ? 0 : error;
}

/* p/link1 leads to a file, each other to the one before it; as many as Linux follows. */
static void test_chain_of_links(void)
{
    enum { MOST = 40 };
    char name[32] = "q/a.qc", link[32];
    bool made = true;
    for (int i = 1; i <= MOST + 1; i++) {
        snprintf(link, sizeof link, "p/link%d", i);
        made = made && symlink(name, link) == 0;
        snprintf(name, sizeof name, "link%d", i);
    }
    unit_check(made && read_below("p/link40") == 0, "forty links, one behind the other");
    unit_check(read_below("p/link41") == ELOOP, "one more");
}

static void test_below(const char *here)
{
    test_chain_of_links();
    const char *absolute = qc_str_format(&arena, "%s/p/q/a.qc", here).ptr;
    bool made = symlink(absolute, "p/absolute.qc") == 0 && symlink("p2.qc", "p/p1.qc") == 0 &&
                symlink("p1.qc", "p/p2.qc") == 0 && mkfifo("p/pipe.qc", 0644) == 0;
    unit_check(made && read_below("p/q/a.qc") == 0, "a file below");
    unit_check(read_below("p/in/a.qc") == 0, "by a link to a directory");
    unit_check(read_below("p/absolute.qc") == 0, "by a link that names it from the root of all");
    unit_check(read_below("p/q/../q/a.qc") == 0, "up and down");
    unit_check(read_below("pq/b.qc") == EXDEV, "a file beside, whose path begins in the same way");
    unit_check(read_below("p/b.qc") == EXDEV, "by a link that leads out");
    unit_check(read_below("p/q/out/b.qc") == EXDEV, "by a directory that leads out");
    unit_check(read_below("p/q/../../pq/b.qc") == EXDEV, "up too far");
    unit_check(read_below("p/none.qc") == ENOENT, "not there");
    unit_check(read_below("p/p1.qc") == ELOOP, "links in a circle");
    unit_check(read_below("p/q") == EISDIR && read_below("p/pipe.qc") == EISDIR, "nothing but files");
    int before = dup(0), after;
    close(before);
    for (int i = 0; i < 100; i++)
        read_below(i % 2 == 0 ? "p/p1.qc" : "p/q/out/b.qc");
    after = dup(0);
    close(after);
    unit_check(before == after, "and every descriptor is closed");
}

static void test_root(const char *here)
{
    mkdir("p/.git", 0755);
    write_file("pq/.qc.toml", 0);
    mkdir("alone", 0755);
    char *root = qc_project_root(&arena, "p/q/a.qc");
    unit_same(qc_str_from(root), qc_str_format(&arena, "%s/p", here).ptr, "a directory with .git, above");
    root = qc_project_root(&arena, "pq/b.qc");
    unit_same(qc_str_from(root), qc_str_format(&arena, "%s/pq", here).ptr, "the own directory with .qc.toml");
    unit_same(qc_str_from(qc_project_root(&arena, "alone/a.qc")), "alone", "neither: the own directory");
    unit_same(qc_str_from(qc_project_root(&arena, "none/a.qc")), "none", "one that is not there");
    unit_same(qc_str_from(qc_project_root(&arena, "-")), ".", "standard input");
}

static int forget(const char *path, const struct stat *about, int type, struct FTW *place)
{
    (void)about, (void)type, (void)place;
    return remove(path);
}

int main(void)
{
    char here[] = "/tmp/qc-test-XXXXXX", *real = mkdtemp(here) != NULL ? realpath(here, NULL) : NULL;
    if (real == NULL || chdir(real) != 0)
        return !unit_check(false, "a folder for the test");
    test_read();
    test_memory();
    test_names();
    test_inside();
    test_below(real);
    test_root(real);
    unit_check(nftw(real, forget, 8, FTW_DEPTH | FTW_PHYS) == 0, "the folder is gone");
    free(real);
    qc_arena_free(&arena);
    return unit_end();
}
