"""What each line of a page is, judged alone: prose, text, a label, a caption, furniture."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from newsarchive.extract import lexicon
from newsarchive.extract.bylines import is_role
from newsarchive.extract.lexicon import furniture_of
from newsarchive.extract.lines import Line, key_of, plain, word_key
from newsarchive.extract.pieces import (
    NOTHING,
    Pieces,
    is_section,
    labelled_section,
    take_apart,
)


class Kind(StrEnum):
    """What a line can be."""

    PROSE = "prose"
    TEXT = "text"
    META = "meta"
    CRUMBS = "crumbs"
    MENU = "menu"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Reading(NamedTuple):
    """A line with what it is.

    Attributes:
        furniture: which kind of furniture, "" when it is none.
        inline: whether a furniture header carries its content on the same line.
    """

    line: Line
    kind: Kind
    furniture: str = ""
    inline: bool = False
    pieces: Pieces = NOTHING


_TERMINAL = re.compile(r"[.؟?!»”\"):…]\s*[»”\")]*$")
_STOPS = re.compile(r"(?<!\bد)[.؟!]\s|[،؛]\s")
_DIGIT = re.compile(r"\d")
_URL = re.compile(r"^(?:[^\s:]{0,20}\s*:\s*)?(?:https?://|www\.)\S+$|^\S+@\S+\.\S+$|^@\w+$")
_BRACKETED = re.compile(
    r"^[\[(]\s*(?:صورة|الصورة|صور|شعار|فيديو|إعلان|image|photo|logo)\b", re.IGNORECASE
)
_NO_IMAGE = re.compile(
    r"^(?:no[ -]?image|image|photo|img|placeholder|thumbnail)\b[\w .\-]{0,20}$", re.I
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\))\s*(?:[\w\s]{0,30}?\d{4}|(?:صحيفه|جريده|شبكه|موقع|بوابه|مؤسسه|دار)\b)|حقوق النشر ©"
)
_HASHTAGS = re.compile(r"^(?:#[\w_]+[\s،,|]*)+$")
_FOLLOW_WORDS = ("متابعه", "لمتابعه", "تابع", "اشترك", "للاشتراك", "انضم", "للانضمام")
_FOLLOW = re.compile(
    r"^(?:ل?متابعه|للاشتراك|تابعوا?|تابعونا?|تابعنا|انضموا?|اشتركوا?|للانضمام)\b.{0,60}"
    r"(?:تلغرام|تليغرام|تيليجرام|تلجرام|واتساب|واتس|فيسبوك|فيس بوك|تويتر|يوتيوب|انستغرام|انستجرام|"
    r"اكس|تيك توك|غوغل|جوجل|قناتنا|قناه|نشرتنا|\bx\b|telegram|whatsapp|youtube).{0,30}$"
)
_UNITS = (
    r"ثانيه|ثواني|ثوان|لحظات|دقيقه|دقيقتين|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|"
    r"اسابيع|شهر|شهرين|اشهر|سنه|سنتين|سنوات|عام|عامين|اعوام"
)
_RELATIVE = re.compile(
    r"^(?:نشر|نشرت|تم النشر|كتب|اخر تحديث|تحديث|اضيف)?\s*(?:منذ|قبل)\s+(?:حوالي\s+|نحو\s+)?"
    rf"(?:\d+|بضع|عده)?\s*(?:{_UNITS})(?:\s+واحده?)?$"
    r"|^(?:امس|اليوم|الان|قبل قليل)(?: الساعه)?[ \d]*$"
)
_CRUMB = re.compile(
    r"\s*(?:[>›»←\\]|&gt;|&raquo;|::|(?<=\s)/(?=\s)|(?<=\s)«(?=\s)|(?<=\s)<(?=\s))\s*"
)
_CRUMB_MARK = re.compile(r"[>›»←\\/«<&|]|::")
_BAR_MARK = re.compile(r"[|•·]|\s[-–—\s]\s")
_BAR = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{3,}")
_PREFIX_KINDS = frozenset(
    (
        "share",
        "read_also",
        "comments",
        "copyright",
        "newsletter",
        "ad",
        "login",
        "print",
        "views",
        "tags",
        "update",
    )
)
_INLINE_LABELS = frozenset(
    ("tags", "read_also", "most_read", "share", "views", "copyright", "comments")
)
_CONTINUED_WORDS = ("تتمه", "البقيه", "التفاصيل", "تفاصيل", "طالع", "انظر")
_CONTINUED = re.compile(
    r"^[(\[]?\s*(?:تتمه|البقيه|التفاصيل|تفاصيل|طالع|انظر)\s*(?:علي\s*)?(?:ص|صفحه|الصفحه)\s*\d+"
)
_INITIALS = re.compile(r"^[/(]?\s*(?:[^\W\d_]{1,2}\s*[./\s]\s*){1,6}[^\W\d_]{0,2}\s*[/)]?$")
SHORT_LINE = 160
_END = 12
_ROLE_WORDS = 8
_CLOSING = 24
_OWN_WORDS = 4
_BAR_WORDS = 3
_BAR_LENGTH = 16
_CHAT = re.compile(
    r"^\[\s*\d{1,2}[:.]\d{2}[^\]]{0,24}\]\s*[^:\[\]]{1,40}:"
    r"|^\[[^\]\n]{4,24},?\s*\d{1,2}[:.]\d{2}[^\]]{0,6}\]\s*[^:\[\]]{1,40}:"
    r"|^[^\[\]:]{2,40},\s*\[[^\]]{6,40}\]\s*$"
    r"|^\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}\s*[,،]?\s*\d{1,2}:\d{2}"
    r"\s*(?:[APap]M|ص|م)?\s*-\s*[^:]{1,40}:"
)
_SHARE_WORDS = 12
_FIELD_WORDS = 6
_FIELD = re.compile(r"[:\w)]\s*\*+\s*:?$|^\*\s*\w[\w\s]{2,30}:$")
_LONG_SENTENCE = 320


def is_terminal(text: str) -> bool:
    """Whether ``text`` ends as a sentence does."""
    return bool(_TERMINAL.search(text[-_END:]))


def is_prose(line: Line) -> bool:
    """Whether the line reads as a paragraph: long, or a full sentence."""
    count = line.words
    if count >= 20:
        return True
    closed = line.text.rstrip(' »”")').endswith((".", "!", "؟", "?", ":", "…"))
    return count >= 10 and closed and (count >= 14 or not line.text.endswith(("؟", "!", "?")))


def _sentence_furniture(line: Line) -> str:
    if len(line.text) > _LONG_SENTENCE:
        return ""
    sentences = lexicon.furniture_sentences()
    words = line.text[:SHORT_LINE].split()
    openers = [*filter(sentences.__contains__, map(word_key, words))]
    padded = f" {key_of(' '.join(words))} " if openers else ""
    for first in openers:
        for phrase, kind in sentences[first]:
            if f" {phrase} " in padded:
                return kind
    return ""


def _phrase_furniture(line: Line) -> tuple[str, bool]:
    """Kind of the furniture a short line is or opens with, and whether content follows in it."""
    kind = furniture_of(line.key)
    if kind:
        return kind, False
    words = line.key.split()
    for count in range(min(6, len(words) - 1), 0, -1):
        kind = furniture_of(" ".join(words[:count]))
        if not kind:
            continue
        if _follows_colon(line.text, count) and (kind in _INLINE_LABELS or count > 1):
            return kind, True
        rest = len(words) - count
        if count > 1 and kind in _PREFIX_KINDS and rest <= 3 and not is_terminal(line.text):
            return kind, kind in ("read_also", "most_read")
    return "", False


def _follows_colon(text: str, count: int) -> bool:
    """Whether the first ``count`` words are set off: «اقرأ أيضًا: …», «وسوم | …», «وسوم #…»."""
    match = re.match(rf"(?:[^\w]*[\w\u064b-\u0652]+){{{count}}}\s*([:|#⁠»←/\-–…]|\.\.)", text)
    return match is not None


