"""Typed words turned into values; ValueError for words that are none, as argparse wants it."""

_SIDE = (200, 20_000)


def natural(text: str) -> int:
    """A whole number from 0."""
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def seconds(text: str) -> float:
    """A time to wait, from a tenth of a second to a day."""
    seconds = float(text)
    if not 0.1 <= seconds <= 86_400:
        raise ValueError
    return seconds


def size(text: str) -> tuple[int, int]:
    """Width and height as in 1440x900."""
    width, _, height = text.lower().replace("×", "x").partition("x")
    size = int(width), int(height)
    if not all(_SIDE[0] <= side <= _SIDE[1] for side in size):
        raise ValueError
    return size


def scale(text: str) -> float:
    """How many dots of the picture to a point of the window."""
    scale = float(text)
    if not 0.5 <= scale <= 4:
        raise ValueError
    return scale
