"""Archives that strangers made: what no program of ours puts into a file is not run or read."""

import sqlite3

from newsarchive.store import schema

_OURS = frozenset({"articles", "originals", "entities", "entity_names", "article_entities"})
_MADE_UP = (2, 3)


def strange(connection: sqlite3.Connection) -> str | None:
    """The name of something in the schema that must not be there, or is not what it should be.

    Triggers would act on whatever is written; a view, a virtual table or made-up columns in place
    of a table would answer with what nobody stored. Views and tables beside ours are left alone.
    """
    ours = schema.TABLES
    for kind, name, table, sql in connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
    ).fetchall():
        if kind == "trigger":
            return str(name)
        if name in ours and (kind != "table" or _is_virtual(sql)):
            return str(name)
        if table in ours and kind == "view":
            return str(name)
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema").fetchall()}
    return next(iter(sorted(_OURS - found)), None) or _made_up(connection, ours & found)


def _is_virtual(sql: str) -> bool:
    return sql.lstrip().upper().startswith("CREATE VIRTUAL")


def _made_up(connection: sqlite3.Connection, tables: frozenset[str] | set[str]) -> str | None:
    for table in sorted(tables):
        for row in connection.execute(f'PRAGMA table_xinfo("{table}")'):
            if row[6] in _MADE_UP:
                return f"{table}.{row[1]}"
    return None
