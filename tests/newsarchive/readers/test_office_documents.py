import io
import zipfile

import pytest

LINES = ["سد جديد في وادي العين", "محليات - 15 ديسمبر 2025", "قال المهندس سالم إن السد جاهز."]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
)


def packed(members: dict[str, str], first: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(body: str) -> bytes:
    return packed(
        {"[Content_Types].xml": "<Types/>", "_rels/.rels": "<x/>",
         "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    )  # fmt: skip


def paragraph(text: str) -> str:
    half = len(text) // 2
    return (
        f"<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>{text[:half]}</w:t></w:r>"
        f"<w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:r><w:t>{text[half:]}</w:t></w:r></w:p>"
    )


@pytest.mark.parametrize("name", ["a.docx", "a.zip", "a.txt", "a"])
def test_word(given, name: str):
    table = f"<w:tbl><w:tr><w:tc>{paragraph('خانة')}</w:tc></w:tr></w:tbl>"
    data = docx("".join(map(paragraph, LINES)) + table)
    documents, errors = given(name, data)
    assert errors == []
    assert documents[0].text.split("\n") == [*LINES, "خانة"]
    assert documents[0].source == data
    assert not documents[0].body_only


@pytest.mark.parametrize("name", ["a.odt", "a.zip"])
def test_open_document(given, name: str):
    body = f"<text:h>{LINES[0]}</text:h><text:p>{LINES[1]}</text:p><text:p>قال المهندس<text:s/>"
    body += "<text:span>سالم إن</text:span><office:annotation><text:p>ملاحظة</text:p>"
    body += "</office:annotation> السد جاهز.</text:p>"
    content = f"<office:document-content {ODF}><office:body><office:text>{body}</office:text>"
    data = packed(
        {"content.xml": content + "</office:body></office:document-content>"},
        "application/vnd.oasis.opendocument.text",
    )
    documents, errors = given(name, data)
    assert (errors, documents[0].text.split("\n")) == ([], LINES)


def test_rtf_of_word_and_of_old_arabic_windows(given):
    escaped = "".join(f"\\u{ord(c)}?" if c > "\x7f" else c for c in LINES[0])
    coded = "".join(f"\\'{b:02x}" for b in LINES[2].encode("cp1256"))
    head = "\\rtf1\\ansi\\ansicpg1256\\deff0{\\fonttbl{\\f0 Arial;}}\\rtlpar"
    data = f"{{{head} {escaped}\\par {coded}\\par}}"
    documents, errors = given("a.rtf", data)
    assert errors == []
    assert documents[0].text.split("\n") == [LINES[0], LINES[2]]


def test_epub_gives_an_article_a_part(given):
    def part(n: int) -> str:
        text = (
            f"قال المهندس سالم العامري في التقرير رقم {n} إن السد الجديد سيخدم سكان الولاية كلها. "
            * 3
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
            f"<title>خبر {n}</title></head><body><h1>خبر رقم {n} في الكتاب</h1><p>{text}</p></body>"
            "</html>"
        )

    opf = """<package><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>مجلة الميناء
    </dc:title><dc:language>ar</dc:language><dc:date>2025-12-15</dc:date></metadata><manifest>
    <item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/>
    <item id="a" href="text/a%20a.xhtml" media-type="application/xhtml+xml"/>
    <item id="x" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest><spine>
    <itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="x"/></spine>
    </package>"""
    container = '<container><rootfiles><rootfile full-path="OEBPS/c.opf"/></rootfiles></container>'
    data = packed(
        {"META-INF/container.xml": container, "OEBPS/c.opf": opf, "OEBPS/text/a a.xhtml": part(2),
         "OEBPS/text/b.xhtml": part(1), "OEBPS/nav.xhtml": part(0)},
        "application/epub+zip",
    )  # fmt: skip
    documents, errors = given("a.epub", data)
    assert [d.name.rsplit("/")[-1] for d in documents] == ["b.xhtml", "a a.xhtml"]
    assert documents[0].fields == {
        "title": "خبر رقم 1 في الكتاب", "outlet": "مجلة الميناء", "language": "ar",
        "date": "2025-12-15",
    }  # fmt: skip
    assert [e.code for e in errors] == ["reader-package-part-missing"]


ODT_TYPE, EPUB_TYPE = "application/vnd.oasis.opendocument.text", "application/epub+zip"
TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", docx(""), "reader-blank"),
        ("a.docx", docx("<w:p>"), "reader-xml-broken"),
        ("a.docx", packed({TYPES: "", "word/x": ""}), "reader-package-part-missing"),
        ("a.docx", packed({TYPES: "", "word/document.xml": BOMB}), "reader-xml-entities"),
        ("a.docx", docx("")[:200], "reader-zip-damaged"),
        ("a.odt", packed({"content.xml": "<x/>"}, ODT_TYPE), "reader-blank"),
        ("a.epub", packed({"mimetype2": ""}, EPUB_TYPE), "reader-package-part-missing"),
        ("a.rtf", b"{\\rtf1 }", "reader-blank"),
    ],
)  # fmt: skip
def test_bad_documents_are_named(given, name: str, data: bytes, code: str):
    documents, errors = given(name, data)
    assert (documents, [e.code for e in errors]) == ([], [code])
