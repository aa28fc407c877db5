"""Archives made by strangers: refused with a sentence, or read without harm."""

import sqlite3
import zlib
from contextlib import suppress

import pytest

from newsarchive.archive import Archive
from newsarchive.article import EntityKind
from newsarchive.commands import run
from newsarchive.errors import ArchiveError
from newsarchive.search.query import Query
from newsarchive.store.salvage import salvage
from tests.newsarchive.builders import add, archive_of, article

REFUSED = {
    "a trigger that deletes": "CREATE TRIGGER t AFTER INSERT ON articles"
    " BEGIN DELETE FROM originals; END",
    "a trigger on a view": "CREATE VIEW v AS SELECT 1 AS a; CREATE TRIGGER t INSTEAD OF INSERT ON v"
    " BEGIN DELETE FROM articles; END",
    "a view in place of a table": "DROP TABLE stars;"
    " CREATE VIEW stars AS SELECT id AS article_id, 'x' AS starred_at FROM articles",
    "a virtual table in place of one": "DROP TABLE notes;"
    " CREATE VIRTUAL TABLE notes USING fts5(text)",
    "made-up columns": "ALTER TABLE tags ADD COLUMN evil TEXT AS (name || name)",
    "a missing table": "DROP TABLE originals",
    "another program's file": "PRAGMA application_id = 7",
    "a change of the future": "INSERT INTO migrations VALUES ('add_dreams', '2031')",
    "no name": "DELETE FROM meta",
}
READ = {
    "views beside ours": "CREATE VIEW evil AS WITH RECURSIVE n(x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    "broken JSON": "UPDATE articles SET evidence = '[[[['; UPDATE article_entities SET"
    " aliases = '{', titles = '\"x\"', roles = '[1, null, {}]';"
    " INSERT INTO column_mappings VALUES (1, '{}', '[', 'x'), (2, '[1]', '{\"a\": 1}', 'x');"
    " INSERT INTO corrections VALUES (1, 'explode', '{', NULL, NULL, 'x', 'x', NULL),"
    " (2, 'hide', '{\"kind\": \"x\"}', NULL, NULL, 'x', 'x', NULL),"
    " (3, 'hide', '[]', NULL, NULL, 'x', '2025-01-01', NULL)",
    "impossible dates": "UPDATE articles SET published_date = '9999-99-99', imported_at = 'x',"
    " published_precision = 'century', published_calendar = 'martian'",
    "numbers out of bounds": 'UPDATE mentions SET "start" = -9, "end" = 9223372036854775807;'
    " UPDATE articles SET family = -1",
    "a huge claim": "UPDATE originals SET size = 9223372036854775807",
    "a small claim": "UPDATE originals SET size = 1",
    "no packing": "UPDATE originals SET bytes = zeroblob(4000000)",
    "entities in a circle": "UPDATE entities SET became = id",
    "names that lead out": "UPDATE articles SET file = '../../../etc/passwd', title = '../../x',"
    " url = 'file:///etc/passwd', outlet = char(0) || '<script>alert(1)</script>'",
    "endless lines": "UPDATE articles SET title = printf('%.*c', 9000000, 'x'),"
    " outlet = printf('%.*c', 9000000, 'y'), section = printf('%.*c', 9000000, 'z')",
    "a folder to write to": "INSERT INTO watched_folders VALUES (1, '/', 'x', NULL, NULL);"
    " INSERT OR REPLACE INTO meta VALUES ('preference:tagger', '/etc')",
}


@pytest.fixture
def made(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "in"
    folder.mkdir()

    def make(statements):
        one = article(
            "حريق في صحار", "أخمد الدفاع المدني حريقا.", date="2025-01-01", persons=["سالم"]
        )
        archive_of(folder, one).close()
        path = folder / "test.qusasat"
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.executescript(statements)
        connection.commit()
        connection.close()
        return path

    return make


def everything(path):
    """All that a reader may do; only the archive's own errors may come of it."""
    works = [
        lambda a: a.article(1),
        lambda a: a.original(1),
        lambda a: a.search(Query("حريق")),
        lambda a: a.facets(Query("")),
        lambda a: a.names.card(EntityKind.PERSON, "سالم"),
        lambda a: a.names.history(),
        lambda a: a.names.proposals(EntityKind.PERSON),
        lambda a: a.family(1),
        lambda a: a.trash.articles(),
        lambda a: a.sources.mappings(),
        lambda a: a.check(),
        lambda a: list(a.refresh(rebuild=True)),
        lambda a: list(a.find_families(again=True)),
        lambda a: add(a, article("معرض", "نص", persons=["سالم"])),
        lambda a: a.trash.delete([1]),
    ]
    for work in works:
        with suppress(ArchiveError), Archive.open(path) as archive:
            work(archive)


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_program_of_ours_made_is_not_opened(made, name):
    path = made(REFUSED[name])
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(ArchiveError) as caught:
            Archive.open(path, read_only=read_only)
        assert path.name in caught.value.sentence("ar")
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", READ)
def test_odd_content_is_read_without_harm(made, tmp_path, name, capsys):
    path = made(READ[name])
    everything(path)
    for kind in ("csv", "jsonl", "ris", "bibtex", "html"):
        out = tmp_path / "out" / f"o.{kind}"
        out.parent.mkdir(exist_ok=True)
        run(["export", "", "--archive", str(path), "--format", kind, "-o", str(out)], lambda _: 0)
    assert {one.parent for one in (tmp_path / "out").rglob("*")} <= {tmp_path / "out"}
    text = "".join(one.read_text("utf-8") for one in (tmp_path / "out").glob("*.html"))
    assert "<script>alert" not in text
    capsys.readouterr()


def test_lists_show_the_beginning_of_endless_lines(made):
    with Archive.open(made(READ["endless lines"])) as archive:
        for _ in archive.refresh(rebuild=True):
            pass
        (hit,) = archive.search(Query("")).hits
        assert len(hit.title.text) + len(hit.outlet) + len(hit.section) < 10_000


def test_a_text_larger_than_any_that_is_read_is_not_loaded(made, monkeypatch):
    path = made("UPDATE articles SET body = printf('%.*c', 3000000, 'x')")
    monkeypatch.setattr("newsarchive.store.connection._LONGEST", 1_000_000)
    with Archive.open(path, read_only=True) as archive:
        with pytest.raises(ArchiveError) as caught:
            archive.article(1)
        assert caught.value.code == "store-too-big"


@pytest.mark.parametrize("name", ["a trigger that deletes", "a view in place of a table"])
def test_what_is_refused_can_be_salvaged(made, tmp_path, name):
    saved = salvage(made(REFUSED[name]), tmp_path / "saved.qusasat")
    assert saved.articles == 1
    with Archive.open(saved.target) as archive:
        assert archive.article(1).article.title == "حريق في صحار"


def test_packed_bytes_that_grow_without_end_are_not_unpacked(made):
    path = made("UPDATE articles SET title = title")
    bomb = zlib.compress(bytes(80_000_000), 9)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE originals SET bytes = ?, size = 100", (bomb,))
    connection.commit()
    connection.close()
    with Archive.open(path) as archive, pytest.raises(ArchiveError):
        archive.original(1)
