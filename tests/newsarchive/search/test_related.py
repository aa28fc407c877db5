"""Articles about the same people."""

from types import SimpleNamespace

import pytest

from newsarchive.search import related as module
from tests.newsarchive.builders import archive_of, article

SALIM, SAID, KING = "سالم الحارثي", "سعيد الراسبي", "ملك البلاد"
PAPERS = [
    article("الأول", "نص", persons=[SALIM, KING], organisations=["هيئة الموانئ"]),
    article("الثاني", "نص", persons=[SALIM, KING], organisations=["هيئة الموانئ"]),
    article("الثالث", "نص", persons=[SALIM], places=["صحار"]),
    article("الرابع", "نص", persons=[KING]),
    article("الخامس", "نص", persons=[SAID], places=["صحار"]),
    article("السادس", "نص", places=["صحار"]),
]


@pytest.fixture
def archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with archive_of(tmp_path, *PAPERS) as opened:
        yield opened


def numbers(archive, number, count=5):
    return [copy.id for copy in archive.related(number, count)]


def test_those_that_share_most_and_rarest_come_first(archive):
    assert numbers(archive, 1) == [2, 4, 3]
    assert numbers(archive, 1, 1) == [2]
    assert archive.related(1)[0].title == "الثاني"


def test_a_place_alone_relates_nothing(archive):
    assert numbers(archive, 6) == []
    assert numbers(archive, 5) == []
    assert numbers(archive, 99) == []


def test_what_is_in_most_articles_tells_nothing(archive, monkeypatch):
    monkeypatch.setattr(module, "COMMONEST", 2)
    assert numbers(archive, 1) == [2]


def test_of_a_family_one_stands_for_all_and_copies_are_not_related(archive, monkeypatch):
    families = SimpleNamespace(one_of={1: 0, 2: 0, 3: 1, 4: 1}.get)
    monkeypatch.setattr(archive._indexes.facets, "families", families)
    assert numbers(archive, 1) == [4]
