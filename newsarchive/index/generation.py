"""Which index a folder holds: of two who find it broken, the second leaves the first's new one be.

Each index has a name of its own, made with it. Who wants to throw one away says which it has
judged; when another has taken its place meanwhile, or is being made there, nothing is done.
"""

import shutil
import uuid
from pathlib import Path

from newsarchive.index.claim import claimed

WRITING = "writing"
PATIENCE_SECONDS = 2.0
_NAME = ".generation"
_GONE = "gone"


def name_new(folder: Path) -> None:
    """Give the index that is begun in the folder a name."""
    draft = folder / f"{_NAME}.draft"
    draft.write_text(uuid.uuid4().hex, encoding="ascii")
    draft.replace(folder / _NAME)


def name_of(folder: Path) -> str:
    """The name of the index in the folder; "" where there is none, or one of an older program."""
    try:
        return (folder / _NAME).read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""


def throw_away(folder: Path, judged: str) -> bool:
    """Delete an index, for everything in it can be made again from the store.

    Args:
        folder: where it lies.
        judged: its name when it was found broken, or old.

    Returns:
        Whether it was deleted: not when another process is writing there, or has made it anew.
    """
    with claimed(folder, WRITING, PATIENCE_SECONDS) as mine:
        if not mine or name_of(folder) != judged:
            return False
        for left in folder.parent.glob(f"{folder.name}.{_GONE}-*"):
            shutil.rmtree(left, ignore_errors=True)
        gone = folder.with_name(f"{folder.name}.{_GONE}-{uuid.uuid4().hex}")
        try:
            folder.rename(gone)
        except FileNotFoundError:
            return True
        except OSError:
            gone = folder  # another process has a file of it open, where that forbids renaming
        shutil.rmtree(gone, ignore_errors=True)
        return True
