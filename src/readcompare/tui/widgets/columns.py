"""The two columns: both texts wrapped and in step, drawn line by line as far as they are seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from readcompare.model.text import Excerpt
from readcompare.tui.messages import RowPointed, SignPointed, WindowMoved
from readcompare.tui.shown import Shown
from readcompare.tui.widgets.contents import Entries, Ink, Item, contents, words_item
from readcompare.tui.widgets.drawing import Mark, Pen, Strips, on_top
from readcompare.tui.widgets.plan import GUTTER, MARGIN, OVERVIEW, SIGNS, Plan
from readcompare.tui.widths import STACKED_BELOW
from readcompare.views.highlights import displayed
from readcompare.views.marking import Found, found_in_words

_FOUND_INKS = {Found.VERB: Ink.FOUND_VERB, Found.TERM: Ink.FOUND_TERM, Found.PHRASE: Ink.FOUND_PHRASE}
"""Of two on one word the first one is seen."""
_DIFFERENT = (Ink.CHANGED_A, Ink.CHANGED_B, Ink.ONLY_A, Ink.ONLY_B)
_PARTS = ("columns--header", "columns--cursor", "columns--mark")
_PREFACE = -1
"""Key of the drawn preface, beside those of the rows."""


class _Looks(Struct, frozen=True):
    """The styles of whole lines, asked for once: Textual works them out anew each time."""

    plain: Style
    header: Style
    cursor: Style
    mark: Style


class TwoColumns(ScrollView, inherit_bindings=False):
    """Both readouts, row beside row; narrow windows show the sides one under the other."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*(ink.value for ink in Ink), *_PARTS}
    ALLOW_SELECT = False  # Textual's own selection would run across both columns

    cursor: reactive[int] = reactive(0)
    """Place of the current row in reading order."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown
        self._whole = contents(shown.comparison, shown.rows)
        self._contents = self._whole
        self._sight = (-1, -1)
        # The width is not known yet, so no row is laid out.
        self._plan = Plan(replace(self._contents, entries=Entries(())), STACKED_BELOW, stacked=False)
        self._drawn: LRUCache[int, Strips] = LRUCache(512)
        self._names: Strips | None = None
        self._pen: Pen | None = None
        self._found: dict[str, dict[Found, tuple[Excerpt, ...]]] | None = None
        """What findings point at, once it is asked for."""
        self._looks: _Looks | None = None

    @property
    def window(self) -> int:
        """Number of lines of the rows that are seen at once."""
        return max(1, self.scrollable_content_region.height - self._plan.header)

    def render_line(self, y: int) -> Strip:
        """Line `y` of the window."""
        looks = self._looks = self._looks or self._ask_looks()
        if y < self._plan.header:
            return Strip.join((Strip.blank(MARGIN), self._header()[y])).apply_style(looks.header)
        line = self.scroll_offset.y + y - self._plan.header
        row = self._plan.row_at(line)
        first = 0 if row is None else self._plan.top(row)
        strips = self._strips(_PREFACE if row is None else row)
        if line - first >= len(strips):
            return Strip.blank(self._plan.geometry.width, looks.plain)
        is_here = row is not None and self._shown.places[row] == self.cursor
        sign = "+" if row is not None and line == first and self._is_marked(row) else "▌" if is_here else " "
        margin = Strip([Segment(sign, looks.mark)])
        return Strip.join((margin, strips[line - first])).apply_style(looks.cursor if is_here else looks.plain)

    def show(self, shown: Shown) -> None:
        """Show other rows, or another comparison; the screen sees to it that the current row is one of them."""
        if shown.rows is not self._shown.rows:
            self._found = None
            self._whole = contents(shown.comparison, shown.rows)
        moved = shown.rows is not self._shown.rows or shown.places != self._shown.places
        self._shown = shown
        if not moved:
            self._forget()
            return
        self._contents = self._whole
        if len(shown.places) < len(shown.rows):
            notes = self._whole.notes if shown.places else (words_item("No row is left; Escape shows all of them."),)
            self._contents = replace(self._whole, entries=self._whole.entries.of(shown.places), notes=notes)
        if self.is_mounted and self.size.width:
            self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell which rows came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_sight()

    def watch_cursor(self) -> None:
        """Bring the current row into the window."""
        self.reveal()

    def reveal(self) -> None:
        """Scroll as little as it takes to see the current row, or its beginning when it is taller than the window."""
        if not self._plan.rows:
            return
        seen, window = self.scroll_offset.y, self.window
        top, bottom = self._extent()
        if top <= seen and seen + window <= bottom:
            return  # it fills the window
        if top < seen or bottom - top > window:
            self.scroll_to(y=top, animate=False)
        elif bottom > seen + window:
            self.scroll_to(y=bottom - window, animate=False)

    def read_on(self, direction: int) -> bool:
        """Scroll inside the current row when it is taller than the window; False when it is read to its end."""
        if not self._plan.rows:
            return False
        seen, window = self.scroll_offset.y, self.window
        top, bottom = self._extent()
        in_sight = top < seen + window and bottom > seen
        if bottom - top <= window or not in_sight:
            return False
        # One line stays in sight, so that the eye finds its place.
        target = min(seen + window - 1, bottom - window) if direction > 0 else max(seen - window + 1, top)
        if (target - seen) * direction <= 0:
            return False
        self.scroll_to(y=target, animate=False)
        return True

    def page_down(self) -> int:
        """Scroll on by one window, leaving no line out; the row that is then to be the current one."""
        seen = self.scroll_offset.y
        unseen = seen + self.window
        row = self._plan.row_at(unseen)
        if row is None:
            return self._place(self._plan.rows - 1)
        # A row that is seen in part is begun anew, unless it fills the window.
        top = self._plan.top(row)
        self.scroll_to(y=top if top > seen else unseen, animate=False)
        return self._place(row)

    def page_up(self) -> int:
        """Scroll back by one window, leaving no line out; the row that is then to be the current one."""
        seen = max(0, self.scroll_offset.y - self.window)
        self.scroll_to(y=seen, animate=False)
        row = self._plan.row_at(seen)
        if row is None:
            return self._place(0)
        begins_above = self._plan.top(row) < seen
        next_in_sight = self._plan.bottom(row) + 1 < seen + self.window
        return self._place(row + 1 if begins_above and next_in_sight and row + 1 < self._plan.rows else row)

    def on_resize(self) -> None:
        """Lay out anew; the current row keeps its place in the window."""
        distance = self._extent()[0] - self.scroll_offset.y
        self._lay_out()
        self.scroll_to(y=max(0, self._extent()[0] - distance), animate=False)
        self.reveal()

    def on_click(self, event: events.Click) -> None:
        """Tell which row the user points at, and whether at its signs."""
        line = self.scroll_offset.y + event.y - self._plan.header
        row = self._plan.row_at(line) if event.y >= self._plan.header else None
        if row is None:
            return
        event.stop()
        self.post_message((SignPointed if self._is_sign(event.x) else RowPointed)(self._place(row)))

    def _is_marked(self, row: int) -> bool:
        if not self._shown.marked:
            return False
        shown = self._shown.rows[self._shown.places[row]]
        return all(sentence.id in self._shown.marked for sentence in (*shown.a, *shown.b))

    def _is_sign(self, x: int) -> bool:
        geometry = self._plan.geometry
        if geometry.stacked:
            return MARGIN <= x < MARGIN + SIGNS
        return 0 <= x - MARGIN - geometry.column < GUTTER

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        super().notify_style_update()
        self._looks = None
        self._forget()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        self._plan = Plan(self._contents, width, stacked=self.outer_size.width + OVERVIEW < STACKED_BELOW)
        self._forget()
        self.virtual_size = Size(width, self._plan.lines + self._plan.header)
        self._tell_sight()

    def _forget(self) -> None:
        self._drawn.clear()
        self._names = self._pen = None
        self.refresh()

    def _place(self, row: int) -> int:
        """Place in reading order of a row of the plan; the current row when there is none."""
        return self._shown.places[row] if 0 <= row < len(self._shown.places) else self.cursor

    def _extent(self) -> tuple[int, int]:
        """First line of the current row and one past its last.

        What stands before the first row is read with it, unless it would fill most of a small window.
        """
        row = self._shown.position(self.cursor)
        if row is None or row >= self._plan.rows:
            return 0, 0
        top = self._plan.top(row)
        return top if row or top > self.window // 2 else 0, self._plan.bottom(row)

    def _tell_sight(self) -> None:
        """Tell the screen which rows are in sight, when these are others than before."""
        last_line = min(self.scroll_offset.y + self.window, self._plan.lines) - 1
        first = self._plan.row_at(self.scroll_offset.y) or 0
        last = self._plan.row_at(last_line)
        sight = (first, self._plan.rows - 1 if last is None else last)
        if sight != self._sight:
            self._sight = sight
            self.post_message(WindowMoved(*sight))

    def _take_pen(self) -> Pen:
        """The pen for what is shown now; asking Textual for the styles takes longer than drawing a row."""
        if self._pen is None:
            styles = {ink: self.get_component_rich_style(ink.value, partial=True) for ink in Ink}
            if not self._shown.marking.words:
                styles |= dict.fromkeys(_DIFFERENT, styles[Ink.PLAIN])
            self._pen = Pen(self._plan.geometry, styles, lambda item: on_top(self._layers(item)))
        return self._pen

    def _layers(self, item: Item) -> list[Mark]:
        """What is marked in a sentence, what lies on top first: the words looked for, what a finding points at."""
        sentence, text = item.label.text, item.paragraph.text
        if not sentence or item.label.ink not in (Ink.ID_A, Ink.ID_B) or len(sentence) < 2:
            return []
        evidence = displayed(self._shown.comparison, self._shown.evidence, sentence, text)
        return [
            *((start, end, Ink.HIT) for start, end in self._shown.narrowing.query.hits(text)),
            *((start, end, Ink.EVIDENCE) for start, end in evidence),
            *self._found_marks(sentence, text),
        ]

    def _found_marks(self, sentence: str, text: str) -> Iterator[Mark]:
        """What findings point at in a sentence, shown as `text`."""
        if not self._shown.marking.findings:
            return
        if self._found is None:
            self._found = found_in_words(self._shown.comparison)
        here = self._found.get(sentence, {})
        for what, ink in _FOUND_INKS.items():
            for start, end in displayed(self._shown.comparison, here.get(what, ()), sentence, text):
                # The blanks beside it would else keep the line under them that the words have lost.
                before, after = text[:start].rstrip(), text[end:].lstrip()
                yield (start, end, ink) if what is Found.TERM else (len(before), len(text) - len(after), ink)

    def _ask_looks(self) -> _Looks:
        plain = self.rich_style
        header, cursor, mark = (self.get_component_rich_style(name, partial=True) for name in _PARTS)
        return _Looks(plain, plain + header, plain + cursor, mark)

    def _header(self) -> Strips:
        if self._names is None:
            self._names = self._take_pen().names(self._contents)
        return self._names

    def _strips(self, row: int) -> Strips:
        strips = self._drawn.get(row)
        if strips is None:
            pen = self._take_pen()
            strips = pen.preface(self._plan.preface) if row == _PREFACE else pen.entry(self._contents.entries[row])
            self._drawn[row] = strips
        return strips
