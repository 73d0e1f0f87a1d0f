"""From a news report to each side's own words, and from these to a folder that can be compared."""

from __future__ import annotations

from pathlib import Path

from readcompare.engine.language import recognise
from readcompare.engine.quotes.body import body
from readcompare.engine.quotes.report import Kit, Report
from readcompare.engine.quotes.sides import SideName, sides_of
from readcompare.errors import InputError, Problem
from readcompare.model.fragments import Excerpts
from readcompare.sources.excerpt_folder import write_excerpts
from readcompare.sources.given import is_given, source_name
from readcompare.sources.lexicon_files import attribution_matcher, shipped_matcher
from readcompare.sources.oddities import oddities
from readcompare.sources.report_file import read_report

LANGUAGES = ("de", "en", "fr", "ru")
"""Languages whose ways of attributing are known."""


def excerpts_of(path: str, *, language: str | None = None, encoding: str | None = None) -> Excerpts:
    """What the report at `path` (`-`: standard input, `clipboard:`) quotes and reports of both sides.

    Raises ReadcompareError when it cannot be read, is in none of `LANGUAGES`, or when not both sides are found in it.
    """
    read = read_report(path, encoding=encoding)
    name = source_name(path)
    running = body(read.text, read.begin)
    known = language or read.language or recognise(running)
    if known not in LANGUAGES:
        told = f"the language {known} is not known here" if known != "und" else "the language was not recognised"
        raise InputError(
            Problem(message=f"{told}; reports are read in {', '.join(LANGUAGES)}, name it with --lang", path=name)
        )
    matchers = tuple(shipped_matcher(code) for code in dict.fromkeys((known, "en")))
    report = Report(running, Kit(known, matchers[0], attribution_matcher(known)))
    named = [SideName(id=side.id, name=side.name, aliases=side.aliases) for side in read.sides]
    sides = sides_of(report, named, read.participants, matchers)
    if len(sides) < 2:
        only = f"only {sides[0].name} is quoted in it" if sides else "no words of either side were found in it"
        advice = "" if named else "; `sides` in its front matter say whom to look for"
        raise InputError(Problem(message=f"{only}; a comparison needs the words of two sides{advice}", path=name))
    return Excerpts(
        text=read.text,
        language=known,
        title=read.title,
        date=read.date,
        participants=read.participants,
        sides=sides,
        notes=(*read.notes, *oddities(read.text)),
    )


def make_folder(excerpts: Excerpts, source: str, folder: str) -> str:
    """Write the comparison folder of a report all at once and return the path of its comparison file.

    The same folder made again is left as it is.

    Raises UsageError when something else stands there, InputError when it cannot be written.
    """
    return write_excerpts(excerpts, source, folder)


def default_folder(path: str) -> str:
    """Where the comparison of a report goes when nobody says: in the working folder, by its name."""
    return "quotes" if is_given(path) else f"{Path(path).stem}.quotes"
