"""What filters on fields and notes let through, by the words of values and notes."""

from itertools import islice

from pyroaring import BitMap

from newsarchive.arabic.stem import bare
from newsarchive.arabic.terms import folded_words
from newsarchive.index.facet_index import FacetIndex
from newsarchive.search.parse import Field, Noted

LONGEST_VALUE_LIST = 2_000


def noted(facets: FacetIndex, node: Noted) -> BitMap:
    """The articles whose note holds every word, in any order, clitics aside."""
    return facets.kept.noted({bare(word) for word in folded_words(node.text)})


def matching_values(facets: FacetIndex, field: Field) -> list[str]:
    """The facet's values that hold every word of the filter, in any order, clitics aside.

    Where there is none, those that a name with these words counts as. A filter without any word,
    such as the star, means the value of that very name.
    """
    wanted = {bare(word) for word in folded_words(field.text)}
    if not wanted:
        return [name for name in facets.names(field.facet) if name == field.text.strip()]

    def holds(name: str) -> bool:
        return wanted <= {bare(word) for word in folded_words(name)}

    held = list(islice(filter(holds, facets.names(field.facet)), LONGEST_VALUE_LIST))
    if held:
        return held
    joined = (value for name, value in facets.short_names.joined(field.facet) if holds(name))
    return list(islice(dict.fromkeys(joined), LONGEST_VALUE_LIST))
