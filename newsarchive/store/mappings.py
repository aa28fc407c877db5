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
    return tuple(
        KeptMapping(tuple(json.loads(columns)), json.loads(choices), number, made_at)
        for number, columns, choices, made_at in rows
    )


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
