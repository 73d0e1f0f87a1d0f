"""The commands about lexicons: checking one's own, and seeing what they know of a text."""

from __future__ import annotations

import sys

from readcompare.cli.arguments import language, own_arguments
from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from readcompare.errors import Problem


def lexicon_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `lexicon` takes: a command of its own, and what that one takes."""
    actions = command.add_subparsers(metavar="ACTION", required=True, parser_class=type(command))
    form = command.formatter_class
    about = "tell everything that is wrong with lexicon files"
    checking = actions.add_parser("check", help=about, description=about, formatter_class=form)
    checking.add_argument("files", nargs="+", metavar="FILE", help="a lexicon file (YAML)")
    checking.set_defaults(act=_check)
    about = "tell which words of content of a text the lexicons know"
    covering = actions.add_parser("coverage", help=about, description=about, formatter_class=form)
    covering.add_argument("texts", nargs="+", metavar="TEXT", help="a text file; - is stdin, clipboard: the clipboard")
    covering.add_argument("--lang", metavar="CODE", type=language, help="language of the texts (default: recognised)")
    covering.add_argument("--encoding", metavar="NAME", help="encoding of the texts (default: UTF-8)")
    own_arguments(covering)
    covering.add_argument("-f", "--format", choices=("json", "text"), default="text", help="form of the answer")
    covering.set_defaults(act=_coverage)


def lexicon(options: argparse.Namespace) -> int:
    """Run the action that was asked for."""
    code: int = options.act(options)
    return code


def _check(options: argparse.Namespace) -> int:
    from readcompare.errors import ConfigurationError, ReadcompareError
    from readcompare.vocabulary.check import check, told

    problems: list[Problem] = []
    for path in options.files:
        try:
            examined = check(path)
        except ReadcompareError as error:
            problems += error.problems
            continue
        write(told(path, examined), None)
        problems += examined.problems
    if problems:
        raise ConfigurationError(problems)
    return OK


def _coverage(options: argparse.Namespace) -> int:
    from readcompare.reports.coverage import as_json, as_text
    from readcompare.vocabulary.coverage import cover

    found = cover(options.texts, options.lexicon, language=options.lang, encoding=options.encoding)
    ascii_only = not ((sys.stdout and sys.stdout.encoding) or "ascii").lower().startswith("utf")
    write(as_json(found, ascii_only=ascii_only) if options.format == "json" else as_text(found), None)
    return OK
