"""Reading a SQLite file page by page, where SQLite itself stops at the first that is damaged.

The format is public and fixed: https://www.sqlite.org/fileformat2.html. Nothing is trusted: a
page or a cell that contradicts itself is told as unreadable, and no pointer is followed twice.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
_INNER = {INDEX_INNER, TABLE_INNER}
_KINDS = {INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF}
_HEADER, _FRAME = 32, 24
_WAL_MAGIC = 0x377F0682
_USUAL_SIZE = 4096
_LONGEST_TEXT = 1_000_000_000
_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Record:
    """A row as it lies in a page: its rowid (None in an index) and its values in storage order."""

    rowid: int | None
    values: tuple[Any, ...]


class PageFile:
    """A database file and the committed part of its write-ahead log, open for reading pages.

    A file is not locked by this; what is written meanwhile may be seen in part.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``.

        Raises:
            OSError: it cannot be read.
        """
        self._file: BinaryIO = path.open("rb")
        head = self._file.read(100)
        self.size = _page_size(head)
        self._usable = self.size - (head[20] if len(head) > 20 and head[20] <= 32 else 0)
        self._file.seek(0, 2)
        self.count = -(-self._file.tell() // self.size)
        self._logged = _committed(path.with_name(f"{path.name}-wal"), self.size)
        self.count = max(self.count, max(self._logged, default=0))

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def __enter__(self) -> "PageFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def page(self, number: int) -> bytes:
        """The bytes of a page, counted from 1; zeros where the medium or the file ends."""
        if number in self._logged:
            return self._logged[number]
        if not 1 <= number <= self.count:
            return bytes(self.size)
        try:
            self._file.seek((number - 1) * self.size)
            return self._file.read(self.size).ljust(self.size, b"\0")
        except OSError:
            return bytes(self.size)

    def kind(self, number: int) -> int:
        """Which of the four kinds of b-tree page this is; 0 for any other."""
        kind = self.page(number)[_start(number)]
        return kind if kind in _KINDS else 0

    def children(self, number: int) -> list[int]:
        """The pages below an inner page, in order, as far as its pointers can be read."""
        page, start = self.page(number), _start(number)
        if page[start] not in _INNER:
            return []
        found = [
            struct.unpack_from(">I", page, at)[0]
            for at in _cells(page, start)
            if at is not None and at + 4 <= len(page)
        ]
        return [*found, struct.unpack_from(">I", page, start + 8)[0]]

    def records(self, number: int) -> Iterator[Record | None]:
        """The rows that a page holds; None for one that cannot be read."""
        page, start = self.page(number), _start(number)
        kind = page[start]
        if kind not in _KINDS or kind == TABLE_INNER:
            return
        for at in _cells(page, start):
            if at is None:
                yield None
                continue
            try:
                yield self._record(page, at + 4 * (kind in _INNER), kind)
            except (IndexError, ValueError, struct.error, OverflowError):
                yield None

    def free(self) -> set[int]:
        """The pages that hold nothing any more, as far as their list can be read."""
        found: set[int] = set()
        (trunk,) = struct.unpack_from(">I", self.page(1), 32)
        while 1 < trunk <= self.count and trunk not in found:
            page = self.page(trunk)
            found.add(trunk)
            following, entries = struct.unpack_from(">II", page)
            entries = min(entries, self._usable // 4 - 2)
            listed = struct.unpack_from(f">{entries}I", page, 8)
            found.update(leaf for leaf in listed if 1 < leaf <= self.count)
            trunk = following
        return found

    def _record(self, page: bytes, at: int, kind: int) -> Record:
        length, at = _varint(page, at)
        rowid = None
        if kind == TABLE_LEAF:
            rowid, at = _varint(page, at)
        if length < 1 or length > min(_LONGEST_TEXT, self.count * self.size):
            raise ValueError
        return Record(rowid, _values(self._payload(page, at, length, kind)))

    def _payload(self, page: bytes, at: int, length: int, kind: int) -> bytes:
        """A cell's bytes: the part in its page, then those in the chain of pages after it."""
        usable = self._usable
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return _exactly(page, at, length)
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
        parts = [_exactly(page, at, local)]
        (following,) = struct.unpack_from(">I", page, at + local)
        missing = length - local
        while missing > 0:
            if not 1 < following <= self.count:
                raise ValueError
            page = self.page(following)
            (following,) = struct.unpack_from(">I", page)
            parts.append(page[4 : 4 + min(missing, usable - 4)])
            missing -= usable - 4
        if following:
            raise ValueError
        return b"".join(parts)


