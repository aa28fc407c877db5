"""Which words have of their own what else is written onto words: «فكرة» is not «كرة» with «ف».

Without the lexicons nobody can tell: a word they know is taken as it stands, and what is left of it
without its first letters is another word.
"""

from functools import cache, lru_cache

from newsarchive.arabic.fold import fold
from newsarchive.arabic.stem import bare
from resources import lines

_LETTERS = "وفبلك"
_ARTICLE = "ال"
_ON_HAMZA = ("أل", "إل", "آل")
_SHORTEST, _SHORTEST_ENDED = 3, 4
_LIKE_PLURALS = ("ان", "ين", "ون", "ات")
_ENDINGS = ("ه", "ها", "هم", "هما", "نا", "ات", "اته", "اتها", "اتهم", "ان", "ين", "ون")
_OF_FEMININES = ("ته", "تها", "تهم", "تهما", "تنا", "ات", "اته", "اتها", "اتهم", "تين", "تان")
_OFTENER_TWO = frozenset((
    "باسم", "بقول", "بدور", "باني", "كحال", "بحال", "بحسن", "بعلم", "لعلي", "بطول", "واليه",
    "واليها", "واليات", "ووجه", "ووجهت", "بوادي", "لعيد", "لحسن", "لبيد", "لبيت", "بالعين",
    "بدين", "بسنتين", "لبوتين", "بولاه", "بايد", "فانا", "بنيته", "وجيد", "وجيده", "وجبهه",
    "وجبهات", "بابو", "ونيسان", "باركان", "وسيل", "وحل", "لحي", "وكل", "وسن",
))  # fmt: skip
"""Words of the lexicons that in print are more often two: «باسم», «بقول»."""

_SELDOM_NAMES = frozenset(map(fold, (
    "فائز", "قادم", "حاضر", "فاتح", "غالب", "ثائر", "راغب", "ملك", "هجوم", "سلام", "نصر", "فوز",
)))  # fmt: skip


@cache
def _printed() -> frozenset[str]:
    """The nouns and verbs of the lexicons, without article, in their printed letters."""
    found: set[str] = set()
    for line in lines("lexicon", "language", "broken_plurals.txt"):
        found.update(line.replace("|", "\t").split("\t"))
    for line in lines("lexicon", "language", "verbs_nouns.txt"):
        words = line.replace("|", "\t").split("\t")
        found.update((*words, words[0] + "ت"))
    for file in ("ordinary_words.txt", "own_letters.txt"):
        found.update(lines("lexicon", "language", file))
    return frozenset(word for word in found if word and " " not in word)


@cache
def known_words() -> frozenset[str]:
    """Folded nouns, verbs, given names and places of the lexicons."""
    return names_of_persons() | place_names() | {fold(word) for word in _printed()}


@cache
def names_of_persons() -> frozenset[str]:
    """Folded given names of one word, ordinary words among them that are not seldom names."""
    names = (line.split("\t")[0] for line in lines("lexicon", "persons", "given_names.txt"))
    return frozenset(fold(name) for name in names if " " not in name) - _SELDOM_NAMES


@cache
def known_names() -> frozenset[str]:
    """Folded names of persons and places of one word, ordinary words among them, bare."""
    rows = [line.split("\t")[0] for line in lines("lexicon", "persons", "given_names.txt")]
    rows += [line.split("\t")[0] for line in lines("lexicon", "persons", "family_names.txt")]
    rows += [line.split("\t")[0] for line in lines("lexicon", "language", "places.txt")]
    return frozenset(bare(fold(name)) for name in rows if " " not in name)


@lru_cache(maxsize=50_000)
def has_own_letter(word: str) -> bool:
    """Whether the first letter of a folded word belongs to it, though it looks written onto it."""
    if word[:1] not in _LETTERS or len(word) < _SHORTEST or word in _OFTENER_TWO:
        return False
    is_ended = _is_ended(word, _ENDINGS, "") or _is_ended(word, _OF_FEMININES, "ه")
    return word in known_words() or is_ended


