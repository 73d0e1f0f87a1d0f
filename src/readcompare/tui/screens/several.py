"""The reading screen where there are three and more sides: two of them at a time, and a key to the next two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.app import ComposeResult

from readcompare.model.comparison import Comparison
from readcompare.session import Session
from readcompare.tui.keys import bindings
from readcompare.tui.screens.help import HelpScreen
from readcompare.tui.screens.reading import ReadingScreen
from readcompare.tui.several_commands import SEVERAL
from readcompare.tui.shown import Shown
from readcompare.tui.surroundings import Surroundings

if TYPE_CHECKING:
    from readcompare.editing.desk import Desk


class SeveralHelp(HelpScreen):
    """Help with the keys that go from two sides to two others."""

    def parts(self) -> ComposeResult:
        """The keys that are here alone, and then what the page says of two sides."""
        yield from self.keys_of("Three and more sides", SEVERAL)
        yield from super().parts()


class SeveralScreen(ReadingScreen):
    """Reads two of several sides; the place is kept where the next two have the same sentence."""

    BINDINGS = bindings(SEVERAL)
    beside = SEVERAL
    help_page = SeveralHelp
    """What is shown when help is asked for."""

    def __init__(self, comparison: Comparison, surroundings: Surroundings) -> None:
        super().__init__(comparison, surroundings)
        self._desks: dict[tuple[int, int], Desk | None] = {}
        """Work by hand on the pairs that were left, with all that can be undone."""
        self.shown = self._named(self.shown)

    def show(self, shown: Shown, cursor: int | None = None) -> None:
        """Show something else, and say which two sides these are."""
        super().show(self._named(shown), cursor)

    def action_pair(self, direction: int) -> None:
        """Read the next two sides, or those before."""
        if self.desk is not None and not self.desk.is_safe:
            self.say("Work by hand on these two sides is in no file yet; ctrl+k writes it to one.")
            return
        session, pairs = self.session, self.surroundings.pairs
        if session is None:
            here = pairs.index(self.shown.comparison)
            self.show(self._fresh().of(pairs[(here + direction) % len(pairs)]), 0)
            return
        wanted = session.pairs[(session.pairs.index(session.pair) + direction) % len(session.pairs)]
        self._compare(lambda: session.with_pair(wanted), "Two other sides.")

    def adopt(self, session: Session) -> Session:
        """Other sides have other work by hand: each pair goes on with its own."""
        if self.session is None or session.pair == self.session.pair:
            return super().adopt(session)
        self._desks[self.session.pair] = self.desk
        self.desk = self._desks.get(session.pair)
        self.shown = self._fresh()
        return super().adopt(session)

    def _fresh(self) -> Shown:
        """What is shown without what was marked or pointed at in it."""
        return replace(self.shown, marked=frozenset(), evidence=())

    def _named(self, shown: Shown) -> Shown:
        """With the words that tell which two of the sides these are."""
        session, pairs = self.session, self.surroundings.pairs
        number, count = (
            (session.pairs.index(session.pair), len(session.pairs))
            if session
            else (pairs.index(shown.comparison), len(pairs))
        )
        a, b = (document.letter for document in shown.comparison.documents)
        return replace(shown, pair=f"Pair {number + 1} of {count}: {a} and {b}")
