"""``check`` and ``reindex``: keep an archive whole."""

import argparse

from newsarchive.archive import Archive
from newsarchive.commands.terminal import Terminal


def check(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Verify the file and bring the index up to it; 4 when the file is not whole."""
    with Archive.open(asked.archive) as archive:
        findings = archive.check()
        for problem in findings.problems:
            terminal.result(terminal.text(problem.code, **problem.values))
        terminal.result(terminal.text("cli-checked", articles=f"{findings.articles:,}"))
        if not findings.problems and not archive.is_current():
            _index(archive, terminal, rebuild=False)
    return 4 if findings.problems else 0


def reindex(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Throw the index away and make it again."""
    with Archive.open(asked.archive) as archive:
        _index(archive, terminal, rebuild=True)
    return 0


def _index(archive: Archive, terminal: Terminal, *, rebuild: bool) -> None:
    from tqdm import tqdm

    total = archive.count() if rebuild else None
    done = 0
    with tqdm(file=terminal.err, disable=None, total=total, unit="", leave=False) as bar:
        for done in archive.refresh(rebuild=rebuild):
            bar.update(done - bar.n)
    terminal.result(terminal.text("cli-indexed", articles=f"{done:,}"))
