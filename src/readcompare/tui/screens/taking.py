"""What leaves the screen: a quotation, a report, the source in an editor, and the place at which the reading ended."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePath

from textual import on
from textual.app import SuspendNotSupported
from textual.types import IgnoreReturnCallbackType

from readcompare.errors import ReadcompareError
from readcompare.session import Session, keep_place, last_place, write_new
from readcompare.tui.commands import of_a_row
from readcompare.tui.editor import editor_command
from readcompare.tui.keys import key_names
from readcompare.tui.messages import MenuWanted, PromptEnded, WordsSelected
from readcompare.tui.reading_commands import COPY_QUOTATION, COPY_WORDS
from readcompare.tui.screens.living import Living
from readcompare.tui.troubles import told
from readcompare.tui.widths import STACKED_BELOW
from readcompare.views.passages import visible
from readcompare.views.quotation import quotation, quoted

EXPORT = "export"
"""Purpose of the prompt that asks for the name of a report."""


class TakingAlong(Living):
    """The part of the reading screen that hands something over."""

    def on_mount(self) -> None:
        """Go to where the last reading of these texts ended."""
        if self.session and self.surroundings.folder:
            sentence = last_place(self.surroundings.folder, self.session.key)
            if sentence:
                # The columns must be laid out before they can be scrolled.
                self.call_after_refresh(self.jump_to, sentence)
            # However this reading ends, it was one.
            self.call_after_refresh(self._keep_place)

    def on_unmount(self) -> None:
        """Remember where the reading ended."""
        self._keep_place()

    def leave_for(self, session: Session) -> None:
        """The next screen begins where this reading ends."""
        self._keep_place()
        super().leave_for(session)

    def _keep_place(self) -> None:
        if self.session is None or self.surroundings.folder is None or not self.shown.rows:
            return
        row = self.shown.rows[self.cursor]
        try:
            keep_place(self.surroundings.folder, self.session.key, (row.a or row.b)[0].id)
        except (ReadcompareError, OSError):
            return  # the screen is gone, and the place alone is worth no complaint

    def action_copy(self) -> None:
        """Copy the words that are selected, or else the current row, with their sources."""
        selected = self.columns.selected
        comparison = self.shown.comparison
        if selected:
            self.app.copy_to_clipboard(quoted(selected.document, selected.text, selected.sentences))
        elif self.shown.rows:
            self.app.copy_to_clipboard(quotation(comparison, comparison.rows[self.cursor]))

    def action_copy_text(self) -> None:
        """Copy the words that are selected, as they stand in the source; elsewhere on the screen as they are shown."""
        selected = self.columns.selected
        text = selected.text if selected else self.get_selected_text()
        if text:
            self.app.copy_to_clipboard(text)
        else:
            self.say("Select words with the mouse first; y copies the whole row.")

    @on(WordsSelected)
    def tell_what_is_selected(self, message: WordsSelected) -> None:
        """Say how much is selected and what can be done with it."""
        message.stop()
        selected = message.selected
        words, names = len(selected.text.split()), self.surroundings.user_keys
        here = " to ".join(dict.fromkeys((selected.sentences[0], selected.sentences[-1])))
        copied, quoted_by = (key_names(command, names)[0] for command in (COPY_WORDS, COPY_QUOTATION))
        what = f"{words} {'word' if words == 1 else 'words'} of {here} selected"
        self.say(f"{what}: {copied} copies, {quoted_by} with the source.")

    @on(MenuWanted)
    def offer(self, message: MenuWanted) -> None:
        """Copy what is selected; else go to the row and list what can be done with it."""
        message.stop()
        if self.columns.selected:
            self.action_copy_text()
        elif message.row is None:
            self.app.action_command_palette()
        else:
            self.cursor = message.row
            self.app.search_commands(list(self._commands_here()), placeholder=f"{self.shown.rows[message.row].ids}: …")

    def _commands_here(self) -> Iterator[tuple[str, IgnoreReturnCallbackType]]:
        """The commands of a row, each with its key and what carries it out."""
        for command in of_a_row(can_be_corrected=self.session is not None):
            key = key_names(command, self.surroundings.user_keys)[0]
            yield f"{command.title} ({key})", partial(self.app.run_action, command.action, self)

    async def action_export(self) -> None:
        """Ask for the name of a report; its ending tells the form."""
        endings = " ".join(self.surroundings.exporters)
        if endings:
            prompt = await self.prompt()
            # In a small window the endings would leave no room for the name.
            asked = f"Write a report ({endings}) to:" if self.app.size.width >= STACKED_BELOW else "Report to:"
            prompt.ask(EXPORT, asked)
        else:
            self.say("No report can be written from here.")

    def action_edit(self, side: int) -> None:
        """Open the text of side 0 or 1 in the user's editor, at the current sentence."""
        path = self.session.texts[side] if self.session else None
        if path is None:
            self.say("There is no file to open.")
            return
        command = editor_command(os.environ, path, self._line_of(side))
        if command is None:
            self.say("Name your editor in EDITOR, such as EDITOR=nano.")
            return
        try:
            with self.app.suspend():
                subprocess.run(command, check=False)  # noqa: S603 - the user's own editor
        except SuspendNotSupported:
            self.say("No editor can be opened from here.")
        except OSError as error:
            self.say(f"{command[0]} cannot be started: {error.strerror or error}")
        self.look_for_changes()

    async def end_other_prompt(self, message: PromptEnded) -> None:
        """Write the report that was asked for."""
        if message.purpose == EXPORT and message.text:
            self._export(message.text.strip())

    def _export(self, name: str) -> None:
        make = self.surroundings.exporters.get(PurePath(name).suffix.lower())
        if make is None:
            endings = ", ".join(self.surroundings.exporters)
            self.say(f"{visible(name)} is no name for a report; it ends in one of {endings}")
            return
        try:
            path = Path(name).expanduser()
            write_new(str(path), make(self.shown.comparison))
            self.say(f"Written: {visible(str(path))}")
        except ReadcompareError as error:
            self.say(told(error))
        except RuntimeError as error:  # the home folder is not known
            self.say(visible(str(error)))

    def _line_of(self, side: int) -> int:
        """The line, from 1, of the current row's first sentence of a side, else of the one before it."""
        document = self.shown.comparison.documents[side]
        for row in reversed(self.shown.rows[: self.cursor + 1]):
            sentences = (row.a, row.b)[side]
            if sentences:
                start = document.sentence(sentences[0].id).span.start
                return document.readout.text.count("\n", 0, start) + 1
        return 1
