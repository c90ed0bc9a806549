"""How the engines of editors colour a file: for tests/scripts/editors and editors-samples.

Vim, Emacs, Kate, pandoc and the engine of VS Code, which comes from npm. Each takes a file and gives its lines, a line as
runs of (text, what the engine calls it).
"""
import html
import os
import re
import shutil
import subprocess

from tap import ok  # noqa: F401

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EDITORS = os.path.join(TOP, "grammar", "editors")
HERE = os.path.join(TOP, "tests", "editors")
BUILD = os.path.join(TOP, os.environ.get("QC_BUILD", "build"))
UTF8 = {**os.environ, "LC_ALL": "C.UTF-8"}

# What each engine calls a kind of text. Pandoc's names are the classes of its HTML ("" where it has none), Kate's the
# styles of the theme Breeze Light.
KINDS = {kind: dict(zip(("vim", "emacs", "vscode", "pandoc", "kate"), names)) for kind, *names in (
    ("keyword", "qcDeclaration|qcBlock|qcEnding", "font-lock-keyword-face", "keyword.other", "kw", "font-weight:bold"),
    ("field", "qcField", "qc-field", "variable.other.property", "dt", "color:#0057ae"),
    ("value", "qcValue", "font-lock-constant-face", "constant.language", "cn", "color:#aa5500"),
    ("label", "qcLabel", "font-lock-function-name-face", "entity.name.section", "cf", "font-weight:bold"),
    ("title", "qcHeading|qcTitle|qcNextTitle", "qc-title", "markup.heading", "fu", "color:#644a9b"),
    ("marker", "qcMarker", "font-lock-function-name-face", "keyword.control.marker", "cf", "font-weight:bold"),
    ("name", "qcName", "font-lock-variable-name-face", "punctuation.definition.name|variable.other.qc", "va", "color:#0057ae"),
    ("tag", "qcLabelName", "font-lock-doc-face", "punctuation.definition.label|entity.name.label", "an", "color:#ca60ca"),
    ("reference", "qcReference", "font-lock-constant-face", "punctuation.definition.reference|entity.name.function", "ot", "color:#006e28"),
    ("unit", "qcUnit", "font-lock-preprocessor-face", "support.function", "im", "color:#ff5500"),
    ("number", "qcDate|qcNumber", "font-lock-builtin-face", "constant.numeric", "dv", "color:#b08000"),
    ("bold", "qcBold", r"\(qc-bold\)", "markup.bold", "", "font-weight:bold"),
    ("italic", "qcItalic", r"\(qc-italic\)", "markup.italic", "", "font-style:italic"),
    ("comment", "qcComment", "font-lock-comment", "comment.line", "co", "color:#898887"),
    ("allowance", "qcAllowance", r"\(font-lock-warning-face", "keyword.control.allowance", "al", "color:#bf0303"),
    ("escape", "qcEscape|qcPlainLine", "font-lock-constant-face", "constant.character", "sc", "color:#3daee9"),
    ("plain", "$|qcBody", "$", "$", "$", "$"),
)}

def run(*command, env=None, data=None):
    done = subprocess.run(command, capture_output=True, input=data, env={**UTF8, **(env or {})}, check=False)
    return done.stdout.decode()


def runs(text):
    return [[tuple(run.split("\t")) for run in line.split("\x1f") if run] for line in text.split("\n")]


def vim(path):
    run("vim", "-u", "NONE", "-i", "NONE", "-N", "-es", "--cmd", f"set encoding=utf-8 rtp^={EDITORS}/vim",
        "--cmd", "filetype plugin on", "--cmd", "syntax on", "-S", os.path.join(HERE, "colours.vim"), path)
    with open(path + ".colours", encoding="utf-8") as file:
        return runs(file.read())


def emacs(path):
    return runs(run("emacs", "-Q", "--batch", "-L", os.path.join(EDITORS, "emacs"), "-l", os.path.join(HERE, "colours.el"), path,
                    env={"HOME": os.path.dirname(path)}))


def spans(page, attribute):
    """Runs of HTML whose colours are spans."""
    lines = []
    for line in page.split("\n"):
        pieces = re.findall(rf'<span {attribute}="([^"]*)">(.*?)</span>|([^<]+)', line)
        lines.append([(html.unescape(marked or plain), kind) for kind, marked, plain in pieces])
    return lines


def pandoc(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    page = run("pandoc", "-f", "markdown", "-t", "html", "--syntax-definition", os.path.join(EDITORS, "kate", "qc.xml"),
               data=f"~~~qc\n{text}~~~\n".encode())
    code = re.sub(r"(?s).*?<code[^>]*>(.*)</code>.*", r"\1", page)
    return spans(re.sub(r'(?m)^<span id="[^"]*"><a [^>]*></a>(.*)</span>$', r"\1", code), "class")


def kate(path):
    folder = os.path.join(os.path.dirname(path), "share")
    syntax = os.path.join(folder, "org.kde.syntax-highlighting", "syntax")
    os.makedirs(syntax, exist_ok=True)
    shutil.copy(os.path.join(EDITORS, "kate", "qc.xml"), syntax)
    page = run("kate-syntax-highlighter", "--output-format", "html", "--theme", "Breeze Light", path, env={"XDG_DATA_DIRS": folder})
    return spans(re.sub(r"(?s).*?<pre>\n(.*)</pre>.*", r"\1", page), "style")


def npm_packages():
    """The folder of the packages that VS Code's engine is, or why there is none."""
    return run(os.path.join(TOP, "tests", "tools", "npm-packages"), "textmate", "vscode-textmate@9.3.2", "vscode-oniguruma@2.0.1",
               env={"QC_BUILD": BUILD}).strip()


def vscode(path):
    return runs(run("node", os.path.join(HERE, "colours.mjs"), os.path.join(EDITORS, "vscode", "syntaxes", "qc.tmLanguage.json"), path,
                    env={"QC_NPM": npm_packages()}))


# Name, what has to be installed, function.
ENGINES = [("vim", "vim", vim), ("emacs", "emacs", emacs), ("pandoc", "pandoc", pandoc), ("kate", "kate-syntax-highlighter", kate),
           ("vscode", "node", vscode)]


def engines():
    """Those that are here, by name; says which are not."""
    found = {}
    for name, program, colours in ENGINES:
        if not shutil.which(program):
            print(f"skip - {name}: no {program}")
        elif name == "vscode" and not os.path.isabs(npm_packages()):
            print(f"skip - {name}: {npm_packages()}")
        else:
            found[name] = colours
    return found


def classes(line, begin, end):
    """The classes of what stands from begin to before end."""
    found, at = [], 0
    for text, kind in line:
        if at < end and at + len(text) > begin and text.strip():
            found.append(kind)
        at += len(text)
    return found


def is_kind(engine, kind, line, begin, end):
    wanted = KINDS[kind][engine]
    found = classes(line, begin, end)
    return bool(found) and all(re.match(wanted, one) or any(re.match(wanted, part) for part in re.split("[ ;]", one)) for one in found)
