"""The three sets of digits of Arabic print, read as one: ٠-٩ (Mashriq), ۰-۹ (Persian), 0-9."""

_LATIN = {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}


def latin_digits(text: str) -> str:
    """The text with every digit in 0-9; as many characters as ``text`` has."""
    return text.translate(_LATIN)
