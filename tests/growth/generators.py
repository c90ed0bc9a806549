"""Documents of any size that are made to cost more than they are long.

Each generator is a row: name, what runs it, n, and what makes the text of a number. The cost of 8 n may be at most
nine times that of n (tests/scripts/growth). Runs are the names of RUNS there; n is chosen so that one takes about a second
under callgrind.
"""

HEAD = """loại: Quy chế
trích yếu: Phối hợp công tác
cơ quan: Trường Mầm non Hoa Mai
số: 12/QC-MNHM
địa danh: Hà Nội
ngày: 05/9/2025
căn cứ: Luật Thanh niên ngày 16 tháng 6 năm 2020
hiệu lực: kể từ ngày ký
"""
SIGNED = "người ký: Trần Thị Lan\n  chức vụ: Hiệu trưởng\n"
SENTENCE = "Nhà trường phối hợp với Chi đoàn tổ chức các hoạt động trong năm học cho giáo viên và nhân viên."
POINTS = "abcdđeghiklmnopqrstuvxy"


def document(body, head=""):
    return HEAD + SIGNED + head + "\n" + body + "\n"


def lines(number, line):
    """The same line so many times, with its number from 1 where it has "%d", one of an article where it has "%a"."""
    return "\n".join(line.replace("%d", str(i + 1)).replace("%a", str(i % 999 + 1)) for i in range(number))


def declared(line, body="1. " + SENTENCE):
    return lambda n: document(body, lines(n, line) + "\n")


def inline(piece, end=""):
    """A paragraph that is one piece again and again."""
    return lambda n: document("1. Họp " + piece * n + end + ".")


def body(line):
    return lambda n: document(lines(n, line))


