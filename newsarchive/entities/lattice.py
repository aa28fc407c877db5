"""The best labels of an article's words, given how much speaks for each label of each word.

What speaks for the labels of all words is one whole number: a word after the other, in each a lane
of LANE bits for every label but the last, which is «O». So all words are added to and compared at
once, a few operations an article.

Most words are of no name whatever stands beside them. A run of words can only be one of names if
its words together outweigh what it costs to begin and to end a name; where no run could, the best
label is O. The rest, a third of the words, is left to crfsuite, O between the runs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from struct import Struct
from typing import Any

LANE = 32
SCALE = 1 << 20
"""Steps of a weight of 1."""
FORBIDDEN = -200 * SCALE
"""What speaks for a label that there is not."""
WALL = -500 * SCALE
"""What speaks for every label but O where one sentence ends and another begins."""
_MARGIN = SCALE
"""By how much a run may miss what it costs: for the best labels by nothing, for beliefs by some."""
_HIGH = 1 << (LANE - 1)
_USUAL = 2048
"""No longer is a usual article; rows as many are kept to be cut to its length."""
_LIFT = 64 * SCALE


def packed(values: Iterable[int]) -> int:
    """Numbers as one, a lane each."""
    return sum(value << (LANE * lane) for lane, value in enumerate(values))


def lane_name(lane: int) -> bytes:
    """What crfsuite's model calls the feature that holds what speaks for one label."""
    return b"%d" % lane


def _maker_of_features(lanes: int) -> Callable[..., dict[bytes, int]]:
    """What makes the features that crfsuite is given of a word's lanes.

    Written down as one dictionary, they are made in half the time that ``dict`` takes of pairs.
    """
    taken = [f"lane{lane}" for lane in range(lanes)]
    given = [f"{lane_name(lane)!r}: lane{lane}" for lane in range(lanes)]
    made: Callable[..., dict[bytes, int]]
    made = eval(f"lambda {', '.join(taken)}: {{{', '.join(given)}}}", {})
    return made


@dataclass(frozen=True, slots=True)
class Labelled:
    """The best labels of an article's words.

    Attributes:
        labels: of each word, and of those between sentences.
        places: where words of names stand in what was left to crfsuite.
        tagger: crfsuite's, which has just labelled these.
    """

    labels: list[str]
    places: Mapping[int, int]
    tagger: Any

    def belief(self, at: int) -> float:
        """How likely the label of a word is; 1 of one that is of no name."""
        place = self.places.get(at)
        belief: float = 1.0 if place is None else self.tagger.marginal(self.labels[at], place)
        return belief


