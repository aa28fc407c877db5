"""Arabic or English: translators and the direction of the window."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from resources import resource


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text of a table for translation; Qt's own of this name is not typed as text."""
    return text


class Language:
    """The language that the application speaks now."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []

    def use(self, code: str) -> None:
        """Speak "ar" or "en" and turn that way; windows built before keep their texts.

        What Qt's own translation lacks or calls by older names stands in ``qt_ar.ts``.
        """
        self.leave()
        self._translators = [
            *self._loaded(f"qtbase_{code}", QLibraryInfo.path(_TRANSLATIONS)),
            *self._loaded(f"qt_{code}", str(resource("translations"))),
            *self._loaded(f"qusasat_{code}", str(resource("translations"))),
        ]
        for translator in self._translators:
            self._application.installTranslator(translator)
        country = QLocale.Country.Oman if code == "ar" else QLocale.Country.UnitedKingdom
        language = QLocale.Language.Arabic if code == "ar" else QLocale.Language.English
        QLocale.setDefault(QLocale(language, country))
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if code == "ar" else Qt.LayoutDirection.LeftToRight
        )

    def leave(self) -> None:
        """Take the translators off again."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []

    def _loaded(self, name: str, folder: str) -> list[QTranslator]:
        translator = QTranslator(self._application)
        return [translator] if translator.load(name, folder) else []


_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath
