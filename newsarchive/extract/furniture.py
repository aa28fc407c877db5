"""What stands around an article on its page: menus, breadcrumbs, bars, forms, links, headers."""

import re
from collections.abc import Callable

from newsarchive.extract import lexicon
from newsarchive.extract.bylines import looks_like_person
from newsarchive.extract.endings import is_end_sign, is_terminal
from newsarchive.extract.lexicon import furniture_of
from newsarchive.extract.lines import LONG, Line, key_of, plain, word_key, words_of
from newsarchive.extract.sections import is_section

_CLOSING = '»”"'
_URL = re.compile(
    r"^(?:[^\s:]{0,20}\s*:\s*)?(?:https?://|www\.)\S+(?:\s+(?:\|\s+)?\d{1,3}\s*/\s*\d{1,3})?$"
    r"|^[\w.\-]+\.(?:com|net|org|me|ly|co|tv)/\S*$|^\S+@\S+\.\S+$|^@\w+$"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\))\s*(?:[\w\s]{0,30}?\d{4}|(?:صحيفه|جريده|شبكه|موقع|بوابه|مؤسسه|دار)\b)|حقوق النشر ©"
)
_PUBLISHERS = "(?:ال)?(?:صحيفه|جريده|شبكه|موقع|بوابه|موسسه|دار|شركه|وكاله|تصميم|تطوير|برمجه)"
_RIGHTS = re.compile(
    r"حقوق النشر|الحقوق|محفوظ|copyright|rights|reserved|powered by|designed by"
    rf"|\b{_PUBLISHERS}\b(?:\s+\S+){{0,3}}\s*©|©[\s\d\-–|]*(?:\S+\s+){{0,2}}{_PUBLISHERS}\b"
)
_OWNER_WORDS = 5
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
_CRUMB_MARK = re.compile(r"[>›»←\\/«<&|]")
_BAR_MARK = re.compile(r"[|•·]|\s[-–—\s]\s")
_BAR_SIGN = re.compile(r"[|•·\-–—]")
_BAR = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{3,}")
_PREFIX_KINDS = frozenset(
    (
        "share",
        "read_also",
        "comments",
        "copyright",
        "newsletter",
        "ad",
        "promoted",
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
_SIZES = re.compile(r"^(?:[+\-–−]?\s*[AaTtأ]\s*[+\-–−]?(?:\s+|$)){1,4}$|^[+\-–−]$")
_FIELD = re.compile(r"[:\w)]\s*\*+\s*:?$|^\*\s*\w[\w\s]{2,30}:$")
_BAR_WORDS, _BAR_LENGTH = 3, 16
_SHARE_WORDS = 12
_BUTTONS = ("share", "print", "font_size")
_PHRASE_WORDS = 7
_URGENT, _HEADLINE_WORDS = "عاجل", 5
_FIELD_WORDS = 6
_PATH = 3
_LONG_SENTENCE = 320


def sentence_furniture(line: Line) -> str:
    """Kind of the furniture that a phrase in the line tells it to be, or ""."""
    if len(line.text) > _LONG_SENTENCE:
        return ""
    sentences = lexicon.furniture_sentences()
    opening = line.text[:LONG]
    if sentences.keys().isdisjoint(line.key.split() or words_of(opening)):
        return ""
    words = opening.split()
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
    if not words or not lexicon.can_open_furniture(words[:_PHRASE_WORDS]):
        return "", False
    for count in range(min(6, len(words) - 1), 0, -1):
        kind = furniture_of(" ".join(words[:count]))
        if not kind:
            continue
        if _follows_colon(line.text, count) and (kind in _INLINE_LABELS or count > 1):
            urgent = words[count - 1] == _URGENT and len(words) - count >= _HEADLINE_WORDS
            return ("", False) if urgent else (kind, True)
        rest, open_end = len(words) - count, line.text.rstrip(_CLOSING)
        if count > 1 and kind in _PREFIX_KINDS and rest <= 3 and not is_terminal(open_end):
            return kind, kind in ("read_also", "most_read")
    return "", False


def _follows_colon(text: str, count: int) -> bool:
    """Whether the first ``count`` words are set off: «اقرأ أيضًا: …», «وسوم | …», «وسوم #…»."""
    match = re.match(rf"(?:[^\w]*[\w\u064b-\u0652]+){{{count}}}\s*([:|#⁠»←/\-–…]|\.\.)", text)
    return match is not None


def _is_home(key: str) -> bool:
    here = key.startswith(("انت هنا", "انت الان"))
    return here or key == "الصفحه الرييسيه" or key in lexicon.word_sets()["home"]


def is_crumbs(line: Line) -> bool:
    """Whether the line is a breadcrumb: «الرئيسية > محليات»."""
    if not (_CRUMB_MARK.search(line.text) or "::" in line.text):
        return False
    parts = [part for part in _CRUMB.split(line.text) if part.strip()]
    if len(parts) < 2:
        parts = [part for part in line.text.split("|") if part.strip()]
        last = parts[-1] if parts else ""
        return len(parts) > 2 and _is_home(key_of(parts[0])) and last.count(" ") >= _BAR_WORDS
    first = key_of(parts[0])
    if _is_home(first):
        return True
    if any(mark in line.text for mark in "›>←"):
        return is_section(parts[0])
    return len(parts) <= _PATH and all(is_section(part.strip()) for part in parts)


def crumb_parts(text: str) -> list[str]:
    """The steps of a breadcrumb, without home."""
    parts = [part.strip(" :|") for part in _CRUMB.split(text) if part.strip(" :|")]
    if len(parts) < 2:
        parts = [part.strip(" :") for part in text.split("|") if part.strip(" :")]
    parts = [re.sub(r"^(?:أنت هنا|أنت الآن في)\s*:?\s*", "", part) for part in parts]
    return [part for part in parts if part and not _is_home(key_of(part))]


def _is_barred(text: str) -> bool:
    signed = _BAR_SIGN.search(text) or "  " in text or not text.isprintable()
    return bool(signed) and bool(_BAR_MARK.search(text))


def is_menu(line: Line) -> bool:
    """Whether the line sets names of sections and pages of the site side by side."""
    if not _is_barred(line.wide):
        return False
    parts = [part for part in _BAR.split(line.wide) if part.strip()]
    if len(parts) < 2:
        return False
    keys = [key_of(part) for part in parts]
    if all(furniture_of(key) in _BUTTONS for key in keys):
        return False
    known = sum(
        is_section(part) or bool(furniture_of(key)) or _is_home(key)
        for part, key in zip(parts, keys, strict=True)
    )
    return known >= 2 and known >= len(parts) * 0.6


def _asks_to_follow(line: Line) -> bool:
    return line.key.startswith(_FOLLOW_WORDS) and bool(_FOLLOW.match(plain(line.text)))


def _is_continued(line: Line) -> bool:
    return line.key.startswith(_CONTINUED_WORDS) and bool(_CONTINUED.match(plain(line.text)))


def _is_link(line: Line) -> bool:
    return bool(_URL.match(line.text) or _INITIALS.match(line.text))


def is_copyright(line: Line) -> bool:
    """Whether the line says whose page it is: «© 2025 صحيفة …»."""
    marked = "©" in line.text or "(c)" in line.text or "(C)" in line.text
    text = plain(line.text) if marked else ""
    found = _COPYRIGHT.search(text)
    return found is not None and (bool(_RIGHTS.search(text)) or _stands_apart(text, found))


def _stands_apart(text: str, sign: "re.Match[str]") -> bool:
    """Whether a copyright sign opens or ends its line: within a sentence it is misread («©15»)."""
    before, after = text[: sign.start()].split(), text[sign.end() :].split()
    if before:
        return len(before) <= _OWNER_WORDS and not after
    return len(after) <= _OWNER_WORDS or not is_terminal(text)


def _is_share_bar(line: Line) -> bool:
    """Whether the line is made of the words of share bars alone: «شاركها ! tweet», «F T W»."""
    words = line.key.split()
    if not 2 <= len(words) <= _SHARE_WORDS or not lexicon.share_words().issuperset(words):
        return False
    return any(furniture_of(word) == "share" for word in words)


def _is_button_bar(line: Line) -> bool:
    """Whether the line sets buttons side by side: «مشاركة التحديث | نسخ الرابط»."""
    if line.words > _BAR_LENGTH or not _is_barred(line.wide):
        return False
    parts = [key_of(part) for part in _BAR.split(line.wide) if part.strip()]
    if len(parts) < 2 or max(part.count(" ") for part in parts) >= _BAR_WORDS:
        return False
    return any(furniture_of(part) in _BUTTONS for part in parts)


def _is_form_field(line: Line) -> bool:
    """Whether the line names a box to fill in, with the star of those that must be: «الاسم: *»."""
    is_field = line.words <= _FIELD_WORDS and bool(_FIELD.search(line.text))
    return is_field and not looks_like_person(line.text.rstrip("* "))


_SIGNS: tuple[tuple[Callable[[Line], object], str], ...] = (
    (lambda line: _HASHTAGS.match(line.text), "tags"),
    (_asks_to_follow, "share"),
    (is_copyright, "copyright"),
    (_is_share_bar, "share"),
    (_is_form_field, "comments"),
    (lambda line: _SIZES.match(line.text), "font_size"),
    (_is_button_bar, "share"),
    (lambda line: _RELATIVE.match(line.key), "update"),
    (is_end_sign, "end"),
    (_is_continued, "print"),
    (_is_link, "link"),
)


def furniture(line: Line) -> tuple[str, bool]:
    """Kind of the furniture that a short line is, or "", and whether content follows in it."""
    for is_sign, kind in _SIGNS:
        if is_sign(line):
            return kind, False
    kind, inline = _phrase_furniture(line)
    if kind and (kind == "caption" or (kind != "update" and not is_section(line.text))):
        return kind, inline
    return sentence_furniture(line), False
