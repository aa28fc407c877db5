"""The window on a real screen: ``python -m tests.journeys.on_screen ARCHIVE SETTINGS``.

Tells on standard output, a JSON object a line, what a reader would see whenever that has settled.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from gui.application import Desk, make_application
from gui.settings import Settings


def main() -> int:
    """Show the window until it is closed."""
    application = make_application(["qusasat"])
    store = QSettings(sys.argv[2], QSettings.Format.IniFormat)
    desk = Desk(application, Settings(store, application), watches=False)

    def tell() -> None:
        model, opened = desk.window.list.model, desk.window.page.opened
        hits = [model.hit(row) for row in range(model.rowCount())]
        seen = {
            "platform": application.platformName(),
            "line": desk.navigation.query.text,
            "choices": [[c.value, c.exclude] for c in desk.navigation.query.choices],
            "titles": [hit.title.text for hit in hits if hit is not None],
            "article": opened.stored.article.title if opened is not None else "",
            "focus": type(application.focusWidget()).__name__,
        }
        sys.stdout.write(json.dumps(seen, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    desk.asking.settled.connect(tell)
    application.focusChanged.connect(tell)
    desk.window.show()
    desk.open(Path(sys.argv[1]))
    status = application.exec()
    desk.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
