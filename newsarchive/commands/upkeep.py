"""``check`` and ``reindex``: keep an archive whole."""

import argparse
from itertools import count
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.commands.terminal import Terminal
from newsarchive.errors import DamagedError, StoreError
from newsarchive.ingest.rereading import reread
from newsarchive.store.check import Findings
from newsarchive.store.salvage import Salvaged, salvage


def check(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Verify the file and bring the index up to it; 4 when it is not whole and was salvaged."""
    try:
        archive = Archive.open(asked.archive)
    except StoreError as error:
        if not isinstance(error, DamagedError) and error.code != "store-strange":
            raise
        terminal.say(error.sentence(terminal.language))
        _salvage(asked.archive, terminal)
        return 4
    with archive:
        findings = _look_through(archive, terminal)
        if findings.problems and _is_mended(archive):
            terminal.result(terminal.text("cli-mended"))
            findings = Findings(findings.articles)
        terminal.result(terminal.text("cli-checked", articles=f"{findings.articles:,}"))
        if not findings.problems:
            _bring_up(archive, terminal)
            return 0
    _salvage(asked.archive, terminal)
    return 4


def _look_through(archive: Archive, terminal: Terminal) -> Findings:
    findings = archive.check()
    for problem in findings.problems:
        terminal.result(terminal.text(problem.code, **problem.values))
    return findings


def _is_mended(archive: Archive) -> bool:
    """Whether the archive is whole once its own indexes are made again."""
    try:
        archive.mend()
    except StoreError:
        return False
    return not archive.check().problems


def _bring_up(archive: Archive, terminal: Terminal) -> None:
    """Bring the search index up to the archive, or make it anew where it holds something else."""
    if archive.families_behind() or not archive.is_current():
        _index(archive, terminal, rebuild=False)
    if archive.is_current() and not archive.index_agrees():
        terminal.result(terminal.text("cli-index-differs"))
        done = [0, *archive.refresh(rebuild=True)]
        terminal.result(terminal.text("cli-indexed", articles=f"{done[-1]:,}"))


def _salvage(damaged: Path, terminal: Terminal) -> None:
    """Save what can be read into a new archive beside the damaged one; say what is lost."""
    saved = salvage(damaged, _free_name(damaged))
    terminal.result(
        terminal.text("cli-salvaged", articles=f"{saved.articles:,}", file=saved.target)
    )
    read = _read_again(saved)
    for code, numbers in (
        ("cli-lost", saved.lost),
        ("cli-read-again", [one for one in saved.only_original if one in read]),
        ("cli-original-only", [one for one in saved.only_original if one not in read]),
        ("cli-text-only", saved.without_original),
        ("cli-named-again", [one for one in saved.partly_named if one in read]),
        ("cli-partly-named", [one for one in saved.partly_named if one not in read]),
    ):
        for number in numbers:
            terminal.result(terminal.text(code, id=number))
    for table, rows in saved.rows_lost:
        code = "cli-rows-lost" if rows else "cli-rows-unknown"
        terminal.result(terminal.text(code, table=table, count=rows))
    if saved.is_all:
        terminal.result(terminal.text("cli-nothing-lost"))


def _read_again(saved: Salvaged) -> set[int]:
    """Read articles whose text or names are gone from their whole originals; which it gave back."""
    numbers = [*saved.only_original, *(set(saved.partly_named) - set(saved.without_original))]
    if not numbers:
        return set()
    with Archive.open(saved.target) as archive:
        return {one.number for one in reread(archive, sorted(numbers), None) if one.taken}


def _free_name(damaged: Path) -> Path:
    names = (
        damaged.with_name(f"{damaged.stem}.saved{f'-{n}' if n else ''}{damaged.suffix}")
        for n in count()
    )
    return next(name for name in names if not name.exists())


def reindex(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Look for copies of every article anew; throw the index away and make it again.

    With ``--behind`` only what the index lacks is added, as the window does at opening.
    """
    with Archive.open(asked.archive) as archive:
        if asked.behind:
            _bring_up(archive, terminal)
            return 0
        _index(archive, terminal, rebuild=True)
    return 0


def _index(archive: Archive, terminal: Terminal, *, rebuild: bool) -> None:
    from tqdm import tqdm

    archive.names.unite(again=rebuild)
    total = archive.count() if rebuild else None
    steps = (
        ("cli-compared", archive.find_families(again=rebuild)),
        ("cli-indexed", archive.refresh(rebuild=rebuild)),
    )
    for told, work in steps:
        done = 0
        with tqdm(file=terminal.err, disable=None, total=total, unit="", leave=False) as bar:
            for done in work:
                bar.update(done - bar.n)
        terminal.result(terminal.text(told, articles=f"{done:,}"))
