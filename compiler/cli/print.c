/*
 * print.c - the standard streams: complaints, texts, and whether they arrived.
 *
 * Owns the error state of stdout. Must not print anything of the user's but
 * through qc_show_character or the library.
 */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

static int stdout_error; /* errno of the first write that failed */

void cli_guard_streams(void)
{
    /* the wrong way round: reading stdin or writing stdout must fail as it would when closed; stderr was not wanted */
    static const int flags[] = { O_WRONLY, O_RDONLY, O_WRONLY };
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", flags[fd]) < 0)
            _exit(CLI_FAILED);
}

static void note_failure(void)
{
    if (stdout_error == 0)
        stdout_error = errno != 0 ? errno : EIO;
}

bool cli_stdout_failed(void)
{
    return stdout_error != 0;
}

bool cli_write(void *file, const char *bytes, size_t length)
{
    if (file == stderr && fflush(stdout) != 0) /* where both are one terminal the order shall be ours */
        note_failure();
    errno = 0;
    if (fwrite(bytes, 1, length, file) == length)
        return true;
    if (file == stdout)
        note_failure();
    return false;
}

void cli_print(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    errno = 0;
    if (vprintf(format, args) < 0)
        note_failure();
    va_end(args);
}

void cli_write_shown(FILE *file, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        char shown[QC_SHOWN_BYTES];
        size_t shown_length;
        at += qc_show_character(text + at, length - at, shown, &shown_length);
        cli_write(file, shown, shown_length);
    }
}

void cli_complain(enum qc_language language, const char *vi, const char *en, ...)
{
    char text[8192]; /* on the stack: out of memory is complained about too */
    va_list args;
    va_start(args, en);
    int written = vsnprintf(text, sizeof text, language == QC_VIETNAMESE ? vi : en, args);
    va_end(args);
    size_t length = written < 0 ? 0 : (size_t)written < sizeof text ? (size_t)written : sizeof text - 1;
    cli_write(stderr, "qc: ", 4);
    cli_write_shown(stderr, text, length);
    fputc('\n', stderr);
}

bool cli_no_memory(enum qc_language language)
{
    cli_complain(language, CLI_MSG(no_memory));
    return false;
}

enum cli_status cli_complain_memory(const struct cli *cli)
{
    cli_no_memory(cli->options.language);
    return CLI_FAILED;
}

const char *cli_error_text(enum qc_language language, int error)
{
    static const struct {
        int error;
        const char *text;
    } vietnamese[] = {
        { EACCES, "không có quyền" },
        { EBADF, "luồng đã đóng" },
        { EBUSY, "đang được dùng" },
        { EDQUOT, "hết hạn mức đĩa" },
        { EEXIST, "đã có" },
        { EFBIG, "tệp quá lớn" },
        { EIO, "lỗi vào/ra" },
        { EISDIR, "là một thư mục" },
        { ELOOP, "quá nhiều liên kết nối nhau" },
        { EMFILE, "đang mở quá nhiều tệp" },
        { ENAMETOOLONG, "tên quá dài" },
        { ENOENT, "không có tệp hoặc thư mục này" },
        { ENOMEM, "hết bộ nhớ" },
        { ENOSPC, "hết chỗ trên đĩa" },
        { ENOTDIR, "có phần của đường dẫn không phải thư mục" },
        { EPERM, "không được phép" },
        { EPIPE, "bên đọc đã đóng" },
        { EROFS, "hệ thống tệp chỉ đọc" },
    };
    if (language == QC_VIETNAMESE)
        for (size_t i = 0; i < sizeof vietnamese / sizeof *vietnamese; i++)
            if (vietnamese[i].error == error)
                return vietnamese[i].text;
    return strerror(error);
}

enum cli_status cli_close_streams(enum qc_language language, enum cli_status status)
{
    errno = 0;
    if (fflush(stdout) != 0 || (fclose(stdout) != 0 && errno != EINTR)) /* an interrupted close has closed */
        note_failure();
    if (stdout_error != 0) {
        cli_complain(language, CLI_MSG(cannot_write_stdout), cli_error_text(language, stdout_error));
        status = CLI_FAILED;
    }
    /* of stderr nobody is left to be told; it has no buffer, and sanitizers write to it after us */
    return ferror(stderr) ? CLI_FAILED : status;
}
