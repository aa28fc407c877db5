"""How likely a text is what was written: a price in bits, from which letters stand together."""

from newsarchive.readers.letter_pairs import EDGE, LETTERS, costs

_UNDEFINED_SHARE = 0.005
_ODD, _WRONG = 10.0, 16.0
_LETTERS = frozenset(LETTERS)
_SHADDA, _TATWEEL = "\u0651", "\u0640"
_PUNCTUATION = frozenset("،؛؟«»“”„‘’–—…•·\u00a0٪\u200c\u200d\u200e\u200f")
_WORDS = frozenset("àÀèéÉóÓôÔáýíÍ")  # letters that are words: French, Spanish, Italian, …
_MARKS = frozenset(map(chr, (0x0640, *range(0x064B, 0x0653))))


def price(text: str) -> float:
    """Mean bits of the characters beyond ASCII, read as Arabic or as Western text.

    Right Arabic text costs 3.5 to 5 (up to 7 for a word or two), right Western text 5; text read in
    a wrong encoding costs 8 and more. Text of ASCII alone is priced as wrong: it tells nothing.
    """
    if text.count("\ufffd") > _UNDEFINED_SHARE * len(text):
        return _WRONG
    total, count = 0.0, 0
    before, after_ascii_letter, marks = EDGE, False, 0
    table = costs()
    padded = text + " "
    for index, character in enumerate(text):
        if character in _LETTERS:
            total += table[before, character] + (_ODD if after_ascii_letter else 0)
            before, after_ascii_letter, marks, count = character, False, 0, count + 1
            continue
        if character in _MARKS and before != EDGE:
            marks, count = marks + 1, count + 1
            total += _mark_price(marks, text[index - 1 : index + 1])
            continue
        if before != EDGE:
            total, count = total + table[before, EDGE], count + 1
            total += _ODD if character.isascii() and character.isalpha() else 0
        if character > "\x7f":
            total += _other_price(character, before, after_ascii_letter, padded[index + 1])
            count += 1
        after_ascii_letter = character.isalpha() and before == EDGE
        before = EDGE
    return total / count if count else _WRONG


def _mark_price(position: int, pair: str) -> float:
    """Bits of a vowel sign; a letter bears one, or two of which one is the shadda."""
    if pair[-1] == _TATWEEL:
        return 1.0
    return 3.0 if position == 1 or (position == 2 and _SHADDA in pair) else _ODD + 2


def _other_price(character: str, before: str, after_latin: bool, following: str) -> float:
    """Bits of one character that is neither ASCII nor an Arabic letter."""
    if character in _PUNCTUATION:
        return 4.0
    if character.isalpha():
        beside = after_latin or (following.isascii() and following.isalpha())
        alone = not after_latin and before == EDGE and not following.isalpha()
        if alone and character in _WORDS:
            return 6.0
        if ord(character) < 0x0250:
            return 5.0 if beside and before == EDGE and following < "\x80" else _ODD + 2
        return _ODD - 2
    return _WRONG if character == "\ufffd" or character < "\u00a0" else _ODD
