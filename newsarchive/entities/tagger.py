"""What every tagger of names does, whether it follows rules or a trained model."""

from collections.abc import Sequence
from typing import ClassVar, Final, NamedTuple, Protocol

from newsarchive.entities.tokens import Form, Sentence


class Label(str):
    """What a span is: one of five, which are compared by ``is``.

    No Enum: rules read these some 800 times an article, and a member of an Enum takes several times
    as long to read as any other attribute.
    """

    __slots__ = ()
    PERSON: ClassVar["Label"]
    ORGANISATION: ClassVar["Label"]
    PLACE: ClassVar["Label"]
    TITLE: ClassVar["Label"]
    ROLE: ClassVar["Label"]


Label.PERSON = Label("PER")
Label.ORGANISATION = Label("ORG")
Label.PLACE = Label("LOC")
Label.TITLE = Label("TITLE")
Label.ROLE = Label("ROLE")
LABELS: Final = {
    str(label): label
    for label in (Label.PERSON, Label.ORGANISATION, Label.PLACE, Label.TITLE, Label.ROLE)
}
"""The labels by the names that a model gives them."""


class Span(NamedTuple):
    """Tokens [first, end) of a sentence that name something.

    Attributes:
        form: how the first token is read when clitics stand before the name; None: as it is.
        plain: the name where it is not what is printed («التعليم» of «وزارتي الصحة والتعليم»
            names «وزارة التعليم»), else "".
        sure: the words themselves prove it; False: it needs support elsewhere in the article.
    """

    label: Label
    first: int
    end: int
    form: Form | None = None
    plain: str = ""
    sure: bool = True


class Tagger(Protocol):
    """Finds the names of persons, organisations and places, and titles before names.

    The sentences are those of one article, title first, so that a tagger may let one decide
    another. Spans of one sentence come in order and do not overlap, but for a ROLE, which may
    hold others.
    """

    def tag(self, sentences: Sequence[Sentence]) -> list[list[Span]]:
        """The spans of each sentence, as many lists as sentences."""
        ...
