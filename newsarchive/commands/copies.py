"""The copies of an article and what sets two of them apart: as JSON and as lines to read."""

from collections.abc import Iterator, Sequence
from typing import Any

from newsarchive.article import Copy, Difference, StoredArticle
from newsarchive.commands.rows import period
from newsarchive.commands.terminal import Terminal

_SIGNS = {"same": "=", "first": "-", "second": "+"}


def family_lines(family: Sequence[Copy], terminal: Terminal) -> Iterator[str]:
    """Where else the report was printed; nothing for an article that is alone."""
    if family:
        yield f"  {terminal.text('cli-also-printed')}"
    for copy in family:
        parts = (f"#{copy.id}", period(copy.published), copy.outlet, copy.title)
        yield "    " + " · ".join(part for part in parts if part)


def copy_line(stored: StoredArticle) -> str:
    """One of two articles that are compared."""
    article = stored.article
    parts = (f"#{stored.id}", period(article.published), article.outlet, article.title)
    return " · ".join(part for part in parts if part)


def difference_row(difference: Difference) -> dict[str, Any]:
    """A sentence as ``show --compare --json`` prints it; null where an article does not have it."""
    return {
        "kind": difference.kind,
        "first": difference.first or None,
        "second": difference.second or None,
        "first_spans": [list(span) for span in difference.first_spans],
        "second_spans": [list(span) for span in difference.second_spans],
    }


def difference_lines(difference: Difference) -> Iterator[str]:
    """A sentence with its sign; of a changed one both, the words that differ in [[brackets]]."""
    if difference.kind == "changed":
        yield f"~- {_marked(difference.first, difference.first_spans)}"
        yield f"~+ {_marked(difference.second, difference.second_spans)}"
    else:
        yield f"{_SIGNS[difference.kind]} {difference.first or difference.second}"


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text
