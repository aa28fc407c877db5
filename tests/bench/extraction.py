"""Articles a second that one core reads and understands as pages, names left aside.

``python -m tests.bench.extraction FOLDER``: page copies (``.txt``) and records of data sets in the
folder; each record is laid out as a page copy, with its title, section and date over its text.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from newsarchive import readers
from newsarchive.article import RawDocument
from newsarchive.extract import extract

_SHARE = 20_000


def page_copies(source: Path, folder: Path, most: int) -> list[Path]:
    """The page copies at ``source``, and its records written as page copies into ``folder``."""
    copies: list[Path] = []
    for document in _documents(source):
        if len(copies) == most:
            break
        copies.append(folder / f"{len(copies)}.txt")
        copies[-1].write_text(_as_page(document), encoding="utf-8")
    return copies


def _documents(source: Path) -> Iterator[RawDocument]:
    for path in readers.find_files([source]):
        if isinstance(path, Path):
            for document in readers.read(path):
                if isinstance(document, RawDocument) and document.text:
                    yield document


def _as_page(document: RawDocument) -> str:
    fields = document.fields
    head = [fields.get(name, "") for name in ("section", "title", "date")]
    return "\n\n".join([*(line for line in head if line), document.text])


def measure(source: Path, most: int = _SHARE) -> float:
    """Articles a second: files read from the disk and understood, in this process."""
    with tempfile.TemporaryDirectory(prefix="qusasat-bench-") as folder:
        copies = page_copies(source, Path(folder), most)
        if not copies:
            raise SystemExit(f"no articles in {source}")
        _understood(copies[:200])
        gc.freeze()  # as the processes of an import do after their first file
        begun = time.process_time()
        _understood(copies)
        return len(copies) / (time.process_time() - begun)


def _understood(copies: list[Path]) -> None:
    for path in copies:
        for document in readers.read(path):
            if isinstance(document, RawDocument):
                extract(document)


def main() -> None:
    """Print the rate of each folder named."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.extraction", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    for folder in parser.parse_args().folders:
        print(f"{measure(folder):8,.0f} articles a second on one core  {folder}")


if __name__ == "__main__":
    main()
