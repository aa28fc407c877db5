"""Which names of bodies may stand for each other in one article."""

from functools import lru_cache
from typing import NamedTuple

from newsarchive.arabic.foreign import sound_key
from newsarchive.arabic.names import without_article
from newsarchive.entities.lexicon import (
    FOREIGN_FAMILY,
    FOREIGN_GIVEN,
    NAMED_HEAD,
    NATION,
    Entry,
    Lexicon,
    keys_of,
)
from newsarchive.entities.ordinary import is_ordinary

_PARTIES = frozenset(["حزب", "حركه", "تنظيم", "جماعه"])
_REGION = frozenset(["بمنطقه", "بمحافظه", "بولايه", "بمدينه"])
_KINDS = frozenset(["نادي", "شركه", "مجموعه", "فريق"])
"""Words before a club's or company's name that papers print and omit."""
_OFFICES = {
    "امانه": frozenset(["منطقه", "مدينه", "محافظه"]),
    "شرطه": frozenset(["منطقه"]),
    "اماره": frozenset(["منطقه"]),
}
"""Offices that a region has one of, and words before the region that papers print and omit."""
_SHORTEST_STRANGE, _SURE_SOUNDS = 4, 5
_OF_STATES = frozenset(("ministry", "parliament", "authority", "government", "court", "police"))
"""Kinds of bodies that other countries have under the same name."""


class Body(NamedTuple):
    """A body's words, those of them without its kind, region and nation, those without a region."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    bare: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=16384)
    def of(cls, lex: Lexicon, words: tuple[str, ...]) -> "Body":
        """The body of some words."""
        return cls(words, _core(lex, words), _bare(lex, words))


def stands_for(lex: Lexicon, one: Body, other: Body) -> bool:
    """Whether a name is a shorter form of another, its branch, or differs in common words only."""
    more = len(other.words) - len(one.words)
    short = more > 0 and _shortens(lex, one, other)
    twins = more == 0 and _twins(lex, one.words, other.words)
    if not (short or twins or _is_branch(one, other)):
        return False
    return not _are_of_two_nations(lex, one.words, other.words)


def _are_of_two_nations(lex: Lexicon, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """«وكالة الأنباء الأردنية», «وكالة الأنباء العمانية»: each ends in a nation, not in one."""
    nations = (lex.of("ال" + one[-1]) & NATION, lex.of("ال" + other[-1]) & NATION)
    first, second = (sound_key(words[-1].removesuffix("ه")) for words in (one, other))
    return bool(all(nations)) and first != second


def _shortens(lex: Lexicon, shorter: Body, longer: Body) -> bool:
    """«الهلال» of «نادي الهلال»; «وزارة الصحة» of «وزارة الصحة السعودية»."""
    short, long, core = shorter.words, longer.words, longer.core
    if lex.of(long[0]) & NAMED_HEAD and (long[1:] == short or _is_company(short, long)):
        return True
    if len(short) == 1 and long[0] in _PARTIES and long[-1] == short[0]:
        return True
    if (
        " ".join(short) in lex.classes["football"]
        and long[0] == "اتحاد"
        and long[-2:] == ("لكره", "قدم")
    ):
        return True
    if len(short) == 2 and long == (*short, "لكره", "قدم"):
        return True
    if core != long and (core == shorter.bare or _leads(short, core)):
        return True
    if long[0] == "فرع" and long[1 : len(short) + 1] == short and len(short) > 1:
        return True
    if _abridges(short, long):
        return True
    if len(short) < 2 or long[: len(short)] != short:
        return False
    following = long[len(short)]
    if following.startswith("وال") or (len(short) > 2 and following in lex.classes["body_tail"]):
        return True
    return bool(
        lex.of("ال" + following) & NATION or following in _REGION or following.endswith(("يه", "ي"))
    )


def _is_company(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """«شركة سلامة», «سلامة للتأمين» of «شركة سلامة للتأمين التعاوني»: name, then what it does."""
    if len(short) < 2:
        return False
    if long[: len(short)] == short:
        return long[len(short)].startswith("لل")
    return long[1 : len(short) + 1] == short and short[-1].startswith("لل")


def _core(lex: Lexicon, words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's name without its kind, region and nation: «دفاع مدني» of «مديرية … بالشرقية»."""
    first = 0
    while first < len(words) - 1 and (
        words[first] in lex.classes["agency"] or (first and lex.of("ال" + words[first]) & NATION)
    ):
        first += 1
    if not first:
        return words
    return _bare(lex, (words[first].removeprefix("لل"), *words[first + 1 :]))


def _bare(lex: Lexicon, words: tuple[str, ...]) -> tuple[str, ...]:
    """Without a region and the words after it, and a nation or «العامة» at the end."""
    end = len(words)
    for at in range(1, len(words)):
        if words[at].startswith("بال") or words[at] in _REGION:
            end = at
            break
    while end > 1 and _is_common_end(lex, words[end - 1]):
        end -= 1
    return words[:end]


def _is_common_end(lex: Lexicon, word: str) -> bool:
    return word == "عامه" or bool(lex.of("ال" + word) & NATION)


