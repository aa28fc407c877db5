"""Archives of an older program, opened in the window."""

from newsarchive.store import schema
from tests.newsarchive.builders import archive_of, article


def test_an_older_archive_is_brought_up_to_date_and_opened(make_desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    with monkeypatch.context() as older:
        kept = tuple(one for one in schema.MIGRATIONS if one.__name__ != "keep_mappings")
        older.setattr(schema, "MIGRATIONS", kept)
        archive_of(tmp_path, article("خبر قديم", "نص الخبر.")).close()
    desk = make_desk()
    desk.open(tmp_path / "test.qusasat")
    qtbot.waitUntil(lambda: not desk.busy)
    assert desk.window.list.model.hit(0).title.text == "خبر قديم"
