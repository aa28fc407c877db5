"""Indexing what an import has stored, in a process of its own, while the import goes on.

To index takes a third of the time that it takes to read and understand. Done by the process that
collects what the others find, it would let those wait, and one processor with them.
"""

import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from types import TracebackType

from newsarchive.archive import Archive
from newsarchive.errors import ArchiveError
from newsarchive.ingest.worker import collect_seldom
from newsarchive.priority import give_way


@dataclass(slots=True)
class Indexer:
    """Brings an archive's index up to it when asked to; the process is started when first asked.

    Whatever becomes of that process, the index can be brought up by any other. Use it as a context
    manager: on leaving, the process is gone.
    """

    archive: Path
    _process: SpawnProcess | None = None
    _connection: "Connection[object, object] | None" = None
    _is_asked: bool = False

    def __enter__(self) -> "Indexer":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is None:
            return
        self._drop_connection()
        self._process.join()
        self._process.close()
        self._process = None

    @property
    def is_busy(self) -> bool:
        """Whether it is still at what it was asked for."""
        if self._is_asked and self._connection is not None and self._connection.poll():
            self._hear()
        return self._is_asked

    def begin(self) -> None:
        """Index what is stored by now, which takes its time."""
        if self._process is None:
            self._start()
        if self._connection is None or self.is_busy:
            return
        try:
            self._connection.send(None)
            self._is_asked = True
        except OSError:
            self._drop_connection()

    def go_on(self) -> None:
        """As ``begin``; nothing where it was never asked to."""
        if self._process is not None:
            self.begin()

    def finish(self) -> None:
        """Wait until all that is stored by now is indexed; nothing where it was never asked to."""
        if self._process is not None:
            self._wait()
            self.begin()
            self._wait()

    def _start(self) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self.archive), daemon=True)
        self._process.start()
        theirs.close()

    def _wait(self) -> None:
        if self._is_asked:
            self._hear()

    def _hear(self) -> None:
        self._is_asked = False
        try:
            if self._connection is not None:
                self._connection.recv()
        except (EOFError, OSError):
            self._drop_connection()

    def _drop_connection(self) -> None:
        self._is_asked = False
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _serve(connection: "Connection[object, object]", archive: Path) -> None:
    """Index whenever something comes down the pipe. Runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_way()
    collect_seldom()
    asked: SimpleQueue[object] = SimpleQueue()
    Thread(target=_listen, args=(connection, asked), daemon=True).start()
    with suppress(ArchiveError, OSError), Archive.open(archive) as opened:
        while True:
            asked.get()
            for _ in opened.refresh():
                pass
            connection.send(None)


def _listen(connection: "Connection[object, object]", asked: "SimpleQueue[object]") -> None:
    """Hand on what comes down the pipe; once nothing more can come, end the process where it is."""
    with suppress(EOFError, OSError):
        while True:
            asked.put(connection.recv())
    os._exit(0)
