"""Text in pictures, read by the Tesseract program where it is installed with Arabic.

It is a program of its own: a picture that harms it harms nothing else, and the time and memory it
may take are limited. Its answer is the TSV output that its manual describes: a word a row with its
place and how sure the reading is, 0 to 100.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from shutil import which

_ARABIC, _LATIN = "ara", "eng"
_ASK_SECONDS = 20
_ELSEWHERE = (
    "/usr/local/bin",
    "/opt/homebrew/bin",
    "C:\\Program Files\\Tesseract-OCR",
    "C:\\Program Files (x86)\\Tesseract-OCR",
)
_WORD_ROW = 5
_COLUMNS = 12
_HAS_LATIN = re.compile("[A-Za-z]")
_ARABIC_WORD = re.compile(r"[\W_]*[ء-ي][ء-يـً-ْ]*[\W_]*")
_NUMBER = re.compile(r"[\d.,،:;/%٪()\[\]«»\"'\-–—…!؟?]+")
_DOUBTFUL = 60
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class RecognitionError(Exception):
    """The program took too long or gave up on a picture."""


@dataclass(frozen=True, slots=True)
class Program:
    """Tesseract as it is installed here.

    Attributes:
        path: of the program.
        languages: those of Arabic and English that it has.
        seconds: that it may take for one picture, twice.
        memory: bytes of address space that it may take, where the system can tell it so.
    """

    path: str
    languages: tuple[str, ...]
    seconds: int = 75
    memory: int = 2 << 30


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a picture, its box in dots from the upper left; ``line`` tells its line."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    sureness: float
    line: tuple[int, int, int, int]

    def lies_in(self, other: "Word") -> bool:
        """Whether this word's middle lies in the other's box, on the same picture."""
        across, down = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        inside = other.left <= across <= other.right and other.top <= down <= other.bottom
        return inside and self.line[0] == other.line[0]


def installed() -> Program | None:
    """The program, if it is installed and knows Arabic."""
    return _found(os.environ.get("PATH", ""))


@cache
def _found(path: str) -> Program | None:
    program = which("tesseract", path=os.pathsep.join((path, *_ELSEWHERE)))
    if program is None:
        return None
    try:
        answer = subprocess.run(
            [program, "--list-langs"],
            capture_output=True,
            timeout=_ASK_SECONDS,
            check=False,
            env=_environment(),
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    known = answer.stdout.decode("utf-8", "replace").split()
    languages = tuple(one for one in (_ARABIC, _LATIN) if one in known)
    return Program(program, languages) if _ARABIC in languages else None


def _environment() -> dict[str, str]:
    """One thread; and, started from a bundle, the system's own libraries in place of the bundle's.

    A bundle's loader names its folder in LD_LIBRARY_PATH and keeps what stood there in another
    variable: pyinstaller.org, "Run-time Information".
    """
    ours = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    if getattr(sys, "frozen", False):
        before = ours.pop("LD_LIBRARY_PATH_ORIG", "")
        ours.pop("LD_LIBRARY_PATH", None)
        if before:
            ours["LD_LIBRARY_PATH"] = before
    return ours


def words(program: Program, picture: bytes, dots_per_inch: int = 0) -> list[Word]:
    """The words on a picture (any format that Tesseract reads), in reading order.

    Read with Arabic and English at once, Arabic words are now and then taken for Latin ones, and
    the words of lines in two scripts come in disorder. So Arabic alone is asked first, and both
    only for what is no Arabic word then.

    Args:
        program: as :func:`installed` has it.
        picture: the file's bytes; several pictures in it are pages.
        dots_per_inch: 0 where the picture states it, or nobody knows.

    Raises:
        RecognitionError: see there.
    """
    arabic = list(_words(_run(program, (_ARABIC,), picture, dots_per_inch)))
    if len(program.languages) == 1 or not any(map(_is_doubtful, arabic)):
        return arabic
    both = _words(_run(program, program.languages, picture, dots_per_inch))
    latin = [word for word in both if _HAS_LATIN.search(word.text)]
    return list(_decided(arabic, latin))


def _run(program: Program, languages: Sequence[str], picture: bytes, dots: int) -> str:
    resolution = ["--dpi", str(dots)] if dots else []
    line = [program.path, "stdin", "stdout", "-l", "+".join(languages), *resolution, "tsv"]
    try:
        process = subprocess.Popen(
            line,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=_NO_WINDOW,
        )
    except OSError as error:
        raise RecognitionError from error
    with process:
        _limit(process.pid, program)
        try:
            answer, _ = process.communicate(picture, timeout=program.seconds)
        except (subprocess.TimeoutExpired, OSError) as error:
            process.kill()
            raise RecognitionError from error
        finally:
            if process.poll() is None:
                process.kill()
    if process.returncode != 0:
        raise RecognitionError
    return answer.decode("utf-8", "replace")


def _limit(process: int, program: Program) -> None:
    """Bound the memory and the work of another process, where the system can."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (program.memory, program.memory))
            seconds = program.seconds
            resource.prlimit(process, resource.RLIMIT_CPU, (seconds, seconds + 1))


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines():
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) < _COLUMNS or cells[0] != str(_WORD_ROW):
            continue
        try:
            page, block, paragraph, line, _, left, top, width, height = map(int, cells[1:10])
            sureness = float(cells[10])
        except ValueError:
            continue
        if text := cells[11].strip("\u200e\u200f \t"):
            place = (page, block, paragraph, line)
            yield Word(text, left, top, left + width, top + height, sureness, place)


def _is_doubtful(word: Word) -> bool:
    """Whether a word read as Arabic is none, nor surely a number."""
    if _ARABIC_WORD.fullmatch(word.text):
        return False
    return word.sureness < _DOUBTFUL or _NUMBER.fullmatch(word.text) is None


def _decided(arabic: Sequence[Word], latin: Sequence[Word]) -> Iterator[Word]:
    """The Arabic words; where they are doubtful, the Latin ones in their place that are surer."""
    for (line, doubtful), run in groupby(arabic, lambda word: (word.line, _is_doubtful(word))):
        some = list(run)
        found = [word for word in latin if doubtful and any(map(word.lies_in, some))]
        if found and _sureness(found) > _sureness(some):
            yield from (replace(word, line=line) for word in sorted(found, key=_left))
        else:
            yield from some


def _left(word: Word) -> int:
    return word.left


def _sureness(words: Sequence[Word]) -> float:
    return sum(word.sureness for word in words) / len(words)
