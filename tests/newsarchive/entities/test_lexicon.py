"""The lexicon of bodies says of each once what it is."""

from collections import defaultdict

from newsarchive.entities.lexicon import keys_of
from resources import lines

_ANYWHERE = "XX"


def test_no_body_stands_in_the_lexicon_twice():
    """Two rows that share a name, a kind and a country make it ambiguous which is meant."""
    rows = defaultdict(list)
    for line in lines("lexicon", "organizations", "organizations.txt"):
        name, aliases, acronyms, kind, country, *_ = line.split("\t")
        spellings = (name, *aliases.split("|"), *acronyms.split("|"))
        for keys in {keys_of(spelling) for spelling in spellings} - {()}:
            rows[keys, kind].append((country, name))
    twice = {
        (one[1], other[1])
        for some in rows.values()
        for one in some
        for other in some
        if one is not other and (one[0] == other[0] or _ANYWHERE in (one[0], other[0]))
    }
    assert twice == set()
