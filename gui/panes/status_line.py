"""What is happening: the archive, what was understood, the import under way."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from gui.appearance import Appearance
from gui.wording import Wording, isolated

if TYPE_CHECKING:
    from gui.importing import ImportProgress
    from newsarchive.watched import WatchedFolder


class StatusLine(QWidget):
    """One line at the bottom; cancelling an import and reading its failures are one click away."""

    cancelWanted = Signal()
    failuresWanted = Signal()
    trashWanted = Signal()

    def __init__(
        self, appearance: Appearance, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._wording = wording
        self._archive = QLabel(self)
        self._unread = QLabel(self)
        self._unread.setToolTip(
            self.tr("يُقرأ ما فيها من نص إذا ثُبّت برنامج Tesseract بالعربية وأعيدت قراءتها")
        )
        self._watched = QLabel(self)
        self._watched.hide()
        self._understood = QLabel(self)
        self._work = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("تقدم الاستيراد"))
        self._cancel = self._link(self.tr("إلغاء"), self.cancelWanted)
        self._trashed = self._link("", self.trashWanted)
        self._trashed.setToolTip(self.tr("حُذفت من قبل فلم تُستورد؛ افتح السلة لاستعادتها"))
        self._failures = self._link("", self.failuresWanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(12)
        line.addWidget(self._archive)
        line.addWidget(self._unread)
        self._unread.hide()
        line.addWidget(self._watched)
        line.addWidget(self._understood, 1)
        for widget in (self._work, self._bar, self._cancel, self._trashed, self._failures):
            line.addWidget(widget)
            widget.hide()
        appearance.changed.connect(self._dress)
        self._dress()

    def show_archive(self, name: str) -> None:
        """Show the name of the open archive."""
        self._archive.setText(isolated(name))

    def show_unread(self, count: int) -> None:
        """Show how many articles are pictures whose text nothing has read."""
        text = self.tr("%1 صورة لم تُقرأ", "", count)
        self._unread.setText(text.replace("%1", self._wording.number(count)))
        self._unread.setVisible(count > 0)

    @Slot(object)
    def show_watched(self, folders: "Sequence[WatchedFolder]") -> None:
        """Show how many folders are watched, and whether one of them is gone."""
        gone = [one for one in folders if one.missing_since]
        text = self.tr("يراقب %1 مجلد", "", len(folders)) if folders else ""
        text = text.replace("%1", self._wording.number(len(folders)))
        if gone:
            missing = self.tr("%1 غير متاح", "", len(gone))
            text = f"{text} · {missing.replace('%1', self._wording.number(len(gone)))}"
        self._watched.setText(text)
        self._watched.setToolTip("\n".join(str(one.path) for one in folders))
        self._watched.setVisible(bool(folders))

    def show_understood(self, text: str) -> None:
        """Show how the typed line was read, or anything worth a sentence."""
        self._understood.setText(text)

    def show_import(self, progress: "ImportProgress", *, running: bool) -> None:
        """Show how far an import is, or how it ended."""
        number = self._wording.number
        if running:
            text = self.tr("استيراد: %1 من %2 ملف، %3 مقال", "", progress.articles)
            text = text.replace("%1", number(progress.files_done))
            text = text.replace("%2", number(progress.files_total))
            text = text.replace("%3", number(progress.articles))
            if left := self._time_left(progress):
                text = f"{text} · {left}"
        else:
            text = self.tr("استُورد %1 مقال", "", progress.articles)
            text = text.replace("%1", number(progress.articles))
            if progress.duplicates:
                same = self.tr("%1 مكرر", "", progress.duplicates)
                text = f"{text} · {same.replace('%1', number(progress.duplicates))}"
        self._work.setText(text)
        self._work.show()
        self._bar.setRange(0, progress.files_total)
        self._bar.setValue(progress.files_done)
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        trashed = self.tr("%1 في سلة المحذوفات", "", progress.trashed)
        self._trashed.setText(trashed.replace("%1", number(progress.trashed)))
        self._trashed.setVisible(progress.trashed > 0 and not running)
        failed = self.tr("تعذّر %1 ملف", "", progress.failed)
        self._failures.setText(failed.replace("%1", number(progress.failed)))
        self._failures.setVisible(progress.failed > 0)

    @Slot(int, int)
    def show_export(self, written: int, total: int) -> None:
        """Show how much of a file is written; ``total`` is 0 until it is known."""
        text = self.tr("تصدير: %1 من %2", "", total) if total else self.tr("تصدير…")
        text = text.replace("%1", self._wording.number(written))
        self._work.setText(text.replace("%2", self._wording.number(total)))
        self._bar.setRange(0, total)
        self._bar.setValue(written)
        for widget in (self._work, self._bar, self._cancel):
            widget.show()

    @Slot()
    def end_work(self) -> None:
        """Nothing is under way any more."""
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()

    def show_indexing(self, *, running: bool) -> None:
        """Show that the index is being brought up to the file."""
        self._work.setText(self.tr("يُفهرس الأرشيف…") if running else "")
        self._work.setVisible(running)
        self._bar.setRange(0, 0)
        self._bar.setVisible(running)

    def _time_left(self, progress: "ImportProgress") -> str:
        """The minutes left at the present rate of articles, when it can be told."""
        done = progress.files_done
        if progress.rate <= 0 or not done or done >= progress.files_total:
            return ""
        to_come = progress.articles / done * (progress.files_total - done)
        minutes = round(to_come / progress.rate / 60)
        if minutes < 1:
            return self.tr("أقل من دقيقة")
        text = self.tr("نحو %1 دقيقة", "", minutes)
        return text.replace("%1", self._wording.number(minutes))

    def _link(self, text: str, signal: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(signal)
        return button

    @Slot()
    def _dress(self) -> None:
        look = self._appearance
        for widget in (
            self._archive,
            self._unread,
            self._watched,
            self._understood,
            self._work,
            self._cancel,
            self._trashed,
            self._failures,
        ):
            widget.setFont(look.font("small"))
        self._bar.setFixedSize(look.px(160), look.px(4))
        self.setFixedHeight(look.measure("status_line") + 4)
