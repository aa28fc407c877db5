import random

import pytest

from newsarchive.errors import DamagedError, StoreError
from newsarchive.store import articles
from newsarchive.store.changes import set_deleted
from newsarchive.store.check import check
from newsarchive.store.connection import open_store, transaction
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


@pytest.mark.parametrize("seed", range(8))
def test_of_a_damaged_archive_all_that_can_be_read_is_saved_and_the_rest_named(
    path, tmp_path, seed
):
    open_store(tmp_path / "empty.qusasat", create=True).close()
    empty = (tmp_path / "empty.qusasat").stat().st_size // 4096
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(6):
        page = chance.randrange(empty, len(data) // 4096)
        data[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    path.write_bytes(data)
    with open_store(path, read_only=True) as store:
        assert check(store).problems
    saved = salvage(path, tmp_path / "b.qusasat")
    with open_store(saved.target) as after:
        assert check(after).problems == ()
        assert articles.count(after) in (saved.articles, saved.articles - 1)
    assert saved.articles + len(saved.lost) >= COUNT - 1
    assert saved.articles > COUNT // 2
    assert path.read_bytes() == bytes(data)


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


def test_a_file_whose_tables_cannot_be_read_is_beyond_this(path, tmp_path):
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    with pytest.raises(DamagedError):
        salvage(path, tmp_path / "b.qusasat")
