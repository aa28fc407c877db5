"""``columns``: which column of a table is taken for what, and what was chosen before."""

import argparse
from collections.abc import Iterator
from typing import Any

from newsarchive.archive import Archive
from newsarchive.columns import KeptMapping, Table
from newsarchive.commands.terminal import Terminal
from newsarchive.errors import MappingError, ReaderError
from newsarchive.ingest.tables import choices, chosen_for, tables

_SAMPLES = 5
_SHOWN = 60
_LONGEST = 2_000


def columns(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Show the guess for each table; list or forget what is kept in the archive."""
    if asked.forget or not asked.paths:
        return _kept(asked, terminal)
    kept = _mappings(asked)
    if wanted := choices(asked.map):
        found = [t for t in tables(asked.paths, kept, 0) if isinstance(t, Table)]
        kept = (*kept, *chosen_for(found, wanted))
    failed, none = False, True
    for one in tables(asked.paths, kept, _SAMPLES):
        if isinstance(one, ReaderError):
            failed = True
            terminal.say(one.sentence(terminal.language))
            continue
        none = False
        if asked.json:
            terminal.row(table_row(one))
        else:
            for line in _table_lines(one, terminal):
                terminal.result(line)
    if none and not failed:
        raise MappingError("map-no-table")
    return int(failed)


def _mappings(asked: argparse.Namespace) -> tuple[KeptMapping, ...]:
    if not asked.archive:
        return ()
    with Archive.open(asked.archive) as archive:
        return archive.sources.mappings()


def _kept(asked: argparse.Namespace, terminal: Terminal) -> int:
    if not asked.archive:
        raise MappingError("map-nothing-asked")
    with Archive.open(asked.archive) as archive:
        if asked.forget:
            archive.sources.forget_mapping(asked.forget)
        for one in archive.sources.mappings():
            if asked.json:
                terminal.row(_kept_row(one))
            else:
                for line in _kept_lines(one, terminal):
                    terminal.result(line)
    return 0


def table_row(table: Table) -> dict[str, Any]:
    """A table as ``columns --json`` prints it."""
    return {
        "file": table.name,
        "sure": table.is_sure,
        "articles": table.mapping.holds_articles,
        "mapping": [
            {"part": one.part, "column": one.column, "why": one.why, "score": one.score}
            for one in table.mapping.parts
        ],
        "columns": [
            {"name": one.name, "samples": [text[:_LONGEST] for text in one.samples]}
            for one in table.columns
        ],
    }


def _table_lines(table: Table, terminal: Terminal) -> Iterator[str]:
    yield table.name
    if not table.mapping.holds_articles:
        yield f"  {terminal.text('cli-columns-none')}"
    elif not table.is_sure:
        yield f"  {terminal.text('cli-columns-unsure')}"
    for one in table.mapping.parts:
        part, why = terminal.text(f"part-{one.part}"), terminal.text(f"cli-why-{one.why}")
        column = f"«{one.column}»" if one.column else terminal.text("cli-no-column")
        yield f"  {part}: {column} ({why})"
        if sample := _sample(table.samples(one.part)):
            yield f"      {sample}"
    used = {one.column for one in table.mapping.parts}
    if others := [one for one in table.columns if one.name not in used]:
        yield f"  {terminal.text('cli-columns-unused')}"
        for other in others:
            yield f"      «{other.name}»  {_sample(other.samples)}".rstrip()
    yield ""


def _sample(samples: tuple[str, ...]) -> str:
    """The first value that is there, cut to a line."""
    line = " ".join(next(filter(None, samples), "").split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _kept_row(one: KeptMapping) -> dict[str, Any]:
    return {
        "id": one.number,
        "columns": list(one.columns),
        "mapping": dict(one.choices),
        "made_at": one.made_at,
    }


def _kept_lines(one: KeptMapping, terminal: Terminal) -> Iterator[str]:
    yield f"#{one.number} {one.made_at[:10]}: {'، '.join(one.columns)}"
    for part, column in one.choices.items():
        name = f"«{column}»" if column else terminal.text("cli-no-column")
        yield f"  {terminal.text(f'part-{part}')}: {name}"
