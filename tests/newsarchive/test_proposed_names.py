"""Names that may be one are proposed, with the reason; a person decides."""

from dataclasses import replace

from newsarchive.article import EntityKind, Organisation
from newsarchive.correction import Correction, What
from newsarchive.search.query import Facet, Query
from tests.newsarchive.builders import archive_of, article

PERSON, BODY = EntityKind.PERSON, EntityKind.ORGANISATION


def report(number, *persons, **more):
    return article(f"خبر {number}", "نص", date="2025-01-01", persons=persons, **more)


def named(archive):
    list(archive.refresh())
    return {value.name for value in archive.facets(Query(), 50).values[Facet.PERSON]}


def test_names_that_may_be_one_are_proposed_and_none_is_merged(tmp_path):
    made = [
        report(1, "خالد بن عبدالله الفيصل"),
        report(2, "خالد الفيصل"),
        report(3, "فيودور دوستويفسكي"),
        report(4, "فيودور دوستوفسكي"),
        report(5, "فيودور دوستويفسكي"),
        report(6, "حسن علي سالم"),
        report(7, "حسين علي سالم"),
        report(8, "سعيد بن حمد الراشدي"),
        report(9, "سعيد بن خلف الراشدي"),
        report(10, "سعيد الراشدي"),
        report(11, "ديفيد جون كاميرون"),
        report(12, "ديفيد جون كاميررون"),
        report(13, "ديفيد جون كاميرون"),
    ]
    with archive_of(tmp_path, *made) as archive:
        proposed = archive.names.proposals(PERSON)
        found = {(p.name, p.into): p.reason for p in proposed}
        about = [archive.names.proposals(PERSON, about=p.into) for p in proposed]
        about_short = [archive.names.proposals(PERSON, about=p.name) for p in proposed]
        about_none = archive.names.proposals(PERSON, about="لا أحد")
        assert len(named(archive)) == 11
        archive.names.correct(
            [Correction(What.DISTINCT, PERSON, "خالد بن عبدالله الفيصل", "خالد الفيصل")]
        )
        fewer = {(p.name, p.into) for p in archive.names.proposals(PERSON)}
    assert found == {
        ("خالد الفيصل", "خالد بن عبدالله الفيصل"): "shorter",
        ("فيودور دوستوفسكي", "فيودور دوستويفسكي"): "sound",
        ("ديفيد جون كاميررون", "ديفيد جون كاميرون"): "sound",
    }
    assert fewer == set(found) - {("خالد الفيصل", "خالد بن عبدالله الفيصل")}
    assert about == about_short == [(one,) for one in proposed]
    assert about_none == ()


def test_a_short_name_that_articles_explain_is_proposed_for_the_full_one(tmp_path):
    full, short = "المنظمة الدولية للشرطة الجنائية", "الإنتربول"
    told = replace(report(1), organisations=(Organisation(full, (short,)),))
    with archive_of(tmp_path, told, report(2, organisations=[short])) as archive:
        (one,) = archive.names.proposals(BODY)
        assert archive.names.proposals(BODY, about=full) == (one,)
        assert archive.names.proposals(BODY, about=short) == (one,)
    assert (one.name, one.into, one.reason) == (short, full, "alias")
