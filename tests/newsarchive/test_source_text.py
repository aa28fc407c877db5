"""Where fields and names stand in the text an article was read from."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive import Archive
from newsarchive.article import Evidence, RawDocument, Reason
from newsarchive.errors import StoreError
from newsarchive.ingest.flow import understand
from newsarchive.readers import read
from newsarchive.source_text import SourceText, source_text, suffix_of
from newsarchive.store.adding import Incoming
from tests.newsarchive.builders import article, incoming
from tests.newsarchive.formats.folder import every_format
from tests.newsarchive.test_originals import TYPES

PAGE = """محليات

حريق في مستودع
بولاية السهل

15 ديسمبر 2025

اندلع حريق كبير أمس، وقال سالم
الحارثي إن الأضرار محدودة.

ثم عاد سالم الحارثي إلى مكتبه.
"""
EVERYTHING = every_format()


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with Archive.open(tmp_path / "a.qusasat", create=True) as one:
        yield one


def taken_in(archive, place):
    found = (one for one in read(place) if isinstance(one, RawDocument))
    items = [Incoming(understand(one), one.source, one.media_type, one.encoding) for one in found]
    return archive.add(items).ids


def text_of(archive, folder, name, data):
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data.encode() if isinstance(data, str) else data)
    return [archive.originals.text(number) for number in taken_in(archive, place)]


def squeezed(text):
    return "".join(text.split())


def test_each_field_of_a_page_stands_on_its_lines(archive, tmp_path):
    (source,) = text_of(archive, tmp_path, "a.txt", PAGE)
    places = {one.field: source.text[one.start : one.end] for one in source.evidence}
    assert source.text == PAGE
    assert places["section"] == "محليات"
    assert squeezed(places["title"]).startswith("حريقفيمستودع")
    assert places["date"] == "15 ديسمبر 2025"
    assert source.of("outlet") is None


@pytest.mark.parametrize("name", TYPES)
def test_in_every_format_what_is_lit_is_what_the_field_says(archive, tmp_path, name):
    for source in text_of(archive, tmp_path, name, EVERYTHING.files[name]):
        title = archive.article(source.number).article.title
        told = source.of("title")
        assert told is not None
        if source.text:
            lit = squeezed(source.text[told.start : told.end])
            assert lit
            assert lit in squeezed(title) or squeezed(title) in lit


def test_what_the_file_states_beside_its_text_stands_above_it_under_its_own_name(archive, tmp_path):
    record = '[{"العنوان": "حريق في مستودع", "content": "اندلع حريق كبير أمس في المدينة."}]'
    (source,) = text_of(archive, tmp_path, "a.json", record)
    title = source.of("title")
    assert source.text[: source.stated] == "العنوان: حريق في مستودع\n\n"
    assert source.text[title.start : title.end] == "حريق في مستودع"
    assert source.text[source.stated :] == "اندلع حريق كبير أمس في المدينة."


@pytest.mark.parametrize("nth", [0, 1])
def test_a_name_is_found_where_it_stands_across_lines(nth):
    source = SourceText(1, "a.txt", "text/plain", PAGE)
    name = "سالم الحارثي"
    body = " ".join(PAGE[PAGE.index("اندلع") :].split())
    start = [at for at in range(len(body)) if body.startswith(name, at)][nth]
    place = source.place("body", body, start, start + len(name))
    assert PAGE[slice(*place)] == ("سالم\nالحارثي", name)[nth]


def test_what_the_text_does_not_have_is_nowhere():
    source = SourceText(1, "a.txt", "text/plain", "نص قصير")
    assert source.place("body", "كلام آخر", 0, 4) is None
    assert source.place("body", "   ", 0, 2) is None


def test_the_lines_of_a_place_are_whole():
    source = SourceText(1, "a.txt", "text/plain", "أول\nثان ثالث\nرابع")
    assert source.lines(8, 12) == (4, 12)
    assert source.lines(13, 17) == (13, 17)
    assert source.lines(0, 3) == (0, 3)


def document(text, **fields):
    return RawDocument("a.txt", b"", "text/plain", text, fields)


@pytest.mark.parametrize(
    ("now", "text", "place"),
    [
        ("عنوان قديم", "سطر\nعنوان قديم\n", (0, 3)),  # read the same now: where it is read now
        ("عنوان آخر", "سطر\nعنوانٌ قديم\n", (4, 16)),  # read otherwise now: its letters are there
        ("عنوان آخر", "شيء لا صلة له بما كان", (0, 0)),  # its place is lost
    ],
)
def test_a_field_that_is_read_otherwise_now(now, text, place):
    told = Evidence("title", 4, 16, Reason.HEADLINE, 2)
    before = replace(article("عنوان قديم"), evidence=(told,))
    fresh = Evidence("title", 0, 3, Reason.HEADLINE, 1)
    understood = replace(article(now), evidence=(fresh,))
    stored = _stored(before)
    (found,) = source_text(stored, document(text), understood).evidence
    assert (found.start, found.end) == place


def _stored(one):
    import datetime as dt

    from newsarchive.article import StoredArticle

    return StoredArticle(1, one, dt.datetime(2025, 1, 1, tzinfo=dt.UTC))


def test_an_original_that_gives_no_text_keeps_the_reasons(archive):
    one = replace(article("عنوان", "نص"), evidence=(Evidence("title", 0, 5, Reason.HEADLINE, 1),))
    archive.add([incoming(one)._replace(media_type="application/x-unknown")])
    source = archive.originals.text(1)
    assert source.text == ""
    assert source.evidence == (Evidence("title", 0, 0, Reason.HEADLINE, 1),)
    with pytest.raises(StoreError):
        archive.originals.text(2)


def test_the_file_that_is_opened_is_never_one_that_runs():
    assert suffix_of("application/pdf") == ".pdf"
    assert suffix_of("application/x-msdownload") == ".txt"


@given(st.text(alphabet="اب ت\n.", min_size=1, max_size=60), st.data())
def test_a_place_found_has_the_letters_that_were_sought(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    body = " ".join(text.split())
    source = SourceText(1, "a.txt", "text/plain", text)
    place = source.place("body", body, start, end)
    if squeezed(body[start:end]):
        assert squeezed(text[slice(*place)]) == squeezed(body[start:end])
