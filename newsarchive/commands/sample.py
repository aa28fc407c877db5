"""The sample archive: what the window shows at the very first start."""

from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.ingest.run import import_files
from resources import resource


def sample_archive() -> Path:
    """The sample archive in the user's own data folder, made on first use."""
    from platformdirs import user_data_path

    path = user_data_path("qusasat", appauthor=False, ensure_exists=True) / "sample.qusasat"
    with Archive.open(path, create=True) as archive:
        for _ in import_files(archive, [resource("sample")], jobs=1):
            pass
        archive.names.unite()
        for _ in archive.refresh():
            pass
    return path
