"""Which of a table's unknown columns holds which part, by what stands in them.

Each part has its own signs; a column's score for it runs from 0 to 1, and only one that reaches
``GUESSED`` is taken.
The weights were set on data sets whose columns had been given meaningless names.
"""

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsarchive.arabic.fold import fold
from newsarchive.columns import GUESSED, SURE, MappedPart
from newsarchive.readers.column_profile import Profile
from resources import lines

_MOSTLY = 0.9
_ALIKE = 0.1
_ENOUGH = 3
_NEAR = 0.45
_ASKED = ("title", "body")
_MEANINGLESS = re.compile(
    r"#?\d*|.|(?:unnamed|col|column|field|var|attr|f|c|v|x|عمود|العمود|حقل|الحقل)[\s_:.#-]*\d*",
    re.IGNORECASE,
)
_TWO_SIDES = re.compile(r":\s*$|\s[-–ـ]|[-–ـ]\s|[(/]|^[^:]{3,20}:")
_LIST = re.compile(r"[،,;؛|#]")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?:com|net|org|info|news|tv|[a-z]{2})", re.IGNORECASE)
_HOST = re.compile(r"^(?:https?://)?([^/]*).*", re.IGNORECASE)
_LANGUAGES = frozenset(("ar", "en", "fr", "fa", "ur", "tr", "he", "de", "es", "arabic", "english",
                        "ara", "eng", "العربيه", "الانجليزيه"))  # fmt: skip
_SIGNED = ("كتب ", "كتبت ", "بقلم ", "اعداد ", "تقرير ", "حوار ")


@dataclass(frozen=True, slots=True)
class Guess:
    """What stands in the columns says.

    Attributes:
        parts: the columns that hold them.
        is_doubtful: a title or text was found that could be another column's, or may be one.
    """

    parts: tuple[MappedPart, ...] = ()
    is_doubtful: bool = False


def guess(
    profiles: Sequence[Profile], missing: Collection[str], known: Mapping[str, Profile]
) -> Guess:
    """The columns that hold the missing parts.

    Args:
        profiles: of the columns whose names tell nothing, in their order; as many rows in each.
        missing: the parts whose column is not known.
        known: the columns of the others.
    """
    free, seen = list(profiles), dict(known)
    found: list[MappedPart] = []
    is_doubtful = False
    for part in (one for one in _SCORES if one in missing):
        best, others = _ranked(part, free, seen)
        if best is None:
            continue
        score, column = best
        alike = bool(others) and score - others[0] < _ALIKE and part != "date"
        is_doubtful |= part in _ASKED and (alike or _NEAR <= score < SURE)
        if score < GUESSED or (alike and part not in _ASKED):
            continue
        free.remove(column)
        seen[part] = column
        found.append(MappedPart(part, column.name, "content", round(score, 2)))
    return Guess(tuple(found), is_doubtful)


def _ranked(
    part: str, free: Sequence[Profile], seen: Mapping[str, Profile]
) -> tuple[tuple[float, Profile] | None, list[float]]:
    """The best column with its score, the first of several as good; and the others' scores."""
    scored = [(_SCORES[part](one, seen), one) for one in free]
    scored = [pair for pair in scored if pair[0]]
    if part == "date" and len(scored) > 1:
        earliest = _earliest([one for _, one in scored])
        scored.sort(key=lambda pair: pair[1] is not earliest)
    else:
        scored.sort(key=lambda pair: -pair[0])
    return (scored[0] if scored else None), [score for score, _ in scored[1:]]


def _earliest(dates: Sequence[Profile]) -> Profile:
    """The column whose days come first: an article appears before it is changed or collected."""
    firsts = [
        min(filter(None, days), default="") for days in zip(*(d.days for d in dates), strict=True)
    ]
    return max(dates, key=lambda one: sum(map(str.__eq__, one.days, firsts)))


def _url(one: Profile, seen: Mapping[str, Profile]) -> float:
    if one.urls < _MOSTLY or one.share_filled < 0.5:
        return 0.0
    return 0.95 if one.distinct >= _MOSTLY * len(one.filled) else 0.7


def _date(one: Profile, seen: Mapping[str, Profile]) -> float:
    return 0.9 * one.share_filled if one.dates >= _MOSTLY else 0.0


def _language(one: Profile, seen: Mapping[str, Profile]) -> float:
    if not one.filled or not all(key in _LANGUAGES for key in one.keys):
        return 0.0
    return 0.9 if len(one.filled) > 2 or one.length == 2 else 0.0


def _body(one: Profile, seen: Mapping[str, Profile]) -> float:
    """Long text: sure from some 400 letters on."""
    if one.length < 40 or one.words < 8 or one.letters < 0.6:
        return 0.0
    score = 0.5 + 0.45 * min(1.0, max(0.0, math.log(one.length / 100) / math.log(6)))
    if one.length < 100:
        score = 0.5
    score *= 1.0 if one.arabic > 0.6 else 0.82
    if len(one.filled) > 3 and one.distinct < 0.8 * len(one.filled):
        score *= 0.7
    return score * (1.0 if one.share_filled > 0.7 else 0.8)


