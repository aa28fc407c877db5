"""What can go wrong, as one tree. Every leaf is a sentence that a user can act on.

    ArchiveError                what the world did to us; never a defect of the program
    ├── ReaderError             a file that cannot be read as articles
    ├── QueryError              a query that cannot be understood
    ├── MappingError            columns that were named for a table and cannot be used
    ├── TaggerError             a tagger of the user's own that cannot be used
    ├── StoreError              the archive file: missing, locked, full disk, newer version
    │   └── DamagedError        the archive file is damaged
    └── IndexDamageError              the search index, which can be rebuilt from the archive

Sentences stand in ``resources/translations/engine.toml`` under the error's code, in Arabic and
English; an error carries the code and the values that go into the sentence.
"""

from typing import Any

from resources import message


class ArchiveError(Exception):
    """The world's fault: told to the user as a sentence, never as a traceback.

    Args:
        code: key of the sentence in the catalogue.
        values: what the sentence names: a file, a limit, a line number.
    """

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def sentence(self, language: str = "ar") -> str:
        """The sentence in "ar" or "en"."""
        return message(self.code, language, **self.values)

    def __str__(self) -> str:
        return self.sentence("en")

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.code, self.values)


def _again(kind: type[ArchiveError], code: str, values: dict[str, Any]) -> ArchiveError:
    """Rebuild an error that crossed a process border."""
    return kind(code, **values)


class ReaderError(ArchiveError):
    """A file, or one part of it, that cannot be read as articles."""


class QueryError(ArchiveError):
    """A query that cannot be understood."""


class MappingError(ArchiveError):
    """Columns that were named for a table and cannot be used."""


class TaggerError(ArchiveError):
    """A tagger of the user's own that cannot be used."""


class StoreError(ArchiveError):
    """The archive file cannot be opened or written."""


class DamagedError(StoreError):
    """The archive file is damaged."""


class IndexDamageError(ArchiveError):
    """The search index is missing, old or damaged; it can be rebuilt."""
