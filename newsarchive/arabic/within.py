"""Where some words stand in a text in any spelling: for looking within one article."""

import re
from functools import lru_cache

from newsarchive.arabic.fold import fold, fold_with_offsets, original_span

Spans = tuple[tuple[int, int], ...]
_KEPT = 512


def occurrences(text: str, wanted: str) -> Spans:
    """The [start, end) characters of ``text`` that read as ``wanted``, letters folded.

    It may begin and end within words; blanks between words are any blanks.
    """
    words = fold(wanted).split()
    if not words:
        return ()
    folded, offsets = _folded(text)
    pattern = r"\s+".join(map(re.escape, words))
    found = (match.span() for match in re.finditer(pattern, folded))
    return tuple(original_span(text, offsets, start, end) for start, end in found)


_folded = lru_cache(maxsize=_KEPT)(fold_with_offsets)
"""While letters are typed the same paragraphs are asked again and again."""
