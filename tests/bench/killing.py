"""Running the program and killing it at a moment of its life."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Timer

ROOT = Path(__file__).resolve().parents[2]
_FOR_EVER = 3600.0


@dataclass(frozen=True, slots=True)
class Moment:
    """When a process is killed: ``seconds`` after it told of ``articles`` stored; 0: its start."""

    articles: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a process.

    Attributes:
        told: articles it told to be stored.
        first: seconds until it told of articles for the first time; None if it did not.
        last: seconds until it told of the last ones.
        seconds: that it lived.
    """

    told: int
    first: float | None
    last: float
    seconds: float
    is_killed: bool


End = Callable[[subprocess.Popen[str]], object]


def run_and_kill(
    line: list[str],
    moment: Moment,
    environment: Mapping[str, str],
    end: End = subprocess.Popen.kill,
) -> Outcome:
    """Start the program's command and end it at the moment, unless it has ended before."""
    killed = Event()
    begun = time.monotonic()
    told, first, last = 0, None, 0.0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.in_small_batches", *line],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
        text=True,
        encoding="utf-8",
    ) as process:

        def kill() -> None:
            if process.poll() is None:
                killed.set()
                end(process)

        timer = Timer(_FOR_EVER if moment.articles else moment.seconds, kill)
        timer.start()
        try:
            for text in process.stdout or ():
                now = _told(text)
                if now <= told:
                    continue
                last = time.monotonic() - begun
                first = last if first is None else first
                if told < moment.articles <= now:
                    timer.cancel()
                    timer.join()
                    timer = Timer(moment.seconds, kill)
                    timer.start()
                told = now
            process.wait()
        finally:
            timer.cancel()
            timer.join()
    return Outcome(told, first, last, time.monotonic() - begun, killed.is_set())


def _told(text: str) -> int:
    """The articles that a line tells to be stored; 0 for a line cut off and for all others."""
    try:
        return int(json.loads(text).get("articles", 0))
    except (ValueError, AttributeError):
        return 0


@dataclass(slots=True)
class Life:
    """How long each part of a command takes unharmed; follows what is seen, as machines vary.

    Attributes:
        birth: seconds from the start to the first work.
        article: seconds for each article.
        ending: seconds an import takes after its last article, for each article of the archive.
    """

    birth: float
    article: dict[str, float] = field(default_factory=dict)
    ending: float = 0.001

    def see(self, command: str, outcome: Outcome, articles: int) -> None:
        """Learn from a process that was not killed."""
        if command == "import":
            if outcome.first is None:
                return
            self._learn(command, (outcome.last - self.birth) / max(1, outcome.told))
            self.ending = (self.ending + (outcome.seconds - outcome.last) / max(1, articles)) / 2
        else:
            self._learn(command, (outcome.seconds - self.birth) / max(1, articles))

    def _learn(self, command: str, seconds: float) -> None:
        before = self.article.get(command, seconds)
        self.article[command] = max(0.000_1, (before + seconds) / 2)

    def moment(self, command: str, chance: random.Random, new: int, articles: int) -> Moment:
        """A moment anywhere in the command's life.

        Args:
            command: what is to be killed.
            chance: where the moment comes from.
            new: articles that an import would bring.
            articles: those of the archive.
        """
        if command != "import":
            work = self.article[command] * articles
            start = self.birth * (0.0 if chance.random() < 0.1 else 0.9)
            return Moment(0, start + chance.uniform(0.0, 1.0) * (self.birth - start + work))
        part = chance.random()
        if part < 0.1 or not new:
            return Moment(0, chance.uniform(0.0, self.birth + 10 * self.article[command]))
        if part < 0.75:
            after = chance.uniform(0.0, 30 * self.article[command])
            return Moment(chance.randrange(1, new + 1), after)
        return Moment(new, chance.uniform(0.0, self.ending * (articles + new)))


def when(command: str, outcome: Outcome, new: int, seconds: float) -> str:
    """Into which part of its life a kill fell.

    Args:
        command: what was killed.
        outcome: what came of it.
        new: articles that an import would have brought.
        seconds: that the command would have taken.
    """
    if command == "import":
        if not outcome.told:
            return "import before its first articles"
        return "import between articles" if outcome.told < new else "import at its end"
    third = min(2, int(3 * outcome.seconds / max(seconds, 0.001)))
    return f"{command} in its {('first', 'second', 'last')[third]} third"
