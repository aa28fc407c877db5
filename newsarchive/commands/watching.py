"""``watch``: folders that an archive reads again when they change."""

import argparse
import threading
from pathlib import Path
from typing import Any

from newsarchive.archive import Archive
from newsarchive.commands.importing import flow_of, follow, stopped_politely
from newsarchive.commands.reporting import Report, reporter
from newsarchive.commands.terminal import Terminal
from newsarchive.ingest.watching import Watch
from newsarchive.priority import give_way
from newsarchive.watched import WatchedFolder


def watch(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Add, forget or list folders; else look through them, once or until stopped.

    1 when in the one look some input failed, or a folder was found gone.
    """
    with stopped_politely(), Archive.open(asked.archive, create=bool(asked.paths)) as archive:
        for path in asked.forget:
            archive.sources.forget(path)
        archive.sources.watch(asked.paths)
        if asked.list or asked.forget:
            _list(archive, asked, terminal)
            return 0
        give_way()
        one = Watch(archive, archive.sources, jobs=asked.jobs)
        report = reporter(terminal, for_programs=asked.json, only_news=True)
        if asked.once:
            return int(_look(archive, one, asked, report))
        _go_on(archive, one, asked, report)
    return 0


def _go_on(archive: Archive, one: Watch, asked: argparse.Namespace, report: Report) -> None:
    """Look, wait, and look again, until told to end."""
    stop = threading.Event()
    try:
        while True:
            _look(archive, one, asked, report)
            stop.wait(asked.every)
    except KeyboardInterrupt:
        return


def _look(archive: Archive, one: Watch, asked: argparse.Namespace, report: Report) -> bool:
    """One look, unless another process is at it; whether something failed or is newly gone."""
    one.flow = flow_of(archive, asked)
    with archive.claimed("watch") as mine:
        if not mine:
            report.busy()
            return False
        before = _gone(archive)
        last = follow(archive, one.look(), report)
    return bool(_gone(archive) - before) or (last is not None and last.failed > 0)


def _gone(archive: Archive) -> set[Path]:
    return {folder.path for folder in archive.sources.folders() if folder.missing_since}


def _list(archive: Archive, asked: argparse.Namespace, terminal: Terminal) -> None:
    for folder in archive.sources.folders():
        if asked.json:
            terminal.row(_row(folder))
        else:
            terminal.result(_line(folder, terminal))


def _row(folder: WatchedFolder) -> dict[str, Any]:
    return {
        "path": str(folder.path),
        "added_at": folder.added_at,
        "looked_at": folder.looked_at or None,
        "missing_since": folder.missing_since or None,
    }


def _line(folder: WatchedFolder, terminal: Terminal) -> str:
    if folder.missing_since:
        return terminal.text("cli-folder-gone", path=folder.path, since=folder.missing_since[:10])
    if folder.looked_at:
        return terminal.text("cli-folder", path=folder.path, looked=folder.looked_at)
    return terminal.text("cli-folder-new", path=folder.path)
