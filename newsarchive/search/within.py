"""By how many letters two words differ."""


def within(one: str, other: str, letters: int) -> bool:
    """Whether at most ``letters`` letters differ: one more, one less, another, or two swapped."""
    if abs(len(one) - len(other)) > letters or len({*one} ^ {*other}) > 2 * letters:
        return False
    one, other = _unlike(one, other)
    if not one or not other or not letters:
        return len(one) + len(other) <= letters
    fewer = letters - 1
    return (
        within(one[1:], other[1:], fewer)
        or within(one[1:], other, fewer)
        or within(one, other[1:], fewer)
        or (one[:2] == other[1::-1] and within(one[2:], other[2:], fewer))
    )


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Two words without what they begin and end with alike."""
    shorter = min(len(one), len(other))
    first = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    one, other = one[first:], other[first:]
    shorter -= first
    last = next((n for n in range(shorter) if one[-1 - n] != other[-1 - n]), shorter)
    return one[: len(one) - last], other[: len(other) - last]
