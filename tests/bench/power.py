"""The power goes: what the disk holds at that moment is all that is left.

    python -m tests.bench.power --seconds 600 --seed 1        (Linux, as root)

The crash test on a file system in a file (ext4 on a loop device). Instead of a kill the processes
are held, the file is copied as the disk stands, and all goes on from the copy: what was not yet
written through is gone, as after a power cut, and the file system's own journal is played back.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.crash import FILES, RECORDS, Crashes, Tally, look_through, write_files

MEGABYTES = 192


@dataclass(slots=True)
class Disk:
    """A file system in a file, and the folder where it is mounted."""

    image: Path
    folder: Path

    def make(self) -> None:
        """An empty one, mounted."""
        with self.image.open("wb") as file:
            file.truncate(MEGABYTES << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", str(self.image)], check=True)
        self.mount()

    def mount(self) -> None:
        """Put it in its place; an unfinished journal is played back."""
        subprocess.run(["mount", "-o", "loop", str(self.image), str(self.folder)], check=True)

    def leave(self) -> None:
        """Take it away."""
        subprocess.run(["umount", str(self.folder)], check=False)

    def copy(self, process: "subprocess.Popen[str]") -> None:
        """Keep what the disk holds now; then no process of the program goes on."""
        family = list(_family(process.pid))
        for one in family:
            os.kill(one, signal.SIGSTOP)
        shutil.copyfile(self.image, self._cut)
        for one in family:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)

    def go_back(self) -> None:
        """Go on from what was kept."""
        until = time.monotonic() + 30
        while subprocess.run(["umount", str(self.folder)], check=False).returncode:
            if time.monotonic() > until:
                raise TimeoutError(str(self.folder))
            time.sleep(0.1)
        self._cut.replace(self.image)
        self.mount()

    @property
    def _cut(self) -> Path:
        return self.image.with_suffix(".cut")


def _family(number: int) -> Iterator[int]:
    """A process and all that it started."""
    yield number
    children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii")
    for child in map(int, children.split()):
        yield from _family(child)


def look_apart(path: Path, known: set[str], told: int) -> list[str]:
    """``look_through`` in a process of its own: with it the last file on the disk is closed."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        wrong, seen = pool.submit(_look, path, known, told).result()
    known |= seen
    return wrong


def _look(path: Path, known: set[str], told: int) -> tuple[list[str], set[str]]:
    return list(look_through(path, known, told)), known


@contextmanager
def disk(folder: Path) -> Iterator[Disk]:
    """A disk in a file, taken away afterwards."""
    made = Disk(folder / "disk.img", folder / "disk")
    made.folder.mkdir()
    made.make()
    try:
        yield made
    finally:
        made.leave()


def main() -> int:
    """Cut the power until the time is up, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="qusasat-power-") as name, disk(Path(name)) as made:
        (Path(name) / "files").mkdir()
        cache = str(made.folder / "cache")
        os.environ["QUSASAT_CACHE"] = cache
        environment = {**os.environ, "LANG": "en_GB.UTF-8"}
        written = write_files(Path(name) / "files", FILES, RECORDS)
        chance = random.Random(asked.seed)
        crashes = Crashes(made.folder, written, chance, environment, tally)
        crashes.measure()
        crashes.end, crashes.afterwards, crashes.looks = made.copy, made.go_back, look_apart
        until = time.monotonic() + asked.seconds
        while time.monotonic() < until:
            crashes.round()
            print(
                f"{tally.kills.total()} cuts, {tally.articles} articles",
                *tally.wrong[-1:],
                flush=True,
            )
    print(*tally.lines(), *tally.wrong, sep="\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
