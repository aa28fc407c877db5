"""Which repairs the user does not want for single articles, by the sources' hashes.

They are kept by the source, so that they hold when the same source is imported again.
"""

from collections.abc import Iterable

from newsarchive.repairs import Repair
from newsarchive.store.connection import Store, transaction
from newsarchive.store.faults import faults
from newsarchive.store.keys import chunks
from newsarchive.store.schema import now


def unwanted(store: Store, hashes: Iterable[str]) -> dict[str, frozenset[Repair]]:
    """For those of the sources that have any: the repairs that are not to be made."""
    found: dict[str, frozenset[Repair]] = {}
    with faults(store.path):
        if not store.database.execute("SELECT 1 FROM unwanted_repairs LIMIT 1").fetchone():
            return found
        for some in chunks(hashes):
            marks = ",".join("?" * len(some))
            rows = store.database.execute(
                f"SELECT sha256, repairs FROM unwanted_repairs WHERE sha256 IN ({marks})",  # noqa: S608 (marks only)
                some,
            )
            for sha256, repairs in rows:
                names = set(repairs.split("+")) & set(Repair.__members__.values())
                found[sha256] = frozenset(map(Repair, names))
    return found


def set_unwanted(store: Store, sha256: str, repairs: Iterable[Repair]) -> None:
    """Keep what is not wanted for a source, in place of what was kept before; none for nothing."""
    names = "+".join(sorted(repairs))
    with transaction(store) as connection:
        connection.execute("DELETE FROM unwanted_repairs WHERE sha256 = ?", (sha256,))
        if names:
            row = (sha256, names, now())
            connection.execute("INSERT INTO unwanted_repairs VALUES (?, ?, ?)", row)
