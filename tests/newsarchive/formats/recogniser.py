"""A program in Tesseract's place: it "reads" a page by its shade of grey, from a table."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from newsarchive.readers.tesseract import Program

SIDE = 40
Lines = Sequence[str]

_SCRIPT = """#!{python}
import json, sys
from pathlib import Path

if "--list-langs" in sys.argv:
    print("List of available languages in \\"/usr/share/tessdata/\\" (2):\\n{languages}")
    sys.exit()
picture = sys.stdin.buffer.read()
with open({calls!r}, "a") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
pages = json.loads(Path({pages!r}).read_text("utf-8"))
languages = sys.argv[sys.argv.index("-l") + 1]
sys.stdout.reconfigure(encoding="utf-8")
{act}
print(pages.get(f"{{picture[-1]}} {{languages}}", pages.get(str(picture[-1]), "")))
"""
LOOPS = "while True: pass"
EATS = "eaten = bytearray(4 << 30)"
FAILS = "sys.exit(1)"


def install(
    folder: Path,
    pages: Mapping[str, str],
    act: str = "",
    languages: str = "ara\\neng",
) -> Path:
    """Put the program into a folder, to be the first in PATH.

    Args:
        folder: made when it is not there.
        pages: the answer (:func:`table`) to a page of this grey, or to "grey languages".
        act: a line of Python to do first.
        languages: what it says it knows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pages.json").write_text(json.dumps(dict(pages)), encoding="utf-8")
    program = folder / "tesseract"
    program.write_text(
        _SCRIPT.format(
            python=sys.executable,
            languages=languages,
            calls=str(folder / "calls"),
            pages=str(folder / "pages.json"),
            act=act,
        ),
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program


def calls(folder: Path) -> list[list[str]]:
    """The arguments of each reading so far."""
    path = folder / "calls"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def program(path: Path, seconds: int = 30, memory: int = 2 << 30) -> Program:
    """The program at this place."""
    return Program(str(path), ("ara", "eng"), seconds, memory)


def table(*blocks: Lines, sureness: float = 90.0) -> str:
    """What Tesseract prints of blocks of lines, each word with its box, the first at the right.

    A word may carry a sureness of its own after a bar: «خبر|40».
    """
    rows = ["level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight"]
    rows[0] += "\tconf\ttext"
    top = 100
    for number, block in enumerate(blocks, start=1):
        for place, line in enumerate(block, start=1):
            rows += _words(number, place, line, top, sureness)
            top += 60
        top += 60
    return "\n".join(rows)


def _words(block: int, place: int, line: str, top: int, sureness: float) -> list[str]:
    rows, right = [], 2300
    for number, word in enumerate(line.split(), start=1):
        text, _, own = word.partition("|")
        width = 20 * len(text)
        box = f"{right - width}\t{top}\t{width}\t40"
        rows.append(f"5\t1\t{block}\t1\t{place}\t{number}\t{box}\t{own or sureness}\t{text}")
        right -= width + 20
    return rows


def grey(shade: int) -> tuple[int, int, bytes]:
    """A page of one shade, for ``pdf.scan``."""
    return SIDE, SIDE, bytes([shade]) * SIDE * SIDE