def roman(number):
    text = ""
    for value, letters in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                           (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += letters * (number // value)
        number %= value
    return text


def parties(n, use=""):
    head = "".join(f"bên: Tổ công tác {i}\n  gọi là: Tổ {i}\n  chức vụ: Tổ trưởng\n  người ký: Nguyễn Văn An\n" for i in range(n))
    return HEAD + head + "\n" + "".join(f"{i % 99 + 1}. Tổ công tác {i} họp. {use % i if use else ''}\n" for i in range(n))


def labels(n):
    units = "".join(f"Điều {i % 999 + 1}. Tổ {i} họp. {{#nhãn {i}}}\n" for i in range(n))
    return document(units + "".join(f"Gửi theo {{@nhãn {i}}}.\n" for i in range(n)))


def signatures(n):
    return document("1. " + SENTENCE, "".join(f"người ký: Trần Thị Lan\n  chức vụ: Phó Hiệu trưởng {i}\n" for i in range(n)))


def chained(n):
    """Values in values, ten deep at a time."""
    rows = (f"đặt: tên {i} = " + (f"{{tên {i - 1}}} và" if i % 10 else "gốc") for i in range(n))
    return document("1. " + " ".join(f"{{tên {i}}}" for i in range(0, n, 10)), "\n".join(rows) + "\n")


def uses(n):
    """The document uses one file many times, itself among them."""
    return document("1. " + SENTENCE, "dùng: in.qc\n" * n)


def allowances(n):
    return document("".join(f"// qc: cho phép number-gap — vì lý do {i}\n{i % 99 + 1}. {SENTENCE}\n" for i in range(n)))


def allowances_among_comments(n):
    return "//\n" * n + "// qc: cho phép number-gap — lý do\n" * n + "//\n" * n + document("1. Họp.")


def tree(n):
    """Full of every kind of unit."""
    text = ""
    for i in range(n):
        text += f"Chương {roman(i % 90 + 1)}\nQUY ĐỊNH\nĐiều {i % 999 + 1}. Việc chung\n1. Họp:\na) sáng, gồm:\n- đầu tháng;\n- cuối tháng;\nb) chiều.\n"
    return document(text)


def nested(n):
    """A star closes nothing: as deep as it gets."""
    return document("I. CHUNG\n" + lines(n, "* Trong trường\n1. Họp.\n+ Gồm:\n- đầu năm;"))


def references(n):
    return document(lines(n, f"Điều %a. Theo điểm b khoản 2 Điều %a, khoản 2 Điều này và các khoản 1, 2 Điều 1."))


def far_references(n):
    return document(lines(n, "Điều %a. Việc chung") + "\nNhư " + ", ".join(f"khoản 1 Điều {i % 999 + 1}" for i in range(n)) + ".")


def nfd(n):
    import unicodedata
    return unicodedata.normalize("NFD", document(lines(n, SENTENCE)))


def marks(n):
    """A letter with so many marks on it, in the wrong order."""
    return document("1. *Họp* a" + "\u0301\u0323" * n + ".")


def abbreviations(n):
    head = "".join(f"viết tắt: TT{roman(i + 1)} = tổ thứ {i}\n" for i in range(n))
    return document("".join(f"{i % 99 + 1}. TT{roman(i + 1)} họp với {{TT{roman(i + 1)}}}.\n" for i in range(n)), head)


def phrases(n):
    head = "".join(f"cụm từ: sổ nhật kỳ {i} = sổ nhật ký {i}\ntên riêng: Tổ Văn phòng {i}\nthuật ngữ: lớp {i} = nhóm {i}; tốp {i}\n"
                   for i in range(n))
    return document("".join(f"{i % 99 + 1}. sổ nhật kỳ {i} của tổ Văn phòng {i}, nhóm {i} và tốp {i}.\n" for i in range(n)), head)


def instruments(n):
    head = "".join(f"văn bản: Quy định {i}\n  loại: Quyết định\n  số: {i}/QĐ-UBND\n  ban hành: 01/9/2020\n" for i in range(n))
    return document("".join(f"{i % 99 + 1}. Theo {{Quy định {i}}}.\n" for i in range(n)), head)


def headings(line):
    return lambda n: document("\n".join(line.replace("%r", roman(i % 99 + 1)).replace("%a", str(i % 999 + 1)) for i in range(n)))


def points(n):
    return document("".join(f"{i + 1}. Gồm:\n" + "".join(f"{p}) việc {i};\n" for p in POINTS) for i in range(min(n, 99))) +
                    lines(max(n - 99, 0), "".join(f"{p}) việc %d;\n" for p in POINTS)))


# name, what runs it, n, text of n
GENERATORS = [
    # the shape of a document
    ("units-deep-and-wide", "check html latex markdown fmt dump", 20, tree),
    ("stars-that-close-nothing", "check html fmt", 60, nested),
    ("articles", "check html markdown", 120, body("Điều %a. " + SENTENCE)),
    ("chapters", "check html", 150, headings("Chương %r QUY ĐỊNH CHUNG\nĐiều %a. " + SENTENCE)),
    ("clauses-numbered-as-one", "check html fmt", 150, body("1. " + SENTENCE)),
    ("clauses-with-gaps", "check fix", 40, body("7. " + SENTENCE)),
    ("points", "check html", 10, points),
    ("dashes", "check latex", 300, body("- họp tổ chuyên môn;")),
    ("decimals", "check", 150, lambda n: document("".join(f"{i % 99 + 1}. Họp\n{i % 99 + 1}.1. Sáng.\n" for i in range(n)))),
    ("signs-and-letters", "check", 200, headings("%r. HỌP CHUNG")),
    ("headings-without-title", "check html", 120, body("Điều %a.")),
    ("headings-without-mark", "check", 120, body("Điều %a Hiệu lực")),
    ("labels-alone", "check", 200, body("Điều")),
    ("lines-that-look-wrapped", "check fmt", 300, body("theo khoản\n2. điều này và")),
    ("headings-in-capitals", "check html", 300, lambda n: document("Chương I\n" + lines(n, "QUY ĐỊNH CHUNG VỀ"))),
    ("paragraphs", "check html markdown latex", 100, lambda n: document("1. Họp.\n" + lines(n, SENTENCE + "\n"))),
    # lines and characters
    ("one-long-line", "check html markdown latex fmt wrap", 100, inline(SENTENCE + " ")),
    ("one-long-word", "check html latex", 4000, inline("họp")),
    ("blank-lines", "check fmt", 4000, lambda n: document("\n" * n + "1. Họp.")),
    ("blanks-in-a-line", "check fmt", 6000, inline(" ")),
    ("comments", "check fmt", 1000, body("// ghi chú %d")),
    ("lines-joined-to-one", "check html fmt wrap", 150, lambda n: document("1. Họp\n" + lines(n, "các tổ chuyên môn của nhà trường,"))),
    ("decomposed-letters", "check html", 40, nfd),
    ("marks-on-a-letter", "check html", 1000, marks),
    ("invisible-characters", "check fix", 300, inline("a\u200b")),
    ("controls-of-direction", "check", 200, inline("a\u202e ")),
    ("tabs-and-odd-blanks", "check fmt", 500, body("\u00a0\u3000\t\u200b// %d")),
    ("lookalikes", "check fix", 100, inline("Ðiều ")),
    # marks inside a paragraph, many of them slow in CommonMark parsers
    ("stars-opening", "check html", 2000, inline("*a ")),
    ("stars-doubled", "check html", 1000, inline("*a **a ")),
    ("stars-closing", "check html", 2000, inline("a* ")),
    ("emphasis-nested", "check html", 1000, lambda n: document("1. Họp " + "*a " * n + "a* " * n + ".")),
    ("emphasis-one-by-one", "check html markdown", 300, inline("*a* ")),
    ("emphasis-in-paragraphs", "check html", 40, body("1. Họp " + "*a* " * 40 + "tổ %d.\n")),
    ("links-in-paragraphs", "check html", 15, body("1. Họp " + "[a](https://a.vn) " * 10 + "tổ %d.\n")),
    ("brackets-opening", "check html", 3000, inline("[", "](https://a.vn)")),
    ("images-of-nothing", "check html", 1500, inline("![[]()")),
    ("links-opening", "check html", 1500, inline("[a](b ")),
    ("links-opening-in-a-word", "html check", 800, inline("[a](b")),
    ("links-before-blanks", "html", 300, lambda n: document("1. Họp " + "[a](b" * n + " " * 10 * n + ".")),
    ("links-nested", "check html", 1000, lambda n: document("1. Họp " + "[" * n + "a" + "](https://a.vn)" * n + ".")),
    ("links", "check html markdown latex", 150, inline("[a](https://a.vn) ")),
    ("link-addresses-in-brackets", "check html", 2000, inline("(", "[a](https://a.vn)" )),
    ("backticks-growing", "check html", 60, lambda n: document("1. Họp " + "".join("a" + "`" * i for i in range(1, int((2 * n * 30) ** .5))) + ".")),
    ("backticks", "check html", 1500, inline("` a ")),
    ("comments-of-html", "check html", 1500, inline("*a* <!-- ")),
    ("instructions-of-html", "check html", 1500, inline("*a* <? ")),
    ("ampersands", "check html", 2000, inline("*a* &&")),
    ("quotes", "check", 500, inline("“a” \"")),
    ("escapes", "check html markdown", 2000, inline("\\*")),
    ("braces-opening", "check html", 1000, inline("{a ")),
    ("braces-unknown", "check", 100, inline("{Tổ không có} ")),
    ("braces-long", "check", 3000, lambda n: document("1. {a" + "b" * n + "}.")),
    # what is declared
    ("parties", "check html", 12, parties),
    ("parties-in-braces", "check html", 12, lambda n: parties(n, "Gửi {Tổ công tác %d}, {Tổ công tác 0.chức vụ}.")),
    ("parties-of-one-name", "check", 50, lambda n: HEAD + "bên: Tổ\n  người ký: An\n" * n + "\n1. Họp.\n"),
    ("aliases-of-a-party", "check", 60, lambda n: HEAD + "bên: Tổ\n  người ký: An\n  gọi là: " + ", ".join(f"Nhóm {i}" for i in range(n)) +
     "\n\n1. Tổ họp.\n"),
    ("signatories", "check html latex", 40, signatures),
    ("issuers", "check html", 60, declared("cơ quan: Trường Mầm non %d")),
    ("bases", "check html", 30, declared("căn cứ: Luật Công đoàn số %d/2024/QH15 ngày 27 tháng 11 năm 2024")),
    ("bases-unknown", "check", 60, declared("căn cứ: kế hoạch %d của nhà trường")),
    ("replaced-documents", "check", 60, declared("thay thế: Quy chế số %d/QC-MNHM ngày 01 tháng 9 năm 2023")),
    ("abbreviations", "check html", 20, abbreviations),
    ("values", "check html", 60, lambda n: document(lines(n, "1. {tên %d}"), lines(n, "đặt: tên %d = họp lần %d") + "\n")),
    ("values-in-values", "check html", 60, chained),
    ("values-in-a-circle", "check", 400, lambda n: document("1. {a 1}.", "".join(f"đặt: a {i} = {{a {(i + 1) % n}}}\n" for i in range(n)))),
    ("values-unused", "check", 100, declared("đặt: tên %d = họp")),
    ("words-for-the-checks", "check", 15, phrases),
    ("instruments", "check html", 20, instruments),
    ("keywords-unknown", "check", 60, declared("cân cứ: %d")),
    ("keywords-twice", "check", 100, declared("số: %d/QC")),
    ("fields-unknown", "check", 100, lambda n: document("1. Họp.", "bên: Tổ\n" + lines(n, "  điện thoại: %d") + "\n")),
    ("lines-stray", "check", 150, declared("Kính gửi các tổ %d")),
    ("files-used", "check", 100, uses),
    ("modules-unknown", "check", 60, declared("dùng: mô đun %d")),
    ("recipients", "check html", 150, lambda n: document("1. Họp.\n\nnơi nhận:\n" + lines(n, "- Tổ chuyên môn %d;"))),
    ("preamble", "check html", 100, lambda n: document("1. Họp.", "mở đầu:\n" + lines(n, "  " + SENTENCE) + "\n")),
    # names, labels, references, allowances, findings
    ("labels", "check html", 50, labels),
    ("labels-of-one-name", "check", 100, body("Điều %a. Họp. {#nhãn}")),
    ("labels-unknown", "check", 100, body("Điều %a. Họp theo {@nhãn %d}.")),
    ("references-in-prose", "check html", 40, references),
    ("references-in-one-sentence", "check html", 80, far_references),
    ("allowances", "check", 60, allowances),
    ("allowances-among-comments", "check", 200, allowances_among_comments),
    ("allowances-unused", "check", 100, body("// qc: cho phép number-gap — lý do\n1. Họp tổ.\n")),
    ("findings", "check json sarif", 60, body("Điều %a. Ðiều lệ  ,nhà  trường *họp {không có}")),
    ("names-in-capitals", "check", 60, body("%d. ỦY BAN Nhân dân Quận Long biên và Trường mầm non Hoa mai họp.")),
    ("years", "check renew", 40, body("%d. Năm học 2024 - 2025 và năm 2025, từ 01/9/2024 đến 31/5/2025.")),
    ("repairs", "fix", 20, body("%d. Ðiều lệ  ,nhà trường\u200b .")),
]