def _is_home(key: str) -> bool:
    here = key.startswith(("انت هنا", "انت الان"))
    return here or key == "الصفحه الرييسيه" or key in lexicon.word_sets()["home"]


def _crumbs(line: Line) -> bool:
    if not _CRUMB_MARK.search(line.text):
        return False
    parts = [part for part in _CRUMB.split(line.text) if part.strip()]
    if len(parts) < 2:
        parts = [part for part in line.text.split("|") if part.strip()]
        last = parts[-1] if parts else ""
        return len(parts) > 2 and _is_home(key_of(parts[0])) and last.count(" ") >= _BAR_WORDS
    first = key_of(parts[0])
    if _is_home(first):
        return True
    return any(mark in line.text for mark in "›>←") and is_section(parts[0])


def crumb_parts(text: str) -> list[str]:
    """The steps of a breadcrumb, without home."""
    parts = [part.strip(" :|") for part in _CRUMB.split(text) if part.strip(" :|")]
    if len(parts) < 2:
        parts = [part.strip(" :") for part in text.split("|") if part.strip(" :")]
    parts = [re.sub(r"^(?:أنت هنا|أنت الآن في)\s*:?\s*", "", part) for part in parts]
    return [part for part in parts if part and not _is_home(key_of(part))]


def _menu(line: Line) -> bool:
    if not _BAR_MARK.search(line.wide):
        return False
    parts = [part for part in _BAR.split(line.wide) if part.strip()]
    if len(parts) < 2:
        return False
    keys = [key_of(part) for part in parts]
    known = sum(
        is_section(part) or bool(furniture_of(key)) or _is_home(key)
        for part, key in zip(parts, keys, strict=True)
    )
    return known >= 2 and known >= len(parts) * 0.6


