"""The list with each family once: what comes further down of a family shown already is left out.

So the best copy stands for all in a list by relevance, the newest or the first in one by date,
and a family is found whichever of its copies the query finds.
"""

from array import array
from collections.abc import Callable


class Once:
    """The articles of one query in their order, worked out as far as it was asked for."""

    def __init__(
        self, fetch: Callable[[int, int], list[int]], family_of: Callable[[int], int | None]
    ) -> None:
        """Leave repeats out of what ``fetch(first, count)`` gives of the whole order.

        ``family_of`` tells an article's family; a page of them is looked up, not all read.
        """
        self._fetch = fetch
        self._family_of = family_of
        self._seen: set[int] = set()
        self._shown = array("Q")
        self._taken = 0
        self._is_over = False

    def page(self, first: int, count: int) -> list[int]:
        """Numbers ``first`` to ``first + count``; as much more is looked through each time."""
        while len(self._shown) < first + count and not self._is_over:
            self._take(max(2 * (first + count - len(self._shown)), self._taken))
        return list(self._shown[first : first + count])

    def _take(self, count: int) -> None:
        numbers = self._fetch(self._taken, count)
        self._taken += len(numbers)
        self._is_over = len(numbers) < count
        for number in numbers:
            family = self._family_of(number)
            if family is None:
                self._shown.append(number)
            elif family not in self._seen:
                self._seen.add(family)
                self._shown.append(number)
