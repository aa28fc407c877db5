"""Folders that are read again when they change, and what is told of them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder, with all below it, that belongs to an archive.

    Attributes:
        path: absolute.
        added_at: UTC, ISO 8601.
        looked_at: when it was last looked through, or "".
        missing_since: when it was first found gone, or "" while it is there.
    """

    path: Path
    added_at: str = ""
    looked_at: str = ""
    missing_since: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """A watched folder that is not there: told once, until it is back."""

    path: Path


@dataclass(frozen=True, slots=True)
class Back:
    """A watched folder that was gone and is there again."""

    path: Path


@dataclass(frozen=True, slots=True)
class Unquiet:
    """How many files are still being written; they are taken by a later look."""

    files: int


@dataclass(frozen=True, slots=True)
class Entered:
    """Folders that were looked into, a part of all."""

    paths: tuple[Path, ...]


Notice = Gone | Back | Unquiet | Entered