def _start(number: int) -> int:
    """Where a page's own header begins: the first page holds the file's header before it."""
    return 100 if number == 1 else 0


def _page_size(head: bytes) -> int:
    if len(head) >= 18:
        (size,) = struct.unpack_from(">H", head, 16)
        size = 65_536 if size == 1 else size
        if size >= 512 and size & (size - 1) == 0:
            return int(size)
    return _USUAL_SIZE


def _cells(page: bytes, start: int) -> list[int | None]:
    """Where the cells of a page begin; None for a pointer that leads out of the page."""
    kind = page[start]
    (number,) = struct.unpack_from(">H", page, start + 3)
    first = start + (12 if kind in _INNER else 8)
    number = min(number, (len(page) - first) // 2)
    pointers = struct.unpack_from(f">{number}H", page, first)
    return [at if first + 2 * number <= at < len(page) else None for at in pointers]


def _exactly(page: bytes, at: int, length: int) -> bytes:
    found = page[at : at + length]
    if len(found) != length:
        raise ValueError
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of 1 to 9 bytes, signed in 64 bits, and the place behind it."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


def _values(payload: bytes) -> tuple[Any, ...]:
    """The values of a record; its header and its body must fill it exactly."""
    end, at = _varint(payload, 0)
    body = end
    values: list[Any] = []
    if not 1 <= end <= len(payload):
        raise ValueError
    while at < end:
        serial, at = _varint(payload, at)
        value, body = _value(payload, body, serial)
        values.append(value)
    if at != end or body != len(payload):
        raise ValueError
    return tuple(values)


def _value(payload: bytes, at: int, serial: int) -> tuple[Any, int]:
    if serial >= 12:
        behind = at + (serial - 12) // 2
        found = _exactly(payload, at, behind - at)
        return (found.decode("utf-8") if serial & 1 else found), behind
    if serial in (0, 8, 9):
        return (None if serial == 0 else serial - 8), at
    if serial == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    width = _NUMBERS[serial] if serial in _NUMBERS else len(payload) + 1
    return int.from_bytes(_exactly(payload, at, width), "big", signed=True), at + width


def _committed(path: Path, size: int) -> dict[int, bytes]:
    """The newest state of each page in a write-ahead log, up to its last whole commit."""
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    if len(data) < _HEADER:
        return {}
    magic, _, page_size = struct.unpack_from(">III", data)
    if magic & ~1 != _WAL_MAGIC or page_size != size:
        return {}
    order = ">" if magic & 1 else "<"
    salts = data[16:24]
    sums = _sums(data[:24], order, (0, 0))
    committed: dict[int, bytes] = {}
    pages: dict[int, bytes] = {}
    for at in range(_HEADER, len(data) - _FRAME - size + 1, _FRAME + size):
        number, commit = struct.unpack_from(">II", data, at)
        content = data[at + _FRAME : at + _FRAME + size]
        sums = _sums(data[at : at + 8] + content, order, sums)
        if data[at + 8 : at + 16] != salts or struct.pack(">II", *sums) != data[at + 16 : at + 24]:
            break
        pages[number] = content
        if commit:
            committed.update(pages)
            pages.clear()
    return committed


def _sums(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    """The log's running checksum over more bytes, eight at a time."""
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = first + even + second & 0xFFFFFFFF
        second = second + odd + first & 0xFFFFFFFF
    return first, second
