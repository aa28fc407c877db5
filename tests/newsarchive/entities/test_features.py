"""What is learnt from and what is summed are the same features of the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.entities.features import FeatureMaker, Gathered
from newsarchive.entities.lexicon import lexicon
from newsarchive.entities.model import Model
from newsarchive.entities.tokens import sentences
from newsarchive.entities.training.fit import Listed, flat, listed
from resources import resource

_TEXT = """
قال وزير الصحة أحمد بن سالم الكندي في مسقط « » ( ) . : 12 BBC الهلال نادي ونادي للهيئة شركة - ـ و |
النصر المباراة لاعب مدرب وهامتي سيخوضون غزوان بوزارة وبلغاريا عمر عبدالله
"""


@pytest.fixture(scope="module")
def makers():
    """Lists of features, their sums, and the model that sums them."""
    model = Model(resource("models", "entities.crf").read_bytes())
    lex = lexicon()
    return FeatureMaker(lex, Listed()), FeatureMaker(lex, model, pairs=model.pairs()), model


@given(st.lists(st.lists(st.sampled_from(_TEXT.split()), max_size=12), max_size=4))
def test_sums_are_those_of_the_listed_features(makers, lines):
    listing, summing, model = makers
    found = sentences("\n".join(map(" ".join, lines)), lexicon().words)
    summed, named = summing.article(found), listing.article(found)
    rows = flat(named)
    nothing = [model.kept(0)] * len(named.parts)
    alone = Gathered(
        summed.sizes, nothing, {at: model.weigh(row) for at, row in enumerate(rows)}, 0
    )
    assert model.summed(summed, summed.more) == model.summed(alone, alone.more)


def test_a_feature_tells_by_its_beginning_where_the_word_stands(makers):
    found = sentences("قال سالم الكندي", lexicon().words)
    ((first, second, third),) = listed(makers[0].article(found))
    assert {"wقال", "+wسالم", "#wالكندي", "-^"} <= set(first)
    assert {"wسالم", "-wقال", "+wالكندي"} <= set(second)
    assert {"=wقال", "-wسالم", "+$", "sكندي"} <= set(third)
