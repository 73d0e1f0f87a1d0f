"""The command that shows again what `report -f json` wrote, without the texts."""

from __future__ import annotations

from readcompare.cli.arguments import settled
from readcompare.cli.looks import chosen_format, encoding_of, narrate, rendered, target_arguments
from readcompare.cli.output import OK, is_screen, refuse_to_overwrite, write
from readcompare.cli.surrounding import screen_arguments, surroundings, user_keys

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def view_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `view` takes."""
    command.add_argument("file", metavar="RESULT", help="a record that `report -f json` wrote; - is stdin")
    target_arguments(command)
    screen_arguments(command)


def view(options: argparse.Namespace) -> int:
    """Open the screen on the comparison of a record, or write it in a form of the user's choice."""
    from readcompare.sources.result_file import read_result

    on_screen = is_screen() and not (options.output or options.format or options.only)
    keys = user_keys() if on_screen else {}
    own = settled(options)
    form = chosen_format(own)
    refuse_to_overwrite(options.output, (options.file,))
    comparison = read_result(options.file)
    if on_screen:
        from readcompare.tui.app import run

        return run(comparison, surroundings(own, keys))
    write(rendered(form, comparison, own, to_file=bool(options.output)), options.output, encoding=encoding_of(form))
    narrate(options, f"{options.file}: {len(comparison.rows)} rows in {form}")
    return OK
