"""``delete``, ``restore`` and ``trash``: articles on their way out, and back."""

import argparse

from newsarchive.archive import Archive
from newsarchive.commands.terminal import Terminal
from newsarchive.search.query import Query


def delete(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Put articles into the trash: those numbered, and all that a query finds."""
    with Archive.open(asked.archive) as archive:
        _follow(archive)
        found = list(archive.ids(Query(asked.query))) if asked.query is not None else []
        moved = archive.trash.delete([*asked.ids, *found])
        _follow(archive)
    terminal.result(terminal.text("cli-deleted", articles=f"{len(moved):,}"))
    return 0


def restore(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Take articles out of the trash."""
    with Archive.open(asked.archive) as archive:
        wanted = [one.id for one in archive.trash.articles()] if asked.all else asked.ids
        moved = archive.trash.restore(wanted)
        _follow(archive)
    terminal.result(terminal.text("cli-restored", articles=f"{len(moved):,}"))
    return 0


def trash(asked: argparse.Namespace, terminal: Terminal) -> int:
    """List the trash, or empty it."""
    if asked.empty:
        with Archive.open(asked.archive) as archive:
            gone = archive.trash.empty()
            _follow(archive)
        terminal.result(terminal.text("cli-emptied", articles=f"{gone:,}"))
        return 0
    with Archive.open_to_read(asked.archive) as archive:
        held = archive.trash.articles()
    for one in held:
        if asked.json:
            terminal.row(
                {
                    "id": one.id,
                    "title": one.title,
                    "outlet": one.outlet,
                    "file": one.file,
                    "deleted_at": one.deleted_at.isoformat(),
                }
            )
        else:
            terminal.result(f"{one.id:>9}  {one.deleted_at:%Y-%m-%d}  {one.title}")
    return 0


def _follow(archive: Archive) -> None:
    for _ in archive.refresh():
        pass
