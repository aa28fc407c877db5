"""The flow of the product: from a file to articles with what they name."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsarchive.article import Article, RawDocument
from newsarchive.errors import ReaderError
from newsarchive.ingest.values import Flow, Found


def find_files(paths: Iterable[Path]) -> Iterator[Path | ReaderError]:
    """The files at and below ``paths``."""
    from newsarchive import readers

    return readers.find_files(paths)


def read(path: Path) -> Iterator[Found]:
    """The articles of one file, not yet understood."""
    from newsarchive import readers

    return readers.read(path)


def understand(raw: RawDocument) -> Article:
    """The article and what it names."""
    from newsarchive.entities import find_entities
    from newsarchive.extract import extract

    return find_entities(extract(raw))


FLOW = Flow(read, understand)
