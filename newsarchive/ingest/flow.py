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


def read(
    path: Path, kept: tuple[KeptMapping, ...] = (), *, asks: bool = False, ocr: bool = True
) -> Iterator[Found]:
    """The articles of one file, not yet understood; tables by what the user chose before.

    Pictures are among them where what they show can be read.
    """
    from newsarchive import readers
    from newsarchive.readers import recognition

    pictures = recognition.available if ocr else readers.never
    return readers.read(path, tables=readers.TableRules(kept, asks), reads_pictures=pictures)


def recognise(raw: RawDocument) -> Iterator[Found | None]:
    """The document with its pictures read; None is a sign of life."""
    from newsarchive.readers import recognition

    return recognition.recognised(raw)


def understand(raw: RawDocument, tagger: Path | None = None) -> Article:
    """The article and what it names."""
    from newsarchive.entities import find_entities
    from newsarchive.extract import extract

    return find_entities(extract(raw), tagger)


def understand_in_stretches(
    raw: RawDocument, tagger: Path | None = None
) -> Iterator[Article | None]:
    """The article and what it names; None is a sign of life while a long text is gone through."""
    from newsarchive.entities import find_entities_in_stretches
    from newsarchive.extract import extract

    yield from find_entities_in_stretches(extract(raw), tagger)


def flow_with(
    kept: tuple[KeptMapping, ...] = (),
    *,
    asks: bool = False,
    ocr: bool = True,
    tagger: Path | None = None,
) -> Flow:
    """The flow that heeds what the user chose.

    Args:
        kept: what the columns of tables are.
        asks: a table whose guess is unsure is refused, for the user to choose.
        ocr: text in pictures is read, where Tesseract is installed.
        tagger: the folder of a token classifier that finds the names; None for the shipped tagger.

    Raises:
        TaggerError: that tagger cannot be used.
    """
    if tagger is not None:
        from newsarchive.entities import try_network

        try_network(tagger)
    reads = partial(read, kept=kept, asks=asks, ocr=ocr)
    names = partial(understand, tagger=tagger) if tagger else understand
    by_stretch = partial(understand_in_stretches, tagger=tagger)
    return Flow(reads, names, recognise if ocr else None, by_stretch)


FLOW = flow_with()
