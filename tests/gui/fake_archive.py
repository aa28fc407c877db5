"""An archive in memory with the methods of the real one, over invented articles."""

import datetime as dt
import json
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from newsarchive.arabic.fold import fold, fold_with_offsets, original_span
from newsarchive.article import (
    Article,
    Copy,
    Difference,
    EntityKind,
    Mention,
    Organisation,
    Person,
    Place,
    Published,
    StoredArticle,
)
from newsarchive.errors import StoreError
from newsarchive.search.query import (
    Completion,
    Facet,
    Facets,
    FacetValue,
    Hit,
    MonthCount,
    Results,
    Snippet,
    Sort,
)

DIFFERENCES = (
    Difference("same", "جملة مشتركة.", "جملة مشتركة."),
    Difference("changed", "بلغ العدد 14 شخصا.", "بلغ العدد 21 شخصا.", ((10, 12),), ((10, 12),)),
    Difference("first", "جملة في الأول."),
    Difference("second", second="جملة في الثاني."),
)
NOW = dt.datetime(2025, 12, 20, 9, 0, tzinfo=dt.UTC)


def _article(number, record):
    parts = {"title": record["title"], "body": record["body"]}
    return Article(
        name=f"saved/{number:03}.txt",
        sha256=f"{number:064x}",
        title=record["title"],
        body=record["body"],
        section=record["section"] or "",
        author=record["author"],
        outlet=record["outlet"],
        url=f"https://example.org/{number}",
        published=Published(dt.date.fromisoformat(record["date"]), text=record["date_text"]),
        persons=tuple(
            Person(p["name"], titles=tuple(p["titles"]), roles=tuple(p["roles"]))
            for p in record["persons"]
        ),
        organisations=tuple(Organisation(name) for name in record["organisations"]),
        places=tuple(Place(name) for name in record["places"]),
        mentions=tuple(
            Mention(EntityKind(kind), name, part, start, end, parts[part][start:end])
            for kind, name, part, start, end in record["mentions"]
        ),
    )


@cache
def articles():
    """The invented articles."""
    records = json.loads(Path(__file__).with_name("fake_articles.json").read_text("utf-8"))
    return tuple(_article(number, record) for number, record in enumerate(records, 1))


def facet_names(article, facet):
    match facet:
        case Facet.PERSON:
            return {p.name for p in article.persons}
        case Facet.ORGANISATION:
            return {o.name for o in article.organisations}
        case Facet.PLACE:
            return {p.name for p in article.places}
        case Facet.SECTION:
            return {article.section}
        case Facet.TAG:
            return set()
    return {article.outlet}


