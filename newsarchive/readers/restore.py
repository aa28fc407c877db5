"""The last step of every reader: letters for shapes, and reading order for the order seen.

What was done is noted after the document's encoding (``utf-8+letters``), and the source is kept.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from newsarchive.arabic.display import logical, reordered
from newsarchive.article import RawDocument
from newsarchive.readers.clean import clean
from newsarchive.readers.likelihood import price
from newsarchive.repairs import Repair, noted

_SHAPES = re.compile("[\ufb50-\ufdf1\ufdf3-\ufdf9\ufe70-\ufefc]")
_SHAPES_BYTE = b"\xef"
_ARTICLE, _ARTICLE_TURNED = re.compile(r"(?<!\w)ال"), re.compile(r"لا(?!\w)")
_END, _END_TURNED = re.compile(r"\w[ةى](?!\w)"), re.compile(r"(?<!\w)[ةى]\w")
_BRACKETS = re.compile(r"[()\[\]{}«»]")
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")
_SAMPLE = 1500
_LEAST_TURNED = 3
_LEAST_GAIN = 0.3


def restored(document: RawDocument, without: Collection[Repair] = ()) -> RawDocument:
    """The document with its text and fields as they would be typed, but for unwanted repairs."""
    text, note = _restored(document.text, without)
    stated: Mapping[str, str] = {part: clean(value) for part, value in document.fields.items()}
    fields: Mapping[str, str] = {
        part: _restored(value, without, is_turned=note is Repair.ORDER)[0]
        for part, value in stated.items()
    }
    if text == document.text and fields == stated:
        return document if stated == document.fields else replace(document, fields=stated)
    encoding = noted(document.encoding, note or Repair.LETTERS)
    return replace(document, text=text, fields=fields, encoding=encoding)


def _restored(
    text: str, without: Collection[Repair], is_turned: bool = False
) -> tuple[str, Repair | None]:
    if _SHAPES_BYTE in text.encode("utf-8", "surrogatepass") and _SHAPES.search(text):
        if Repair.LETTERS in without:
            return text, None
        lines = logical(text).split("\n")
        return "\n".join(map(with_facing_brackets, lines)), Repair.LETTERS
    if Repair.ORDER not in without and (is_turned or _is_turned(text)):
        lines = [with_facing_brackets(turned(line)) for line in text.split("\n")]
        return "\n".join(lines), Repair.ORDER
    return text, None


def _is_turned(text: str) -> bool:
    """Whether plain letters stand in the order they are seen, left to right.

    The article «ال» tells cheaply, for in turned text words end in «لا», and so do «ة» and «ى»,
    which only end words; then the letters decide.
    """
    sample = text[:_SAMPLE]
    most = sample.count("لا")
    if most < _LEAST_TURNED or most <= 2 * sample.count(" ال"):
        return False
    count = len(_ARTICLE_TURNED.findall(sample))
    if count < _LEAST_TURNED or count <= 2 * len(_ARTICLE.findall(sample)):
        return False
    if len(_END_TURNED.findall(sample)) <= len(_END.findall(sample)):
        return False
    return price(sample[::-1]) + _LEAST_GAIN < price(sample)


def turned(line: str) -> str:
    """A line that stands in the order it is seen, in the order it is read."""
    return reordered(line, "rtl")


def with_facing_brackets(line: str) -> str:
    """The line with its brackets turned, if all of them turn their backs on what they enclose.

    Text in the order seen may hold brackets as they are seen or as they were typed.
    """
    brackets = _BRACKETS.findall(line)
    if brackets and brackets[0] in ")]}»" and brackets[-1] in "([{«":
        return line.translate(_MIRRORED)
    return line
