"""The trained model's file, and the best labels of a sentence by it.

The weights of a feature, one for each label but the last, are kept as one whole number: by how
much the feature speaks for the label rather than for the last one, in steps of 1/SCALE, in a lane
of LANE bits, lower lanes borrowing from higher ones where it is negative. So a word's many features
are summed once, and those of a sentence by a few additions a word; what crfsuite is left to do is
to find the best path.

The file is a zip archive:

    labels.txt      a line a label
    features.txt    a line a feature, without its place
    places.bin      a byte a feature: the places (features.PLACES) it has weights at, a bit each
    weights.bin     the number of each feature at each of its places, signed, little-endian,
                    LANE / 8 bytes a lane
    lattice.crf     a crfsuite model with the transitions; a label's only feature is its lane's name
"""

import importlib
import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from itertools import accumulate

from newsarchive.entities.features import PLACES

LANE = 32
SCALE = 1 << 20


def lane_name(lane: int) -> bytes:
    """What the lattice calls the feature that holds the score of one label."""
    return b"%d" % lane


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
        self._tagger = importlib.import_module("pycrfsuite").Tagger()
        try:
            with zipfile.ZipFile(io.BytesIO(file)) as parts:
                labels = parts.read("labels.txt").decode().splitlines()
                features = parts.read("features.txt").decode().split("\n")
                self._places = parts.read("places.bin")
                self._weights = parts.read("weights.bin")
                self._lattice = parts.read("lattice.crf")
        except (zipfile.BadZipFile, KeyError) as error:
            raise ValueError(f"no model: {error}") from error
        self._tagger.open_inmemory(self._lattice)  # it reads from these very bytes
        lanes = range(len(labels) - 1)
        self._size = len(lanes) * LANE // 8
        self._numbers = {feature: number for number, feature in enumerate(features)}
        held = [[place for place in range(len(PLACES)) if bits >> place & 1] for bits in range(256)]
        steps = [len(places) * self._size for places in held]
        self._starts = [*accumulate(map(steps.__getitem__, self._places), initial=0)]
        self._lanes = [lane_name(lane) for lane in lanes]
        self._signs = sum(1 << (LANE * lane + LANE - 1) for lane in lanes)
        bits = self._size * 8
        self._shifts = range(0, len(PLACES) * bits, bits)
        self._steps = [[(1 << place, self._shifts[place]) for place in places] for places in held]
        self._half, self._whole = 1 << (bits - 1), (1 << bits) - 1
        self._halves = sum(self._half << shift for shift in self._shifts)
        self._values = struct.Struct(f"<{len(lanes)}i")

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
        """The sums of all places, those of the second above those of the first, and so on."""
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

    def apart(self, wide: int) -> list[int]:
        """The sums of each place."""
        wide, bits, half = wide + self._halves, self._whole, self._half
        return [((wide >> shift) & bits) - half for shift in self._shifts]

    def tag(self, rows: Sequence[int]) -> list[str]:
        """The best label of each token of a sentence, given the summed weights of each."""
        signs, size = self._signs, self._size
        lanes = b"".join([((row + signs) ^ signs).to_bytes(size, "little") for row in rows])
        names = self._lanes
        scores = [
            dict(zip(names, values, strict=True)) for values in self._values.iter_unpack(lanes)
        ]
        labels: list[str] = self._tagger.tag(scores)
        return labels

    def marginal(self, label: str, at: int) -> float:
        """How likely the label is at this token of the sentence just tagged."""
        belief: float = self._tagger.marginal(label, at)
        return belief
