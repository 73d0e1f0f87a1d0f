"""The command about settings: what holds, and where it comes from."""

from __future__ import annotations

import sys

from readcompare.cli.arguments import setting_option
from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from readcompare.model.settings import Chosen


def config_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `config` takes: a command of its own, and what that one takes."""
    from readcompare.model.settings import SETTINGS

    actions = command.add_subparsers(metavar="ACTION", required=True, parser_class=type(command))
    form = command.formatter_class
    about = "tell the value of every setting, and where it comes from"
    showing = actions.add_parser("show", help=about, description=about, formatter_class=form)
    showing.add_argument("file", nargs="?", metavar="FILE", help="a comparison file, whose settings count too")
    for setting in SETTINGS:
        flags = {"width": ("-W",), "format": ("-f",)}.get(setting.name, ())
        setting_option(showing, setting.name, *flags)
    showing.add_argument("--json", action="store_true", help="print a record for programs")
    showing.set_defaults(act=_show)
    about = "list the commands of the screen by their ids, with the keys they have"
    listing = actions.add_parser("keys", help=about, description=about, formatter_class=form)
    listing.set_defaults(act=_keys)
    about = "tell where your configuration stands"
    finding = actions.add_parser("path", help=about, description=about, formatter_class=form)
    finding.set_defaults(act=_path)


def config(options: argparse.Namespace) -> int:
    """Run the action that was asked for."""
    code: int = options.act(options)
    return code


def _show(options: argparse.Namespace) -> int:
    from readcompare.sources.configuration import configuration_path, configured_keys, settle, unknown_variables
    from readcompare.tui.rebinding import bindables

    keys = {f"keys.{name}": chosen for name, chosen in configured_keys(bindables).items()}
    described: Mapping[str, Chosen] = {}
    if options.file:
        from readcompare.sources.comparison_file import read_comparison_file

        described = read_comparison_file(options.file).settings
    chosen = settle(vars(options), described) | keys
    write(_record(chosen) if options.json else _table(chosen), None)
    for line in unknown_variables():
        print(f"readcompare: {line}", file=sys.stderr)
    if not options.json:
        print(f"readcompare: your configuration: {configuration_path() or 'switched off'}", file=sys.stderr)
    return OK


def _keys(_options: argparse.Namespace) -> int:
    from readcompare.sources.configuration import configured_keys
    from readcompare.tui.rebinding import bindables

    commands = bindables()
    chosen = configured_keys(lambda: commands)
    keys = {one.id: str(chosen[one.id].value) if one.id in chosen else ",".join(one.keys) for one in commands}
    wide = [max(map(len, column)) for column in (keys.keys(), keys.values())]
    lines = (f"{one.id:{wide[0]}}  {keys[one.id]:{wide[1]}}  {one.title}\n" for one in commands)
    write("".join(lines), None)
    return OK


def _path(_options: argparse.Namespace) -> int:
    from readcompare.sources.configuration import configuration_path

    path = configuration_path()
    write(f"{path}\n" if path else "", None)
    return OK


def _table(chosen: Mapping[str, Chosen]) -> str:
    """A line a setting: name, value, origin."""
    values = {name: _told(setting) for name, setting in chosen.items()}
    wide = [max(map(len, column)) for column in (values.keys(), values.values())]
    return "".join(f"{name:{wide[0]}}  {values[name]:{wide[1]}}  {chosen[name].origin}\n" for name in chosen)


def _record(chosen: Mapping[str, Chosen]) -> str:
    import json

    told = {name: {"value": setting.value, "origin": setting.origin} for name, setting in chosen.items()}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _told(setting: Chosen) -> str:
    return "auto" if setting.value is None else str(setting.value)
