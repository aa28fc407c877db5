"""The sets had from bitmaps are those that the engine's own queries find."""

from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarchive.index import folding, postings
from newsarchive.search import match, phrases
from newsarchive.search.match import Matcher
from newsarchive.search.parse import EVERYTHING, And, Node, Not, Or, Phrase, Word, parse
from newsarchive.search.sets import Sets
from newsarchive.store.changes import set_deleted
from tests.newsarchive.builders import add, archive_of, article

VOCABULARY = (
    "معلم المعلمات ومعلم مدارس مدرسة المدرسه سوق بالسوق أسواق كتاب كتّاب عبد الله عبدالله في علي على"
)
WORDS = VOCABULARY.split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
BATCHES = st.lists(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5), max_size=4)
FOLDED = ["معلم", "معلمات", "مدرسه", "سوق", "كتاب", "عبد", "الله", "في", "مد", "م", "مدرس", "غريب"]
LEAVES = st.one_of(
    st.builds(Word, st.sampled_from(FOLDED), st.booleans()),
    st.builds(lambda a, b: Phrase((a, b)), st.sampled_from(FOLDED), st.sampled_from(FOLDED)),
    st.builds(parse, st.sampled_from(["تاريخ:2025", "مصدر:الأيام", "قسم:لاشيء"])),
)
NODES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda nodes: And(tuple(nodes))),
        st.lists(inner, min_size=2, max_size=3).map(lambda nodes: And(tuple(nodes), enough=1)),
        st.lists(inner, min_size=1, max_size=3).map(lambda nodes: Or(tuple(nodes))),
        st.builds(Not, inner),
    ),
    max_leaves=5,
)


# Each form of a stem stands in one article, so that the stem has a bitmap and no form has.
FORMS = [("سوق", "في"), ("بالسوق", "في"), ("السوق", "علي")]


@settings(max_examples=25, deadline=None)
@example(batches=[FORMS], nodes=[Word("سوق"), EVERYTHING], gone=set(), changed=set(), many=1)
@given(
    batches=BATCHES,
    nodes=st.lists(NODES, min_size=1, max_size=12),
    gone=st.sets(st.integers(1, 12), max_size=3),
    changed=st.sets(st.integers(1, 12), max_size=3),
    many=st.sampled_from([0, 1, 50_000]),
)
def test_sets_are_what_the_engine_finds(tmp_path_factory, batches, nodes, gone, changed, many):
    folder = tmp_path_factory.mktemp("sets")
    with (
        patch.object(postings, "LEAST", 2),
        patch.object(postings, "LEAST_TAIL", 2),
        patch.object(folding, "LEAST", 2),
        patch.object(match, "SCORED_WORDS", 1),
        patch.object(phrases, "MANY", many),
        archive_of(folder) as archive,
    ):
        for number, batch in enumerate(batches):
            day = f"202{number + 3}-01-01"
            add(
                archive,
                *(
                    article(f"{a} {number}{n}", b, date=day, outlet="الأيام")
                    for n, (a, b) in enumerate(batch)
                ),
            )
            check(archive, nodes)
        set_deleted(archive._store, gone, "2025-01-01T00:00:00+00:00")
        touch(archive, changed)
        list(archive.refresh())
        check(archive, nodes)
        add(archive, article("معلم سوق", "مدارس"))
        check(archive, nodes)


def touch(archive, changed):
    """Let the index take articles anew, with another body."""
    from newsarchive.store.connection import transaction
    from newsarchive.store.noting import note_changes

    with transaction(archive._store) as connection:
        for number in changed:
            connection.execute("UPDATE articles SET body = 'كتاب' WHERE id = ?", (number,))
        note_changes(connection, changed)


def check(archive, nodes: list[Node]):
    text, facets = archive._indexes.text, archive._indexes.facets
    for node in nodes:
        engine = text.ids(Matcher(text, facets, complete=True).compile(node)) & facets.live
        sets = Sets(text, facets)
        assert set(sets.of(node)) == set(engine), node
        assert sets.exactly(node).issubset(engine), node
