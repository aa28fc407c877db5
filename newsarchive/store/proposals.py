"""Names that may be one: proposed with their evidence, never merged by the program.

shorter    «خالد الفيصل» and «خالد بن عبدالله الفيصل»: one chain runs through the other
sound      «دوستويفسكي» and «دستويفسكي»: one foreign name in other letters
alias      «الإنتربول» and «المنظمة الدولية للشرطة الجنائية»: articles give one as the other
letters    «عبدالرحمن السديس» and «عبدالرحمن السدس»: one letter apart
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsarchive.arabic.foreign import sound_key
from newsarchive.article import EntityKind
from newsarchive.correction import Proposal, What
from newsarchive.store.connection import Store
from newsarchive.store.correcting import holding
from newsarchive.store.entities import shown
from newsarchive.store.faults import faults
from newsarchive.store.keys import chunks, entity_key
from newsarchive.store.packed import texts

_MOST_SHARED = 5
_LONGEST_BLOCK = 200
_ORDER = ("alias", "shorter", "sound", "letters")


@dataclass(frozen=True, slots=True)
class _Entity:
    number: int
    name: str
    words: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class _Pair:
    goes: _Entity
    stays: _Entity
    reason: str


def proposals(
    store: Store,
    kind: EntityKind,
    is_name: Callable[[str], bool],
    limit: int = 100,
    about: str = "",
) -> tuple[Proposal, ...]:
    """The likeliest merges of one kind, those that join most articles first.

    A name is proposed for one other name at most: where several could be meant, none is proposed.

    Args:
        store: the open archive.
        kind: of the entities.
        is_name: whether a folded word is a name of its own, so that another word like it is
            another name («حسن», «حسين»), not another spelling.
        limit: how many are wanted.
        about: the name they are to be about; "" for any.
    """
    with faults(store.path):
        entities = _entities(store, kind, _like(store, kind, about) if about else None)
        settled = _settled(store, kind)
        pairs = [
            pair
            for pair in _pairs(store, kind, entities, is_name)
            if (pair.goes.name, pair.stays.name) not in settled
            and about in ("", pair.goes.name, pair.stays.name)
        ]
        pairs.sort(key=lambda p: (-min(p.goes.articles, p.stays.articles), _ORDER.index(p.reason)))
        told = [_told(store, kind, pair) for pair in pairs[: limit * 3]]
    sound = [one for one in told if one.reason == "alias" or one.together * 4 <= one.articles]
    return tuple(sound[:limit])


def _entities(store: Store, kind: EntityKind, some: Iterable[int] | None) -> list[_Entity]:
    """The entities that facets show: all of a kind, or some by their numbers."""
    if some is None:
        return list(_read(store, "shown.kind = ?", (kind,)))
    found: list[_Entity] = []
    for few in chunks(some):
        marks = ",".join("?" * len(few))
        own = f"SELECT id FROM entities WHERE id IN ({marks}) OR became IN ({marks})"  # noqa: S608 (marks only)
        found += _read(store, f"found.id IN ({own})", (*few, *few))
    return found


def _read(store: Store, which: str, values: Sequence[object]) -> Iterator[_Entity]:
    rows = store.database.execute(
        "SELECT shown.id, shown.name, shown.key, count(DISTINCT article_id) FROM article_entities"  # noqa: S608 (our own clause)
        " JOIN entities AS found ON found.id = entity_id"
        " JOIN entities AS shown ON shown.id = coalesce(found.became, found.id)"
        f" WHERE {which} AND shown.hidden = 0 AND replaced_by IS NULL GROUP BY shown.id",
        values,
    )
    for number, name, key, count in rows:
        yield _Entity(number, name, tuple(key.split()), count)


def _like(store: Store, kind: EntityKind, name: str) -> set[int]:
    """Entities that one could be proposed for, or they for it, and itself.

    Persons alone are compared by their words; short names that articles explain are told of all.
    """
    number = shown(store, kind, name)
    mine = entity_key(kind, name).split()
    rows = store.database.execute(
        "WITH meant (name) AS (SELECT ?1 UNION SELECT name FROM entity_names WHERE uses = 0"
        " AND entity_id IN (SELECT id FROM entities WHERE id = ?2 OR became = ?2)),"
        " full (id) AS (SELECT entity_id FROM entity_names WHERE uses = 0 AND name IN meant)"
        " SELECT key, id = ?2 OR id IN full OR name IN meant, coalesce(became, id)"
        " FROM entities WHERE kind = ?3",
        (name, number, kind),
    )
    by_words = kind is EntityKind.PERSON
    return {
        root for key, is_told, root in rows if is_told or (by_words and _alike(key.split(), mine))
    }


def _alike(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names begin and end alike, or differ in one word, or sound alike."""
    if not words or not others:
        return False
    if words[0] == others[0] and words[-1] == others[-1]:
        return True
    if len(words) != len(others):
        return False
    unlike = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return len(unlike) < 2 or all(sound_key(one) == sound_key(other) for one, other in unlike)


