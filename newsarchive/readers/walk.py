"""Finding the files in what the user named: folders and everything below them, in order."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from newsarchive.errors import ReaderError
from newsarchive.readers.companions import is_companion_folder, page_names
from newsarchive.readers.faults import fault
from newsarchive.readers.litter import is_litter

Entered = Callable[[Path], object]


def find_files(
    paths: Iterable[Path | str], entered: Entered | None = None
) -> Iterator[Path | ReaderError]:
    """The files at ``paths`` and in the folders there, sorted by name within each folder.

    Hidden files, the litter of operating systems and the companion folders of saved web pages are
    left out, unless named themselves. Links are followed, but no folder is read twice. What cannot
    be looked at (missing, forbidden, not a file) is given as an error in its place. Each folder is
    told to ``entered`` before what is in it.
    """
    seen: set[tuple[int, int]] = set()
    for path in map(Path, paths):
        yield from _at(path, seen, entered)


def _at(
    path: Path, seen: set[tuple[int, int]], entered: Entered | None
) -> Iterator[Path | ReaderError]:
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        yield fault(str(path), error)
        return
    if stat.S_ISREG(found.st_mode):
        yield path
    elif stat.S_ISDIR(found.st_mode):
        identity = (found.st_dev, found.st_ino)
        if identity not in seen:
            seen.add(identity)
            if entered is not None:
                entered(path)
            yield from _below(path, seen, entered)
    else:
        yield ReaderError("reader-not-a-file", file=str(path))


def _below(
    folder: Path, seen: set[tuple[int, int]], entered: Entered | None
) -> Iterator[Path | ReaderError]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names alone; iterdir builds a Path each
    except OSError as error:
        yield fault(str(folder), error)
        return
    pages = page_names(names)
    for name in names:
        if not is_litter(name) and not is_companion_folder(name, pages):
            yield from _at(folder / name, seen, entered)