def _title(one: Profile, seen: Mapping[str, Profile]) -> float:
    """A short line that differs from row to row and whose words come again in the text."""
    if not 8 <= one.length <= 220 or not 1.5 <= one.words <= 28 or one.letters < 0.6:
        return 0.0
    score = 0.4
    count = len(one.filled)
    score += 0.15 if one.distinct >= _MOSTLY * count else -0.2
    score += 0.45 * min(1.0, 1.7 * _overlap(one, seen["body"])) if "body" in seen else 0.2
    if one.words < 3.5:
        score *= 0.85
    if one.share(_is_list) > 0.5:
        score *= 0.7
    if one.share(_is_sentence) > 0.5:
        score *= 0.85
    if one.share(_is_signature) > 0.3:
        score *= 0.75
    most = 1.0 if count >= _ENOUGH else SURE - 0.02
    return min(most, score * one.share_filled)


def _is_list(text: str) -> bool:
    return len(_LIST.findall(text)) > 1


def _is_signature(text: str) -> bool:
    """Whether this may be a byline: «القاهرة - رويترز», «سالم الحارثي»."""
    words = text.split()
    return len(words) <= 6 and (_is_name(text) or bool(_TWO_SIDES.search(text)))


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "…")) or "\n" in text


def _overlap(title: Profile, body: Profile) -> float:
    """The share of a title's words that stand in its own row's text, too."""
    shares = []
    for line, text in zip(title.values, body.values, strict=True):
        words = [word for word in fold(line).split() if len(word) > 2]
        if words and text:
            folded = fold(text)
            shares.append(sum(word in folded for word in words) / len(words))
    return sum(shares) / len(shares) if shares else 0.0


def _section(one: Profile, seen: Mapping[str, Profile]) -> float:
    if not _is_short(one):
        return 0.0
    known = sum(key in _sections() for key in one.keys) / len(one.keys)
    if known >= 0.5:
        return 0.9 if len(one.filled) > 2 else 0.7
    return 0.65 if known >= 0.2 and _repeats(one) else 0.0


def _outlet(one: Profile, seen: Mapping[str, Profile]) -> float:
    """Names of papers, or few values beside no known section, or what the address begins with."""
    if not _is_short(one):
        return 0.0
    if one.share(_names_outlet) >= 0.5:
        return 0.85
    if "url" in seen and _in_host(one, seen["url"]) >= 0.6:
        return 0.85
    known = sum(key in _sections() for key in one.keys) / len(one.keys)
    return 0.62 if known < 0.1 and _repeats(one) else 0.0


def _in_host(one: Profile, addresses: Profile) -> float:
    """The share of values that stand in the host of their own row's address."""
    pairs = [pair for pair in zip(one.values, addresses.values, strict=True) if all(pair)]
    hosts = (("".join(fold(value).split()), _HOST.sub(r"\1", url)) for value, url in pairs)
    return sum(key in host.lower() for key, host in hosts) / max(1, len(pairs))


def _names_outlet(text: str) -> bool:
    key = fold(text)
    known = key in _outlets() or key.partition(" ")[0] in _outlet_words()
    return known or bool(_DOMAIN.fullmatch(text))


def _author(one: Profile, seen: Mapping[str, Profile]) -> float:
    if not _is_short(one):
        return 0.0
    signed = one.share(_is_name)
    return 0.85 if signed >= 0.7 else 0.65 if signed >= 0.5 else 0.0


def _is_name(text: str) -> bool:
    key = fold(text)
    if key.startswith(_SIGNED):
        return True
    first, *others = key.split()
    return 1 <= len(others) <= 5 and first in _given_names()


def _is_short(one: Profile) -> bool:
    return bool(one.filled) and one.length <= 40 and one.words <= 5 and one.letters >= 0.7


def _repeats(one: Profile) -> bool:
    """Whether few values come again and again in a column whose name says nothing else."""
    count = len(one.filled)
    return count >= 8 and one.distinct <= 0.4 * count and bool(_MEANINGLESS.fullmatch(one.name))


@cache
def _sections() -> frozenset[str]:
    return frozenset(fold(line) for line in lines("lexicon", "language", "sections.txt"))


@cache
def _outlet_words() -> frozenset[str]:
    rows = (line.split("\t") for line in lines("lexicon", "language", "page_words.txt"))
    return frozenset(fold(row[0]) for row in rows if row[1] == "outlet")


@cache
def _outlets() -> frozenset[str]:
    rows = (line.split("\t") for line in lines("lexicon", "organizations", "organizations.txt"))
    media = (row for row in rows if row[3] in ("newspaper", "agency", "channel"))
    names = (name for row in media for name in (row[0], *row[1].split("|")) if name)
    return frozenset(map(fold, names))


@cache
def _given_names() -> frozenset[str]:
    rows = (line.partition("\t")[0] for line in lines("lexicon", "persons", "given_names.txt"))
    return frozenset(map(fold, rows))


Score = Callable[[Profile, Mapping[str, Profile]], float]
_SCORES: dict[str, Score] = {
    "url": _url,
    "date": _date,
    "language": _language,
    "body": _body,
    "title": _title,
    "author": _author,
    "outlet": _outlet,
    "section": _section,
}