def _settled(store: Store, kind: EntityKind) -> set[tuple[str, str]]:
    """Pairs that a person has called two, both ways round."""
    named = [
        (correction.name, correction.after)
        for _, correction in holding(store.database.conn)
        if correction.what is What.DISTINCT and correction.kind is kind
    ]
    return {*named, *((after, name) for name, after in named)}


def _pairs(
    store: Store, kind: EntityKind, entities: Sequence[_Entity], is_name: Callable[[str], bool]
) -> Iterator[_Pair]:
    taken: set[int] = set()
    found = [_aliases(store, kind, entities)]
    if kind is EntityKind.PERSON:
        found.append(_shorter(entities))
        found += [way(entities, is_name) for way in (_same_sound, _one_letter)]
    for some in found:
        for pair in some:
            if pair.goes.number not in taken:
                taken.add(pair.goes.number)
                yield pair


def _shorter(entities: Iterable[_Entity]) -> Iterator[_Pair]:
    """Chains of the same first and last word, one running through exactly one line of fuller ones.

    Of two fuller chains that do not agree with each other the short one could be either.
    """
    blocks: dict[tuple[str, str], list[_Entity]] = defaultdict(list)
    for one in entities:
        if len(one.words) > 1:
            blocks[one.words[0], one.words[-1]].append(one)
    for block in blocks.values():
        for short in block if len(block) <= _LONGEST_BLOCK else ():
            fuller = [
                other
                for other in block
                if len(other.words) > len(short.words) and _runs_through(short.words, other.words)
            ]
            fuller.sort(key=lambda one: len(one.words))
            agree = all(_runs_through(a.words, b.words) for a, b in pairwise(fuller))
            if fuller and agree:
                yield _Pair(short, max(fuller, key=lambda one: one.articles), "shorter")


