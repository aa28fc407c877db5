"""The network itself: windows of word pieces in, one label a word out."""

import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsarchive.entities.classifier.wordpiece import WordPieces, read_object
from newsarchive.entities.tokens import Sentence
from newsarchive.errors import TaggerError

_USUAL_LENGTH = 512
_KINDS = {
    "PER": "PER", "PERS": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANIZATION": "ORG", "ORGANISATION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC", "PLACE": "LOC",
}  # fmt: skip
_BEGINS, _GOES_ON = frozenset("BSU"), frozenset("IELM")


def our_label(theirs: str) -> str:
    """A label of a model in our words: «B-PERS»: «B-PER»; what we have no facet for is «O»."""
    prefix, dash, kind = theirs.upper().replace("_", "-").partition("-")
    if not dash:
        prefix, kind = "I", prefix
    ours = _KINDS.get(kind)
    if ours is None or prefix not in _BEGINS | _GOES_ON:
        return "O"
    return f"{'B' if prefix in _BEGINS else 'I'}-{ours}"


@dataclass(frozen=True, slots=True)
class Network:
    """A token classifier ready to label.

    Attributes:
        session: of onnxruntime.
        arrays: numpy, which onnxruntime brings.
        pieces: what words are split into.
        labels: ours, by the network's number.
        length: the most pieces of a window, those of its two ends included.
    """

    session: Any
    arrays: Any
    pieces: WordPieces
    labels: tuple[str, ...]
    length: int

    @classmethod
    def of(cls, folder: Path) -> "Network":
        """The network of a folder.

        Raises:
            TaggerError: onnxruntime is not installed, or the folder holds no such model.
        """
        if not folder.is_dir():
            raise TaggerError("tagger-no-folder", folder=str(folder))
        try:
            runtime, arrays = map(importlib.import_module, ("onnxruntime", "numpy"))
        except ImportError as error:
            raise TaggerError("tagger-extra") from error
        settings = read_object(folder / "config.json")
        labels = _labels(settings.get("id2label"), folder)
        places = settings.get("max_position_embeddings", _USUAL_LENGTH)
        length = places if isinstance(places, int) and places > 2 else _USUAL_LENGTH
        session = _session(runtime, folder)
        return cls(session, arrays, WordPieces.of(folder), labels, min(length, _USUAL_LENGTH))

    def label(self, sentences: Sequence[Sentence]) -> list[list[str]]:
        """A label of ours for each token of an article's sentences."""
        words = [self.pieces.split(token.text) for sentence in sentences for token in sentence]
        ends = _ends(sentences)
        found: list[str] = []
        for window in _windows(words, ends, self.length - 2):
            found += self._window(words[window.start : window.stop])
        rest = iter(found)
        return [[next(rest) for _ in sentence] for sentence in sentences]

    def _window(self, words: Sequence[Sequence[int]]) -> list[str]:
        """The label of the first piece of each word."""
        numbers = self.pieces.numbers
        flat = [numbers["[CLS]"], *(n for word in words for n in word), numbers["[SEP]"]]
        places, at = [], 1
        for word in words:
            places.append(at)
            at += len(word)
        given: Mapping[str, Sequence[int]] = {
            "input_ids": flat,
            "attention_mask": [1] * len(flat),
            "token_type_ids": [0] * len(flat),
        }
        asked = {
            one.name: self.arrays.asarray([given[one.name]], dtype="int64")
            for one in self.session.get_inputs()
        }
        (scores, *_) = self.session.run(None, asked)
        best = scores[0].argmax(axis=-1).tolist()
        return [self.labels[best[place]] for place in places]


def _labels(names: object, folder: Path) -> tuple[str, ...]:
    """Our labels by the network's numbers."""
    if not isinstance(names, dict):
        raise TaggerError("tagger-labels", folder=str(folder))
    labels = tuple(our_label(str(names.get(str(n), ""))) for n in range(len(names)))
    if set(labels) <= {"O"}:
        raise TaggerError("tagger-labels", folder=str(folder))
    return labels


def _session(runtime: Any, folder: Path) -> Any:
    """The model loaded, on one thread: an import has a process for each."""
    places = (folder / "model.onnx", folder / "onnx" / "model.onnx")
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        raise TaggerError("tagger-missing", file=str(places[0]))
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        session = runtime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:
        raise TaggerError("tagger-unreadable", file=str(path)) from error
    wanted = {one.name for one in session.get_inputs()}
    if not {"input_ids"} <= wanted <= {"input_ids", "attention_mask", "token_type_ids"}:
        raise TaggerError("tagger-unreadable", file=str(path))
    return session


def _ends(sentences: Sequence[Sentence]) -> set[int]:
    """How many words stand before the end of each sentence."""
    ends, count = set(), 0
    for sentence in sentences:
        count += len(sentence)
        ends.add(count)
    return ends


def _windows(words: Sequence[Sequence[int]], ends: set[int], room: int) -> Iterator[range]:
    """Runs of words that fit into the room, cut at the last end of a sentence if they can be."""
    start = 0
    while start < len(words):
        stop, used = start, 0
        while stop < len(words) and (used + len(words[stop]) <= room or stop == start):
            used += len(words[stop])
            stop += 1
        if stop < len(words):
            stop = max((end for end in ends if start < end <= stop), default=stop)
        yield range(start, stop)
        start = stop
