import sqlite3

import pytest

from newsarchive.errors import DamagedError, StoreError
from newsarchive.store import articles, schema
from newsarchive.store.backup import backup, restore
from newsarchive.store.changes import stamp
from newsarchive.store.connection import open_store, transaction
from tests.newsarchive.store.making import incoming


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "a.qusasat", create=True) as opened:
        articles.add_articles(opened, [incoming(str(n)) for n in range(20)])
        yield opened


def test_a_backup_is_one_whole_file_made_while_others_write(store, tmp_path):
    copy = tmp_path / "copy.qusasat"
    with open_store(store.path) as other, transaction(other) as connection:
        connection.execute("INSERT INTO tags (name) VALUES ('unfinished')")
        backup(store, copy)
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(("copy", ".copy"))) == [
        "copy.qusasat"
    ]
    with open_store(copy, read_only=True) as read:
        assert articles.count(read) == 20
        assert read.database.execute("SELECT count(*) FROM tags").fetchone() == (0,)
        assert articles.original(read, 5) == articles.original(store, 5)


def test_a_restored_backup_is_an_archive_of_its_own(store, tmp_path):
    backup(store, tmp_path / "copy.qusasat")
    articles.add_articles(store, [incoming("later")])
    restore(tmp_path / "copy.qusasat", tmp_path / "b.qusasat")
    with open_store(tmp_path / "b.qusasat") as restored:
        assert articles.count(restored) == 20
        assert stamp(restored).archive_id != stamp(store).archive_id
        assert articles.add_articles(restored, [incoming("later")]).ids == (21,)
    assert not [path for path in tmp_path.iterdir() if "draft" in path.name]


def test_nothing_is_overwritten_by_a_restore(store, tmp_path):
    backup(store, tmp_path / "copy.qusasat")
    with pytest.raises(StoreError) as caught:
        restore(tmp_path / "copy.qusasat", store.path)
    assert caught.value.code == "store-exists"
    assert articles.count(store) == 20


@pytest.mark.parametrize("harm", ["missing", "foreign", "damaged"])
def test_what_is_no_backup_is_not_restored(store, tmp_path, harm):
    copy = tmp_path / "copy.qusasat"
    if harm == "foreign":
        copy.write_bytes(b"x" * 5000)
    elif harm == "damaged":
        backup(store, copy)
        data = bytearray(copy.read_bytes())
        data[4096 * 3 : 4096 * 12] = b"\xff" * 4096 * 9
        copy.write_bytes(data)
    with pytest.raises(StoreError):
        restore(copy, tmp_path / "b.qusasat")
    assert not (tmp_path / "b.qusasat").exists()
    assert not [path for path in tmp_path.iterdir() if "draft" in path.name]


def test_a_damaged_archive_does_not_replace_a_good_backup(tmp_path):
    path, copy = tmp_path / "a.qusasat", tmp_path / "copy.qusasat"
    with open_store(path, create=True) as store:
        articles.add_articles(store, [incoming(str(n)) for n in range(200)])
        backup(store, copy)
    before = copy.read_bytes()
    data = bytearray(path.read_bytes())
    data[-4096 * 8 :] = b"\xff" * 4096 * 8
    path.write_bytes(data)
    with open_store(path) as store, pytest.raises(DamagedError):
        backup(store, copy)
    assert copy.read_bytes() == before


def test_an_archive_is_copied_before_it_is_migrated(store, monkeypatch):
    def add_dreams(database):
        database.execute("CREATE TABLE dreams (a TEXT)")

    last = schema.MIGRATIONS[-1].__name__
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_dreams))
    open_store(store.path).close()
    copy = store.path.with_name(f"a.{last}.backup.qusasat")
    connection = sqlite3.connect(copy)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert "articles" in tables
    assert "dreams" not in tables
