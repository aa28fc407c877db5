"""What an archive is told once for all imports to come: a value by its name."""

from newsarchive.errors import StoreError
from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults


def preference(store: Store, name: str) -> str | None:
    """What was last said; None when nothing was."""
    with faults(store.path):
        row = store.database.execute(
            "SELECT value FROM meta WHERE key = ?", (f"preference:{name}",)
        ).fetchone()
    return str(row[0]) if row else None


def keep_preference(store: Store, name: str, value: str | None) -> None:
    """Keep a value; None lets it go.

    Raises:
        StoreError: the value is no text, or the archive cannot be written.
    """
    try:
        (value or "").encode("utf-8")
    except UnicodeEncodeError:
        shown = (value or "").encode("utf-8", "replace").decode("utf-8")
        raise StoreError("store-path-not-text", path=shown) from None
    key = f"preference:{name}"
    with transaction(store) as connection:
        if value is None:
            connection.execute("DELETE FROM meta WHERE key = ?", (key,))
        else:
            connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
