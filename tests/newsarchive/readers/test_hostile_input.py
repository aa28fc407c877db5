"""Input on which a careless search works for hours: each must end, with an answer."""

import io
import zipfile

import pytest

from newsarchive.readers.markup import visible_text
from tests.newsarchive.formats import tables
from tests.newsarchive.formats.packing import tarred, zipped
from tests.newsarchive.formats.pdf import pdf
from tests.newsarchive.formats.stories import story

LONG = 400_000
TEXT = "قال الوزير إن العمل مستمر في كل يوم من أيام السنة حتى يكتمل البناء كله."


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.bib", "%" * 5000),
        ("a.bib", "% %\n " * 1500 + "@"),
        ("a.bib", "@a{x, title = {خبر}" + " , " * LONG + "}"),
        ("a.bib", "@a{x, author = {" + " " * LONG + "x}, title = {خبر}}"),
        ("a.xml", "<!---->" * 1000 + "<x/>"),
        ("a.xml", "<?x?>" * 1500 + "<x/>"),
        ("a.html", "<!-- x -->" * 700 + TEXT),
        ("a.html", f"<html><body><p>{TEXT}</p>" + "\t" * LONG),
        ("a.html", "<html>" + "<?xml " * LONG),
        ("a.html", f"<html><p>{TEXT}</p>" + "<!-- " * LONG),
        ("a.rss", "<rss><channel>" + "<item>" * 50_000),
        ("a.rss", "<rss><channel><item><title>خبر</title></item>" + "</item>" * 50_000),
        ("a.rtf", r"{\rtf1 " + r"{\field{\*\fldinst{" * 20_000 + " خبر}"),
        ("a.rtf", r"{\rtf1 \u9999999? \u-40000? \u1582?}"),
        ("a.eml", "From: a\nSubject: " + "=?" * LONG + f"\nDate: x\n\n{TEXT}"),
        ("a.mbox", "From x\n" * 5000 + f"\n{TEXT}"),
        ("a.json", '{"a":' * 100_000),
        ("a.jsonl", "[" * LONG),
        ("a.csv", '"' * LONG),
        ("a.txt", "(" * LONG),
    ],
)
def test_each_ends(given, name: str, data: str):
    documents, errors = given(name, data)
    assert documents or errors
    assert all(error.code != "reader-failed" for error in errors)


def test_a_pdf_of_one_endless_line_and_of_endless_lines(given):
    line = [(595, 700, 1, " ".join(f"كلمة{n}" for n in range(5000)))]
    lines = [(15.0 * (n % 39 + 1), 790 - 15.0 * (n // 39), 5, "سطر") for n in range(1600)]
    for page in (line, lines):
        documents, errors = given("a.pdf", pdf(page))
        assert errors == []
        assert documents[0].text


def test_a_dotted_line_is_no_page_number(given):
    documents, _ = given("a.pdf", pdf([(590, 790, 1, "." * 2000 + "x")]))
    assert documents[0].text


@pytest.mark.parametrize("section", ["<![CDADA[ x ]]>", "<![ x ]]>", "<![endif]-->", "<!["])
def test_sections_that_html_does_not_know_are_passed_over(section: str):
    assert visible_text(f"<p>قبل</p>{section}<p>بعد</p>").startswith("قبل")


def test_a_tar_that_ends_inside_a_file_names_the_file(given):
    data = tarred({"a.txt": TEXT * 40, "b.txt": TEXT * 40})
    _, errors = given("a.tar", data[: 512 + 300])
    assert errors[0].code == "reader-zip-member-damaged"
    assert errors[0].values["file"].endswith("a.tar/a.txt")


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a"])
def test_a_document_without_its_head_is_no_text(given, name: str):
    data = b"/Type/Page /Contents 4 0 R\n" * 400 + bytes(range(256)) * 40
    documents, errors = given(name, data)
    assert (documents, [error.code for error in errors]) == ([], ["reader-not-text"])


def test_a_sheet_that_breaks_off_gives_the_rows_before_and_says_so(given):
    data = tables.workbook({n: story(n) for n in range(1, 4)})
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        members = {info.filename: book.read(info) for info in book.infolist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    members["xl/worksheets/sheet1.xml"] = sheet[: sheet.index(b'<row r="5"')] + b"<row><c></d>"
    documents, errors = given("a.xlsx", zipped(members))
    assert [error.code for error in errors] == ["reader-workbook-damaged"]
    assert len(documents) <= 2
