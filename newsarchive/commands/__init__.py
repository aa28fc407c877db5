"""The command line. ``run`` understands the line and does it; results alone go to standard output.

    parser      what may be typed, with help in Arabic and English
    terminal    where words go: shaped for the terminal that needs it
    rows        articles, hits and counts as JSON and as lines to read
    reporting   how far an import is, for people and for programs
    extracting, columns, importing, watching, searching, marking, rereading, correcting, trashing,
                safekeeping, exporting, upkeep: one file for each kind of work

Modules are imported when their command is given, so that help and completion answer at once.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsarchive.errors import ArchiveError, DamagedError, MappingError, QueryError

if TYPE_CHECKING:
    import argparse

    from newsarchive.commands.exporting import Press
    from newsarchive.commands.terminal import Terminal

COMMANDS = (
    "extract",
    "columns",
    "import",
    "watch",
    "search",
    "facets",
    "show",
    "star",
    "tag",
    "note",
    "reread",
    "export",
    "entity",
    "proposals",
    "correct",
    "corrections",
    "delete",
    "restore",
    "trash",
    "backup",
    "restore-backup",
    "check",
    "reindex",
    "screenshot",
)

OPTIONS_WITH_VALUE = ("--language", "--shape")

DONE, FAILED, WRONG_USE, NO_SCREEN, DAMAGED, INTERRUPTED = 0, 1, 2, 3, 4, 130

Picture = Callable[["argparse.Namespace"], int]


def is_command(line: Sequence[str]) -> bool:
    """Whether the line asks for a command or for help, not for the window."""
    if any(word in ("-h", "--help", "--version") for word in line):
        return True
    words = iter(line)
    for word in words:
        if word in OPTIONS_WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word in COMMANDS
    return False


def no_press(*_: object) -> None:
    """The press of a program without the window's library."""
    raise ModuleNotFoundError(name="PySide6")


def run(line: Sequence[str], draw: Picture, press: "Press" = no_press) -> int:
    """Do what the line says.

    Args:
        line: the words after the program's name.
        draw: draws the window to a picture: the one command that the engine cannot do.
        press: writes articles as PDF: the one format of ``export`` that the engine does not know.

    Returns:
        0 done · 1 some input failed · 2 wrong use · 3 no screen · 4 archive damaged ·
        130 interrupted.
    """
    from newsarchive.commands.parser import language_of, parser
    from newsarchive.commands.terminal import Terminal

    language = language_of(line)
    try:
        asked = parser(language).parse_args(line)
    except SystemExit as end:
        return int(end.code or 0)
    with Terminal.standard(language, asked.shape) as terminal:
        try:
            return draw(asked) if asked.command == "screenshot" else _do(asked, terminal, press)
        except ArchiveError as error:
            terminal.say(error.sentence(language))
            return _status(error)
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            terminal.let_go()
            return DONE


def _status(error: ArchiveError) -> int:
    if isinstance(error, DamagedError):
        return DAMAGED
    return WRONG_USE if isinstance(error, QueryError | MappingError) else FAILED


def _do(asked: "argparse.Namespace", terminal: "Terminal", press: "Press") -> int:
    match asked.command:
        case "extract":
            from newsarchive.commands.extracting import extract

            return extract(asked, terminal)
        case "columns":
            from newsarchive.commands.columns import columns

            return columns(asked, terminal)
        case "import":
            from newsarchive.commands.importing import import_

            return import_(asked, terminal)
        case "watch":
            from newsarchive.commands.watching import watch

            return watch(asked, terminal)
        case "search" | "facets" | "show":
            from newsarchive.commands import searching

            ask = {"search": searching.search, "facets": searching.facets, "show": searching.show}
            return ask[asked.command](asked, terminal)
        case "reread":
            from newsarchive.commands.rereading import reread_

            return reread_(asked, terminal)
        case "entity" | "proposals" | "correct" | "corrections":
            from newsarchive.commands import correcting

            put = {
                "entity": correcting.entity,
                "proposals": correcting.proposals,
                "correct": correcting.correct,
                "corrections": correcting.corrections,
            }
            return put[asked.command](asked, terminal)
        case "star" | "tag" | "note":
            from newsarchive.commands import marking

            mark = {"star": marking.star, "tag": marking.tag, "note": marking.note}
            return mark[asked.command](asked, terminal)
        case "export":
            from newsarchive.commands.exporting import export

            return export(asked, terminal, press)
        case _:
            return _tend(asked, terminal)


def _tend(asked: "argparse.Namespace", terminal: "Terminal") -> int:
    """What keeps an archive in order."""
    match asked.command:
        case "delete" | "restore" | "trash":
            from newsarchive.commands import trashing

            move = {"delete": trashing.delete, "restore": trashing.restore, "trash": trashing.trash}
            return move[asked.command](asked, terminal)
        case "backup":
            from newsarchive.commands.safekeeping import backup

            return backup(asked, terminal)
        case "restore-backup":
            from newsarchive.commands.safekeeping import restore_backup

            return restore_backup(asked, terminal)
        case _:
            from newsarchive.commands import upkeep

            act = {"check": upkeep.check, "reindex": upkeep.reindex}[asked.command]
            return act(asked, terminal)
