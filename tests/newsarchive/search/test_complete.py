"""Field names and the archive's own names are proposed as one types them."""

import pytest

from newsarchive.search.query import Facet
from tests.newsarchive.builders import archive_of, article

ARTICLES = [
    article("1", persons=["سالم الحارثي", "جمال القريشي"], section="محليات", outlet="عكاظ"),
    article("2", persons=["سالم الحارثي"], places=["صحار"], organisations=["شرطة عُمان السلطانية"]),
    article("3", persons=["سالم العلوي"], places=["الرياض"], organisations=["جهاز الشرطة"]),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("complete")
        patch.setenv("QUSASAT_CACHE", str(folder / "cache"))
        with archive_of(folder, *ARTICLES) as opened:
            yield opened


PROPOSED = [
    ("شخ", ["شخص"]),
    ("ج", ["جهة"]),
    ("pl", ["place"]),
    ("d", ["date"]),
    ("شخص:سا", ["سالم الحارثي", "سالم العلوي"]),
    ("شخص:", ["سالم الحارثي", "جمال القريشي", "سالم العلوي"]),
    ("person:حارث", ["سالم الحارثي"]),
    ("-شخص:«سالم عل", ["سالم العلوي"]),
    ("شخص:سالم الحا", ["سالم الحارثي"]),
    ("جهة:شرط", ["شرطة عُمان السلطانية", "جهاز الشرطة"]),
    ("خبر (مكان:رياض", ["الرياض"]),
    ("عمان", ["شرطة عُمان السلطانية"]),
    ("سالم", ["سالم الحارثي", "سالم العلوي"]),
    ("صح", ["صحار"]),
    ("شخص:لاأحد مح", ["محليات"]),
    ("رمز:عكا", ["عكاظ"]),
    ("", []),
    ("سالم ", []),
]


@pytest.mark.parametrize(("line", "names"), PROPOSED)
def test_what_is_proposed(archive, line, names):
    assert [one.name for one in archive.complete(line)] == names


APPLIED = [
    ("سوق شخص:القر مطرح", 12, 'سوق شخص:"جمال القريشي"  مطرح'),
    ("جهاز", 4, 'جهة:"جهاز الشرطة" '),
    ("pe", 2, "person:"),
]


@pytest.mark.parametrize(("line", "cursor", "expected"), APPLIED)
def test_a_proposal_takes_the_place_of_what_was_typed(archive, line, cursor, expected):
    first, *_ = archive.complete(line, cursor)
    assert line[: first.start] + first.text + line[first.end :] == expected


def test_no_more_are_proposed_than_asked_for(archive):
    (one,) = archive.complete("سالم", limit=1)
    assert one.facet is Facet.PERSON
