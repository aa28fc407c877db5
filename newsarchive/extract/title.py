"""The title above an article: judged by what the body speaks of, its shape and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from newsarchive.article import Reason
from newsarchive.extract import lexicon
from newsarchive.extract.lines import key_of
from newsarchive.extract.paragraphs import content_words
from newsarchive.extract.reading import Kind, Reading
from newsarchive.extract.sections import is_outlet, is_section

_HEAD = 150
_BLOCK = 30
_SUBJECT, _LEAD = 4.0, 2.0
_ENOUGH = 0.6
_EACH, _MOST = 0.15, 8
_OPENING = 150
_LEAD_WORDS = 9
_FIGURES = 2
_SITE_WORDS = 4
_SOURCE_WORDS = 4
_LABEL = re.compile(
    r"^(?:العنوان|عنوان الخبر|عنوان المقال|الموضوع)\s*:\s*|^(?:خبر )?عاجل\s*[|:/\-–]+\s*"
)
_OWN_WAW = re.compile(r"^و(?:كال|زار|زير|زرا|حد[هت]|فد|فاه|سط|طن|قف|جه|رش|لاي|ادي|داع|ليد|صول|ثي)")
_SUFFIX = re.compile(r"\s+(?:[|•·»«]|[-–—]{1,2}|::)\s+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title with the indexes of the lines it was read from, and why from these."""

    text: str = ""
    lines: tuple[int, ...] = ()
    subtitle: str = ""
    subtitle_line: int = -1
    section: str = ""
    reason: Reason = Reason.HEADLINE


def without_suffix(
    text: str, outlets: Sequence[str], seen: Sequence[str], readings: Sequence[Reading]
) -> str:
    """The title without the site's name after or before it («… | صحيفة الأفق»)."""
    parts = _SUFFIX.split(text)
    if len(parts) < 2:
        return text
    known = {key_of(outlet) for outlet in outlets if outlet}
    known |= {key_of(part) for part in parts if _is_signed(part, readings)}
    while len(parts) > 1 and _is_site(parts[-1], known):
        parts.pop()
    while len(parts) > 1 and _is_site(parts[0], known):
        parts.pop(0)
    if len(parts) == 1:
        return parts[0]
    head = text[: text.rindex(parts[-1])].rstrip(" |•·»«-–—:")
    if key_of(head) in seen and len(parts[-1].split()) <= 5:
        return head
    return text if len(parts) > 1 and key_of(parts[0]) not in seen else parts[0]


def _is_signed(part: str, readings: Sequence[Reading]) -> bool:
    """Whether the page's copyright line names ``part`` as whose page it is."""
    key = key_of(part)
    lines = (reading.line.key for reading in readings if reading.furniture == "copyright")
    return part.count(" ") < _SITE_WORDS and any(f" {key} " in f" {line} " for line in lines)


def _is_site(part: str, known: set[str]) -> bool:
    return is_outlet(part) or is_section(part) or key_of(part) in known


class Topic(NamedTuple):
    """What a body speaks of: its content words, and those of the words it opens with."""

    words: set[str]
    lead: set[str]


def topic_of(text: str) -> Topic:
    """The topic of a body that begins with ``text``."""
    opening = " ".join(text[:_OPENING].split()[:_LEAD_WORDS])
    return Topic(content_words(text), content_words(opening))


def _score(readings: Sequence[Reading], index: int, topic: Topic, keys: Sequence[str]) -> float:
    reading = readings[index]
    line = reading.line
    words = content_words(line.text)
    count = line.words
    known, leading = (len(words & those) for those in topic)
    size = max(3, len(words))
    share = (
        _SUBJECT * min(known / size, _ENOUGH) + _LEAD * leading / size + _EACH * min(known, _MOST)
    )
    score = share * min(1.0, (count + 1) / 6)
    score += 1 if 4 <= count <= 18 else (-4 + count) if count < 3 else -0.5
    score -= 1.5 if line.text.endswith((".", "…", "...", ":")) else 0
    score += 1.5 if line.key and sum(line.key in key for key in keys) > 1 else 0
    score -= (
        2 if reading.kind in (Kind.META, Kind.CAPTION) or line.text.startswith(("(", "[")) else 0
    )
    score -= 0.5 if line.bullet or reading.pieces.stamps else 0
    before = readings[index - 1] if index else None
    if before is not None:
        score += 0.7 if before.pieces.section or before.kind is Kind.CRUMBS else 0
    after = readings[index + 1 : index + 3]
    score += 0.5 if any(r.pieces.stamps or r.pieces.bylines for r in after) else 0
    return score


def _in_block(readings: Sequence[Reading], index: int) -> bool:
    """Whether the line is an item of a block of other headlines above the article."""
    for before in range(index - 1, max(-1, index - _BLOCK), -1):
        reading = readings[before]
        if reading.furniture in ("read_also", "most_read"):
            return True
        if reading.kind is not Kind.TEXT or readings[before + 1].line.after_gap:
            return False
    return False


