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
from newsarchive.arabic.terms import ALI, UPON

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
SINGLE_FORMS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")

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
_PERSONS = "يتنا"
_HAMZA_BEFORE_WAW = re.compile("[يء]و")
_OF_CASE = re.compile("^(.+ا)[ءيو](ه|ها|هم|هما|هن|نا)$")
"""A hamza whose seat follows the case: «أبناؤه», «أبنائه», «أبناءه»."""
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
_PROTECTED = {"الله", "لله", "والله", "بالله", "اله", "علي", "الي", "حتي", "متي", "موسي", "عيسي"}
_PROTECTED |= {"يحيي", "مصطفي", "مرتضي", "هاني", "سامي", "رامي", "فادي", "شادي", "مهدي", "هادي"}
_PROTECTED |= {"الوطن", "انا", "طالبان"}
_PROTECTED |= {"سلطان", "سليمان", "عثمان", "رمضان", "شعبان", "مروان", "عدنان", "حسين", "ياسين"}


@lru_cache(maxsize=200_000)
def bare(word: str) -> str:
    """The folded word without the article and what is written onto it: «وبالمدرسه» → «مدرسه».

    A single و ف ب ك ل is left on, for without a dictionary it may be the word's own letter.
    """
    if word in _PROTECTED:
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
    if word in _PROTECTED:
        return bare(word)
    stem = bare(word)
    if stem == word and len(word) >= 5 and word[0] == "و" and not _is_own_letter(word):
        stem = word[1:]
    if stem in _PROTECTED or stem in given_names() or stem in places_like_plurals():
        return stem
    return _seated(_without_ending(stem))


def _without_ending(word: str) -> str:
    if word[-1] in _ENDS:
        for letters in range(min(_LONGEST_ENDING, len(word) - 3), 0, -1):
            if word[-letters:] in _ENDINGS:
                return word[:-letters]
    elif word.endswith("و") and len(word) > 4:
        return word[:-1]  # the plural before what it belongs to: «معلمو المدرسه»
    return word


def _seated(stem: str) -> str:
    """The stem with one seat for a hamza before و: «مسئول» and «رءوس» as «مسؤول» and «رؤوس»."""
    if "يو" in stem or "ءو" in stem:
        return stem[0] + _HAMZA_BEFORE_WAW.sub("وو", stem[1:])
    return stem


def _is_own_letter(word: str) -> bool:
    """Whether the first و belongs to the word."""
    return word in _words_in_waw() or _without_ending(word) in _words_in_waw()


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
                    known |= {core, _without_ending(core)}
    return frozenset(known)


def spellings(word: str) -> tuple[str, ...]:
    """The folded word with each clitic put on and taken off, itself first.

    A word typed with a leading single letter is also tried without it when four letters stay. A
    verb takes the س of the future; a hamza before و or a pronoun has its other seats.
    """
    forms = [word]
    for core in _cores(word):
        forms += [core, *(form + core for form in (*ARTICLE_FORMS, *SINGLE_FORMS))]
        if core.startswith("ل"):
            forms.append("ل" + core)
        if core[0] in _PERSONS and len(core) >= 4:
            forms += ["س" + core, "وس" + core, "فس" + core]
    return tuple(dict.fromkeys(forms))


def _cores(word: str) -> list[str]:
    """What a folded word may be without all that is written onto it, and in its other spellings."""
    if word in (ALI, UPON):
        return [word] if word == ALI else [UPON, ALI]
    core = bare(word)
    cores = [core]
    if core != word:
        cores.append(word)  # what looks written onto it may be its own: «ألعاب», «باليستي»
    if core == word and len(word) >= 5 and word not in _PROTECTED:
        is_verb_to_come = word[0] == "س" and word[1] in _PERSONS
        if word[0] in "وفبلك" or is_verb_to_come:
            cores.append(word[1:])
    if len(core) >= 4 and "و" in core[2:]:
        cores += [core[0] + core[1:].replace("وو", seat + "و") for seat in "يء"]
        cores.append(_seated(core))
    for one in tuple(cores):
        cores += [start + seat + end for start, end in _OF_CASE.findall(one) for seat in "ءيو"]
    return list(dict.fromkeys(cores))
