"""How well reports are drawn out: annotated fragments against those that were found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from readcompare.errors import InputError, Problem
from readcompare.model.text import Span
from readcompare.quoting import excerpts_of
from readcompare.sources.fields import FieldReader
from readcompare.sources.yaml_file import MappingNode, read_yaml

if TYPE_CHECKING:
    from readcompare.model.fragments import Excerpts

SAME = 0.5
"""Share of the characters of both, 0..1, that two spans must have in common to be the same fragment."""
_GOLD = ".gold.yaml"


class Annotated(Struct, frozen=True):
    """One fragment as a person marked it."""

    side: str
    span: Span
    kind: str
    optional: bool
    """True for one that may be drawn out or left out."""


class Score(Struct, frozen=True):
    """How one report fared."""

    name: str
    language: str
    right: int
    """Annotated fragments that were found and given to their side."""
    needed: int
    """Annotated fragments that are not optional."""
    drawn: int
    """Fragments that were found."""
    foreign: int
    """Those of them whose words are not the side's, by the annotation."""
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def scores(folder: str) -> tuple[Score, ...]:
    """The scores of all annotated reports of `folder`; InputError when there is none."""
    paths = sorted(Path(folder).glob(f"*{_GOLD}"))
    if not paths:
        raise InputError(Problem(message=f"no report in it has a {_GOLD} beside it", path=folder))
    return tuple(_score(path) for path in paths)


def table(folder: str) -> str:
    """The scores as a table, then what was missed and what was given to a side wrongly."""
    rows = scores(folder)
    lines = [f"{'report':<30}  lang  right/needed  drawn  foreign"]
    lines += [f"{s.name:<30}  {s.language:<4}  {s.right:>5}/{s.needed:<6}  {s.drawn:>5}  {s.foreign:>7}" for s in rows]
    right, needed = sum(s.right for s in rows), sum(s.needed for s in rows)
    drawn, foreign = sum(s.drawn for s in rows), sum(s.foreign for s in rows)
    lines.append("")
    lines.append(f"attribution {right / needed:.3f} ({right} of {needed} fragments found with the right side)")
    lines.append(
        f"precision   {1 - foreign / max(1, drawn):.3f} ({drawn - foreign} of {drawn} drawn are that side's words)"
    )
    for score in rows:
        lines += [f"  missed in {score.name}: {text}" for text in score.missed]
        lines += [f"  wrong in {score.name}: {text}" for text in score.wrong]
    return "\n".join(lines) + "\n"


def _score(path: Path) -> Score:
    report = next(
        p for p in sorted(path.parent.glob(path.name.removesuffix(_GOLD) + ".*")) if not p.name.endswith(_GOLD)
    )
    try:
        excerpts = excerpts_of(str(report))
    except InputError as error:
        annotated = _annotated(path, report.read_text(encoding="utf-8"))
        needed = [one for one in annotated if not one.optional]
        return Score(report.name, "und", 0, len(needed), 0, 0, (str(error),), ())
    annotated = _annotated(path, excerpts.text)
    drawn = [(side.id, fragment.span) for side in excerpts.sides for fragment in side.fragments]
    needed = [one for one in annotated if not one.optional]
    missed = [one for one in needed if not any(side == one.side and _alike(one.span, span) for side, span in drawn)]
    wrong = [(side, span) for side, span in drawn if _foreign(side, span, annotated)]
    return Score(
        name=report.name,
        language=excerpts.language,
        right=len(needed) - len(missed),
        needed=len(needed),
        drawn=len(drawn),
        foreign=len(wrong),
        missed=tuple(_told(one.side, one.span, excerpts) for one in missed),
        wrong=tuple(_told(side, span, excerpts) for side, span in wrong),
    )


def _alike(one: Span, other: Span) -> bool:
    common = one.overlap(other)
    return common >= SAME * (len(one) + len(other) - common)


def _foreign(side: str, span: Span, annotated: list[Annotated]) -> bool:
    own = sum(span.overlap(one.span) for one in annotated if one.side == side)
    return own < SAME * len(span)


def _told(side: str, span: Span, excerpts: Excerpts) -> str:
    return f"{side}: {' '.join(span.of(excerpts.text).split())}"


def _annotated(path: Path, text: str) -> list[Annotated]:
    """The annotated fragments; ConfigurationError when one does not stand in the report exactly once."""
    file = read_yaml(str(path))
    reader = FieldReader(file)
    found = []
    for key, node in file.root.entries:
        for item in reader.items(node, key.text):
            fields = {one.text: value for one, value in item.entries} if isinstance(item, MappingNode) else {}
            words = reader.text(fields.get("text"), "text") or ""
            if text.count(words) != 1:
                reader.report(item, f"this stands {text.count(words)} times in the report, not once")
                continue
            start = text.index(words)
            kind = reader.choice(fields.get("kind"), ["quoted", "reported"], "kind") or "quoted"
            optional = reader.flag(fields.get("optional"), "optional") is True
            found.append(Annotated(key.text, Span(start, start + len(words)), kind, optional))
    reader.finish()
    return found