@cache
def _captions() -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    """How a caption opens, and the credit in it, over plain text."""
    words = lexicon.caption_words()
    start, credit, photo = (
        lexicon.printed_alternation(words, name) for name in ("start", "credit", "photo")
    )
    opens = rf"^(?:{start})\b|^(?:{photo})\s*[:\-–/]"
    named = rf"(?:\b(?:تصوير|عدسه|بعدسه|كاميرا)\s*[:\-–/]\s*\S|[(\[]\s*(?:{photo})\b)"
    ends = (
        rf"[(\[]\s*(?:{credit})\b[^()\[\]]{{0,30}}[)\]]\s*\.?$|[\-–|/]\s*(?:{credit})\s*$"
        r"|\w\s+\([^()/]{2,30}/[^()/]{2,30}\)\.?$"
        r"|^\d{1,2}\s*[—–\-]\s.+\|\s*\S.{1,30}$|©"
    )
    return re.compile(opens), re.compile(f"{named}|{ends}")


def _is_photo_credit(line: Line) -> bool:
    """Whether the line names a photographer, who is not the writer: «تصوير - نادر جمال»."""
    return bool(lexicon.photo_credit().match(plain(line.text)))


def _caption(line: Line) -> bool:
    opens, credit = _captions()
    text = plain(line.text)
    return bool(opens.match(text)) or (line.words <= 30 and bool(credit.search(text)))


def is_end_sign(line: Line) -> bool:
    """Whether the line closes a dispatch: «انتهى», «// انتهى //», «###», «س ع / م ر»."""
    return line.key in lexicon.word_sets()["end"] or line.key == "انتهي الخبر"


@cache
def _closing() -> "re.Pattern[str]":
    """What closes a dispatch on its last line: «… الصيف. (النهاية)», «… اليوم. /انتهى/»."""
    signs = "|".join(sorted(lexicon.word_sets()["end"]))
    return re.compile(rf"(?:[(\[/#]+\s*(?:{signs})\s*[)\]/#]+|(?<=[.!؟»])\s+(?:{signs}))[\s.]*$")


def without_closing(text: str) -> str:
    """The text of a last line without what says that it is the last."""
    found = _closing().search(plain(text[-_CLOSING:]))
    return text[: len(text) - len(text[-_CLOSING:]) + found.start()].rstrip() if found else text


def ends_dispatch(text: str) -> bool:
    """Whether the line says of itself that it is the last."""
    return bool(_closing().search(plain(text[-_CLOSING:])))


def _asks_to_follow(line: Line) -> bool:
    return line.key.startswith(_FOLLOW_WORDS) and bool(_FOLLOW.match(plain(line.text)))


def _is_continued(line: Line) -> bool:
    return line.key.startswith(_CONTINUED_WORDS) and bool(_CONTINUED.match(plain(line.text)))


def _is_link(line: Line) -> bool:
    return bool(_URL.match(line.text) or _INITIALS.match(line.text))


def _is_copyright(line: Line) -> bool:
    marked = "©" in line.text or "(c)" in line.text.lower()
    return marked and bool(_COPYRIGHT.search(plain(line.text)))


def _is_share_bar(line: Line) -> bool:
    """Whether the line is made of the words of share bars alone: «شاركها ! tweet», «F T W»."""
    words = line.key.split()
    if not 2 <= len(words) <= _SHARE_WORDS or not lexicon.share_words().issuperset(words):
        return False
    return any(furniture_of(word) == "share" for word in words)


def _is_button_bar(line: Line) -> bool:
    """Whether the line sets buttons side by side: «مشاركة التحديث | نسخ الرابط»."""
    if line.words > _BAR_LENGTH or not _BAR_MARK.search(line.wide):
        return False
    parts = [key_of(part) for part in _BAR.split(line.wide) if part.strip()]
    if len(parts) < 2 or max(part.count(" ") for part in parts) >= _BAR_WORDS:
        return False
    return any(furniture_of(part) in ("share", "print", "font_size") for part in parts)


def _is_form_field(line: Line) -> bool:
    """Whether the line names a box to fill in, with the star of those that must be: «الاسم: *»."""
    return line.words <= _FIELD_WORDS and bool(_FIELD.search(line.text))


