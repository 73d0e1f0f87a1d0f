"""An annotations file as a person laid it out: rows that stay as they are keep their comments and their lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from readcompare.model.annotations import Annotations, Judgement
from readcompare.sources.annotations import TWO, annotations_text, parse_annotations, row_text
from readcompare.sources.yaml_file import SequenceNode, YamlFile

_ROWS = re.compile(r"rows:(?P<empty>[ \t]*\[[ \t]*\])?(?P<remark>[ \t]+#.*|[ \t]*)")
_QUIET = re.compile(r"[ \t]*(#.*)?")
"""A line that says nothing to the program: a comment, or a blank one."""


class Layout(Struct, frozen=True, kw_only=True):
    """What stands around the rows of a file, and the lines of each row."""

    head: str
    """All lines before `rows:`."""
    remark: str = ""
    """A comment behind `rows:`."""
    empty: str = " []"
    """What stands behind `rows:` when there are none."""
    foot: str = ""
    """All lines behind the last row."""
    indent: str = ""
    """Blanks before the dash of a row."""
    rows: Mapping[Judgement, str] = field(default_factory=dict)
    """The lines of each row with the comments over it; never changed."""

    def text(self, annotations: Annotations) -> str:
        """The file with these rows: known ones as they were laid out, new ones as the program writes them."""
        blocks = [self.rows.get(one) or row_text(one, self.indent) for one in annotations.judgements]
        empty = "" if blocks else self.empty
        return f"{self.head}rows:{empty}{self.remark}\n{''.join(blocks)}{self.foot}"

    def knowing(self, earlier: Layout | None) -> Layout:
        """With the lines of rows that an `earlier` layout had, so that an undone edit brings back their comments."""
        return replace(self, rows={**earlier.rows, **self.rows}) if earlier else self


def layout_of(data: bytes | None, path: str, letters: tuple[str, str] = TWO) -> Layout | None:
    """How the well-formed file at `path` with these bytes is laid out; that of a new file when it has none.

    None when its rows do not stand line under line, so that it can only be written anew as a whole.
    """
    if data is None:
        return layout_of(annotations_text(Annotations()).encode(), path)
    annotations, file = parse_annotations(data, path, letters)
    found = _laid_out(file, annotations)
    # Whatever a person may write: what is not given back as it was is not understood.
    return found if found and found.text(annotations) == _joined(_lines(file)) else None


def _laid_out(file: YamlFile, annotations: Annotations) -> Layout | None:
    lines = _lines(file)
    keys = {key.text: (key, value) for key, value in file.root.entries}
    if "rows" not in keys:
        return Layout(head=_joined(lines))
    key, node = keys["rows"]
    written = _ROWS.fullmatch(lines[key.line - 1])
    if written is None:
        return None
    around = Layout(head=_joined(lines[: key.line - 1]), remark=written["remark"])
    end = min((other.line - 1 for other, _ in keys.values() if other.line > key.line), default=len(lines))
    if not isinstance(node, SequenceNode) or not node.items:
        return replace(around, empty=written["empty"] or "", foot=_joined(lines[key.line :]))
    indent = " " * (node.column - 1)
    starts = [item.line - 1 for item in node.items]
    if not all(lines[start].startswith(f"{indent}- ") for start in starts):
        return None
    return _with_rows(replace(around, indent=indent), annotations, lines, [key.line, *starts[1:], end])


def _with_rows(around: Layout, annotations: Annotations, lines: Sequence[str], cuts: Sequence[int]) -> Layout:
    """`around` with the rows between the `cuts`; comments belong to the row below them, the last ones to the foot."""
    starts = [cuts[0]]
    for cut in cuts[1:]:
        start = cut
        while start > starts[-1] and _QUIET.fullmatch(lines[start - 1]):
            start -= 1
        starts.append(start)
    blocks = [_joined(lines[start:end]) for start, end in pairwise(starts)]
    rows = dict(zip(annotations.judgements, blocks, strict=True))
    return replace(around, rows=rows, foot=_joined(lines[starts[-1] :]))


def _lines(file: YamlFile) -> Sequence[str]:
    return file.lines if file.lines[-1] else file.lines[:-1]


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
