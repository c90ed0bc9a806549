"""Shared by pre-commit, hook and staged: a scratch repository, a document with and without an error, and six cases of commits."""
import os
import shutil
import subprocess
import tempfile

from tap import ok  # noqa: F401

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QC = os.path.abspath(os.path.join(os.environ.get("QC_BUILD", "build"), "qc"))
GOOD = """loại: Quy chế
trích yếu: Sử dụng phòng họp
cơ quan: Trường Tiểu học Hoa Mai
số: 12/QC-THHM
địa danh: Hà Nội
ngày: 05/9/2025
căn cứ: Nghị quyết số 5/NQ-HNVC ngày 20 tháng 8 năm 2025 của Hội nghị viên chức về nội quy
hiệu lực: kể từ ngày ký

người ký: Trần Thị Mai
  chức vụ: Hiệu trưởng

1. Ai cần phòng họp ghi vào sổ trước một ngày.

2. Quy chế này có hiệu lực {hiệu lực}./.

nơi nhận:
- Tổ chuyên môn;
- Lưu: VT.
"""
BAD = GOOD.replace("\n2. ", "\n1. ")
WORK = os.path.realpath(tempfile.mkdtemp())
os.mkdir(WORK + "/private")


def environment(**more):
    """Nothing of the machine's git, nobody's name, and qc on PATH."""
    made = {"HOME": os.getcwd(), "PATH": f"{os.path.dirname(QC)}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "QC_LANG": "en",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_HOME": WORK + "/cache", "TMPDIR": WORK + "/private"}
    for key, value in os.environ.items():
        if key.startswith(("ASAN", "LSAN", "UBSAN")):
            made[key] = value
    for who in "AUTHOR", "COMMITTER":
        made |= {f"GIT_{who}_NAME": "test", f"GIT_{who}_EMAIL": "test@example.org"}
    return made | more


def run(*command, more=None, **options):
    """Exit status, and what was said on both streams."""
    done = subprocess.run(command, env=environment(**(more or {})), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False, **options)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def qc(*arguments, **options):
    return run(QC, *arguments, **options)


def repository(name, *options):
    """A new one in WORK, which becomes the place we stand at."""
    os.chdir(WORK)
    run("git", "init", "-q", "-b", "main", *options, name)
    os.chdir(name)


def run_all(*tests):
    for test in tests:
        test()
    os.chdir("/")
    shutil.rmtree(WORK)


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def write(name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


def commit(name, text):
    """Stages a file and commits; the exit status and what was said."""
    write(name, text)
    run("git", "add", "--", name)
    return run("git", "commit", "-m", name)


def commits():
    """What hooks do with documents, in the repository we stand in."""
    status, said = commit("quy chế.qc", BAD)
    ok(status == 1 and "number-duplicate" in said, "a number given twice stops the commit", said)
    status, said = commit("quy chế.qc", GOOD)
    ok(status == 0, "the repaired document, with a Vietnamese name, goes through", said)
    write("quy chế.qc", BAD)
    status, said = commit("khác.qc", GOOD)
    ok(status == 0 and read("quy chế.qc") == BAD, "what is not staged does not matter, and stays", said)
    write("quy chế.qc", GOOD)
    for number in range(200):
        write(f"văn bản {number}.qc", GOOD.replace("12/QC", f"{number + 20}/QC"))
    run("git", "add", ".")
    status, said = run("git", "commit", "-m", "many")
    ok(status == 0 and run("git", "ls-files")[1].count(".qc") == 202, "two hundred documents in one commit", said)
    write("ghi-chu.txt", "loại")
    run("git", "add", ".")
    status, said = run("git", "commit", "-m", "text")
    ok(status == 0 and "error" not in said, "other files are no matter for the hooks", said)
