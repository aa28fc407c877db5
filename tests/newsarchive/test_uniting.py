"""What the archive itself proves of names: joined or hidden by the program, and taken back."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.article import Mention, Organisation, Person, Place
from newsarchive.correction import Correction, What
from newsarchive.search.query import Facet, Query
from tests.newsarchive.builders import archive_of, article
from tests.newsarchive.proved import (
    BODY,
    CASES,
    FULL,
    MINISTER,
    PERSON,
    SHORT,
    facet,
    put,
    report,
    times,
    united,
)


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
