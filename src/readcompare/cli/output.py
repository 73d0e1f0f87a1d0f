"""Where the words of a command go: standard output, or a file."""

from __future__ import annotations

import io
import os
import sys

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

# Set by `serve` for the process behind a browser window, whose pipes stand for a screen.
_BROWSER = "textual.drivers.web_driver:WebDriver"

OK = 0
"""Exit code of a command that is done."""


def write(report: str | bytes, path: str | None, *, encoding: str = "utf-8") -> None:
    """Write a report to the file at `path`, a text in `encoding`, or to standard output."""
    if path is None:
        _print(report)
        return
    from readcompare.sources.text import write_bytes

    write_bytes(path, report if isinstance(report, bytes) else report.encode(encoding, "backslashreplace"))


def refuse_to_overwrite(output: str | None, inputs: Iterable[str]) -> None:
    """UsageError when the output is one of the files that are read."""
    from readcompare.errors import Problem, UsageError

    for path in inputs if output else ():
        if output and os.path.exists(output) and os.path.exists(path) and os.path.samefile(output, path):  # noqa: PTH110, PTH121 - pathlib costs start-up
            raise UsageError(
                Problem(message="this would overwrite a file that is read; name another file", path=output)
            )


def is_screen() -> bool:
    """Decided before Textual is imported: it would draw on a pipe or a dumb terminal too."""
    if os.environ.get("TEXTUAL_DRIVER") == _BROWSER:
        return True
    return is_terminal(sys.stdout) and is_terminal(sys.stdin)


def is_terminal(stream: TextIO | None) -> bool:
    """True for a terminal that can move its cursor."""
    return bool(stream and stream.isatty()) and os.environ.get("TERM") not in ("dumb", "unknown")


def _print(report: str | bytes) -> None:
    """Write to standard output; what its encoding cannot hold is escaped, as JSON and people read it."""
    from readcompare.errors import InputError, Problem, UsageError

    if sys.stdout is None:
        raise InputError(Problem(message="standard output is closed; name a file with -o"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    if isinstance(report, bytes) and sys.stdout.isatty():
        raise UsageError(Problem(message="this format is no text for a terminal; name a file with -o"))
    try:
        if isinstance(report, bytes):
            sys.stdout.buffer.write(report)
        else:
            sys.stdout.write(report)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python would try once more at exit and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = error.strerror or type(error).__name__
        raise InputError(Problem(message=f"standard output cannot be written: {reason}")) from None
