"""The trained model's file, and the labels of an article's words by it.

The weights of a feature, one for each label but the last, are kept as one whole number: by how
much the feature speaks for the label rather than for the last one, in steps of 1/SCALE, in a lane
of LANE bits, lower lanes borrowing from higher ones where it is negative. So a word's many features
are summed once, and those of an article by a few additions (lattice).

The file is a zip archive:

    labels.txt       a line a label: those that begin a name, those that go on with one, O
    transitions.bin  how much speaks for a label (column) after another (row), LANE / 8 bytes each
    features.txt     a line a feature, without its place
    places.bin       a byte a feature: the places (PLACES) it has weights at, a bit each
    weights.bin      the number of each feature at each of its places, LANE / 8 bytes a lane
    lattice.crf      a crfsuite model with the transitions; a label's one feature: its lane's name

Numbers are signed and little-endian.
"""

import importlib
import io
import struct
import zipfile
from collections.abc import Iterable, Mapping
from itertools import accumulate

from newsarchive.entities.features import GAP, Gathered
from newsarchive.entities.lattice import LANE, SCALE, WALL, Labelled, Lattice, packed
from newsarchive.entities.word_features import PLACES, WINDOW

_LIFT, _MORE_LIFT = 128 * SCALE, 512 * SCALE
"""What is added to each lane of a part of a row, so that none is negative."""
_CUT = GAP + len(WINDOW) // 2
"""How many rows the edges before the first sentence, and words before them, would have."""


def unplaced(name: str) -> tuple[str, int]:
    """A feature without its place, and the number of that."""
    place = PLACES.index(name[0]) if name[0] in PLACES else 0
    return (name[1:], place) if place else (name, 0)


class Model:
    """A model made by newsarchive.entities.training, ready to label."""

    def __init__(self, file: bytes) -> None:
        """From the bytes of the model's file.

        Raises:
            ImportError: python-crfsuite is not installed.
            ValueError: the bytes are no model.
        """
        tagger = importlib.import_module("pycrfsuite").Tagger()
        try:
            with zipfile.ZipFile(io.BytesIO(file)) as parts:
                labels = parts.read("labels.txt").decode().splitlines()
                rows = parts.read("transitions.bin")
                features = parts.read("features.txt").decode().split("\n")
                self._places = parts.read("places.bin")
                self._weights = parts.read("weights.bin")
                self._lattice_file = parts.read("lattice.crf")
        except (zipfile.BadZipFile, KeyError) as error:
            raise ValueError(f"no model: {error}") from error
        tagger.open_inmemory(self._lattice_file)  # it reads from these very bytes
        transitions = [*struct.iter_unpack(f"<{len(labels)}i", rows)]
        self._lattice = Lattice(labels, transitions, tagger)
        lanes = len(labels) - 1
        self._size = lanes * LANE // 8
        self._lift, self._more_lift = packed([_LIFT] * lanes), packed([_MORE_LIFT] * lanes)
        self._wall = packed([WALL] * lanes)
        self._numbers = {feature: number for number, feature in enumerate(features)}
        held = [[place for place in range(len(PLACES)) if bits >> place & 1] for bits in range(256)]
        steps = [len(places) * self._size for places in held]
        self._starts = [*accumulate(map(steps.__getitem__, self._places), initial=0)]
        self._shifts = [WINDOW.index(place) * self._size * 8 for place in PLACES]
        self._steps = [[(1 << place, self._shifts[place]) for place in places] for places in held]
        self._lifts = sum(self._lift << shift for shift in self._shifts)

    def pairs(self) -> dict[str, frozenset[str]]:
        """The words that features of two words, «|a|b», have after the first."""
        found: dict[str, list[str]] = {}
        for feature in self._numbers:
            bar = feature.find("|", 2) if feature[0] == "|" else -1  # the first may be a bar itself
            if bar > 0:
                found.setdefault(feature[1:bar], []).append(feature[bar + 1 :])
        return {first: frozenset(seconds) for first, seconds in found.items()}

    def weigh(self, features: Iterable[str]) -> int:
        """The sum of the features' weights, their places before their names; of a new feature 0."""
        total = 0
        for name in features:
            feature, place = unplaced(name)
            total += self.spread([(feature, 1 << place)]) >> self._shifts[place]
        return total

    def spread(self, features: Iterable[tuple[str, int]]) -> int:
        """The sums of all places, a row of lanes after the other in the order of WINDOW."""
        wide = 0
        for feature, wanted in features:
            number = self._numbers.get(feature)
            if number is None:
                continue
            at = self._starts[number]
            for place, shift in self._steps[self._places[number]]:
                end = at + self._size
                if wanted & place:
                    wide += int.from_bytes(self._weights[at:end], "little", signed=True) << shift
                at = end
        return wide

    def kept(self, wide: int) -> bytes:
        """The sums of all places, none of their lanes negative."""
        return (wide + self._lifts).to_bytes(len(WINDOW) * self._size, "little")

    def label(self, gathered: Gathered[int, bytes]) -> Labelled:
        """The best labels of an article's words, of those between two sentences as well."""
        more = dict(gathered.more)
        start, end = self._lattice.bounds
        first = 0
        for size in gathered.sizes:
            if first:
                more.update(dict.fromkeys(range(first - GAP, first), self._wall))
            last = first + size - 1
            more[first] = more.get(first, 0) + start
            more[last] = more.get(last, 0) + end
            first += size + GAP
        count = max(first - GAP, 0)
        return self._lattice.label(self.summed(gathered, more), self.lift, count)

    @property
    def lift(self) -> int:
        """What ``summed`` adds to every lane."""
        return len(WINDOW) * _LIFT + _MORE_LIFT

    def summed(self, gathered: Gathered[int, bytes], more: Mapping[int, int]) -> int:
        """What speaks for the labels of each word, a row of lanes after the other.

        The parts of every fifth word, five rows each, follow each other without a gap or overlap.

        ``more``: what some rows have beside.
        """
        always, parts, size = gathered.always + self._more_lift, gathered.parts, self._size
        rows = [always.to_bytes(size, "little")] * (len(parts) - 2 * GAP)
        for at, row in more.items():
            rows[at] = (row + always).to_bytes(size, "little")
        columns = [b"".join(rows)]
        for first in range(len(WINDOW)):
            column = b"".join(parts[first :: len(WINDOW)])
            columns.append(column[(_CUT - first) * size : (len(parts) - first) * size])
        return sum([int.from_bytes(column, "little") for column in columns])
