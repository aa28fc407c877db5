"""What was done to a document's text before it could be read, noted behind its encoding's name.

``windows-1256+mojibake``, ``utf-8+ocr:91``: a note may carry a number. The archive stores it so.
"""

from dataclasses import dataclass
from enum import StrEnum

from resources import message


class Repair(StrEnum):
    """A step beyond decoding; each is a sentence, ``repair-…`` in engine.toml.

    OCR carries how sure the reading was, 0 to 100. SCAN is what is still to be done: the document
    shows pictures of text that nothing has read.
    """

    MOJIBAKE = "mojibake"
    LETTERS = "letters"
    ORDER = "order"
    OCR = "ocr"
    SCAN = "scan"


UNDOABLE = frozenset((Repair.MOJIBAKE, Repair.LETTERS, Repair.ORDER))


@dataclass(frozen=True, slots=True)
class Noted:
    """A repair with its number, 0 where it has none."""

    repair: Repair
    value: int = 0

    def sentence(self, language: str = "ar") -> str:
        """What was done, in "ar" or "en"."""
        return message(f"repair-{self.repair}", language, value=self.value)


def noted(encoding: str, repair: Repair, value: int | None = None) -> str:
    """The encoding's name with one more note; one that stands there already is replaced."""
    note = repair.value if value is None else f"{repair}:{value}"
    return f"{without(encoding, repair)}+{note}"


def without(encoding: str, repair: Repair) -> str:
    """The encoding's name without a note."""
    name, *notes = encoding.split("+")
    kept = (one for one in notes if one.partition(":")[0] != repair)
    return "+".join((name, *kept))


def noted_in(encoding: str) -> tuple[Noted, ...]:
    """The repairs behind an encoding's name; notes of a newer program are passed over."""
    found = []
    for note in encoding.split("+")[1:]:
        name, _, number = note.partition(":")
        if name in Repair.__members__.values():
            found.append(Noted(Repair(name), int(number) if number.isdecimal() else 0))
    return tuple(found)


def is_unread(encoding: str) -> bool:
    """Whether the document shows pictures of text that nothing has read."""
    return any(one.repair is Repair.SCAN for one in noted_in(encoding))
