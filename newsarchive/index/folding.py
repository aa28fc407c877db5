"""Which terms are frequent, and keeping their bitmaps up to what the text index holds."""

from collections import Counter
from collections.abc import Sequence

from pyroaring import BitMap

from newsarchive.arabic.stem import light_stem
from newsarchive.index.facet_index import FacetIndex
from newsarchive.index.postings import (
    LEAST,
    MOST_RARE,
    PREFIX,
    PREFIX_SHARE,
    SHARE,
    STEM,
    STEM_SHARE,
    WORD,
)
from newsarchive.index.terms import Inverted, Numbers, head, starts
from newsarchive.index.text_index import TEXT_FIELDS, TextIndex

Taken = Sequence[tuple[int, str]]
_MOST_WORDS = 60_000
_FEWEST = 2


def is_due(facets: FacetIndex, expected: int = 0) -> bool:
    """Whether the tail has grown so far, or there are no bitmaps yet where there should be."""
    return facets.postings.needs_folding(len(facets.live), expected)


def fold_when_due(
    text: TextIndex, facets: FacetIndex, expected: int = 0, taken: Taken = ()
) -> None:
    """Fold the tail in once it has grown, see ``fold``."""
    if is_due(facets, expected):
        fold(text, facets, expected, taken)


def fold(text: TextIndex, facets: FacetIndex, expected: int = 0, taken: Taken = ()) -> None:
    """Fold the tail in; what has become frequent gets a bitmap of its own.

    When there will soon be as many articles as ``expected``, what is as frequent as will then be
    needed has its bitmap from now on. The first bitmaps are quickly made of the articles that were
    ``taken`` in, numbers with folded words, when those are all there are.
    """
    text.reload()
    words = _commonest(text)
    wanted = _frequent(words, facets, expected)
    if taken and not facets.postings.numbers:
        numbers = {term: number for number, term in enumerate(wanted)}
        inverted = Inverted(Numbers(numbers))
        for article, text_words in taken:
            inverted.put(article, set(text_words.split()))
        entries = inverted.entries()
        facets.fold_postings(wanted, lambda term: entries.get(numbers[term], BitMap()))
        return
    facets.fold_postings(wanted, lambda term: built(text, facets, term))
    facets.ready_words.keep(words)


def _commonest(text: TextIndex) -> "Counter[str]":
    words: Counter[str] = Counter()
    for field in TEXT_FIELDS:
        words.update(dict(text.commonest(field, _MOST_WORDS)))
    return words


def _frequent(words: "Counter[str]", facets: FacetIndex, expected: int) -> set[str]:
    """The terms that about one article in 100 holds, or so many that to list them takes long.

    Of a stem one in 400 is enough, for it is as long to list many rare words; but a frequent word
    that has hardly another beside it stands for its stem. How many articles hold a stem or first
    letters is reckoned from their words, which counts an article with two of them twice: so some
    bitmaps are had that need not be.
    """
    have = max(1, len(facets.live))
    whole = max(have, expected)
    least, alike, begun = (
        max(_FEWEST, min(MOST_RARE * SHARE // share, max(LEAST, whole // share)) * have // whole)
        for share in (SHARE, STEM_SHARE, PREFIX_SHARE)
    )
    stems: Counter[str] = Counter()
    commonest: dict[str, int] = {}
    heads: Counter[str] = Counter()
    for word, count in words.items():
        stem = light_stem(word)
        stems[stem] += count
        commonest[stem] = max(count, commonest.get(stem, 0))
        heads[head(word)] += count
    first: Counter[str] = Counter()
    for some, count in heads.items():
        for start in starts(some):
            first[start] += count
    return {
        *(WORD + word for word, count in words.items() if count >= least),
        *(
            STEM + stem
            for stem, count in stems.items()
            if count >= alike and (commonest[stem] < least or count - commonest[stem] >= alike)
        ),
        *(PREFIX + start for start, count in first.items() if count >= begun),
    }


def built(text: TextIndex, facets: FacetIndex, term: str) -> BitMap:
    """The articles that hold a term, asked of the text index where no bitmap tells them."""
    kind, rest = term[0], term[1:]
    if kind == WORD:
        return text.holding([rest])
    found = BitMap()
    rare: list[str] = []
    for word in facets.vocabulary.of(rest) if kind == STEM else text.begun(rest):
        ready = facets.postings.articles(WORD + word)
        if ready is None:
            rare.append(word)
        else:
            found |= ready
    return found | text.holding(rare)
