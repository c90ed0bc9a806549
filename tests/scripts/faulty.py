"""Commands of qc to which something happens: for cli-faults and cli-signals to one call of the system (tests/tools/faultcall.c),
for cli-devices to all of it.
"""
import concurrent.futures
import itertools
import os
import re
import shutil
import subprocess
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(TOP, os.environ.get("QC_BUILD", "build"))
QC, TOOL = os.path.join(BUILD, "qc"), os.path.join(BUILD, "tools", "faultcall")
SAMPLES = [os.path.join(TOP, "samples", *name.split("/")) for name in
           ("chi-doan-2024/clean.qc", "chi-doan-2024/as-written.qc", "cong-doan-2021/clean.qc", "to-chuc-2020/clean.qc")]
MESSY = "loại: Thông báo\n\n\ntrích yếu: Lịch  họp\ncơ quan: Trường Mầm non Hoa Mai\nsố: 12/TB-MNHM\nđịa danh: Hà Nội\nngày: 05/9/2025\n" \
        "người ký: Trần Thị Lan\n  chức vụ: Hiệu trưởng\n\n1. Họp vào thứ Hai ,tại phòng họp.\n1. Họp xong thì khóa cửa./.\n\nnơi nhận:\n- Lưu: VT.\n"

# What each command is called, its arguments, what it may write, and where its input comes from.
COMMANDS = {
    "build": (["build", "-t", "html", "-o", "out.html", "in.qc"], ["out.html"]),
    "build standard input": (["build", "-t", "html", "-o", "out.html", "-"], ["out.html"]),
    "build three formats": (["build", "-t", "html,markdown,latex", "-o", "out/", "in.qc"], ["out/in.html", "out/in.md", "out/in.tex"]),
    "build to standard output": (["build", "-t", "markdown", "-o", "-", "in.qc"], []),
    "check": (["check", "in.qc", "messy.qc"], []),
    "check as SARIF": (["check", "--format", "sarif", "messy.qc"], []),
    "check --fix": (["check", "--fix", "messy.qc"], ["messy.qc"]),
    "fmt": (["fmt", "messy.qc"], ["messy.qc"]),
    "fmt --diff": (["fmt", "--diff", "messy.qc"], []),
    "renew": (["renew", "in.qc", "-o", "next.qc"], ["next.qc"]),
    "new": (["new", "--template", "school-union", "-o", "next.qc", "--set", "school=Trường Mầm non Hoa Mai"], ["next.qc"]),
    "chain": (["chain", "."], []),
    "bases": (["bases", "in.qc"], []),
    "parties": (["parties", "in.qc"], []),
    "dump": (["dump", "document", "in.qc"], []),
}
OLD = b"// old\n"


def names():
    """The numbers of calls by name, as the C library has them."""
    with open("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", encoding="ascii") as file:
        return {int(number): name for name, number in re.findall(r"#define __NR_(\w+) (\d+)", file.read())}


class Bench:
    """A folder in which one command runs again and again from the same state."""

    def __init__(self, folder, arguments, outputs, sample):
        self.folder, self.arguments, self.outputs = folder, arguments, outputs
        with open(sample, "rb") as file:
            self.inputs = {"in.qc": file.read(), "messy.qc": MESSY.encode()}
        self.before = {name: self.inputs.get(name, OLD) for name in outputs}
        os.makedirs(os.path.join(folder, "out"))
        self.report = os.path.join(folder, "..", os.path.basename(folder) + ".report")
        self.calls = []
        self.status, self.said, _ = self.undisturbed()
        self.after = self.read()

    def undisturbed(self):
        """Runs once with nothing wrong; returns the status and what was printed."""
        done = self.run(0, "0")
        self.calls, _ = self.reported()
        return done

    def write(self):
        """Puts everything as it was."""
        for name, data in {**self.inputs, **self.before}.items():
            if self.arguments[0] in ("renew", "new") and name in self.outputs:
                if os.path.exists(os.path.join(self.folder, name)):
                    os.remove(os.path.join(self.folder, name))
                self.before[name] = None
                continue
            with open(os.path.join(self.folder, name), "wb") as file:
                file.write(data)

    def read(self):
        found = {}
        for name in self.outputs:
            path = os.path.join(self.folder, name)
            found[name] = None
            if os.path.exists(path):
                with open(path, "rb") as file:
                    found[name] = file.read()
        return found

    def reported(self):
        """Of each call of the last run its number and its first argument; and those of the one that went wrong, or None."""
        with open(self.report, encoding="ascii") as file:
            rows = file.read().splitlines()
        calls = [tuple(map(int, row.split())) for row in rows if row != "hit"]
        return calls, calls[rows.index("hit") - 1] if "hit" in rows else None

    def run(self, number, fault):
        self.write()
        with open(os.path.join(self.folder, "in.qc"), "rb") as opened:
            done = subprocess.run([TOOL, self.report, str(number), fault, QC, *self.arguments], cwd=self.folder, stdin=opened,
                                  capture_output=True, check=False, timeout=60, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "QC_LANG": "en"})
        return done.returncode, done.stdout, done.stderr

    def strangers(self):
        """Files that are none of ours, which are removed."""
        found = []
        for where, _, files in os.walk(self.folder):
            for name in files:
                path = os.path.relpath(os.path.join(where, name), self.folder)
                if path not in self.inputs and path not in self.outputs:
                    found.append(path)
                    os.remove(os.path.join(self.folder, path))
        return found


def usable():
    """Does the tool run here? It needs ptrace, and knows one architecture."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([TOOL, os.path.join(folder, "report"), "0", "0", "/bin/true"], capture_output=True, check=False)
    return done.returncode == 0


def each_command(judge, samples, kind=Bench):
    """Yields (name, problems, count) for what judge(bench, name) says of each command, two at a time."""
    def one(item):
        sample, (name, (arguments, outputs)) = item
        if len(samples) > 1:
            name += ", " + os.path.relpath(sample, os.path.join(TOP, "samples"))
        if os.path.basename(sample) != "clean.qc" and arguments[0] == "build":
            arguments = arguments[:1] + ["--force"] + arguments[1:]
        folder = tempfile.mkdtemp()
        try:
            os.mkdir(os.path.join(folder, "here"))
            return (name, *judge(kind(os.path.join(folder, "here"), arguments, outputs, sample), name))
        finally:
            shutil.rmtree(folder)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        yield from pool.map(one, itertools.product(samples, COMMANDS.items()))
