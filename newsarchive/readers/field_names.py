"""The names that data sets and exports give to an article's parts, and the values behind them.

Names are compared in lower case without spaces, "_" and "-". For each part the first name of its
row that has a value wins, so the rows run from the plainest name to the weakest. ``date_extracted``
(when a crawler saw the page) stays apart from ``date`` (when the article appeared).
"""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from newsarchive.readers.clean import clean
from newsarchive.readers.mojibake import repair
from newsarchive.readers.nested import value_at

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": (
        "title", "headline", "heading", "maintitle", "articletitle", "newstitle", "posttitle",
        "ogtitle", "subject", "عنوان", "العنوان", "عنوانالخبر", "عنوانالمقال", "العنوانالرئيسي",
    ),
    "subtitle": (
        "subtitle", "subheadline", "subhead", "subheading", "alternativeheadline", "kicker", "deck",
        "العنوانالفرعي", "عنوانفرعي",
    ),
    "body": (
        "content", "body", "articlebody", "articletext", "articlecontent", "newscontent",
        "newstext", "fulltext", "fullcontent", "fullarticle", "maintext", "maincontent",
        "bodytext", "text", "article", "story", "postcontent", "contenttext", "contentencoded",
        "paragraphs", "details", "contenthtml", "bodyhtml", "html", "نص", "النص", "نصالخبر",
        "نصالمقال", "المحتوى", "محتوى", "المتن", "متن", "الخبر", "المقال", "التفاصيل",
    ),
    "summary": (
        "description", "summary", "abstract", "excerpt", "lead", "lede", "intro", "snippet",
        "ogdescription", "contentsnippet", "الوصف", "وصف", "ملخص", "الملخص", "المقدمة",
    ),
    "date": (
        "date", "datepublished", "publisheddate", "publishdate", "publicationdate", "pubdate",
        "published", "publishedat", "publishedon", "datepub", "articledate", "newsdate",
        "articlepublishedtime", "publishedtime", "publishtime", "issued", "dateissued", "postdate",
        "dateposted", "postedat", "dategmt", "datetime", "datecreated", "createdat", "created",
        "timestamp", "time", "pubtime",
        "تاريخ", "التاريخ", "تاريخالنشر", "تاريخالخبر", "تاريخالمقال", "تاريخالإصدار", "نشرفي",
    ),
    "date_extracted": (
        "dateextracted", "extractedat", "extractiondate", "datecrawled", "crawldate", "crawledat",
        "crawltime", "datescraped", "scrapedat", "scrapedate", "scrapetime", "fetchedat",
        "fetchdate", "datedownload", "downloadedat", "retrievedat", "dateretrieved", "accessdate",
        "accessed", "dateadded", "importedat", "collectedat", "تاريخالجمع", "تاريخالاسترجاع",
    ),
    "author": (
        "author", "authors", "byline", "creator", "dccreator", "writer", "journalist", "reporter",
        "articleauthor", "authorname", "writtenby", "by", "كاتب", "الكاتب", "المؤلف", "مؤلف",
        "المحرر", "الصحفي", "بقلم", "اسمالكاتب",
    ),
    "url": (
        "url", "link", "href", "permalink", "articleurl", "newsurl", "canonical", "canonicalurl",
        "canonicallink", "weburl", "sourceurl", "pageurl", "uri", "originalurl", "loc", "الرابط",
        "رابط", "رابطالخبر", "رابطالمقال",
    ),
    "outlet": (
        "outlet", "source", "publisher", "publication", "newspaper", "journal", "sitename",
        "ogsitename", "sourcename", "provider", "agency", "media", "website", "site", "domain",
        "containertitle", "publicationtitle", "المصدر", "مصدر", "الناشر", "الصحيفة", "صحيفة",
        "الجريدة", "جريدة", "الموقع",
    ),
    "section": (
        "section", "articlesection", "category", "categories", "categoryname", "sectionname",
        "topic", "desk", "rubric", "channel", "classification", "label", "القسم", "قسم", "التصنيف",
        "تصنيف", "الفئة", "فئة", "الباب", "باب",
    ),
    "language": ("language", "lang", "inlanguage", "langcode", "languagecode", "اللغة", "لغة"),
}  # fmt: skip

