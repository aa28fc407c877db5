"""Names that an archive proves to be one, and how to see what was made of them."""

import dataclasses

from newsarchive.article import EntityKind, Person
from newsarchive.search.query import Facet, Query
from tests.newsarchive.builders import archive_of, article, incoming

PERSON, BODY = EntityKind.PERSON, EntityKind.ORGANISATION
MINISTER = "وزير الخارجية"


def report(number, *persons, day="2025-01-01"):
    """An article that names persons: (name, role, title, short name …)."""
    one = article(f"خبر {number}", "نص", date=day)
    named = [
        Person(name, tuple(short), (title,) if title else (), (role,) if role else ())
        for name, role, title, *short in (
            (*person, "", "", "")[:3] + person[3:] for person in persons
        )
    ]
    return dataclasses.replace(one, persons=tuple(named))


def times(count, *person, first=0, day="2025-01-01"):
    return [report(first + n, person, day=day) for n in range(count)]


def put(archive, *articles):
    archive.add([incoming(one) for one in articles])


def facet(archive, which=Facet.PERSON):
    for _ in archive.refresh():
        pass
    return {value.name: value.count for value in archive.facets(Query(), 50).values[which]}


def united(folder, articles):
    with archive_of(folder, *articles) as archive:
        archive.names.unite()
        return facet(archive), {
            (one.correction.name, one.correction.after): one.ground
            for one in archive.names.joinings()
        }


