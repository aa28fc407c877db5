"""A flow for tests, run in real processes: each line of a file is an article, or a mishap."""

import hashlib
import os
import signal
import threading
from pathlib import Path

from newsarchive.article import Article, Person, RawDocument
from newsarchive.errors import ReaderError
from newsarchive.ingest.values import Flow


def find(paths):
    for path in paths:
        yield path if path.exists() else ReaderError("reader-missing", file=str(path))


def read(path: Path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line == "bad record":
            yield ReaderError("ingest-nothing", file=f"{path}#{number}")
        elif line == "reader's defect":
            raise ArithmeticError
        else:
            yield RawDocument(f"{path}#{number}", line.encode(), "text/plain", line)


def refuse(path: Path):
    raise AssertionError


def understand(raw: RawDocument) -> Article:
    match raw.text:
        case "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            threading.Event().wait()
        case "defect":
            raise ZeroDivisionError
        case "greedy":
            bytearray(1 << 40)
    digest = hashlib.sha256(raw.source).hexdigest()
    return Article(raw.name, digest, raw.text, raw.text, persons=(Person("هدى الكندية"),))


FLOW = Flow(read, understand)


class Poison:
    """Ends the process that unpacks it."""

    def __reduce__(self):
        return os._exit, (3,)
