"""The tables of an archive, as named changes that are applied once each, in order."""

import datetime as dt
import uuid
from collections.abc import Callable, Container
from typing import TYPE_CHECKING

from newsarchive.store.joining import join_spellings
from newsarchive.store.views import VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x51736173

Migration = Callable[["Database"], None]

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        title TEXT NOT NULL,
        subtitle TEXT NOT NULL,
        section TEXT NOT NULL,
        author TEXT NOT NULL,
        outlet TEXT NOT NULL,
        url TEXT NOT NULL,
        language TEXT NOT NULL,
        published_date TEXT,
        published_precision TEXT,
        published_text TEXT,
        published_calendar TEXT,
        imported_at TEXT NOT NULL,
        deleted_at TEXT,
        family INTEGER,
        media_type TEXT NOT NULL,
        encoding TEXT NOT NULL,
        evidence TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE originals (
        article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
        size INTEGER NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE entities (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'place')),
        name TEXT NOT NULL,
        hidden INTEGER NOT NULL DEFAULT 0,
        UNIQUE (kind, name)
    ) STRICT""",
    """CREATE TABLE entity_names (
        entity_id INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        PRIMARY KEY (entity_id, name)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX entity_names_by_name ON entity_names (name)",
    """CREATE TABLE article_entities (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        entity_id INTEGER NOT NULL REFERENCES entities(id),
        name TEXT NOT NULL,
        aliases TEXT,
        titles TEXT,
        roles TEXT,
        PRIMARY KEY (article_id, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX article_entities_by_entity ON article_entities (entity_id)",
    """CREATE TABLE mentions (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        entity_id INTEGER NOT NULL REFERENCES entities(id),
        part TEXT NOT NULL,
        "start" INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        surface TEXT NOT NULL,
        title TEXT,
        role TEXT,
        PRIMARY KEY (article_id, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX mentions_by_entity ON mentions (entity_id)",
    """CREATE TABLE changes (
        article_id INTEGER PRIMARY KEY,
        change INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX changes_in_order ON changes (change)",
    """CREATE TABLE corrections (
        id INTEGER PRIMARY KEY,
        what TEXT NOT NULL,
        subject TEXT NOT NULL,
        before TEXT,
        after TEXT,
        made_by TEXT NOT NULL,
        made_at TEXT NOT NULL,
        undone_at TEXT
    ) STRICT""",
    "CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """CREATE TABLE article_tags (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, tag_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX article_tags_by_tag ON article_tags (tag_id)",
    """CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        made_at TEXT NOT NULL,
        changed_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX notes_by_article ON notes (article_id)",
    """CREATE TABLE stars (
        article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
        starred_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE saved_searches (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL,
        made_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE imports (
        id INTEGER PRIMARY KEY,
        file TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'duplicate', 'failed')),
        articles INTEGER NOT NULL,
        duplicates INTEGER NOT NULL,
        reason TEXT,
        tried_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX imports_by_fingerprint ON imports (fingerprint)",
)


_FAMILIES = (
    """CREATE TABLE signatures (
        article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
        words INTEGER NOT NULL,
        prints BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE prints (
        print INTEGER NOT NULL,
        article_id INTEGER NOT NULL,
        PRIMARY KEY (print, article_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE copies (
        article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        PRIMARY KEY (article_id, other_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX copies_by_other ON copies (other_id)",
    "CREATE INDEX articles_by_family ON articles (family) WHERE family IS NOT NULL",
)


def create_archive(database: "Database") -> None:
    """The first tables, and the archive's own name."""
    for statement in _TABLES:
        database.execute(statement)
    database.execute("INSERT INTO meta VALUES ('archive_id', ?)", (str(uuid.uuid4()),))
    database.execute("INSERT INTO meta VALUES ('created_at', ?)", (now(),))
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def keep_failures(database: "Database") -> None:
    """Room for what failed inside a file that was otherwise read: a JSON list."""
    database.execute("ALTER TABLE imports ADD COLUMN failures TEXT")


def keep_mappings(database: "Database") -> None:
    """Room for what the user chose for tables: all their columns, and part to column, as JSON."""
    database.execute(
        """CREATE TABLE column_mappings (
            id INTEGER PRIMARY KEY,
            columns TEXT NOT NULL UNIQUE,
            choices TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT"""
    )


def find_families(database: "Database") -> None:
    """Room for what tells the copies of a report. They are found when the index is made."""
    for statement in _FAMILIES:
        database.execute(statement)


def watch_folders(database: "Database") -> None:
    """Room for folders that are read again when they change."""
    database.execute(
        """CREATE TABLE watched_folders (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            added_at TEXT NOT NULL,
            looked_at TEXT,
            missing_since TEXT
        ) STRICT"""
    )


def find_unread(database: "Database") -> None:
    """A small index of the articles whose pictures nothing has read, however many others are."""
    database.execute(
        "CREATE INDEX articles_unread ON articles (id)"
        " WHERE deleted_at IS NULL AND instr(encoding, '+scan') > 0"
    )


def keep_unwanted_repairs(database: "Database") -> None:
    """Room for repairs that the user does not want, joined by "+", by the source they are of."""
    database.execute(
        """CREATE TABLE unwanted_repairs (
            sha256 TEXT PRIMARY KEY,
            repairs TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID"""
    )


def find_trashed(database: "Database") -> None:
    """A small index of the trash, however large the archive."""
    database.execute(
        "CREATE INDEX articles_in_trash ON articles (deleted_at) WHERE deleted_at IS NOT NULL"
    )


def join_proven_names(database: "Database") -> None:
    """Room for what the program itself joins; what goes into itself is hidden. See uniting."""
    database.execute(
        """CREATE TABLE joinings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            entity_id INTEGER NOT NULL UNIQUE REFERENCES entities(id),
            into_id INTEGER NOT NULL REFERENCES entities(id),
            ground TEXT NOT NULL,
            made_at TEXT NOT NULL,
            undone_at TEXT
        ) STRICT"""
    )


def see_what_is_new(database: "Database") -> None:
    """Room for the last article that was there when a saved search was looked at."""
    database.execute("ALTER TABLE saved_searches ADD COLUMN seen INTEGER NOT NULL DEFAULT 0")


def show_readably(database: "Database") -> None:
    """Views for other programs that open the file."""
    for statement in VIEWS.values():
        database.execute(statement)


def remember_emptied(database: "Database") -> None:
    """Room for what is asked again of a file: whether articles of it went for good."""
    database.execute("ALTER TABLE imports ADD COLUMN emptied INTEGER NOT NULL DEFAULT 0")


TABLES = frozenset(
    {
        "meta", "migrations", "articles", "originals", "entities", "entity_names",
        "article_entities", "mentions", "changes", "corrections", "correction_articles", "tags",
        "article_tags", "notes", "stars", "saved_searches", "imports", "column_mappings",
        "signatures", "prints", "copies", "watched_folders", "unwanted_repairs",
        "joinings",
    }
)  # fmt: skip
"""What must be a table where there is something of that name."""

MIGRATIONS: tuple[Migration, ...] = (
    create_archive,
    keep_failures,
    join_spellings,
    keep_mappings,
    find_families,
    watch_folders,
    find_unread,
    keep_unwanted_repairs,
    find_trashed,
    join_proven_names,
    see_what_is_new,
    show_readably,
    remember_emptied,
)


def applied(database: "Database") -> tuple[str, ...]:
    """Names of the changes this file has seen, oldest first; none for an empty file."""
    if "migrations" not in database.table_names():
        return ()
    return tuple(row[0] for row in database.execute("SELECT name FROM migrations ORDER BY rowid"))


def unknown(database: "Database") -> tuple[str, ...]:
    """Changes made to this file by a newer program."""
    ours = {migration.__name__ for migration in MIGRATIONS}
    return tuple(name for name in applied(database) if name not in ours)


def pending(database: "Database") -> tuple[Migration, ...]:
    """Changes this file has yet to see, in order."""
    done = set(applied(database))
    return tuple(migration for migration in MIGRATIONS if migration.__name__ not in done)


def migrate(database: "Database", only: Container[str] | None = None) -> None:
    """Apply what is pending, all or nothing, in one transaction.

    Two programs may open the same old file at once: what is pending is asked again inside the
    transaction.

    Args:
        database: the archive.
        only: names of the changes that are wanted, where an older archive is to be made.
    """
    database.execute("BEGIN IMMEDIATE")
    try:
        database.execute(
            "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT) STRICT"
        )
        for migration in pending(database):
            if only is not None and migration.__name__ not in only:
                continue
            migration(database)
            database.execute("INSERT INTO migrations VALUES (?, ?)", (migration.__name__, now()))
        database.execute("COMMIT")
    except BaseException:
        if database.conn.in_transaction:
            database.execute("ROLLBACK")
        raise


def now() -> str:
    """This moment in UTC, ISO 8601 to the second, as the archive writes times."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
