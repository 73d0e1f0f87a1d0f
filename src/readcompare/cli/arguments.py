"""The arguments that commands share, and the words they take."""

from __future__ import annotations

import argparse

SIDE_LETTERS = "abcdefghi"
"""The sides there can be, in the small letters of their options."""

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from readcompare.model.settings import Chosen


def input_arguments(command: argparse.ArgumentParser, how_many: str = "+") -> None:
    """Tell what every command takes that compares; `how_many` files, as argparse counts them."""
    command.add_argument(
        "files",
        nargs=how_many,
        metavar="FILE",
        help="a comparison file (YAML), or two texts or more, or a folder; - is stdin, clipboard: the clipboard",
    )
    for letter in SIDE_LETTERS:
        told = f"language of text {letter.upper()}, or which language version of side {letter.upper()} to compare"
        if letter == "c":
            told = "the same for side C, and so on to --lang-i for side I"
        is_told = letter in "abc"
        command.add_argument(
            f"--lang-{letter}", metavar="CODE", type=language, help=told if is_told else argparse.SUPPRESS
        )
    pivot_argument(command)
    command.add_argument("--encoding", metavar="NAME", help="encoding of the texts (default: UTF-8)")
    setting_option(command, "threshold")
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


def pivot_argument(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that shows three and more accounts."""
    command.add_argument(
        "--pivot",
        metavar="SIDE",
        help="of three and more sides the one that the others are set against, by id or letter (default: the first)",
    )


def setting_option(command: argparse.ArgumentParser, name: str, *flags: str) -> None:
    """Tell of the option of a setting; where it is not given, other places decide (see `settled`)."""
    # A command that is not asked for needs no table of settings.
    from readcompare.model.settings import BY_NAME

    setting = BY_NAME[name]

    def word_of(word: str) -> str:
        try:
            setting.value(word)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None
        return word

    command.add_argument(
        *flags,
        f"--{name}",
        metavar=setting.metavar,
        choices=setting.choices or None,
        type=word_of,
        help=f"{setting.about} (default: {'auto' if setting.default is None else setting.default})",
    )


def matcher_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that matches sentences."""
    setting_option(command, "matcher")
    command.add_argument(
        "--model",
        metavar="DIR",
        help="the semantic matcher's sentence encoder: a folder, or hub:OWNER/NAME, which is fetched once",
    )
    command.add_argument("--weights", metavar="FILE", help="weights of your own, from evaluate --fit FILE")


def settled(options: argparse.Namespace, described: Mapping[str, Chosen] | None = None) -> argparse.Namespace:
    """The options with the value that holds for each setting; `described` is what a comparison file says.

    A format that nobody has set stays None: what the output may be called depends on that.
    Raises a ReadcompareError when the environment or the user's configuration is wrong.
    """
    chosen = chosen_settings(options, described or {})
    values = {name: setting.value for name, setting in chosen.items()}
    if chosen["format"].is_default:
        values["format"] = None
    return argparse.Namespace(**vars(options) | values)


def chosen_settings(options: argparse.Namespace, described: Mapping[str, Chosen]) -> dict[str, Chosen]:
    """What holds for each setting, and why; the ending of an output that names a format is an option too."""
    from readcompare.reports.formats import form_by_ending
    from readcompare.sources.configuration import settle

    given = dict(vars(options))
    if given.get("format") is None:
        given["format"] = form_by_ending(given.get("output"))
    return settle(given, described)


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
