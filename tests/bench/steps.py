"""Where an import's time goes: each step's processor time an article, with names and without.

``python -m tests.bench.steps FOLDER``: synthetic articles of the sentences of a folder's texts,
as a table of JSON lines. All steps run one after another in this process; an import reads,
understands and signs in its processes while one stores and another indexes.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from newsarchive import readers
from newsarchive.archive import Archive
from newsarchive.article import Article, RawDocument
from newsarchive.entities import find_entities
from newsarchive.extract import extract
from newsarchive.families.fingerprints import signature
from newsarchive.store.adding import Incoming
from tests.bench import corpus, filling

_COUNT, _BATCH = 4_000, 500
_ALONE = ("store", "index")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Shares:
    """Milliseconds of processor time that each step takes of an article."""

    steps: dict[str, float]

    @property
    def whole(self) -> float:
        return sum(self.steps.values())

    @property
    def rate(self) -> float:
        """Articles a second on two cores: steps shared out, one process storing, one indexing."""
        return 1_000 / max(self.whole / 2, *(self.steps[step] for step in _ALONE))


def measure(folder: Path, source: Path, count: int = _COUNT) -> dict[str, Shares]:
    """The shares of ``count`` articles with names and without, in archives of their own."""
    table = folder / "steps.jsonl"
    corpus.write(table, count, source)
    _through(table, folder / "warm.qusasat", find_entities, 200)
    return {
        "with names": _through(table, folder / "named.qusasat", find_entities, count),
        "without": _through(table, folder / "plain.qusasat", lambda article: article, count),
    }


def _through(table: Path, path: Path, names: Callable[[Article], Article], most: int) -> Shares:
    took: dict[str, float] = {}
    raw = _timed(took, "read", lambda: list(_documents(table, most)))
    read = _timed(took, "extract", lambda: [extract(document) for document in raw])
    named = _timed(took, "names", lambda: [names(article) for article in read])
    signed = _timed(took, "sign", lambda: [signature(article.body) for article in named])
    incoming = [
        Incoming(article, document.source, document.media_type, document.encoding, known)
        for article, document, known in zip(named, raw, signed, strict=True)
    ]
    _timed(took, "store", lambda: _store(path, incoming))
    _timed(took, "index", lambda: filling.index(path))
    return Shares({step: seconds * 1e3 / len(incoming) for step, seconds in took.items()})


def _documents(table: Path, most: int) -> Iterator[RawDocument]:
    for number, document in enumerate(readers.read(table)):
        if number == most:
            return
        if isinstance(document, RawDocument):
            yield document


def _store(path: Path, incoming: list[Incoming]) -> None:
    with Archive.open(path, create=True) as archive:
        for start in range(0, len(incoming), _BATCH):
            archive.add(incoming[start : start + _BATCH])


def _timed(took: dict[str, float], step: str, work: Callable[[], _T]) -> _T:
    begun = time.process_time()
    done = work()
    took[step] = time.process_time() - begun
    return done


def lines(measured: dict[str, Shares]) -> Iterator[str]:
    """The table, a row a step."""
    yield f"{'step':10}" + "".join(f"{f'{name}, ms':>16} {'share':>6}" for name in measured)
    for step in next(iter(measured.values())).steps:
        cells = (
            f"{one.steps[step]:16.2f} {one.steps[step] / one.whole:6.0%}"
            for one in measured.values()
        )
        yield f"{step:10}" + "".join(cells)
    yield f"{'in all':10}" + "".join(f"{one.whole:16.2f}       " for one in measured.values())
    yield (
        f"{'a second':10}"
        + "".join(f"{one.rate:16,.0f}       " for one in measured.values())
        + " on two cores"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.steps", description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--articles", type=int, default=_COUNT)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qusasat-bench-") as folder:
        os.environ["QUSASAT_CACHE"] = str(Path(folder) / "cache")
        for line in lines(measure(Path(folder), asked.source, asked.articles)):
            print(line)


if __name__ == "__main__":
    main()
