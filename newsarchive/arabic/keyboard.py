"""What was meant when the keyboard was set to the other language.

The table is the Arabic (101) layout that Windows, macOS «Arabic - PC» and X11 «ara» share.
"""

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvnm,./"
_ARABIC = "ذضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ"
KEY_ROWS = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ", "qwertyuiop", "asdfghjkl", "zxcvbnm")
"""The letters of each row of keys, of the Arabic and the Latin layout."""
_SHIFTED = {"H": "أ", "Y": "إ", "N": "آ", "J": "ـ", "G": "لأ", "T": "لإ", "B": "لآ", "Z": "~"}
_SHIFTED |= {"Q": "َ", "W": "ً", "E": "ُ", "R": "ٌ", "A": "ِ", "S": "ٍ", "X": "ْ", "~": "ّ"}
_SHIFTED |= {"K": "،", "P": "؛", "U": "‘", "M": "’", "?": "؟", "I": "÷", "O": "×"}

_TO_ARABIC = dict(zip(_LATIN, _ARABIC, strict=True)) | {"b": "لا"}
_TO_ARABIC |= {latin.upper(): arabic for latin, arabic in _TO_ARABIC.items() if latin.isalpha()}
_TO_ARABIC |= _SHIFTED
_TO_LATIN = dict(zip(_ARABIC, _LATIN, strict=True)) | {"أ": "H", "إ": "Y", "آ": "N"}


def as_arabic(typed: str) -> str:
    """Latin keys as the Arabic layout would have written them: ``hgsu,]dm`` → «السعودية»."""
    return "".join(_TO_ARABIC.get(key, key) for key in typed)


def as_latin(typed: str) -> str:
    """Arabic keys as the Latin layout would have written them: «ىشفخ» → ``nato``."""
    return "".join(_TO_LATIN.get(key, key) for key in typed.replace("لا", "b"))
