"""Looking through the folders that an archive watches, for what is new in them or has changed.

The diary of imports tells what was read before, so that a look costs a walk and no reading. A file
that is still being written is left for the next look; a folder that is gone is told once.
"""

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

from newsarchive.errors import ReaderError
from newsarchive.ingest.fingerprint import Fingerprints, Seen, refusal
from newsarchive.ingest.flow import FLOW, find_files
from newsarchive.ingest.run import import_files
from newsarchive.ingest.values import Destination, Flow, Progress
from newsarchive.store.imports import Tried
from newsarchive.watched import Back, Entered, Gone, Notice, Unquiet, WatchedFolder

_MAY_PASS = {"reader-missing", "reader-unreadable"}
_FORBIDDEN = "reader-forbidden"
_OLD_SECONDS = 10.0
_QUIET_SECONDS = 1.0
_AT_ONCE = 500


class Sources(Protocol):
    """What a look asks of the archive, beside what an import asks."""

    def folders(self) -> tuple[WatchedFolder, ...]:
        """The folders that are watched."""
        ...

    def note_look(self, there: Iterable[Path], gone: Iterable[Path]) -> None:
        """Write down what was looked through, and what was not there."""
        ...

    def tried(self, fingerprints: Iterable[str]) -> dict[str, Tried]:
        """Files that were tried before."""
        ...


@dataclass(slots=True)
class Watch:
    """Looks again and again, and passes over what it has seen before.

    Attributes:
        archive: where articles go.
        sources: of that archive.
        flow: from a file to articles.
        jobs: processes; 0 for as many as the machine has processors.
        pause: waits for some seconds, to see whether a file grows.
    """

    archive: Destination
    sources: Sources
    flow: Flow = FLOW
    jobs: int = 0
    pause: Callable[[float], object] = time.sleep
    _fingerprints: Fingerprints = field(default_factory=Fingerprints)
    _known: set[str] = field(default_factory=set)

    def look(self) -> Generator[Progress | Notice, None, None]:
        """Import what is new or has changed; only such files are counted.

        Raises:
            StoreError: the archive could not be written; what was told before is on disk.
        """
        there: list[Path] = []
        gone: list[Path] = []
        for folder in self.sources.folders():
            present = _is_there(folder.path)
            (there if present else gone).append(folder.path)
            if present and folder.missing_since:
                yield Back(folder.path)
            elif not present and not folder.missing_since:
                yield Gone(folder.path)
        entered: list[Path] = []
        fresh: list[_Candidate] = []
        found = (self._seen(one) for one in find_files(there, entered.append))
        while some := list(islice(found, _AT_ONCE)):
            fresh += self._fresh(some)
            if len(entered) >= _AT_ONCE:
                yield Entered(tuple(entered))
                entered.clear()
        yield Entered(tuple(entered))
        quiet = self._quiet(fresh)
        if len(quiet) < len(fresh):
            yield Unquiet(len(fresh) - len(quiet))
        yield from import_files(
            self.archive, (), self.jobs, flow=self.flow, find=lambda _: (one.found for one in quiet)
        )
        self.sources.note_look(there, gone)

    def _seen(self, found: Path | ReaderError) -> "_Candidate":
        if isinstance(found, ReaderError):
            return _Candidate(found, Seen(mark=refusal(found)))
        return _Candidate(found, self._fingerprints.of(found))

    def _fresh(self, some: list["_Candidate"]) -> Iterator["_Candidate"]:
        """Those that were never tried, or of which another try may give more."""
        unknown = [one for one in some if one.seen.mark not in self._known]
        tried = self.sources.tried(one.seen.mark for one in unknown)
        for one in unknown:
            if _may_give_more(one.found, tried.get(one.seen.mark)):
                yield one
            else:
                self._known.add(one.seen.mark)

    def _quiet(self, fresh: list["_Candidate"]) -> list["_Candidate"]:
        """Those that do not grow; of files written just now, size and time are seen twice."""
        young = {one for one in fresh if isinstance(one.found, Path) and one.is_young}
        if young:
            self.pause(_QUIET_SECONDS)
        return [one for one in fresh if one not in young or self._seen(one.found) == one]


class _Candidate(NamedTuple):
    """Something that a walk found, and the state it was in."""

    found: Path | ReaderError
    seen: Seen

    @property
    def is_young(self) -> bool:
        """Whether it was written just now, by this machine's clock; or later than now."""
        return time.time() - self.seen.changed / 1e9 < _OLD_SECONDS


def _may_give_more(found: Path | ReaderError, tried: Tried | None) -> bool:
    if tried is None:
        return True
    if tried.is_done or isinstance(found, ReaderError):
        return False
    if _FORBIDDEN in tried.codes:
        return os.access(found, os.R_OK)
    return bool(tried.codes & _MAY_PASS)


def _is_there(folder: Path) -> bool:
    """Whether a folder can be looked into now; one that an unplugged drive left behind cannot."""
    try:
        with os.scandir(folder):
            return True
    except OSError:
        return False
