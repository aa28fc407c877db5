"""What the archive itself proves of names: joined or hidden by the program, and taken back."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.article import EntityKind, Mention, Organisation, Person, Place
from newsarchive.correction import Correction, What
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


@pytest.mark.parametrize("case", CASES)
def test_names_are_joined_where_the_archive_proves_it(tmp_path, case):
    articles, counts, joined = CASES[case]
    assert united(tmp_path, articles) == (counts, joined)


@settings(max_examples=12, deadline=None)
@given(case=st.sampled_from(sorted(CASES)), data=st.data())
def test_it_does_not_matter_in_which_order_and_portions_articles_come(tmp_path_factory, case, data):
    articles, counts, _ = CASES[case]
    mixed = data.draw(st.permutations(articles))
    cuts = sorted(data.draw(st.lists(st.integers(1, len(mixed)), max_size=3)))
    folder = tmp_path_factory.mktemp("order")
    with Archive.open(folder / "a.qusasat", create=True) as archive:
        for first, end in zip([0, *cuts], [*cuts, len(mixed)], strict=True):
            put(archive, *mixed[first:end])
            archive.names.unite()
        assert archive.names.unite() == 0
        now = facet(archive)
        archive.names.unite(again=True)
        assert facet(archive) == now
    assert sorted(now.values()) == sorted(counts.values())


def called(number, name, short, kind):
    one = article(f"خبر {number}", "نص", date="2025-01-01")
    if kind is Facet.PLACE:
        return dataclasses.replace(one, places=(Place(name, short),))
    return dataclasses.replace(one, organisations=(Organisation(name, short),))


@pytest.mark.parametrize("kind", [Facet.PLACE, Facet.ORGANISATION])
def test_bodies_and_places_go_by_the_name_that_articles_explain(tmp_path, kind):
    full, short, other = "الكونغرس الأمريكي", "الكونغرس", "كونغرس البيرو"
    explained = [called(n, full, (short,), kind) for n in range(3)]
    alone = [called(9 + n, short, (), kind) for n in range(4)]
    with archive_of(tmp_path, *explained, *alone) as archive:
        archive.names.unite()
        assert facet(archive, kind) == {full: 7}
        assert [one.ground for one in archive.names.joinings()] == ["told"]
        put(archive, called(30, "مجلس", (), kind))
        assert archive.names.unite() == 0
        put(archive, called(31, other, (short,), kind))
        archive.names.unite()
        assert facet(archive, kind) == {full: 3, short: 4, "مجلس": 1, other: 1}
        assert archive.names.unite(again=True) == 0


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("وكالة الصحافة الفرنسية", "وكالة فرانس برس", True),
        ("وزارة الخارجية الأمريكية", "وزارة الخارجية الأميركية", True),
        ("الجامعة الأمريكية بزحل", "الجامعة الأميركية بزحل", True),
        ("الكونغرس الأمريكي", "الكونجرس الأميركي", True),
        ("شركة سامسونج", "سامسونغ", True),
        ("سيتروين باريس", "نادي سيتروين باريس", False),
        ("شركة ستانفورت", "ستانفرت", True),
        ("شركة لينوفو", "لينفو", False),
        ("بايرن ميونيخ", "نادي بايرن ميونخ", True),
        ("أمانة منطقة الرياض", "أمانة الرياض", True),
        ("أمانة منطقة الرياض", "أمانة القصيم", False),
        ("هيئة السياحة والآثار", "الهيئة العامة للسياحة والتراث الوطني", True),
        ("شرطة منطقة مكة المكرمة", "شرطة مكة", True),
        ("شرطة منطقة مكة المكرمة", "شرطة محافظة جدة", False),
        ("شركة الوطنية", "الوطنية", False),
        ("نادي الهلال", "الهلال السوداني", False),
        ("وزارة الصحة", "وزارة الصحة العمانية", False),
        ("تحالف دعم الشرعية في اليمن", "قوات التحالف", False),
        ("الاتحاد الروماني", "اتحاد الأرمن", False),
        ("نادي الاتحاد", "الاتحاد السكندري", False),
    ],
)
def test_one_body_under_two_known_names(tmp_path, one, other, joined):
    kind = Facet.ORGANISATION
    articles = [called(n, one, (), kind) for n in range(3)]
    with archive_of(tmp_path, *articles) as archive:
        archive.names.unite()
        put(archive, *(called(n, other, (), kind) for n in range(9, 11)))
        archive.names.unite()
        assert facet(archive, kind) == ({one: 5} if joined else {one: 3, other: 2})
        assert [made.ground for made in archive.names.joinings()] == ["known"] * joined
        assert archive.names.unite(again=True) == 0


def test_a_body_that_people_keep_apart_or_refuse_is_not_joined(tmp_path):
    full, short, kind = "الكونغرس الأمريكي", "الكونغرس", Facet.ORGANISATION
    explained = [called(n, full, (short,), kind) for n in range(3)]
    with archive_of(tmp_path, *explained, called(9, short, (), kind)) as archive:
        names = archive.names
        (apart,) = names.correct([Correction(What.DISTINCT, BODY, short, full)])
        assert names.unite() == 0
        names.undo(apart)
        names.unite(again=True)
        assert facet(archive, kind) == {full: 4}
        (refused,) = names.correct([Correction(What.REJECT, BODY, full)])
        names.unite(again=True)
        assert facet(archive, kind) == {}
        names.undo(refused)
        names.undo(names.joinings()[0].number)
        names.unite(again=True)
        assert facet(archive, kind) == {full: 3, short: 1}


def test_what_falls_away_is_taken_back_when_its_ground_does(tmp_path):
    with archive_of(tmp_path, *CASES["three names"][0]) as archive:
        archive.names.unite()
        assert len(facet(archive)) == 1
        put(archive, *times(2, "فيصل بن خالد بن عبدالعزيز بن سعد", first=50))
        assert archive.names.unite() == 1
        assert len(facet(archive)) == 3
        assert archive.names.joinings() == ()


@pytest.fixture
def archive(tmp_path):
    with archive_of(tmp_path, *CASES["one office"][0]) as opened:
        opened.names.unite()
        yield opened


def test_what_the_program_joined_is_told_and_taken_back_for_good(archive):
    names = archive.names
    (made,) = names.joinings()
    assert (made.correction.what, made.made_by, made.undone_at) == (What.MERGE, "", None)
    assert names.history() == ()
    names.undo(made.number)
    assert facet(archive) == {FULL: 3, SHORT: 2}
    put(archive, *times(3, SHORT, MINISTER, first=60))
    assert names.unite() == 0
    names.unite(again=True)
    assert facet(archive) == {FULL: 3, SHORT: 5}
    assert names.joinings()[0].undone_at is not None
    (proposal,) = names.proposals(PERSON)
    assert {proposal.name, proposal.into} == {FULL, SHORT}


def test_a_colleague_is_told_what_was_taken_back_and_not_what_was_joined(archive, tmp_path):
    shared = tmp_path / "shared.jsonl"
    assert archive.names.export_file(shared) == 0
    (made,) = archive.names.joinings()
    archive.names.undo(made.number)
    assert archive.names.export_file(shared) == 1
    (tmp_path / "other").mkdir()
    with archive_of(tmp_path / "other", *CASES["one office"][0]) as other:
        other.names.import_file(shared)
        other.names.unite()
        assert facet(other) == {FULL: 3, SHORT: 2}


def test_corrections_come_after_what_the_program_joined(archive):
    make = archive.names.correct
    (renamed,) = make([Correction(What.RENAME, PERSON, FULL, "عادل الجبير (الوزير)")])
    assert facet(archive) == {"عادل الجبير (الوزير)": 5}
    archive.names.unite(again=True)
    assert facet(archive) == {"عادل الجبير (الوزير)": 5}
    archive.names.undo(renamed)
    make([Correction(What.REJECT, PERSON, FULL)])
    archive.names.unite(again=True)
    assert facet(archive) == {}


@pytest.mark.parametrize("what", [What.HIDE, What.REJECT])
def test_with_a_name_that_people_refused_nothing_is_joined(tmp_path, what):
    with archive_of(tmp_path, *CASES["one office"][0]) as archive:
        archive.names.correct([Correction(what, PERSON, SHORT)])
        archive.names.unite()
        assert (facet(archive), archive.names.joinings()) == ({FULL: 3}, ())


def test_a_hidden_name_is_shown_again_when_a_correction_is_about_it(tmp_path):
    with archive_of(tmp_path, *CASES["a surname is hidden, not joined"][0]) as archive:
        archive.names.unite()
        (made,) = archive.names.joinings()
        assert made.correction == Correction(What.HIDE, PERSON, "أوباما")
        archive.names.correct([Correction(What.RENAME, PERSON, "أوباما", "الرئيس أوباما")])
        assert facet(archive) == {"باراك أوباما": 3, "الرئيس أوباما": 2}
        archive.names.unite(again=True)
        assert facet(archive) == {"باراك أوباما": 3, "الرئيس أوباما": 2}


def test_a_joined_name_is_found_by_its_own_words(tmp_path):
    rare = [*times(2, FULL, MINISTER), *times(3, SHORT, MINISTER, first=9)]
    with archive_of(tmp_path, *rare) as archive:
        archive.names.unite()
        assert facet(archive) == {SHORT: 5}
        assert archive.total(Query(f'شخص:"{FULL}"')) == 5
        assert archive.total(Query(f'شخص:"{SHORT}"')) == 5
        assert archive.total(Query('شخص:"أحمد سالم"')) == 0
        archive.names.undo(archive.names.joinings()[0].number)
        assert facet(archive) == {FULL: 2, SHORT: 3}
        assert archive.total(Query(f'شخص:"{FULL}"')) == 2


def test_numbers_of_corrections_and_joinings_never_meet(archive):
    (made,) = archive.names.joinings()
    (number,) = archive.names.correct([Correction(What.HIDE, PERSON, FULL)])
    assert number > made.number
    put(archive, *times(3, "باراك أوباما", first=70), *times(2, "أوباما", first=80))
    archive.names.unite()
    assert len({number, *(one.number for one in archive.names.joinings())}) == 3


def test_a_ruler_is_called_by_the_title_in_the_article_too(tmp_path):
    one = report(1, ("سلمان", "", "الملك"))
    mention = Mention(PERSON, "سلمان", "body", 0, 2, "نص", "الملك")
    with archive_of(tmp_path, dataclasses.replace(one, mentions=(mention,))) as archive:
        read = archive.article(1).article
    assert read.persons == (Person("الملك سلمان", ("سلمان",), ("الملك",)),)
    assert [found.entity for found in read.mentions] == ["الملك سلمان"]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE articles SET published_date = 'gestern'",
        "UPDATE article_entities SET roles = '[', titles = '{}', aliases = '[7]'",
        "UPDATE meta SET value = 'x y' WHERE key = 'preference:names-united'",
    ],
)
def test_what_another_hand_wrote_proves_nothing_and_stops_nothing(archive, harm):
    put(archive, *times(1, "محمد حسن", first=99))
    archive.names._store.database.execute(harm)
    archive.names.unite(again="meta" not in harm)
    assert sum(facet(archive).values()) == 6
