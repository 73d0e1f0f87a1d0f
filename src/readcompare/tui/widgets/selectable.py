"""The two columns, in whose texts words are selected with the mouse: one side at a time, across rows."""

from __future__ import annotations

from textual import events
from textual.timer import Timer

from readcompare.tui.messages import MenuWanted, WordsSelected
from readcompare.tui.shown import Shown
from readcompare.tui.widgets.columns import TwoColumns
from readcompare.tui.widgets.contents import Entry, Ink, Item
from readcompare.tui.widgets.drawing import Mark
from readcompare.tui.widgets.pointing import character_at, side_at
from readcompare.views.selection import Selected, Selection, Spot, selected

_LEFT, _RIGHT = 1, 3
"""Buttons of the mouse."""
_PULL_EVERY = 0.06
"""Seconds for which a line scrolls while the mouse is held above or below the texts."""


class SelectableColumns(TwoColumns):
    """A drag selects, two clicks take a word, three a sentence; the right button asks what can be done."""

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self._selection: Selection | None = None
        self._pieces: dict[int, tuple[int, int]] = {}
        """The selected characters of an item, by its identity: a sentence may stand in two rows."""
        self._anchor: tuple[int, Spot] | None = None
        """The side and the place where the button went down."""
        self._was_dragged = False
        self._pull: tuple[int, int] = (0, 0)
        """The cell at which the mouse is held outside the texts."""
        self._puller: Timer | None = None

    @property
    def selected(self) -> Selected | None:
        """What is selected, as it stands in the source; None when nothing is."""
        if self._selection is None:
            return None
        found = selected(self._shown.comparison, self._shown.rows, self._shown.places, self._selection)
        return found if found.text else None

    def show(self, shown: Shown) -> None:
        """Show other rows, with nothing selected; what only marks them otherwise leaves the selection."""
        if shown.rows is not self._shown.rows or shown.places != self._shown.places:
            self._anchor = None
            self._take(None)
        super().show(shown)

    def select_nothing(self) -> bool:
        """Take the selection away; False when there was none."""
        had = self._selection is not None
        self._take(None)
        return had

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where the button went down, in case the mouse is dragged."""
        self._was_dragged = False
        self._anchor = self._spot(event.x, event.y) if event.button == _LEFT else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down to where the mouse is."""
        if self._anchor is None:
            return
        if event.button != _LEFT:  # it was let go outside the window
            self._let_go()
            return
        if self.app.mouse_captured is not self:
            self.capture_mouse()
        self._select_to(event.x, event.y)
        outside = not self._plan.header <= event.y < self.size.height
        self._pull = event.x, event.y
        if outside and self._puller is None:
            self._puller = self.set_interval(_PULL_EVERY, self._pull_on)
        elif not outside:
            self._stop_pulling()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Tell what is selected."""
        if event.button == _LEFT:
            self._let_go()
            if self._was_dragged:
                self._tell()

    def on_click(self, event: events.Click) -> None:
        """What a drag has done is no click; two clicks take a word, three a sentence, the right button asks."""
        if self._was_dragged or event.button == _RIGHT or event.chain > 1:
            # Textual would ask the class above too.
            event.prevent_default()
            event.stop()
        if self._was_dragged:
            self._was_dragged = False
        elif event.button == _RIGHT:
            row = self._plan.row_at(self.scroll_offset.y + event.y - self._plan.header)
            self.post_message(MenuWanted(None if row is None else self._place(row)))
        elif event.chain > 1:
            self._take_around(event.x, event.y, is_word=event.chain == 2)
        else:
            self._take(None)

    def _layers(self, item: Item) -> list[Mark]:
        piece = self._pieces.get(id(item))
        return [(*piece, Ink.SELECTED), *super()._layers(item)] if piece else super()._layers(item)

    def _select_to(self, x: int, y: int) -> None:
        if self._anchor is None:
            return
        side, spot = self._anchor
        head = self._spot(x, max(self._plan.header, min(y, self.size.height - 1)), side)
        if head is None or (head[1] == spot and not self._was_dragged):
            return
        self._was_dragged = True
        self._take(Selection.between(side, spot, head[1]))

    def _take_around(self, x: int, y: int, *, is_word: bool) -> None:
        """Select the word or the sentence at a cell."""
        found = self._spot(x, y)
        if found is None:
            return
        side, spot = found
        row = self._shown.rows[spot.row]
        sentences = (row.a, row.b)[side]
        text = sentences[spot.sentence].text if spot.sentence < len(sentences) else ""
        if spot.character >= len(text):
            return
        start, end = 0, len(text)
        if is_word:
            start, end = _word(text, spot.character)
        first, last = (Spot(spot.row, spot.sentence, place) for place in (start, max(start, end - 1)))
        self._take(Selection(side, first, last))
        self._tell()

    def _spot(self, x: int, y: int, side: int | None = None) -> tuple[int, Spot] | None:
        """The side and the character at a cell of the window, or the nearest one of `side`; None where is no text."""
        line = self.scroll_offset.y + y - self._plan.header
        row = self._plan.row_at(line) if y >= self._plan.header else None
        if row is None and side is not None and self._plan.rows:
            row = 0 if line < self._plan.top(0) else self._plan.rows - 1
        if row is None:
            return None
        entry, line = self._contents.entries[row], line - self._plan.top(row)
        there = side_at(entry, self._plan.geometry, line, x) if side is None else side
        if there is None:
            return None
        return there, Spot(self._shown.places[row], *character_at(entry, self._plan.geometry, line, x, there))

    def _take(self, selection: Selection | None) -> None:
        if selection == self._selection:
            return
        self._selection = selection
        self._pieces = {}
        if selection:
            for row, place in enumerate(self._shown.places):
                if selection.first.row <= place <= selection.last.row:
                    self._pieces |= self._pieces_of(self._contents.entries[row], place, selection)
        self._forget()

    def _pieces_of(self, entry: Entry, place: int, selection: Selection) -> dict[int, tuple[int, int]]:
        row = self._shown.rows[place]
        found = {}
        count = len((row.a, row.b)[selection.side])
        for number, item in enumerate((entry.a, entry.b)[selection.side][:count]):
            start, end = selection.part_of(place, number, item.paragraph.text)
            if start < end:
                found[id(item)] = start, end
        return found

    def _pull_on(self) -> None:
        """Scroll by a line towards where the mouse is held, and select on."""
        x, y = self._pull
        if self._anchor is None:
            self._stop_pulling()
            return
        self.scroll_to(y=self.scroll_offset.y + (1 if y >= self.size.height else -1), animate=False)
        self._select_to(x, y)

    def _let_go(self) -> None:
        self._anchor = None
        self._stop_pulling()
        if self.app.mouse_captured is self:
            self.release_mouse()

    def _stop_pulling(self) -> None:
        if self._puller:
            self._puller.stop()
            self._puller = None

    def _tell(self) -> None:
        found = self.selected
        if found:
            self.post_message(WordsSelected(found))


def _word(text: str, place: int) -> tuple[int, int]:
    """The word at a character, or the signs between two words."""
    kind = text[place].isalnum()
    start = end = place
    while start > 0 and text[start - 1].isalnum() is kind:
        start -= 1
    while end < len(text) and text[end].isalnum() is kind:
        end += 1
    return start, end
