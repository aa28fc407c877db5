"""``backup`` and ``restore-backup``: whole copies of an archive, and one of them put back."""

import argparse
import datetime as dt
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.backups import prove_folder
from newsarchive.commands.terminal import Terminal
from newsarchive.errors import StoreError
from newsarchive.priority import give_way
from newsarchive.store.backup import backup as copy
from newsarchive.store.backups import back_up_daily, backups, folder_beside, put_back
from newsarchive.store.connection import open_store


def backup(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Make today's backup, or a copy where one is wanted; or list what there is."""
    if asked.tend:
        give_way()
    folder = asked.folder or folder_beside(asked.archive)
    if asked.tend and asked.folder is not None:
        prove_folder(folder)
    if asked.list:
        return _list(asked, folder, terminal)
    if asked.output is not None:
        if asked.output.exists():
            raise StoreError("store-exists", file=asked.output.name)
        with open_store(asked.archive, read_only=True) as store:
            copy(store, asked.output)
        made: Path | None = asked.output
    else:
        Archive.open_to_read(asked.archive).close()
        with open_store(asked.archive, read_only=True) as store:
            made = back_up_daily(store, folder, dt.datetime.now().astimezone().date())
    if made is None:
        terminal.result(terminal.text("cli-backed-up-before", folder=folder))
    else:
        terminal.result(terminal.text("cli-backed-up", file=made))
    if asked.tend:
        _empty_old_trash(asked.archive, terminal)
    return 0


def _list(asked: argparse.Namespace, folder: Path, terminal: Terminal) -> int:
    for one in backups(asked.archive, folder):
        if asked.json:
            row = {"file": str(one.path), "day": one.day.isoformat(), "size": one.size}
            terminal.row(row)
        else:
            terminal.result(f"{one.day}  {one.size:>15,}  {one.path}")
    return 0


def _empty_old_trash(path: Path, terminal: Terminal) -> None:
    with Archive.open(path) as archive:
        if gone := archive.trash.purge():
            terminal.result(terminal.text("cli-emptied", articles=f"{gone:,}"))
            for _ in archive.refresh():
                pass


def restore_backup(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Put a backup in the place of the archive; the file that was there is kept."""
    kept = put_back(asked.backup, asked.archive)
    terminal.result(terminal.text("cli-put-back", file=asked.archive))
    if kept is not None:
        terminal.result(terminal.text("cli-set-aside", file=kept))
    with Archive.open(asked.archive) as archive:
        for _ in archive.refresh():
            pass
    return 0
