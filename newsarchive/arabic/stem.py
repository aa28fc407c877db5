"""Light stemming of folded words: clitics off, then endings off. No dictionary, no roots.

The clitics are the closed set of written Arabic: the conjunctions و ف, the prepositions ب ك ل, the
article ال and its contraction لل. The endings are those of number, gender, nisba and the attached
pronouns. What is taken off always leaves a word of at least three letters, two after the article;
after more than the article two only of a noun that is known to be so short: «للحج».
Given names that are no ordinary words keep their endings, «فتحي» is not «فتح», and so do places
that look like duals and plurals: «البحرين», «عمان».
"""

import re
from functools import cache, lru_cache

from newsarchive.arabic.known_names import given_names, places_like_plurals

ARTICLE_FORMS = (
    "ال",
    "وال",
    "فال",
    "بال",
    "كال",
    "لل",
    "وبال",
    "فبال",
    "وكال",
    "فكال",
    "ولل",
    "فلل",
)

_ARTICLES = tuple(
    (length, frozenset(form for form in ARTICLE_FORMS if len(form) == length))
    for length in sorted({*map(len, ARTICLE_FORMS)}, reverse=True)
)
_ENDINGS = frozenset((
    "اتهما", "اتهم", "اتها", "اتنا", "ياته", "تهما", "يهما", "هما", "تهم", "تها", "تنا", "تين",
    "تان", "يين", "يون", "يات", "وها", "وهم", "يهم", "يها", "ات", "ون", "ين", "ان", "وا", "هم",
    "ها", "هن", "نا", "كم", "يه", "ته", "يا", "ه", "ي", "ا",
))  # fmt: skip
_LONGEST_ARTICLE, _LONGEST_ENDING = 4, 5
_ENDS = frozenset(ending[-1] for ending in _ENDINGS)
_HAMZA_BEFORE_WAW = re.compile("[يء]و")
_LEXICONS = (
    ("language", "broken_plurals.txt"),
    ("language", "verbs_nouns.txt"),
    ("language", "places.txt"),
    ("persons", "given_names.txt"),
    ("persons", "family_names.txt"),
)
_OF_TWO_LETTERS = frozenset((
    "اب", "اخ", "ام", "بر", "بن", "جد", "جن", "جو", "حج", "حد", "حر", "حق", "حل", "حي", "خط",
    "دم", "رب", "رد", "رز", "ري", "سد", "سر", "سم", "سن", "شك", "صف", "ضد", "طب", "طن", "ظل",
    "عم", "غد", "غش", "فخ", "فم", "فن", "قط", "لب", "لص", "مخ", "نص", "ود", "يد",
))  # fmt: skip
PROTECTED = {"الله", "لله", "والله", "بالله", "اله", "علي", "الي", "حتي", "متي", "موسي", "عيسي"}
PROTECTED |= {"يحيي", "مصطفي", "مرتضي", "هاني", "سامي", "رامي", "فادي", "شادي", "مهدي", "هادي"}
PROTECTED |= {"الوطن", "انا", "طالبان"}
PROTECTED |= {"سلطان", "سليمان", "عثمان", "رمضان", "شعبان", "مروان", "عدنان", "حسين", "ياسين"}


@lru_cache(maxsize=200_000)
def bare(word: str) -> str:
    """The folded word without the article and what is written onto it: «وبالمدرسه» → «مدرسه».

    A single و ف ب ك ل is left on, for without a dictionary it may be the word's own letter.
    """
    if word in PROTECTED:
        return "الله" if word in {"لله", "والله", "بالله"} else word
    if "ال" in word[:4] or "لل" in word[:3]:
        for length, forms in _ARTICLES:
            if word[:length] in forms and (
                len(word) - length >= 3 or word[length:] in _OF_TWO_LETTERS
            ):
                return word[length:]
    if word.startswith("ال") and len(word) == 4:
        return word[2:]
    return word


@lru_cache(maxsize=200_000)
def light_stem(word: str) -> str:
    """The folded word without clitics and endings: «والمدرسات» → «مدرس».

    A leading و of a longer word is «and», unless a lexicon knows the word with it: «وزراء».
    """
    if word in PROTECTED:
        return bare(word)
    stem = bare(word)
    if stem == word and len(word) >= 5 and word[0] == "و" and not _is_own_letter(word):
        stem = word[1:]
    if stem in PROTECTED or stem in given_names() or stem in places_like_plurals():
        return stem
    return seated(without_ending(stem))


def without_ending(word: str) -> str:
    """The folded word without the longest of its endings that leaves three letters."""
    if word[-1] in _ENDS:
        for letters in range(min(_LONGEST_ENDING, len(word) - 3), 0, -1):
            if word[-letters:] in _ENDINGS:
                return word[:-letters]
    elif word.endswith("و") and len(word) > 4:
        return word[:-1]  # the plural before what it belongs to: «معلمو المدرسه»
    return word


def seated(stem: str) -> str:
    """The stem with one seat for a hamza before و: «مسئول» and «رءوس» as «مسؤول» and «رؤوس»."""
    if "يو" in stem or "ءو" in stem:
        return stem[0] + _HAMZA_BEFORE_WAW.sub("وو", stem[1:])
    return stem


def _is_own_letter(word: str) -> bool:
    """Whether the first و belongs to the word."""
    return word in _words_in_waw() or without_ending(word) in _words_in_waw()


@cache
def _words_in_waw() -> frozenset[str]:
    """Folded words of the lexicons that begin with و of their own, with and without endings."""
    from newsarchive.arabic.fold import fold
    from resources import lines

    known: set[str] = set()
    for path in _LEXICONS:
        for word in fold("\t".join(lines("lexicon", *path)).replace("|", "\t")).split("\t"):
            if "و" in word[: _LONGEST_ARTICLE + 1]:
                core = bare(word)
                if core.startswith("و") and " " not in core:
                    known |= {core, without_ending(core)}
    return frozenset(known)