def _runs_through(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    rest = iter(full)
    return all(word in rest for word in short)


def _same_sound(entities: Iterable[_Entity], is_name: Callable[[str], bool]) -> Iterator[_Pair]:
    """Full names whose words sound alike, letters that transliterate one another aside."""
    blocks: dict[tuple[str, ...], list[_Entity]] = defaultdict(list)
    for one in entities:
        if len(one.words) > 1:
            blocks[tuple(map(sound_key, one.words))].append(one)
    for block in blocks.values():
        best = max(block, key=lambda one: one.articles)
        for one in block:
            unlike = [pair for pair in zip(one.words, best.words, strict=True) if len({*pair}) > 1]
            if unlike and not any(is_name(word) and is_name(other) for word, other in unlike):
                yield _Pair(one, best, "sound")


def _one_letter(entities: Iterable[_Entity], is_name: Callable[[str], bool]) -> Iterator[_Pair]:
    """Names of three words and more in which one word lacks or doubles one letter."""
    blocks: dict[tuple[str | None, ...], list[_Entity]] = defaultdict(list)
    for one in entities:
        if len(one.words) > 2:
            for place in range(len(one.words)):
                blocks[(*one.words[:place], None, *one.words[place + 1 :])].append(one)
    for pattern, block in blocks.items():
        place = pattern.index(None)
        best = max(block, key=lambda one: one.articles)
        for one in block if 1 < len(block) <= _LONGEST_BLOCK else ():
            word, other = one.words[place], best.words[place]
            if _slip(word, other) and not (is_name(word) and is_name(other)):
                yield _Pair(one, best, "letters")


def _slip(word: str, other: str) -> bool:
    """Whether one word is the other with a letter more; two letters of one shape are no slip."""
    short, long = sorted((word, other), key=len)
    if len(long) != len(short) + 1 or len(short) < 4:
        return False
    return any(long[:n] + long[n + 1 :] == short for n in range(1, len(long)))


def _aliases(store: Store, kind: EntityKind, entities: Sequence[_Entity]) -> Iterator[_Pair]:
    """Names that stand alone in some articles and as another's short name in others."""
    by_name = {one.name: one for one in entities}
    by_number = {one.number: one for one in entities}
    rows = store.database.execute(
        "SELECT other.name, coalesce(found.became, found.id) FROM entity_names AS other"
        " JOIN entities AS found ON found.id = other.entity_id"
        " WHERE found.kind = ? AND other.uses = 0",
        (kind,),
    )
    full: dict[str, set[int]] = defaultdict(set)
    for alias, number in rows:
        if alias in by_name and number in by_number and by_name[alias].number != number:
            full[alias].add(number)
    for alias, numbers in full.items():
        one = by_name[alias]
        is_whole = len(one.words) > 1 or kind is not EntityKind.PERSON
        if len(numbers) == 1 and is_whole:
            yield _Pair(one, by_number[min(numbers)], "alias")


def _told(store: Store, kind: EntityKind, pair: _Pair) -> Proposal:
    """A pair with what speaks for and against it."""
    one, other = _company(store, pair.goes.number), _company(store, pair.stays.number)
    shared = [text for text, _ in (one & other).most_common(_MOST_SHARED)]
    return Proposal(
        kind,
        pair.goes.name,
        pair.stays.name,
        pair.reason,
        pair.goes.articles,
        pair.stays.articles,
        tuple(shared),
        _together(store, pair),
    )


def _company(store: Store, number: int) -> "Counter[str]":
    """Offices, and bodies named in the same articles, of one entity's last articles."""
    articles = [
        row[0]
        for row in store.database.execute(
            "SELECT article_id FROM article_entities"
            " WHERE entity_id IN (SELECT id FROM entities WHERE id = ?1 OR became = ?1)"
            " ORDER BY article_id DESC LIMIT 300",
            (number,),
        )
    ]
    seen: Counter[str] = Counter()
    for some in chunks(articles):
        marks = ",".join("?" * len(some))
        rows = store.database.execute(
            "SELECT entities.kind, entities.id, entities.name, titles, roles FROM article_entities"  # noqa: S608 (marks only)
            " JOIN entities ON entities.id = entity_id"
            f" WHERE article_id IN ({marks})",
            some,
        )
        for kind, entity, name, titles, roles in rows:
            if entity == number:
                seen.update(text for packed in (titles, roles) if packed for text in texts(packed))
            elif kind == EntityKind.ORGANISATION:
                seen[name] += 1
    return seen


def _together(store: Store, pair: _Pair) -> int:
    (count,) = store.database.execute(
        "SELECT count(*) FROM (SELECT article_id FROM article_entities WHERE entity_id IN"
        " (SELECT id FROM entities WHERE id = ?1 OR became = ?1)"
        " INTERSECT SELECT article_id FROM article_entities WHERE entity_id IN"
        " (SELECT id FROM entities WHERE id = ?2 OR became = ?2))",
        (pair.goes.number, pair.stays.number),
    ).fetchone()
    return int(count)
