"""A backup of an archive, as those who choose one see it, and the folder it goes to."""

import datetime as dt
import errno
import tempfile
from dataclasses import dataclass
from pathlib import Path

from newsarchive.errors import StoreError

FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of an archive: where it is, of which day, how many bytes."""

    path: Path
    day: dt.date
    size: int


def prove_folder(folder: Path) -> None:
    """See whether backups can be put into a folder that the user chose; nothing stays in it.

    A folder that is not there is not made: its drive may be unplugged, and backups would come to
    lie on the disk that they are to protect from.

    Raises:
        StoreError: backup-folder-gone, backup-folder-forbidden or backup-folder-full.
    """
    if not folder.is_dir():
        raise StoreError("backup-folder-gone", folder=folder)
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".qusasat-") as file:
            file.write(b"\0" * 4096)
            file.flush()
    except OSError as error:
        is_full = error.errno in FULL
        code = "backup-folder-full" if is_full else "backup-folder-forbidden"
        raise StoreError(code, folder=folder) from error


def is_on_disk_of(folder: Path, archive: Path) -> bool:
    """Whether a backup there would be gone with the archive's own disk."""
    try:
        return folder.stat().st_dev == archive.stat().st_dev
    except OSError:
        return False
