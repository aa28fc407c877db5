"""The article's text in an HTML page: the main text, and the lines that lead to it.

trafilatura finds the paragraphs. It drops what stands between the title and them (section, date,
byline), so where the page's metadata do not state these, the lines are taken back from the visible
text for the extraction to read, as in a page copied by hand.
"""

from typing import TYPE_CHECKING

from newsarchive.arabic.relative_dates import is_ago
from newsarchive.readers.clean import clean
from newsarchive.readers.markup import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LEAST_TEXT = 80
_LAYOUT_CELL = 250
_LEAD_LINES = 15
_LINES_BEFORE_TITLE = 2
_WORDS_BEFORE_TITLE = 8
_TITLE_WORDS = 3
_COMPARED = 40
_TABLE_TAGS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")


def main_lines(root: "HtmlElement") -> list[str]:
    """The article's paragraphs; none where nothing stands out as an article."""
    from trafilatura import extract

    _open_layout_tables(root)
    found = extract(
        root,
        include_comments=False,
        include_tables=True,
        include_links=False,
        include_images=False,
        deduplicate=False,
        output_format="txt",
    )
    lines = [" ".join(line.split()) for line in clean(found or "").split("\n")]
    lines = [line for line in lines if line]
    return lines if sum(map(len, lines)) >= _LEAST_TEXT else []


def _open_layout_tables(root: "HtmlElement") -> None:
    """Turn tables that only lay out the page (cells of prose, tables in cells) into blocks."""
    for table in list(root.iter("table")):
        cells = [*table.iter("td"), *table.iter("th")]
        if any(
            len(cell.text_content()) > _LAYOUT_CELL or cell.find(".//table") is not None
            for cell in cells
        ):
            for element in list(table.iter(*_TABLE_TAGS)):
                element.tag = "div"


def with_lead(markup: str, main: list[str], title: str) -> list[str]:
    """The main lines below the visible ones that lead to them, from a little before the title on.

    Main text that begins above the title goes on below it. Without a heading that leads to main
    text within a few lines: nothing.
    """
    shown = [" ".join(line.split()) for line in clean(visible_text(markup)).split("\n")]
    shown = [line for line in shown if line]
    headings = [number for number, line in enumerate(shown) if line == title]
    for heading in reversed(headings):
        rest = _below(shown[:heading], main)
        start = rest[0].removeprefix("- ")[:_COMPARED]
        for number in range(heading + 1, min(heading + 1 + _LEAD_LINES, len(shown))):
            if shown[number].startswith(start):
                return [*from_line(shown[:number], heading), *rest]
    return []


def _below(above: list[str], main: list[str]) -> list[str]:
    """The main lines without the first ones, where these are the last visible above the title."""
    last = above[-_LINES_BEFORE_TITLE:]
    kept = next((n for n, line in enumerate(main) if line.removeprefix("- ") not in last), 0)
    return main[kept:]


def from_line(lines: list[str], place: int) -> list[str]:
    """The lines from the title's on, and those just before it that may name a section."""
    before = lines[max(place - _LINES_BEFORE_TITLE, 0) : place]
    return [*filter(_may_precede, before), *lines[place:]]


def _may_precede(line: str) -> bool:
    """Whether a line above the title may be of the article; a masthead's date is not."""
    short = len(line.split()) <= _WORDS_BEFORE_TITLE
    return short and (not any(map(str.isdigit, line)) or is_ago(line))


def title_among(lines: list[str], title: str) -> str:
    """The line that prints the title, which may state the site's name as well; or ""."""
    inside = [one for one in lines if len(one.split()) >= _TITLE_WORDS and one in title]
    return max(inside, key=len, default="")