OTHER_WORDS = frozenset((
    "id", "ids", "uuid", "guid", "hash", "md", "sha", "slug", "image", "images", "img", "photo",
    "photos", "picture", "pictures", "thumbnail", "thumb", "video", "videos", "audio", "logo",
    "icon", "avatar", "caption", "alt", "views", "view", "count", "likes", "shares", "comment",
    "comments", "reply", "replies", "tag", "tags", "keyword", "keywords", "modified", "updated",
    "update", "crawled", "crawl", "scraped", "fetched", "lastmod", "status", "type", "version",
    "email", "phone", "copyright", "related", "next", "previous",
    "صورة", "الصورة", "صور", "الصور", "فيديو", "رقم", "الرقم", "مشاهدات", "المشاهدات", "تعليق",
    "التعليقات", "وسوم", "الوسوم", "تعديل", "التعديل", "تحديث", "التحديث",
))  # fmt: skip

_PARTS = {name: (part, rank) for part, row in NAMES.items() for rank, name in enumerate(row)}
_WRAPPERS = ("source", "article", "data", "node", "doc", "document", "fields", "attributes", "item",
             "record", "post", "news", "story")  # fmt: skip
_INNER_VALUES = ("rendered", "name", "literal", "text", "value", "content", "#text", "@value",
                 "$date", "$", "title", "url", "@id", "href", "para", "paragraph")  # fmt: skip
_SEPARATORS = re.compile(r"[\s_\-:.@/]+")
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|img|table|tr|td|th|tbody|blockquote"
    r"|figure|figcaption|section|article|font|center|iframe|script|style|hr|pre|small|sup|sub)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_CONTROLS = re.compile("[\x00-\x1f\x7f]")
_MAX_DEPTH = 4


def part_of(name: str) -> str | None:
    """The part of an article that a field or column called ``name`` holds."""
    found = _PARTS.get(plain_name(name))
    return found[0] if found else None


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A field's name as it is compared."""
    name = _SEPARATORS.sub("", clean(name).lower())
    return name.removeprefix("og") if name in ("ogtitle", "ogdescription", "ogsitename") else name


