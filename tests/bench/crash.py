"""The importer and the indexer are killed at random moments; after each, everything told is there.

    python -m tests.bench.crash --seconds 3600 --seed 1
    make crash SECONDS=3600

Each round starts the program's own ``import``, ``reindex`` or ``check`` and kills it without a
word. Then the archive must be whole, hold every article that was told to be stored, each once, and
once the index has followed, searches must find what reading every article finds.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.search.query import Query

ROOT = Path(__file__).resolve().parents[2]
FILES, RECORDS = 6, 100
WORDS = ("حريق", "معرض", "مباراة", "مطر", "سوق", "طريق", "ميناء", "جامعة")
COMMANDS = ("import", "import", "import", "reindex", "check")


@dataclass(slots=True)
class Tally:
    """What came of the rounds so far."""

    kills: Counter[str] = field(default_factory=Counter)
    ended: int = 0
    articles: int = 0
    wrong: list[str] = field(default_factory=list)


def write_files(folder: Path, records: int) -> list[Path]:
    """Files of records whose words are known."""
    paths = []
    for number in range(FILES):
        path = folder / f"{number}.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            for k in range(records):
                n = number * records + k
                words = [word for place, word in enumerate(WORDS) if n % (place + 2) == 0]
                body = f"شهدت المدينة رقم {n} يوما عاديا. " + "، ".join(words) + ". " + "كلام " * 40
                record = {
                    "title": f"خبر المدينة {n}",
                    "content": body,
                    "date": f"2025-03-{n % 28 + 1:02}",
                    "url": f"https://paper.example/{n}",
                }
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
        paths.append(path)
    return paths


def run_and_kill(line: list[str], seconds: float, environment: dict[str, str]) -> tuple[int, bool]:
    """How many articles a command told of before it was killed, and whether it was."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *line],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
    )
    is_killed = False
    try:
        out, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        out, _ = process.communicate()
        is_killed = True
    told = 0
    for text in out.splitlines():
        try:
            told = max(told, json.loads(text).get("articles", 0))
        except (ValueError, AttributeError):
            continue
    return told, is_killed


def look_through(path: Path, least: int) -> Iterator[str]:
    """What is wrong with the archive after a kill; one that holds nothing yet may be unfinished."""
    with Archive.open(path, create=least == 0) as archive:
        findings = archive.check()
        yield from (f"check: {one.code} {one.values}" for one in findings.problems)
        if archive.count() < least:
            yield f"{least} articles were told, {archive.count()} are there"
        for _ in archive.refresh():
            pass
        if not archive.is_current():
            yield "the index does not follow"
        bodies = {
            number: archive.article(number).article for number in range(1, archive.count() + 1)
        }
        titles = Counter(one.title for one in bodies.values())
        yield from (f"{title}: {count} times" for title, count in titles.items() if count > 1)
        if set(archive.ids(Query(""))) != set(bodies):
            yield "a search for everything does not find everything"
        for word in WORDS:
            scanned = {number for number, one in bodies.items() if word in one.body}
            if set(archive.ids(Query(word, exactly=True))) != scanned:
                yield f"{word}: the search differs from a scan"
        if not archive.index_agrees():
            yield "the index holds something else than the archive"


def _words(paths: list[Path]) -> list[str]:
    return ["--json", "--jobs", "1", *map(str, paths)]


def measure(path: Path, paths: list[Path], environment: dict[str, str]) -> dict[str, float]:
    """How many seconds each command takes when nobody kills it."""
    usual: dict[str, float] = {}
    for command in dict.fromkeys(COMMANDS):
        begun = time.monotonic()
        line = [command, "--archive", str(path), *(_words(paths) if command == "import" else ())]
        run_and_kill(line, 600, environment)
        usual[command] = time.monotonic() - begun
    return usual


def crash(
    folder: Path, seed: int, rounds: int, seconds: float, tally: Tally, records: int = RECORDS
) -> Tally:
    """Rounds of work and kill, until there are enough or the time is up."""
    chance = random.Random(seed)
    paths = write_files(folder, records)
    environment = {**os.environ, "QUSASAT_CACHE": str(folder / "cache"), "LANG": "en_GB.UTF-8"}
    os.environ["QUSASAT_CACHE"] = environment["QUSASAT_CACHE"]
    until = time.monotonic() + seconds
    archive, waiting, stored, number = Path(), list(paths), 0, 0
    usual = measure(folder / "measured.qusasat", paths, environment)
    while tally.kills.total() < rounds and time.monotonic() < until:
        if not archive.name or stored >= FILES * records:
            number += 1
            archive, waiting, stored = folder / f"{number}.qusasat", list(paths), 0
            chance.shuffle(waiting)
        command = chance.choice(COMMANDS) if archive.exists() else "import"
        line = [command, "--archive", str(archive)]
        if command == "import":
            line += _words(waiting[: chance.randrange(FILES // 2, FILES + 1)])
        patience = chance.uniform(0.2, 1.0) * usual[command]
        told, is_killed = run_and_kill(line, patience, environment)
        if is_killed:
            tally.kills[command] += 1
        else:
            tally.ended += 1
        if not archive.exists():
            continue
        wrong = list(look_through(archive, stored + told if command == "import" else stored))
        tally.wrong += [f"seed {seed}, {archive.name}, {command}: {one}" for one in wrong]
        with Archive.open(archive, read_only=True) as opened:
            stored = opened.count()
        tally.articles += told
        chance.shuffle(waiting)
    run_and_kill(["import", "--archive", str(archive), *_words(paths)], 600, environment)
    tally.wrong += [f"at the end: {one}" for one in look_through(archive, FILES * records)]
    return tally


def main() -> int:
    """Crash until the time is up, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--kills", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="qusasat-crash-") as folder:
        crash(Path(folder), asked.seed, asked.kills, asked.seconds, tally)
    kills = ", ".join(f"{name} {count}" for name, count in sorted(tally.kills.items()))
    print(f"killed {tally.kills.total()} times ({kills}); {tally.ended} ended by themselves")
    print(f"{tally.articles} articles told while they went in; wrong: {len(tally.wrong)}")
    for one in tally.wrong:
        print(one)
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
