"""Where the article is on the page: the lines of its body, furniture between them left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsarchive.extract.beginning import first_prose
from newsarchive.extract.endings import ends_dispatch, is_terminal
from newsarchive.extract.lines import key_of, plain
from newsarchive.extract.paragraphs import (
    LEAST_HEADLINE,
    LEAST_VERSES,
    ORDINALS,
    STOP,
    TURN,
    announces,
    content_words,
    ends_text,
    is_answered,
    is_listed,
    is_polled,
    is_verse,
    may_be_headline,
)
from newsarchive.extract.reading import Kind, Reading

_NEAR = 40
_FAR = 150
_LEAST_WORDS = 20
_LEAST_PULLED = 4
_LEAST_BLOCK = 2
_END_OF_BLOCK = "نهايه"
_FEW_WORDS, _LONG_PARAGRAPH = 40, 20
_ORDINAL_REACH = 12
_LEAST_HOURS = 3
_HOUR = re.compile(r"(?:الساعه\s*)?\d{1,2}[:.]\d{2}(?:\s*[صم])?\s*:?$")
_LOOSE_LINES = 2
_AROUND = ("share", "print", "views", "font_size", "newsletter", "update", "login", "navigation")
_LEAST_ANNOUNCED, _ANNOUNCING_WORDS = 2, 5
_LINKS = ("read_also", "most_read", "paging", "promoted")
_BLOCK_HEAD, _BLOCK_LINES = 3, 3
_SHARE_OF_KNOWN_WORDS = 0.10
_NUMBERED = re.compile(r"^\(?(\d{1,2})\s*[.)\-–]+\s*\D")
_NEXT = r"^\(?0?{}\s*[.)\-–]+\s*\D"
_GOES_ON = re.compile(
    r"^(?:و(?!كاله|زار|زير|زراء|فاه|فد|لي|حد|لاي|سط|طن|ثي|قف|فيات|جه |رش|سيم)|كما\b|فيما\b|بينما\b|"
    r"من جهته|من جهتها|من جانبه|من جانبها|بدوره|بدورها|يذكر ان|يشار الي|جدير|الجدير|الي ذلك|"
    r"في المقابل|في السياق|في غضون|في حين|غير ان|لكن|ثم\b|فقد|بحسب|وفق)"
)
_SET_APART = re.compile(r"^(?:«[^«»]+[^.؟?!…«»]»|“[^“”]+[^.؟?!…“”]”|\"[^\"]+[^.؟?!…\"]\")$")
_SHOWS = re.compile(
    r"^(?=\S+\s+\S+\s).*[^\W\d_]\s*\([^()\d]{2,30}\)$|^\[.+\]$"
    r"|^(?:بالفيديو|فيديو|بالصور|صور|شاهد|بالصور والفيديو)\s*(?:\.{2,}|[:|…])"
)


@dataclass(frozen=True, slots=True)
class Body:
    """The article's lines among a page's readings.

    Attributes:
        start: index of its first line.
        end: index after its last line; what follows is the page's tail.
        kept: indexes of the lines that belong to it.
    """

    start: int
    end: int
    kept: tuple[int, ...]


class _Gatherer:
    """Walks down from the first paragraph and decides line by line."""

    def __init__(self, readings: Sequence[Reading], start: int) -> None:
        self.readings = readings
        self.start = start
        self.kept: list[int] = []
        self.pending: list[int] = []
        self.cut = 0
        self.count = 0
        self.end = start

    def run(self) -> Body:
        index = self.start
        while index < len(self.readings):
            step = self._step(index)
            if step is None:
                break
            index = step
        self._flush_tail()
        end = self.kept[-1] + 1 if self.kept else self.start
        return Body(self.start, end, tuple(sorted((*self.kept, *self._hours()))))

    def _hours(self) -> list[int]:
        """The hours over the entries of a report that goes on through a day: «12:10», «12:35»."""
        kept = set(self.kept)
        over = [index - 1 for index in self.kept if index - 1 not in kept]
        hours = [index for index in over if _tells_hour(self.readings[index])]
        return hours if len(hours) >= _LEAST_HOURS else []

    def _step(self, index: int) -> int | None:
        """Handle the line; the index to go on with, or None at the article's end."""
        reading = self.readings[index]
        if reading.kind is Kind.PROSE or index == self.start:
            self._keep(index)
            if self.count >= _LEAST_WORDS and ends_dispatch(reading.line.text):
                return None
        elif reading.kind is Kind.TEXT:
            self.pending.append(index)
            if self.count >= _LEAST_WORDS and ends_dispatch(reading.line.text):
                return None
        elif reading.kind in (Kind.META, Kind.FURNITURE, Kind.MENU, Kind.CRUMBS):
            return self._furniture(index)
        return index + 1

    def _keep(self, index: int) -> None:
        pending = () if self.pending and self._is_unnamed_block(index) else self.pending
        for kept in (*pending, index):
            if kept != index and self._is_pulled(kept):
                continue
            self.kept.append(kept)
            self.count += self.readings[kept].line.words
        self.pending.clear()
        self.cut = 0

    def _is_unnamed_block(self, index: int) -> bool:
        """Whether the pending lines are a block of links whose header no list knows.

        A short line with a colon and headlines under it, «يقرأ الآن:», «حريق في مستودع …», between
        paragraphs that end with full stops and do not speak of what the headlines announce.
        """
        head, *headlines = (self.readings[one].line for one in self.pending)
        if not headlines or len(headlines) > _BLOCK_LINES or not head.text.endswith(":"):
            return False
        if head.words > _BLOCK_HEAD or _GOES_ON.match(head.key) or not self.kept:
            return False
        before, after = (self.readings[one].line.text for one in (self.kept[-1], index))
        stopped = STOP.search(before) and STOP.search(after)
        return bool(stopped) and all(
            may_be_headline(line) and not announces(line.text, after) for line in headlines
        )

    def _is_pulled(self, index: int) -> bool:
        """Whether a line stands apart between paragraphs: a quotation no one says, a caption."""
        line = self.readings[index].line
        if not self.kept or self.readings[index - 1].line.text.endswith(":"):
            return False
        if len(self.pending) == 1 and _SHOWS.match(line.text):
            return True
        return line.words >= _LEAST_PULLED and bool(_SET_APART.match(line.text))

    def _flush_tail(self) -> None:
        """Keep what the article ends with beside prose: the last items, turns and verses."""
        if self.cut:
            del self.pending[self.cut - 1 :]
        if not self.pending:
            return
        texts = [self.readings[index].line.text for index in self.pending]
        last = self.readings[self.kept[-1]].line.text if self.kept else ""
        good = 0
        for count, (before, text) in enumerate(pairwise((last, *texts)), 1):
            if count - good > _LOOSE_LINES:
                break
            following = texts[count] if count < len(texts) else ""
            if is_polled(texts[count - 1 :]):
                break
            if ends_text(text) or is_listed(before, text, following):
                good = count
        good = max(good, self._introduced())
        verse = is_verse(texts) or self._is_all_verse()
        if verse or self._writes_without_stops():
            good = len(texts) - self._under_verse()
        for index in self.pending[:good]:
            self.kept.append(index)
        self.pending.clear()

    def _introduced(self) -> int:
        """How many pending lines belong to what a colon announces, up to a gap: verse, a list."""
        lines = [self.readings[index].line for index in (*self.kept[-1:], *self.pending)]
        for place, line in enumerate(lines[:-_LEAST_ANNOUNCED]):
            if not line.text.endswith(":") or line.words < _ANNOUNCING_WORDS:
                continue
            gap = next((n for n in range(place + 2, len(lines)) if lines[n].after_gap), len(lines))
            return gap - 1
        return 0

    def _under_verse(self) -> int:
        """How many of the last lines stand under verse, all shorter than any of its own lines."""
        lines = [self.readings[index].line for index in self.pending]
        apart = max((n for n, line in enumerate(lines) if line.after_gap), default=0)
        verses, rest = lines[:apart], lines[apart:]
        if len(verses) < LEAST_VERSES or not self._is_all_verse():
            return 0
        shorter = max(line.words for line in rest) < min(line.words for line in verses)
        return len(rest) if shorter else 0

    def _is_all_verse(self) -> bool:
        """Whether the page has no prose at all, so that its short lines are the text."""
        prose = any(self.readings[index].kind is Kind.PROSE for index in self.kept)
        return not prose and self.readings[self.start].line.words < 12

    def _writes_without_stops(self) -> bool:
        """Whether the paper leaves the full stop out: most paragraphs so far end without one."""
        recent = (*self.kept[-_NEAR:], *self.pending[-_NEAR:])
        lines = [self.readings[index].line for index in recent]
        ends = [is_terminal(line.text) for line in lines if line.words >= 7]
        return len(ends) >= 2 and sum(ends) < len(ends) / 2

    def _furniture(self, index: int) -> int | None:
        reading = self.readings[index]
        if not self.cut and reading.furniture in _AROUND:
            self.cut = len(self.pending) + 1
        if self.pending and self._writes_without_stops():
            while self.pending and self.readings[self.pending[-1]].line.words < 5:
                self.pending.pop()
            self._keep_pending()
        if reading.kind is Kind.META and not reading.furniture:
            return index + 1
        if reading.furniture == "end":
            return None if self.count >= _LEAST_WORDS else index + 1
        if reading.furniture in _LINKS or reading.kind is Kind.MENU:
            return self._related(index)
        if reading.furniture in ("comments", "copyright", "tags", "author_box", "chat"):
            return self._final(index)
        return index + 1

    def _final(self, index: int) -> int | None:
        """An end, unless the article has hardly begun."""
        return None if self.count >= 25 else index + 1

    def _related(self, index: int) -> int | None:
        """Skip a block of headlines; the article goes on after it only with prose of its own."""
        if self.readings[index].inline:
            return index + 1
        goes_on = self._next_item()
        for after in range(index + 1, min(index + _FAR, len(self.readings))):
            if self._ends_for_good(after):
                return None
            if goes_on and goes_on.match(plain(self.readings[after].line.text)):
                break
            if self._asks_on(after):
                break
            if self._is_block_end(after):
                return after + 1
            if self.readings[after].kind is Kind.PROSE and self._resumes(index, after):
                break
        else:
            return None
        if self.pending and not is_terminal(self.readings[self.pending[-1]].line.text):
            self._keep_pending()
        return after - self._is_subhead(index, after - 1)

    def _is_block_end(self, index: int) -> bool:
        """Whether the line says that a block of links ends there: «قصص مقترحة نهاية»."""
        reading = self.readings[index]
        return reading.furniture in _LINKS and _END_OF_BLOCK in reading.line.key.split()

    def _is_subhead(self, header: int, index: int) -> bool:
        """Whether the last line of a block stands apart from it, right over the text that goes on.

        «اقرأ أيضا» and its headlines stand together, then a gap, «خزانات بلا حدود» and a gap.
        """
        line = self.readings[index].line
        if index - header < _LEAST_BLOCK or self.readings[index].kind is not Kind.TEXT:
            return False
        block = self.readings[header + 1 : index]
        apart = line.after_gap and self.readings[index + 1].line.after_gap
        short = line.words < LEAST_HEADLINE and not line.bullet
        return apart and short and not any(one.line.after_gap for one in block)

    def _next_item(self) -> "re.Pattern[str] | None":
        """What the next line of a numbered list, or of a talk, opens with; None in other texts."""
        texts = [plain(self.readings[one].line.text) for one in (*self.kept, *self.pending)]
        numbers = [int(found[1]) for text in texts if (found := _NUMBERED.match(text))]
        if numbers and numbers[0] == 1:
            return re.compile(_NEXT.format(numbers[-1] + 1))
        words = [key_of(text[:_ORDINAL_REACH]).split()[:1] for text in texts]
        ordinals = [ORDINALS.index(word[0]) for word in words if word and word[0] in ORDINALS[:-1]]
        if ordinals and ordinals[0] == 0:
            return re.compile(rf"^{ORDINALS[ordinals[-1] + 1]}\b")
        return TURN if sum(bool(TURN.match(text)) for text in texts) > 1 else None

    def _asks_on(self, index: int) -> bool:
        """Whether an interview without marks goes on: a question, and a sentence that answers it.

        What was asked and answered before tells that the text is an interview.
        """
        if not self._is_answered(index):
            return False
        told = (*self.kept, *self.pending)
        return any(map(self._is_answered, told))

    def _is_answered(self, index: int) -> bool:
        pair = self.readings[index : index + 2]
        if len(pair) < 2 or pair[0].kind is Kind.FURNITURE:
            return False
        return is_answered(pair[0].line.text, pair[1].line.text)

    def _keep_pending(self) -> None:
        if self.pending:
            self._keep(self.pending.pop())

    def _ends_for_good(self, index: int) -> bool:
        reading = self.readings[index]
        return reading.furniture in ("comments", "copyright", "tags", "end") and self.count >= 25

    def _resumes(self, header: int, index: int) -> bool:
        text = self.readings[index].line.text
        if text.rstrip(" ]").endswith(("...", "…", "المزيد")) or not is_terminal(text):
            return False
        before = self.readings[index - 1]
        is_teaser = before.kind is Kind.TEXT and index - 1 > header
        if is_teaser and before.line.words >= LEAST_HEADLINE and announces(before.line.text, text):
            return False
        words = content_words(text)
        known = content_words(" ".join(self.readings[one].line.text for one in self.kept[-_NEAR:]))
        share = len(words & known) / max(1, len(words))
        if len(known) <= _FEW_WORDS and self.readings[index].line.words >= _LONG_PARAGRAPH:
            share = share and _SHARE_OF_KNOWN_WORDS  # of one short paragraph few words come again
        following = (r for r in self.readings[index + 1 : index + 8] if r.furniture != "read_also")
        texts = (reading for reading in following if not _tells_hour(reading))
        followed = [reading.kind is Kind.PROSE for reading in texts][:2]
        goes_on = bool(_GOES_ON.match(key_of(text[:40])))
        return goes_on or share >= _SHARE_OF_KNOWN_WORDS or followed == [True, True]


def _tells_hour(reading: Reading) -> bool:
    """Whether the line is an hour alone, as over an entry of live coverage."""
    return reading.kind is Kind.META and bool(_HOUR.match(plain(reading.line.text)))


def find_body(readings: Sequence[Reading]) -> Body:
    """The body of the page's article; empty at the end of the page when there is none."""
    start = first_prose(readings)
    if start is None:
        return Body(len(readings), len(readings), ())
    return _Gatherer(readings, start).run()
