"""Words like a misspelt one are those that a look at all words finds."""

import random

import pytest

from newsarchive.arabic.slips import slips
from newsarchive.arabic.stem import bare
from newsarchive.search import misspelt
from newsarchive.search.finder import Finder
from newsarchive.search.match import Matcher
from newsarchive.search.misspelt import Misspelt
from newsarchive.search.parse import Near
from newsarchive.search.sets import Sets
from newsarchive.search.within import within
from tests.newsarchive.builders import archive_of, article

LETTERS = "ابتسلن"
TITLES = ["والسنابل", "تلاسن"]


def changed(word, chance):
    """The word with up to three slips."""
    for _ in range(chance.randint(0, 3)):
        place, letter = chance.randrange(len(word)), chance.choice(LETTERS)
        before, after = word[:place], word[place + 1 :]
        word = chance.choice(
            [
                before + after,
                before + letter + after,
                before + letter + word[place:],
                before + after[:1] + word[place] + after[1:],
            ]
        )
        word = word or letter
    return word


def words():
    chance = random.Random(5)
    stems = ["".join(chance.choices(LETTERS, k=k)) for k in (3, 4, 5, 6, 7, 8, 9, 11) * 3]
    forms = ["", "ال", "وال", "بال", "لل"]
    return sorted({chance.choice(forms) + changed(one, chance) for one in stems * 12})


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    held = words()
    made = [article(f"خبر {TITLES[n % 2]}", " ".join(held[n::3])) for n in range(3)]
    with archive_of(tmp_path_factory.mktemp("misspelt"), *made) as opened:
        yield opened


@pytest.fixture
def looks(archive):
    archive._indexes.text.alike.clear()
    return Misspelt(archive._indexes.text, archive._indexes.facets.vocabulary)


def typed():
    chance = random.Random(6)
    return [changed(one, chance) for one in chance.sample(words(), 120)]


def test_two_letters_off(looks):
    for word in typed():
        forms = dict.fromkeys((word, bare(word), "ال" + bare(word)))
        assert looks.two_letters_off(word) == [
            [one for one in words() if within(one, form, 2)] for form in forms
        ]


def test_one_slip_off_the_article_aside(looks):
    for word in typed():
        easily, hardly = looks.one_slip_off(word)
        for found, whole, inner in zip(
            (easily, hardly), slips(word), slips(bare(word)), strict=True
        ):
            meant = {*whole, *(a + one for a in ("", "ال", "وال", "بال", "لل") for one in inner)}
            assert {*found} == (meant & {*words()}) - ({*easily} if found is hardly else set())


def test_words_of_titles_stand_in_where_bodies_have_none(looks):
    assert looks.one_slip_off("تلاسنن") == (["تلاسن"], [])
    assert not any("تلاسن" in found for found in looks.two_letters_off("تلاسنن"))


def test_an_empty_archive_has_none(tmp_path):
    with archive_of(tmp_path) as archive:
        looks = Misspelt(archive._indexes.text, archive._indexes.facets.vocabulary)
        assert looks.one_slip_off("سنابل") == ([], [])
        assert not any(looks.two_letters_off("سنابل"))


def test_few_are_remembered(looks, monkeypatch):
    monkeypatch.setattr(misspelt, "_REMEMBERED", 2)
    for word in ("سنابل", "سناابل", "سنبل"):
        looks.one_slip_off(word)
        assert looks.one_slip_off(word) == looks.one_slip_off(word)
    assert [*looks.text.alike] == [("سنبل", 1)]


def test_those_that_sound_alike_are_those_that_the_engine_finds(archive, looks):
    for word in (*typed()[:25], "سن", "تشتش"):
        query, count = looks.text.sounding(word)
        assert looks.text.holding(looks.sounding(word)) == looks.text.ids(query, count)
    assert any(looks.sounding(word) for word in typed()[:25])


def test_words_of_few_consonants_sound_like_none(looks):
    assert looks.sounding("سن") == []


@pytest.mark.parametrize("letters", [0, 1, 2])
def test_the_articles_are_those_that_the_engine_finds(archive, letters):
    text, facets = archive._indexes.text, archive._indexes.facets
    for word in typed()[:25]:
        near = Near(word, letters)
        engine = text.ids(Matcher(text, facets, complete=True).compile(near))
        assert Sets(text, facets).of(near) == engine


def test_a_word_with_more_than_what_sounds_alike_is_not_found_in_a_text():
    finder = Finder(Near("دستويفسكي"), lambda word, letters: [])
    assert [found.start for found in finder.find("الدوستويفسكية عند دوستويفسكي")] == [18]
