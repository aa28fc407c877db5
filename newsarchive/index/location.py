"""Where an archive's index lies: in the user's cache, one folder for each file."""

import hashlib
import os
from pathlib import Path


def index_folder(archive: Path, archive_id: str) -> Path:
    """The folder of the index of the archive file at this path.

    A copied archive carries the same id, so the folder's name is made of both. The environment's
    QUSASAT_CACHE takes the place of the user's cache folder.
    """
    name = hashlib.sha256(f"{archive_id}\n{archive.resolve()}".encode()).hexdigest()[:20]
    chosen = os.environ.get("QUSASAT_CACHE")
    if chosen:
        return Path(chosen) / "index" / name
    from platformdirs import user_cache_path

    return user_cache_path("qusasat", appauthor=False) / "index" / name
