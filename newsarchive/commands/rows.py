"""Articles, hits and counts: as JSON for programs, as lines for people."""

from collections.abc import Iterator
from typing import Any

from newsarchive.article import STAR, Article, Evidence, Published, StoredArticle
from newsarchive.commands.terminal import Terminal
from newsarchive.repairs import Noted, Repair
from newsarchive.search.query import Facet, Facets, FacetValue, Hit

FACET_NAMES = {
    Facet.PERSON: "persons",
    Facet.ORGANISATION: "organizations",
    Facet.SECTION: "sections",
    Facet.PLACE: "places",
    Facet.SOURCE: "sources",
    Facet.TAG: "tags",
}


def iso(published: Published | None) -> str | None:
    """The day as YYYY-MM-DD; None when the page does not state it to the day."""
    if published is None or published.precision != "day":
        return None
    return published.date.isoformat()


def period(published: Published | None) -> str:
    """As much of the date as is known: a day, a month or a year; "" for none."""
    if published is None:
        return ""
    length = {"day": 10, "month": 7, "year": 4}[published.precision]
    return published.date.isoformat()[:length]


def published_row(published: Published | None) -> dict[str, str] | None:
    """The date as far as it is known, how far that is, and the words and calendar that say it."""
    if published is None:
        return None
    return {
        "date": period(published),
        "precision": published.precision,
        "text": published.text,
        "calendar": published.calendar,
    }


def article_row(article: Article) -> dict[str, Any]:
    """An article as ``extract --json`` prints it; what the page does not state is null."""
    return {
        "file": article.name,
        "title": article.title,
        "section": article.section or None,
        "date": iso(article.published),
        "author": article.author or None,
        "body": article.body,
        "source": article.outlet or None,
        "url": article.url or None,
        "language": article.language,
        "persons": [
            {
                "name": person.name,
                "aliases": list(person.aliases),
                "titles": list(person.titles),
                "roles": list(person.roles),
            }
            for person in article.persons
        ],
        "organizations": [
            {"name": body.name, "aliases": list(body.aliases)} for body in article.organisations
        ],
        "places": [{"name": place.name} for place in article.places],
    }


def stored_row(stored: StoredArticle, language: str = "ar") -> dict[str, Any]:
    """An article of the archive: its number, when it came in, where each field was read and why."""
    return {
        "id": stored.id,
        **article_row(stored.article),
        "published": published_row(stored.article.published),
        "imported_at": stored.imported_at.isoformat(),
        "evidence": [evidence_row(one, language) for one in stored.article.evidence],
        "encoding": stored.encoding,
        "repairs": [repair_row(one, language) for one in stored.repairs],
        "starred": stored.marks.starred,
        "tags": list(stored.marks.tags),
        "note": stored.marks.note or None,
    }


def evidence_row(evidence: Evidence, language: str) -> dict[str, Any]:
    """Where a field was read; null where the value does not stand in the text."""
    return {
        "field": evidence.field,
        "reason": evidence.reason,
        "line": evidence.line or None,
        "span": [evidence.start, evidence.end] if evidence.end else None,
        "stated_as": evidence.name or None,
        "sentence": evidence.sentence(language),
    }


def repair_row(noted: Noted, language: str) -> dict[str, Any]:
    """What was done to a text before it could be read; the value is null where there is none."""
    return {
        "repair": noted.repair,
        "value": noted.value or None,
        "sentence": noted.sentence(language),
    }


def hit_row(hit: Hit) -> dict[str, Any]:
    """A hit as ``search --json`` prints it."""
    return {
        "rank": hit.rank,
        "id": hit.id,
        "url": hit.url or None,
        "file": hit.file,
        "title": hit.title.text,
        "date": iso(hit.published),
        "section": hit.section or None,
        "why": hit.why,
        "snippet": hit.snippet.text,
    }


def facets_row(facets: Facets) -> dict[str, Any]:
    """Counts as ``facets --json`` prints them."""
    values = {name: _counts(facets.values.get(facet, ())) for facet, name in FACET_NAMES.items()}
    months = [{"month": month.month, "count": month.count} for month in facets.months]
    return {"total": facets.total, **values, "months": months}


def _counts(values: tuple[FacetValue, ...]) -> list[dict[str, Any]]:
    return [{"name": value.name, "count": value.count} for value in values]


def article_lines(article: Article, terminal: Terminal, *, body: bool) -> Iterator[str]:
    """An article to read in a terminal."""
    yield article.title or article.name
    meta = (article.section, period(article.published), article.author, article.outlet)
    yield " · ".join(part for part in meta if part)
    for person in article.persons:
        offices = "، ".join((*person.titles, *person.roles))
        yield f"  {terminal.text('cli-person')}: {person.name}" + (
            f" ({offices})" if offices else ""
        )
    for organisation in article.organisations:
        others = "، ".join(organisation.aliases)
        name = organisation.name + (f" ({others})" if others else "")
        yield f"  {terminal.text('cli-organisation')}: {name}"
    if article.places:
        places = "، ".join(place.name for place in article.places)
        yield f"  {terminal.text('cli-places')}: {places}"
    if body:
        yield ""
        yield from article.body.split("\n")
        yield ""
    yield f"  {article.url or article.name}"


def evidence_lines(article: Article, terminal: Terminal) -> Iterator[str]:
    """Where each field of an article was read, and why there, to read in a terminal."""
    if article.evidence:
        yield terminal.text("cli-evidence")
    for one in article.evidence:
        yield f"  {terminal.text(f'field-{one.field}')}: {one.sentence(terminal.language)}"


def repair_lines(stored: StoredArticle, terminal: Terminal) -> Iterator[str]:
    """What was done to the text of an article before it could be read."""
    if stored.repairs:
        yield terminal.text("cli-repairs")
    for one in stored.repairs:
        yield f"  {one.sentence(terminal.language)}"


def hit_lines(hit: Hit, terminal: Terminal) -> Iterator[str]:
    """A hit to read in a terminal."""
    yield f"{hit.rank}. {hit.title.text or hit.file}"
    copies = f"✦ ×{hit.copies}" if hit.copies > 1 else ""
    star = STAR if hit.marks.starred else ""
    tags = "، ".join(hit.marks.tags)
    meta = (f"#{hit.id}", star, period(hit.published), hit.outlet, hit.section, copies, tags)
    yield "   " + " · ".join(part for part in meta if part)
    snippet = " ".join(hit.snippet.text.split())
    yield f"   {snippet}"
    if hit.unread:
        yield f"   {Noted(Repair.SCAN).sentence(terminal.language)}"


def facet_lines(facets: Facets, terminal: Terminal) -> Iterator[str]:
    """Counts to read in a terminal."""
    for facet, name in FACET_NAMES.items():
        values = facets.values.get(facet, ())
        if values:
            yield f"{terminal.text(f'cli-{name}')} ({facets.distinct.get(facet, len(values)):,})"
            yield from (f"  {value.count:>9,}  {value.name}" for value in values)
    if facets.months:
        yield terminal.text("cli-months")
        yield from (f"  {month.count:>9,}  {month.month}" for month in facets.months)