@lru_cache(maxsize=512)
def plan(names: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """For each part, the fields among ``names`` that may hold it, likeliest first."""
    ranked: dict[str, list[tuple[int, str]]] = {}
    for name in names:
        if found := _PARTS.get(plain_name(name)):
            ranked.setdefault(found[0], []).append((found[1], name))
    return {
        part: tuple(name for _, name in sorted(row, key=lambda pair: pair[0]))
        for part, row in ranked.items()
    }


@dataclass(frozen=True, slots=True)
class Assigned:
    """Columns beside those that are known by their names.

    Attributes:
        chosen: part to column as the user said, "" for none; they stand against any name.
        guessed: part to column where the names give nothing.
        month_first: whether the table writes its dates as «12/31/2025».
    """

    chosen: Mapping[str, str] = field(default_factory=dict)
    guessed: Mapping[str, str] = field(default_factory=dict)
    month_first: bool = False


BY_NAMES = Assigned()


def parts(record: Mapping[str, Any], assigned: Assigned = BY_NAMES) -> dict[str, str]:
    """The parts of an article that a record states; "body" holds its text, if it has one.

    A record that wraps the article in one more object (an API's or a search engine's) is unwrapped.
    """
    return parts_and_names(record, assigned)[0]


def parts_and_names(
    record: Mapping[str, Any], assigned: Assigned = BY_NAMES
) -> tuple[dict[str, str], dict[str, str]]:
    """The parts that ``parts`` tells, and the name of the column each was read from."""
    taken = frozenset(column for column in assigned.chosen.values() if column)
    found = stated(record, taken)
    for part, column in assigned.guessed.items():
        if part not in found and (text := text_at(record, column, part)):
            found[part] = (column, text)
    for part, column in assigned.chosen.items():
        found[part] = (column, text_at(record, column, part) if column else "")
    if assigned.chosen.get("body") == "":
        found.pop("summary", None)
    names = {part: column for part, (column, text) in found.items() if text}
    return _with_body({part: found[part][1] for part in names}), names


def text_at(record: Mapping[str, Any], column: str, part: str) -> str:
    """The text that a column of a record gives for a part, as it stands there."""
    return flat(value_at(record, column), part).strip()


def stated(
    record: Mapping[str, Any], taken: frozenset[str] = frozenset()
) -> dict[str, tuple[str, str]]:
    """Part to the column that is known for it by name and has a value, and to that value.

    ``taken`` are columns that something else was made of.
    """
    found = _own(record, taken)
    if "body" in found and "title" in found:
        return found
    for name, value in record.items():
        if isinstance(value, dict) and plain_name(name) in _WRAPPERS:
            inner = within(name, value, taken)
            if "title" in inner:
                return found | inner
    return found


def within(
    name: str, value: Mapping[str, Any], taken: frozenset[str] = frozenset()
) -> dict[str, tuple[str, str]]:
    """As ``stated``, of an object that a record holds under ``name``."""
    used = frozenset(one.removeprefix(f"{name}.") for one in taken if one.startswith(f"{name}."))
    own = _own(value, used)
    return {part: (f"{name}.{column}", text) for part, (column, text) in own.items()}


def _own(record: Mapping[str, Any], taken: frozenset[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    names = tuple(name for name in record if name not in taken) if taken else tuple(record)
    for part, columns in plan(names).items():
        for name in columns:
            if text := flat(record[name], part).strip():
                found[part] = (name, text)
                break
    return found


def _with_body(found: dict[str, str]) -> dict[str, str]:
    summary = found.pop("summary", "")
    if "body" not in found and summary:
        found["body"] = summary
    for part, text in found.items():
        lines = _address(text) if part == "url" else readable(text)
        found[part] = lines if part == "body" else " ".join(lines.split())
    return found


def _address(text: str) -> str:
    """An address as it is written: characters that cannot be seen are part of it too."""
    return html.unescape(_CONTROLS.sub("", text))


def flat(value: Any, part: str, depth: int = _MAX_DEPTH) -> str:
    """The text of a value that is not plain text: a number, a list, an object with a name."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool) or depth == 0:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return _flat_object(value, part, depth)
    if isinstance(value, list):
        return _joined((flat(one, part, depth - 1) for one in value), part)
    return ""


def _flat_object(value: Mapping[str, Any], part: str, depth: int) -> str:
    if "family" in value or "given" in value:
        return " ".join(str(value[one]) for one in ("given", "family") if value.get(one))
    if "date-parts" in value:
        return _date_parts(value["date-parts"])
    for name in _INNER_VALUES:
        if name in value and (text := flat(value[name], part, depth - 1)):
            return text
    return ""


def _date_parts(value: Any) -> str:
    """The date of CSL JSON, ``[[2025, 12, 15]]``, in ISO 8601 as far as it goes."""
    first = value[0] if isinstance(value, list) and value else None
    if not isinstance(first, list) or not all(str(one).isdecimal() for one in first[:3]):
        return ""
    return "-".join(f"{int(one):02d}" for one in first[:3])


def _joined(texts: Iterable[str], part: str) -> str:
    kept = [text.strip() for text in texts if text.strip()]
    if part == "body":
        return "\n\n".join(kept)
    if part == "author":
        return "، ".join(kept)
    return kept[0] if kept else ""


def readable(text: str) -> str:
    """``text`` cleaned; HTML tags in it turned into lines and entities into characters."""
    text = repair(text)
    if "<" in text and _TAG.search(text):
        from newsarchive.readers.markup import visible_text

        return clean(visible_text(text))
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    return clean(text).strip()
