"""Words as the pieces a BERT network was trained on: the longest known piece first.

Source: Devlin et al., "BERT" (2019), and Wu et al., "Google's Neural Machine Translation System"
(2016), section 4.1. The words are those of our sentences, so each piece has its place in the text.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from newsarchive.arabic.fold import without_marks
from newsarchive.errors import TaggerError

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class WordPieces:
    """A vocabulary, and how words are split by it.

    Attributes:
        numbers: of the pieces; one that goes on within a word begins with ``inner``.
        lower: whether letters are made small and lose their accents.
    """

    numbers: Mapping[str, int]
    lower: bool = False
    inner: str = "##"

    @classmethod
    def of(cls, folder: Path) -> "WordPieces":
        """The vocabulary in a model's folder.

        Raises:
            TaggerError: tagger-missing, tagger-pieces.
        """
        numbers, inner = _vocabulary(folder)
        settings = read_object(folder / "tokenizer_config.json", needed=False)
        found = cls(numbers, bool(settings.get("do_lower_case", False)), inner)
        if not {"[UNK]", "[CLS]", "[SEP]"} <= numbers.keys():
            raise TaggerError("tagger-pieces", folder=str(folder))
        return found

    def split(self, word: str) -> list[int]:
        """The numbers of a word's pieces, at least one; vowel marks are left out first."""
        bare = without_marks(word) or word
        if self.lower:
            letters = unicodedata.normalize("NFD", bare.lower())
            bare = "".join(c for c in letters if unicodedata.category(c) != "Mn")
        runs = ("".join(run) for _, run in groupby(bare, _side))
        return [number for run in runs for number in self._run(run)] or [self.numbers["[UNK]"]]

    def _run(self, run: str) -> list[int]:
        if len(run) > _LONGEST:
            return [self.numbers["[UNK]"]]
        found = list(self._pieces(run))
        return [self.numbers["[UNK]"]] if -1 in found else found

    def _pieces(self, run: str) -> Iterator[int]:
        """The pieces of letters without marks between them; -1 where none fits."""
        start = 0
        while start < len(run):
            prefix = self.inner if start else ""
            ends = range(len(run), start, -1)
            end = next((e for e in ends if prefix + run[start:e] in self.numbers), 0)
            if not end:
                yield -1
                return
            yield self.numbers[prefix + run[start:end]]
            start = end


def _side(char: str) -> str:
    """Letters and digits hold together, every other mark stands alone."""
    return "" if char.isalnum() or unicodedata.combining(char) else char


def _vocabulary(folder: Path) -> tuple[dict[str, int], str]:
    """Pieces by number, and the prefix of those within a word."""
    if (folder / "vocab.txt").is_file():
        lines = _text(folder / "vocab.txt").split("\n")
        return {piece: number for number, piece in enumerate(lines) if piece}, "##"
    model = read_object(folder / "tokenizer.json").get("model")
    if not isinstance(model, dict) or model.get("type", "WordPiece") != "WordPiece":
        raise TaggerError("tagger-pieces", folder=str(folder))
    numbers = model.get("vocab")
    if not isinstance(numbers, dict):
        raise TaggerError("tagger-pieces", folder=str(folder))
    return numbers, str(model.get("continuing_subword_prefix", "##"))


def read_object(path: Path, *, needed: bool = True) -> dict[str, object]:
    """A JSON file that holds an object; an empty one where it may be missing and is.

    Raises:
        TaggerError: tagger-missing, tagger-unreadable.
    """
    if not needed and not path.is_file():
        return {}
    try:
        found = json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise TaggerError("tagger-unreadable", file=str(path)) from error
    if not isinstance(found, dict):
        raise TaggerError("tagger-unreadable", file=str(path))
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise TaggerError("tagger-missing", file=str(path)) from error
    except (OSError, ValueError) as error:
        raise TaggerError("tagger-unreadable", file=str(path)) from error
