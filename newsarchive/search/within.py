"""By how many letters two words differ."""


def within(one: str, other: str, letters: int) -> bool:
    """Whether at most ``letters`` letters differ: one more, one less, another, or two swapped."""
    if abs(len(one) - len(other)) > letters or len({*one} ^ {*other}) > 2 * letters:
        return False
    one, other = _unlike(one, other)
    if not one or not other:
        return len(one) + len(other) <= letters
    return _distance(one, other) <= letters


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Two words without what they begin and end with alike."""
    shorter = min(len(one), len(other))
    first = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    one, other = one[first:], other[first:]
    shorter -= first
    last = next((n for n in range(shorter) if one[-1 - n] != other[-1 - n]), shorter)
    return one[: len(one) - last], other[: len(other) - last]


def _distance(one: str, other: str) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
