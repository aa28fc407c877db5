"""Persons, organisations and places of an archive: looked up, put right, and put right again.

A Names is reached through ``Archive.names`` and lives as long as the archive is open. Corrections
hold at once in articles; facets and searches show them after ``Archive.refresh``.
"""

import dataclasses
import getpass
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsarchive.article import EntityKind
from newsarchive.correction import Card, Correction, MadeCorrection, Preview, Proposal, Span, What
from newsarchive.errors import ReaderError

if TYPE_CHECKING:
    from newsarchive.store.connection import Store

_FORMAT = {"qusasat": "corrections", "version": 1}
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what the archive names."""

    _store: "Store"

    def card(self, kind: EntityKind, name: str) -> Card:
        """What the archive knows of one entity.

        Raises:
            StoreError: no article names it.
        """
        from newsarchive.store.cards import card

        return card(self._store, kind, name)

    def naming(self, kind: EntityKind, name: str, articles: Iterable[int]) -> tuple[str, ...]:
        """Those of these articles (numbers) that name an entity, as SPLIT wants them: by sha256."""
        from newsarchive.store.entities import naming

        return naming(self._store, kind, name, articles)

    def proposals(
        self, kind: EntityKind, limit: int = 100, about: str = ""
    ) -> tuple[Proposal, ...]:
        """Names that may be one, with the evidence; seconds of work on a large archive.

        Args:
            kind: of the names.
            limit: how many are wanted, the weightiest first.
            about: the one name that is meant; "" for any.
        """
        from newsarchive.entities.lexicon import FAMILY, GIVEN, lexicon
        from newsarchive.store.proposals import proposals

        known = lexicon()
        return proposals(
            self._store, kind, lambda word: bool(known.of(word) & (GIVEN | FAMILY)), limit, about
        )

    def preview(self, correction: Correction) -> Preview:
        """What a correction would do.

        Raises:
            StoreError: it makes no sense: nothing named, a name merged with itself.
        """
        from newsarchive.store.corrections import preview

        return preview(self._store, correction)

    def correct(self, corrections: Sequence[Correction], made_by: str = "") -> tuple[int, ...]:
        """Make corrections, all or none; gives the numbers by which each can be taken back.

        Raises:
            StoreError: one makes no sense, or the archive cannot be written.
        """
        from newsarchive.store.corrections import correct

        return correct(self._store, corrections, made_by or _user())

    def undo(self, number: int) -> None:
        """Take one back.

        Raises:
            StoreError: there is none with this number that holds.
        """
        from newsarchive.store.corrections import undo

        undo(self._store, number)

    def unite(self, *, again: bool = False) -> int:
        """Join what new articles prove to be one; hide names alone whose bearers have fuller ones.

        Imports end with it; ``joinings`` tells what was done, ``undo`` takes it back for good.

        Args:
            again: judge all names anew.

        Returns:
            How many names count otherwise now.

        Raises:
            StoreError: the archive cannot be written.
        """
        from newsarchive.entities.bodies import known_body
        from newsarchive.entities.lexicon import AMBIGUOUS, FAMILY, FOREIGN_GIVEN, GIVEN, lexicon
        from newsarchive.store.spelling import Known
        from newsarchive.store.uniting import unite

        lex = lexicon()

        def is_foreign(word: str) -> bool:
            flags = lex.of(word)
            arabic = flags & (GIVEN | FAMILY)
            return not arabic or bool(flags & FOREIGN_GIVEN and not flags & (FAMILY | AMBIGUOUS))

        known = Known(
            lambda word: bool(lex.of(word) & (GIVEN | FAMILY)),
            is_foreign,
            lambda name: known_body(lex, name),
        )
        return unite(self._store, known, again=again)

    def joinings(self) -> tuple[MadeCorrection, ...]:
        """What ``unite`` did, with its grounds; that which was taken back too."""
        from newsarchive.store.corrections import joinings

        return joinings(self._store)

    def history(self) -> tuple[MadeCorrection, ...]:
        """All corrections of people in the order they were made, those taken back too."""
        from newsarchive.store.corrections import history

        return history(self._store)

    def export_file(self, path: Path) -> int:
        """Write the corrections that hold as JSON lines for a colleague; gives their number.

        What the program joined is left out, for it does so there too; what of it was taken back is
        told as two names.
        """
        held = [one.correction for one in self.history() if one.undone_at is None]
        parted = [
            one.correction for one in self.joinings() if one.undone_at and one.correction.after
        ]
        held += [dataclasses.replace(one, what=What.DISTINCT) for one in parted]
        rows = [_FORMAT, *map(_row, held)]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        path.write_text(text, encoding="utf-8")
        return len(held)

    def import_file(self, path: Path) -> int:
        """Make a colleague's corrections, all or none; gives how many were new here.

        Raises:
            ReaderError: the file is not one of corrections.
            StoreError: the archive cannot be written.
        """
        return len(self.correct(_read(path), made_by=path.name))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _row(correction: Correction) -> dict[str, Any]:
    span = correction.span
    row = {
        "what": correction.what,
        "kind": correction.kind,
        "name": correction.name,
        "after": correction.after,
        "articles": list(correction.articles),
        "span": [span.part, span.start, span.end] if span else None,
    }
    return {name: value for name, value in row.items() if value}


def _read(path: Path) -> list[Correction]:
    if path.stat().st_size > _LARGEST:
        raise ReaderError("corrections-unreadable", file=path.name, line=1)
    number = 0
    found: list[Correction] = []
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line) if line.strip() else None
                if number == 1 and row != _FORMAT:
                    raise ValueError
                if number > 1 and row is not None:
                    found.append(_correction(row))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReaderError("corrections-unreadable", file=path.name, line=number) from error
    if number == 0:
        raise ReaderError("corrections-unreadable", file=path.name, line=1)
    return found


def _correction(row: dict[str, Any]) -> Correction:
    span = row.get("span")
    articles = row.get("articles", ())
    texts = (row["name"], row.get("after", ""), *articles)
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    place = None
    if span is not None:
        part, start, end = span
        if part not in ("title", "body") or not 0 <= int(start) < int(end):
            raise ValueError
        place = Span(part, int(start), int(end))
    return Correction(
        What(row["what"]),
        EntityKind(row["kind"]),
        row["name"],
        row.get("after", ""),
        tuple(articles),
        place,
    )
