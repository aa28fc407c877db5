"""Which terms are frequent, and keeping their bitmaps up to what the text index holds."""

from typing import TYPE_CHECKING

from newsarchive.index.facet_index import FOLDED, FacetIndex
from newsarchive.index.postings import LEAST, PREFIX, SHARE, STEM, WORD
from newsarchive.index.text_index import TextIndex

if TYPE_CHECKING:
    from pyroaring import BitMap

_MOST_TERMS = 20_000
_FIELDS = {WORD: ("body", "title"), STEM: ("stem",), PREFIX: ("prefix",)}


def is_due(facets: FacetIndex) -> bool:
    """Whether the tail has grown so far, or there are no bitmaps yet where there should be."""
    return facets.postings.needs_folding(len(facets.live), int(facets.state(FOLDED) or 0))


def fold_when_due(text: TextIndex, facets: FacetIndex) -> None:
    """Fold the tail in once it has grown; what has become frequent gets a bitmap of its own."""
    if not is_due(facets):
        return
    text.reload()
    least = max(LEAST, len(facets.live) // SHARE)
    wanted = {
        kind + term
        for kind, fields in _FIELDS.items()
        for name in fields
        for term in text.frequent(name, least, _MOST_TERMS)
    }
    facets.fold_postings(wanted, lambda term: built(text, term))


def built(text: TextIndex, term: str) -> "BitMap":
    """The articles that hold a term, asked of the text index."""
    kind, word = term[0], term[1:]
    first, *others = (text.ids(text.term(name, word)) for name in _FIELDS[kind])
    return first.union(*others)
