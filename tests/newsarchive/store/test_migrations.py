"""An archive of an older program is brought up to date whole, or stays as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from newsarchive.store import articles, schema
from newsarchive.store.check import check
from newsarchive.store.connection import open_store

ROOT = Path(__file__).resolve().parents[3]

SPELLINGS = [
    (1, "person", "عبدالله الحارثي"),
    (2, "person", "عبد الله الحارثي"),
    (3, "person", "عبدالله بن الحارثي"),
    (4, "organisation", "هيئة المراعي"),
    (5, "organisation", "هيئه المراعي"),
    (6, "place", "نزوى"),
    (7, "person", "سالم الريامي"),
]
NAMED = [(1, 0, 1), (1, 1, 4), (2, 0, 2), (2, 1, 5), (3, 0, 2), (3, 1, 6), (4, 0, 3), (4, 1, 7)]

DYING = """
import os, sys
from pathlib import Path
from newsarchive.store import schema
from newsarchive.store.connection import open_store

def add_dreams(database):
    database.execute("CREATE TABLE dreams (a TEXT)")
    database.execute("UPDATE articles SET title = 'حلم'")
    os._exit(9)

schema.MIGRATIONS = (*schema.MIGRATIONS, add_dreams)
open_store(Path(sys.argv[1]))
"""


@pytest.fixture
def older(tmp_path):
    """An archive as the first program wrote it: an entity for every spelling."""
    path = tmp_path / "a.qusasat"
    database = Database(path)
    schema.migrate(database, {"create_archive", "keep_failures"})
    for number in range(1, 5):
        database.execute(
            "INSERT INTO articles VALUES (?, ?, 'f', 'عنوان', '', '', '', '', '', 'ar', NULL, NULL,"
            " NULL, NULL, '2025-01-01', NULL, NULL, 'text/plain', 'utf-8', '[]', '')",
            (number, f"{number:064}"),
        )
    for row in SPELLINGS:
        database.execute("INSERT INTO entities (id, kind, name) VALUES (?, ?, ?)", row)
    names = {number: name for number, _, name in SPELLINGS}
    for article, position, entity in NAMED:
        row = (article, position, entity, names[entity])
        database.execute(
            "INSERT INTO article_entities (article_id, position, entity_id, name)"
            " VALUES (?, ?, ?, ?)",
            row,
        )
        database.execute("INSERT OR IGNORE INTO entity_names VALUES (?, ?)", (row[2], row[3]))
        database.execute(
            'INSERT INTO mentions (article_id, position, entity_id, part, "start", "end", surface)'
            " VALUES (?, ?, ?, 'body', 0, 1, ?)",
            row,
        )
    database.conn.commit()
    database.close()
    return path


def test_the_spellings_of_a_name_become_the_commonest(older):
    with open_store(older) as store:
        asked = store.database.execute
        assert asked("SELECT id, kind, name FROM entities ORDER BY id").fetchall() == [
            (2, "person", "عبد الله الحارثي"),
            (4, "organisation", "هيئة المراعي"),
            (6, "place", "نزوى"),
            (7, "person", "سالم الريامي"),
        ]
        became = {1: 2, 2: 2, 3: 2, 4: 4, 5: 4, 6: 6, 7: 7}
        for table in ("article_entities", "mentions"):
            rows = asked(f"SELECT article_id, position, entity_id FROM {table} ORDER BY 1, 2")  # noqa: S608 (names above)
            assert rows.fetchall() == [(a, p, became[e]) for a, p, e in NAMED]
        uses = asked("SELECT name, uses FROM entity_names WHERE entity_id = 2 ORDER BY uses DESC")
        assert uses.fetchall() == [
            ("عبد الله الحارثي", 2),
            ("عبدالله الحارثي", 1),
            ("عبدالله بن الحارثي", 1),
        ]
        changed = asked("SELECT article_id FROM changes ORDER BY 1").fetchall()
        assert changed == [(1,), (2,), (4,)]
        assert not asked("PRAGMA foreign_key_check").fetchall()
        assert schema.pending(store.database) == ()


def test_the_file_is_copied_before_it_is_changed(older):
    before = Database(older).execute("SELECT * FROM article_entities").fetchall()
    open_store(older).close()
    copy = older.with_name("a.keep_failures.backup.qusasat")
    assert Database(copy).execute("SELECT * FROM article_entities").fetchall() == before


def test_killed_in_the_middle_of_a_change_the_archive_is_as_it_was(older):
    open_store(older).close()
    script = older.with_name("dying.py")
    script.write_text(DYING, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run([sys.executable, script, older], env=environment, check=False)
    assert ended.returncode == 9
    with open_store(older) as store:
        assert "dreams" not in store.database.table_names()
        assert articles.article(store, 1).article.title == "عنوان"
        assert {problem.code for problem in check(store).problems} <= {"check-no-original"}
