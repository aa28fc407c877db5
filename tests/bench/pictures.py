"""The pictures of README, made anew from the sample: ``python -m tests.bench.pictures FOLDER``."""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gui.application import Desk, make_application
from gui.settings import Settings
from gui.sought import Wanted
from gui.subject import Subject
from newsarchive.article import EntityKind
from newsarchive.search.query import Facet
from resources import resource

SIZE = (1280, 800)


def until(comes_true: Callable[[], bool]) -> None:
    """Let the event loop run until something is so."""
    while not comes_true():
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def window(archive: Path, folder: Path, **values: str) -> Iterator[Desk]:
    """A window of its own on the archive, settled."""
    application = QApplication.instance() or make_application(["qusasat"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory(dir=folder) as place:
        store = QSettings(str(Path(place) / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store, application)
        for key, value in {"theme": "light", **values}.items():
            settings.set(key, value)
        desk = Desk(application, settings, watches=False)
        desk.window.resize(*SIZE)
        desk.window.show()
        desk.open(archive, create=not archive.exists())
        until(lambda: not desk.busy)
        desk.window.list.focus_rows()  # a caret that blinks would hide a letter now and then
        yield desk
        desk.window.close()
        desk.close()
        desk.deleteLater()


def keep(desk: Desk, path: Path) -> None:
    """Write what the window shows in its 256 commonest colours: text and lines need no more."""
    QApplication.processEvents()
    image = desk.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    table = [colour for colour, _ in Counter(pixels.tolist()).most_common(256)]
    image.convertToFormat(QImage.Format.Format_Indexed8, table).save(str(path), "PNG", 0)


def person(desk: Desk) -> None:
    """Open the page of the person who is named most."""
    model = desk.window.sidebar.sections[Facet.PERSON].model
    desk.navigation.open_entity(Subject(EntityKind.PERSON, str(model.index(0).data())))
    until(lambda: not desk.busy)


def closer(desk: Desk) -> None:
    """Come closer to the last year, then to its last month with articles."""
    timeline = desk.window.sidebar.timeline
    timeline.zoom_in()
    timeline.zoom_in()
    until(lambda: bool(timeline._days))


def nothing(desk: Desk) -> None:
    """Ask for a person and a body that no article names together."""
    for facet in (Facet.PERSON, Facet.ORGANISATION):
        model = desk.window.sidebar.sections[facet].model
        desk.navigation.choose(facet, str(model.index(0).data()))
    until(lambda: not desk.busy and bool(desk.window.list.empty.ways))


def source(desk: Desk) -> None:
    """Light up where the date of the first article was read."""
    until(lambda: desk.window.page.opened is not None)
    desk.window.page.sourceWanted.emit(Wanted("date"))
    until(lambda: desk.window.source.told is not None)


def coming_in(desk: Desk, folder: Path) -> None:
    """Import many pages and look while it goes on."""
    import json

    pages = folder / "pages"
    pages.mkdir()
    with resource("sample", "articles.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for number in range(900):
        row = rows[number % len(rows)]
        text = f"{row['section']}\n\n{row['title']}\n\n{row['content']}\n\n{number}"
        (pages / f"{number:03}.txt").write_text(text, encoding="utf-8")
    told: list[int] = []
    desk.importing.progressed.connect(lambda progress: told.append(progress.files_done))
    desk.window.import_paths([pages])
    until(lambda: any(done > 200 for done in told))


def main() -> None:
    """Make all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="qusasat-") as name:
        folder = Path(name)
        os.environ["QUSASAT_CACHE"] = str(folder / "cache")
        archive = folder / "قصاصات.qusasat"
        with window(archive, folder) as desk:
            desk.window.import_paths([resource("sample")])
            until(lambda: not desk.busy)
            keep(desk, out / "window-light.png")
            nothing(desk)
            keep(desk, out / "no-result.png")
        for picture, look, values in (
            ("window-dark", lambda _: None, {"theme": "dark"}),
            ("english", lambda _: None, {"language": "en"}),
            ("person", person, {}),
            ("date-zoom", closer, {}),
            ("source", source, {}),
        ):
            with window(archive, folder, **values) as desk:
                look(desk)
                keep(desk, out / f"{picture}.png")
        with window(archive, folder) as desk:
            coming_in(desk, folder)
            keep(desk, out / "import.png")
            desk.importing.cancel()
            until(lambda: not desk.busy)
    os._exit(0)


if __name__ == "__main__":
    main()
