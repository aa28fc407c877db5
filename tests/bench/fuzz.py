"""``python -m tests.bench.fuzz``: harmed files of every format beside whole ones, through it all.

Each round is a folder: some harmed files and some whole ones, read and understood in the import's
own worker processes. A process that dies or hangs, an unnamed fault, a whole file that does not
come out right: each is told with its number, and the harmed file is kept.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from newsarchive.article import Article, RawDocument
from newsarchive.commands.rows import article_row
from newsarchive.ingest.flow import read, understand
from newsarchive.ingest.pool import Pool
from newsarchive.ingest.values import Failure, Flow, Found, Limits
from newsarchive.ingest.worker import Report, Task
from newsarchive.readers.clean import clean
from newsarchive.store.articles import Incoming
from tests.bench.mutations import Named, mutated
from tests.newsarchive.formats.folder import every_format
from tests.newsarchive.formats.stories import Story

HARMED, WHOLE = 120, 12
LIMITS = Limits(quiet_seconds=60.0, memory=3 << 30)
_CRASH, _HANG, _DEFECT = "ingest-crashed", "ingest-hung", "ingest-defect"
_UNNAMED = "reader-failed"
_MEMORY = ("ingest-memory", "reader-no-memory")


@dataclass(slots=True)
class Tally:
    """What came of the inputs.

    Attributes:
        troubles: what must not be: a line each.
        slowest: seconds and input.
    """

    inputs: int = 0
    articles: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    whole: int = 0
    troubles: list[str] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Input:
    """A file of a round.

    Attributes:
        about: for the report.
        wanted: the articles of a whole file by their names below it; None for a harmed one.
    """

    path: Path
    about: str
    wanted: dict[str, Story] | None = None


def timed(path: Path, log: Path) -> Iterator[Found]:
    """The documents of a file; how long it took, understanding them too, is written down."""
    begun = time.perf_counter()
    yield from read(path, ocr=False)
    with log.open("a", encoding="utf-8") as lines:
        lines.write(f"{time.perf_counter() - begun:.3f}\t{path}\n")


def checked(raw: RawDocument) -> Article:
    """The article; ill-made ones are a defect."""
    article = understand(raw)
    persian = "\u06a9" if "\u200c" in raw.text else ""  # the joiner stays in a text with one such
    for text in (raw.text, article.title, article.body, *raw.fields.values()):
        if clean(text + persian) != text + persian:
            raise AssertionError("controls, bidi marks or halves of characters in a text")
    for piece in article.evidence:
        if not 0 <= piece.start <= piece.end <= len(raw.text):
            raise AssertionError("evidence outside of the text")
    for mention in article.mentions:
        part = article.title if mention.part == "title" else article.body
        if part[mention.start : mention.end] != mention.surface:
            raise AssertionError("a mention that is not where it is said to be")
    return article


def run(
    seconds: float, seed: int, jobs: int, keep: Path, size: tuple[int, int] = (HARMED, WHOLE)
) -> Tally:
    """Rounds until the time is over, one at least.

    Args:
        seconds: after which no round is begun.
        seed: another gives other inputs.
        jobs: processes.
        keep: where harmed files that make trouble are put.
        size: harmed and whole files of a round.
    """
    everything = every_format()
    files = sorted(everything.files.items())
    tally = Tally()
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "seconds"
        flow = Flow(partial(timed, log=log), checked)
        with Pool(flow, jobs, LIMITS) as pool:
            while not tally.inputs or time.monotonic() < end:
                place = Path(folder) / str(tally.inputs)
                chosen = _whole(files, everything.articles, tally.inputs, size[1])
                inputs = [
                    *(_harmed(place, seed, tally.inputs + n, files) for n in range(size[0])),
                    *(_written(place / f"whole{n}", *one) for n, one in enumerate(chosen)),
                ]
                _judge(tally, inputs, _performed(pool, inputs), keep)
                shutil.rmtree(place)
        _time(tally, log, Path(folder))
    return tally


def _harmed(place: Path, seed: int, number: int, files: list[Named]) -> Input:
    done, file = mutated(seed, number, files)
    return _written(place / str(number), file, f"{number} {file[0]} ({done})")


def _whole(
    files: list[Named], articles: dict[str, Story], first: int, count: int
) -> Iterator[tuple[Named, str, dict[str, Story]]]:
    """Files that hold articles, others in each round, with what each must give."""
    every = [file for file in files if any(_is_of(one, file[0]) for one in articles)]
    for n in range(count):
        name, data = every[(first + n) % len(every)]
        wanted = {one[len(name) :]: story for one, story in articles.items() if _is_of(one, name)}
        yield (name, data), f"whole {name}", wanted


def _is_of(article: str, file: str) -> bool:
    return article == file or article.startswith((f"{file}#", f"{file}/"))


def _written(place: Path, file: Named, about: str, wanted: dict[str, Story] | None = None) -> Input:
    place.mkdir(parents=True)
    path = place / file[0].rpartition("/")[2]
    path.write_bytes(file[1])
    return Input(path, about, wanted)


def _performed(pool: Pool, inputs: list[Input]) -> dict[int, list[Report]]:
    """The reports on each input, by its place."""
    left = [Task(n, one.path) for n, one in enumerate(inputs)]
    reports: dict[int, list[Report]] = {task.file: [] for task in left}
    while left or not pool.idle:
        while left and pool.wants():
            pool.give(left.pop())
        for report in pool.collect(0.1):
            reports[report.task.file].append(report)
    return reports


def _judge(tally: Tally, inputs: list[Input], reports: dict[int, list[Report]], keep: Path) -> None:
    for place, one in enumerate(inputs):
        items = [item for report in reports[place] for item in report.items]
        failures = [failure for report in reports[place] for failure in report.failures]
        if one.wanted is None:
            tally.inputs += 1
            tally.articles += len(items)
            tally.kinds.update(one.about.partition("(")[2].rstrip(")").split(" + "))
            tally.codes.update(failure.error.code for failure in failures)
            if not items and not failures:
                tally.codes["nothing"] += 1
            if wrong := list(_wrong(one, items, failures)):
                tally.troubles += (f"{one.about}: {why}" for why in wrong)
                shutil.copytree(one.path.parent, keep / one.path.parent.name, dirs_exist_ok=True)
        else:
            tally.whole += 1
            if why := _unlike(one, items):
                tally.troubles.append(f"{one.about}: lost beside harmed files: {why}")


def _wrong(one: Input, items: list[Incoming], failures: list[Failure]) -> Iterator[str]:
    for failure in failures:
        error = failure.error
        if error.code in (_CRASH, _HANG, _DEFECT, _UNNAMED, *_MEMORY):
            yield error.sentence("en")
        if not str(failure.file).startswith(str(one.path)):
            yield f"a failure of {failure.file}"
    for item in items:
        if not item.article.name.startswith(str(one.path)):
            yield f"an article of {item.article.name}"
        article_row(item.article)


def _unlike(one: Input, items: list[Incoming]) -> str:
    found = {item.article.name.removeprefix(str(one.path)): item.article for item in items}
    assert one.wanted is not None
    if found.keys() != one.wanted.keys():
        return f"{sorted(found)} for {sorted(one.wanted)}"
    for name, story in one.wanted.items():
        if story.paragraphs and found[name].body != story.body:
            return f"the text of {name}"
    return ""


def _time(tally: Tally, log: Path, folder: Path) -> None:
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    rows = (line.split("\t", 1) for line in lines)
    times = sorted((float(row[0]), str(Path(row[1]).relative_to(folder))) for row in rows)
    tally.slowest = times[:-11:-1]


def main() -> int:
    """Run, and tell; 1 when something happened that must not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), metavar="FOLDER")
    asked = parser.parse_args()
    tally = run(asked.seconds, asked.seed, asked.jobs, asked.keep)
    print(f"{tally.inputs:,} harmed inputs, {tally.articles:,} articles in them")
    print(f"{tally.whole:,} whole files beside them")
    for name, counts in (("done to them", tally.kinds), ("told of them", tally.codes)):
        print(f"{name}:")
        for value, count in counts.most_common():
            print(f"  {count:>7,}  {value}")
    print("slowest:")
    for seconds, path in tally.slowest:
        print(f"  {seconds:7.2f} s  {path}")
    print(f"troubles: {len(tally.troubles)}")
    for line in tally.troubles:
        print(f"  {line}")
    return int(bool(tally.troubles))


if __name__ == "__main__":
    sys.exit(main())
