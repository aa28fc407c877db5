"""Data a person may edit without Python, and the one way to reach them.

lexicon/       names, titles, bodies, places, page furniture: tab-separated text
models/        trained taggers, each with its card
translations/  engine.toml: sentences of the engine; qusasat_*.ts, qt_ar.ts: texts of window and Qt
styles/        colours and sizes of the window, light and dark
icons/  sample/  desktop/
"""

import sys
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The file or folder at this path below ``resources``."""
    return FOLDER.joinpath(*parts)


def lines(*parts: str) -> list[str]:
    """A text resource's lines that are neither empty nor comments."""
    return lines_of_text(resource(*parts).read_text(encoding="utf-8"))


def lines_of_text(text: str) -> list[str]:
    """A text's lines that are neither empty nor comments."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    import tomllib

    return tomllib.loads(resource("translations", "engine.toml").read_text(encoding="utf-8"))


def message(code: str, language: str, **values: Any) -> str:
    """The engine's sentence for ``code`` in "ar" or "en" with ``values`` and ``program`` filled in.

    Raises:
        KeyError: there is no such sentence; a defect, found by the tests.
    """
    return _catalogue()[code][language].format(program=program(), **values)


def program() -> str:
    """How this program is called on a command line: installed, or from its folder."""
    installed = getattr(sys, "frozen", False) or Path(sys.argv[0]).stem == "qusasat"
    return "qusasat" if installed else "python main.py"
