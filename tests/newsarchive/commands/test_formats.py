import csv
import datetime as dt
import io
import json

import pytest

from newsarchive.article import Article, Organisation, Person, Published, StoredArticle
from newsarchive.commands.formats import WRITERS

ARTICLE = Article(
    name="a.txt",
    sha256="0" * 64,
    title='افتتاح <b>سوق</b> & "حديقة" {نزوى}_1',
    body="الأولى.\n\nالثانية <script>alert(1)</script>.",
    section="محليات",
    author="=1+1",
    outlet="المرفأ",
    url="https://example.com/?a=1&b={2}",
    published=Published(dt.date(2025, 12, 15)),
    persons=(Person("هدى الكندية"),),
    organisations=(Organisation("بلدية نزوى"),),
)
STORED = StoredArticle(7, ARTICLE, dt.datetime(2026, 1, 2, tzinfo=dt.UTC))
BARE = StoredArticle(
    8,
    Article("b.txt", "1" * 64, "", "نص", url="javascript:alert(1)"),
    dt.datetime(2026, 1, 2, tzinfo=dt.UTC),
)


def written(name, *articles):
    return "".join(WRITERS[name](articles))


def test_a_table_opens_in_a_spreadsheet_and_runs_nothing():
    text = written("csv", STORED, BARE)
    assert text.startswith("\ufeff")
    head, row, bare = csv.reader(io.StringIO(text[1:], newline=""))
    cells = dict(zip(head, row, strict=True))
    assert cells["author"] == "'=1+1"
    assert cells["body"] == ARTICLE.body
    assert (cells["date"], cells["persons"]) == ("2025-12-15", "هدى الكندية")
    assert len(bare) == len(head)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(start):
    stored = StoredArticle(1, Article("a", "0", start + "x", ""), STORED.imported_at)
    assert f"'{start}x" in written("csv", stored)


def test_json_lines_are_those_of_show():
    row = json.loads(written("jsonl", STORED))
    assert (row["id"], row["date"], row["author"]) == (7, "2025-12-15", "=1+1")
    assert row["imported_at"] == "2026-01-02T00:00:00+00:00"


def test_ris_has_one_line_a_tag():
    lines = written("ris", STORED).split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert "DA  - 2025/12/15" in lines
    assert "KW  - بلدية نزوى" in lines
    assert "N2  - الأولى. الثانية <script>alert(1)</script>." in lines
    assert lines[-3:] == ["ER  - ", "", ""]


def test_bibtex_escapes_what_it_would_obey():
    text = written("bibtex", STORED)
    assert text.startswith("@article{qusasat7,\n")
    assert r'title = {افتتاح <b>سوق</b> \& "حديقة" \{نزوى\}\_1},' in text
    assert "url = {https://example.com/?a=1&b=2}," in text
    assert "url" in written("bibtex", BARE)


def test_a_page_shows_markup_and_obeys_none():
    text = written("html", STORED, BARE)
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert 'href="https://example.com/?a=1&amp;b={2}"' in text
    assert 'href="javascript' not in text
    assert text.count("<article") == text.count("</article>") == 2


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_to_write_is_fine(name):
    assert "هدى" not in written(name)
