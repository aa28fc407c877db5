"""Reading the annotated articles: ⟦LABEL|surface⟧ and ⟦LABEL|surface|plain form⟧ in plain text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

_PIECE = re.compile(r"⟦(\w+)\||⟧|[^⟦⟧]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span: characters [start, end) of the text without marks."""

    label: str
    start: int
    end: int
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article without its marks, and the marks of title and body."""

    name: str
    section: str
    title: str
    body: str
    title_marks: tuple[Mark, ...]
    body_marks: tuple[Mark, ...]


def read_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without marks, and the marks, inner before outer."""
    pieces: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[str, int, str]] = []
    length = 0
    for match in _PIECE.finditer(marked):
        piece = match.group()
        if match[1]:
            opened.append((match[1], length, ""))
        elif piece == "⟧":
            label, start, plain = opened.pop()
            marks.append(Mark(label, start, length, plain))
        else:
            if opened and "|" in piece:
                piece, plain = piece.split("|", 1)
                opened[-1] = (*opened[-1][:2], plain)
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), tuple(marks)


def articles() -> Iterator[Annotated]:
    """The annotated articles that are learnt from, in the order of their files."""
    return _articles_in("annotated")


def held_out() -> Iterator[Annotated]:
    """Annotated articles that nothing learns from: what is shipped is measured on them."""
    return _articles_in("held_out")


def _articles_in(name: str) -> Iterator[Annotated]:
    folder = files(__package__).joinpath(name)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".jsonl"):
            for line in file.read_text(encoding="utf-8").splitlines():
                yield _article(json.loads(line))


def _article(row: dict[str, str]) -> Annotated:
    title, title_marks = read_marks(row["title"])
    body, body_marks = read_marks(row["body"])
    return Annotated(row["id"], row["section"] or "", title, body, title_marks, body_marks)
