"""The comparison file: which call, which sides, which texts, every mistake in it told at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from readcompare.model.settings import SETTINGS, Chosen
from readcompare.model.sides import MAX_SIDES, place_of
from readcompare.sources.align_settings import AlignSettings, read_align
from readcompare.sources.configuration import read_settings
from readcompare.sources.fields import FieldReader, Fields, is_absent, meant
from readcompare.sources.named_path import outside
from readcompare.sources.side_reader import Examine, SideFile, SideReader, is_there
from readcompare.sources.yaml_file import MappingNode, Node, SequenceNode, read_yaml, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readcompare.sources.dictionary import Named

KEYS = (
    "title", "date", "participants", "sides", "pivot", "align", "report", "annotations", "lexicons", "dictionaries",
    "defaults",
)  # fmt: skip
REPORT_KEYS = tuple(setting.name for setting in SETTINGS if setting.section == "report")
_ALIGN_SETTINGS = tuple(setting.name for setting in SETTINGS if setting.section == "align")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class ComparisonFile(Struct, frozen=True, kw_only=True):
    """What a comparison file says, checked."""

    title: str
    date: str | None
    """ISO 8601 date of the conversation."""
    participants: tuple[str, ...]
    align: AlignSettings
    sides: tuple[SideFile, ...]
    """Two, or up to `MAX_SIDES`."""
    pivot: int = 0
    """Of three and more sides the place of the one that the others are set against."""
    annotations: str | None
    """Where work by hand is kept, ready to open; the file need not be there yet."""
    lexicons: tuple[str, ...] = ()
    """The user's own lexicons, ready to open."""
    dictionaries: tuple[Named, ...] = ()
    """The user's own dictionaries, ready to open."""
    settings: Mapping[str, Chosen] = field(default_factory=dict)
    """What the file, or the defaults it names, says about settings, by their names."""


def read_comparison_file(path: str, examine: Examine = is_there) -> ComparisonFile:
    """Read and check the comparison file at `path`, with the defaults it names.

    Raises InputError when the file cannot be read, ConfigurationError with all problems when it is not well formed,
    names a text that is not there, or one outside its own folder. `examine` says what is wrong with a text.
    """
    file = read_yaml(path)
    reader = FieldReader(file)
    fields = _with_defaults(reader, reader.fields(file.root, KEYS, "a comparison file"))
    participants = reader.items(fields.get("participants"), "participants")
    names = [reader.text(node, "a participant") for node in participants]
    title = reader.text(fields.get("title"), "title")
    day = _day(reader, fields.get("date"))
    sides = _sides(SideReader(reader, Path(path).parent, examine), fields.get("sides"), file.root)
    pivot = _pivot(reader, fields.get("pivot"), sides)
    align = read_align(reader, fields.get("align"))
    settings = _settings(reader, fields, align)
    annotations = _inside(reader, fields.get("annotations"), Path(path).parent, "annotations file")
    lexicons, dictionaries = _own_files(reader, fields)
    reader.finish()
    return ComparisonFile(
        title=title or _default_title(path),
        date=day,
        participants=tuple(name for name in names if name),
        align=align,
        sides=tuple(sides),
        pivot=pivot,
        annotations=annotations,
        lexicons=lexicons,
        dictionaries=dictionaries,
        settings=settings,
    )


def _with_defaults(reader: FieldReader, fields: Fields) -> Fields:
    """The fields with what the file's defaults and the files its sides include fill in."""
    sides = fields.get("sides")
    items = sides.items if isinstance(sides, SequenceNode) else ()
    includes = any(key.text == "include" for item in items if isinstance(item, MappingNode) for key, _ in item.entries)
    if "defaults" not in fields and not includes:
        return fields
    # Most comparisons stand alone.
    from readcompare.sources.defaults import Defaults

    return Defaults(reader).fill(fields)


def _own_files(reader: FieldReader, fields: Fields) -> tuple[tuple[str, ...], tuple[Named, ...]]:
    """The lexicons and dictionaries of the user's own."""
    if fields.keys().isdisjoint(("lexicons", "dictionaries")):
        return (), ()
    # Most comparisons have none.
    from readcompare.sources.own_files import OwnFiles

    own = OwnFiles(reader)
    return own.lexicons(fields.get("lexicons")), own.dictionaries(fields.get("dictionaries"))


def _inside(reader: FieldReader, node: Node | None, folder: Path, what: str) -> str | None:
    """Read the path of a file in `folder`, which need not be there yet."""
    written = reader.text(node, f"the {what}")
    if node is None or written is None:
        return None
    trouble = outside(folder, written, what)
    if trouble:
        reader.report(node, trouble)
        return None
    return str(folder / written)


def _sides(side_reader: SideReader, node: Node | None, root: Node) -> list[SideFile]:
    reader = side_reader.reader
    items = reader.items(node, "sides")
    if node is None or is_absent(node) or (isinstance(node, SequenceNode) and not items):
        reader.report(node or root, "a comparison needs two `sides`; this file has none")
    elif len(items) == 1:
        reader.report(items[0], "a comparison needs two sides; this file has one")
    elif len(items) > MAX_SIDES:
        reader.report(items[MAX_SIDES], f"at most {MAX_SIDES} sides can be compared; this file has {len(items)}")
    for item in items:
        if not isinstance(item, MappingNode):
            reader.report(item, "a side must be a mapping with `id`, `name` and `texts`")
    return [side_reader.read(item) for item in items if isinstance(item, MappingNode)]


def _pivot(reader: FieldReader, node: Node | None, sides: Sequence[SideFile]) -> int:
    """The place of the side that `pivot` names, by its id or its letter; the first without one."""
    wanted = reader.text(node, "pivot")
    if node is None or wanted is None:
        return 0
    if len(sides) == 2:
        reader.report(node, "a `pivot` is for three and more sides; this file has two")
    place = place_of(wanted, [side.id for side in sides])
    if place is None:
        known = [side.id for side in sides if side.id]
        reader.report(node, f"there is no side {shown(wanted)} to be the pivot; {meant(wanted, known)}")
    return place or 0


def _settings(reader: FieldReader, fields: Fields, align: AlignSettings) -> dict[str, Chosen]:
    """What the file says about settings; those of `align` are read already."""
    found = read_settings(reader, reader.fields(fields.get("report"), REPORT_KEYS, "report"), REPORT_KEYS)
    node = fields.get("align")
    for key, value in node.entries if isinstance(node, MappingNode) else ():
        if key.text in _ALIGN_SETTINGS and not is_absent(value):
            found[key.text] = Chosen(getattr(align, key.text), f"{value.path}:{value.line}")
    return found


def _day(reader: FieldReader, node: Node | None) -> str | None:
    return reader.moment(node, _DATE, date.fromisoformat, "date must be a day such as 2021-11-10")


def _default_title(path: str) -> str:
    """Take the file's name, or its folder's when the file is just called `comparison`."""
    file = Path(path).resolve()
    return file.parent.name if file.stem == "comparison" and file.parent.name else file.stem
