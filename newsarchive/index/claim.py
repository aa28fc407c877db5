"""A claim that one process at a time can hold on an archive; it ends with the process, however."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def claimed(folder: Path, what: str, patience: float = 0) -> Iterator[bool]:
    """True for the one that holds the claim within the block, False for all others meanwhile.

    Args:
        folder: of the index.
        what: is claimed.
        patience: seconds to wait while another holds it.

    SQLite locks a file beside the index's folder: on every system the lock goes when its process
    does, which a file that merely exists would not. Processes of other machines are not seen.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    path = folder.with_name(f"{folder.name}.{what}")
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            yield False
            return
        yield True
