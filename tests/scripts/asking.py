"""Shared by new and templates: runs of qc new, what its templates ask, and a set of answers."""
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
QC = os.environ.get("QC", os.path.join(TOP, "build/qc"))
failed = False
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "QC_LANG"))},
               "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "1788220800"}  # 01/9/2026: school year 2026 - 2027

# A name for every signatory: one that signs twice would be a finding.
KINDERGARTEN = {
    "trường": "Trường Mầm non Hoa Mai", "cấp học": "mầm non", "xã phường": "phường Hoa Mai",
    "tỉnh": "thành phố Hà Nội", "hiệu trưởng": "Trần Thị Lan", "chủ tịch công đoàn": "Lê Thị Hòa",
    "bí thư": "Nguyễn Thị Hảo", "trưởng ban": "Vũ Văn Minh", "trưởng trạm": "Đỗ Thị Mai",
    "trưởng công an": "Phạm Văn Hùng", "đơn vị phối hợp": "Hội Khuyến học phường Hoa Mai",
    "số": "12", "ngày": "07/9/2026",
}


def report(fine, what, detail=""):
    global failed
    if not fine:
        failed = True
        print(detail if isinstance(detail, str) else repr(detail))
    print(f"{'ok' if fine else 'not ok'} - {what}")


def qc(*arguments, **environment):
    done = subprocess.run([QC, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False,
                          env={**ENVIRONMENT, **environment})
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def listed(*arguments):
    return [line.split()[0] for line in qc("new", "--list", *arguments)[1].splitlines()]


def asked(template):
    """The questions of a template: Vietnamese name to choices."""
    questions, name = {}, None
    for line in qc("new", "--lang", "vi", "--template", template, "--questions")[1].splitlines()[1:]:
        if not line.startswith("      "):
            name = line.split(" (")[0].strip()
            questions[name] = []
        elif ": " in line and ";" not in line:
            questions[name] = line.split(": ")[1].split(", ")
    return questions


def settings(template, answers):
    wanted = asked(template)
    return [word for name, text in answers.items() if name in wanted for word in ("--set", f"{name}={text}")]


def files(path):
    """What a template wrote: the document, and what is attached to it."""
    attached = path[:-3] + "-kem-theo.qc"
    return [path] + ([attached] if os.path.exists(attached) else [])


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def finish():
    sys.exit(failed)
