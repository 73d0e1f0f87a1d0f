"""The command that shows the screen in a web browser."""

from __future__ import annotations

import argparse
import sys

from readcompare.cli.output import OK

_MOST = 65_535


def serve_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `serve` takes."""
    command.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="listen here (default: 127.0.0.1, this machine alone)"
    )
    command.add_argument(
        "--port", metavar="N", type=_port, default=8000, help="listen on this port (default: 8000; 0 takes a free one)"
    )
    command.add_argument(
        "words",
        nargs=argparse.REMAINDER,
        metavar="FILE",
        help="what is read, with the options of `open` after it; without a file it is chosen in the browser",
    )


def serve(options: argparse.Namespace) -> int:
    """Serve the screen until the user ends the program."""
    from readcompare.errors import Problem, UsageError

    try:
        from readcompare.browser.server import serve as serve_command
    except ModuleNotFoundError as error:
        message = 'serving needs more libraries; install them with: pip install "readcompare[serve]"'
        raise UsageError(Problem(message=message)) from error
    if options.words:
        _try_once(options.words)
    serve_command(_command(options.words), options.host, options.port, _tell)
    return OK


def _try_once(words: list[str]) -> None:
    """Compare once, so that what is wrong is told here and not in each browser window."""
    from readcompare.cli import parser
    from readcompare.cli.inputs import compared, the_job
    from readcompare.errors import Problem, UsageError
    from readcompare.sources.given import is_given

    try:
        told = parser("open").parse_args(["open", *words])
    except argparse.ArgumentError as error:
        raise UsageError(Problem(message=f"{error} (see readcompare open --help)")) from None
    if told.linear or any(is_given(file) for file in told.files):
        message = "a browser window reads files and draws a screen; leave out -, clipboard: and --linear"
        raise UsageError(Problem(message=message))
    if told.files:
        compared(told, the_job(told.files, "name one, or none to choose in the browser"))


def _command(words: list[str]) -> str:
    """One line for the system's shell that opens the screen."""
    command = [sys.executable, "-m", "readcompare", "open", *words]
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(command)
    from shlex import join

    return join(command)


def _tell(words: str) -> None:
    if sys.stderr:
        print(f"readcompare: {words}", file=sys.stderr, flush=True)


def _port(word: str) -> int:
    """Read the number of a port."""
    if not word.isdecimal() or int(word) > _MOST:
        raise argparse.ArgumentTypeError(f"{word!r} is no port, a number from 0 to {_MOST}")
    return int(word)
