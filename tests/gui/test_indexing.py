"""An index that breaks while the window is open is made again, and nothing wrong is shown."""

from newsarchive.archive import Archive
from tests.newsarchive.store.making import incoming


def test_a_broken_index_is_made_again_by_itself(make_desk, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "a.qusasat"
    with Archive.open(path, create=True) as archive:
        archive.add([incoming(str(n)) for n in range(4)])
        for _ in archive.refresh():
            pass
    desk = make_desk()
    desk.open(path)
    rows = desk.window.list.model.rowCount
    qtbot.waitUntil(lambda: not desk.busy and rows() == 4)
    (facets,) = (tmp_path / "cache" / "index").glob("*/facets.sqlite")
    with facets.open("r+b") as file:
        file.seek(5_000)
        file.write(b"x")
    with qtbot.waitSignal(desk.asking.indexLost):
        desk.asking.ask(desk.navigation.query)
    assert rows() == 0
    qtbot.waitUntil(lambda: not desk.busy and rows() == 4)
