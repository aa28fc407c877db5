"""Looking at tables before they are imported, and naming their columns by hand."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newsarchive.columns import PARTS, KeptMapping, Table, has
from newsarchive.errors import MappingError, ReaderError
from newsarchive.ingest.flow import find_files

_SHOWN = 5


def tables(
    paths: Iterable[Path], kept: tuple[KeptMapping, ...] = (), samples: int = _SHOWN
) -> Iterator[Table | ReaderError]:
    """The tables at and below ``paths``, with what their columns are taken for.

    Args:
        paths: files and folders; files that are no tables are passed over.
        kept: what the user chose before.
        samples: values of each column to show.
    """
    from newsarchive import readers

    for found in find_files(paths):
        if isinstance(found, ReaderError):
            yield found
        else:
            yield from readers.look(found, kept, samples)


def choices(pairs: Iterable[str]) -> dict[str, str]:
    """Part to column, of ``title=COLUMN`` and the like; "" for no column.

    Raises:
        MappingError: map-broken, map-unknown-part, map-twice.
    """
    from newsarchive.readers.field_names import part_of

    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        if not equals:
            raise MappingError("map-broken", pair=pair)
        part = name.strip().lower()
        part = part if part in PARTS else part_of(name) or ""
        if part not in PARTS:
            raise MappingError("map-unknown-part", part=name, parts="، ".join(PARTS))
        if part in found:
            raise MappingError("map-twice", part=part)
        found[part] = column.strip()
    return found


def chosen_for(found: Iterable[Table], wanted: Mapping[str, str]) -> tuple[KeptMapping, ...]:
    """The choices for each table that has all the columns they name.

    Raises:
        MappingError: map-no-column when no table has them, map-no-table when there is none.
    """
    met: list[Table] = []
    fit: dict[tuple[str, ...], KeptMapping] = {}
    for table in found:
        met.append(table)
        columns = {part: _column(table, column) for part, column in wanted.items()}
        named = {part: column for part, column in columns.items() if column is not None}
        if len(named) == len(wanted):
            signature = tuple(sorted(table.signature))
            fit[signature] = KeptMapping(signature, named)
    if not met:
        raise MappingError("map-no-table")
    if not fit:
        raise _no_column(met[0], wanted)
    return tuple(fit.values())


def _column(table: Table, wanted: str) -> str | None:
    """The table's own spelling of a column; None where it has none of that name."""
    if has(table.names, wanted):
        return wanted
    alike = (one for one in table.names if one.strip().casefold() == wanted.casefold())
    return next(alike, None)


def _no_column(table: Table, wanted: Mapping[str, str]) -> MappingError:
    missing = next(column for column in wanted.values() if _column(table, column) is None)
    return MappingError(
        "map-no-column", column=missing, file=table.name, columns="، ".join(table.names)
    )
