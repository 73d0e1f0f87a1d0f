"""The command that shows again what `report -f json` wrote, without the texts."""

from __future__ import annotations

from readcompare.cli.arguments import pivot_argument, settled
from readcompare.cli.looks import chosen_format, encoding_of, narrate, rendered, target_arguments
from readcompare.cli.output import OK, is_screen, refuse_to_overwrite, write
from readcompare.cli.surrounding import pivot_first, screen_arguments, surroundings, user_keys

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from readcompare.model.comparison import Comparison
    from readcompare.model.synopsis import Synopsis


def view_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `view` takes."""
    command.add_argument("file", metavar="RESULT", help="a record that `report -f json` wrote; - is stdin")
    pivot_argument(command)
    target_arguments(command)
    screen_arguments(command)


def view(options: argparse.Namespace) -> int:
    """Open the screen on the comparison of a record, or write it in a form of the user's choice."""
    on_screen = is_screen() and not (options.output or options.format or options.only)
    keys = user_keys() if on_screen else {}
    own = settled(options)
    form = chosen_format(own)
    refuse_to_overwrite(options.output, (options.file,))
    found = _told(options.file, options.pivot)
    if on_screen:
        return _on_screen(found, own, keys)
    write(rendered(form, found, own, to_file=bool(options.output)), options.output, encoding=encoding_of(form))
    narrate(options, f"{options.file}: {len(found.rows)} rows in {form}")
    return OK


def _told(path: str, pivot: str | None) -> Comparison | Synopsis:
    """What a record says, around another pivot when one is asked for; UsageError when there is no such side."""
    from readcompare.engine.synopsis import join
    from readcompare.model.comparison import Comparison
    from readcompare.model.sides import place_of
    from readcompare.model.wishes import Wishes
    from readcompare.sources.result_file import read_any_result

    found = read_any_result(path)
    if isinstance(found, Comparison):
        Wishes(pivot=pivot).refuse_what_is_not_there([document.readout.id for document in found.documents])
        return found
    synopsis = join(found.comparisons, found.pivot)
    if pivot is None:
        return synopsis
    ids = [document.readout.id for document in synopsis.documents]
    Wishes(pivot=pivot).refuse_what_is_not_there(ids)
    place = place_of(pivot, ids) or 0
    return join(found.comparisons, synopsis.documents[place].letter)


def _on_screen(found: Comparison | Synopsis, own: argparse.Namespace, keys: Mapping[str, str]) -> int:
    """The screen; of several accounts on the pivot and the first of the others, from which it goes on to the next."""
    from readcompare.model.comparison import Comparison
    from readcompare.tui.app import run

    if isinstance(found, Comparison):
        return run(found, surroundings(own, keys))
    pairs = pivot_first(found)
    return run(pairs[0], surroundings(own, keys, pairs=pairs))
