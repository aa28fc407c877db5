"""A backup of an archive, as those who choose one see it."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of an archive: where it is, of which day, how many bytes."""

    path: Path
    day: dt.date
    size: int
