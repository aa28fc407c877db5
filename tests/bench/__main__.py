"""``python -m tests.bench``: extraction and import rates, sizes, search, start to first paint."""

import argparse
import itertools
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.search.query import Choice, Facet, Query, Sort
from tests.bench import corpus, extraction

ROOT = Path(__file__).parents[2]


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that ``work`` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1e3


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def measure_extraction(source: Path) -> None:
    """Read the articles as page copies and understand the pages, in this process."""
    rate = extraction.measure(source)
    print(f"extraction        {rate:8.0f} page copies a second on one core, names left aside")


def measure_import(table: Path, archive: Path, count: int, raw: int) -> None:
    """Import the table with the program's own command line."""
    command = [sys.executable, str(ROOT / "main.py"), "import", str(table), "--archive"]
    seconds = timed(lambda: subprocess.run([*command, str(archive)], check=True)) / 1e3
    index = size_of(Path(os.environ["QUSASAT_CACHE"]))
    print(f"import            {count / seconds:8.0f} articles a second, indexed ({seconds:.1f} s)")
    print(f"text              {raw / 1e6:8.1f} MB raw")
    print(f"archive file      {size_of(archive) / raw:8.2f} of the raw text")
    print(f"index             {index / raw:8.2f} of the raw text")


def queries(archive: Archive) -> dict[str, list[Query]]:
    """Queries by class, their words taken from the archive's own articles."""
    chance = random.Random(2)
    last = archive.count()
    texts = [archive.article(chance.randint(1, last)).article.body.split() for _ in range(40)]
    words = [chance.choice([w for w in text if len(w) > 4]) for text in texts]
    pairs = [text[n : n + 2] for text in texts for n in [chance.randrange(len(text) - 2)]]
    people = [v.name for v in archive.facets(Query(), 10).values[Facet.PERSON]]
    classes = {
        "empty": [Query(), Query(sort=Sort.OLDEST)],
        "word": [Query(f"{word} ") for word in words],
        "two words": [Query(f"{a[0]} {b[-1]} ") for a, b in itertools.pairwise(pairs)],
        "phrase": [Query(f"«{' '.join(pair)}»") for pair in pairs],
        "person": [Query(choices=(Choice(Facet.PERSON, name),)) for name in people],
        "word, person": [
            Query(f"{words[n]} ", (Choice(Facet.PERSON, name),)) for n, name in enumerate(people)
        ],
        "date range": [Query("date:2015..2018"), Query("date:2020-01..2020-06 ")],
    }
    for letters in range(1, 6):
        starts = sorted({word[:letters] for word in words})
        classes[f"prefix of {letters}"] = [Query(start) for start in starts]
    return classes


def measure_search(path: Path) -> None:
    """First page, total and every facet at the door, beside the text engine's bare count."""
    with Archive.open(path, read_only=True) as archive:
        print(
            f"\n{'class':14} {'n':>3} {'hits':>10} {'median ms':>10} {'p95 ms':>8} {'bare ms':>8}"
        )
        for name, some in queries(archive).items():
            took, bare, hits = [], [], []
            for query in some * 3:
                archive.reload()
                took.append(
                    timed(lambda query=query: (archive.search(query), archive.facets(query)))
                )
                bare.append(timed(lambda query=query: archive.total(query)))
                hits.append(archive.search(query).total)
            print(
                f"{name:14} {len(some):3} {statistics.median(hits):10,.0f}"
                f" {statistics.median(took):10.1f} {percentile(took, 0.95):8.1f}"
                f" {statistics.median(bare):8.1f}"
            )


def start(command: list[str]) -> None:
    """Run to the end; Qt's remarks about drawing off screen are shown only when it failed."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise SystemExit(ended.stderr)


def measure_start(archive: Path) -> None:
    """Process start to first paint, the window beside a bare Qt label, in turn."""
    took: dict[str, list[float]] = {"label": [], "window": [], "list": []}
    for _ in range(7):
        for what, times in took.items():
            command = [sys.executable, "-m", "tests.bench.first_paint", what, str(archive)]
            times.append(timed(lambda command=command: start(command)))
    label, window, filled = (statistics.median(times) for times in took.values())
    print(
        f"\nstart to first paint: bare label {label:.0f} ms, window {window:.0f} ms"
        f" ({window / label:.2f} times), list filled {filled:.0f} ms ({filled / label:.2f} times)"
    )


def main() -> None:
    """Measure everything on one synthetic archive."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--from", dest="source", type=Path, default=ROOT / "resources" / "sample")
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="qusasat-bench-") as folder:
        os.environ["QUSASAT_CACHE"] = str(Path(folder) / "cache")
        table, archive = Path(folder) / "articles.jsonl", Path(folder) / "bench.qusasat"
        raw = corpus.write(table, args.articles, args.source)
        measure_extraction(args.source)
        measure_import(table, archive, args.articles, raw)
        measure_search(archive)
        measure_start(archive)


if __name__ == "__main__":
    main()
