"""The lexicons that the tagger learns with, kept in ``lexicons.zip`` as they were when it learnt.

The program's own grow with every paper that is read, and the shipped model is used with those.
What came to them later is looked up, not learnt from: so training gives the same model ever again,
and it has seen names that no lexicon knows, as there are in every archive.
"""

import zipfile
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from newsarchive.entities.lexicon import Lexicon, read_lexicon
from resources import lines, lines_of_text

_MADE = (2026, 1, 1, 0, 0, 0)


@cache
def kept_lexicon() -> Lexicon:
    """The lexicons that are learnt with, read once in a process."""
    with as_file(files(__package__).joinpath("lexicons.zip")) as path:
        return read_kept(path)


def read_kept(path: Path) -> Lexicon:
    """Lexicons that ``keep`` has kept."""
    with zipfile.ZipFile(path) as kept:
        return read_lexicon(
            lambda folder, file: lines_of_text(kept.read(f"{folder}/{file}").decode())
        )


def keep(path: Path) -> None:
    """Keep the program's lexicons as they are now, to learn with them from now on."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as kept:

        def kept_lines(folder: str, file: str) -> list[str]:
            found = lines("lexicon", folder, file)
            if f"{folder}/{file}" not in kept.namelist():
                member = zipfile.ZipInfo(f"{folder}/{file}", _MADE)
                kept.writestr(member, "\n".join(found).encode(), zipfile.ZIP_DEFLATED)
            return found

        read_lexicon(kept_lines)
