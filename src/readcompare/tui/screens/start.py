"""The start screen: what was read last, the comparisons found here, a file to open, two texts to paste."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from readcompare.errors import Problem, ReadcompareError, UsageError
from readcompare.shelf import COMPARISON, Offer, found_here, keep_pasted, recent
from readcompare.tui.command import Command
from readcompare.tui.commands import EVERYWHERE
from readcompare.tui.keys import bindings, key_names
from readcompare.tui.messages import Compared, ComparingFailed, PromptChanged, PromptEnded
from readcompare.tui.screens.opening import OpeningScreen
from readcompare.tui.screens.pasting import NOTHING, Pasted, PastingScreen
from readcompare.tui.screens.start_help import StartHelp
from readcompare.tui.start_commands import START
from readcompare.tui.start_messages import Chosen, Looked
from readcompare.tui.surroundings import Surroundings
from readcompare.tui.troubles import told
from readcompare.tui.widgets.footer import Keys
from readcompare.tui.widgets.listing import Listing
from readcompare.tui.widgets.prompt import Prompt
from readcompare.views.narrowing import Query, read_query
from readcompare.views.passages import visible

_FILTER = "filter"
_HEADING = "readcompare: choose what to read"
_ONE_LINE_FROM = 90
"""Cells of the window from which a comparison has room in one line."""


class StartScreen(Screen[None]):
    """Owns the list of what can be read; opens one comparison and leaves it to the app to show it."""

    BINDINGS = bindings(START)
    family: ClassVar[tuple[Command, ...]] = START
    """The commands of this screen, for the palette."""
    help_page = StartHelp

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._recent: tuple[Offer, ...] = ()
        self._here: tuple[Offer, ...] = ()
        self._listed: list[Offer | Command | None] = []
        """What each line of the list stands for; None for a heading."""
        self._query = Query()
        self._begun = NOTHING
        self._is_comparing = False
        self._asked: tuple[str, ...] = ()
        """Files that were named by their paths and are being opened; none when something listed is."""

    def compose(self) -> ComposeResult:
        """The heading, the list and the keys."""
        yield Static(_HEADING, classes="heading", markup=False)
        yield Listing()
        yield Prompt()
        yield Keys((*START, *EVERYWHERE), self._surroundings.user_keys)

    def on_mount(self) -> None:
        """Take the keys and look what there is."""
        self.query_one(Listing).focus()
        self.action_look_again()

    def on_resize(self) -> None:
        """Lay the lines out for the width."""
        self._fill()

    @work(thread=True, exclusive=True, group="look")
    def action_look_again(self) -> None:
        """Look beside the screen which comparisons there are."""
        worker = get_current_worker()
        read = recent(self._surroundings.folder) if self._surroundings.folder else ()
        known = {_absolute(offer) for offer in read}
        here = tuple(offer for offer in found_here() if _absolute(offer) not in known)
        if not worker.is_cancelled:
            self.post_message(Looked(read, here))

    def action_open_file(self) -> None:
        """Ask for the path of a file."""
        self._ask_for_file(())

    def _ask_for_file(self, begun: tuple[str, ...]) -> None:
        self.app.push_screen(OpeningScreen(self._surroundings.user_keys, begun), self._open_asked)

    def _open_asked(self, files: tuple[str, ...] | None) -> None:
        self._asked = ()
        if files and not self._is_comparing:
            self._open(files)
            self._asked = files

    def action_paste(self) -> None:
        """Ask for two texts."""
        self.app.push_screen(PastingScreen(self._begun, self._surroundings.user_keys), self._take_pasted)

    def action_filter(self) -> None:
        """Ask for words."""
        self.query_one(Prompt).ask(_FILTER, "Filter:", self._query.text)

    def action_back(self) -> None:
        """List everything again, or leave for the texts that are open."""
        if self._query.wanted or self._query.unwanted:
            self._narrow("")
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    @on(Looked)
    def _show(self, message: Looked) -> None:
        message.stop()
        self._recent, self._here = message.recent, message.here
        self._fill()

    @on(PromptChanged)
    def _filter_changed(self, message: PromptChanged) -> None:
        message.stop()
        self._narrow(message.text)

    @on(PromptEnded)
    def _filter_ended(self, message: PromptEnded) -> None:
        message.stop()
        if message.text is None:
            self._narrow("")
        self.query_one(Listing).focus()

    @on(OptionList.OptionSelected)
    async def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = self._listed[event.option_index]
        if isinstance(chosen, Offer):
            self._open(chosen.files)
        elif chosen:
            await self.run_action(chosen.action)

    @on(Compared)
    def _leave(self, message: Compared) -> None:
        message.stop()
        self._is_comparing = False
        self.post_message(Chosen(message.session))

    @on(ComparingFailed)
    def _tell(self, message: ComparingFailed) -> None:
        message.stop()
        self._is_comparing = False
        self._head(_HEADING)
        if self._asked and self.is_current:
            blamed = {problem.path for problem in message.error.problems}
            self._ask_for_file(self._asked[:1] if self._asked[0] in blamed else self._asked)
        self.notify(told(message.error), severity="error", timeout=10, markup=False)

    def _take_pasted(self, pasted: Pasted | None) -> None:
        if pasted is None:
            return
        self._begun, self._asked = pasted, ()
        if pasted.is_done:
            try:
                self._open((keep_pasted(self._surroundings.folder, pasted.texts, pasted.names),))
            except ReadcompareError as error:
                self.post_message(ComparingFailed(error))

    def _open(self, files: tuple[str, ...] | None) -> None:
        if files is None or self._is_comparing:
            return
        self._is_comparing, self._asked = True, ()
        self.app.clear_notifications()
        self._head(f"Comparing {visible(' and '.join(_shown(path) for path in files))} ...")
        self._compare(files)

    @work(thread=True, exclusive=True, group="compare")
    def _compare(self, files: tuple[str, ...]) -> None:
        """Compare beside the screen; ends in one message."""
        result: Compared | ComparingFailed
        if self._surroundings.open is None:
            result = ComparingFailed(UsageError(Problem(message="no file can be opened from here")))
        else:
            try:
                result = Compared(self._surroundings.open(files), "")
            except ReadcompareError as error:
                result = ComparingFailed(error)
        self.post_message(result)

    def _head(self, words: str) -> None:
        self.query_one(".heading", Static).update(Text(words))

    def _narrow(self, words: str) -> None:
        self._query = read_query(words)
        self._fill()

    def _fill(self) -> None:
        """List what there is, with the mark on the comparison where it was."""
        listing = self.query_one(Listing)
        marked = self._listed[listing.highlighted] if listing.highlighted is not None and self._listed else None
        listing.clear_options()
        self._listed = []
        for command in START[:2]:
            key, *_ = key_names(command, self._surroundings.user_keys) or ("",)
            self._add(listing, Option(Text(f"{command.title} ... ({key})")), command)
        self._add_offers(listing, "Read last", self._recent)
        self._add_offers(listing, f"In {visible(_shown(str(Path.cwd())))}", self._here)
        offers = [place for place, one in enumerate(self._listed) if isinstance(one, Offer)]
        same = [place for place in offers if self._listed[place] == marked]
        listing.highlighted = (same or offers or [0])[0]

    def _add_offers(self, listing: Listing, title: str, offers: Iterable[Offer]) -> None:
        fitting = [offer for offer in offers if self._query.fits((offer.title, offer.date or "", _where(offer)))]
        if not fitting:
            return
        self._add(listing, Option(_title(title), disabled=True), None)
        for offer in fitting:
            self._add(listing, Option(self._line(offer)), offer)

    def _add(self, listing: Listing, option: Option, stands_for: Offer | Command | None) -> None:
        listing.add_option(option)
        self._listed.append(stands_for)

    def _line(self, offer: Offer) -> Group | Table:
        """Date, title and place side by side; in a narrow window the place stands under the title."""
        about = visible(_where(offer)) + (f" · at {offer.sentence}" if offer.sentence else "")
        title, day = visible(offer.title), offer.date or ""
        if self.app.size.width < _ONE_LINE_FROM:
            head = title if not day or _tells(title, day) else f"{day}  {title}"
            return Group(Padding(Text(head), (0, 0, 0, 2)), Padding(Text(about), (0, 0, 0, 4)))
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(width=12)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row(Text(f"  {day}"), Text(title), Text(about))
        return table


def _title(words: str) -> Text:
    return Text(words, "bold underline")


def _tells(title: str, day: str) -> bool:
    """Whether a title has the day in it, as `2021-11-10` or as `10 November 2021`."""
    year, *rest = re.findall(r"\d+", day)
    numbers = {int(number) for number in re.findall(r"\d+", title)}
    return day in title or numbers.issuperset(map(int, (year, *rest[1:2])))


def _absolute(offer: Offer) -> tuple[Path, ...]:
    return tuple(Path(path).absolute() for path in offer.files)


def _where(offer: Offer) -> str:
    """The path for people; a folder stands for its comparison file, and for two texts, whose names are the title."""
    path = Path(offer.files[0]).absolute()
    if len(offer.files) == 2 or (path.name == COMPARISON and path.parent != Path.cwd()):
        return f"{_shown(str(path.parent))}/"
    return _shown(str(path))


def _shown(path: str) -> str:
    """`path` from here, else from the home folder, else whole."""
    full, here = Path(path).absolute(), Path.cwd()
    if full != here and full.is_relative_to(here):
        return str(full.relative_to(here))
    try:
        home = Path.home()
    except RuntimeError:  # it is not known
        return str(full)
    return f"~/{full.relative_to(home)}" if full.is_relative_to(home) and full != home else str(full)
