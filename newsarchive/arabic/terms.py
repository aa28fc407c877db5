"""The form in which a word stands in the index: folded, but for what folding would confuse.

The preposition على and the name علي are one word when folded; here the preposition keeps its
alef maqsura. A number is the same with and without separators of its thousands: 4,326 and ٤٬٣٢٦
are 4326, while ٣٫٥ and 3.5 stay apart from 35.
"""

import re
from functools import lru_cache

from newsarchive.arabic.cutting import cutter
from newsarchive.arabic.fold import fold_word, without_marks

UPON, ALI = "على", "علي"
_UPON = {f"{and_}{UPON}" for and_ in ("", "و", "ف")}
_THOUSANDS = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?")


@lru_cache(maxsize=400_000)
def term(word: str) -> str:
    """The word as indexed; "" for what consists of marks alone."""
    if word[-1:] == "ى" and (bare := without_marks(word)) in _UPON:
        return bare
    folded = fold_word(word)
    if folded[:1].isdigit() and not folded.isdigit():
        if _THOUSANDS.fullmatch(folded):
            folded = folded.replace(",", "").replace("٬", "")
        return folded.replace("٫", ".")
    return folded


_cut = cutter(term, left="ى")


def folded_words(text: str) -> list[str]:
    """The folded words of ``text`` in order, as they are indexed."""
    return _cut(text)
