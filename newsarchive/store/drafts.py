"""Files that are never seen half made: written under a name of their own, then renamed."""

import glob
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BESIDE = ("", "-wal", "-shm", "-journal")
_OLD_SECONDS = 86_400


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """The name to write to; renamed to ``target``, and on disk, when the block ends well.

    Two processes at one target have two drafts: with one between them, the first to end would name
    the other's half. What killed processes left is taken away a day later.
    """
    _take_away_old(target)
    draft = target.with_name(f".{target.name}.{uuid.uuid4().hex[:12]}.draft")
    try:
        yield draft
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        _unlink(draft)


def _take_away_old(target: Path) -> None:
    with suppress(OSError):
        for left in target.parent.glob(f".{glob.escape(target.name)}.*.draft"):
            if time.time() - left.stat().st_mtime > _OLD_SECONDS:
                _unlink(left)


def _unlink(draft: Path) -> None:
    for name in _BESIDE:
        draft.with_name(draft.name + name).unlink(missing_ok=True)
