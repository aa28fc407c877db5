"""A damaged row is read again from its original, and what could not be carried over is said."""

import hashlib
import sqlite3
from dataclasses import replace

import pytest

from newsarchive.archive import Archive
from newsarchive.article import EntityKind
from newsarchive.commands import run
from newsarchive.correction import Correction, What
from newsarchive.ingest.flow import read, understand
from newsarchive.store.adding import Incoming
from newsarchive.store.pages import PageFile
from tests.newsarchive.formats.folder import every_format
from tests.newsarchive.formats.stories import story

NAMES = (
    "web/stated.html", "documents/word.docx", "documents/letters.pdf", "mail/letter.eml",
    "feeds/news.rss", "feeds/news.atom", "data/news.json", "data/news.csv", "zotero/export.ris",
)  # fmt: skip
FILLING = 20


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    made = every_format()
    for name in NAMES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(made.files[name])
    with Archive.open(tmp_path / "a.qusasat", create=True) as archive:
        for name in NAMES:
            archive.add([_incoming(one) for one in read(tmp_path / name)])
        for number in range(FILLING):
            page = tmp_path / f"{number}.html"
            page.write_text(f"{story(90 + number).page}<!-- {number} -->", encoding="utf-8")
            archive.add([_incoming(one) for one in read(page)])
    return tmp_path / "a.qusasat"


def _incoming(raw):
    return Incoming(understand(raw), raw.source, raw.media_type, raw.encoding)


def damage(path, table, number):
    """Overwrite the page on which the row of an article lies; which articles lie there."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = connection.execute(
        "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,)
    ).fetchall()
    connection.close()
    with PageFile(path) as file:
        rows = {
            page: {one.values[0] if one.rowid is None else one.rowid for one in file.records(page)}
            for (page,) in pages
        }
        (page,) = (page for page, numbers in rows.items() if number in numbers)
        size = file.size
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(data)
    return rows[page]


def told(out, sentence):
    lines = (line for line in out.splitlines() if sentence in line)
    return {int(word.rstrip(":")) for line in lines for word in line.split()[1:2]}


def test_a_lost_article_is_read_again_from_its_original(path, capsys):
    with Archive.open(path) as archive:
        before = {n: archive.article(n) for n in range(1, archive.count() + 1)}
        person = before[1].article.persons[0].name
        named = Correction(What.RENAME, EntityKind.PERSON, person, "اسم مصحح")
        archive.names.correct([named], "محررة")
        archive.marks.star([1])
    gone = damage(path, "articles", 1)
    capsys.readouterr()
    assert run(["check", "--archive", str(path)], lambda _: 0) == 4
    out = capsys.readouterr().out
    assert told(out, "was read again from its original") == gone
    assert "is lost\n" not in out
    with Archive.open(path.with_name("a.saved.qusasat")) as saved:
        assert saved.check().problems == ()
        assert saved.count() == len(before)
        for number in sorted(gone):
            after = saved.article(number)
            assert after.media_type
            for part in ("title", "body", "section", "author", "published", "language"):
                assert getattr(after.article, part) == getattr(before[number].article, part)
        assert saved.article(1).article.persons[0].name == "اسم مصحح"
        assert saved.marks.of(1).starred


def test_names_that_were_lost_are_read_again_from_the_original(path, capsys):
    with Archive.open(path) as archive:
        before = {n: archive.article(n).article for n in range(1, archive.count() + 1)}
    damage(path, "mentions", 20)
    capsys.readouterr()
    assert run(["check", "--archive", str(path)], lambda _: 0) == 4
    again = told(capsys.readouterr().out, "they were read again from its original")
    assert 20 in again
    with Archive.open(path.with_name("a.saved.qusasat")) as saved:
        assert saved.check().problems == ()
        for number, article in before.items():
            assert saved.article(number).article.mentions == article.mentions


def test_an_original_that_gives_nothing_is_kept_and_said(path, capsys):
    source = b"\0\1\2\3" * 99
    with Archive.open(path) as archive:
        item = _incoming(next(iter(read(path.with_name("0.html")))))
        odd = replace(item.article, sha256=hashlib.sha256(source).hexdigest(), body="نص " * 9)
        (number,) = archive.add([item._replace(article=odd, source=source)]).ids
    damage(path, "articles", number)
    capsys.readouterr()
    run(["check", "--archive", str(path)], lambda _: 0)
    assert number in told(capsys.readouterr().out, "its text is lost and could not be read")
    with Archive.open(path.with_name("a.saved.qusasat")) as saved:
        assert saved.original(number) == source
