"""What the screen is given beside a comparison: keys, colours, reports that it can write, and its folder."""

from __future__ import annotations

from readcompare.cli.arguments import setting_option
from readcompare.cli.looks import encoding_of, rendered

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from readcompare.model.comparison import Comparison
    from readcompare.model.synopsis import Synopsis
    from readcompare.session import Reading, Session
    from readcompare.tui.surroundings import Surroundings


def screen_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what every command takes that may open the screen."""
    setting_option(command, "theme")


def user_keys() -> Mapping[str, str]:
    """The keys that the user's configuration gives to commands, by their ids; a ReadcompareError says what is wrong."""
    from readcompare.sources.configuration import configured_keys
    from readcompare.tui.rebinding import bindables

    return {name: str(chosen.value) for name, chosen in configured_keys(bindables).items()}


def surroundings(
    own: argparse.Namespace,
    keys: Mapping[str, str],
    reading: Reading | None = None,
    opened: Callable[[tuple[str, ...]], Session] | None = None,
    pairs: tuple[Comparison, ...] = (),
) -> Surroundings:
    """What the screen is given; `own` are the options with the settings of what is read first.

    `reading` is compared on the screen, and `opened` reads other comparisons; without them it only shows: of several
    accounts `pairs`, one after the other.
    """
    from functools import partial

    from platformdirs import user_state_path

    from readcompare.reports.formats import MODULES, ending_of
    from readcompare.tui.surroundings import Surroundings

    return Surroundings(
        reading=reading,
        user_keys=keys,
        theme=own.theme,
        exporters={ending_of(form): partial(_exported, form, own) for form in MODULES},
        folder=str(user_state_path("readcompare")),
        open=opened,
        pairs=pairs,
    )


def pivot_first(synopsis: Synopsis) -> tuple[Comparison, ...]:
    """The comparisons of two of several accounts as they are read: those with the pivot come first."""
    return tuple(sorted(synopsis.comparisons, key=lambda one: synopsis.pivot not in (one.a.letter, one.b.letter)))


def _exported(form: str, options: argparse.Namespace, comparison: Comparison) -> bytes:
    """A report as it stands in a file."""
    report = rendered(form, comparison, options, to_file=True)
    return report if isinstance(report, bytes) else report.encode(encoding_of(form), "backslashreplace")
