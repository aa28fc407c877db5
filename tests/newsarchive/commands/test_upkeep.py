"""What ``check`` makes again, and what it says."""

import sqlite3

import pytest

from newsarchive.commands import run
from newsarchive.search.query import Query
from newsarchive.store import articles
from newsarchive.store.connection import open_store
from newsarchive.store.pages import PageFile
from tests.newsarchive.store.making import incoming

BROKEN = [
    "DELETE FROM value WHERE facet = 'person'",
    "UPDATE value SET name = name || 'ة' WHERE facet = 'source'",
    "DELETE FROM article WHERE id = 3",
    "INSERT INTO family VALUES (1, 1), (2, 1)",
]


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    path = tmp_path / "a.qusasat"
    with open_store(path, create=True) as store:
        texts = [f"{n} خبر مطول " + f"كلمة{n * 7} ذكر{n * 3} " * 9 for n in range(120)]
        articles.add_articles(
            store, [incoming(text, person=f"سالم بن {n}") for n, text in enumerate(texts)]
        )
    return path


@pytest.fixture
def checked(path, capsys):
    def check(status=0):
        capsys.readouterr()
        assert run(["check", "--archive", str(path)], lambda _: 0) == status
        return capsys.readouterr().out

    return check


def test_a_whole_archive_is_left_alone(path, checked):
    assert "120 articles checked" in checked()
    assert "made anew" not in checked()
    before = path.read_bytes()
    checked()
    assert path.read_bytes() == before


@pytest.mark.parametrize("statement", BROKEN)
def test_an_index_that_holds_something_else_is_made_anew(path, checked, tmp_path, statement):
    from newsarchive.index import seal

    checked()
    (facets,) = (tmp_path / "cache" / "index").glob("*/facets.sqlite")
    connection = sqlite3.connect(facets)
    connection.execute(statement)
    connection.commit()
    connection.close()
    seal.finish(facets.parent)
    assert "made anew" in checked()
    assert "made anew" not in checked()


def test_damage_to_the_files_own_indexes_is_mended(path, checked):
    checked()
    connection = sqlite3.connect(path)
    roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema"))
    connection.close()
    with PageFile(path) as file:
        data = bytearray(path.read_bytes())
        start = (file.children(roots["sqlite_autoindex_articles_1"])[0] - 1) * file.size
    data[start + file.size - 40] ^= 1
    path.write_bytes(data)
    out = checked()
    assert "only indexes inside the file were damaged" in out
    assert "made again" not in checked()
    assert not list(path.parent.glob("*.saved*"))


def test_what_a_search_finds_is_right_after_a_repair(path, checked, tmp_path):
    from newsarchive.archive import Archive

    checked()
    for one in (tmp_path / "cache" / "index").glob("*/text/*.idx"):
        one.write_bytes(b"x" * 99)
    checked()
    with Archive.open(path, read_only=True) as archive:
        assert set(archive.ids(Query("«كلمة77»", exactly=True))) == {12}
        assert set(archive.ids(Query("نزوى", exactly=True))) == set(range(1, 121))
