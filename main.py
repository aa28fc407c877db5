#!/usr/bin/env python3
"""Start Qusasat: the window, or the command that is given on the line."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from newsarchive.article import StoredArticle


def main() -> int:
    """Show the window, or do the command; the number is the process's exit code."""
    from newsarchive.commands import is_command, run

    line = sys.argv[1:]
    return run(line, draw, press) if is_command(line) else show_window()


def show_window() -> int:
    """Open the window on the archive named, or on the last one."""
    gc.disable()  # what a start makes stays; gui/collecting.py takes it from there

    from newsarchive.commands import NO_SCREEN

    try:
        from gui.application import has_screen, run
    except ImportError as missing:
        return explain(missing)
    if not has_screen():
        say("cli-no-screen")
        return NO_SCREEN
    return run(sys.argv)


def draw(asked: "argparse.Namespace") -> int:
    """Draw the window to a picture; without an archive, on the sample."""
    try:
        from gui.application import screenshot
    except ImportError as missing:
        return explain(missing)
    from newsarchive.commands.sample import sample_archive

    archive = asked.archive or sample_archive()
    language = asked.language or "ar"
    return screenshot(
        asked.out,
        archive,
        asked.query,
        asked.article,
        asked.theme,
        asked.size,
        language,
        asked.scale,
    )


def press(path: "Path", articles: "Iterable[StoredArticle]", asked: "argparse.Namespace") -> None:
    """Write articles as PDF."""
    from gui.paper.pdf import write_without_window
    from gui.wording import Wording
    from newsarchive.commands.parser import language_of

    language = language_of(sys.argv[1:])
    write_without_window(path, articles, Wording(language, asked.digits, asked.months))


def explain(missing: ImportError) -> int:
    """Say which library is missing, to those who see no terminal too."""
    text = say("cli-no-library", library=missing.name or str(missing))
    try:
        from tkinter import Tk, messagebox

        Tk().withdraw()
        messagebox.showerror("Qusasat", text)
    except Exception:  # noqa: BLE001 (no tkinter or no screen: the printed sentence must do)
        return 1
    return 1


def say(code: str, **values: str) -> str:
    """Print a sentence on standard error in the user's language."""
    from newsarchive.commands.parser import language_of
    from resources import message

    text = message(code, language_of(sys.argv[1:]), **values)
    print(text, file=sys.stderr)
    return text


if __name__ == "__main__":
    from multiprocessing import freeze_support

    freeze_support()
    sys.exit(main())
