"""The same report saved from several papers: counted once, found from each other, compared."""

import json

from PySide6.QtCore import QUrl

from gui.dialogs.comparing import ComparingDialog
from tests.newsarchive.families.reports import AGENCY, CUT, SOHAR


def saved(folder):
    printed = [
        ("افتتاح توسعة ميناء صحار", AGENCY, "الأيام"),
        ("ميناء صحار يضاعف طاقته", AGENCY.replace("ثلاث شركات", "أربع شركات"), "الخليج"),
        ("توسعة في ميناء صحار", CUT, "الساحل"),
        ("صحار يتخطى النهضة", SOHAR, "الملعب"),
    ]
    for number, (title, body, paper) in enumerate(printed):
        record = {"title": title, "content": body, "source": paper, "date": "2025-12-15"}
        (folder / f"{number}.json").write_text(json.dumps([record]), encoding="utf-8")
    return folder


def test_a_report_of_three_papers_is_one_row_and_its_copies_are_a_click_away(reader, tmp_path):
    folder = tmp_path / "محفوظات"
    folder.mkdir()
    reader.imports(saved(folder))
    window = reader.window
    assert len(reader.titles()) == 4
    window.actions_by_id["count_once"].trigger()
    reader.waits()
    assert len(reader.titles()) == 2
    reader.searches("«ثلاث شركات»")
    assert reader.titles() == ["افتتاح توسعة ميناء صحار"]
    assert window.list.model.hit(0).copies == 3
    assert {copy.outlet for copy in window.page.opened.family} == {"الخليج", "الساحل"}
    (other,) = (copy.id for copy in window.page.opened.family if copy.outlet == "الخليج")
    window.actions_by_id["compare"].trigger()
    dialog = window.findChild(ComparingDialog)
    dialog.choice.setCurrentIndex(dialog.choice.findData(other))
    reader.until(lambda: "أربع شركات" in dialog.text.toPlainText())
    dialog.only.click()
    assert len(dialog.text.toPlainText().splitlines()) == 2
    dialog.close()
    window.page.anchorClicked.emit(QUrl(f"copy:{other}"))
    reader.waits()
    assert window.page.opened.stored.article.title == "ميناء صحار يضاعف طاقته"
