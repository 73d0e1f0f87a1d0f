"""The user's own configuration and the environment: what they set, and which of all the places decides."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from readcompare.errors import ConfigurationError, Problem, ReadcompareError
from readcompare.model.settings import BY_NAME, DEFAULT, SETTINGS, VARIABLES, Chosen, meant
from readcompare.sources.disk import is_there
from readcompare.sources.text import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from readcompare.model.keys import Bindable
    from readcompare.sources.fields import FieldReader, Fields

FILE_VARIABLE = VARIABLES + "CONFIG"
"""Names another configuration file; set and empty, none is read."""
MAX_CONFIGURATION_BYTES = 1_000_000
KEYS = "keys"
"""The part of the user's configuration that gives keys to commands of the screen."""


def configuration_path() -> str | None:
    """Where the user's configuration stands, whether there is one or not; None when the environment wants none."""
    named = os.environ.get(FILE_VARIABLE)
    if named is not None:
        return named or None
    # Most commands need no folder of the platform.
    from platformdirs import user_config_path

    return str(user_config_path("readcompare") / "config.yaml")


def settle(options: Mapping[str, str | None], described: Mapping[str, Chosen]) -> dict[str, Chosen]:
    """What holds for each setting: options before the environment, `described` (a comparison file), and the user's own.

    `options` has the words given as options by the setting's name, None where an option was not given. Raises
    ConfigurationError with every problem of the environment and of the user's configuration.
    """
    environment, configuration = _all_of(_from_environment, _from_configuration)
    in_order = (_from_options(options), environment, described, configuration)
    return {
        setting.name: next(
            (level[setting.name] for level in in_order if setting.name in level), Chosen(setting.default, DEFAULT)
        )
        for setting in SETTINGS
    }


def configured_keys(commands: Callable[[], Sequence[Bindable]]) -> dict[str, Chosen]:
    """The keys that the user's configuration gives to some of `commands`, by their ids: names with commas between them.

    The commands are asked for only where there is a configuration. Raises ConfigurationError with every problem of
    that file and of the environment.
    """
    _, keys = _all_of(_from_environment, lambda: _keys_of_configuration(commands))
    return keys


def read_settings(reader: FieldReader, fields: Fields, names: Collection[str]) -> dict[str, Chosen]:
    """The settings `names` among `fields`; what is wrong is reported to `reader`."""
    from readcompare.sources.fields import is_absent
    from readcompare.sources.yaml_file import ScalarNode

    found = {}
    for name in names:
        node = fields.get(name)
        if node is None or is_absent(node):
            continue
        setting = BY_NAME[name]
        if not isinstance(node, ScalarNode):
            reader.report(node, f"{name} must be a single value, not a list or a mapping")
            continue
        try:
            found[name] = Chosen(setting.value(node.text), f"{node.path}:{node.line}")
        except ValueError as error:
            reader.report(node, f"{name}: {error}")
    return found


def unknown_variables() -> tuple[str, ...]:
    """A line on each variable of the environment that is named like a setting, and is near to one but none."""
    known = [*(setting.variable for setting in SETTINGS), FILE_VARIABLE]
    strange = sorted(name for name in os.environ if name.startswith(VARIABLES) and name not in known)
    return tuple(f"{name} is no setting; {meant(name, known)}" for name in strange)


def _from_options(options: Mapping[str, str | None]) -> dict[str, Chosen]:
    given = {name: word for name, word in options.items() if name in BY_NAME and word is not None}
    return {name: Chosen(BY_NAME[name].value(word), f"option --{name}") for name, word in given.items()}


def _from_environment() -> dict[str, Chosen]:
    found, problems = {}, []
    for setting in SETTINGS:
        word = os.environ.get(setting.variable)
        if not word:  # set and empty counts as not set, as in NO_COLOR
            continue
        try:
            found[setting.name] = Chosen(setting.value(word), setting.variable)
        except ValueError as error:
            problems.append(Problem(message=str(error), path=setting.variable))
    if problems:
        raise ConfigurationError(problems)
    return found


def _from_configuration() -> dict[str, Chosen]:
    opened = _configuration()
    if opened is None:
        return {}
    reader, fields = opened
    found = read_settings(reader, fields, tuple(BY_NAME))
    reader.finish()
    return found


def _keys_of_configuration(commands: Callable[[], Sequence[Bindable]]) -> dict[str, Chosen]:
    opened = _configuration()
    if opened is None:
        return {}
    from readcompare.sources.key_settings import read_keys

    reader, fields = opened
    read_settings(reader, fields, tuple(BY_NAME))
    found = read_keys(reader, fields.get(KEYS), commands())
    reader.finish()
    return found


def _all_of(*readings: Callable[[], dict[str, Chosen]]) -> list[dict[str, Chosen]]:
    """What each of several readings gives; ConfigurationError with the problems of all of them."""
    problems: list[Problem] = []
    levels = []
    for read in readings:
        try:
            levels.append(read())
        except ReadcompareError as error:
            problems += error.problems
    if problems:
        raise ConfigurationError(problems)
    return levels


def _configuration() -> tuple[FieldReader, Fields] | None:
    """The user's configuration, opened; None when there is none or it says nothing."""
    path = configuration_path()
    if path is None or not (is_there(path) or os.environ.get(FILE_VARIABLE)):
        return None
    # Most users have no such file.
    from readcompare.sources.fields import FieldReader
    from readcompare.sources.yaml_file import read_yaml

    if _says_nothing(path):
        return None
    file = read_yaml(path)
    reader = FieldReader(file)
    return reader, reader.fields(file.root, (*BY_NAME, KEYS), "a configuration")


def _says_nothing(path: str) -> bool:
    """Tell whether a file has nothing but comments: for a configuration that is no mistake."""
    lines = decode(read_bytes(path, limit=MAX_CONFIGURATION_BYTES), path).splitlines()
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
