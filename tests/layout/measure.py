"""What stands where on the pages of a PDF: places in millimetres from the top left corner, sizes in points.

Reads with MuPDF (python3-fitz), which tells every glyph's font, size and baseline, and every line that is drawn.
"""
import functools
import re

import fitz

MM = 25.4 / 72
FAMILIES = {"Times New Roman": "timesnewroman", "Tinos": "tinos", "Liberation Serif": "liberationserif",
            "TeX Gyre Termes": "termes"}


class Found:
    """Text that stands on one line: the words looked for."""

    def __init__(self, page, chars):
        self.page, self.chars = page, chars
        self.baseline = chars[0]["origin"][1] * MM
        self.left = chars[0]["origin"][0] * MM
        self.right = max(c["bbox"][2] for c in chars) * MM
        self.width, self.centre = self.right - self.left, (self.left + self.right) / 2

    @property
    def size(self):
        sizes = {round(c["size"], 1) for c in self.chars}
        if len(sizes) > 1:
            raise ValueError(f"sizes differ: {sizes}")
        return sizes.pop()

    @property
    def face(self):
        """Style of a Times-like font: regular, bold, italic, bold italic."""
        styles = {style_of(c["font"]) for c in self.chars}
        return " / ".join(sorted(styles))


def style_of(font):
    name = re.sub(r"^[A-Z]{6}\+", "", font).lower().replace("-", "").replace(" ", "")
    if not any(part in name for part in FAMILIES.values()):
        return f"not Times: {font}"
    bold, italic = "bold" in name, "italic" in name or "oblique" in name
    return " ".join(word for word, on in (("bold", bold), ("italic", italic)) if on) or "regular"


class Document:
    def __init__(self, path):
        self.pdf = fitz.open(path)
        self.lines = [(page, chars) for page in self.pdf for chars in lines_of(page)]

    def find(self, words):
        """The one line that holds the words, blanks apart."""
        wanted = re.sub(r"\s", "", words)
        hits = []
        for page, chars in self.lines:
            text = "".join(c["c"] for c in chars)
            at = text.find(wanted)
            if at >= 0:
                hits.append(Found(page, chars[at:at + len(wanted)]))
        if len(hits) != 1:
            raise ValueError(f"{len(hits)} lines with “{words}”")
        return hits[0]

    def rule_below(self, found):
        """The drawn line nearest below the text: left, right, y."""
        best = None
        for left, right, y, thick in strokes_of(found.page):
            near = found.baseline < y + thick and y < found.baseline + 8
            if near and left < found.right and right > found.left and (best is None or y < best[2]):
                best = (left, right, y)
        if best is None:
            raise ValueError("no line is drawn below it")
        return best

    @functools.lru_cache(maxsize=None)
    def ink(self, number):
        """Left, top, right and bottom of what is printed on a page (from 1), without a page number in the top margin."""
        scale, light = 6, bytes(range(128, 256))
        image = self.pdf[number - 1].get_pixmap(matrix=fitz.Matrix(scale, scale), colorspace=fitz.csGRAY)
        first = 0 if number == 1 else int(18 / MM * scale)
        box = None
        for y in range(first, image.height):
            row = image.samples_mv[y * image.stride:y * image.stride + image.width].tobytes()
            left = len(row) - len(row.lstrip(light))
            if left < len(row):
                right = len(row.rstrip(light))
                box = (min(box[0], left), box[1], max(box[2], right), y + 1) if box else (left, y, right, y + 1)
        return tuple(value * MM / scale for value in box)


def lines_of(page):
    """Glyphs that share a baseline, from left to right, blanks left out."""
    chars = [dict(char, font=span["font"], size=span["size"])
             for block in page.get_text("rawdict")["blocks"] if block["type"] == 0
             for line in block["lines"] for span in line["spans"] for char in span["chars"]
             if not char["c"].isspace()]
    chars.sort(key=lambda c: (round(c["origin"][1], 0), c["origin"][0]))
    lines = []
    for char in sorted(chars, key=lambda c: c["origin"][1]):
        if lines and abs(lines[-1][0]["origin"][1] - char["origin"][1]) < 0.7:
            lines[-1].append(char)
        else:
            lines.append([char])
    for line in lines:
        line.sort(key=lambda c: c["origin"][0])
    return lines