_SIGNS: tuple[tuple[Callable[[Line], object], str], ...] = (
    (lambda line: _HASHTAGS.match(line.text), "tags"),
    (_asks_to_follow, "share"),
    (_is_copyright, "copyright"),
    (_is_share_bar, "share"),
    (_is_form_field, "comments"),
    (_is_button_bar, "share"),
    (lambda line: _RELATIVE.match(line.key), "update"),
    (is_end_sign, "end"),
    (_is_continued, "print"),
    (_is_link, "link"),
)


def _furniture(line: Line) -> Reading | None:
    if _NO_IMAGE.match(line.text) or _BRACKETED.match(line.text) or _is_photo_credit(line):
        return Reading(line, Kind.CAPTION, "caption")
    for is_sign, kind in _SIGNS:
        if is_sign(line):
            return Reading(line, Kind.FURNITURE, kind)
    kind, inline = _phrase_furniture(line)
    if kind == "caption":
        return Reading(line, Kind.CAPTION, kind)
    if kind and kind != "update" and not is_section(line.text):
        return Reading(line, Kind.FURNITURE, kind, inline)
    sentence = _sentence_furniture(line)
    return Reading(line, Kind.FURNITURE, sentence) if sentence else None


def read_line(line: Line) -> Reading:
    """What the line is."""
    if len(line.text) > SHORT_LINE:
        sentence = _sentence_furniture(line)
        return Reading(line, Kind.FURNITURE, sentence) if sentence else Reading(line, Kind.PROSE)
    if _has_digit(line) and _CHAT.match(line.text):
        return Reading(line, Kind.META, "chat", pieces=Pieces(take_apart(line.wide).stamps))
    if _crumbs(line):
        return Reading(line, Kind.CRUMBS)
    if _menu(line) and not _has_digit(line):
        return Reading(line, Kind.MENU, "navigation")
    return _dated(line) or _labelled(line) or _furniture(line) or _read_pieces(line)


def _dated(line: Line) -> Reading | None:
    """The line as a label that holds a date: «نشر في: 23 أوت 2025»."""
    if not _has_digit(line) or _is_copyright(line):
        return None
    pieces = take_apart(line.wide)
    if pieces.stamps and _is_dated_caption(line, pieces):
        return Reading(line, Kind.CAPTION, "caption")
    if pieces.stamps and _is_meta(line, pieces):
        return Reading(line, Kind.META, pieces.furniture, pieces=pieces)
    return None


def _is_dated_caption(line: Line, pieces: Pieces) -> bool:
    """Whether a line with a date says what a picture shows: words of its own and a credit."""
    unknown = sum(len(text.split()) for text in pieces.unknown)
    return unknown >= _OWN_WORDS and _caption(line)


def _labelled(line: Line) -> Reading | None:
    section = labelled_section(line.text)
    section = section if not furniture_of(key_of(section)) or is_section(section) else ""
    return Reading(line, Kind.META, pieces=Pieces(section=section)) if section else None


def _read_pieces(line: Line) -> Reading:
    """The line as prose, or by the pieces it is made of."""
    if is_prose(line) and not line.text.endswith(":"):
        return Reading(line, Kind.PROSE)
    pieces = take_apart(line.wide)
    if _is_meta(line, pieces):
        return Reading(line, Kind.META, pieces.furniture, pieces=pieces)
    if _caption(line):
        return Reading(line, Kind.CAPTION, "caption")
    return Reading(line, Kind.PROSE if is_prose(line) else Kind.TEXT, pieces=pieces)


def beside(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, with what a line is only beside another: the writer's office by the name."""
    told = list(readings)
    for index, reading in enumerate(readings):
        if reading.kind is Kind.TEXT and reading.line.words <= _ROLE_WORDS:
            around = readings[max(0, index - 2) : index + 3]
            signed = any(one.pieces.bylines and one.kind is Kind.META for one in around)
            if signed and is_role(reading.line.text):
                told[index] = reading._replace(kind=Kind.META)
    return told


def _has_digit(line: Line) -> bool:
    return bool(_DIGIT.search(line.key))


def _is_meta(line: Line, pieces: Pieces) -> bool:
    unknown = sum(len(text.split()) for text in pieces.unknown)
    if unknown >= 3 and line.text.endswith((".", "؟", "!")):
        return False
    known = bool(
        pieces.stamps
        or pieces.bylines
        or pieces.section
        or pieces.outlet
        or pieces.issue
        or pieces.masthead
        or pieces.clock
        or pieces.furniture
        or pieces.label
    )
    if not known:
        return not pieces.unknown and not pieces.places
    if pieces.stamps:
        return unknown <= 6
    return unknown == 0
