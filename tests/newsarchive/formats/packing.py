"""Archives, whole and harmful."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping


def zipped(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive; the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


def tarred(members: Mapping[str, bytes | str], mode: str = "w:") -> bytes:
    """A tar archive, packed as ``mode`` says, that holds a link out of itself as well."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, data in members.items():
            data = data.encode() if isinstance(data, str) else data
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return buffer.getvalue()


def gzipped(data: bytes | str) -> bytes:
    """One file packed; the same bytes each time."""
    return gzip.compress(data.encode() if isinstance(data, str) else data, mtime=0)


def nested(data: bytes | str, depth: int) -> bytes:
    """Archives within archives around a page."""
    packed = zipped({"page.txt": data})
    for _ in range(depth):
        packed = zipped({"inner.zip": packed})
    return packed


def bomb() -> bytes:
    """A few kilobytes that would unfold to fifteen million."""
    return zipped({"bomb.txt": b"0" * 15_000_000})


def locked_zip(data: str) -> bytes:
    """A zip archive whose one file is marked as protected by a password."""
    packed = bytearray(zipped({"secret.txt": data}))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)
