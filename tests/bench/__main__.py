"""``python -m tests.bench``: extraction and import rates, sizes, search, start to first paint."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import corpus, extraction, filling, naming, steps
from tests.bench.searching import timed

ROOT = Path(__file__).parents[2]
_IMPORTED, _MORE = 5_000, 1_000


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def measure_extraction(source: Path) -> None:
    """Read the articles as page copies and understand the pages, in this process."""
    rate = extraction.measure(source)
    print(f"extraction        {rate:8.0f} page copies a second on one core, names left aside")


def measure_naming(source: Path) -> None:
    """Find and join the names of articles, in this process."""
    for kind, rate in naming.measure(source).items():
        print(f"names, {kind:11} {rate:7.0f} articles of {naming.WORDS} words a second on one core")


def measure_import(folder: Path, count: int, source: Path) -> None:
    """Import a table with the program's own command line."""
    table, archive = folder / "articles.jsonl", folder / "imported.qusasat"
    raw = corpus.write(table, count, source)
    command = [sys.executable, str(ROOT / "main.py"), "import", str(table), "--archive"]
    seconds = timed(lambda: subprocess.run([*command, str(archive)], check=True)) / 1e3
    print(f"import            {count / seconds:8.0f} articles a second, indexed ({count:,})")
    print(f"archive file      {size_of(archive) / raw:8.2f} of the raw text")


def measure_index(archive: Path, count: int, source: Path) -> None:
    """Store articles as they are, index them, and add a thousand more to what is there."""
    begun = time.perf_counter()
    raw = filling.fill(archive, count, source)
    stored = time.perf_counter()
    filling.index(archive)
    indexed = time.perf_counter()
    print(f"stored            {count / (stored - begun):8.0f} articles a second, synthetic")
    print(f"indexed           {count / (indexed - stored):8.0f} articles a second, from nothing")
    print(f"text              {raw / 1e6:8.1f} MB raw")
    print(f"index             {size_of(Path(os.environ['QUSASAT_CACHE'])) / raw:8.2f} of it")
    filling.fill(archive, _MORE, source, seed=2)
    print(f"{_MORE:,} more findable {timed(lambda: filling.index(archive)):8.0f} ms")


def start(command: list[str]) -> None:
    """Run to the end; Qt's remarks about drawing off screen are shown only when it failed."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=kept)
    if ended.returncode:
        raise SystemExit(ended.stderr)


def measure_start(archive: Path) -> None:
    """Process start to first paint, the window beside a bare Qt label, in turn.

    As for users, modules are compiled once: what a first start writes is there for the next.
    """
    command = [sys.executable, "-m", "tests.bench.first_paint"]
    start([*command, "ready", str(archive)])  # the second start finds what the first one left
    took: dict[str, list[float]] = {"label": [], "list": [], "ready": []}
    for _ in range(7):
        for what, times in took.items():
            times.append(timed(lambda what=what: start([*command, what, str(archive)])))
    label, painted, ready = (statistics.median(times) for times in took.values())
    print(
        f"\nstart to first paint: bare label {label:.0f} ms, window with its list {painted:.0f} ms"
        f" ({painted / label:.2f} times); all panes ready {ready:.0f} ms"
        f" ({ready / label:.2f} times)"
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
        measure_extraction(args.source)
        measure_naming(args.source)
        measure_import(Path(folder), min(args.articles, _IMPORTED), args.source)
        for line in steps.lines(steps.measure(Path(folder), args.source)):
            print(line)
        archive = Path(folder) / "bench.qusasat"
        os.environ["QUSASAT_CACHE"] = str(Path(folder) / "cache" / "bench")
        measure_index(archive, args.articles, args.source)
        sys.stdout.flush()
        command = [sys.executable, "-m", "tests.bench.searching", str(archive)]
        subprocess.run(command, check=True)
        measure_start(archive)
        table = Path(folder) / "articles.jsonl"
        subprocess.run(
            [sys.executable, "-m", "tests.bench.stalls", str(archive), "--import", str(table)],
            check=True,
        )


if __name__ == "__main__":
    main()