FULL, SHORT = "عادل بن أحمد الجبير", "عادل الجبير"
CASES = {
    "one office": (
        [*times(3, FULL, MINISTER), *times(2, SHORT, f"{MINISTER} السعودي", first=9)],
        {FULL: 5},
        {(SHORT, FULL): "office"},
    ),
    "a fuller name stays though it is rarer": (
        [*times(3, FULL, MINISTER), *times(5, SHORT, MINISTER, first=9)],
        {FULL: 8},
        {(SHORT, FULL): "office"},
    ),
    "a fuller name of a few articles may be a slip": (
        [*times(2, FULL, MINISTER), *times(3, SHORT, MINISTER, first=9)],
        {SHORT: 5},
        {(FULL, SHORT): "office"},
    ),
    "an office that few articles of a common name print": (
        [
            *times(3, "محمد بن عثمان القرني", "متحدث الدفاع المدني"),
            *times(2, "محمد القرني", "متحدث الدفاع المدني", first=9),
            *times(7, "محمد القرني", first=20),
        ],
        {"محمد بن عثمان القرني": 3, "محمد القرني": 9},
        {},
    ),
    "another office": (
        [*times(3, FULL, MINISTER), *times(2, SHORT, "وزير التعليم", first=9)],
        {FULL: 3, SHORT: 2},
        {},
    ),
    "an office that many hold": (
        [*times(3, FULL, "المدير العام"), *times(2, SHORT, "المدير العام", first=9)],
        {FULL: 3, SHORT: 2},
        {},
    ),
    "another time": (
        [
            *times(3, FULL, MINISTER, day="2015-01-01"),
            *times(2, SHORT, MINISTER, first=9, day="2020-01-01"),
        ],
        {FULL: 3, SHORT: 2},
        {},
    ),
    "two of the office": (
        [
            *times(3, FULL, MINISTER),
            *times(3, "عادل بن سعد الجبير", MINISTER, first=5),
            *times(2, SHORT, MINISTER, first=9),
        ],
        {FULL: 3, "عادل بن سعد الجبير": 3, SHORT: 2},
        {},
    ),
    "three names": (
        [
            *times(3, "فيصل بن خالد بن عبدالعزيز بن فهد"),
            *times(2, "فيصل بن خالد بن عبدالعزيز", first=9),
        ],
        {"فيصل بن خالد بن عبدالعزيز بن فهد": 5},
        {("فيصل بن خالد بن عبدالعزيز", "فيصل بن خالد بن عبدالعزيز بن فهد"): "chain"},
    ),
    "three names of two": (
        [
            *times(3, "صالح بن علي القاضي"),
            *times(2, "صالح بن علي بن سعد القاضي", first=9),
            *times(2, "صالح بن علي بن فهد القاضي", first=20),
        ],
        {"صالح بن علي القاضي": 3, "صالح بن علي بن سعد القاضي": 2, "صالح بن علي بن فهد القاضي": 2},
        {},
    ),
    "a garbled chain of two": (
        [
            *times(3, "فيصل بن بندر بن عبدالعزيز", "أمير الرياض"),
            *times(4, "فيصل بن خالد بن عبدالعزيز", "أمير عسير", first=9),
            report(30, ("فيصل بن بندر بن خالد بن عبدالعزيز", "أمير الرياض")),
        ],
        {
            "فيصل بن بندر بن عبدالعزيز": 3,
            "فيصل بن خالد بن عبدالعزيز": 4,
            "فيصل بن بندر بن خالد بن عبدالعزيز": 1,
        },
        {},
    ),
    "two shorter chains that disagree": (
        [
            *times(3, "صالح بن علي القاضي"),
            *times(2, "علي سعد القاضي", first=9),
            *times(2, "صالح علي سعد القاضي", first=20),
        ],
        {"صالح بن علي القاضي": 3, "علي سعد القاضي": 2, "صالح علي سعد القاضي": 2},
        {},
    ),
    "a chain that has come to its house": (
        [
            *times(3, "تركي بن عبد الله بن عبد العزيز آل سعود"),
            *times(2, "تركي بن عبد الله بن عبد العزيز بن مساعد", first=9),
        ],
        {
            "تركي بن عبد الله بن عبد العزيز آل سعود": 3,
            "تركي بن عبد الله بن عبد العزيز بن مساعد": 2,
        },
        {},
    ),
    "two names and no more": (
        [*times(3, FULL), *times(2, SHORT, first=9)],
        {FULL: 3, SHORT: 2},
        {},
    ),
    "told by articles": (
        [*times(3, "أحمد داود أوغلو", "", "", "داود أوغلو"), *times(2, "داود أوغلو", first=9)],
        {"أحمد داود أوغلو": 5},
        {("داود أوغلو", "أحمد داود أوغلو"): "told"},
    ),
    "told by articles that seldom print the office": (
        [
            *times(3, "علي عبد الله صالح", "الرئيس المخلوع", "", "علي صالح"),
            *times(1, "علي صالح", "الرئيس المخلوع", first=9),
            *times(7, "علي صالح", first=20),
        ],
        {"علي عبد الله صالح": 11},
        {("علي صالح", "علي عبد الله صالح"): "told"},
    ),
    "a surname is hidden, not joined": (
        [*times(3, "باراك أوباما", "", "", "أوباما"), *times(2, "أوباما", first=9)],
        {"باراك أوباما": 3},
        {("أوباما", ""): "lone"},
    ),
    "a surname that is commoner than those who bear it": (
        [*times(1, "نيمار دا سيلفا"), *times(2, "نيمار", first=9)],
        {"نيمار دا سيلفا": 1, "نيمار": 2},
        {},
    ),
    "a ruler by his title": (
        [
            *times(4, "سلمان بن عبدالعزيز", "خادم الحرمين الشريفين الملك"),
            *times(9, "سلمان العودة", "", "الشيخ", first=10),
            *times(2, "سلمان", "", "الملك", first=30),
            *times(1, "سلمان", first=40),
        ],
        {"سلمان بن عبدالعزيز": 6, "سلمان العودة": 9},
        {("الملك سلمان", "سلمان بن عبدالعزيز"): "title", ("سلمان", ""): "lone"},
    ),
    "one of many princes": (
        [
            *times(2, "خالد الفيصل", "", "الأمير"),
            *times(2, "خالد بن سلطان", "", "الأمير", first=10),
            *times(2, "خالد", "", "الأمير", first=30),
        ],
        {"خالد الفيصل": 2, "خالد بن سلطان": 2},
        {("الأمير خالد", ""): "lone"},
    ),
    "a king of whom no fuller name is known": (
        times(2, "زرقم", "", "الملك"),
        {"الملك زرقم": 2},
        {},
    ),
    "a foreign name in three spellings": (
        [
            *times(3, "كريستيان جروس"),
            *times(2, "كريستيان غروس", first=9),
            *times(1, "كريستيان جروسن", first=20),
        ],
        {"كريستيان جروس": 5, "كريستيان جروسن": 1},
        {("كريستيان غروس", "كريستيان جروس"): "spelling"},
    ),
    "a foreign name that begins like an article": (
        [*times(3, "أليكسيس تسيبراس"), *times(2, "الكسيس تسيبراس", first=9)],
        {"أليكسيس تسيبراس": 5},
        {("الكسيس تسيبراس", "أليكسيس تسيبراس"): "spelling"},
    ),
    "an Arabic name in letters that sound alike": (
        [*times(3, "محمد حكمي"), *times(2, "محمد حكيمي", first=9)],
        {"محمد حكمي": 3, "محمد حكيمي": 2},
        {},
    ),
    "foreign names with an Arabic one in them": (
        [*times(3, "مايكل السهلي"), *times(2, "مايكل السهيلي", first=9)],
        {"مايكل السهلي": 3, "مايكل السهيلي": 2},
        {},
    ),
    "what follows a house": (
        [
            *times(5, "عبدالعزيز بن عبدالله آل الشيخ"),
            *times(4, "عبدالعزيز بن عبدالله آل الشيخ المسلمين", first=9),
        ],
        {"عبدالعزيز بن عبدالله آل الشيخ": 9},
        {
            (
                "عبدالعزيز بن عبدالله آل الشيخ المسلمين",
                "عبدالعزيز بن عبدالله آل الشيخ",
            ): "chain"
        },
    ),
    "على is not علي": (
        [*times(3, "على حسن سالم", MINISTER), *times(2, "علي سالم", MINISTER, first=9)],
        {"على حسن سالم": 3, "علي سالم": 2},
        {},
    ),
}
