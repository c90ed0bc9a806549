"""Characters and strings that mean something to somebody, for scripts/injection."""
import itertools

# Each printable ASCII character, control characters of both blocks (but for those that end a line or a file),
# and characters that hide, turn, join, look like others, or sit at the edge of a range.
CONTROLS = [chr(c) for c in itertools.chain(range(1, 32), [127], range(0x80, 0xA0)) if chr(c) not in "\n\r\t\x0b\x0c\x85"]
CHOSEN = [chr(c) for c in itertools.chain(
    range(0xA0, 0xB0), range(0x2010, 0x2070), range(0x300, 0x310), range(0xFE00, 0xFE10), range(0x1F600, 0x1F608), range(0xE0020, 0xE0030),
    range(0xFF01, 0xFF10), range(0x2500, 0x2508), range(0x4E00, 0x4E08), range(0x5D0, 0x5D8), range(0x627, 0x630), range(0x1EA0, 0x1EB8),
    (0x110, 0xD0, 0x189, 0xAD, 0x61C, 0x115F, 0x1160, 0x180E, 0x3164, 0xFFA0, 0xFEFF, 0xFFFC, 0xFFFD, 0x1D400, 0x10FFFD, 0xE000, 0xF8FF, 0x200B,
     0x37E, 0x1FEF, 0x212A, 0x130, 0x131, 0x17F, 0x1E9E, 0xFB01, 0xD7FF, 0x10000)) if c not in (0x2028, 0x2029)]

HTML = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</p></article></body>", "<!-- ", "-->", "<![CDATA[", "]]>",
        "<?php ?>", "&lt;b&gt;", "&#60;b&#62;", "&amp;lt;", "&#x0;", "&NotAnEntity;", '" onmouseover="alert(1)', "' onfocus='alert(1)' autofocus x='",
        "<a href=javascript:alert(1)>x</a>", "javascript:alert(1)", "data:text/html,<script>1</script>", "</style><script>1</script>", "</title>x",
        "<base href=//evil.example>", "<meta http-equiv=refresh content=0>", "<iframe src=//evil.example>", "<form action=//evil.example>",
        "<style>*{display:none}</style>", "<plaintext>", "<xmp>", "</textarea>", "<math><mi//xlink:href='javascript:1'>", "{{7*7}}", "${7*7}", "<%= 7*7 %>",
        '","@id":"x"}', "</script>", "<b", "<", ">", "<>", "</", "<a b=c", "<b/>", "<!DOCTYPE html>"]
TEX = [r"\input{/etc/passwd}", r"\write18{id}", r"\immediate\write18{id}", r"\openout5=x", r"\openin5=/etc/passwd", r"\directlua{os.exit()}", r"\catcode`\%=12",
       r"\def\x{\x}\x", r"\loop\iftrue\repeat", r"\end{document}", r"\begin{verbatim}", r"\verb|x|", r"\special{ps:x}", r"\csname x\endcsname", r"^^5cinput", r"^^M",
       "$x$", "$$x$$", "x_1^2", "#1", "##1", "100% sai", "A & B", "~~", r"\\", r"\ ", "{", "}", "{}", "{{}}", r"\{", "--", "---", "``x''", ",,x''", "<<x>>", "!`?`", "\\",
       r"\the\year", r"\relax", r"\par", r"\newpage", r"\includegraphics{x}", r"\url{x}", r"\href{x}{y}", r"\textbackslash", r"\qcchar", r"\qcbreak", r"\expandafter"]
MARKDOWN = ["# x", "## x ##", "> x", "- x", "+ x", "* x", "1. x", "1) x", "a) x", "I. x", "---", "***", "___", "===", "```", "~~~", "    x", "*x*", "**x**", "_x_", "__x__",
            "`x`", "``x`", "[x](y)", "[x](https://a.vn)", "![x](y)", "[x]: y", "[x]", "[^1]", "<https://a.vn>", "<a@b.vn>", "https://a.vn", "a@b.vn", "| a | b |", "|---|",
            "- [ ] x", "~~x~~", "==x==", "^x^", "x\\", "\\*", "&nbsp;", "&copy;", "<div>", "</div>", "<!--", ": x", "*", "**", "_", "`", "~", "Điều 95. x", "Chương IX"]
OWN = ["{Nhà trường}", "{#nhãn}", "{@nhãn}", "{", "}", "{{x}}", "{x", "x}", "// x", "căn cứ: x", "kết thúc:", "nơi nhận:", "dùng: x", "Điều 98.", "khoản 2 Điều 99", "TM. x", "./.", ";",
       ":", "=", "a = b", "%s%n%d", "%x%x%x", "../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "; rm -rf .", "$(id)", "`id`", "| id", "> x", "-x", "--help", "A" * 300, "=1+1",
       "@SUM(1)", "NULL", "0", "-1", "1e309", "\\u0000", "\\x00", "\\0", "%00", "%0a", "\\n", "\\r\\n", "(" * 60, "[" * 60, "<" * 60, "*" * 60, "{" * 60]
PAYLOADS = HTML + TEX + MARKDOWN + OWN
STRINGS = PAYLOADS + [text.upper() for text in HTML + TEX] + ["x" + text + "x" for text in PAYLOADS]
# Three points alone are a blank to be filled in, which is marked.
CHARACTERS = [c for c in [chr(c) for c in range(33, 127)] + CONTROLS + CHOSEN if c != "…"]
