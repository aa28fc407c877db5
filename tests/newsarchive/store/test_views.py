"""What another program sees that opens an archive."""

import sqlite3
from contextlib import closing

import pytest

from newsarchive.store.views import VIEWS
from resources import resource
from tests.newsarchive.builders import archive_of, article


def rows(archive, question):
    with closing(sqlite3.connect(archive.path)) as database:
        return database.execute(question).fetchall()


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    first = article(
        "افتتاح الميناء", "قال سالم الحارثي إن الميناء جديد.", date="2025-12-15",
        persons=["سالم الحارثي"],
    )  # fmt: skip
    second = article("زيارة", "زار سالم الحارثي صحار.", date="2025-11-02", persons=["سالم الحارثي"])
    with archive_of(tmp_path, first, second) as made:
        yield made


def test_every_view_can_be_read(archive):
    assert all(rows(archive, f"SELECT count(*) FROM {view}") for view in VIEWS)  # noqa: S608


def test_a_cutting_is_one_row_with_its_names(archive):
    found = rows(archive, "SELECT date, title, persons FROM cuttings")
    assert found == [
        ("2025-12-15", "افتتاح الميناء", "سالم الحارثي"),
        ("2025-11-02", "زيارة", "سالم الحارثي"),
    ]


def test_a_person_is_one_row_with_the_span_of_articles(archive):
    found = rows(archive, "SELECT name, articles, first_seen, last_seen FROM persons")
    assert found == [("سالم الحارثي", 2, "2025-11-02", "2025-12-15")]


def test_what_is_in_the_trash_is_not_shown(archive):
    with closing(sqlite3.connect(archive.path)) as database, database:
        database.execute("UPDATE articles SET deleted_at = imported_at WHERE id = 1")
    assert rows(archive, "SELECT title FROM cuttings") == [("زيارة",)]
    assert rows(archive, "SELECT articles FROM persons") == [(1,)]


def test_what_is_hidden_is_not_shown(archive):
    with closing(sqlite3.connect(archive.path)) as database, database:
        database.execute("UPDATE entities SET hidden = 1")
    assert rows(archive, "SELECT persons FROM cuttings") == [(None,), (None,)]
    assert rows(archive, "SELECT name FROM persons") == []


def test_the_description_of_the_format_names_every_table_and_column(archive):
    text = resource("manual", "format.md").read_text(encoding="utf-8")
    told, table = set(), ""
    for line in text.splitlines():
        if line.startswith("| "):
            first, columns = (cell.strip() for cell in line.split("|")[1:3])
            table = first or table
            told |= {(one, column) for one in table.split(", ") for column in columns.split(", ")}
    wanted = rows(
        archive,
        "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
        "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'",
    )
    assert set(wanted) - told == set()
    assert {pair for pair in told if pair[0] not in ("Table", "---")} - set(wanted) == set()


def test_the_description_names_every_view():
    text = resource("manual", "format.md").read_text(encoding="utf-8")
    assert all(f"`{view}`" in text for view in VIEWS)
