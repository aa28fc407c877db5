"""The reader's choices."""

import pytest

from gui.settings import TABLE


def test_each_setting_begins_with_its_default(settings):
    settings.set("theme", "system")
    assert [settings.value(row.key) for row in TABLE] == [row.default for row in TABLE]


@pytest.mark.parametrize(
    ("key", "value"),
    [("language", "en"), ("text_size", 130), ("recent", ("أ", "ب")), ("geometry", b"\x00\xff")],
)
def test_a_value_comes_back_as_it_was(settings, key, value):
    settings.set(key, value)
    assert settings.value(key) == value


@pytest.mark.parametrize(
    ("key", "stored"), [("language", "fr"), ("text_size", "large"), ("sort", "by colour")]
)
def test_a_value_that_makes_no_sense_reads_as_the_default(settings, key, stored):
    settings._store.setValue(key, stored)
    assert settings.value(key) == next(row.default for row in TABLE if row.key == key)


def test_one_recent_archive_is_still_a_list(settings):
    settings._store.setValue("recent", "واحد.qusasat")
    assert settings.value("recent") == ("واحد.qusasat",)


def test_changed_tells_only_what_is_new(settings):
    told = []
    settings.changed.connect(told.append)
    settings.set("language", "ar")
    settings.set("language", "en")
    assert told == ["language"]
