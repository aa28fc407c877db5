"""Foreign names: the many ways to write one sound in Arabic letters.

Papers differ in the letter for g (غ ج ك ق), t (ت ط), s (س ص ث), d, z, v, p, and in which short
vowels become letters: دوستويفسكي، دستوفسكي; ميشيغان، ميتشجان. A pattern stands for all of them.
"""

import re
from functools import lru_cache

from newsarchive.arabic.latin import is_latin, latin_pattern

SAME_SOUND = ("غجكق", "تط", "سصث", "دض", "زذظ", "فب", "حهخ")
"""Letters that papers write for one sound of a foreign name."""
_CLASS = {letter: f"[{group}]" for group in SAME_SOUND for letter in group}
_FIRST = {letter: group[0] for group in SAME_SOUND for letter in group}
_VOWELS = "اوي"
_LEFT_OUT = [*dict.fromkeys(_VOWELS, "").items(), *((c, f) for c, f in _FIRST.items() if c != f)]
_BETWEEN = "[اوي]?[اوي]?"
_SHORTEST = 3


def sound_pattern(word: str) -> str | None:
    """A regular expression for a folded word's other transliterations, or None.

    A word in Latin letters gives one for its Arabic spellings.

    None for words of fewer than three consonants: too much would match. A vowel at the end stays
    one, for without it «جاليليو» would be «قليل». The expression has no anchors and uses only
    character classes, ``?`` and alternation.
    """
    if is_latin(word):
        return latin_pattern(word)
    consonants = [c for c in re.sub("تش", "ش", word) if c not in _VOWELS]
    if len(consonants) < _SHORTEST or not word.isalpha():
        return None
    sounds = ["ت?ش" if c == "ش" else _CLASS.get(c, c) for c in consonants]
    first = "[اوي][اوي]?" if word[0] in _VOWELS else ""
    last = {"ا": "[اه]", "و": "[اوي]?و", "ي": "ي"}.get(word[-1], "")
    return first + _BETWEEN.join(sounds) + last


def sound_skeleton(words: str) -> str:
    """Folded words without what the transliterations of one foreign word differ by."""
    skeleton = words
    for letter, instead in _LEFT_OUT:  # of many words a tenth of what a table of them takes
        skeleton = skeleton.replace(letter, instead)
    while "تش" in skeleton:
        skeleton = skeleton.replace("تش", "ش")
    return skeleton


def sound_endings(word: str) -> tuple[str, ...]:
    """What the ``sound_skeleton`` of any word ends in whose end the ``sound_pattern`` matches."""
    skeleton = sound_skeleton(word)
    return (skeleton, skeleton + _FIRST["ه"]) if word[-1:] == "ا" else (skeleton,)


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """What the transliterations of one foreign word have in common; the folded word is given.

    Its consonants, one letter for all that stand for the same sound, without doublings; the word
    itself where fewer than three consonants are left, for then too much would be alike.
    """
    consonants = [_FIRST.get(c, c) for c in re.sub("تش", "ش", word) if c not in _VOWELS]
    kept = [c for n, c in enumerate(consonants) if n == 0 or c != consonants[n - 1]]
    return "".join(kept) if len(kept) >= _SHORTEST else word
