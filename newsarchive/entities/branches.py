"""Bodies that are told apart by where they are: «تعليم الخرج», «المحكمة العامة بجدة»."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from newsarchive.arabic.names import without_article
from newsarchive.entities.lexicon import HEAD, Lexicon, keys_of

_REGIONS = frozenset(("منطقه", "محافظه", "مدينه", "ولايه", "اماره"))
_HERE = frozenset("بال" + region for region in _REGIONS)
_BY_ITSELF = frozenset(("فرع", "قياده", "قطاع", "اداره", "الاداره"))
"""Words that make a branch a body beside the one that it is a branch of."""
_STATE = frozenset(("وزاره",))
_MEDINA = ("المدينه", "المنوره")
_HEALTH = ("شوون", "صحيه")
_IN_SHORT: dict[tuple[str, ...], tuple[str, ...]] = {
    ("صحه",): _HEALTH,
    ("مدني",): ("دفاع", "مدني"),
}


class Branch(NamedTuple):
    """A body's words before its place, what they say without head words, and the place."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    place: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=16384)
    def of(cls, lex: Lexicon, name: str) -> "Branch":
        """What a body's name says of where it is; an empty place where it says nothing."""
        keys = _place_last(lex, keys_of(name))
        if len(keys) > 1 and keys[-1] == _MEDINA[0]:
            keys = (*keys[:-1], *_MEDINA)
        at = _place(lex, keys)
        words = tuple(map(without_article, keys[:at]))
        bare = _core(lex, words)
        place = tuple(map(_bare, (key for key in keys[at:] if _bare(key) not in _REGIONS)))
        return cls(words, _IN_SHORT.get(bare, bare), tuple(word for word in place if word != "في"))


def same_branches(lex: Lexicon, names: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Which names, by number, are one body's: the same work in the same place.

    «الإدارة العامة للتعليم بالخرج» and «تعليم الخرج»; and «المحكمة العامة», where the article
    knows only one, «المحكمة العامة بجدة».
    """
    told = {name: Branch.of(lex, name) for name in set(names.values())}
    branches = {index: told[name] for index, name in names.items()}
    placed = {index: branch for index, branch in branches.items() if branch.place}
    yield from _in_one_place(lex, placed)
    words = _places({i: b.words for i, b in placed.items() if b.words[0] not in _BY_ITSELF}, placed)
    cores = _places({index: branch.core for index, branch in placed.items()}, placed)
    for index, branch in branches.items():
        if index in placed:
            continue
        if len(branch.words) > 1:
            yield from _only(words.setdefault(branch.words, {(): index}), index)
        if branch.words[1:] == branch.core or branch.core == _HEALTH:
            yield from _only(cores.get(branch.core, {}), index)


def _in_one_place(lex: Lexicon, placed: Mapping[int, Branch]) -> Iterator[tuple[int, int]]:
    first: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    for index, branch in placed.items():
        yield index, first.setdefault((branch.core, branch.place), index)
        for other, longer in placed.items():
            if _is_called(lex, branch, longer):
                yield index, other


def _places(
    told: Mapping[int, tuple[str, ...]], placed: Mapping[int, Branch]
) -> dict[tuple[str, ...], dict[tuple[str, ...], int]]:
    """By words the places that bodies of these words are in, each with the first of them."""
    found: dict[tuple[str, ...], dict[tuple[str, ...], int]] = {}
    for index, words in told.items():
        found.setdefault(words, {}).setdefault(placed[index].place, index)
    return found


def _only(places: Mapping[tuple[str, ...], int], index: int) -> Iterator[tuple[int, int]]:
    """The body that a name without a place is, where there is but one."""
    if len(places) == 1:
        yield index, next(iter(places.values()))


def _is_called(lex: Lexicon, short: Branch, long: Branch) -> bool:
    """«فنون الأحساء» for «جمعية الثقافة والفنون بالأحساء»: a word of what it is."""
    if len(short.words) > 1 or len(long.words) < 2 or short.place != long.place:
        return False
    told = {word.removeprefix("وال").removeprefix("لل") for word in long.words[1:]}
    return short.words[0] in told and not lex.of(short.words[0]) & HEAD


def _place_last(lex: Lexicon, keys: tuple[str, ...]) -> tuple[str, ...]:
    """«نادي الأدبي الباحة» for «نادي الباحة الأدبي»: the place after what else is told."""
    place = lex.places.longest(keys[1], keys[2:]) if len(keys) > 2 else None
    rest = keys[1 + place[0] :] if place else ()
    adjectives = all(key.startswith("ال") and key.endswith(("ي", "يه")) for key in rest)
    if not place or not rest or not adjectives:
        return keys
    return (keys[0], *rest, *keys[1 : 1 + place[0]])


def _core(lex: Lexicon, words: tuple[str, ...]) -> tuple[str, ...]:
    first = 0
    while first < len(words) - 1 and words[first] in lex.classes["agency"] - _STATE:
        first += 1
    return (words[first].removeprefix("لل"), *words[first + 1 :]) if words else ()


def _place(lex: Lexicon, keys: tuple[str, ...]) -> int:
    """Where the place begins that ends a body's name; its end where none does."""
    for at in range(1, len(keys)):
        key = keys[at]
        if key in _HERE and at + 1 == len(keys):
            return at
        first = key[1:] if key[0] == "ب" else key
        region = first in _REGIONS or (key == "في" and at + 1 < len(keys))
        start = at + region
        if start < len(keys):
            name = first if start == at else keys[start]
            match = lex.places.longest(name, keys[start + 1 :])
            if match and start + match[0] == len(keys):
                return at
    return len(keys)


def _bare(key: str) -> str:
    key = key[1:] if key[0] == "ب" and len(key) > 3 else key
    return without_article(key)
