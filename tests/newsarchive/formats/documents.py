"""Office documents and books, packed as the programs that write them pack them."""

import io
import zipfile
from xml.sax.saxutils import escape

from tests.newsarchive.formats.stories import Story

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
EPUB_TYPE = "application/epub+zip"


def packed(members: dict[str, str | bytes], media_type: str = "") -> bytes:
    """A zip package; with a media type, that comes first and unpacked, as OCF and ODF ask."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if media_type:
            archive.writestr(zipfile.ZipInfo("mimetype"), media_type, zipfile.ZIP_STORED)
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _lines(story: Story) -> tuple[str, ...]:
    return (*story.head, *story.paragraphs)


def docx(story: Story) -> bytes:
    """A document of Word: runs cut in the middle of words, a deletion tracked, a running head."""
    paragraphs = "".join(_word_paragraph(line) for line in _lines(story))
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return packed(
        {
            "[Content_Types].xml": (
                f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
                'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{kinds}.document.main+xml"/>'
                f'<Override PartName="/word/header1.xml" ContentType="{kinds}.header+xml"/></Types>'
            ),
            "_rels/.rels": (
                f'{_XML}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
                f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
            ),
            "word/document.xml": (
                f'{_XML}<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}'
                "<w:sectPr><w:bidi/></w:sectPr></w:body></w:document>"
            ),
            "word/header1.xml": (
                f'{_XML}<w:hdr xmlns:w="{_WORD}">{_word_paragraph("ترويسة")}</w:hdr>'
            ),
        }
    )


def _word_paragraph(text: str) -> str:
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        for piece in (text[:half], text[half:])
    )
    gone = '<w:del w:id="1"><w:r><w:delText>كلمة محذوفة</w:delText></w:r></w:del>'
    return f"<w:p><w:pPr><w:bidi/></w:pPr>{runs}{gone}</w:p>"


def odt(story: Story) -> bytes:
    """A document of LibreOffice: a heading, spans, double spaces, an annotation."""
    title, *rest = story.title, *story.head[2:], *story.paragraphs
    body = (
        f"<text:p>{story.section}</text:p><text:h text:outline-level='1'>{escape(title)}</text:h>"
    )
    body += "".join(_odf_paragraph(line) for line in rest)
    names = " ".join(
        f'xmlns:{one}="{_ODF}:{one}:1.0"' for one in ("office", "text", "style", "meta")
    )
    return packed(
        {
            "content.xml": (
                f"{_XML}<office:document-content {names}><office:body><office:text>"
                f"<text:sequence-decls/>{body}"
                "</office:text></office:body></office:document-content>"
            ),
            "meta.xml": f"{_XML}<office:document-meta {names}/>",
            "META-INF/manifest.xml": (
                f'{_XML}<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"/>'
            ),
        },
        ODT_TYPE,
    )


def _odf_paragraph(text: str) -> str:
    first, _, rest = text.partition(" ")
    note = "<office:annotation><text:p>ملاحظة المحرر</text:p></office:annotation>"
    return f"<text:p><text:span>{escape(first)}</text:span><text:s/>{note}{escape(rest)}</text:p>"


def rtf(story: Story, *, unicode: bool) -> bytes:
    """RTF as Word writes it (letters by number) or as WordPad did (bytes of Windows-1256)."""
    write = _by_number if unicode else _by_byte
    head = "{\\rtf1\\ansi\\ansicpg1256\\deff0{\\fonttbl{\\f0\\fnil\\fcharset178 Arial;}}\n"
    head += "{\\info{\\title \\'d0}{\\author Desk}}\\viewkind4\\uc1\\pard\\rtlpar\\qr\\f0\\fs24\n"
    lines = "".join(f"\\rtlch {write(line)}\\par\n" for line in _lines(story))
    return f"{head}{lines}}}\n".encode("ascii")


def _by_number(text: str) -> str:
    return "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in text)


def _by_byte(text: str) -> str:
    return "".join(chr(byte) if byte < 0x80 else f"\\'{byte:02x}" for byte in text.encode("cp1256"))


def epub(outlet: str, stories: list[Story]) -> bytes:
    """A magazine: a cover, a table of contents, an article a part, as EPUB 3 has it."""
    parts = {f"text/part{n}.xhtml": _part(one) for n, one in enumerate(stories, 1)}
    items = "".join(
        f'<item id="p{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(parts, 1)
    )
    spine = "".join(f'<itemref idref="p{n}"/>' for n in range(1, len(parts) + 1))
    container = (
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/content.opf" '
        'media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    listing = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x'
        f"</dc:identifier><dc:title>{outlet}</dc:title><dc:language>ar</dc:language></metadata>"
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" '
        'properties="nav"/><item id="cover" href="cover.xhtml" '
        f'media-type="application/xhtml+xml"/>{items}</manifest><spine '
        'page-progression-direction="rtl"><itemref idref="cover"/><itemref idref="nav"/>'
        f"{spine}</spine></package>"
    )
    contents = "".join(f'<li><a href="{name}">{name}</a></li>' for name in parts)
    return packed(
        {
            "META-INF/container.xml": _XML + container,
            "OEBPS/content.opf": _XML + listing,
            "OEBPS/nav.xhtml": _xhtml("المحتويات", f"<nav><ol>{contents}</ol></nav>"),
            "OEBPS/cover.xhtml": _xhtml(outlet, '<img src="cover.jpg" alt="غلاف"/>'),
            **{f"OEBPS/{name}": text for name, text in parts.items()},
        },
        EPUB_TYPE,
    )


def _part(story: Story) -> str:
    text = "".join(f"<p>{escape(one)}</p>" for one in story.paragraphs)
    above = f'<p class="section">{story.section}</p><h1>{escape(story.title)}</h1>'
    below = f'<p class="date">{story.day}</p><p class="by">كتب: {story.author}</p>'
    return _xhtml(story.title, f"<section>{above}{below}{text}</section>")


def _xhtml(title: str, body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" lang="ar" dir="rtl">'
        f"<head><title>{escape(title)}</title></head><body>{body}</body></html>"
    )
