"""Within one article: which mentions name the same person, body or place, and its fullest name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsarchive.arabic.chains import ends_in_father, tells_father
from newsarchive.arabic.foreign import sound_key
from newsarchive.arabic.names import SON_OF, body_words, name_words
from newsarchive.article import EntityKind, Part
from newsarchive.entities.bodies import Body, stands_for
from newsarchive.entities.branches import Branch, same_branches
from newsarchive.entities.lexicon import (
    COMMON_PLACE,
    FAMILY,
    GIVEN,
    PLACE,
    Entry,
    Lexicon,
    keys_of,
)

_KNOWN_IN_SHORT = frozenset(["agency", "federation", "international", "parliament"])
_ONE_NAMED = frozenset(["armed_group", "party"])
_THREE = 3
_RIVALS = frozenset(["club", "company"])
_SONS = frozenset((word,) for word in SON_OF)
_FOOTBALL = ("لكره", "قدم")


class Found(NamedTuple):
    """A mention before it is known whom it names.

    Attributes:
        name: the plain name: the surface, clitics off.
        sure: False when it stands only if another mention of the same thing is sure.
        alias_of: index of the mention whose other name this is, said by the text itself, or -1.
    """

    kind: EntityKind
    part: Part
    start: int
    end: int
    surface: str
    name: str
    title: str = ""
    role: str = ""
    sure: bool = True
    alias_of: int = -1


@dataclass(slots=True)
class Group:
    """Mentions (by index) of one entity, and its names, fullest first."""

    members: list[int]
    names: list[str]


def grouped(lex: Lexicon, found: Sequence[Found]) -> list[Group]:
    """The entities behind the mentions, in order of first appearance."""
    groups = [
        *_groups(found, EntityKind.PERSON, _persons(lex, found)),
        *_groups(found, EntityKind.ORGANISATION, _bodies(lex, found)),
        *_groups(found, EntityKind.PLACE, _places(lex, found)),
    ]
    return sorted(groups, key=lambda group: group.members[0])


def _of(found: Sequence[Found], kind: EntityKind) -> list[int]:
    return [index for index, mention in enumerate(found) if mention.kind is kind]


def _groups(found: Sequence[Found], kind: EntityKind, leader: dict[int, int]) -> list[Group]:
    members: dict[int, list[int]] = {}
    for index in _of(found, kind):
        members.setdefault(leader.get(index, index), []).append(index)
    return [Group(indexes, _names(found, indexes)) for indexes in members.values()]


def _names(found: Sequence[Found], indexes: Iterable[int]) -> list[str]:
    """The distinct names of the mentions, the fullest first, then in order."""
    distinct: dict[tuple[str, ...], str] = {}
    for index in indexes:
        name = found[index].name
        key = tuple(keys_of(name))
        if key not in distinct:
            distinct[key] = name
    names = list(distinct.values())
    if len(names) == 1:
        return names
    fullest = max(names, key=lambda name: (len(name.split()), not name.isascii(), len(name)))
    return [fullest, *(name for name in names if name is not fullest)]


def _persons(lex: Lexicon, found: Sequence[Found]) -> dict[int, int]:
    """Short forms joined to the one fuller name of the article that they can stand for."""
    keys = {index: name_words(found[index].name) for index in _of(found, EntityKind.PERSON)}
    first: dict[tuple[str, ...], int] = {}
    heard: dict[tuple[str, ...], tuple[str, ...]] = {}
    for index, key in keys.items():
        keys[index] = heard.setdefault(_sounds(lex, key), key)
        first.setdefault(keys[index], index)
    names = {key: found[index].name for key, index in first.items()}
    fuller = {key: _fuller(lex, key, index, first, names) for key, index in first.items()}
    for index, key in keys.items():
        owner = keys.get(found[index].alias_of)
        if owner and _is_kunya(found[index].name) and first[key] != _end_of(owner, fuller, first):
            fuller[key] = owner
    return {index: _end_of(key, fuller, first) for index, key in keys.items()}


def _is_kunya(name: str) -> bool:
    """«أبو مازن», which in brackets is another name of the person before them."""
    first = keys_of(name)[0]
    return first == "ام" or first.startswith("ابو")


def _sounds(lex: Lexicon, key: tuple[str, ...]) -> tuple[str, ...]:
    """What the transliterations of a foreign name share; an Arabic name or one word is itself.

    But for «أبو», of which «بو» is another form («كريم بوضيف»).
    """
    if len(key) < 2 or any(lex.of(word) & (GIVEN | FAMILY) for word in key):
        return tuple(word[1:] if word.startswith("ابو") else word for word in key)
    return tuple(sound_key(word) for word in key)


def _end_of(
    key: tuple[str, ...],
    fuller: dict[tuple[str, ...], tuple[str, ...]],
    first: dict[tuple[str, ...], int],
) -> int:
    while fuller[key] != key:
        key = fuller[key]
    return first[key]


def _fuller(
    lex: Lexicon,
    key: tuple[str, ...],
    index: int,
    first: dict[tuple[str, ...], int],
    names: dict[tuple[str, ...], str],
) -> tuple[str, ...]:
    """The longer name this one abbreviates: the nearest before it, else the first after."""
    longer = [
        (other, at)
        for other, at in first.items()
        if _told_words(other) > _told_words(key) and abbreviates(lex, key, other, names[other])
    ]
    if not longer:
        return key
    before = [pair for pair in longer if pair[1] < index]
    chosen = max(before, key=lambda p: p[1]) if before else min(longer, key=lambda p: p[1])
    return chosen[0]


def _told_words(key: tuple[str, ...]) -> int:
    """How many words a name has but for a leading بن; a fuller name has always more.

    So no two stand for each other, as «بن لادن» and «ابن لادن» could.
    """
    return len(key) - (key[:1] in _SONS)


def abbreviates(lex: Lexicon, short: tuple[str, ...], full: tuple[str, ...], written: str) -> bool:
    """Whether the words of a short name stand in order in the full one, anchored at an end.

    One word must be the last (surname) or first, or between two («خلفان» of «ضاحي خلفان تميم»); a
    given name that is last after بن is a father's.
    Several must share the first word, or the last when they begin with no given name or the full
    name tells no father: «فيصل بن بندر» is the father of «محمد بن فيصل بن بندر».

    Args:
        lex: the lexicons.
        short: words of the short name.
        full: words of the full one.
        written: the full one as the article has it.
    """
    if not short or not full:
        return False
    if len(short) == 1:
        given = lex.of(short[0]) & GIVEN
        father = given and ends_in_father(written)
        last = short[0] == full[-1] and not father
        middle = short[0] in full[1:-1] and len(full) == _THREE and not tells_father(written)
        article = short[0] in ("ال" + full[-1], "ال" + full[0])
        article = article or (full[-1] == "ال" + short[0] and not given)
        return last or short[0] == full[0] or article or middle
    if short[0] in SON_OF:
        return _stands_in(short[1:], full)
    if full[-len(short) :] == short and not tells_father(written):
        return True
    rest = iter(full)
    if not all(word in rest for word in short):
        return False
    return short[0] == full[0] or (short[-1] == full[-1] and not lex.of(short[0]) & GIVEN)


def _stands_in(some: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """«بن عبدالله» in «راشد بن عبدالله آل خليفة»: words in a row, not the first."""
    size = len(some)
    return any(words[at : at + size] == some for at in range(1, len(words) - size + 1))


class _Union:
    """Indexes joined into sets, each led by its lowest."""

    def __init__(self, indexes: Iterable[int]) -> None:
        self._leader = {index: index for index in indexes}

    def __contains__(self, index: int) -> bool:
        return index in self._leader

    def root(self, index: int) -> int:
        while self._leader[index] != index:
            index = self._leader[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._leader[second] = first


def _bodies(lex: Lexicon, found: Sequence[Found]) -> dict[int, int]:
    """Same words, same known body, aliases the text states, and shorter forms of a longer name."""
    names = {index: found[index].name for index in _of(found, EntityKind.ORGANISATION)}
    keys = {index: _spelt_alike(body_words(name)) or (name,) for index, name in names.items()}
    union = _Union(keys)
    seen: dict[object, int] = {}
    for index, key in keys.items():
        for mark in (key, _official(lex, found[index].name) or key):
            union.join(index, seen.setdefault(mark, index))
    for index, other in _aliases(lex, found, union, keys):
        union.join(index, other)
    distinct = {Body.of(lex, key): index for index, key in reversed(keys.items())}
    for index, name in names.items():
        full = _federation(lex, name)
        if full:
            distinct.setdefault(Body.of(lex, full), index)
    placed = {i: name for i, name in names.items() if " ب" in name}
    places = {i: Branch.of(lex, name).place for i, name in placed.items() if len(placed) > 1}
    for short, one in distinct.items():
        for long, other in distinct.items():
            if one != other and stands_for(lex, short, long) and not _are_apart(places, one, other):
                union.join(one, other)
    for one, other in same_branches(lex, names):
        union.join(one, other)
    _join_association(keys, union)
    return {index: union.root(index) for index in keys}


def _aliases(
    lex: Lexicon,
    found: Sequence[Found],
    union: _Union,
    keys: Mapping[int, tuple[str, ...]],
) -> Iterator[tuple[int, int]]:
    """The names that the text gives beside another as its own, each with that other.

    Not what tells where several bodies are («ليفربول (إنجلترا)», «تشيلسي (إنجلترا)»), nor a club
    or company beside another one («القادسية هجر» in a list).
    """
    beside = {i: found[i].alias_of for i in keys if found[i].alias_of in union}
    owners: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for index, other in beside.items():
        owners.setdefault(keys[index], set()).add(keys[other])
    for index, other in beside.items():
        if len(owners[keys[index]]) == 1 and not _are_rivals(lex, found[index], found[other]):
            yield index, other


def _are_rivals(lex: Lexicon, one: Found, other: Found) -> bool:
    """Whether both are known, as two clubs or companies."""
    entries = (_entry(lex, one.name), _entry(lex, other.name))
    known = all(entry is not None and entry.kind in _RIVALS for entry in entries)
    return known and _official(lex, one.name) != _official(lex, other.name)


def _are_apart(places: Mapping[int, tuple[str, ...]], one: int, other: int) -> bool:
    """«الدفاع المدني بمنطقة مكة», «… بمحافظة جدة»: whether both are told to be elsewhere."""
    return bool(places.get(one) and places.get(other) and places[one] != places[other])


def _spelt_alike(words: tuple[str, ...]) -> tuple[str, ...]:
    """«الشئون» as «الشؤون»."""
    return tuple("شوون" if word == "شيون" else word for word in words)


def _join_association(keys: dict[int, tuple[str, ...]], union: _Union) -> None:
    """«الاتحاد» after «الاتحاد السعودي لكرة القدم» is the association, if no club is named so."""
    alone = [index for index, key in keys.items() if key == ("اتحاد",)]
    named = [i for i, key in keys.items() if key[0] == "اتحاد" and key[-2:] == _FOOTBALL]
    if not alone or not named or any(key[1:] == ("اتحاد",) for key in keys.values()):
        return
    if named[0] < alone[0]:
        for index in alone:
            union.join(named[0], index)


@lru_cache(maxsize=16384)
def full_name(lex: Lexicon, name: str) -> str:
    """A body's name in full as the lexicon has it («الهلال»: «نادي الهلال»), else as printed.

    Only a name that stands for one body, and never for one that is as long as the full one.
    """
    keys = keys_of(name)
    match = lex.bodies.longest(keys[0], keys[1:]) if keys else None
    if match and match[0] == len(keys) and keys not in lex.ambiguous:
        entry = match[1]
        if isinstance(entry, Entry) and _names_fully(lex, keys, body_words(name), entry):
            if entry.kind in _ONE_NAMED and len(entry.name.split()) < len(keys):
                return entry.name
            return max(name, entry.name, key=lambda known: len(known.split()))
    return name


def club_name(lex: Lexicon, name: str) -> str:
    """«نادي الاتحاد» for «الاتحاد» among clubs, where a known club is called so; else ``name``."""
    keys = keys_of(name)
    match = lex.bodies.longest("نادي", keys) if len(keys) == 1 else None
    known = match is not None and match[0] == 2 and is_club(match[1])
    return f"نادي {name}" if known else name


def is_club(entry: object) -> bool:
    """Whether a known thing is a club."""
    return isinstance(entry, Entry) and entry.kind == "club"


@lru_cache(maxsize=16384)
def names_club(lex: Lexicon, name: str) -> bool:
    """Whether a whole name is a known club's."""
    keys = keys_of(name)
    match = lex.bodies.longest(keys[0], keys[1:]) if keys else None
    return match is not None and match[0] == len(keys) and is_club(match[1])


