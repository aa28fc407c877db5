"""Files that are surely not articles, told by their first bytes, so that the refusal can name them.

The byte patterns are those of the formats' own specifications (PNG, JPEG, …).
"""

from newsarchive.errors import ReaderError

_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\0\0\1\0", "ICO"),
    (b"8BPS", "PSD"),
)
_MEDIA = (
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"\x1aE\xdf\xa3", "Matroska"),
    (b"FLV\1", "FLV"),
)
_PROGRAMS = (
    (b"MZ", "Windows"),
    (b"\x7fELF", "Linux"),
    (b"\xcf\xfa\xed\xfe", "macOS"),
    (b"\xca\xfe\xba\xbe", "Java/macOS"),
)
_PACKED = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"MSCF", "CAB"),
)
_OTHER = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "reader-old-office", "Microsoft Office 97–2003"),
    (b"wOFF", "reader-not-text", "WOFF"),
    (b"wOF2", "reader-not-text", "WOFF2"),
    (b"\0\1\0\0\0", "reader-not-text", "TrueType"),
)
_FAMILIES = (
    (_PICTURES, "reader-picture"),
    (_MEDIA, "reader-recording"),
    (_PROGRAMS, "reader-program"),
    (_PACKED, "reader-unsupported-archive"),
)
_RIFF = {b"WEBP": ("reader-picture", "WebP"), b"WAVE": ("reader-recording", "WAV")}
_RIFF |= {b"AVI ": ("reader-recording", "AVI")}
_STILL_BRANDS = (b"heic", b"heix", b"mif1", b"avif", b"msf1")
_ISO_MEDIA = b"ftyp"
_STARTS = [start for family, _ in _FAMILIES for start, _ in family] + [one[0] for one in _OTHER]
_FIRST_BYTES = frozenset(start[0] for start in (*_STARTS, b"RIFF", b"BM"))
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1a\x1b")
_CONTROL_SHARE = 0.03


def foreign(name: str, head: bytes) -> ReaderError | None:
    """The refusal of a file whose first bytes say that it is no article."""
    if head[0] not in _FIRST_BYTES and head[4:8] != _ISO_MEDIA:
        return None
    found = _by_start(head) or _by_inner_mark(head)
    if found is None:
        return None
    code, kind = found
    return ReaderError(code, file=name, kind=kind)


def _by_start(head: bytes) -> tuple[str, str] | None:
    for family, code in _FAMILIES:
        for start, kind in family:
            if head.startswith(start) and (family is not _PROGRAMS or not is_text(head)):
                return code, kind
    for start, code, kind in _OTHER:
        if head.startswith(start):
            return code, kind
    return None


def _by_inner_mark(head: bytes) -> tuple[str, str] | None:
    """Formats whose mark stands after a length: RIFF, ISO media, and BMP told by its header."""
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    if head[4:8] == _ISO_MEDIA:
        still = head[8:12] in _STILL_BRANDS
        return ("reader-picture", "HEIF/AVIF") if still else ("reader-recording", "MP4")
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return "reader-picture", "BMP"
    return None


def is_text(head: bytes) -> bool:
    """Whether one-byte or UTF-8 text can begin so: hardly any control characters."""
    return _controls(head) <= _CONTROL_SHARE * len(head)


def holds_controls(data: bytes) -> bool:
    """Whether there is a byte that text hardly has."""
    return _controls(data) > 0


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))
