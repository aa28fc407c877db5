"""The headline of an HTML page, without the site's name that pages add to their titles."""

import re
from collections.abc import Sequence

_PARTED = re.compile(r"\s+[|–—•»«·]\s+|\s+-\s+|\s*::\s*|\s*\|\s*|\s*»\s*")
_LEAST_WORDS = 3
_LEAST_SHARE = 0.5


def headline(stated: str, page_title: str, headings: Sequence[str], outlet: str) -> str:
    """The headline.

    Args:
        stated: by the page's metadata, or "".
        page_title: the ``<title>``.
        headings: the page's larger headings in their order.
        outlet: the site's name, or "".
    """
    whole = stated or page_title
    inside = [one for one in headings if one in whole and _share(one, whole) >= _LEAST_SHARE]
    if inside:
        return max(inside, key=len)
    if not stated:
        for heading in headings:
            if len(heading.split()) >= _LEAST_WORDS and heading not in whole:
                return heading
    return _without(whole, outlet)


def _share(part: str, whole: str) -> float:
    return len(part) / len(whole) if whole else 0.0


def _without(title: str, outlet: str) -> str:
    """The title without its first or last segment, where that is the outlet."""
    if not outlet:
        return title
    breaks = [*_PARTED.finditer(title)]
    if breaks and title[breaks[-1].end() :].strip() == outlet:
        return title[: breaks[-1].start()].strip()
    if breaks and title[: breaks[0].start()].strip() == outlet:
        return title[breaks[0].end() :].strip()
    return title
