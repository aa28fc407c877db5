"""What an HTML page states of its article: JSON-LD first, then OpenGraph and other meta tags."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newsarchive.readers.clean import clean
from newsarchive.readers.field_names import parts_and_names, readable
from newsarchive.readers.html_title import headline

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLE_TYPES = ("article", "posting", "report", "newsarticle", "blogposting")
_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title",
              "citation_title"),
    "date": ("article:published_time", "og:article:published_time", "article:published",
             "datepublished", "publishdate", "publish-date", "publish_date", "published_time",
             "pubdate", "article_date_original", "originalpublicationdate", "dc.date.issued",
             "dcterms.issued", "dcterms.created", "dc.date.created", "parsely-pub-date",
             "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
             "dc.date", "dcterms.date", "date"),
    "author": ("article:author_name", "author", "byl", "dc.creator", "dcterms.creator",
               "parsely-author", "sailthru.author", "citation_author", "twitter:data1author",
               "article:author"),
    "section": ("article:section", "og:article:section", "section", "parsely-section",
                "cxenseparse:category", "dc.subject.section", "category"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher",
               "citation_journal_title", "copyright-holder"),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "language": ("content-language", "dc.language", "dcterms.language", "language", "og:locale"),
}  # fmt: skip
_NAME_ATTRIBUTES = ("property", "name", "itemprop", "http-equiv")


class Metadata(NamedTuple):
    """What a page states.

    Attributes:
        fields: those of RawDocument, verbatim.
        origins: what the page calls each of them: ``og:title``, ``headline``, ``<title>``.
    """

    fields: dict[str, str]
    origins: dict[str, str]

    def add(self, part: str, text: str, origin: str) -> None:
        """State a field, unless it is stated already."""
        if text and part not in self.fields:
            self.fields[part], self.origins[part] = text, origin


def metadata(root: "HtmlElement") -> Metadata:
    """The fields of RawDocument that the page states."""
    found = _from_json_ld(root)
    _add_meta(root, found)
    found.add("url", _link(root, "canonical"), "canonical")
    found.add("language", root.get("lang") or root.get("xml:lang") or "", "lang")
    found.add("date", *_marked_date(root))
    fields = found.fields
    page_title = next(iter(_texts(root, "title")), "")
    headings = _texts(root, "h1", "h2")
    title = headline(fields.get("title", ""), page_title, headings, fields.get("outlet", ""))
    if title:
        found.origins.setdefault("title", "<h1>" if title in headings else "<title>")
        fields["title"] = title
    if fields.get("author", "").startswith("http"):
        del fields["author"], found.origins["author"]
    if language := fields.get("language"):
        fields["language"] = language.replace("_", "-").split("-")[0].lower()
    return found


def _add_meta(root: "HtmlElement", found: Metadata) -> None:
    stated: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in _NAME_ATTRIBUTES:
            if content and (name := element.get(attribute)):
                stated.setdefault(name.strip().lower(), content)
    for part, names in _META.items():
        for name in names:
            found.add(part, " ".join(readable(stated.get(name, "")).split()), name)


def _link(root: "HtmlElement", relation: str) -> str:
    for element in root.iter("link"):
        if relation in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").strip()
    return ""


def _texts(root: "HtmlElement", *tags: str) -> list[str]:
    texts = (" ".join(readable(one.text_content()).split()) for one in root.iter(*tags))
    return [text for text in texts if text]


def _marked_date(root: "HtmlElement") -> tuple[str, str]:
    """The date that microdata or a ``<time>`` inside the article marks as published, and which."""
    for element in root.xpath("//*[@itemprop='datePublished']"):
        if text := _moment(element):
            return text, "datePublished"
    for element in root.xpath("(//article | //main | //*[h1])[1]//time[@datetime]"):
        kind = " ".join((element.get("class") or "", element.get("itemprop") or "")).lower()
        aside = element.xpath("ancestor::aside | ancestor::footer | ancestor::nav | ancestor::li")
        if "modif" not in kind and "updat" not in kind and not aside:
            return _moment(element), "<time>"
    return "", ""


def _moment(element: "HtmlElement") -> str:
    stated = element.get("datetime") or element.get("content") or element.text_content()
    return " ".join(clean(stated).split())


def _from_json_ld(root: "HtmlElement") -> Metadata:
    """The fields of the first article that the page's JSON-LD blocks describe."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        for node in _nodes(_json(script.text or "")):
            if _is_article(node):
                return _stated(node)
    return Metadata({}, {})


def _stated(node: Mapping[str, Any]) -> Metadata:
    if "headline" in node:
        node = {name: value for name, value in node.items() if name not in ("name", "title")}
    wanted = {name: value for name, value in node.items() if name != "articleBody"}
    page = wanted.pop("mainEntityOfPage", None)
    wanted.setdefault("url", page)
    stated, origins = parts_and_names(wanted)
    if "url" not in node:
        origins["url"] = "mainEntityOfPage"
    for part in ("body", "date_extracted"):
        stated.pop(part, None)
    found = Metadata({}, {})
    for part, text in stated.items():
        found.add(part, text, origins.get(part, part))
    return found


def _json(text: str) -> Any:
    """The block's value; None where it is broken, which is common and harms nothing."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 4) -> Iterator[Mapping[str, Any]]:
    """Every object in a JSON-LD value: lists and ``@graph`` opened."""
    if isinstance(value, list) and depth:
        for one in value:
            yield from _nodes(one, depth - 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(name), depth - 1)


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type", "")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).lower().endswith(_ARTICLE_TYPES) for kind in kinds)
