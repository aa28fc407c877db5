"""Making the shipped model's file of a model trained by crfsuite."""

import importlib
import struct
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from newsarchive.entities.lattice import FORBIDDEN, LANE, SCALE, lane_name
from newsarchive.entities.model import unplaced

_MADE = (2026, 1, 1, 0, 0, 0)
_PLACE_OF_FEATURES, _CHUNK_HEAD, _FEATURE = 28, 12, struct.Struct("<IIId")
"""As crfsuite's crf1d_model.c writes them: the header's offset of the features' chunk; the chunk
begins with a name, its size and their number; a feature is its kind (0: of a label, 1: of two),
what it is of, the label it speaks for and its weight."""


def pack(trained: Path, out: Path) -> None:
    """Write what the tagger reads (newsarchive.entities.model) of crfsuite's own file."""
    tagger = importlib.import_module("pycrfsuite").Tagger()
    tagger.open(str(trained))
    info = tagger.info()
    labels = _labels(info.labels)
    lanes = {label: 1 << (LANE * lane) for lane, label in enumerate(labels[:-1])}
    lanes[labels[-1]] = -sum(lanes.values())
    weights = dict.fromkeys(sorted(map(unplaced, info.attributes)), 0)
    for (name, label), weight in info.state_features.items():
        weights[unplaced(name)] += round(weight * SCALE) * lanes[label]
    transitions = _transitions(labels, info)
    places: dict[str, int] = {}
    for feature, place in weights:
        places[feature] = places.get(feature, 0) | 1 << place
    size = (len(labels) - 1) * LANE // 8
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in (
            ("labels.txt", "\n".join(labels).encode()),
            (
                "transitions.bin",
                b"".join(struct.pack(f"<{len(row)}i", *row) for row in transitions),
            ),
            ("features.txt", "\n".join(places).encode()),
            ("places.bin", bytes(places.values())),
            ("weights.bin", b"".join(_packed(weight, size) for weight in weights.values())),
            ("lattice.crf", _lattice(labels, transitions)),
        ):
            parts.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)


def _labels(known: Iterable[str]) -> list[str]:
    """Those that begin a name, those that go on with one, as many, and O: most words' label."""
    kinds = sorted({label[2:] for label in known if label != "O"})
    return [*(f"{place}-{kind}" for place in "BI" for kind in kinds), "O"]


def _transitions(labels: Sequence[str], info: Any) -> list[list[int]]:
    """How much speaks for a label (column) after another (row)."""

    def between(one: str, other: str) -> int:
        if one not in info.labels or other not in info.labels:
            return FORBIDDEN
        weight: float = info.transitions.get((one, other), 0.0)
        return round(weight * SCALE)

    return [[between(one, other) for other in labels] for one in labels]


def _packed(weight: int, size: int) -> bytes:
    return weight.to_bytes(size, "little", signed=True)


def _lattice(labels: Sequence[str], transitions: Sequence[Sequence[int]]) -> bytes:
    """A crfsuite model of one feature a label but the last, worth 1/SCALE, and these transitions.

    crfsuite writes no model that it has not trained: this one is trained on next to nothing, and
    its weights are replaced in the file.
    """
    trainer = importlib.import_module("pycrfsuite").Trainer(verbose=False, algorithm="lbfgs")
    trainer.set_params({"c1": 0, "c2": 1, "max_iterations": 2})
    trainer.set_params({"feature.possible_states": True, "feature.possible_transitions": True})
    names = [*([lane_name(lane)] for lane in range(len(labels) - 1)), []]
    for one in range(len(labels)):
        for other in range(len(labels)):
            pair = [one, *[other] * (1 + (one + 2 * other) % 3)]
            trainer.append([names[lane] for lane in pair], [labels[lane] for lane in pair])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "lattice.crf")
        trainer.train(str(path))
        tagger = importlib.import_module("pycrfsuite").Tagger()
        tagger.open(str(path))
        info = tagger.info()
        model = bytearray(path.read_bytes())
    label_of = {int(number): label for label, number in info.labels.items()}
    lane_of = {int(number): labels[int(name)] for name, number in info.attributes.items()}
    features: int = struct.unpack_from("<I", model, _PLACE_OF_FEATURES)[0] + _CHUNK_HEAD
    count: int = struct.unpack_from("<I", model, features - 4)[0]
    if count != len(labels) * (len(lane_of) + len(label_of)):
        raise ValueError("crfsuite left out features of the lattice")
    for at in range(features, features + _FEATURE.size * count, _FEATURE.size):
        kind, source, target, _ = _FEATURE.unpack_from(model, at)
        if kind == 0:
            weight = (lane_of[source] == label_of[target]) / SCALE
        else:
            one, other = labels.index(label_of[source]), labels.index(label_of[target])
            weight = transitions[one][other] / SCALE
        _FEATURE.pack_into(model, at, kind, source, target, weight)
    return bytes(model)
