"""``star``, ``tag`` and ``note``: what readers put on articles."""

import argparse

from newsarchive.archive import Archive
from newsarchive.commands.terminal import Terminal


def star(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Put the star on articles, or take it off."""
    with Archive.open(asked.archive) as archive:
        changed = archive.marks.star(asked.ids, on=not asked.off)
    terminal.tell("cli-marked", articles=f"{len(changed):,}")
    return 0


def tag(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Tag articles, or take the tag off; without articles list the tags."""
    if not asked.name:
        with Archive.open(asked.archive, read_only=True) as archive:
            for name, count in archive.marks.tags():
                terminal.result(f"{count:>9,}  {name}")
        return 0
    with Archive.open(asked.archive) as archive:
        changed = archive.marks.tag(asked.ids, asked.name, on=not asked.off)
    terminal.tell("cli-marked", articles=f"{len(changed):,}")
    return 0


def note(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Print an article's note, or write it; an empty one is removed."""
    if asked.text is None:
        with Archive.open(asked.archive, read_only=True) as archive:
            terminal.result(archive.article(asked.id).marks.note)
        return 0
    with Archive.open(asked.archive) as archive:
        archive.marks.note(asked.id, asked.text)
    terminal.tell("cli-marked", articles="1")
    return 0
