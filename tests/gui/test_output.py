"""What leaves the archive from the window: files and paper."""

import json
import sys

import pypdfium2
import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from gui import output as output_module
from gui.exporting import Exporting, words_of
from newsarchive.commands.parser import parser
from newsarchive.search.query import Choice, Facet, Query, Sort

TELL = """
import json, sys
print(json.dumps({"event": "progress", "articles": 2, "articles_total": 5}), flush=True)
print(json.dumps({"event": "done", "articles": 5}), flush=True)
open(sys.argv[sys.argv.index("-o") + 1], "w").write(json.dumps(sys.argv[1:]))
"""
FAIL = "import sys; print('no room', file=sys.stderr); sys.exit(1)"
WAIT = "print('{}', flush=True); input()"


@pytest.fixture
def exporting(qapp):
    made = []

    def make(script):
        one = Exporting(None, (sys.executable, "-c", script))
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


def test_an_export_tells_how_far_it_is_and_what_came_of_it(exporting, tmp_path, qtbot):
    one, out = exporting(TELL), tmp_path / "out.csv"
    told = []
    one.progressed.connect(lambda *numbers: told.append(numbers))
    with qtbot.waitSignal(one.finished) as finished:
        one.start(tmp_path / "a.qusasat", out, "csv", ["--", "ميناء"])
        assert one.running
        one.start(tmp_path / "a.qusasat", tmp_path / "other", "csv", [])
    assert finished.args == [out, 5]
    assert told == [(2, 5)]
    assert json.loads(out.read_text())[-2:] == ["--", "ميناء"]
    assert not (tmp_path / "other").exists()


def test_an_export_that_fails_says_why(exporting, tmp_path, qtbot):
    one = exporting(FAIL)
    with qtbot.waitSignal(one.broken) as broken:
        one.start(tmp_path / "a", tmp_path / "b", "csv", [])
    assert broken.args == ["no room"]


def test_an_export_can_be_stopped(exporting, tmp_path, qtbot):
    one = exporting(WAIT)
    with qtbot.waitSignal(one.cancelled):
        one.start(tmp_path / "a", tmp_path / "b", "csv", [])
        qtbot.waitUntil(lambda: one.running)
        one.cancel()
    assert not one.running


def test_the_command_line_reads_what_the_window_asks():
    import datetime as dt

    query = Query(
        "-رويترز",
        (Choice(Facet.PERSON, "علي = حسن"), Choice(Facet.SOURCE, "الساحل", exclude=True)),
        dt.date(2025, 1, 1),
        dt.date(2025, 2, 1),
        Sort.OLDEST,
        once=True,
        exactly=True,
    )
    line = ["export", "--archive", "a", "--format", "pdf", "-o", "o", *words_of(query)]
    from newsarchive.commands.exporting import query_of

    assert query_of(parser("ar").parse_args(line)) == query


@pytest.fixture
def asked(people, monkeypatch, tmp_path):
    """Calls an output action whose file dialog is answered with a name of this ending."""

    def ask(action, name, kind=0):
        out = tmp_path / name
        shown = []

        def answer(parent, title, start, kinds):
            shown.append((title, start))
            return str(out), kinds.split(";;")[kind]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        people.window.actions_by_id[action].trigger()
        return out, shown

    return ask


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        texts = []
        for page in document:
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
        return texts
    finally:
        document.close()


def written(people, qtbot, out):
    qtbot.waitUntil(lambda: not people.exporting.running and out.exists())


def test_the_open_article_is_saved_as_pdf(people, asked, qtbot):
    people.window.list.move(1)
    qtbot.waitUntil(lambda: not people.busy)
    title = people.window.page.opened.stored.article.title
    out, shown = asked("save_pdf", "مقال.pdf")
    assert shown[0][1] == f"{title}.pdf"
    written(people, qtbot, out)
    (page,) = text_of(out)
    assert title in " ".join(page.split())
    assert str(out) in people.window.status._understood.text()
    assert not people.window.status._bar.isVisible()


def test_the_selected_rows_are_exported(people, asked, qtbot):
    view, model = people.window.list.view, people.window.list.model
    chosen = view.selectionModel()
    for row in (0, 2):
        flag = QItemSelectionModel.SelectionFlag
        chosen.select(model.index(row), flag.Select | flag.Rows)
    titles = [model.hit(row).title.text for row in (0, 2)]
    out, _ = asked("export", "نتيجة.pdf")
    written(people, qtbot, out)
    pages = [" ".join(page.split()) for page in text_of(out)]
    assert [title in page for title, page in zip(titles, pages, strict=True)] == [True, True]


def test_the_whole_result_is_exported_in_the_format_that_was_chosen(people, asked, qtbot):
    people.navigation.type("البيان")
    qtbot.waitUntil(lambda: not people.busy and people.window.list.model.rowCount() == 1)
    out, _ = asked("export", "نتيجة", kind=2)
    out = out.with_suffix(".csv")
    written(people, qtbot, out)
    assert len(out.read_text("utf-8-sig").splitlines()) == 2


def test_no_file_chosen_nothing_written(people, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    people.window.actions_by_id["export"].trigger()
    assert not people.exporting.running


def printed_on(people, qtbot, monkeypatch, out):
    """Print through the dialog, on a printer that is a file."""

    def open_(dialog):
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        dialog.finished.emit(1)

    monkeypatch.setattr(output_module.QDialog, "open", open_)
    people.window.actions_by_id["print"].trigger()
    said = people.window.status._understood
    qtbot.waitUntil(lambda: "طُبع" in said.text())
    return text_of(out)


def test_the_open_article_is_printed(people, qtbot, monkeypatch, tmp_path):
    title = people.window.page.opened.stored.article.title
    (page,) = printed_on(people, qtbot, monkeypatch, tmp_path / "printed.pdf")
    assert title in " ".join(page.split())


def test_the_selected_rows_are_printed(people, qtbot, monkeypatch, tmp_path):
    people.window.list.view.selectAll()
    assert len(printed_on(people, qtbot, monkeypatch, tmp_path / "printed.pdf")) == 4


def test_too_many_are_not_printed(people, monkeypatch):
    monkeypatch.setattr(output_module, "MOST_PRINTED", 3)
    people.window.list.view.selectAll()
    people.window.actions_by_id["print"].trigger()
    assert "3" in people.window.status._understood.text()
    assert people.window.findChild(QPrintDialog) is None


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_refuses_is_told(people, qtbot, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "printed.pdf"))
    output = people.window.output
    with qtbot.waitSignal(output.told):
        output.print_on(printer, (people.window.page.opened.stored,))
    assert not output._printing.running
