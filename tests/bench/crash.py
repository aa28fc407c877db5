"""The importer and the indexer are killed at random moments; after each, everything told is there.

    python -m tests.bench.crash --seconds 3600 --seed 1
    make crash SECONDS=3600

Each round starts the program's own ``import``, ``reindex`` or ``check`` on an archive that grows
from round to round, and kills it without a word: before, between and after what it tells, anywhere
in what an unharmed run takes. Then the archive must be whole, hold every article that was told to
be stored, each once, and once the index has followed, searches must find what reading every article
finds.
"""

import argparse
import json
import os
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.search.query import Query
from tests.bench.killing import End, Life, Moment, Outcome, run_and_kill, when

FILES, RECORDS = 160, 15
GIVEN = 8, 20
WORDS = ("حريق", "معرض", "مباراة", "مطر", "سوق", "طريق", "ميناء", "جامعة")
COMMANDS = ("import", "import", "import", "reindex", "check")


def title(number: int) -> str:
    """The title of a record."""
    return f"خبر المدينة {number}"


def write_files(folder: Path, files: int, records: int) -> dict[Path, set[str]]:
    """Files of records whose words are known; their titles."""
    paths = {}
    for number in range(files):
        path = folder / f"{number}.jsonl"
        numbers = range(number * records, (number + 1) * records)
        with path.open("w", encoding="utf-8") as lines:
            for n in numbers:
                words = [word for place, word in enumerate(WORDS) if n % (place + 2) == 0]
                body = f"شهدت المدينة رقم {n} يوما عاديا. " + "، ".join(words) + ". " + "كلام " * 40
                record = {
                    "title": title(n),
                    "content": body,
                    "date": f"2025-{n % 11 + 1:02}-{n % 28 + 1:02}",
                    "url": f"https://paper.example/{n}",
                }
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
        paths[path] = {title(n) for n in numbers}
    return paths


