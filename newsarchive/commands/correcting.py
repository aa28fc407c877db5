"""``entity``, ``proposals``, ``correct`` and ``corrections``: who is who, and putting it right."""

import argparse
from collections.abc import Iterator
from typing import Any

from newsarchive.archive import Archive
from newsarchive.article import EntityKind
from newsarchive.commands.terminal import Terminal
from newsarchive.correction import Card, Correction, MadeCorrection, Proposal, Span, What
from newsarchive.errors import StoreError


def entity(asked: argparse.Namespace, terminal: Terminal) -> int:
    """What the archive knows of one person, organisation or place."""
    with Archive.open(asked.archive) as archive:
        card = archive.names.card(EntityKind(asked.kind), asked.name)
    if asked.json:
        terminal.row(_card_row(card))
    else:
        for line in _card_lines(card, terminal):
            terminal.result(line)
    return 0


def proposals(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Names that may be one."""
    with Archive.open(asked.archive) as archive:
        for one in archive.names.proposals(EntityKind(asked.kind), asked.limit):
            if asked.json:
                terminal.row(_proposal_row(one))
            else:
                for line in _proposal_lines(one, terminal):
                    terminal.result(line)
    return 0


def correct(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Make one correction, or with --dry-run tell what it would do."""
    with Archive.open(asked.archive) as archive:
        correction = _correction(archive, asked)
        preview = archive.names.preview(correction)
        numbers: tuple[int, ...] = ()
        if not asked.dry_run:
            numbers = archive.names.correct([correction])
            _index(archive)
        terminal.result(
            terminal.text(
                "cli-would-correct" if asked.dry_run else "cli-corrected",
                articles=f"{preview.articles:,}",
                number=numbers[0] if numbers else "-",
            )
        )
        for number, title in preview.examples:
            terminal.result(f"  #{number} {title}")
    return 0


def corrections(asked: argparse.Namespace, terminal: Terminal) -> int:
    """List the corrections, take one back, or share them as a file."""
    with Archive.open(asked.archive) as archive:
        names = archive.names
        if asked.undo:
            names.undo(asked.undo)
            _index(archive)
            terminal.result(terminal.text("cli-undone", number=asked.undo))
        elif asked.export:
            count = names.export_file(asked.export)
            terminal.result(terminal.text("cli-corrections-out", count=count, file=asked.export))
        elif asked.import_:
            count = names.import_file(asked.import_)
            _index(archive)
            terminal.result(terminal.text("cli-corrections-in", count=count, file=asked.import_))
        else:
            for made in names.joinings() if asked.automatic else names.history():
                _list(made, asked, terminal)
    return 0


def _index(archive: Archive) -> None:
    for _ in archive.refresh():
        pass


def _correction(archive: Archive, asked: argparse.Namespace) -> Correction:
    what, kind = What(asked.what), EntityKind(asked.kind)
    if what is What.MARK:
        return _mark(archive, kind, asked)
    hashes = tuple(archive.article(number).article.sha256 for number in asked.articles)
    name = archive.names.card(kind, asked.name).name
    return Correction(what, kind, name, asked.after or "", hashes)


def _mark(archive: Archive, kind: EntityKind, asked: argparse.Namespace) -> Correction:
    """The first place in the article where the text stands."""
    if len(asked.articles) != 1:
        raise StoreError("correction-one-article")
    article = archive.article(asked.articles[0]).article
    for part in ("title", "body"):
        text = article.title if part == "title" else article.body
        start = text.find(asked.name)
        if start >= 0:
            span = Span("title" if part == "title" else "body", start, start + len(asked.name))
            return Correction(
                What.MARK, kind, asked.name, asked.after or "", (article.sha256,), span
            )
    raise StoreError("correction-not-there", text=asked.name, id=asked.articles[0])


def _list(made: MadeCorrection, asked: argparse.Namespace, terminal: Terminal) -> None:
    one = made.correction
    if asked.json:
        terminal.row(
            {
                "number": made.number,
                "what": one.what,
                "kind": one.kind,
                "name": one.name,
                "after": one.after or None,
                "articles": list(one.articles),
                "made_by": made.made_by or None,
                "ground": made.ground or None,
                "made_at": made.made_at.isoformat(),
                "undone_at": made.undone_at.isoformat() if made.undone_at else None,
            }
        )
        return
    line = terminal.text(
        f"cli-correction-{one.what}",
        number=made.number,
        name=one.name,
        after=one.after,
        articles=len(one.articles),
    )
    if made.ground:
        why = terminal.text(f"cli-ground-{made.ground}")
        line = terminal.text("cli-joined", line=line, why=why)
    terminal.result(terminal.text("cli-taken-back", line=line) if made.undone_at else line)


def _card_row(card: Card) -> dict[str, Any]:
    return {
        "kind": card.kind,
        "name": card.name,
        "articles": card.articles,
        "names": [{"name": name, "count": count} for name, count in card.names],
        "offices": [
            {
                "text": office.text,
                "title": office.is_title,
                "first": office.first.isoformat() if office.first else None,
                "last": office.last.isoformat() if office.last else None,
                "count": office.articles,
                "articles": list(office.examples),
            }
            for office in card.offices
        ],
        "months": [{"month": month, "count": count} for month, count in card.months],
        "with": [
            {"kind": one.kind, "name": one.name, "count": one.articles} for one in card.beside
        ],
        "hidden": card.is_hidden,
    }


def _card_lines(card: Card, terminal: Terminal) -> Iterator[str]:
    yield terminal.text("cli-card", name=card.name, articles=f"{card.articles:,}")
    for name, count in card.names:
        if name != card.name:
            yield f"  {count:>7,}  {name}"
    if card.offices:
        yield terminal.text("cli-offices")
    for office in card.offices:
        days = [day.isoformat() for day in dict.fromkeys((office.first, office.last)) if day]
        yield f"  {office.articles:>7,}  {office.text}  {' – '.join(days)}".rstrip()
    if card.beside:
        yield terminal.text("cli-beside")
    yield from (f"  {one.articles:>7,}  {one.name}" for one in card.beside)


def _proposal_row(one: Proposal) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "name": one.name,
        "into": one.into,
        "reason": one.reason,
        "articles": one.articles,
        "into_articles": one.into_articles,
        "shared": list(one.shared),
        "together": one.together,
    }


def _proposal_lines(one: Proposal, terminal: Terminal) -> Iterator[str]:
    yield f"{one.name} ({one.articles:,}) ← {one.into} ({one.into_articles:,})"
    yield f"   {terminal.text(f'cli-because-{one.reason}')}"
    if one.shared:
        yield f"   {'، '.join(one.shared)}"