def strokes_of(page):
    """Drawn horizontal lines: left, right, y of the middle, thickness."""
    for drawing in page.get_drawings():
        box = drawing["rect"]
        width, height = box.width * MM, box.height * MM
        if width > 3 and height < 1 and drawing.get("fill") != (1.0, 1.0, 1.0):
            yield box.x0 * MM, box.x1 * MM, (box.y0 + box.y1) / 2 * MM, max(height, (drawing.get("width") or 0) * MM)


# ---- the properties that rows.tsv names: each takes the document and the texts of the row ----

def page_width(document):
    return document.pdf[0].rect.width * MM


def page_height(document):
    return document.pdf[0].rect.height * MM


def margin_left(document):
    return min(document.ink(page + 1)[0] for page in range(len(document.pdf)))


def margin_right(document):
    return page_width(document) - max(document.ink(page + 1)[2] for page in range(len(document.pdf)))


def margin_top(document):
    return document.ink(1)[1]


def margin_bottom(document):
    return page_height(document) - document.ink(1)[3]


def page_number(document):
    """The glyphs in the top margin of page 2."""
    top = [chars for page, chars in document.lines if page.number == 1 and chars[0]["origin"][1] * MM < 19]
    if len(top) != 1 or "".join(c["c"] for c in top[0]) != "2":
        raise ValueError(f"{len(top)} lines in the top margin of page 2")
    return Found(document.pdf[1], top[0])


def number_size(document):
    return page_number(document).size


def number_face(document):
    return page_number(document).face


def number_centre(document):
    return page_number(document).centre


def number_place(document):
    return page_number(document).baseline


def first_page_number(document):
    return sum(1 for page, chars in document.lines if page.number == 0 and chars[0]["origin"][1] * MM < 19)


def size(document, words):
    return document.find(words).size


def face(document, words):
    return document.find(words).face


def left(document, words):
    return document.find(words).left


def line_right(document, words):
    """Right end of the whole line that the words stand on."""
    found = document.find(words)
    return max(c["bbox"][2] for page, chars in document.lines if page is found.page
               and abs(chars[0]["origin"][1] * MM - found.baseline) < 0.2 for c in chars) * MM


def centre(document, words):
    return document.find(words).centre


def centres(document, words, other):
    return document.find(other).centre - document.find(words).centre


def levels(document, words, other):
    return document.find(other).baseline - document.find(words).baseline


def below(document, words, other):
    one, two = document.find(words), document.find(other)
    if one.page.number != two.page.number:
        raise ValueError("on two pages")
    return two.baseline - one.baseline


def below_points(document, words, other):
    return below(document, words, other) / MM


def pitch(document, words):
    """From the line with the words to the next one on the page."""
    found = document.find(words)
    later = [chars[0]["origin"][1] * MM for page, chars in document.lines if page is found.page]
    return (min(y for y in later if y > found.baseline + 0.5) - found.baseline) / MM


def share(document, words):
    """Width of the left column, in hundredths of the text's width, from the centre of what stands in it."""
    return 100 * 2 * (document.find(words).centre - 30) / 165


def rule_length(document, words):
    """How much longer than the text the line below it is."""
    found = document.find(words)
    begin, end, _ = document.rule_below(found)
    return end - begin - found.width


def rule_share(document, words):
    found = document.find(words)
    begin, end, _ = document.rule_below(found)
    return (end - begin) / found.width


def rule_centre(document, words):
    found = document.find(words)
    begin, end, _ = document.rule_below(found)
    return (begin + end) / 2 - found.centre


PROPERTIES = {name: value for name, value in list(globals().items())
              if callable(value) and name[0].islower() and name not in ("style_of", "lines_of", "strokes_of")}
