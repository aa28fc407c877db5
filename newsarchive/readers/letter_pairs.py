"""How usual one Arabic letter is after another: tells text from the wrong reading of its bytes.

The counts come from ``resources/models/arabic_letter_pairs.txt``, made by :func:`derive` from the
project's own annotated news (904 articles, marks removed).
"""

import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from resources import lines

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
EDGE = " "
_SYMBOLS = EDGE + LETTERS
_FINEST = 0.5
_MOST = 35
_SKIPPED = dict.fromkeys([0x0640, *range(0x064B, 0x0653)])


def derive(texts: Iterable[str]) -> list[str]:
    """The table's rows: one for each symbol before, a base-36 digit for each symbol after.

    A digit is -log2 of the probability in steps of half a bit, with add-one smoothing.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        plain = (EDGE + text + EDGE).translate(_SKIPPED)
        counts.update(pairwise(c if c in LETTERS else EDGE for c in plain))
    counts[EDGE, EDGE] = 0
    return ["".join(_row(counts, before)) for before in _SYMBOLS]


def _row(counts: Counter[tuple[str, str]], before: str) -> Iterable[str]:
    whole = sum(counts[before, after] + 1 for after in _SYMBOLS)
    for after in _SYMBOLS:
        bits = -math.log2((counts[before, after] + 1) / whole)
        yield "0123456789abcdefghijklmnopqrstuvwxyz"[min(round(bits / _FINEST), _MOST)]


@cache
def costs() -> dict[tuple[str, str], float]:
    """Bits for each pair (before, after) of Arabic letters, where :data:`EDGE` is a word's edge."""
    rows = lines("models", "arabic_letter_pairs.txt")
    return {
        (before, after): int(digit, 36) * _FINEST
        for before, row in zip(_SYMBOLS, rows, strict=True)
        for after, digit in zip(_SYMBOLS, row, strict=True)
    }
