"""Search times at the door by class of query, each beside the text engine's bare hits and count."""

import itertools
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsarchive.arabic.words import stop_words
from newsarchive.archive import Archive
from newsarchive.search.match import Matcher
from newsarchive.search.query import Choice, Facet, Query, Sort
from newsarchive.search.understand import understand

_DRAWN = 12
_ROUNDS = 3
_PAGE = 20
_TRIED = 400


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that ``work`` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1e3


def both(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds that pass, and that this thread works, in ``work``."""
    begun, passed = time.thread_time(), timed(work)
    return passed, (time.thread_time() - begun) * 1e3


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the archive by how many articles hold them."""

    broad: list[str]
    medium: list[str]
    rare: list[str]
    pairs: list[tuple[str, str]]

    @classmethod
    def of(cls, archive: Archive, chance: random.Random) -> "Words":
        last = archive.total(Query())
        texts = [
            [word.strip('.،؛:«»"()') for word in archive.article(n).article.body.split()]
            for n in (chance.randint(1, last) for _ in range(60))
        ]
        words = {w for text in texts for w in text if len(w) > 3 and w.isalpha()}
        shares = {
            word: archive.total(Query(f"{word} ")) / last
            for word in chance.sample(sorted(words - stop_words()), min(_TRIED, len(words)))
        }
        broad = sorted(shares, key=lambda word: -shares[word])
        medium = [word for word in broad if 0.003 < shares[word] < 0.03]
        rare = [word for word in broad if shares[word] < 0.001]
        pairs = [
            pair
            for text in texts
            for pair in itertools.pairwise(text)
            if all(len(word) > 2 and word.isalpha() for word in pair)
        ]
        chance.shuffle(medium)
        chance.shuffle(rare)
        chance.shuffle(pairs)
        return cls(broad[:_DRAWN], medium[:_DRAWN], rare[:_DRAWN], pairs[:_DRAWN])


def classes(archive: Archive) -> dict[str, list[Query]]:
    """Queries by class, their words and names taken from the archive's own articles."""
    chance = random.Random(2)
    words = Words.of(archive, chance)
    top = archive.facets(Query(), _DRAWN).values
    people = [value.name for value in top[Facet.PERSON]]
    bodies = [value.name for value in top[Facet.ORGANISATION]]
    some = words.broad + words.medium
    found: dict[str, list[Query]] = {
        "empty": [Query(), Query(sort=Sort.OLDEST)],
        "broad": [Query(f"{word} ") for word in words.broad],
        "copies once": [
            Query(sort=Sort.NEWEST, once=True),
            *(Query(f"{word} ", once=True) for word in words.broad),
        ],
        "medium": [Query(f"{word} ") for word in words.medium],
        "rare": [Query(f"{word} ") for word in words.rare],
        "two words": [Query(f"{a} {b} ") for a, b in zip(words.broad, words.medium, strict=False)],
        "phrase": [Query(f"«{a} {b}»") for a, b in words.pairs],
        "person, dates": [
            Query("date:2012..2018 ", (Choice(Facet.PERSON, one),)) for one in people
        ],
        "multi-select": [
            Query(
                f"{word} ",
                (
                    Choice(Facet.PERSON, a),
                    Choice(Facet.PERSON, b),
                    Choice(Facet.ORGANISATION, body, exclude=True),
                ),
            )
            for word, a, b, body in zip(some, people, people[1:], bodies, strict=False)
        ],
        "misspelt": [
            Query(f"{_misspelt(word, chance)} ") for word in words.medium if len(word) > 5
        ],
        "stemmed": [Query(f"ول{word}ات ") for word in words.medium],
        "wrong keyboard": [Query(f"{_keyed(word)} ") for word in words.medium],
    }
    for letters in range(1, 6):
        starts = sorted({word[:letters] for word in some if len(word) > letters})
        found[f"prefix of {letters}"] = [Query(start) for start in starts]
    return {name: queries for name, queries in found.items() if queries}


def _misspelt(word: str, chance: random.Random) -> str:
    place = chance.randrange(2, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _keyed(word: str) -> str:
    from newsarchive.arabic.keyboard import as_latin

    return as_latin(word)


def bare(archive: Archive, query: Query) -> Callable[[], object]:
    """The text engine's hits and count of the same query, compiled beforehand."""
    indexes = archive._indexes
    matcher = Matcher(indexes.text, indexes.facets)
    line = understand(query.text, matcher, archive._answers.sets())
    whole = matcher.narrowed(matcher.compile(line.node), query)
    return lambda: indexes.text._searcher.search(whole, _PAGE, count=True)


MOMENTS = ("page", "total", "all")


@dataclass(frozen=True, slots=True)
class Moments:
    """Milliseconds from asking to the first page, to the total with it, to every facet too."""

    passed: list[float]
    worked: list[float]

    @classmethod
    def of(cls, archive: Archive, query: Query) -> "Moments":
        """What a keystroke asks for, in the window's order; nothing is remembered of it before."""
        archive._answers.forget()
        archive._indexes.text.alike.clear()
        passed, worked = [0.0], [0.0]
        steps: tuple[Callable[[], object], ...] = (
            lambda: archive.page(query, _PAGE),
            lambda: archive.total(query),
            lambda: archive.facets(query),
        )
        for step in steps:
            took, cpu = both(step)
            passed.append(passed[-1] + took)
            worked.append(worked[-1] + cpu)
        return cls(passed[1:], worked[1:])


def measure(path: Path) -> Iterator[str]:
    """A line for each class: page, total and every facet, beside the bare engine's hits and count.

    Medians and 95th of a hundred of the processor's time, which other programs disturb less than
    the time that passes (of that the 95th for the page and for all); ``x`` is the processor's
    median for all over the bare engine's. Run in a process of its own, so that the memory told is
    that of searching.
    """
    opened = []
    for _ in range(3):
        begun = time.perf_counter()
        with Archive.open(path, read_only=True) as archive:
            archive.page(Query(), _PAGE)
            opened.append((time.perf_counter() - begun) * 1e3)
    yield f"open to first page {statistics.median(opened):6.0f} ms"
    with Archive.open(path, read_only=True) as archive:
        heads = "".join(f"{f'{name} cpu, p95':>16}" for name in MOMENTS)
        archive.prepare()  # as the window does once it is there
        yield f"{'class':14} {'n':>3} {'hits':>9}{heads} {'p95 page':>9} {'all':>6} bare cpu      x"
        for name, queries in classes(archive).items():
            took, alone, hits = [], [], []
            for query in queries * _ROUNDS:
                took.append(Moments.of(archive, query))
                alone.append(both(bare(archive, query))[1])
                hits.append(archive.total(query))
            worked = list(zip(*(one.worked for one in took), strict=True))
            passed = [
                percentile(list(one), 0.95) for one in zip(*(t.passed for t in took), strict=True)
            ]
            beside = statistics.median(alone)
            cpu = "".join(
                f"{statistics.median(one):8.1f}, {percentile(list(one), 0.95):6.1f}"
                for one in worked
            )
            yield (
                f"{name:14} {len(queries):3} {statistics.median(hits):9,.0f}{cpu}"
                f" {passed[0]:9.1f} {passed[-1]:6.1f} {beside:8.1f}"
                f" {statistics.median(worked[-1]) / max(beside, 0.01):6.1f}"
            )
    yield f"resident memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB"


if __name__ == "__main__":
    for line in measure(Path(sys.argv[1])):
        print(line, flush=True)
