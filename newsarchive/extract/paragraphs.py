"""What the lines of a text are to each other: verse, items, questions, headlines, quotations."""

import re
from collections import Counter
from collections.abc import Sequence

from newsarchive.arabic.stem import light_stem
from newsarchive.extract import lexicon
from newsarchive.extract.endings import ends_dispatch
from newsarchive.extract.lines import Line, key_of, words_of

LEAST_HEADLINE, MOST_HEADLINE = 5, 18
LEAST_VERSES = 4
ORDINALS = ("اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")
TURN = re.compile(r"^(?:س|ج|سؤال|جواب|السؤال|الجواب)\s*\d*\s*[:\-–/]")
STOP = re.compile(r"[.؟?!…]\s*[»”\")\]]*$")
_MOST_PARAGRAPHS = 400
_LEAST_SPACES, _MOST_SPACES = 3, 40
_LEAST_LETTERS = 4
_CLOSING = 60
_LATIN_WORDS = 3
_SHARE_OF_HEADLINE = 0.4
_ITEM = re.compile(r"^\(?(?:\d{1,2}|[٠-٩]{1,2})\s*[.)\-–]\s*\D|^(?:أولا|ثانيا|ثالثا|رابعا|خامسا)")
_ASKS, _ANSWERS = ("؟", "?"), (".", ".»", '."', "!")
_QUOTES = " «»\"“”'.،:-–—"
_OPENING_QUOTES, _CLOSING_QUOTES = ("«", '"', "“"), ("»", '"', "”")
_LETTER = re.compile(r"[^\W\d_]")


def content_words(text: str) -> set[str]:
    """The long words of ``text``, folded, without what is joined to them and without endings."""
    return {*map(light_stem, [word for word in words_of(text) if len(word) >= _LEAST_LETTERS])}


def announces(headline: str, text: str) -> bool:
    """Whether a paragraph speaks of what the headline does."""
    words = content_words(headline)
    return bool(words) and len(words & content_words(text)) >= len(words) * _SHARE_OF_HEADLINE


def may_be_headline(line: Line) -> bool:
    """Whether the line may be another article's headline: some words, and no full stop."""
    plain = not (line.bullet or STOP.search(line.text) or ":" in line.text)
    return plain and LEAST_HEADLINE <= line.words <= MOST_HEADLINE


def is_answered(question: str, answer: str) -> bool:
    """Whether a line asks and the line under it answers with a whole sentence."""
    return question.endswith(_ASKS) and answer.endswith(_ANSWERS)


def ends_text(text: str) -> bool:
    """Whether a short line can be a text's last: a sentence that ends, a quotation that closes."""
    if text.isascii() and text.count(" ") < _LATIN_WORDS:
        return False
    if STOP.search(text) or TURN.match(text) or ends_dispatch(text):
        return True
    if len(text) <= _CLOSING and key_of(text) in lexicon.word_sets()["closing"]:
        return True
    if text.startswith("(") and text.endswith(")"):
        return True
    speaks = text.startswith(_OPENING_QUOTES) or ":" in text
    return speaks and text.endswith(_CLOSING_QUOTES)


def is_polled(texts: Sequence[str]) -> bool:
    """Whether a question is one to the reader, with the answers to choose from: «نعم», «لا»."""
    return texts[0].endswith(_ASKS) and [*map(key_of, texts[1:3])] == ["نعم", "لا"]


def is_listed(before: str, text: str, following: str) -> bool:
    """Whether the line is an item of a list, for one item alone makes none."""
    if not _ITEM.match(text):
        return False
    return before.endswith(":") or bool(_ITEM.match(before) or _ITEM.match(following))


def is_verse(texts: Sequence[str]) -> bool:
    """Whether the lines are verse: four or more of like length, most ending in one letter."""
    if len(texts) < LEAST_VERSES:
        return False
    sizes = [len(text.split()) for text in texts]
    if min(sizes) < 2 or max(sizes) > min(14, 3 * min(sizes)) or sum(sizes) < 3 * len(sizes):
        return False
    last = [_LETTER.findall(key_of(text))[-1:] for text in texts]
    ends = [letters[0] for letters in last if letters]
    common = max(Counter(ends).values(), default=0)
    return common >= len(texts) * 0.6


def without_quotes_pulled(texts: Sequence[str]) -> list[int]:
    """Indexes of the paragraphs that are not a sentence of another one set apart."""
    if len(texts) > _MOST_PARAGRAPHS:
        return list(range(len(texts)))
    kept = []
    whole = "\n".join(texts)
    for index, text in enumerate(texts):
        if text.count(" ") > _MOST_SPACES:
            kept.append(index)
            continue
        bare = text.strip(_QUOTES)
        if bare.count(" ") < _LEAST_SPACES or whole.find(bare, whole.find(bare) + 1) < 0:
            kept.append(index)
            continue
        pulled = any(len(other) > len(text) and bare in other for other in texts)
        if not pulled and text not in texts[:index]:
            kept.append(index)
    return kept
