"""Starting, and the picture without a screen."""

import pytest
from PySide6.QtGui import QImage

from gui import application, program
from tests.newsarchive.builders import archive_of, article


@pytest.fixture
def real_archive(tmp_path, monkeypatch):
    monkeypatch.setenv("QUSASAT_CACHE", str(tmp_path / "cache"))
    one = article("افتتاح الميناء", "نص عن الميناء الجديد.", date="2025-12-15", persons=["علي"])
    with archive_of(tmp_path, one, article("غيره", "نص آخر.", date="2025-11-02")) as made:
        return made.path


@pytest.fixture
def same_application(qapp, monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    monkeypatch.setattr(application, "make_application", lambda argv: qapp)


@pytest.mark.parametrize(("theme", "language"), [("light", "ar"), ("dark", "en")])
def test_a_picture_of_the_window(real_archive, same_application, tmp_path, theme, language):
    out = tmp_path / "window.png"
    size = (1200, 700)
    assert application.screenshot(out, real_archive, "الميناء", 1, theme, size, language) == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == size
    dark = image.pixelColor(600, 690).lightness() < 128
    assert dark == (theme == "dark")


def test_no_archive_no_picture(same_application, tmp_path, capsys, qtbot):
    out = tmp_path / "window.png"
    assert application.screenshot(out, tmp_path / "none.qusasat") == 1
    assert "none.qusasat" in capsys.readouterr().err
    assert not out.exists()


def test_a_picture_that_cannot_be_written_is_named(
    real_archive, same_application, tmp_path, capsys
):
    out = tmp_path / "no folder" / "window.png"
    assert application.screenshot(out, real_archive) == 1
    assert "no folder" in capsys.readouterr().err


def test_an_archive_that_does_not_answer_in_time_is_told(
    real_archive, same_application, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(application, "PATIENCE", 0)
    assert application.screenshot(tmp_path / "window.png", real_archive, language="en") == 1
    assert "reindex" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
)
def test_whether_there_is_a_screen(monkeypatch, environment, expected):
    monkeypatch.setattr(application.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert application.has_screen() is expected


def test_the_archive_named_on_the_line_is_opened(make_desk, real_archive, qtbot):
    desk = make_desk()
    first = application.first_archive(desk.settings, [str(real_archive)])
    application.open_first(desk, first)
    qtbot.waitUntil(lambda: not desk.busy)
    assert desk.window.list.model.rowCount() == 2
    assert desk.settings.text("archive") == str(real_archive)
    assert desk.settings.value("recent") == (str(real_archive),)


def test_else_the_one_open_last(make_desk, real_archive, qtbot):
    desk = make_desk(archive=None)
    desk.settings.set("archive", str(real_archive))
    application.open_first(desk, application.first_archive(desk.settings, []))
    qtbot.waitUntil(lambda: not desk.busy)
    assert desk.window.list.model.rowCount() == 2


def test_at_the_very_first_start_the_sample_is_read(make_desk, tmp_path, monkeypatch, qtbot):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    desk = make_desk(archive=None)
    taken = []
    monkeypatch.setattr(desk.window, "import_paths", taken.append)
    application.open_first(desk, application.first_archive(desk.settings, []))
    qtbot.waitUntil(lambda: not desk.busy)
    assert desk.window.archive_path == tmp_path / "home" / "qusasat" / "sample.qusasat"
    assert [path.name for path in taken[0]] == ["sample"]


def test_a_window_out_of_sight_comes_to_the_front(make_desk, real_archive, qtbot):
    desk = make_desk()
    desk.window.showMinimized()
    desk.come_forward()
    assert not desk.window.isMinimized()


def test_a_bundle_starts_its_own_program_again(monkeypatch, tmp_path):
    monkeypatch.setattr(program.sys, "frozen", True, raising=False)
    monkeypatch.setattr(program.sys, "executable", str(tmp_path / "qusasat.exe"))
    assert program.own_program() == (str(tmp_path / "qusasat.exe"),)
    (tmp_path / "qusasat-cli.exe").touch()
    assert program.own_program() == (str(tmp_path / "qusasat-cli.exe"),)
