import itertools

import pycrfsuite
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarchive.entities.model import Model
from newsarchive.entities.training.pack import pack

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


@settings(max_examples=60)
@example([["wرجل"], [], [], [], ["wمجلس"]])  # two rows of labels are equally likely
@given(st.lists(st.lists(st.sampled_from((*FEATURES, *LABELS, "new")), max_size=5), min_size=1))
def test_summed_weights_give_the_labels_and_beliefs_that_crfsuite_has(trained, rows):
    tagger, model = trained
    best = likelihood(tagger, tagger.tag(rows), rows)
    found = model.tag([model.weigh(row) for row in rows])
    assert likelihood(tagger, found, rows) == pytest.approx(best, rel=1e-3)
    for at, label in enumerate(found):
        assert model.marginal(label, at) == pytest.approx(tagger.marginal(label, at), abs=1e-4)


def test_a_wide_row_holds_what_a_word_gives_to_each_place(trained):
    _, model = trained
    wide = model.spread([("wرجل", 0b11111), ("wمجلس", 0b00001), ("O", 0b00110), ("new", 0b11111)])
    assert wide == model.spread([("wرجل", 0b00011), ("wمجلس", 0b11111), ("O", 0b11110)])
    expected = [["wرجل", "wمجلس"], ["-wرجل", "-O"], [], [], []]
    assert model.apart(wide) == [model.weigh(names) for names in expected]


def test_pairs_are_known_by_their_first_word(trained):
    pairs = trained[1].pairs()
    assert (pairs["a"], pairs["|"]) == ({"b"}, {"b"})


@pytest.mark.parametrize("content", [b"", b"no model", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_model_is_refused(content):
    with pytest.raises(ValueError, match="no model"):
        Model(content)
