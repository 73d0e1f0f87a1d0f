"""The arguments that commands share, and the words they take."""

from __future__ import annotations

import argparse


def input_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that compares."""
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="a comparison file (YAML), or two texts, or a folder; - is stdin"
    )
    for letter in "ab":
        command.add_argument(
            f"--lang-{letter}",
            metavar="CODE",
            type=language,
            help=f"language of text {letter.upper()}, or which language version of side {letter.upper()} to compare",
        )
    command.add_argument("--encoding", metavar="NAME", help="encoding of the texts (default: UTF-8)")
    command.add_argument(
        "--threshold", metavar="P", type=probability, help="link sentences from this probability on, 0 to 1"
    )
    command.add_argument(
        "--annotations", metavar="FILE", help="links and notes set by hand (default: those the comparison file names)"
    )
    own_arguments(command)
    command.add_argument(
        "--dictionary",
        metavar="FILE",
        action="append",
        default=[],
        help="a bilingual dictionary of yours for unknown words, .index or text; FILE:de-en tells its languages",
    )
    matcher_arguments(command)


def matcher_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that matches sentences."""
    command.add_argument(
        "--matcher", metavar="NAME", type=matcher, help="how sentences are matched: lexical (the default) or semantic"
    )
    command.add_argument(
        "--model",
        metavar="DIR",
        help="the semantic matcher's sentence encoder: a folder, or hub:OWNER/NAME, which is fetched once",
    )
    command.add_argument("--weights", metavar="FILE", help="weights of your own, from evaluate --fit FILE")


def own_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that reads with lexicons."""
    command.add_argument(
        "--lexicon", metavar="FILE", action="append", default=[], help="a lexicon of yours, over the shipped ones"
    )


def language(word: str) -> str:
    """Read a language code."""
    from readcompare.model.text import is_language

    if not is_language(word.lower()):
        raise argparse.ArgumentTypeError(f"{word!r} is no language code; write de, en, ru, ...")
    return word.lower()


def matcher(word: str) -> str:
    """Read the name of a matcher."""
    from readcompare.model.recipe import MATCHERS

    if word not in MATCHERS:
        raise argparse.ArgumentTypeError(f"there is no matcher {word!r}; known are {' and '.join(MATCHERS)}")
    return word


def probability(word: str) -> float:
    """Read a number from 0 to 1."""
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from 0 to 1")
    return value


def width(word: str) -> int:
    """Read a width in cells."""
    from readcompare.reports.interface import NARROWEST, WIDEST

    if not word.isdecimal() or not NARROWEST <= int(word) <= WIDEST:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from {NARROWEST} to {WIDEST}")
    return int(word)
