"""``reread``: read the kept originals of articles again, without a repair or with pictures read."""

import argparse

from newsarchive.archive import Archive
from newsarchive.commands.importing import stopped_politely
from newsarchive.commands.rows import repair_row
from newsarchive.commands.terminal import Terminal
from newsarchive.ingest.rereading import Reread, reread
from newsarchive.repairs import Repair


def reread_(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Read the articles named, or those with unread pictures; 1 when one could not be read."""
    if bool(asked.ids) == asked.unread:
        terminal.tell("cli-reread-which")
        return 2
    without = None if asked.unread else frozenset(map(Repair, asked.without))
    failed = False
    with stopped_politely(), Archive.open(asked.archive) as archive:
        numbers = archive.unread() if asked.unread else dict.fromkeys(asked.ids)
        for number in numbers:
            archive.article(number)
        try:
            for one in reread(archive, numbers, without, asked.jobs):
                failed = failed or bool(one.errors)
                _tell(archive, one, asked, terminal)
        finally:
            for _ in archive.refresh():
                pass
        if asked.unread and (left := len(archive.unread())):
            terminal.tell("cli-unread", count=f"{left:,}")
    return int(failed)


def _tell(archive: Archive, one: Reread, asked: argparse.Namespace, terminal: Terminal) -> None:
    for error in one.errors:
        terminal.say(error.sentence(terminal.language))
    if not one.taken:
        return
    stored = archive.article(one.number)
    if asked.json:
        repairs = [repair_row(noted, terminal.language) for noted in stored.repairs]
        row = {"id": stored.id, "title": stored.article.title, "repairs": repairs}
        terminal.row({**row, "unwanted": sorted(archive.originals.unwanted(one.number))})
        return
    terminal.result(f"#{stored.id} {stored.article.title or stored.file}")
    for noted in stored.repairs:
        terminal.result(f"  {noted.sentence(terminal.language)}")
