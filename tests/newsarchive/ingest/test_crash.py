"""The importer is killed at random moments; what it has told is there once, and only once."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsarchive.store import articles
from newsarchive.store.check import check
from newsarchive.store.connection import open_store

ROOT = Path(__file__).resolve().parents[3]
FILES, LINES = 24, 60
TRIALS = int(os.environ.get("QUSASAT_CRASHES", "4"))

IMPORTER = """
import sys
from pathlib import Path
from newsarchive.ingest.run import import_files
from newsarchive.ingest.values import Limits
from tests.newsarchive.ingest import stand_ins
from tests.newsarchive.ingest.test_import_files import Notebook

if __name__ == "__main__":
    archive, *paths = map(Path, sys.argv[1:])
    limits = Limits(batch=25, batch_seconds=0.01)
    steps = import_files(Notebook(archive), paths, 2, flow=stand_ins.FLOW, find=stand_ins.find,
                         limits=limits)
    for progress in steps:
        print(progress.articles, flush=True)
"""


@pytest.fixture
def paths(tmp_path):
    made = []
    for number in range(FILES):
        path = tmp_path / f"{number}.txt"
        path.write_text("\n".join(f"خبر {number}.{k}" for k in range(LINES)), encoding="utf-8")
        made.append(str(path))
    return made


def start(script, archive, paths):
    return subprocess.Popen(
        [sys.executable, str(script), str(archive), *paths],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def killed_after(process, seconds):
    """What the process told before it was killed."""
    try:
        out, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        out, _ = process.communicate()
    told = [int(line) for line in out.split() if line.strip().isdigit()]
    return told[-1] if told else 0


def test_what_was_told_survives_being_killed(tmp_path, paths):
    script = tmp_path / "importer.py"
    script.write_text(IMPORTER, encoding="utf-8")
    archive = tmp_path / "a.qusasat"
    chance = random.Random(7)
    begun = time.monotonic()
    killed_after(start(script, tmp_path / "whole.qusasat", paths), 120)
    whole = time.monotonic() - begun
    stored = 0
    for _ in range(TRIALS):
        told = killed_after(start(script, archive, paths), chance.uniform(0.2, 1.0) * whole)
        if not archive.exists():
            continue
        with open_store(archive, create=True) as store:
            found = articles.count(store)
            assert found >= stored + told
            assert check(store).problems == ()
        stored = found
        if stored == FILES * LINES:
            archive.unlink()
            stored = 0
    killed_after(start(script, archive, paths), 120)
    with open_store(archive) as store:
        titles = [title for (title,) in store.database.execute("SELECT title FROM articles")]
    assert sorted(titles) == sorted(f"خبر {n}.{k}" for n in range(FILES) for k in range(LINES))
