"""Articles in the formats other programs read, safe to open there."""

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator

from newsarchive.article import Article, StoredArticle
from newsarchive.commands.rows import iso, period, stored_row

Writer = Callable[[Iterable[StoredArticle]], Iterator[str]]

_COLUMNS = ("id", "date", "title", "section", "source", "author", "url", "persons", "organizations",
            "places", "body", "file")  # fmt: skip
_FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def csv_table(articles: Iterable[StoredArticle]) -> Iterator[str]:
    """CSV after RFC 4180 with a byte-order mark, for spreadsheets.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    yield "\ufeff" + _csv_line(_COLUMNS)
    for stored in articles:
        article = stored.article
        yield _csv_line(
            (
                str(stored.id),
                period(article.published),
                article.title,
                article.section,
                article.outlet,
                article.author,
                article.url,
                "؛ ".join(person.name for person in article.persons),
                "؛ ".join(body.name for body in article.organisations),
                "؛ ".join(place.name for place in article.places),
                article.body,
                article.name,
            )
        )


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(["'" + c if _FORMULA.match(c) else c for c in cells])
    return line.getvalue()


def json_lines(articles: Iterable[StoredArticle]) -> Iterator[str]:
    """One JSON object a line, as ``show --json`` prints it."""
    for stored in articles:
        yield json.dumps(stored_row(stored), ensure_ascii=False) + "\n"


def ris(articles: Iterable[StoredArticle]) -> Iterator[str]:
    """RIS, for EndNote, Zotero and their kin."""
    for stored in articles:
        article = stored.article
        tags = [
            ("TY", "NEWS"),
            ("ID", str(stored.id)),
            ("TI", article.title),
            ("AU", article.author),
            ("T2", article.outlet),
            ("SE", article.section),
            ("PY", period(article.published)[:4]),
            ("DA", (iso(article.published) or "").replace("-", "/")),
            ("UR", article.url),
            ("LA", article.language),
            *(("KW", name) for name in _keywords(article)),
            ("N2", article.body),
        ]
        yield "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in tags if value)
        yield "ER  - \r\n\r\n"


def bibtex(articles: Iterable[StoredArticle]) -> Iterator[str]:
    """BibTeX entries, in UTF-8 (biber, or BibTeX with bibtex8)."""
    for stored in articles:
        article = stored.article
        fields = {
            "title": article.title,
            "author": article.author,
            "journal": article.outlet,
            "date": period(article.published),
            "year": period(article.published)[:4],
            "langid": "arabic" if article.language == "ar" else article.language,
            "keywords": ", ".join(name.replace(",", " ") for name in _keywords(article)),
        }
        yield f"@article{{qusasat{stored.id},\n"
        for name, value in fields.items():
            if value:
                yield f"  {name} = {{{_one_line(value).translate(_BIBTEX)}}},\n"
        if article.url:
            yield f"  url = {{{_plain_address(article.url)}}},\n"
        yield "}\n\n"


def _keywords(article: Article) -> list[str]:
    persons = [person.name for person in article.persons]
    return persons + [organisation.name for organisation in article.organisations]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain_address(url: str) -> str:
    return "".join(c for c in url if c not in "{}\\" and not c.isspace())


def html_page(articles: Iterable[StoredArticle]) -> Iterator[str]:
    """One page that stands alone: nothing in it is fetched, no text in it can act."""
    yield _HEAD
    for stored in articles:
        yield _html_article(stored.article)
    yield "</body>\n</html>\n"


def _html_article(article: Article) -> str:
    safe = html.escape
    direction = "rtl" if article.language in ("ar", "fa", "ur", "he") else "ltr"
    meta = (article.section, article.outlet, period(article.published), article.author)
    parts = [
        f'<article dir="{direction}" lang="{safe(article.language)}">',
        f"<h2>{safe(article.title)}</h2>",
        f'<p class="meta">{safe(" · ".join(part for part in meta if part))}</p>',
        *(f"<p>{safe(paragraph)}</p>" for paragraph in article.body.split("\n") if paragraph),
    ]
    if article.url.lower().startswith(("http://", "https://")):
        address = safe(article.url)
        parts.append(
            f'<p class="meta" dir="ltr"><a rel="noreferrer" href="{address}">{address}</a>'
        )
    return "\n".join([*parts, "</article>\n"])


_HEAD = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>قصاصات</title>
<style>
body { max-width: 44em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.75 "Noto Naskh Arabic",
       "Amiri", serif; color: #1d1b18; background: #fffefb; }
article { break-inside: auto; border-bottom: 1px solid #e2ddd4; padding-bottom: 1.5em; }
h2 { font-size: 1.5em; line-height: 1.4; break-after: avoid; }
.meta { color: #6a655d; font-size: .85em; }
</style>
</head>
<body>
"""

WRITERS: dict[str, Writer] = {
    "csv": csv_table,
    "jsonl": json_lines,
    "ris": ris,
    "bibtex": bibtex,
    "html": html_page,
}