class Lattice:
    """What labels may follow each other, and the best path through them.

    Attributes:
        bounds: what is added to the first and to the last word of a sentence, so that it may
            stand between words of O, as in ``label``, and be labelled as if it stood alone.
    """

    def __init__(
        self, labels: Sequence[str], transitions: Sequence[Sequence[int]], tagger: Any
    ) -> None:
        """A lattice.

        Args:
            labels: those that begin a name, those that go on with one, as many, and O.
            transitions: how much speaks for a label (second) after another (first).
            tagger: crfsuite's, of a model with a feature for each label but the last, worth
                1/SCALE, and these transitions.
        """
        self._tagger = tagger
        lanes = len(labels) - 1
        self._begin, self._size = lanes // 2, lanes * LANE // 8
        none = transitions[-1][-1]
        starts = [weight - none for weight in transitions[-1][:-1]]
        ends = [row[-1] - none for row in transitions[:-1]]
        goes = [max(row[lane] for row in transitions) - none for lane in range(lanes)]
        self.bounds = -packed(starts), -packed(ends)
        worth = [*starts[: self._begin], *goes[self._begin :]]
        self._worth = packed(max(weight + _LIFT, 0) for weight in worth)
        leads = [go - start for go, start in zip(goes, starts, strict=True)]
        self._lead, self._far = max(leads[: self._begin]), min(leads[self._begin :])
        self._least = -max(ends) - _MARGIN
        self._high = packed([_HIGH] * lanes)
        self._lanes = lanes
        self._features = _maker_of_features(lanes)
        self._many: dict[int, int] = {}
        self._values = Struct(f"<{lanes}i")
        self._wall = self._values.pack(*[WALL] * lanes)

    def label(self, sums: int, lift: int, count: int) -> Labelled:
        """The best labels of an article's words.

        Args:
            sums: what speaks for the labels of each word, ``bounds`` added; of a word between two
                sentences, WALL for all.
            lift: what has been added to every lane, so that none is negative.
            count: of words, those between sentences as well.
        """
        doubtful = self._doubtful(sums, lift, count)
        labels = ["O"] * count
        if not doubtful:
            return Labelled(labels, {}, self._tagger)
        signs = self._each(self._high, count)
        lowered = sums + self._each(packed([_HIGH - lift] * self._lanes), count)
        lanes = (lowered ^ signs).to_bytes(count * self._size, "little")
        shown, pieces = [-1], [self._wall]
        for first, end in _runs(doubtful):
            shown += [*range(first, end), -1]
            pieces += [lanes[first * self._size : end * self._size], self._wall]
        values = self._values.iter_unpack(b"".join(pieces))
        found = self._tagger.tag([*starmap(self._features, values)])
        places = {}
        for place, label in enumerate(found):
            if label != "O":
                at = shown[place]
                labels[at], places[at] = label, place
        return Labelled(labels, places, self._tagger)

    def _doubtful(self, sums: int, lift: int, count: int) -> list[int]:
        """The words of runs whose worth, at most, is more than what it costs to end a name."""
        high = self._each(self._high, count)
        worth = sums + self._each(self._worth, count)
        done = 1
        while done < self._begin:
            step = min(done, self._begin - done)
            worth = _larger(worth, worth >> step * LANE, high)
            done += step
        inside = worth >> self._begin * LANE
        first = _larger(worth, inside - self._each(self._far, count), high)
        later = _larger(worth + self._each(self._lead, count), inside, high)
        begun, gone = (self._lowest(lanes, lift + _LIFT, count) for lanes in (first, later))
        upto, worth = [], -_HIGH
        for start, more in zip(begun, gone, strict=True):
            worth += more
            if start > worth:
                worth = start
            upto.append(worth)
        doubtful, after, least = [], 0, self._least
        for at in range(count - 1, -1, -1):
            if upto[at] + after > least:
                doubtful.append(at)
            after += gone[at]
            if after < 0:
                after = 0
        return doubtful[::-1]

    def _each(self, row: int, count: int) -> int:
        """The same for each word."""
        if count > _USUAL:
            return int.from_bytes(row.to_bytes(self._size, "little") * count, "little")
        many = self._many.get(row)
        if many is None:
            many = int.from_bytes(row.to_bytes(self._size, "little") * _USUAL, "little")
            self._many[row] = many
        return many >> (_USUAL - count) * self._size * 8

    def _lowest(self, lanes: int, lift: int, count: int) -> list[int]:
        """The lowest lane of each word."""
        lowered = (lanes + self._each(_HIGH - lift, count)) ^ self._each(_HIGH, count)
        view = memoryview(lowered.to_bytes(count * self._size, "little")).cast("i")
        return view[:: self._lanes].tolist()


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """[first, end) of the runs of places that follow each other."""
    first = last = places[0]
    for at in places:
        if at - last > 1:
            yield first, last + 1
            first = at
        last = at
    yield first, last + 1


def _larger(one: int, other: int, high: int) -> int:
    """The larger of two in each lane; none is negative, ``high`` is the highest bit of all."""
    chosen = ((one | high) - other) & high
    mask = chosen - (chosen >> (LANE - 1))
    return other ^ ((one ^ other) & mask)
