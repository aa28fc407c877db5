"""The folder of pictures and scripts that a browser saves beside a "complete" web page.

Its pages are frames and advertisements, never articles. Browsers and Windows name the folder after
the page with one of these endings, by the language of the system (Windows' "connected files").
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

_ENDINGS = (
    "_files", ".files", "-files", "_ملفات", "_fichiers", "-dateien", "_archivos", "_arquivos",
    "_ficheiros", "_bestanden", "_file", "-filer", "_tiedostot", "_pliki", "_soubory", "_elemei",
    "_dosyalar", "_datoteke", "_fitxers", "_failid", "_fails", "_bylos", "_fajlovi",
)  # fmt: skip
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml")


def page_names(names: Iterable[str]) -> frozenset[str]:
    """The web pages among paths (with "/"), without their endings."""
    pages = (PurePosixPath(name) for name in names if name.lower().endswith(_PAGES))
    return frozenset(str(page.with_suffix("")) for page in pages if page.suffix)


def is_companion(name: str, pages: frozenset[str]) -> bool:
    """Whether a path lies in the folder that belongs to one of ``pages``."""
    if not pages:
        return False
    return any(is_companion_folder(str(folder), pages) for folder in PurePosixPath(name).parents)


def is_companion_folder(folder: str, pages: frozenset[str]) -> bool:
    """Whether this folder's path belongs to one of ``pages``."""
    lower = folder.lower()
    if not pages or not lower.endswith(_ENDINGS):
        return False
    return any(lower.endswith(end) and folder[: -len(end)] in pages for end in _ENDINGS)
