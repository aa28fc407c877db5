"""Ways in which files come to harm: cut, overwritten, mixed up, renamed, packed in each other."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.newsarchive.formats.packing import gzipped, zipped

Named = tuple[str, bytes]
Mutation = Callable[[Random, Named, Named], Named]

_ENDINGS = (
    "txt", "html", "json", "jsonl", "csv", "pdf", "docx", "odt", "rtf", "epub", "eml", "mbox",
    "rss", "warc", "wacz", "zip", "tar", "gz", "ris", "bib", "xlsx", "db", "mhtml", "jpg", "",
)  # fmt: skip
_LARGEST = 600_000
_ODD = (
    b"\0" * 64, b"\xff" * 64, b"\r" * 64, "\u202e\u200f\u200b".encode() * 20, b"<" * 64, b"{" * 64,
    b"&amp;" * 20, b"]]>" * 20, b"\x1b[2J" * 10, "ﻻﷲﷺ".encode() * 10, b"\\u0000" * 10,
    b"99999999999999999999" * 4, b"-----BEGIN" * 8, b"PK\x03\x04" * 8, b"%PDF-1.7\n" * 4,
)  # fmt: skip
_PIECES = (
    b"a", "كلمة ".encode(), b"<div>", b"[", b'{"a":', b"9", b"\t", b"=?", b">", b"%", b"<!---->",
    b"<item>", b"@a{", b" , ", b"\n", b"\\", b"&", b"=?utf-8?q?", b"From \n", b"'", b'"', b"(",
    b". ", b"/", b"- ", b"{\\field{\\*\\fldinst{", b"TY  - ", b"<meta ", b"http://", "،".encode(),
    b"12:30 - ", b"|", b"BT ", b"<<", b"7 0 R ", "ال".encode(), "لا".encode(), b"]]>",
)  # fmt: skip


def cut(chance: Random, file: Named, other: Named) -> Named:
    """The end is missing."""
    name, data = file
    return name, data[: chance.randrange(len(data) + 1)]


def beheaded(chance: Random, file: Named, other: Named) -> Named:
    """The beginning is missing."""
    name, data = file
    return name, data[chance.randrange(min(len(data), 2000) + 1) :]


def flipped(chance: Random, file: Named, other: Named) -> Named:
    """Some bytes are others."""
    name, data = file
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return name, bytes(changed)


def swapped(chance: Random, file: Named, other: Named) -> Named:
    """Two blocks stand in each other's place."""
    name, data = file
    size = chance.choice((16, 256, 4096))
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    if len(blocks) > 1:
        one, two = chance.randrange(len(blocks)), chance.randrange(len(blocks))
        blocks[one], blocks[two] = blocks[two], blocks[one]
    return name, b"".join(blocks)


def overwritten(chance: Random, file: Named, other: Named) -> Named:
    """A block is zeros, as after a crash, or noise, or an odd thing many times."""
    name, data = file
    size = chance.choice((8, 64, 1024))
    noise = chance.choice((bytes(size), chance.randbytes(size), chance.choice(_ODD)))
    at = chance.randrange(len(data) + 1)
    return name, data[:at] + noise + data[at + len(noise) :]


def inserted(chance: Random, file: Named, other: Named) -> Named:
    """Something odd stands in the midst."""
    name, data = file
    at = chance.randrange(len(data) + 1)
    return name, data[:at] + chance.choice(_ODD) + data[at:]


def huge_line(chance: Random, file: Named, other: Named) -> Named:
    """A line without end: a word, a tag, a number, a bracket, many times."""
    name, data = file
    piece = chance.choice(_PIECES)
    at = chance.randrange(len(data) + 1)
    size = chance.choice((1_000, 10_000, 60_000))
    return name, data[:at] + piece * (size // len(piece)) + data[at:]


def repeated(chance: Random, file: Named, other: Named) -> Named:
    """A part comes again and again."""
    name, data = file
    first = chance.randrange(len(data) + 1)
    part = data[first : first + chance.choice((10, 100, 10_000))]
    times = min(chance.choice((10, 100, 3_000)), 100_000 // max(len(part), 1))
    return name, data[:first] + part * times + data[first:]


def misnamed(chance: Random, file: Named, other: Named) -> Named:
    """The ending is another format's."""
    name, data = file
    return f"{name}.{chance.choice(_ENDINGS)}", data


def appended(chance: Random, file: Named, other: Named) -> Named:
    """Another file hangs on, whole or cut."""
    name, data = file
    return name, data + other[1][chance.randrange(2) * 100 :]


def spliced(chance: Random, file: Named, other: Named) -> Named:
    """It begins as one file and goes on as another."""
    name, data = file
    here, there = chance.randrange(len(data) + 1), chance.randrange(len(other[1]) + 1)
    return name, data[:here] + other[1][there:]


def packed(chance: Random, file: Named, other: Named) -> Named:
    """It lies, with another, in a few archives, the outermost perhaps cut."""
    name, data = file
    members = {name.rpartition("/")[2]: data, f"../{other[0].rpartition('/')[2]}": other[1]}
    whole = zipped(members)
    for _ in range(chance.randrange(4)):
        whole = chance.choice((gzipped(whole), zipped({"in.zip": whole})))
    return f"{name}.zip", whole if chance.random() < 0.7 else flipped(chance, ("", whole), other)[1]


def harmed_inside(chance: Random, file: Named, other: Named) -> Named:
    """What a zip package or a packed file holds has come to harm; the package is whole."""
    name, data = file
    try:
        if data[:2] == b"\x1f\x8b":
            return name, gzipped(_any(chance)(chance, ("", gzip.decompress(data)), other)[1])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError):
        return _any(chance)(chance, file, other)
    if members:
        victim = chance.choice(sorted(members))
        members[victim] = _any(chance)(chance, ("", members[victim]), other)[1]
    return name, zipped(members, zipfile.ZIP_STORED)


def _any(chance: Random) -> Mutation:
    return chance.choice((cut, flipped, swapped, overwritten, inserted, huge_line, repeated))


MUTATIONS: tuple[Mutation, ...] = (
    cut, beheaded, flipped, swapped, overwritten, inserted, huge_line, repeated, misnamed, appended,
    spliced, packed, harmed_inside, harmed_inside,
)  # fmt: skip


def mutated(seed: int, number: int, files: list[Named]) -> tuple[str, Named]:
    """The input with this number: the names of what was done to it, its name, its bytes."""
    chance = Random(f"{seed} {number}")
    file, other = chance.choice(files), chance.choice(files)
    done = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        mutation = chance.choice(MUTATIONS)
        done.append(mutation.__name__)
        file = mutation(chance, file, other)
        file = file[0], file[1][:_LARGEST]
    return " + ".join(done), file
