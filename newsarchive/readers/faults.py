"""The operating system's refusals and the parsers' failures as sentences."""

import gzip
import lzma
import tarfile
import zipfile
import zlib

from newsarchive.errors import ReaderError


def fault(name: str, error: BaseException) -> ReaderError:
    """What went wrong with the file called ``name``."""
    if isinstance(error, ReaderError):
        return error
    if isinstance(error, gzip.BadGzipFile | zlib.error | lzma.LZMAError | EOFError):
        return ReaderError("reader-compressed-damaged", file=name)
    if isinstance(error, zipfile.BadZipFile | tarfile.TarError):
        return ReaderError("reader-zip-member-damaged", file=name)
    if isinstance(error, FileNotFoundError):
        return ReaderError("reader-missing", file=name)
    if isinstance(error, PermissionError):
        return ReaderError("reader-forbidden", file=name)
    if isinstance(error, OSError):
        return ReaderError("reader-unreadable", file=name, reason=error.strerror or str(error))
    if isinstance(error, MemoryError):
        return ReaderError("reader-no-memory", file=name)
    return ReaderError("reader-failed", file=name, reason=type(error).__name__)
