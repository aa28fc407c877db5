import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive.errors import DamagedError, StoreError
from newsarchive.store import articles, schema
from newsarchive.store.connection import open_store, transaction
from newsarchive.store.faults import faults, told
from tests.newsarchive.store.making import incoming


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "أرشيف #1?.qusasat"


def code_of(path, **how):
    with pytest.raises(StoreError) as caught:
        open_store(path, **how)
    assert path.name in caught.value.sentence("ar") or path.parent.name in caught.value.sentence()
    return caught.value.code


def test_a_new_archive_has_a_name_of_its_own(path, tmp_path):
    with open_store(path, create=True) as store, open_store(tmp_path / "b", create=True) as other:
        assert len(store.archive_id) == 36
        assert store.archive_id != other.archive_id
        for pragma, value in (
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("trusted_schema", 0),
            ("application_id", schema.APPLICATION_ID),
        ):
            assert store.database.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    with open_store(path) as again:
        assert again.archive_id == store.archive_id
        assert schema.applied(again.database) == tuple(one.__name__ for one in schema.MIGRATIONS)


def test_what_cannot_be_opened_is_said(path, tmp_path):
    assert code_of(path) == "store-missing"
    assert code_of(tmp_path / "no" / "a", create=True) == "store-no-folder"
    assert code_of(tmp_path) == "store-folder"
    path.write_bytes(b"")
    assert code_of(path) == "store-not-archive"
    path.write_text("قصاصات" * 100)
    assert code_of(path, create=True) == "store-not-archive"
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    assert code_of(path, create=True) == "store-not-archive"


def test_an_empty_file_left_by_a_crash_becomes_an_archive(path):
    path.write_bytes(b"")
    open_store(path, create=True).close()
    open_store(path).close()


def test_a_newer_archive_is_left_alone(path):
    with open_store(path, create=True) as store:
        store.database.execute("INSERT INTO migrations VALUES ('add_dreams', '2031')")
    assert code_of(path) == "store-newer"


def test_a_damaged_archive_is_known(path):
    with open_store(path, create=True) as store:
        articles.add_articles(store, [incoming(str(n)) for n in range(50)])
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        open_store(path)


def test_an_archive_without_its_name_is_damaged(path):
    with open_store(path, create=True) as store:
        store.database.execute("DELETE FROM meta")
    with pytest.raises(DamagedError):
        open_store(path)


def test_reading_only_changes_nothing(path):
    with open_store(path, create=True) as store:
        articles.add_articles(store, [incoming("أول")])
    with open_store(path, read_only=True) as store:
        assert articles.count(store) == 1
        with pytest.raises(StoreError) as caught:
            articles.add_articles(store, [incoming("ثان")])
        assert caught.value.code == "store-read-only"


def test_an_older_archive_is_not_changed_when_only_read(path, monkeypatch):
    open_store(path, create=True).close()

    def add_dreams(database):
        database.execute("CREATE TABLE dreams (a TEXT)")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_dreams))
    assert code_of(path, read_only=True) == "store-older-read-only"
    with open_store(path) as store:
        assert "dreams" in store.database.table_names()
        assert schema.applied(store.database)[-1] == "add_dreams"


def test_a_migration_that_fails_leaves_the_archive_as_it_was(path, monkeypatch):
    open_store(path, create=True).close()

    def add_dreams(database):
        database.execute("CREATE TABLE dreams (a TEXT)")
        raise ArithmeticError

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_dreams))
    with pytest.raises(ArithmeticError):
        open_store(path)
    monkeypatch.undo()
    with open_store(path) as store:
        assert "dreams" not in store.database.table_names()


def test_a_change_is_whole_or_not_at_all(path):
    with open_store(path, create=True) as store:
        with pytest.raises(sqlite3.IntegrityError):
            _tag_twice(store)
        assert store.database.execute("SELECT count(*) FROM tags").fetchone() == (0,)


def _tag_twice(store):
    with transaction(store) as connection:
        for _ in range(2):
            connection.execute("INSERT INTO tags (name) VALUES ('x')")


def test_a_locked_archive_is_said(path):
    with open_store(path, create=True) as store, open_store(path) as other:
        other.database.execute("PRAGMA busy_timeout = 0")
        with transaction(store), pytest.raises(StoreError) as caught, transaction(other):
            pass
        assert caught.value.code == "store-locked"


def test_a_full_disk_is_said_and_loses_nothing(path):
    with open_store(path, create=True) as store:
        articles.add_articles(store, [incoming("أول")])
        (pages,) = store.database.execute("PRAGMA page_count").fetchone()
        store.database.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError) as caught:
            articles.add_articles(store, [incoming(str(n) * 4000) for n in range(90)])
        assert caught.value.code == "store-full"
        assert articles.count(store) == 1
        store.database.execute("PRAGMA max_page_count = 1000000")
        articles.add_articles(store, [incoming("ثان")])


def test_our_own_defects_pass_through(path):
    with open_store(path, create=True) as store:
        with pytest.raises(sqlite3.OperationalError), faults(path):
            store.database.execute("SELECT nothing FROM nowhere")
        with pytest.raises(sqlite3.IntegrityError), transaction(store) as connection:
            connection.execute("INSERT INTO originals VALUES (99, 0, x'')")
    assert told(sqlite3.ProgrammingError("x"), path) is None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_IOERR | (3 << 8), "store-unreachable"),
        (sqlite3.SQLITE_READONLY, "store-read-only"),
        (sqlite3.SQLITE_CANTOPEN, "store-cannot-open"),
        (sqlite3.SQLITE_TOOBIG, "store-too-big"),
        (sqlite3.SQLITE_NOMEM, "store-no-memory"),
        (sqlite3.SQLITE_CORRUPT, "store-damaged"),
    ],
)
def test_every_fault_has_its_sentence(path, code, said):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    found = told(error, path)
    assert found is not None
    assert found.code == said
    for language in ("ar", "en"):
        assert path.name in found.sentence(language)


def test_an_archive_on_a_medium_nobody_may_write_to(path, monkeypatch):
    with open_store(path, create=True) as store:
        articles.add_articles(store, [incoming("أول")])
    path.chmod(stat.S_IRUSR)
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = sorted(path.parent.iterdir())
    with open_store(path, read_only=True) as store:
        assert articles.count(store) == 1
    assert sorted(path.parent.iterdir()) == before


def test_to_open_an_archive_again_lets_go_no_lock_of_those_who_read_it(tmp_path):
    """POSIX lets all locks of a process on a file go when it closes any descriptor of it."""
    path = tmp_path / "a.qusasat"
    write = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute(\"INSERT INTO meta VALUES ('x', 'y')\"); c.close()"
    )
    with open_store(path, create=True) as first:
        first.database.execute("SELECT count(*) FROM articles").fetchone()
        open_store(path, read_only=True).close()
        subprocess.run([sys.executable, "-c", write, str(path)], check=True)
        assert path.with_name("a.qusasat-wal").exists()
        found = first.database.execute("SELECT value FROM meta WHERE key = 'x'").fetchone()
        assert found == ("y",)
