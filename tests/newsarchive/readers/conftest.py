"""What the readers' tests share: a file from bytes, and everything that reading it gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsarchive.article import RawDocument
from newsarchive.errors import ReaderError
from newsarchive.readers import Found, Limits, read

Given = tuple[list[RawDocument], list[ReaderError]]


def parted(found: list[Found]) -> Given:
    documents = [one for one in found if isinstance(one, RawDocument)]
    errors = [one for one in found if isinstance(one, ReaderError)]
    for error in errors:
        assert error.sentence("ar") != error.sentence("en")
    return documents, errors


@pytest.fixture
def given(tmp_path: Path) -> Callable[..., Given]:
    """Write a file and read it: ``given("a.txt", data)`` → (documents, errors)."""

    def write_and_read(name: str, data: bytes | str, limits: Limits | None = None) -> Given:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return parted(list(read(path, limits or Limits())))

    return write_and_read
