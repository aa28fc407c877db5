"""What the patterns of the broken plural propose as singular or plural of a word."""

import re
from collections.abc import Iterator
from functools import cache

# Plural pattern, then its singulars; digits stand for root letters, letters for themselves.
# The correspondences are those every grammar lists (فعالل، فعاليل، فواعل، فعائل، أفعال، فعلاء …).
_PATTERNS = (
    ("12ا34", "1234 1234ه 123ا4 123و4 123ي4 123ا4ه"),
    ("12ا3ي4", "123ا4 123و4 123ي4 123و4ه"),
    ("1وا23", "1ا23 1ا23ه 1و23"),
    ("1وا2ي3", "1ا2و3 1ا2ي3"),
    ("12اي3", "12ي3ه 12ا3ه 12و3"),
    ("ا12ا3", "123 123ه 12ي3 1ا3"),
    ("123اء", "12ي3 1ا23"),
    ("ا123اء", "12ي3"),
    ("1ي2ان", "1ا2"),
    ("12و3", "123"),
    ("123ه", "1ا23"),
    ("12ا3", "123"),
    ("ا123ه", "12ا3 12ي3 12و3"),
    ("ا123", "123"),
    ("123ي", "12ي3"),
)
_ROOT = "[^\\Wاويهء]"


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(f"(?P<r{c}>{_ROOT})" if c.isdigit() else c for c in pattern))


def _filled(pattern: str, root: dict[str, str]) -> str:
    return "".join(root[f"r{c}"] if c.isdigit() else c for c in pattern)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = [(plural, single) for plural, singles in _PATTERNS for single in singles.split()]
    both = [*pairs, *((single, plural) for plural, single in pairs)]
    return tuple(
        (_expression(known), wanted)
        for known, wanted in both
        if {c for c in wanted if c.isdigit()} <= {c for c in known if c.isdigit()}
    )


def patterned(*forms: str) -> Iterator[str]:
    """Singulars and plurals that the patterns propose for these forms of one folded word."""
    for expression, wanted in _rules():
        for form in dict.fromkeys(forms):
            match = expression.fullmatch(form)
            if match:
                yield _filled(wanted, match.groupdict())
