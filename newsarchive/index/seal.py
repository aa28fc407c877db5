"""What an index's files were when the last writer left them, so that no others are searched.

A writer puts a mark up before it changes anything and takes it down after it has written down the
size and time of every file. Files that are otherwise while no mark is up were changed by nobody
who should: a failing disk, a careless hand. Times do not change when a disk fails silently; for
that ``is_intact`` reads everything again and compares checksums, which ``check`` does.
"""

import json
import os
import sqlite3
import struct
import zlib
from contextlib import closing, suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, BinaryIO

SEAL, MARK = "seal.json", "writing"
_FOOTER = struct.Struct("<II")
_MAGIC = 1337
_PIECE = 1 << 20
_LARGEST = 256 << 20


def begin(folder: Path) -> None:
    """Put the mark up: the files change from now on."""
    with (folder / MARK).open("wb") as file:
        os.fsync(file.fileno())


def finish(folder: Path) -> None:
    """Write down what the files are now, and take the mark down."""
    state = {
        name: {"size": size, "time": time, "sum": _sum(folder / name, size)}
        for name, (size, time) in _files(folder).items()
    }
    draft = folder / f".{SEAL}"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(state, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(folder / SEAL)
    (folder / MARK).unlink(missing_ok=True)


def is_new(folder: Path) -> bool:
    """Whether no writer has been here yet."""
    return not is_marked(folder) and not (folder / SEAL).exists()


def is_marked(folder: Path) -> bool:
    """Whether a writer is at work, or one was killed at it."""
    return (folder / MARK).exists()


def is_unbroken(folder: Path) -> bool:
    """Whether every file is as the last writer left it; so, too, while one is at work."""
    for _ in range(2):
        if is_marked(folder):
            return True
        before = _sealed(folder)
        if all(_is_as_sealed(f"{folder}/{name}", one) for name, one in before.items()):
            return bool(before) or not _files(folder)
        if before == _sealed(folder) and not is_marked(folder):
            return False
    return True


def is_intact(folder: Path) -> bool:
    """Whether every file's content is what was written; reads all of it."""
    for name, one in _sealed(folder).items() if not is_marked(folder) else ():
        path = folder / name
        with suppress(OSError):
            if one["sum"] is None or _sum(path, path.stat().st_size) == one["sum"]:
                continue
        return False
    return all(_has_its_sum(path) for path in (folder / "text").glob("[!.]*.*")) and _is_whole(
        folder / "facets.sqlite"
    )


def _sealed(folder: Path) -> dict[str, dict[str, Any]]:
    path = folder / SEAL
    try:
        state = path.stat()
        return _read(path, state.st_ino, state.st_mtime_ns, state.st_size)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {SEAL: {"size": -1, "time": -1, "sum": None}}


@lru_cache(maxsize=8)
def _read(path: Path, _inode: int, _time: int, _size: int) -> dict[str, dict[str, Any]]:
    """What the seal says; read again when it is another file, or of another time or size."""
    state = json.loads(path.read_text(encoding="utf-8"))
    return {
        str(name): {"size": one["size"], "time": one["time"], "sum": one["sum"]}
        for name, one in state.items()
    }


def _is_as_sealed(path: str, sealed: dict[str, Any]) -> bool:
    try:
        state = os.stat(path)  # noqa: PTH116 - before every search, of every file
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == (sealed["size"], sealed["time"])


def _files(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time by name; what the engines keep beside their data is left out."""
    found: dict[str, tuple[int, int]] = {}
    for name, inside in (("", folder), ("text/", folder / "text")):
        with suppress(FileNotFoundError), os.scandir(inside) as entries:
            for entry in entries:
                if entry.name.startswith((".", SEAL, MARK)) or entry.name.endswith("-shm"):
                    continue
                with suppress(FileNotFoundError):
                    if entry.is_file() and (entry.stat().st_size or "-wal" not in entry.name):
                        state = entry.stat()
                        found[name + entry.name] = state.st_size, state.st_mtime_ns
    return found


def _sum(path: Path, size: int) -> int | None:
    """The file's checksum; None for one too large to be read every time, or with one inside."""
    if size > _LARGEST or (path.parent.name == "text" and path.suffix != ".json"):
        return None
    found = 0
    with _open(path) as file:
        file.seek(0)
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
    return found


def _open(path: Path) -> BinaryIO:
    """The file, for reading.

    Where POSIX rules, a database's descriptor stays open as long as the process lives: to close it
    would let go all locks that connections of this process hold on the file.
    """
    if path.suffix != ".sqlite" or os.name != "posix":
        return path.open("rb")
    return os.fdopen(_kept(path, path.stat().st_ino), "rb", closefd=False)


@cache
def _kept(path: Path, _inode: int) -> int:
    return os.open(path, os.O_RDONLY)


def _has_its_sum(path: Path) -> bool:
    """Whether a file of the text index has the content whose checksum its last bytes tell."""
    if path.suffix == ".json":
        return True
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _FOOTER.size))
            length, magic = _FOOTER.unpack(file.read(_FOOTER.size))
            end = size - _FOOTER.size - length
            file.seek(end)
            told = json.loads(file.read(length))["crc"]
            if magic != _MAGIC:
                return False
            found = 0
            file.seek(0)
            while end > 0 and (piece := file.read(min(_PIECE, end))):
                found = zlib.crc32(piece, found)
                end -= len(piece)
    except (OSError, ValueError, KeyError, TypeError, struct.error, RecursionError):
        return False
    return bool(found == told)


def _is_whole(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as database:
            return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False
