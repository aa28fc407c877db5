"""Synthetic articles of any number: real sentences in new orders, people and bodies by Zipf."""

import datetime as dt
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

SECTIONS = ("محليات", "اقتصاد", "رياضة", "ثقافة", "سياسة", "عالم", "منوعات", "صحة")
OUTLETS = ("الأيام", "الخليج اليوم", "صوت الساحل", "المدينة", "الواحة", "الأفق")
GIVEN = "سالم خميس هلال ناصر بدر سيف راشد زاهر منى هدى أسماء ليلى مريم فاطمة عائشة".split()  # noqa: SIM905 - a list to read
FAMILY = "الحارثي العبري الكندي الرواس البلوشي المعمري الشكيلي الهنائي السعدي الرئيسي".split()  # noqa: SIM905 - a list to read
KINDS = ("هيئة", "جمعية", "شركة", "مؤسسة", "مركز")
TOPICS = "النقل المياه الموانئ التمور السياحة الكهرباء الأسماك التراث التدريب".split()  # noqa: SIM905 - a list to read
PEOPLE, BODIES = 20_000, 4_000
_NEW = 8
WORDS_AN_ARTICLE = 280


@dataclass(frozen=True, slots=True)
class Zipf:
    """Draws ranks 0 … size - 1, rank r about 1 / (r + 1) as often as the first."""

    cumulated: tuple[float, ...]

    @classmethod
    def of(cls, size: int) -> "Zipf":
        return cls(tuple(accumulate(1 / (rank + 1) for rank in range(size))))

    def draw(self, chance: random.Random, count: int) -> list[int]:
        return chance.choices(range(len(self.cumulated)), cum_weights=self.cumulated, k=count)


def person(rank: int) -> str:
    """The rank-th commonest person."""
    rest, family = divmod(rank, len(FAMILY))
    rest, father = divmod(rest, len(GIVEN))
    grandfather, given = divmod(rest, len(GIVEN))
    chain = [GIVEN[given], "بن", GIVEN[father]]
    if grandfather:
        chain += ["بن", GIVEN[grandfather % len(GIVEN)]]
    return " ".join([*chain, FAMILY[family]])


def body(rank: int) -> str:
    """The rank-th commonest organisation."""
    rest, topic = divmod(rank, len(TOPICS))
    number, kind = divmod(rest, len(KINDS))
    name = f"{KINDS[kind]} {TOPICS[topic]}"
    return f"{name} {FAMILY[number % len(FAMILY)]} {number}" if number else name


def sentences(source: Path) -> list[str]:
    """Sentences of a folder of text, JSON or JSON-lines files, or of zips of these."""
    from newsarchive.article import RawDocument
    from newsarchive.readers import find_files, read

    found: list[str] = []
    for path in find_files([source]):
        if not isinstance(path, Path):
            continue
        for document in read(path):
            if isinstance(document, RawDocument):
                found += [s for s in document.text.replace("\n", " ").split(". ") if len(s) > 30]
            if len(found) > 60_000:
                return found
    return found


@dataclass(frozen=True, slots=True)
class Drawn:
    """A record with title, content, date, section, source and url, and the ranks of its names."""

    record: dict[str, str]
    people: list[int]
    bodies: list[int]


def articles(count: int, source: Path, seed: int = 1) -> Iterator[dict[str, str]]:
    """``count`` records; the same every time."""
    return (one.record for one in drawn(count, source, seed))


def day_of(record: dict[str, str]) -> dt.date:
    """The day a record appeared."""
    return dt.date.fromisoformat(record["date"])


def drawn(count: int, source: Path, seed: int = 1) -> Iterator[Drawn]:
    """``count`` records with what they were made of; the same every time.

    Two of ten are copies of the one before them, in other papers and cut by a sentence.
    """
    chance = random.Random(seed)
    pool = sentences(source)
    people, bodies = Zipf.of(PEOPLE), Zipf.of(BODIES)
    made: Drawn | None = None
    for number in range(count):
        if made and number % 10 >= _NEW:
            made = _copy(made, number)
            yield made
            continue
        persons, told_of = people.draw(chance, 4), bodies.draw(chance, 4)
        said = (f"وقال المهندس {person(rank)} إن العمل مستمر" for rank in persons)
        told = (f"وأعلنت {body(rank)} نتائجها" for rank in told_of)
        words, pieces = 0, [*said, *told]
        while words < WORDS_AN_ARTICLE - 40:
            piece = chance.choice(pool)
            pieces.append(piece)
            words += piece.count(" ") + 1
        chance.shuffle(pieces)
        day = int(7_300 * (1 - chance.random() ** 2))
        record = {
            "title": f"{' '.join(chance.choice(pool).split()[:9])} {number}",
            "content": ". ".join(pieces) + ".",
            "date": f"{2005 + day // 365}-{day % 365 // 31 + 1:02}-{day % 28 + 1:02}",
            "section": SECTIONS[min(chance.randrange(8), chance.randrange(8))],
            "source": OUTLETS[min(chance.randrange(6), chance.randrange(6))],
            "url": f"https://paper.example/{number}",
        }
        made = Drawn(record, persons, told_of)
        yield made


def _copy(printed: Drawn, number: int) -> Drawn:
    """The same report in the next paper."""
    record = printed.record
    outlet = OUTLETS[(OUTLETS.index(record["source"]) + 1) % len(OUTLETS)]
    cut = record["content"].rpartition(". ")[0]
    url = f"https://paper.example/{number}"
    return replace(printed, record={**record, "content": f"{cut}.", "source": outlet, "url": url})


def write(path: Path, count: int, source: Path) -> int:
    """Write the records as JSON lines; returns the bytes of title and content in UTF-8."""
    raw = 0
    with path.open("w", encoding="utf-8") as out:
        for record in articles(count, source):
            raw += len((record["title"] + record["content"]).encode())
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return raw
