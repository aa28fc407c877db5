"""The program's own command line with small commits, so that a kill falls between many of them."""

import sys
from functools import partial

from newsarchive.commands import importing, run
from newsarchive.ingest.run import import_files
from newsarchive.ingest.values import Limits

INDEX_EVERY = 60


def main() -> int:
    """Do what the line says, committing by tens of articles and indexing by sixties."""
    limits = Limits(batch=10, batch_seconds=0.1)
    importing.import_files = partial(import_files, limits=limits)
    importing._INDEX_EVERY = INDEX_EVERY
    return run(sys.argv[1:], lambda _: 1)


if __name__ == "__main__":
    raise SystemExit(main())