def _continues(first: Reading, second: Reading, keys: Sequence[str]) -> bool:
    """Whether the second line is the rest of the first one's title."""
    if second.kind is not Kind.TEXT or second.line.after_gap or second.line.bullet:
        return False
    joined = f"{first.line.key} {second.line.key}"
    if any(joined in key for key in keys):
        return True
    if first.line.words + second.line.words > 24 or second.line.text.startswith(("-", "(", "[")):
        return False
    last, begins = first.line.key.split()[-1:], second.line.key.split()[:1]
    words = lexicon.word_sets()
    open_quote = first.line.text.count("«") > first.line.text.count("»")
    hanging = bool(last) and (
        last[0] in words["hanging"] or first.line.text.endswith(("،", ",", "..", "-"))
    )
    opener = bool(begins) and begins[0] in words["opener"] and second.line.words <= 8
    joins = bool(begins) and _joins(begins[0]) and not first.line.text.endswith(("؟", "?", "!"))
    return open_quote or hanging or opener or (joins and second.line.words <= 8)


def _is_source(readings: Sequence[Reading], index: int) -> bool:
    """Whether a line over the date says who reports: «من رويترز الشرق»."""
    line, after = readings[index].line, readings[index + 1 : index + 2]
    from_one = line.key.startswith("من ") and line.words <= _SOURCE_WORDS
    return from_one and any(reading.pieces.stamps for reading in after)


def _joins(word: str) -> bool:
    """Whether a line that begins with the word goes on: «و» joined to it, not a letter of it."""
    return word.startswith("و") and not (_OWN_WAW.match(word) or word in lexicon.given_names())


def _is_row(text: str) -> bool:
    """Whether the line is a row of a table of figures: «الوثبة | 9 | 7 | 1 | 22»."""
    if "|" not in text:
        return False
    cells = [cell.strip() for cell in text.split("|")]
    return sum(cell.isdigit() for cell in cells) >= _FIGURES


def find_title(readings: Sequence[Reading], end: int, body: str, outlets: Sequence[str]) -> Title:
    """The title among the lines before ``end``, where the body begins."""
    near = readings[max(0, end - _HEAD) : end + _HEAD]
    keys = [reading.line.key for reading in near if reading.line.key]
    topic = topic_of(body)
    best, best_score = -1, 0.2
    for index in range(max(0, end - _HEAD), end):
        reading = readings[index]
        if reading.kind not in (Kind.TEXT, Kind.PROSE) or not reading.line.key:
            continue
        if _is_row(reading.line.text):
            continue
        score = _score(readings, index, topic, keys) - (3 if _in_block(readings, index) else 0)
        if score > best_score + 0.6 or (best < 0 and score > best_score):
            best, best_score = index, score
    if best >= 0:
        return _whole_title(readings, best, end, keys, outlets)
    best = _only_candidate(readings, end, topic, keys)
    if best < 0:
        return Title()
    return replace(_whole_title(readings, best, end, keys, outlets), reason=Reason.LIKELIEST)


def _only_candidate(
    readings: Sequence[Reading], end: int, topic: Topic, keys: Sequence[str]
) -> int:
    """A title that says nothing of its text («رغيف الجيران»): the best of the other lines."""
    head = range(max(0, end - _HEAD), end)
    lines = [i for i in head if readings[i].kind is Kind.TEXT and readings[i].line.key]
    lines = [index for index in lines if not _in_block(readings, index)]
    return max(lines, key=lambda i: _score(readings, i, topic, keys), default=-1)


def _whole_title(
    readings: Sequence[Reading], best: int, end: int, keys: Sequence[str], outlets: Sequence[str]
) -> Title:
    lines = [best]
    while lines[-1] + 1 < end and _continues(readings[lines[-1]], readings[lines[-1] + 1], keys):
        if _is_source(readings, lines[-1] + 1):
            break
        lines.append(lines[-1] + 1)
    while (
        lines[0] > 0
        and readings[lines[0] - 1].kind is Kind.TEXT
        and (
            not readings[lines[0]].line.after_gap
            and readings[lines[0] - 1].line.words >= 3
            and _continues(readings[lines[0] - 1], readings[lines[0]], keys)
        )
    ):
        lines.insert(0, lines[0] - 1)
    printed = " ".join(readings[index].line.text for index in lines)
    text = _LABEL.sub("", printed)
    reason = Reason.LABEL if text != printed else _headline(text, keys)
    text = without_suffix(text, outlets, keys, readings)
    section, text = _section_before(text)
    subtitle = _subtitle(readings, lines[-1] + 1, end, key_of(text))
    shown = readings[subtitle].line.text if subtitle >= 0 else ""
    return Title(text, tuple(lines), shown, subtitle, section, reason)


def _headline(text: str, keys: Sequence[str]) -> Reason:
    key = key_of(text)
    return Reason.REPEATED if sum(key in other for other in keys) > 1 else Reason.HEADLINE


def _section_before(text: str) -> tuple[str, str]:
    """The section that agencies print before a title, and the title: «اجتماعي / …»."""
    section, slash, title = text.partition("/")
    if slash and len(section.split()) <= 3 and is_section(section) and title.strip():
        return section.strip(), title.strip()
    return "", text


def _subtitle(readings: Sequence[Reading], start: int, end: int, title: str) -> int:
    """The line of the subtitle below a title, or -1."""
    for index in range(start, min(end, start + 3)):
        reading = readings[index]
        key = reading.line.key
        other = bool(key) and key not in title and title not in key
        if reading.kind is Kind.TEXT and reading.line.words >= 4 and other:
            return index
    return -1