def _is_branch(one: Body, other: Body) -> bool:
    """«الهلال الأحمر السعودي بمنطقة تبوك» beside «هيئة الهلال الأحمر السعودي»."""
    return other.core != other.words and len(other.core) > 1 and one.bare == other.core


def _leads(short: tuple[str, ...], core: tuple[str, ...]) -> bool:
    """«الأرصاد» of «الرئاسة العامة للأرصاد وحماية البيئة»."""
    size = len(short)
    return core[:size] == short and len(core) > size and core[size][0] == "و"


def _twins(lex: Lexicon, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """«مصلحة الجمارك السعودية», «مصلحة الجمارك العامة»: as long, other in common words only.

    Or in a nation's gender («المخابرات الإيراني» in «جهاز المخابرات الإيراني»).
    """
    if one[:-1] == other[:-1] and lex.of("ال" + one[-1]) & NATION and len(one) > 1:
        return one[-1].removesuffix("ه") == other[-1].removesuffix("ه")
    return (
        one[0] == other[0]
        and len(one) > 2
        and one[:-1] == other[:-1]
        and (_is_common_end(lex, one[-1]) and _is_common_end(lex, other[-1]))
    )


def _abridges(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """«هيئة المهندسين» of «الهيئة السعودية للمهندسين»: words in order, first and last shared."""
    if len(short) < 2 or short[0] != long[0]:
        return False
    bare = [word.removeprefix("لل") for word in long]
    rest = iter(bare)
    return bare[-1] == short[-1] and all(word in rest for word in short)


def known_body(lex: Lexicon, name: str) -> str:
    """By what a body's name is known in every article, whatever it is called there; else "".

    The lexicon's name for it («وكالة فرانس برس»: «وكالة الصحافة الفرنسية»), but for what other
    countries have too («وزارة الصحة», «قوات التحالف») and for Latin letters; an office and where
    it is («أمانة الرياض»: «أمانة منطقة الرياض»); or its own words, a club's or company's without
    its kind, with the sounds of foreign words and each nation's letters in one order
    («الكونجرس الأمريكي», «الكونغرس الأميركي»).
    """
    keys = keys_of(name)
    found = _office(lex, keys) or _in_lexicon(lex, keys)
    if found:
        return found
    bare = keys[1:] if keys and keys[0] in _KINDS else ()
    is_strange = bool(bare) and all(_is_strange(lex, word) for word in bare)
    if len(bare) > 1 or is_strange:
        found = _in_lexicon(lex, bare)
    if found:
        return found
    keys = bare if is_strange else keys
    words = tuple(map(without_article, keys))
    plain = [_plain(lex, word, alone=len(words) == 1) for word in words]
    return " ".join(plain) if tuple(plain) != words else ""


def _in_lexicon(lex: Lexicon, keys: tuple[str, ...]) -> str:
    match = lex.bodies.longest(keys[0], keys[1:]) if keys else None
    entry = match[1] if match and match[0] == len(keys) else None
    if isinstance(entry, Entry) and _is_alone(lex, keys, entry):
        return f"{entry.name}/{entry.country}"
    return ""


def _is_alone(lex: Lexicon, keys: tuple[str, ...], entry: Entry) -> bool:
    if entry.kind == "club":
        is_sure = len(keys) > 1 and not (entry.common or keys[0].startswith("ال"))
        is_sure = is_sure or all(_is_strange(lex, word) for word in keys)
        return is_sure and keys not in lex.ambiguous
    if entry.common or keys in lex.ambiguous:
        return False
    if entry.kind in _OF_STATES:
        return entry.kind == "authority" and len(keys) > 2
    if entry.kind == "military" and not any(lex.of(key) & NATION for key in keys):
        return False
    return not keys[0].isascii() and (len(keys) > 1 or not lex.of(keys[0]))


def _office(lex: Lexicon, keys: tuple[str, ...]) -> str:
    """«شرطة مكة», «شرطة منطقة مكة المكرمة»: one office of a region; "" for any other body."""
    if len(keys) < 2 or keys[0] not in _OFFICES:
        return ""
    first = 2 if keys[1] in _OFFICES[keys[0]] and len(keys) > 2 else 1
    match = lex.places.longest(keys[first], keys[first + 1 :])
    if match is None or first + match[0] != len(keys) or not isinstance(match[1], Entry):
        return ""
    return f"{keys[0]} {match[1].name}"


def _is_strange(lex: Lexicon, word: str) -> bool:
    """Whether a folded word is no Arabic one, as far as is known."""
    if len(word) < _SHORTEST_STRANGE or word.isascii():
        return False
    flags = lex.of(word) | lex.of(f"ال{word}")
    return not flags & ~(FOREIGN_GIVEN | FOREIGN_FAMILY) and not is_ordinary(lex, word)


def _plain(lex: Lexicon, word: str, *, alone: bool) -> str:
    """A word with its sounds or its letters in one order: what its spellings have in common."""
    if lex.of("ال" + word) & NATION:
        return word[0] + sound_key(word) + "".join(sorted(word))
    if not _is_strange(lex, word):
        return word
    sounds = sound_key(word)
    return f"{word}~" if alone and len(sounds) < _SURE_SOUNDS else f"{sounds}~{word[-1]}"
