import itertools

import pycrfsuite
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarchive.entities.features import GAP, Gathered
from newsarchive.entities.model import Model
from newsarchive.entities.training.pack import pack
from newsarchive.entities.word_features import PLACES, WINDOW

LABELS = ("O", "B-PER", "I-PER", "B-ORG")
FEATURES = ("wرجل", "-wرجل", "wمجلس", "-O", "|a|b", "|||b", "1")


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """crfsuite's own tagger, and the model packed of the same file."""
    folder = tmp_path_factory.mktemp("model")
    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs")
    for size, labels in enumerate(itertools.permutations(LABELS)):
        rows = [[FEATURES[(size + at) % len(FEATURES)], label] for at, label in enumerate(labels)]
        trainer.append(rows, labels)
    trainer.train(str(folder / "trained.crf"))
    pack(folder / "trained.crf", folder / "packed.crf")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(folder / "trained.crf"))
    return tagger, Model((folder / "packed.crf").read_bytes())


def likelihood(tagger, labels, rows):
    """How likely crfsuite holds the whole row of labels to be."""
    tagger.set(rows)
    return tagger.probability(labels)


def gathered(model, sentences):
    """Sentences of lists of features, as rows of an article."""
    rows = [row for sentence in sentences for row in [*sentence, [], []]][:-2]
    nothing = [model.kept(0)] * (len(rows) + 2 * GAP)
    more = {at: model.weigh(row) for at, row in enumerate(rows)}
    return Gathered([*map(len, sentences)], nothing, more, 0)


@settings(max_examples=60)
@example([[["wرجل"], [], [], [], ["wمجلس"]]])  # two rows of labels are equally likely
@example([[["B-PER"]], [[], [], ["I-PER"]], [["O"] * 9] * 4])
@given(
    st.lists(
        st.lists(
            st.lists(st.sampled_from((*FEATURES, *LABELS, "O", "O", "new")), max_size=5),
            min_size=1,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_an_article_gets_the_labels_and_beliefs_that_crfsuite_gives_each_sentence(
    trained, sentences
):
    tagger, model = trained
    found = model.label(gathered(model, sentences))
    first = 0
    for rows in sentences:
        best = likelihood(tagger, tagger.tag(rows), rows)
        labels = found.labels[first : first + len(rows)]
        assert likelihood(tagger, labels, rows) == pytest.approx(best, rel=1e-3)
        for at, label in enumerate(labels):
            # what was held to be O for sure takes its small part from the rest
            expected = 1.0 if label == "O" else tagger.marginal(label, at)
            assert found.belief(first + at) == pytest.approx(expected, abs=0.15)
        first += len(rows) + GAP


def test_a_wide_row_holds_what_a_word_gives_to_each_place(trained):
    _, model = trained
    wide = model.spread([("wرجل", 0b11111), ("wمجلس", 0b00001), ("O", 0b00110), ("new", 0b11111)])
    assert wide == model.spread([("wرجل", 0b00011), ("wمجلس", 0b11111), ("O", 0b11110)])
    expected = [["wرجل", "wمجلس"], ["-wرجل", "-O"], [], [], []]
    rows = {place: model.weigh(names) for place, names in zip(PLACES, expected, strict=True)}
    size = len(model.kept(0)) * 8 // len(WINDOW)
    assert wide == sum(rows[place] << at * size for at, place in enumerate(WINDOW))


def test_pairs_are_known_by_their_first_word(trained):
    pairs = trained[1].pairs()
    assert (pairs["a"], pairs["|"]) == ({"b"}, {"b"})


@pytest.mark.parametrize("content", [b"", b"no model", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_model_is_refused(content):
    with pytest.raises(ValueError, match="no model"):
        Model(content)
