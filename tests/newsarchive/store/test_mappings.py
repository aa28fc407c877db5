import pytest

from newsarchive.columns import KeptMapping
from newsarchive.errors import StoreError
from newsarchive.store.connection import open_store
from newsarchive.store.mappings import forget_mapping, keep_mappings, mappings
from newsarchive.store.salvage import salvage


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "a.qusasat", create=True) as made:
        yield made


def test_choices_are_kept_and_the_latest_for_the_same_columns_holds(store):
    keep_mappings(store, [KeptMapping(("ب", "أ"), {"title": "أ", "date": ""})])
    keep_mappings(store, [KeptMapping(("أ", "ب"), {"title": "ب"}), KeptMapping(("x",), {})])
    found = mappings(store)
    assert [(one.columns, dict(one.choices)) for one in found] == [
        (("أ", "ب"), {"title": "ب"}), (("x",), {}),
    ]  # fmt: skip
    assert all(one.made_at for one in found)


def test_choices_can_be_forgotten(store):
    keep_mappings(store, [KeptMapping(("a",), {"title": "a"})])
    (kept,) = mappings(store)
    forget_mapping(store, kept.number)
    assert mappings(store) == ()
    with pytest.raises(StoreError) as caught:
        forget_mapping(store, kept.number)
    assert caught.value.code == "store-no-mapping"


def test_choices_outlive_damage(store, tmp_path):
    keep_mappings(store, [KeptMapping(("a",), {"title": "a"})])
    saved = salvage(store.path, tmp_path / "saved.qusasat")
    with open_store(saved.target) as fresh:
        assert mappings(fresh) == mappings(store)
