"""Files that systems, browsers and databases leave behind, hidden ones, archives: no articles."""

import re

_LITTER = {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "lost+found"}
_ENDINGS = (
    ".crdownload", ".download", ".opdownload", ".part", ".partial", ".tmp", "~", ".qusasat",
)  # fmt: skip
_BESIDE_A_DATABASE = re.compile(r"\.\w+-(?:wal|shm|journal)", re.IGNORECASE)


def is_litter(name: str) -> bool:
    """Whether a part of this path (with "/") is hidden or left behind by a program."""
    return any(map(_is_litter, name.split("/")))


def _is_litter(part: str) -> bool:
    lower = part.lower()
    if lower.startswith((".", "~$")) or lower in _LITTER or lower.endswith(_ENDINGS):
        return True
    return "-" in lower and bool(_BESIDE_A_DATABASE.fullmatch(lower, max(0, lower.rfind("."))))
