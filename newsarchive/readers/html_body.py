"""The article's text in an HTML page: the main text alone, or all lines that the page shows.

trafilatura finds the paragraphs. It drops what stands around them (section, date, byline), so where
the page's metadata do not state these, the extraction is given what the page shows, as if it had
been copied by hand.
"""

from typing import TYPE_CHECKING

from newsarchive.readers.clean import clean
from newsarchive.readers.markup import visible_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_LEAST_TEXT = 80
_LAYOUT_CELL = 250
_TITLE_WORDS = 3
_APART = ("nav", "aside", "header", "footer")
_MOST_STEPS = 5
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


def page_lines(root: "HtmlElement") -> list[str]:
    """What the page shows, line by line, without what its markup sets apart from the article.

    The tree is changed.
    """
    from lxml.html import tostring

    for element in list(root.iter(*_APART)):
        if _is_around(element) and element.getparent() is not None:
            element.drop_tree()
    shown = clean(visible_text(tostring(root, encoding="unicode")))
    lines = (" ".join(line.split()) for line in shown.split("\n"))
    return [line for line in lines if line]


def _is_around(element: "HtmlElement") -> bool:
    """Whether an element stands around the article: a menu, a sidebar, the head or foot of a page.

    A header that holds the headline is the article's own, and so is a menu of a few steps: it is
    the breadcrumb.
    """
    if element.tag == "nav":
        return sum(1 for _ in element.iter("a")) > _MOST_STEPS
    if element.tag == "aside":
        return True
    inside = next(element.iterancestors("article", "main"), None) is not None
    return not inside and next(element.iter("h1", "article", "main"), None) is None


def title_among(lines: list[str], title: str) -> str:
    """The line that prints the title, which may state the site's name as well; or ""."""
    inside = [one for one in lines if len(one.split()) >= _TITLE_WORDS and one in title]
    return max(inside, key=len, default="")
