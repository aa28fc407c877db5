"""Other words of one family: broken plurals, a verb with its noun, a foreign word in other letters.

Lexicons name families outright. Where they are silent, the patterns of the broken plural propose
singulars and plurals; a proposal that no text holds costs nothing.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from newsarchive.arabic.fold import fold
from newsarchive.arabic.known_names import given_names
from newsarchive.arabic.stem import bare, light_stem
from newsarchive.arabic.variants import spelt_in_many_ways
from resources import lines

# Plural pattern, then its singulars; digits stand for root letters, letters for themselves.
# The correspondences are those every grammar lists (فعالل، فعاليل، فواعل، فعائل، أفعال، فعلاء …).
_PATTERNS = (
    ("12ا34", "1234 1234ه 123ا4 123و4 123ي4 123ا4ه"),
    ("12ا3ي4", "123ا4 123و4 123ي4 123و4ه"),
    ("1وا23", "1ا23 1ا23ه 1و23"),
    ("1وا2ي3", "1ا2و3 1ا2ي3"),
    ("12اي3", "12ي3ه 12ا3ه 12و3"),
    ("ا12ا3", "123 123ه 12ي3 1ا3"),
    ("123اء", "12ي3 1ا23"),
    ("ا123اء", "12ي3"),
    ("1ي2ان", "1ا2"),
    ("12و3", "123"),
    ("123ه", "1ا23"),
    ("12ا3", "123"),
    ("ا123ه", "12ا3 12ي3 12و3"),
    ("ا123", "123"),
    ("123ي", "12ي3"),
)
_SINGLE_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_LONG_ENOUGH = 4
_ARTICLE = "ال"
_LONG_IN_NUN = re.compile("....+(ان|ين|ون)")
_ENDED_AFTER_NUN = re.compile("(?P<noun>....+(ان|ين|ون))(ات|ي|يه|يات)")
_ROOT = "[^\\Wاويهء]"


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(f"(?P<r{c}>{_ROOT})" if c.isdigit() else c for c in pattern))


def _filled(pattern: str, root: dict[str, str]) -> str:
    return "".join(root[f"r{c}"] if c.isdigit() else c for c in pattern)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = [(plural, single) for plural, singles in _PATTERNS for single in singles.split()]
    both = [*pairs, *((single, plural) for plural, single in pairs)]
    return tuple(
        (_expression(known), wanted)
        for known, wanted in both
        if {c for c in wanted if c.isdigit()} <= {c for c in known if c.isdigit()}
    )


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """From a light stem to the folded words of its families in the lexicons."""
    families: dict[str, list[str]] = {}
    for file in ("broken_plurals.txt", "verbs_nouns.txt"):
        for line in lines("lexicon", "language", file):
            words = [word for word in re.split(r"[\t|]", line) if word]
            if file == "verbs_nouns.txt":
                words.append(_she_did(words[0]))
            members = [fold(word) for word in words]
            for member in members:
                families.setdefault(light_stem(member), []).extend(members)
    for ways in spelt_in_many_ways():
        spellings = [way[0] for way in ways if len(way) == 1]
        for spelling in spellings if len(spellings) > 1 else ():
            families.setdefault(light_stem(spelling), []).extend(spellings)
    return {stem: tuple(dict.fromkeys(members)) for stem, members in families.items()}


def _she_did(past: str) -> str:
    """The feminine of a past: «افتتح» → «افتتحت», «استدعى» → «استدعت», «توفي» → «توفيت».

    Not of one as short as «بنى», whose feminine is the word for a girl.
    """
    return (past.removesuffix("ى") if len(past) > len("بنى") else past) + "ت"


def _conjugated(stem: str) -> Iterator[str]:
    """A present-tense stem with the third person's ي, under which verbs are listed."""
    yield stem
    if len(stem) >= 4 and stem[0] in "تناي":
        yield "ي" + stem[1:]
    if len(stem) >= 5 and stem[0] == "س" and stem[1] in "يتنا":
        yield "ي" + stem[2:]


@lru_cache(maxsize=20_000)
def relatives(word: str) -> tuple[str, ...]:
    """Light stems of the other words of a folded word's families; without its own.

    Among them is its own behind one clitic letter, which stemming leaves on: «بمدرستنا».
    """
    own = light_stem(word)
    found: list[str] = []
    for stem in _conjugated(own):
        found += _families().get(stem, ())
    if not found and bare(word) not in given_names():
        found = [form for form in _patterned(word, own) if form not in given_names()]
    stems = {stem: None for member in found for stem in _stems(member)}
    stems |= dict.fromkeys((*_with_article_read_otherwise(word), *_with_nun_read_otherwise(word)))
    if len(own) >= _LONG_ENOUGH:
        stems |= dict.fromkeys(clitic + own for clitic in _SINGLE_CLITICS)
    if word.endswith("ت") and len(own) > _LONG_ENOUGH and own == bare(word):
        stems[own[:-1]] = None  # «بيوت» in «بيوتهم», whose ت is taken for that of a feminine
    return tuple(stem for stem in stems if stem != own)


def _patterned(word: str, own: str) -> Iterator[str]:
    """Singulars and plurals that the patterns propose."""
    for expression, wanted in _rules():
        for form in dict.fromkeys((bare(word), own)):
            match = expression.fullmatch(form)
            if match:
                yield _filled(wanted, match.groupdict())


def _with_article_read_otherwise(word: str) -> Iterator[str]:
    """The stem of the word with an article more or less, where its own letters look like one.

    «ألعاب» is cut as if it had the article, «الألعاب» is not cut so far.
    """
    core = bare(word)
    if word.startswith(_ARTICLE) and core != word:
        yield light_stem(_ARTICLE + word)
    if core.startswith(_ARTICLE):
        yield light_stem(core)


def _with_nun_read_otherwise(word: str) -> Iterator[str]:
    """The stem of a long noun in ان, ين or ون with an ending more or less.

    «تلفزيون» is cut as if it were a plural, «تلفزيونات» is not cut so far.
    """
    core = bare(word)
    if _LONG_IN_NUN.fullmatch(core):
        yield light_stem(core + "ات")
    if ended := _ENDED_AFTER_NUN.fullmatch(core):
        yield light_stem(ended["noun"])


def _stems(member: str) -> Iterator[str]:
    stem = light_stem(member)
    yield stem
    yield from _with_article_read_otherwise(member)
    if stem[0] == "ي" and len(stem) >= 4:
        yield from (person + stem[1:] for person in "تن")
        yield from ("س" + person + stem[1:] for person in "يتن")
