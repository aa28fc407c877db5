"""Pages invented in the layouts of Arabic papers: what is read of each, and what is left out.

``pages/`` holds the copies as a reader saves them; ``pages.jsonl`` holds, for each, its title,
section, date (month for a date of month precision), author, the first and last words of the body,
what the body must not hold (``not``), must hold (``must``) and must hold once (``once``).
"""

import json
from pathlib import Path

import pytest

from newsarchive.arabic.fold import fold
from newsarchive.article import Article, RawDocument
from newsarchive.extract import extract
from newsarchive.extract.lines import key_of

HERE = Path(__file__).parent
EXPECTED = [json.loads(line) for line in (HERE / "pages.jsonl").read_text("utf-8").splitlines()]


def read(name: str) -> Article:
    source = (HERE / "pages" / name).read_bytes()
    return extract(RawDocument(name, source, "text/plain", source.decode()))


def day_or_month(article: Article) -> str | None:
    if article.published is None:
        return None
    return str(article.published.date)[: 10 if article.published.precision == "day" else 7]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["file"])
def test_page(expected):
    article = read(expected["file"])
    assert key_of(article.title) == key_of(expected["title"])
    assert key_of(article.section) == key_of(expected["section"] or "")
    assert day_or_month(article) == (expected["date"] or expected.get("month"))
    assert key_of(article.author) == key_of(expected["author"] or "")
    body = key_of(article.body)
    assert body.startswith(key_of(expected["first"]))
    assert body.endswith(key_of(expected["last"]))
    assert [text for text in expected["not"] if key_of(text) in body] == []
    assert [text for text in expected.get("must", ()) if key_of(text) not in body] == []
    assert [text for text in expected.get("once", ()) if body.count(key_of(text)) != 1] == []


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["file"])
def test_evidence_lies_in_the_page(expected):
    source = (HERE / "pages" / expected["file"]).read_bytes().decode()
    article = read(expected["file"])
    for one in article.evidence:
        assert 0 <= one.start < one.end <= len(source)
    read_from = {one.field: source[one.start : one.end] for one in article.evidence}
    if article.published:
        assert any(character.isdigit() for character in read_from["date"])
    if article.author:
        assert fold(article.author.split()[0]) in fold(read_from["author"])


def test_every_page_is_expected():
    assert {row["file"] for row in EXPECTED} == {path.name for path in (HERE / "pages").iterdir()}
