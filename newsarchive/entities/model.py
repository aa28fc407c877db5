"""The trained model's file, and the best labels of a sentence by it.

The weights of a feature, one for each label but the last, are kept as one whole number: by how
much the feature speaks for the label rather than for the last one, in steps of 1/SCALE, in a lane
of LANE bits, lower lanes borrowing from higher ones where it is negative. So a word's many features
are summed once, and those of a sentence by a few additions a word; what crfsuite is left to do is
to find the best path.

The file is a zip archive:

    labels.txt      a line a label
    features.txt    a line a feature
    weights.bin     the number of each feature, signed, little-endian, LANE / 8 bytes a lane
    lattice.crf     a crfsuite model with the transitions; a label's only feature is its lane's name
"""

import importlib
import io
import struct
import zipfile
from collections.abc import Iterable, Sequence

from newsarchive.entities.features import PLACES

LANE = 32
SCALE = 1 << 20


def lane_name(lane: int) -> bytes:
    """What the lattice calls the feature that holds the score of one label."""
    return b"%d" % lane


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
                self._weights = parts.read("weights.bin")
                self._lattice = parts.read("lattice.crf")
        except (zipfile.BadZipFile, KeyError) as error:
            raise ValueError(f"no model: {error}") from error
        self._tagger.open_inmemory(self._lattice)  # it reads from these very bytes
        lanes = range(len(labels) - 1)
        self._size = len(lanes) * LANE // 8
        self._at = dict(zip(features, range(0, len(self._weights), self._size), strict=True))
        self._lanes = [lane_name(lane) for lane in lanes]
        self._signs = sum(1 << (LANE * lane + LANE - 1) for lane in lanes)
        bits = self._size * 8
        self._shifts = range(0, len(PLACES) * bits, bits)
        self._half, self._whole = 1 << (bits - 1), (1 << bits) - 1
        self._halves = sum(self._half << shift for shift in self._shifts)
        self._values = struct.Struct(f"<{len(lanes)}i")

    def pairs(self) -> dict[str, frozenset[str]]:
        """The words that features of two words, «a|b», have after the first."""
        found: dict[str, list[str]] = {}
        for feature in self._at:
            bar = feature.find("|", 1)  # the first word may be a bar itself
            if bar > 0:
                found.setdefault(feature[:bar], []).append(feature[bar + 1 :])
        return {first: frozenset(seconds) for first, seconds in found.items()}

    def weigh(self, features: Iterable[str]) -> int:
        """The sum of the features' weights; of an unknown feature 0."""
        total = 0
        for feature in features:
            at = self._at.get(feature)
            if at is not None:
                weights = self._weights[at : at + self._size]
                total += int.from_bytes(weights, "little", signed=True)
        return total

    def spread(self, features: Sequence[Sequence[str]]) -> int:
        """The sums of the features of several places, the second before the first, and so on."""
        wide = 0
        for shift, some in zip(self._shifts, features, strict=True):
            if some:
                wide += self.weigh(some) << shift
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
