"""What is written onto a word: conjunctions, prepositions, the article, the future's س.

A folded word is looked for with each of them put on and taken off, and with the other seats of its
hamza. What looks written onto a word may be its own, see ``own_letters``.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsarchive.arabic.own_letters import (
    ends_in_hamza_on_ya,
    has_own_article,
    has_own_letter,
)
from newsarchive.arabic.stem import ARTICLE_FORMS, PROTECTED, bare, seated
from newsarchive.arabic.terms import ALI, UPON

SINGLE_FORMS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
PERSONS = "يتنا"
_LETTERS = "وفبلك"
_ALLAH = "الله"
_TO_ALLAH = ("لله", "ولله", "فلله", "تالله")
_OF_CASE = re.compile("^(.+ا)[ءيو](ه|ها|هم|هما|هن|نا)$")
"""A hamza whose seat follows the case: «أبناؤه», «أبنائه», «أبناءه»."""


@lru_cache(maxsize=20_000)
def spellings(word: str) -> tuple[str, ...]:
    """The folded word with each clitic put on and taken off, itself first.

    A word typed with a leading single letter is also tried without it when four letters stay. A
    verb takes the س of the future; a hamza has its other seats. What a clitic would make another
    word is left out: «كرة» is not sought as «فكرة».
    """
    forms = [word]
    for core in _cores(word):
        forms += [core, *(form + core for form in ARTICLE_FORMS)]
        forms += [form + core for form in SINGLE_FORMS if not _is_own(form, core)]
        if core.startswith("ل"):
            forms.append("ل" + core)
        if core[0] in PERSONS and len(core) >= 4:
            forms += ["س" + core, "وس" + core, "فس" + core]
    return tuple(dict.fromkeys((*forms, *(_TO_ALLAH if _ALLAH in forms else ()))))


def _is_own(form: str, core: str) -> bool:
    return has_own_letter(form + core) or has_own_letter(form[-1] + core)


def _cores(word: str) -> list[str]:
    """What a folded word may be without all that is written onto it, and in its other spellings."""
    if word in (ALI, UPON):
        return [word] if word == ALI else [UPON, ALI]
    core = bare(word)
    cores = [core]
    if has_own_article(word):
        cores = [word]
    elif core != word:
        cores.append(word)  # what looks written onto it may be its own: «باليستي»
        if word[0] in _LETTERS and has_own_article(word[1:]):
            cores.append(word[1:])
    elif _may_lose_a_letter(word):
        cores.append(word[1:])
    if len(core) >= 4 and "و" in core[2:]:
        cores += [core[0] + core[1:].replace("وو", seat + "و") for seat in "يء"]
        cores.append(seated(core))
    for one in tuple(cores):
        cores += [start + seat + end for start, end in _OF_CASE.findall(one) for seat in "ءيو"]
    return list(dict.fromkeys([*cores, *_with_hamza_otherwise(core)]))


def _may_lose_a_letter(word: str) -> bool:
    """Whether the first letter of a word without article may be written onto it."""
    if len(word) < 5 or word in PROTECTED:
        return False
    is_verb_to_come = word[0] == "س" and word[1] in PERSONS
    return is_verb_to_come or (word[0] in _LETTERS and not has_own_letter(word))


def _with_hamza_otherwise(core: str) -> Iterator[str]:
    """The word as many write its hamza: «شئ», «دفئ», «رءيس», «طواريء»; «وزرا» for «وزراء»."""
    if "يي" in core[1:]:
        yield core[0] + core[1:].replace("يي", "ءي")
        yield core[0] + core[1:].replace("يي", "يء")
    if core.endswith("ء") and len(core) > 2:
        yield core[:-1] if core[-2] in "اوي" else core[:-1] + "ي"
    elif len(core) > 3 and (core.endswith("ا") or ends_in_hamza_on_ya(core)):
        yield core + "ء"
