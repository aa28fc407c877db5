"""The persons of an archive as they were found, what people said of them, and lines of chains."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from newsarchive.arabic.chains import ends_in_father
from newsarchive.arabic.names import name_words
from newsarchive.article import EntityKind
from newsarchive.correction import What
from newsarchive.store.correcting import holding
from newsarchive.store.keys import entity_key

if TYPE_CHECKING:
    import sqlite3

ABOVE_ALL = 10
CLEARLY = 1.5
_OF_NAMES = (What.MERGE, What.RENAME, What.KIND, What.HIDE, What.REJECT)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the archive before any joining.

    Attributes:
        name: the commonest spelling.
        words: of the name, as its key has them.
        uses: articles that call the person so.
    """

    number: int
    name: str
    words: tuple[str, ...]
    uses: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two names that are one."""

    short: int
    full: int
    ground: str


@dataclass(slots=True)
class Said:
    """What people have said of names, by number.

    Attributes:
        chosen: names that a correction is about or leads to: they stay.
        refused: hidden, or no persons: nothing is joined with them.
        apart: pairs that are two.
        left: names whose joining was taken back.
    """

    chosen: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    apart: set[frozenset[int]] = field(default_factory=set)
    left: set[int] = field(default_factory=set)


def persons(connection: "sqlite3.Connection") -> Iterator[Person]:
    """All that some article names."""
    rows = connection.execute(
        "SELECT id, key, entity_names.name, uses FROM entities"
        " JOIN entity_names ON entity_id = id WHERE kind = 'person' AND uses > 0"
        " ORDER BY id, uses DESC, entity_names.name"
    )
    for (number, key), some in groupby(rows, key=itemgetter(0, 1)):
        spelt = [(name, uses) for _, _, name, uses in some]
        yield Person(number, spelt[0][0], tuple(key.split()), sum(uses for _, uses in spelt))


def said(connection: "sqlite3.Connection", kind: EntityKind = EntityKind.PERSON) -> Said:
    """What the corrections that hold say of names of a kind."""
    said = Said()
    numbers = {
        key: number
        for number, key in connection.execute(
            "SELECT id, key FROM entities WHERE kind = ?", (kind,)
        )
    }
    for _, correction in holding(connection):
        if correction.kind is not kind:
            continue
        both = {
            numbers[key]
            for name in (correction.name, correction.after)
            if (key := entity_key(kind, name)) in numbers
        }
        if correction.what is What.DISTINCT:
            said.apart.add(frozenset(both))
        elif correction.what in _OF_NAMES:
            said.chosen |= both
        if correction.what in (What.KIND, What.HIDE, What.REJECT):
            said.refused |= both
    rows = connection.execute("SELECT entity_id FROM joinings WHERE undone_at IS NOT NULL")
    said.left = {row[0] for row in rows}
    return said


def lines_of(fuller: Iterable[Person]) -> list[list[Person]]:
    """Fuller chains, those that run through one another in one line."""
    lines: list[list[Person]] = []
    for one in sorted(fuller, key=lambda person: (len(person.words), person.number)):
        for line in lines:
            if _runs_through(line[-1].words, one.words):
                line.append(one)
                break
        else:
            lines.append([one])
    return lines


def may_be_short(short: Person, full: Person) -> bool:
    """«فيصل بن فهد» is no «فيصل بن مساعد بن فهد»: what ends in a father begins the fuller chain.

    And what is written with its house («تركي بن عبدالله آل سعود») has come to its end.
    """
    if len(name_words(short.name)) > len(short.words):
        return False
    begins = full.words[: len(short.words)] == short.words
    return begins or not ends_in_father(short.name)


def is_fuller(full: Person, short: Person) -> bool:
    """Whether a name has all words of another and more, and is common enough to be no slip.

    Nothing of a name follows its house: «عبدالعزيز بن عبدالله آل الشيخ» is whole.
    """
    if short.name.split()[-2:-1] == ["آل"] and full.words[: len(short.words)] == short.words:
        return False
    held = len(full.words) > len(short.words) and set(short.words) <= set(full.words)
    return held and full.uses > 2 and full.uses * ABOVE_ALL >= short.uses


def above_all(lines: Sequence[list[Person]]) -> list[Person]:
    """The one line of chains beside which the others are slips; none where there is no such."""
    uses = [sum(one.uses for one in line) for line in lines]
    best = max(uses)
    return lines[uses.index(best)] if (sum(uses) - best) * ABOVE_ALL <= best else []


def only_one(lines: Sequence[list[Person]]) -> Person | None:
    """The commonest of the one line of chains; what stands in one article may be a slip."""
    line = above_all(lines)
    single = all(one.uses == 1 for other in lines if other is not line for one in other)
    return max(line, key=lambda one: one.uses) if line and single else None


def _runs_through(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(word in rest for word in short)


def groups_of(edges: Iterable[Edge]) -> list[set[int]]:
    """The names that edges hold together."""
    leader: dict[int, int] = {}

    def root(number: int) -> int:
        while leader.setdefault(number, number) != number:
            number = leader[number]
        return number

    for edge in edges:
        leader[root(edge.short)] = root(edge.full)
    groups: dict[int, set[int]] = defaultdict(set)
    for number in leader:
        groups[root(number)].add(number)
    return list(groups.values())
