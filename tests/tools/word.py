"""Word files made by hand, for the tests of qc import: each part as it would stand in one, nothing that is not needed."""
import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
          'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')
RELATED = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
           "header1": "header", "footer1": "footer", "comments": "comments"}


def text(words):
    return words.replace("&", "&amp;").replace("<", "&lt;")


def run(words, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text(words)}</w:t></w:r>'


def paragraph(content, properties=""):
    """content: words, or runs."""
    if not content.startswith("<"):
        content = run(content) if content else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def item(words, number, level=0):
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows):
    """Each row a list of cells, each cell the blocks in it."""
    return ("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
            + "".join("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
            + "</w:tbl>")


def level(at, numeral, form, start=1, more=""):
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{numeral}"/>{more}<w:lvlText w:val="{form}"/></w:lvl>'


def numbering(definitions, lists):
    """definitions: the levels of each; lists: for each the number of its definition, or a pair with its overrides."""
    pairs = [(one, "") if isinstance(one, int) else one for one in lists]
    return (f"<w:numbering {SPACES}>"
            + "".join(f'<w:abstractNum w:abstractNumId="{i}">{"".join(levels)}</w:abstractNum>' for i, levels in enumerate(definitions))
            + "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
                      for i, (definition, overrides) in enumerate(pairs, 1))
            + "</w:numbering>")


def part(name, content):
    """A part of the given root: styles, footnotes, hdr, ftr."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES}>{content}</w:{name}>'


def relationships(pairs):
    return (f'<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(pairs))
            + "</Relationships>")


def document(body):
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {SPACES}><w:body>{body}</w:body></w:document>'


def archive(parts):
    """A zip of the parts, a dict from names to texts or bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def docx(body, **parts):
    """A document of this body. parts: styles, numbering, footnotes, endnotes, header1, footer1, comments."""
    return archive({
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relationships([(RELATED[name], name + ".xml") for name in parts]),
        "word/document.xml": document(body),
        **{f"word/{name}.xml": content for name, content in parts.items()},
    })
