"""Looking for files ahead of their reading, so that it is soon known how many there are."""

import time
from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

Found = TypeVar("Found")

MOST = 100_000
"""No more are kept until their turn comes, some 40 MB; of the others it is told as they come."""


class Ahead(Generic[Found]):
    """An iterator that can be looked into while there is time.

    Attributes:
        count: how many were found so far, whether their turn has come or not.
    """

    def __init__(self, found: Iterator[Found], most: int = MOST) -> None:
        self.count = 0
        self._found = found
        self._most = most
        self._waiting: deque[Found] = deque()

    def __iter__(self) -> Iterator[Found]:
        return self

    def __next__(self) -> Found:
        return self._waiting.popleft() if self._waiting else self._find()

    def look(self, seconds: float) -> None:
        """Look for more, so long at most."""
        end = time.monotonic() + seconds
        while len(self._waiting) < self._most and time.monotonic() < end:
            try:
                self._waiting.append(self._find())
            except StopIteration:
                return

    def _find(self) -> Found:
        one = next(self._found)
        self.count += 1
        return one
