import random
import shutil

import pytest

from newsarchive.article import EntityKind
from newsarchive.correction import Correction, What
from newsarchive.errors import DamagedError, StoreError
from newsarchive.store import articles, folders, schema
from newsarchive.store.changes import set_deleted
from newsarchive.store.check import check
from newsarchive.store.connection import open_store, transaction
from newsarchive.store.corrections import correct, history
from newsarchive.store.imports import FileNote, diary, note_imports
from newsarchive.store.salvage import salvage
from tests.newsarchive.store.making import incoming

COUNT = 300
TABLES = [
    "SELECT * FROM tags",
    "SELECT * FROM article_tags",
    "SELECT * FROM stars",
    "SELECT * FROM notes",
]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.qusasat"
    with open_store(path, create=True) as store:
        articles.add_articles(store, [incoming(f"{n} " * 30) for n in range(COUNT)])
        set_deleted(store, [2], "2025-01-01T00:00:00+00:00")
        with transaction(store) as connection:
            connection.execute("INSERT INTO tags VALUES (1, 'مهم')")
            connection.execute("INSERT INTO article_tags VALUES (3, 1)")
            connection.execute("INSERT INTO stars VALUES (4, '2025-01-01')")
            connection.execute("INSERT INTO notes VALUES (1, 5, 'راجع', '2025', '2025')")
    return path


def test_of_a_whole_archive_everything_is_saved(path, tmp_path):
    saved = salvage(path, tmp_path / "b.qusasat")
    assert (saved.articles, saved.lost, saved.without_original) == (COUNT, (), ())
    with open_store(path) as before, open_store(saved.target) as after:
        assert check(after).problems == ()
        for number in (1, 2, COUNT):
            assert articles.article(after, number) == articles.article(before, number)
        for question in TABLES:
            rows = [s.database.execute(question).fetchall() for s in (before, after)]
            assert rows[0] == rows[1] != []


def test_an_article_whose_original_is_gone_keeps_its_text(path, tmp_path):
    with open_store(path) as store:
        store.database.execute("UPDATE originals SET bytes = x'00' WHERE article_id = 7")
        store.database.execute("DELETE FROM originals WHERE article_id = 8")
        text = articles.article(store, 7).article.body
    saved = salvage(path, tmp_path / "b.qusasat")
    assert saved.without_original == (7, 8)
    with open_store(saved.target) as after:
        assert articles.article(after, 7).article.body == text
        assert text in articles.original(after, 7).decode()
        assert check(after).problems == ()


def test_nothing_is_overwritten(path):
    with pytest.raises(StoreError) as caught:
        salvage(path, path)
    assert caught.value.code == "store-exists"


@pytest.mark.parametrize("harm", [b"\xff", b"\0"])
def test_without_the_list_of_tables_rows_are_known_by_their_looks(path, tmp_path, harm):
    data = bytearray(path.read_bytes())
    data[0:4096] = harm * 4096
    path.write_bytes(data)
    saved = salvage(path, tmp_path / "b.qusasat")
    assert (saved.articles, saved.lost, saved.without_original) == (COUNT, (), ())
    with open_store(saved.target) as after:
        assert check(after).problems == ()
        for question in TABLES[2:]:
            assert after.database.execute(question).fetchall()


def test_a_file_without_anything_of_an_archive_is_beyond_this(path, tmp_path):
    path.write_bytes(random.Random(1).randbytes(40_960))
    with pytest.raises(DamagedError):
        salvage(path, tmp_path / "b.qusasat")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_what_only_the_log_holds_is_saved(path, tmp_path):
    with open_store(path) as store:
        articles.add_articles(store, [incoming("في السجل وحده")])
        copy = tmp_path / "copy.qusasat"
        shutil.copyfile(path, copy)
        shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    before = copy.read_bytes()
    saved = salvage(copy, tmp_path / "b.qusasat")
    assert saved.articles == COUNT + 1
    assert copy.read_bytes() == before


def test_an_archive_of_an_older_program_is_saved_and_brought_up_to_date(tmp_path, monkeypatch):
    path = tmp_path / "a.qusasat"
    older = tuple(one for one in schema.MIGRATIONS if one.__name__ != "watch_folders")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", older)
        with open_store(path, create=True) as store:
            articles.add_articles(store, [incoming(str(n)) for n in range(5)])
    saved = salvage(path, tmp_path / "b.qusasat")
    assert saved.articles == 5
    with open_store(saved.target, read_only=True) as after:
        assert check(after).problems == ()
        assert not folders.folders(after)


def test_an_archive_of_a_newer_program_is_left_to_it(path, tmp_path):
    with open_store(path) as store:
        store.database.execute("INSERT INTO migrations VALUES ('add_dreams', '2031')")
    with pytest.raises(StoreError) as caught:
        salvage(path, tmp_path / "b.qusasat")
    assert caught.value.code == "store-newer"


def test_corrections_tags_notes_and_the_diary_go_along(path, tmp_path):
    renamed = Correction(What.RENAME, EntityKind.PERSON, "سالم بن حمد الريامي", "سالم الريامي")
    with open_store(path) as store:
        correct(store, [renamed], "محررة")
        note_imports(store, [FileNote("a.json", "1", "done", 3)])
    saved = salvage(path, tmp_path / "b.qusasat")
    with open_store(path) as before, open_store(saved.target) as after:
        assert articles.article(after, 9) == articles.article(before, 9)
        assert articles.article(after, 9).article.persons[0].name == "سالم الريامي"
        assert history(after) == history(before)
        assert diary(after) == diary(before)
