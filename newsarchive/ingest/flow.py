"""The flow of the product: from a file to articles with what they name."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from newsarchive.article import Article, RawDocument
from newsarchive.columns import KeptMapping
from newsarchive.errors import ReaderError
from newsarchive.ingest.values import Flow, Found


def find_files(
    paths: Iterable[Path], entered: Callable[[Path], object] | None = None
) -> Iterator[Path | ReaderError]:
    """The files at and below ``paths``; each folder is told to ``entered``."""
    from newsarchive import readers

    return readers.find_files(paths, entered)


def read(path: Path, kept: tuple[KeptMapping, ...] = (), *, asks: bool = False) -> Iterator[Found]:
    """The articles of one file, not yet understood; tables by what the user chose before."""
    from newsarchive import readers

    return readers.read(path, tables=readers.TableRules(kept, asks))


def understand(raw: RawDocument) -> Article:
    """The article and what it names."""
    from newsarchive.entities import find_entities
    from newsarchive.extract import extract

    return find_entities(extract(raw))


FLOW = Flow(read, understand)


def flow_with(kept: tuple[KeptMapping, ...], *, asks: bool = False) -> Flow:
    """The flow that heeds what the user chose for tables.

    Args:
        kept: the choices.
        asks: a table whose guess is unsure is refused, for the user to choose.
    """
    return Flow(partial(read, kept=kept, asks=asks), understand)