class FakeArchive:
    """Finds folded parts of words; counts by looking at every article."""

    index_lost = False
    is_stale = staticmethod(lambda: False)
    marks = SimpleNamespace(version=0)

    def __init__(self, times=1):
        self._articles = articles() * times
        self.closed = False
        self.pictures = ()
        self.watched = ()
        self.asked = []
        self.prepared = 0

    def close(self):
        self.closed = True

    @property
    def sources(self):
        return self

    def folders(self):
        return self.watched

    def is_current(self):
        return True

    def families_behind(self):
        return 0

    def unread(self):
        return self.pictures

    def reload(self):
        self.asked.append("reload")

    def count(self):
        return len(self._articles)

    def add_again(self, article):
        self._articles = (*self._articles, article)

    def _matching(self, query, *, ranged=True, leave_out=None):
        words = fold(query.text).split()
        found = []
        for number, article in enumerate(self._articles, 1):
            text = fold(f"{article.title}\n{article.body}")
            if not all(word in text for word in words):
                continue
            if ranged and not _in_range(article, query):
                continue
            if all(_passes(article, query, facet, leave_out) for facet in Facet):
                found.append((number, article))
        if query.sort is not Sort.RELEVANCE or not words:
            found.sort(
                key=lambda pair: pair[1].published.date, reverse=query.sort is not Sort.OLDEST
            )
        return found

    def search(self, query, limit=50):
        self.asked.append(query)
        return Results(query, len(self._matching(query)), self.rows(query, 0, limit))

    def prepare(self):
        self.prepared += 1

    def page(self, query, limit=50):
        return self.search(query, limit)

    def total(self, query):
        return len(self._matching(query))

    def rows(self, query, first, count):
        found = self._matching(query)[first : first + count]
        return tuple(
            self._hit(rank, number, article, query)
            for rank, (number, article) in enumerate(found, first + 1)
        )

    def _hit(self, rank, number, article, query):
        spans = self.highlights(query, article.body)
        start = max(0, article.body.rfind(" ", 0, max(0, spans[0][0] - 40)) + 1) if spans else 0
        text = article.body[start : start + 240].replace("\n", " ")
        inside = tuple((s - start, e - start) for s, e in spans if start <= s and e <= start + 240)
        return Hit(
            rank, number, Snippet(article.title, self.highlights(query, article.title)),
            Snippet(text, inside), article.section, article.outlet, article.url, article.name,
            article.published,
        )  # fmt: skip

    def facets(self, query, top=10):
        values, distinct = {}, {}
        for facet in Facet:
            found = self._count(query, facet)
            distinct[facet] = len(found)
            chosen = {c.value for c in query.choices if c.facet is facet}
            kept = [v for n, v in enumerate(found) if n < top or v.name in chosen]
            values[facet] = tuple(kept)
        months = Counter(
            f"{a.published.date:%Y-%m}" for _, a in self._matching(query, ranged=False)
        )
        return Facets(
            len(self._matching(query)),
            values,
            distinct,
            tuple(MonthCount(month, months[month]) for month in sorted(months)),
        )

    def _count(self, query, facet):
        counts = Counter()
        for _, article in self._matching(query, leave_out=facet):
            counts.update(name for name in facet_names(article, facet) if name)
        return [FacetValue(n, c) for n, c in sorted(counts.items(), key=lambda x: (-x[1], x[0]))]

    def days(self, query, since, until):
        dates = Counter(a.published.date for _, a in self._matching(query, ranged=False))
        return {date: count for date, count in dates.items() if since <= date <= until}

    def facet_values(self, query, facet, contains="", first=0, count=200, *, by_name=False):
        wanted = fold(contains)
        found = [v for v in self._count(query, facet) if wanted in fold(v.name)]
        found = sorted(found, key=lambda v: fold(v.name)) if by_name else found
        return tuple(found[first : first + count])

    def complete(self, line, cursor=None, limit=8):
        """Persons with a word that begins as the last one typed."""
        word = fold(line[:cursor].split(" ")[-1])
        names = {name for a in self._articles for name in facet_names(a, Facet.PERSON)}
        found = [n for n in sorted(names) if any(w.startswith(word) for w in fold(n).split())]
        start = len(line[:cursor]) - len(line[:cursor].split(" ")[-1])
        return tuple(
            Completion(f'شخص:"{name}" ', name, start, cursor, Facet.PERSON)
            for name in (found if len(word) > 1 else [])[:limit]
        )

    def article(self, number):
        if not 1 <= number <= len(self._articles):
            raise StoreError("store-no-article", number=number)
        return StoredArticle(number, self._articles[number - 1], NOW)

    def family(self, number):
        """Articles of one title are copies of each other."""
        mine = self._articles[number - 1]
        return tuple(
            Copy(n, article.title, article.outlet, article.published)
            for n, article in enumerate(self._articles, 1)
            if article.title == mine.title and n != number
        )

    def related(self, number, count=5):
        """The articles after it."""
        after = enumerate(self._articles[number : number + 2], number + 1)
        return tuple(Copy(n, one.title, one.outlet, one.published) for n, one in after)

    def differences(self, first, second):
        self.asked.append((first, second))
        ours, theirs = (self._articles[n - 1].body for n in (first, second))
        return (Difference("same", ours, theirs),) if ours == theirs else DIFFERENCES

    def highlights(self, query, text):
        folded, offsets = fold_with_offsets(text)
        spans = []
        for word in fold(query.text).split():
            at = folded.find(word)
            while at >= 0:
                spans.append(original_span(text, offsets, at, at + len(word)))
                at = folded.find(word, at + len(word))
        return tuple(sorted(spans))


def _in_range(article, query):
    date = article.published.date
    return not ((query.since and date < query.since) or (query.until and date > query.until))


def _passes(article, query, facet, leave_out):
    names = facet_names(article, facet)
    chosen = [c for c in query.choices if c.facet is facet]
    if any(c.exclude and c.value in names for c in chosen):
        return False
    wanted = {c.value for c in chosen if not c.exclude}
    return facet is leave_out or not wanted or bool(wanted & names)


def plain_article(**changes):
    """The first invented article with changes."""
    return replace(articles()[0], **changes)
