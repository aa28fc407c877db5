"""The visible text of HTML, a line for each block, without building a tree."""

import re
from html.parser import HTMLParser

_HIDDEN = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "title",
    "select",
    "textarea",
    "object",
}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "li", "main", "nav", "ol", "option", "p", "pre",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "body", "html", "head",
}  # fmt: skip
_CELLS = {"td", "th"}
_UNSEEN = (("<!--", "-->"), ("<?", ">"))
_BREAK_TAG = re.compile(r"<(?:p|br|div|li|tr|h[1-6])\b", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n\u00a0]+")


class _Lines(HTMLParser):
    def __init__(self, keeps_line_ends: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._line_end = "\n" if keeps_line_ends else " "
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")
        elif tag in _CELLS:
            self.pieces.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HIDDEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.pieces.append("\n\n")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """As the parser does; a section that it does not know is passed over like a comment."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(_SPACES.sub(" ", data.replace("\n", self._line_end)))


def _without(markup: str, opens: str, closes: str) -> str:
    """The markup without what stands between two marks; an opening mark alone goes alone.

    The parser would search the whole rest again for each one that is never closed.
    """
    kept: list[str] = []
    place = 0
    while (start := markup.find(opens, place)) >= 0:
        end = markup.find(closes, start + len(opens))
        if end < 0:
            break
        kept.append(markup[place:start])
        place = end + len(closes)
    return "".join((*kept, markup[place:].replace(opens, "")))


def visible_text(markup: str) -> str:
    """The text that a browser would show, blocks parted by a blank line, ``<br>`` by a line end.

    Where no tag breaks lines (plain text with a bold word), the line ends themselves are kept.
    """
    for opens, closes in _UNSEEN:
        markup = _without(markup, opens, closes)
    parser = _Lines(keeps_line_ends=_BREAK_TAG.search(markup) is None)
    parser.feed(markup)
    parser.close()
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parser.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
