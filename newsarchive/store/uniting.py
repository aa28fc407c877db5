"""Names of one person that the archive itself proves to be one, and short names that prove nobody.

chain    «فيصل بن خالد بن عبدالعزيز»: three names and more, and all fuller chains agree
office   «عادل الجبير», «عادل بن أحمد الجبير»: two names, one office, in one period
told     «داود أوغلو»: articles use it for short, and one person alone has a name that agrees;
         «الكونغرس», «المملكة»: articles call one body or place so above all others
known    «وكالة فرانس برس», «وكالة الصحافة الفرنسية»: the lexicon knows both to be one body
spelling «كريستيان جروس», «كريستيان غروس»: a foreign name, one vowel or letter for g apart
title    «الملك سلمان»: one person of that first name bears the title
lone     «الشهري», «الأمير خالد»: hidden, for other articles name their bearers in full, and oftener

What is joined or hidden so stands in ``joinings`` beside the corrections: it counts as if it had
been done before any of them, falls when its ground does, and once a person has taken it back the
program leaves that name alone. Two of one surname alone are never joined.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newsarchive.arabic.chains import ruler_word, shorter_chains
from newsarchive.article import EntityKind
from newsarchive.store.changes import Stamp, stamp
from newsarchive.store.connection import Store, transaction
from newsarchive.store.correcting import carry_out
from newsarchive.store.evidence import Evidence, evidence
from newsarchive.store.numbering import next_number
from newsarchive.store.people import (
    ABOVE_ALL,
    CLEARLY,
    Edge,
    Person,
    above_all,
    groups_of,
    is_fuller,
    lines_of,
    may_be_short,
    only_one,
    persons,
    said,
)
from newsarchive.store.preferences import preference
from newsarchive.store.schema import now
from newsarchive.store.spelling import Known, spelt
from newsarchive.store.told import told

if TYPE_CHECKING:
    import sqlite3

_SEEN = "names-united"
_MOST_RIVALS = 200
_OF_NAMES = frozenset(("chain", "spelling"))
"""Grounds that the names themselves give, looked at anew each time."""


def unite(store: Store, known: Known, *, again: bool = False) -> int:
    """Join what new and changed articles prove to be one; gives how many names count otherwise now.

    Args:
        store: the open archive.
        known: what is known of names' words.
        again: look at all names, not only at those of articles that are new or changed.

    Raises:
        StoreError: the archive cannot be written; nothing was changed.
    """
    present = stamp(store)
    seen = None if again else _seen(store, present)
    if seen == present:
        return 0
    with transaction(store) as connection:
        before = _joined(connection)
        touched = _touched(connection, seen)
        after = _Unison(connection, touched, known).joinings(before)
        for kind in (EntityKind.ORGANISATION, EntityKind.PLACE):
            after |= told(connection, kind, touched, before, known.body)
        changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
        if changed:
            _write(connection, changed, after)
            carry_out(connection)
        connection.execute(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)",
            (f"preference:{_SEEN}", f"{present.article} {stamp(store).change}"),
        )
    return len(changed)


_Joining = tuple[int, str]


def _seen(store: Store, present: Stamp) -> Stamp | None:
    """The state that was looked at last, if it comes before the present one."""
    article, _, change = (preference(store, _SEEN) or "").partition(" ")
    if not (article.isdecimal() and change.isdecimal()):
        return None
    seen = Stamp(store.archive_id, int(article), int(change))
    follows = seen.article <= present.article and seen.change <= present.change
    return seen if follows else None


def _joined(connection: "sqlite3.Connection") -> dict[int, _Joining]:
    """Into what each name was joined (itself: hidden), and why; those that hold."""
    rows = connection.execute(
        "SELECT entity_id, into_id, ground FROM joinings WHERE undone_at IS NULL"
    )
    return {number: (into, ground) for number, into, ground in rows}


def _touched(connection: "sqlite3.Connection", seen: Stamp | None) -> set[int] | None:
    """Entities of articles that are new or changed; None for all."""
    if seen is None:
        return None
    rows = connection.execute(
        "SELECT DISTINCT entity_id FROM article_entities WHERE article_id > ?"
        " OR article_id IN (SELECT article_id FROM changes WHERE change > ?)",
        (seen.article, seen.change),
    )
    return {row[0] for row in rows}


def _write(
    connection: "sqlite3.Connection", changed: Iterable[int], after: dict[int, _Joining]
) -> None:
    for number in sorted(changed):
        connection.execute(
            "DELETE FROM joinings WHERE entity_id = ? AND undone_at IS NULL", (number,)
        )
        if number in after:
            connection.execute(
                "INSERT INTO joinings (id, entity_id, into_id, ground, made_at)"
                " VALUES (?, ?, ?, ?, ?)",
                (next_number(connection), number, *after[number], now()),
            )


class _Unison:
    """The persons of an archive as they were found, and what of them is one."""

    def __init__(
        self, connection: "sqlite3.Connection", touched: set[int] | None, known: Known
    ) -> None:
        self._connection = connection
        self._known = known
        self._said = said(connection)
        self._persons = {
            one.number: one for one in persons(connection) if one.number not in self._said.refused
        }
        self._touched = touched
        self._evidence: dict[int, Evidence] = {}
        self._joined_into: dict[int, list[int]] = defaultdict(list)
        self._fuller = self._all_fuller()
        self._parts = self._by_ends()

    def joinings(self, before: dict[int, _Joining]) -> dict[int, _Joining]:
        """What every name that does not stand for itself is joined into, and why."""
        for number, (into, ground) in before.items():
            if into != number and ground not in _OF_NAMES and number in self._persons:
                self._joined_into[into].append(number)
        edges = self._sound([edge for edge in self._edges(before) if self._may_meet(edge)])
        found = {n: (into, why) for n, (into, why) in before.items() if into in self._said.refused}
        groups = groups_of(edges)
        for group in groups:
            stays = self._called(group, before)
            grounds = {edge.short: edge.ground for edge in edges if edge.short in group}
            grounds |= {
                edge.full: edge.ground
                for edge in edges
                if edge.short == stays and edge.full not in grounds
            }
            for number in group - {stays} - self._said.chosen - found.keys():
                found[number] = stays, grounds.get(number, "chain")
        hidden = {number: (number, "lone") for number in self._lone() if number not in found}
        return {**hidden, **found}

    def _all_fuller(self) -> dict[int, list[Person]]:
        """For each name the fuller ones that agree with it."""
        by_words = {one.words: one.number for one in self._persons.values()}
        fuller: dict[int, list[Person]] = defaultdict(list)
        for one in self._persons.values():
            for chain in set(shorter_chains(one.name, one.words)):
                short = self._persons.get(by_words.get(chain, 0))
                if short and may_be_short(short, one):
                    fuller[short.number].append(one)
        return fuller

    def _by_ends(self) -> tuple[dict[str, list[Person]], "Counter[str]"]:
        """Names by their first word, and how often each word begins or ends one of several."""
        first: dict[str, list[Person]] = defaultdict(list)
        uses: Counter[str] = Counter()
        for one in self._persons.values():
            if len(one.words) > 1:
                first[one.words[0]].append(one)
                for word in {one.words[0], one.words[-1]}:
                    uses[word] += one.uses
        return first, uses

    def _edges(self, before: dict[int, _Joining]) -> Iterator[Edge]:
        """Every pair that is one; what no new article concerns stays as it was found to be."""
        yield from spelt(self._persons.values(), self._known)
        for number, fuller in self._fuller.items():
            short = self._persons[number]
            lines = lines_of(fuller)
            if len(short.words) > 2:
                full = only_one(lines)
                if full:
                    yield Edge(number, full.number, "chain")
            elif self._is_new(number, *(one.number for one in fuller)):
                yield from self._judged(short, lines)
            else:
                yield from self._as_before(number, before)
        for one in self._rulers():
            yield from self._crowned(one, before)

    def _as_before(self, number: int, before: dict[int, _Joining]) -> Iterator[Edge]:
        """What a name was found to be one with, whichever of the two was joined into the other."""
        into, ground = before.get(number, (number, ""))
        if into in self._persons and into != number and ground not in _OF_NAMES:
            yield Edge(number, into, ground)
        for other in self._joined_into.get(number, ()):
            yield Edge(number, other, before[other][1])

    def _sound(self, edges: Sequence[Edge]) -> list[Edge]:
        """Without the chains of which two that disagree run through one fuller chain: a slip."""
        shorts: dict[int, list[Person]] = defaultdict(list)
        for edge in edges:
            if edge.ground == "chain":
                shorts[edge.full].append(self._persons[edge.short])
        slips = {number for number, some in shorts.items() if len(lines_of(some)) > 1}
        return [edge for edge in edges if edge.ground != "chain" or edge.full not in slips]

    def _is_new(self, *numbers: int) -> bool:
        return self._touched is None or not self._touched.isdisjoint(numbers)

    def _judged(self, short: Person, lines: Sequence[list[Person]]) -> Iterator[Edge]:
        """A name of two by its office, or by the articles that use it for a fuller one."""
        own = self._of(short.number)
        shared = [own.shared(self._of(one.number) for one in line) for line in lines]
        holding_it = [line for line, articles in zip(lines, shared, strict=True) if articles]
        line = above_all(holding_it or lines)
        if not line:
            return
        full = max(line, key=lambda one: one.uses)
        explained = sum(self._of(one.number).short[" ".join(short.words)] for one in line)
        if holding_it and _tells(short, max(shared), own.in_office, alone=len(lines) == 1):
            yield Edge(short.number, full.number, "office")
        elif explained > 1 and explained * 5 >= short.uses and (holding_it or not own.in_office):
            yield Edge(short.number, full.number, "told")

    def _rulers(self) -> list[Person]:
        return [
            one
            for one in self._persons.values()
            if len(one.words) == 2 and ruler_word(one.name.split()[0])
        ]

    def _crowned(self, one: Person, before: dict[int, _Joining]) -> Iterator[Edge]:
        """«الملك سلمان»: the one person of that first name who bears the title in that time."""
        rivals = sorted(self._parts[0].get(one.words[1], ()), key=lambda rival: -rival.uses)
        rivals = rivals[:_MOST_RIVALS]
        if not self._is_new(one.number, *(rival.number for rival in rivals)):
            yield from self._as_before(one.number, before)
            return
        word = ruler_word(one.name.split()[0])
        own = self._of(one.number).rulers.get(word)
        bearing: Counter[int] = Counter()
        for rival in rivals:
            held = self._of(rival.number).rulers.get(word)
            if held and own and held.meets(own):
                bearing[rival.number] = held.articles
        if not bearing:
            return
        (best, _), *_ = bearing.most_common(1)
        line = {best, *(other.number for other in self._fuller.get(best, ()))}
        line |= {n for n, full in self._fuller.items() if best in {other.number for other in full}}
        mine = sum(count for number, count in bearing.items() if number in line)
        if mine >= ABOVE_ALL * (bearing.total() - mine) and mine > 1:
            yield Edge(one.number, best, "title")

    def _lone(self) -> Iterator[int]:
        """First names and surnames alone, where the archive has more of those who bear them."""
        first, uses = self._parts
        for one in self._persons.values():
            if one.number in self._said.chosen | self._said.left:
                continue
            if len(one.words) == 1 and uses[one.words[0]] >= one.uses:
                yield one.number
        for one in self._rulers():
            borne = sum(other.uses for other in first.get(one.words[1], ()))
            if borne >= one.uses and one.number not in self._said.chosen | self._said.left:
                yield one.number

    def _of(self, number: int) -> Evidence:
        if number not in self._evidence:
            self._evidence[number] = evidence(self._connection, number)
        return self._evidence[number]

    def _may_meet(self, edge: Edge) -> bool:
        both = {edge.short, edge.full}
        return self._said.left.isdisjoint(both) and frozenset(both) not in self._said.apart

    def _called(self, group: Iterable[int], before: dict[int, _Joining]) -> int:
        """The name of a group: one that people chose, else the commonest of the fullest.

        The last one stays until another is clearly commoner.
        """
        held = {before[number][0] for number in group if number in before}
        some = [self._persons[number] for number in sorted(group)]

        def worth(one: Person) -> tuple[bool, bool, float, int]:
            uses = one.uses * (CLEARLY if one.number in held else 1)
            crowned = ruler_word(one.name.split()[0])
            whole = not crowned and not any(is_fuller(other, one) for other in some)
            return one.number in self._said.chosen, whole, uses, len(one.words)

        return max(some, key=worth).number


def _tells(short: Person, shared: int, in_office: int, *, alone: bool) -> bool:
    """Whether enough of the articles print the shared office.

    At least a quarter of all and, but for a name of very few, more than one: «محمد القرني» the
    spokesman is not «محمد القرني» the referee. And half of those that print any office, or a
    quarter where one line of chains alone agrees.
    """
    often = shared * 4 >= short.uses and (shared > 1 or short.uses < 4)
    return often and shared * (4 if alone else 2) >= in_office
