"""Documents that are zip packages of XML files: DOCX, ODT, EPUB, XLSX."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from newsarchive.errors import ReaderError
from newsarchive.readers.limits import read_whole
from newsarchive.readers.reader import Source, Visit
from newsarchive.readers.xml_tree import parse
from newsarchive.readers.zip_archive import member, opened


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package."""

    name: str
    _archive: zipfile.ZipFile
    _visit: Visit

    def names(self) -> list[str]:
        """The names of the files in it."""
        return self._archive.namelist()

    def bytes(self, name: str) -> bytes:
        """A file's bytes.

        Raises:
            ReaderError: it is missing, locked, damaged or too large.
        """
        full = f"{self.name}/{name}"
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            raise ReaderError("reader-package-part-missing", file=self.name, part=name) from None
        found = member(self._archive, info, self._visit)
        if found.locked:
            raise ReaderError("reader-encrypted", file=self.name, count=1)
        with found.open(full) as stream:
            return read_whole(stream, full, self._visit.limits.table_bytes)

    def tree(self, name: str) -> Element:
        """An XML file's root; raises as :meth:`bytes`, and where the XML is broken."""
        return parse(self.bytes(name), f"{self.name}/{name}")


@contextmanager
def package(source: Source, visit: Visit) -> Iterator[Package]:
    """The package opened for reading."""
    with opened(source) as archive:
        yield Package(source.name, archive, visit)
