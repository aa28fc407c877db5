"""What is said in place of a word: «بنجر» for «شمندر», «تأشيرة» for «فيزا».

Near enough to be looked for where no article has the word itself, not to be taken for one another.
"""

from functools import cache

from newsarchive.arabic.stem import light_stem
from newsarchive.arabic.terms import folded_words
from resources import lines


@cache
def _said_instead() -> dict[str, tuple[str, ...]]:
    """From the light stem of each word of the lexicon to the others of its groups."""
    groups: dict[str, dict[str, None]] = {}
    for line in lines("lexicon", "language", "synonyms.txt"):
        members = line.split("|")
        for one in members:
            words = folded_words(one)
            if len(words) == 1:
                others = (other for other in members if other != one)
                groups.setdefault(light_stem(words[0]), {}).update(dict.fromkeys(others))
    return {stem: tuple(others) for stem, others in groups.items()}


def synonyms(word: str) -> tuple[str, ...]:
    """What is said in place of a folded word, in whatever form it stands; mostly nothing."""
    return _said_instead().get(light_stem(word), ())