def _names_fully(lex: Lexicon, keys: tuple[str, ...], words: tuple[str, ...], entry: Entry) -> bool:
    """Whether a known body's full name may stand for this short one."""
    full = body_words(entry.name)
    if entry.kind == "club" and (len(keys) > 1 or lex.of(keys[0]) & (PLACE | COMMON_PLACE)):
        return full == words
    if entry.kind in _KNOWN_IN_SHORT and not entry.common:
        return True
    if entry.kind in _ONE_NAMED and len(full) < len(words):
        return True
    rest = iter(full)
    return all(word in rest for word in words) or (len(words) > 1 and words[0] == full[0])


@lru_cache(maxsize=16384)
def _official(lex: Lexicon, name: str) -> str | None:
    """The official name of a known body with its country, when the whole name is in the lexicon."""
    entry = _entry(lex, name)
    return f"{entry.name}/{entry.country}" if entry else None


def _entry(lex: Lexicon, name: str) -> Entry | None:
    """What the lexicon knows of a body when the whole name is in it."""
    keys = keys_of(name)
    match = lex.bodies.longest(keys[0], keys[1:]) if keys else None
    whole = match is not None and match[0] == len(keys)
    return match[1] if match and whole and isinstance(match[1], Entry) else None


@lru_cache(maxsize=16384)
def _federation(lex: Lexicon, name: str) -> tuple[str, ...]:
    """The words of the federation that an acronym stands for («الفيفا»), or none."""
    keys = keys_of(name)
    match = lex.bodies.longest(keys[0], ()) if len(keys) == 1 else None
    entry = match[1] if match else None
    federation = isinstance(entry, Entry) and entry.kind == "federation" and not entry.common
    return body_words(entry.name) if federation and isinstance(entry, Entry) else ()


def _places(lex: Lexicon, found: Sequence[Found]) -> dict[int, int]:
    first: dict[str, int] = {}
    return {
        index: first.setdefault(place_name(lex, found[index].name), index)
        for index in _of(found, EntityKind.PLACE)
    }


@lru_cache(maxsize=16384)
def place_name(lex: Lexicon, name: str) -> str:
    """A place's usual name («سلطنة عُمان»: «عمان», «محافظة مسقط»: «مسقط»); else as it is."""
    keys = keys_of(name)
    for start in (0, 1):
        if start and (len(keys) < 2 or keys[0] not in lex.classes["place_head"]):
            break
        match = lex.places.longest(keys[start], keys[start + 1 :]) if len(keys) > start else None
        if match and match[0] == len(keys) - start and isinstance(match[1], Entry):
            return match[1].name
    return name
