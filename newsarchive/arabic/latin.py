"""Arabic words typed in Latin letters: transliterated names and the chat alphabet with digits.

    al-Harthi   Muhammad   Riyadh   3abdallah   m7md

One Latin spelling stands for many Arabic ones, so the answer is a pattern over folded words. The
consonants must all be there in their order; short vowels are not written in Arabic and long ones
are, so a Latin vowel may stand for a letter or for none.
"""

import re
from itertools import pairwise

_SOUNDS = {
    "th": "[ثتذ]", "dh": "[ذضظد]", "kh": "خ", "gh": "[غج]", "sh": "ش", "ch": "ت?[شجك]",
    "ph": "ف", "zh": "[جظز]", "ou": "و?", "oo": "و", "ee": "ي", "aa": "[اع]?ا?",
    "ai": "ا?ي?", "ay": "ا?ي", "ei": "ي?", "ey": "ي?", "au": "[اع]?و?", "aw": "ا?و?", "iy": "ي",
    "a": "[اعه]?", "b": "ب", "c": "[كسق]", "d": "[دض]", "e": "[اعي]?", "f": "ف", "g": "[غجكق]",
    "h": "[حه]", "i": "[ايع]?", "j": "ج", "k": "[كقخ]", "l": "ل", "m": "م", "n": "ن", "o": "[وا]?",
    "p": "ب", "q": "[قك]", "r": "ر", "s": "[سصث]", "t": "[تط]", "u": "[اوع]?", "v": "[فب]",
    "w": "و", "x": "كس", "y": "ي", "z": "[زظذ]", "ء": "[ءايو]?",
}  # fmt: skip
_FIRST = {"a": "[اع]", "e": "[اعي]ي?", "i": "[اعي]ي?", "o": "[اعو]و?", "u": "[اعو]و?"}
_LAST = {
    "a": "[اهي]ء?", "e": "[هيا]", "i": "ي", "y": "ي", "o": "و", "u": "و", "ai": "ا?ي", "ay": "ا?ي",
    "ei": "ي", "ey": "ي", "aa": "اء?", "ah": "[اهيح]",
}  # fmt: skip
_DIGITS = {"2": "ء", "3": "ع", "5": "خ", "6": "ط", "7": "ح", "8": "ق", "9": "ص"}
_CHAT_WORD = re.compile(
    r"(?<![\w.])(?=\w*[a-z]\w*[a-z])(?=\w*\d)[a-z2356789]{3,}(?![\w.])", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?<!\w)(?:[ae]l|a[rnstdz]|ash)-(?=[a-z])", re.IGNORECASE)
_SOUND = re.compile(rf"ah$|{'|'.join(sorted(_SOUNDS, key=len, reverse=True))}|.")
_SHORTEST = 3


def with_letters(line: str) -> str:
    """The line with the digits of chat words as the letters they stand for: «m7md» → «mحmd».

    An article before a hyphen is left out, for it is sought or not in any case: «al-Harthi».
    """

    def lettered(match: re.Match[str]) -> str:
        return "".join(_DIGITS.get(c, c) for c in match.group())

    return _CHAT_WORD.sub(lettered, _ARTICLE.sub("", line))


def is_latin(word: str) -> bool:
    """Whether a folded word has Latin letters."""
    return any("a" <= letter <= "z" for letter in word)


def latin_pattern(word: str) -> str | None:
    """A regular expression for the Arabic spellings of a folded Latin word, or None.

    A doubled consonant is one letter or two: shadda is not written, but الله has both. None where
    fewer than three letters must be there: too much would match.
    """
    sounds = _SOUND.findall(word)
    parts = [_SOUNDS.get(sound, sound) for sound in sounds]
    parts[0] = _FIRST.get(sounds[0], parts[0])
    parts[-1] = _LAST.get(sounds[-1], parts[-1])
    for n, (one, other) in enumerate(pairwise(sounds), 1):
        if one == other and not parts[n].endswith("?"):
            parts[n] += "?"
    needed = sum(not re.fullmatch(part, "") for part in parts)
    return "".join(parts) if needed >= _SHORTEST else None
