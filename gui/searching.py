"""The search bar's part in the window: what is typed, proposed, chosen and understood."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from gui.answers import Completed
from gui.asking import Asking
from gui.navigation import Navigation
from gui.panes.search_bar import SearchBar
from newsarchive.search.query import Choice, Query, Results


class Searching(QObject):
    """Connects the bar with the archive's answers and with the place one is at."""

    def __init__(self, bar: SearchBar, asking: Asking, navigation: Navigation) -> None:
        super().__init__(bar)
        self._bar, self._asking, self._navigation = bar, asking, navigation
        asking.completionsArrived.connect(self._offer)
        bar.allDropped.connect(navigation.clear_choices)
        bar.backWanted.connect(navigation.back)
        bar.choiceDropped.connect(self._drop)
        bar.completionWanted.connect(asking.complete)
        bar.exactlyWanted.connect(navigation.take_exactly)
        bar.forwardWanted.connect(navigation.forward)
        bar.rangeDropped.connect(lambda: navigation.between(None, None))
        bar.typed.connect(navigation.type)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands about searching do."""
        navigation = self._navigation
        return {
            "clear_choices": navigation.clear_choices,
            "exactly": lambda: navigation.take_exactly(not navigation.query.exactly),
            "focus_search": self._bar.focus_field,
        }

    def show_query(self, query: Query) -> None:
        """Show what is asked."""
        self._bar.show_query(query)

    def show_results(self, results: Results) -> None:
        """Show how the line was read."""
        self._bar.reading.show_reading(results)

    @Slot(object)
    def _offer(self, completed: Completed) -> None:
        self._bar.offer(completed.line, completed.cursor, completed.proposals)

    @Slot(object)
    def _drop(self, choice: Choice) -> None:
        self._navigation.unchoose(choice.facet, choice.value)
