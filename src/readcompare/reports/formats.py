"""The register of report formats: one file a format, imported when it is asked for.

To add one, write a module here with a function `render` (a `Renderer`), one of the same name in `several/` for three
and more accounts (a `SeveralRenderer`), and give it a line in `MODULES` and in `ENDINGS`. The command line reads this
module for `--help`, so it imports nothing that costs.
"""

from __future__ import annotations

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from readcompare.model.comparison import Comparison
    from readcompare.model.synopsis import Synopsis
    from readcompare.reports.interface import Layout, Renderer, SeveralRenderer

MODULES = {
    "text": "readcompare.reports.plain",
    "md": "readcompare.reports.markdown",
    "html": "readcompare.reports.webpage",
    "json": "readcompare.reports.records",
    "csv": "readcompare.reports.spreadsheet",
    "diff": "readcompare.reports.unified",
    "docx": "readcompare.reports.document",
}
"""The module of each format, by the format's name."""
ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".diff": "diff",
    ".patch": "diff",
    ".docx": "docx",
}
"""The format that the ending of a file's name asks for, in small letters."""
DEFAULT = "text"
"""The format when neither a name nor an ending asks for one."""
ARRANGEMENTS = ("list", "columns")
"""How the text report can be laid out."""
ONLY = ("omissions", "competing", "different", "alike")
"""What a report for people can be asked for alone."""
FOR_PEOPLE = ("text", "md", "csv", "html", "docx")
"""The formats that can be asked for a part; the others are whole or nothing, since programs read them."""
FILE_ENCODINGS = {"csv": "utf-8-sig"}
"""The encoding of a format's files where it is not UTF-8."""


def form_by_ending(path: str | None) -> str | None:
    """The format that a file's name asks for by its ending, if it asks for one."""
    name = (path or "").lower()
    return next((form for ending, form in ENDINGS.items() if name.endswith(ending)), None)


def ending_of(form: str) -> str:
    """The ending of the files that a format is written to, such as `.txt`."""
    return next(ending for ending, name in ENDINGS.items() if name == form)


def render(form: str, compared: Comparison | Synopsis, layout: Layout) -> str | bytes:
    """The whole report in the format named `form`: text, or the bytes of a format that is no text."""
    from importlib import import_module

    from readcompare.model.comparison import Comparison

    if isinstance(compared, Comparison):
        renderer: Renderer = import_module(MODULES[form]).render
        return renderer(compared, layout)
    package, _, module = MODULES[form].rpartition(".")
    several: SeveralRenderer = import_module(f"{package}.several.{module}").render
    return several(compared, layout)
