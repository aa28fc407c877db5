"""One page after the other is damaged; nothing is lost but what lay on it, and that is said."""

import os
import random
import sqlite3
import zlib
from hashlib import sha256

import pytest

from newsarchive.store import articles
from newsarchive.store.check import check
from newsarchive.store.connection import open_store, transaction
from newsarchive.store.pages import PageFile
from newsarchive.store.salvage import salvage
from tests.newsarchive.store.making import incoming

COUNT, SIZE, LONG = 300, 4096, 23
EVERY = int(os.environ.get("QUSASAT_EVERY_PAGE", "0"))
"""1 to damage every page in each way, instead of all inner pages and some of the others."""


def zeroed(page, chance):
    return bytes(len(page))


def flipped(page, chance):
    place, bit = chance.randrange(120), 1 << chance.randrange(8)
    return page[:place] + bytes([page[place] ^ bit]) + page[place + 1 :]


def overwritten(page, chance):
    return chance.randbytes(len(page))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "a.qusasat"
    with open_store(path, create=True) as store:
        batch = [
            incoming(f"{n} " * (3_000 if n % LONG == 0 else 30), person=f"سالم بن حمد {n % 40}")
            for n in range(COUNT)
        ]
        articles.add_articles(store, batch)
        with transaction(store) as connection:
            connection.execute("INSERT INTO tags VALUES (1, 'مهم')")
            connection.execute("INSERT INTO stars VALUES (4, '2025-01-01')")
    return path


@pytest.fixture(scope="module")
def lying_on(whole):
    """By page: the articles whose text, and those whose original, lies on it or is reached by it.

    SQLite's own dbstat tells the pages; a row's overflow pages stand under its leaf's path.
    """
    connection = sqlite3.connect(whole)
    pages = connection.execute(
        "SELECT name, path, pageno, pagetype FROM dbstat ORDER BY name, path"
    ).fetchall()
    connection.close()
    found = {"articles": {}, "originals": {}}
    with PageFile(whole) as file:
        leaves = {(name, path): number for name, path, number, kind in pages if kind == "leaf"}
        for name, path, number, kind in pages:
            if name in found and kind == "leaf":
                found[name][number] = [record.rowid for record in file.records(number)]
            elif name in found and kind == "overflow":
                leaf, _, chain = path.rpartition("/") if "+" not in path else path.partition("+")
                parent, _, cell = path.partition("+")[0].rpartition("/")
                rowids = [r.rowid for r in file.records(leaves[name, f"{parent}/"])]
                found[name][number] = [rowids[int(cell, 16)]]
                assert leaf
                assert chain
    return found, {number: (name, kind) for name, _, number, kind in pages}


def contents(path):
    """By article: its row, its verified original, and all it names."""
    connection = sqlite3.connect(path)
    found = {
        row[0]: {"article": row[:16] + row[17:], "original": None, "names": []}
        for row in connection.execute("SELECT * FROM articles")
    }
    for number, size, packed in connection.execute("SELECT * FROM originals"):
        source = zlib.decompress(packed)
        assert (size, found[number]["article"][1]) == (len(source), sha256(source).hexdigest())
        found[number]["original"] = source
    for table in ("article_entities", "mentions"):
        for row in connection.execute(
            f"SELECT entities.kind, entities.name, {table}.* FROM {table}"  # noqa: S608 (our own tables)
            " JOIN entities ON entities.id = entity_id"
        ):
            found[row[2]]["names"].append(row)
    connection.close()
    for parts in found.values():
        parts["names"].sort(key=repr)
    return found


def damaged_pages(kinds):
    """Pages to damage: all inner ones, the list of tables, and some of the rest."""
    for number, (name, kind) in sorted(kinds.items()):
        if EVERY or kind == "internal" or name.startswith("sqlite_schema") or number % 61 == 0:
            yield number


@pytest.mark.parametrize("harm", [zeroed, flipped, overwritten])
def test_only_what_lay_on_a_damaged_page_is_lost_and_that_is_said(whole, lying_on, tmp_path, harm):
    lying, kinds = lying_on
    data = whole.read_bytes()
    assert len(data) // SIZE == max(kinds)
    expected = contents(whole)
    path = tmp_path / "a.qusasat"
    for number in damaged_pages(kinds):
        chance = random.Random(f"{harm.__name__} {number}")
        first = (number - 1) * SIZE
        page = harm(data[first : first + SIZE], chance)
        path.write_bytes(data[:first] + page + data[first + SIZE :])
        target = tmp_path / f"{number}.qusasat"
        saved = salvage(path, target)
        at_risk = set(lying["articles"].get(number, ()))
        where = (number, kinds[number], saved.lost)
        textless = {*saved.lost, *saved.only_original}
        assert textless <= at_risk, where
        assert saved.articles == COUNT - len(saved.lost), where
        assert set(saved.without_original) <= {*lying["originals"].get(number, ()), *at_risk}, where
        if harm is not flipped and kinds[number] == ("articles", "leaf"):
            assert (set(saved.only_original), saved.lost) == (at_risk, ()), where
        names_at_risk = kinds[number][0] in ("article_entities", "mentions", "entities")
        assert names_at_risk or not saved.partly_named, where
        with open_store(target, read_only=True) as after:
            assert check(after).problems == (), where
        for n, parts in contents(target).items():
            spoilt = {
                "article": n in at_risk or n in saved.without_original,
                "original": n in saved.without_original,
                "names": n in saved.partly_named or n in at_risk,
            }
            for part, is_spoilt in spoilt.items():
                assert is_spoilt or parts[part] == expected[n][part], (*where, n, part)
        target.unlink()


def test_rows_are_read_as_sqlite_reads_them(whole):
    connection = sqlite3.connect(whole)
    roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema"))
    with PageFile(whole) as file:
        for table in ("articles", "originals", "article_entities", "mentions", "prints"):
            waiting, found = [roots[table]], []
            while waiting:
                number = waiting.pop()
                found += list(file.records(number))
                waiting += file.children(number)
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 (our own tables)
            read = [
                tuple(r.rowid if r.rowid and place == 0 else v for place, v in enumerate(r.values))
                for r in found
            ]
            assert sorted(read, key=lambda row: row[:2]) == sorted(rows, key=lambda row: row[:2])
    connection.close()
