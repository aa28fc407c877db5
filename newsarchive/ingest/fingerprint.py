"""What tells one state of one file from any other, without reading it."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from newsarchive.errors import ReaderError


class Seen(NamedTuple):
    """A file as the file system shows it; its mark is "" when it cannot be seen."""

    size: int = 0
    changed: int = 0  # nanoseconds since 1970, by the clock of the file system
    mark: str = ""


@dataclass(slots=True)
class Fingerprints:
    """Marks of files; where a folder really lies is found once for all files in it."""

    _folders: dict[str, str] = field(default_factory=dict)

    def of(self, path: Path) -> Seen:
        """A file's size, last change and mark: its real address with these two."""
        try:
            found = os.lstat(path)
            if stat.S_ISLNK(found.st_mode):
                found, address = path.stat(), os.path.realpath(path)
            else:
                folder, name = os.path.split(path)
                address = os.path.join(self._real(folder), name)  # noqa: PTH118 - ten times a Path
        except (OSError, ValueError):
            return Seen()
        text = b"%s\0%d\0%d" % (os.fsencode(address), found.st_size, found.st_mtime_ns)
        return Seen(found.st_size, found.st_mtime_ns, hashlib.sha256(text).hexdigest())

    def _real(self, folder: str) -> str:
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return self._folders[folder]


def refusal(error: ReaderError) -> str:
    """What tells this refusal of a place from any other, so that it is told once."""
    text = f"{error.code}\0{error.values.get('file', '')}"
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
