"""The comparison folder of a news report: one text a side, the comparison file, and where each fragment stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readcompare.errors import InputError, Problem, UsageError
from readcompare.sources.given import is_given, source_name

if TYPE_CHECKING:
    from readcompare.model.fragments import Excerpts, Fragment, QuotedSide

COMPARISON, FRAGMENTS, REPORT = "comparison.yaml", "fragments.json", "report"
"""Names of the files in the folder; the report keeps its ending."""

_MARKS = {"de": ("„", "“"), "ru": ("«", "»"), "fr": ("«\u00a0", "\u00a0»")}
_REOPENED = re.compile(r"[ \t>]*\r?\n\s*>?\s*[«„“\"»‹‘]?")


def write_excerpts(excerpts: Excerpts, source: str, folder: str) -> str:
    """Write the folder all at once: beside, then renamed. Returns the path of the comparison file.

    A folder that holds just these files, and perhaps work by hand beside them, is left as it is. Raises UsageError when
    `folder` holds anything else, InputError when it cannot be written.
    """
    target = Path(folder)
    files = _files(excerpts, source)
    if _holds(target, files):
        return str(target / COMPARISON)
    beside = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent.resolve()))
        for name, text in files.items():
            (beside / name).write_bytes(_bytes(text))
        beside.chmod(0o777 & ~_umask())
        if target.is_dir():
            target.rmdir()  # an empty one: some systems do not rename over it
        beside.replace(target)
    except (OSError, ValueError) as error:
        raise InputError(Problem(message=f"the folder cannot be written: {_reason(error)}", path=folder)) from None
    finally:
        if beside is not None and beside.exists():
            shutil.rmtree(beside, ignore_errors=True)
    return str(target / COMPARISON)


def _holds(target: Path, files: dict[str, str]) -> bool:
    """Whether the files stand in `target` already, word for word; UsageError when something else does."""
    try:
        if not target.exists():
            return False
        present = [entry.name for entry in target.iterdir()] if target.is_dir() else [target.name]
        if not present and target.is_dir():
            return False
        if all((target / name).is_file() for name in files):
            written = {name: (target / name).read_bytes() for name in files}
            if written == {name: _bytes(text) for name, text in files.items()}:
                return True
    except (OSError, ValueError) as error:
        raise InputError(Problem(message=f"this cannot be the folder: {_reason(error)}", path=str(target))) from None
    message = "there is something else here already; name another folder with -o"
    raise UsageError(Problem(message=message, path=str(target)))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return told[:1].lower() + told[1:]


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _files(excerpts: Excerpts, source: str) -> dict[str, str]:
    suffix = Path(source).suffix.lower()
    ending = suffix if suffix in (".md", ".txt") else ".txt"
    files = {f"{REPORT}{ending}": excerpts.text}
    record: dict[str, Any] = {"report": f"{REPORT}{ending}", "sides": []}
    for side in excerpts.sides:
        text, placed = side_text(excerpts, side)
        files[_text_name(side, excerpts)] = text
        record["sides"].append(_side_record(excerpts, side, placed))
    files[FRAGMENTS] = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    files[COMPARISON] = _comparison(excerpts, source)
    return files


def side_text(excerpts: Excerpts, side: QuotedSide) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a side, one fragment a paragraph, and where each fragment stands in it.

    What is in quotation marks there is in quotation marks in the report. A quotation inside a reported fragment stands
    there already and has no paragraph of its own.
    """
    opening, closing = _MARKS.get(excerpts.language, ("“", "”"))
    parts: list[str] = []
    placed: list[tuple[int, int]] = []
    length = 0
    held: tuple[int, int, int] | None = None  # start and end of a reported fragment in the report, its place here
    for fragment in _outer_first(side.fragments):
        span = fragment.span
        if held and held[0] <= span.start and span.end <= held[1]:
            start = held[2] + span.start - held[0]
            placed.append((start, start + len(span)))
            continue
        words = span.of(excerpts.text)
        begin = length
        if fragment.kind == "quoted":
            words = _REOPENED.sub(" ", words)
            begin += len(opening)
            paragraph = f"{opening}{words}{closing}"
        else:
            held = (span.start, span.end, begin)
            paragraph = words
        parts.append(paragraph)
        placed.append((begin, begin + len(words)))
        length += len(paragraph) + 2
    return "\n\n".join(parts) + "\n", tuple(placed)


def _outer_first(fragments: tuple[Fragment, ...]) -> list[Fragment]:
    return sorted(fragments, key=lambda fragment: (fragment.span.start, -fragment.span.end))


def _side_record(excerpts: Excerpts, side: QuotedSide, placed: tuple[tuple[int, int], ...]) -> dict[str, Any]:
    """One side as the file beside tells it: places in characters of the report, `in_text` those of the side's text."""
    rows = [
        {
            "kind": fragment.kind.value,
            **_place(excerpts, fragment.span.start, fragment.span.end),
            "attribution": _place(excerpts, fragment.attribution.start, fragment.attribution.end),
            "in_text": {"start": start, "end": end},
        }
        for fragment, (start, end) in zip(_outer_first(side.fragments), placed, strict=True)
    ]
    return {"id": side.id, "name": side.name, "text": _text_name(side, excerpts), "fragments": rows}


def _place(excerpts: Excerpts, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": excerpts.text[start:end]}


def _text_name(side: QuotedSide, excerpts: Excerpts) -> str:
    return f"{side.id}.{excerpts.language}.txt"


def _comparison(excerpts: Excerpts, source: str) -> str:
    title = excerpts.title or f"{' and '.join(side.name for side in excerpts.sides)}, as quoted in a report"
    lines = [
        f"# Made by `readcompare quotes`; {FRAGMENTS} says where in the report each fragment stands.",
        f"title: {_quoted(title)}",
    ]
    if excerpts.date:
        lines.append(f"date: {excerpts.date}")
    if excerpts.participants:
        lines.append(f"participants: [{', '.join(_quoted(name) for name in excerpts.participants)}]")
    lines.append("sides:")
    for side in excerpts.sides:
        lines += [
            f"  - id: {side.id}",
            f"    name: {_quoted(side.name)}",
            f"    texts: {{{excerpts.language}: {_text_name(side, excerpts)}}}",
            "    wording: quoted                # what a report quotes and reports of the readout",
            "    complete: false                # so nothing is said to be missing from the whole readout",
            f"    source: {_quoted(source_name(source) if is_given(source) else Path(source).name)}",
        ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A YAML text: JSON's double quotes are YAML's too."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
