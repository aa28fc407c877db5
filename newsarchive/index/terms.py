"""What stands for an article in the index: its folded words, their stems, their first letters.

Words come back again and again, so everything that is known of a spelling is worked out once.
"""

from dataclasses import dataclass
from sys import intern

from newsarchive.arabic.stem import bare, light_stem
from newsarchive.arabic.terms import term
from newsarchive.arabic.words import WORD
from newsarchive.index.postings import PREFIX, STEM
from newsarchive.index.postings import WORD as WHOLE

PREFIX_LETTERS = 3
_REMEMBERED = 200_000


class _Spelling:
    """One spelling: hashed by identity, so that a set of them costs nothing."""

    __slots__ = ("starts", "stem", "word")

    def __init__(self, text: str) -> None:
        self.word = term(text)
        self.stem = light_stem(self.word)
        forms = (self.word, bare(self.word))
        starts = {form[:n] for form in forms for n in range(1, PREFIX_LETTERS + 1)}
        self.starts = tuple(map(intern, starts))


class _Spellings(dict[str, _Spelling]):
    def __missing__(self, text: str) -> _Spelling:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = _Spelling(text)
        return found


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one article, in order where order counts.

    Attributes:
        stems: light stems of the words of title and body.
        starts: the first letters of its words, each once.
        postings: every term by its name among the postings, each once.
    """

    title: str
    body: str
    stems: str
    starts: str
    postings: set[str]


class TermTable:
    """Makes the terms of articles; one for a run of many."""

    def __init__(self) -> None:
        self._known = _Spellings()

    def of(self, title: str, body: str) -> Terms:
        """The terms that stand for an article in the index."""
        spelling = self._known.__getitem__
        first = [one for one in map(spelling, WORD.findall(title)) if one.word]
        rest = [one for one in map(spelling, WORD.findall(body)) if one.word]
        distinct = {*first, *rest}
        starts: set[str] = set().union(*[one.starts for one in distinct])
        postings = {PREFIX + start for start in starts}
        postings.update([WHOLE + one.word for one in distinct])
        postings.update([STEM + one.stem for one in distinct])
        return Terms(
            " ".join([one.word for one in first]),
            " ".join([one.word for one in rest]),
            " ".join([one.stem for one in (*first, *rest)]),
            " ".join(starts),
            postings,
        )
