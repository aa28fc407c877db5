"""Files that operating systems and browsers leave behind, and hidden ones: never articles."""

_LITTER = {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "lost+found"}
_ENDINGS = (".crdownload", ".part", ".tmp", "~")


def is_litter(name: str) -> bool:
    """Whether a part of this path (with "/") is hidden or left behind by a program."""
    return any(
        part.startswith((".", "~$")) or part.lower() in _LITTER or part.lower().endswith(_ENDINGS)
        for part in name.split("/")
    )