def _is_ended(word: str, endings: tuple[str, ...], instead: str) -> bool:
    """Whether a word is a known one with an ending, where it is not two words all the same."""
    known_ones = known_words()
    for ending in endings:
        if word.endswith(ending):
            known = word.removesuffix(ending) + instead
            if len(known) >= _SHORTEST_ENDED and known in known_ones:
                return known[1:] not in known_ones
    return False


@cache
def place_names() -> frozenset[str]:
    """Folded places of one word that are no ordinary words, without the article."""
    rows = (line.split("\t") for line in lines("lexicon", "language", "places.txt"))
    return frozenset(bare(fold(row[0])) for row in rows if row[4] == "n" and " " not in row[0])


@cache
def _with_own_article() -> frozenset[str]:
    places = (line.split("\t")[0] for line in lines("lexicon", "language", "places.txt"))
    printed = {place for place in places if place.startswith(_ON_HAMZA)} | _printed()
    words = {word for word in map(fold, printed) if word.startswith(_ARTICLE)}
    sure = set(map(fold, lines("lexicon", "language", "own_letters.txt")))
    return frozenset(
        word for word in words if word in sure or word.removeprefix(_ARTICLE) not in known_words()
    )


def has_own_article(word: str) -> bool:
    """Whether a folded word begins with ال of its own: «ألعاب», «إلغاء», not what may be both."""
    return word in _with_own_article()


@cache
def _with_own_ending() -> frozenset[str]:
    words: set[str] = set()
    for line in lines("lexicon", "language", "broken_plurals.txt"):
        single, *plurals = line.replace("|", "\t").split("\t")
        words.update((single, *(one for one in plurals if not one.startswith(single[:-1]))))
    for line in lines("lexicon", "language", "verbs_nouns.txt"):
        words.update(line.split("\t")[2].split("|"))
    for line in lines("lexicon", "language", "families.txt"):
        members = fold(line).split("|")
        words.update(one for one in members if not _is_one_with_an_ending(one, members))
    return frozenset(word for word in map(fold, words) if word.endswith(_LIKE_PLURALS))


def _is_one_with_an_ending(word: str, members: list[str]) -> bool:
    others = [one for one in members if one != word]
    return any(word.startswith(one) or word[:-2] == one[:-2] for one in others)


def has_own_ending(word: str) -> bool:
    """Whether a folded word ends as duals and sound plurals do and is none: «إعلان», «أوقات»."""
    return word in _with_own_ending()


@cache
def _in_hamza_on_ya() -> frozenset[str]:
    return frozenset(fold(word) for word in _printed() if word.endswith("ئ"))


@cache
def _in_hamza_on_alef() -> frozenset[str]:
    return frozenset(fold(word) for word in _printed() if word.endswith("أ"))


def ends_in_hamza_on_alef(word: str) -> bool:
    """Whether a folded word is one like «يبدأ», whose alef is no ending."""
    return word in _in_hamza_on_alef()


@cache
def _in_ha() -> frozenset[str]:
    return frozenset(fold(word) for word in _printed() if word.endswith("ه"))


def ends_in_ha(word: str) -> bool:
    """Whether a folded word is one like «توجيه», whose ه is no ending."""
    return word in _in_ha()


@cache
def _nouns_in_alef_maqsura() -> frozenset[str]:
    files = ("broken_plurals.txt", "families.txt")
    every = (
        line.replace("|", "\t") for file in files for line in lines("lexicon", "language", file)
    )
    return frozenset(fold(word) for line in every for word in line.split("\t") if word[-1:] == "ى")


def is_noun_in_alef_maqsura(word: str) -> bool:
    """Whether a folded word is a noun like «مستوى» or «قتلى»."""
    return word in _nouns_in_alef_maqsura()


def ends_in_hamza_on_ya(word: str) -> bool:
    """Whether a folded word is one like «طوارئ», which many write with a hamza beside its ya."""
    return word in _in_hamza_on_ya()
