"""What stands under pictures: captions, credits, and the words that stand for a missing picture."""

import re
from functools import cache

from newsarchive.extract import lexicon
from newsarchive.extract.bylines import is_place, may_name_paper
from newsarchive.extract.lines import Line, plain

_BRACKETED = re.compile(
    r"^[\[(]\s*(?:صورة|الصورة|صور|شعار|فيديو|إعلان|image|photo|logo)\b", re.IGNORECASE
)
_COUNTED_IMAGE = re.compile(
    r"^(?:ال)?(?:صوره|image|photo)?\s*\d{1,3}\s*(?:من|/|of)\s*\d{1,3}$", re.I
)
_NO_IMAGE = re.compile(
    r"^(?:no[ -]?image|image|photo|img|placeholder|thumbnail)\b[\w .\-]{0,20}$", re.I
)
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[:\-–/]")
_LONGEST, _NAME_WORDS = 30, 2
_HEADLINE_WORDS = 5
_TAGGED = re.compile(
    r"\w\s*[(\[]\s*(?:صوره|صور|فيديو|صور وفيديو|فيديو وصور|وثيقه|وثايق|محدث)\s*[)\]]$"
)
_SIDES = re.compile(r"[\-–—/]")
_OURS = re.compile(r"[\-–—/]\s*خاص\s*:?$")  # «المندب الآن / خاص» signs, as captions do not
_CREDIT_MARK = re.compile(r"[(\[:\-–—|/©]")
_CREDIT_SIGNS = ("بعدسه", "في صوره", "من ارشيف")


def is_picture(line: Line) -> bool:
    """Whether the line stands for a picture, counts it, or names its photographer alone."""
    text = line.text
    if _NO_IMAGE.match(text) or _BRACKETED.match(text):
        return True
    if _DIGIT.search(line.key) and _COUNTED_IMAGE.match(plain(text)):
        return True
    return bool(_MARK.search(text) and lexicon.photo_credit().match(plain(text)))


@cache
def _opening() -> "re.Pattern[str]":
    words = lexicon.caption_words()
    start, photo = (lexicon.printed_alternation(words, name) for name in ("start", "photo"))
    return re.compile(rf"^(?:{start})\b|^(?:{photo})\s*[:\-–/]")


@cache
def _credit() -> "re.Pattern[str]":
    """A photographer named inside, a credit at the end, the number of a picture before it."""
    words = lexicon.caption_words()
    credit, photo = (lexicon.printed_alternation(words, name) for name in ("credit", "photo"))
    forms = (
        r"\bبعدسه\s+\S+(?:\s\S+){0,3}$",
        r"\b(?:تصوير|عدسه|بعدسه|كاميرا)\s*[:\-–/]\s*\S",
        rf"[(\[]\s*(?:{photo})\s*[:\-–/،]?\s*[^\s)\]]",
        rf"[(\[]\s*(?:{credit})\b[^()\[\]]{{0,30}}[)\]]\s*\.?$",
        rf"[\-–|/]\s*(?:{credit})\s*$",
        r"\w\s+\([^()/]{2,30}/[^()/]{2,30}\)\.?$",
        r"^\d{1,2}\s*[—–\-]\s.+\|\s*\S.{1,30}$",
        r"\bفي صوره\s+(?:من|تعود|ارشيفيه|التقطت|نشرها|نشرتها|قديمه)|\bمن ارشيف(?:\s+\S+){1,2}$",
        r"^\s*(?:\S+\s*)?©\s*[^\s\d]|©(?:\s*[^\s\d]+){0,5}[\s)\].]*$",
    )
    return re.compile("|".join(forms))


def is_caption(line: Line) -> bool:
    """Whether the line opens as captions do or holds a credit."""
    text = plain(line.text)
    if line.words >= _HEADLINE_WORDS and _TAGGED.search(text):
        return False
    if (ours := _OURS.search(text)) and _names_papers(line.text[: ours.start()]):
        return False
    return bool(_opening().match(text)) or (line.words <= _LONGEST and _is_credited(text))


def _names_papers(text: str) -> bool:
    """Whether the text holds short names alone, as «المندب الآن - المكلا» does."""
    parts = [part.strip() for part in _SIDES.split(text) if part.strip()]
    return all(
        is_place(part) or (part.count(" ") < _NAME_WORDS and may_name_paper(part)) for part in parts
    )


def _is_credited(text: str) -> bool:
    marked = _CREDIT_MARK.search(text) or any(sign in text for sign in _CREDIT_SIGNS)
    return bool(marked) and bool(_credit().search(text))