@dataclass(slots=True)
class Tally:
    """What came of the rounds so far."""

    kills: Counter[str] = field(default_factory=Counter)
    when: Counter[str] = field(default_factory=Counter)
    ended: int = 0
    articles: int = 0
    archives: int = 0
    largest: int = 0
    wrong: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The figures, in words."""
        kills = ", ".join(f"{name} {count}" for name, count in sorted(self.kills.items()))
        yield f"killed {self.kills.total()} times ({kills}); {self.ended} ended by themselves"
        yield "; ".join(f"{moment} {count}" for moment, count in sorted(self.when.items()))
        yield (
            f"{self.articles} articles told while they went in, {self.archives} archives of up to "
            f"{self.largest}; wrong: {len(self.wrong)}"
        )


def look_through(path: Path, known: set[str], told: int) -> Iterator[str]:
    """What is wrong with the archive after a kill; one that holds nothing yet may be unfinished.

    Args:
        path: the archive.
        known: titles that were in it before; those it has now are added.
        told: how many more were told to be stored.
    """
    before = len(known)
    with Archive.open(path, create=before + told == 0) as archive:
        findings = archive.check()
        yield from (f"check: {one.code} {one.values}" for one in findings.problems)
        if archive.count() < before + told:
            yield f"{before} and {told} articles were told, {archive.count()} are there"
        for _ in archive.refresh():
            pass
        if not archive.is_current():
            yield "the index does not follow"
        bodies = {
            number: archive.article(number).article for number in range(1, archive.count() + 1)
        }
        titles = Counter(one.title for one in bodies.values())
        yield from (f"{title}: {count} times" for title, count in titles.items() if count > 1)
        yield from (f"{title}: was there and is gone" for title in known - set(titles))
        known |= set(titles)
        if set(archive.ids(Query(""))) != set(bodies):
            yield "a search for everything does not find everything"
        for word in WORDS:
            scanned = {number for number, one in bodies.items() if word in one.body}
            if set(archive.ids(Query(word, exactly=True))) != scanned:
                yield f"{word}: the search differs from a scan"
        dated = (one.published for one in bodies.values())
        months = Counter(one.date.isoformat()[:7] for one in dated if one)
        if months != {one.month: one.count for one in archive.facets(Query("")).months}:
            yield "the counts of months differ from a scan"
        if not archive.index_agrees():
            yield "the index holds something else than the archive"


@dataclass(slots=True)
class Crashes:
    """One run: the files, the archive that grows, how long things take.

    Attributes:
        end: how a process is ended, and ``afterwards`` what is done before a look at what is left.
        looks: the look itself, as ``look_through``.
    """

    folder: Path
    files: dict[Path, set[str]]
    chance: random.Random
    environment: dict[str, str]
    tally: Tally
    life: Life = field(default_factory=lambda: Life(1.0))
    archive: Path = Path()
    known: set[str] = field(default_factory=set)
    end: End = subprocess.Popen.kill
    afterwards: Callable[[], object] = lambda: None
    looks: Callable[[Path, set[str], int], Iterable[str]] = look_through

    def measure(self) -> None:
        """See how long each command takes when nobody kills it."""
        archive, some = self.folder / "measured.qusasat", list(self.files)[: GIVEN[1]]
        self._run("import", archive, some[:1], Moment(0, 600.0))
        self.life.birth = self._run("check", archive, [], Moment(0, 600.0)).seconds
        for command, paths in (("import", some), ("reindex", []), ("check", [])):
            outcome = self._run(command, archive, paths, Moment(0, 600.0))
            self.life.see(command, outcome, self._titles(some))

    def _run(self, command: str, archive: Path, paths: list[Path], moment: Moment) -> Outcome:
        words = ["--json", "--jobs", "1", *map(str, paths)] if command == "import" else []
        line = [command, "--archive", str(archive), *words]
        return run_and_kill(line, moment, self.environment, self.end)

    def _titles(self, paths: list[Path]) -> int:
        return len(set[str]().union(*(self.files[path] for path in paths)) - self.known)

    def round(self) -> None:
        """Some work, a kill, a look at what is left."""
        if not self.archive.name or len(self.known) == self._all():
            self.tally.archives += 1
            self.archive = self.folder / f"{self.tally.archives}.qusasat"
            self.known.clear()
        command = self.chance.choice(COMMANDS) if self.known else "import"
        unfinished = [path for path in self.files if not self.files[path] <= self.known]
        some = self.chance.sample(unfinished, min(len(unfinished), self.chance.randint(*GIVEN)))
        paths, new = (some, self._titles(some)) if command == "import" else ([], 0)
        moment = self.life.moment(command, self.chance, new, len(self.known))
        outcome = self._run(command, self.archive, paths, moment)
        if outcome.is_killed:
            self.afterwards()
            whole = self.life.birth + self.life.article[command] * len(self.known)
            self.tally.kills[command] += 1
            self.tally.when[when(command, outcome, new, whole)] += 1
        else:
            self.tally.ended += 1
            self.life.see(command, outcome, new if command == "import" else len(self.known))
        self.look(command, outcome.told)
        self.tally.articles += outcome.told
        self.tally.largest = max(self.tally.largest, len(self.known))

    def look(self, what: str, told: int) -> None:
        """Note what is wrong."""
        if self.archive.exists() or self.known or told:
            wrong = self.looks(self.archive, self.known, told)
            self.tally.wrong += [f"{self.archive.name}, {what}: {one}" for one in wrong]

    def finish(self) -> None:
        """Import all that is missing, unharmed, and look once more."""
        self._run("import", self.archive, list(self.files), Moment(0, 3600.0))
        self.look("at the end", self._all() - len(self.known))

    def _all(self) -> int:
        return sum(map(len, self.files.values()))


def crash(
    folder: Path,
    seed: int,
    rounds: int,
    seconds: float,
    files: int = FILES,
    records: int = RECORDS,
    heard: Callable[[Tally], object] = lambda _: None,
) -> Tally:
    """Rounds of work and kill, until there are enough kills or the time is up."""
    environment = {**os.environ, "QUSASAT_CACHE": str(folder / "cache"), "LANG": "en_GB.UTF-8"}
    os.environ["QUSASAT_CACHE"] = environment["QUSASAT_CACHE"]
    tally = Tally()
    written = write_files(folder, files, records)
    crashes = Crashes(folder, written, random.Random(seed), environment, tally)
    crashes.measure()
    until = time.monotonic() + seconds
    while tally.kills.total() < rounds and time.monotonic() < until:
        crashes.round()
        heard(tally)
    crashes.finish()
    return tally


def main() -> int:
    """Crash until the time is up, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--kills", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()

    def tell(tally: Tally) -> None:
        print(
            f"{tally.kills.total()} kills, {tally.articles} articles, {len(tally.wrong)} wrong",
            *tally.wrong[-1:],
            flush=True,
        )

    with tempfile.TemporaryDirectory(prefix="qusasat-crash-") as folder:
        tally = crash(Path(folder), asked.seed, asked.kills, asked.seconds, heard=tell)
    print(*tally.lines(), *tally.wrong, sep="\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
