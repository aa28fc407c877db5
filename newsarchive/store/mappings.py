"""What the user chose for the columns of tables, so that tables like them need no asking."""

import json
from collections.abc import Iterable

from newsarchive.columns import KeptMapping
from newsarchive.errors import StoreError
from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults
from newsarchive.store.schema import now


def mappings(store: Store) -> tuple[KeptMapping, ...]:
    """All that are kept, the oldest first."""
    with faults(store.path):
        rows = store.database.execute(
            "SELECT id, columns, choices, made_at FROM column_mappings ORDER BY id"
        ).fetchall()
    return tuple(one for row in rows if (one := _kept(*row)) is not None)


def _kept(number: int, columns: str, choices: str, made_at: str) -> KeptMapping | None:
    """A choice as it was kept; None for what no program of ours wrote."""
    try:
        names, parts = json.loads(columns), json.loads(choices)
    except (ValueError, RecursionError):
        return None
    is_ours = isinstance(names, list) and isinstance(parts, dict)
    if not is_ours or not all(isinstance(t, str) for t in (*names, *parts, *parts.values())):
        return None
    return KeptMapping(tuple(names), parts, number, made_at)


def keep_mappings(store: Store, wanted: Iterable[KeptMapping]) -> None:
    """Keep choices; those for the same columns take the place of older ones."""
    with transaction(store) as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO column_mappings (columns, choices, made_at) VALUES (?, ?, ?)",
            ((_packed(sorted(one.columns)), _packed(dict(one.choices)), now()) for one in wanted),
        )


def forget_mapping(store: Store, number: int) -> None:
    """Let choices go; tables like those are guessed again.

    Raises:
        StoreError: none has this number.
    """
    with transaction(store) as connection:
        gone = connection.execute("DELETE FROM column_mappings WHERE id = ?", (number,))
        if not gone.rowcount:
            raise StoreError("store-no-mapping", id=number)


def _packed(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode("utf-8")
