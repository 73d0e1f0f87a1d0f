"""Texts of a whole folder, named by date and side, paired into comparisons; what is doubtful is told, not guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from readcompare.errors import Problem, ReadcompareError
from readcompare.model.text import UNKNOWN_LANGUAGE
from readcompare.sources.draft import TEXT_ENDINGS, Draft, DraftSide, original_first, side_of

# 2021-11-10, 2021_11_10, 20211110; 10.11.2021 as in German and Russian. A longer number is no date.
_DATES = (
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<sep>[-_.]?)(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)"),
)
_EDGES = " -_.,()[]"


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text whose name tells which call it is about and whose it is."""

    path: Path
    date: date
    side: str
    """Id of the side."""
    language: str


@dataclass(frozen=True, slots=True)
class Paired:
    """What the texts of a folder make."""

    comparisons: tuple[tuple[str, Draft], ...]
    """Name of the file and what stands in it, by date."""
    doubtful: tuple[Problem, ...]
    """The texts of which nothing was made, with the reason, by name."""


def pair_texts(folder: Path, language_of: Callable[[Path], str]) -> Paired:
    """Pair the texts in and below `folder`; `language_of` recognises the language of a text."""
    doubtful: list[Problem] = []
    by_date: dict[date, list[NamedText]] = {}
    for path in _texts(folder):
        named = _read_name(path, language_of)
        if isinstance(named, Problem):
            doubtful.append(named)
        else:
            by_date.setdefault(named.date, []).append(named)
    comparisons = []
    for day, texts in sorted(by_date.items()):
        draft = _drafted(folder, day, texts)
        if isinstance(draft, Draft):
            comparisons.append((f"{day}-{draft.sides[0].id}-{draft.sides[1].id}.yaml", draft))
        else:
            reason = draft + _neighbours(day, by_date)
            doubtful += (Problem(message=reason, path=str(text.path)) for text in texts)
    return Paired(tuple(comparisons), tuple(sorted(doubtful, key=lambda problem: problem.path or "")))


def find_date(name: str) -> tuple[date, str] | None:
    """The only date in a name, and the name without it; None when there is none, or more than one."""
    found = [match for form in _DATES for match in form.finditer(name)]
    if len(found) != 1:
        return None
    (match,) = found
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    before, after = name[: match.start()].strip(_EDGES), name[match.end() :].strip(_EDGES)
    return day, ".".join(part for part in (before, after) if part)


def _texts(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in TEXT_ENDINGS and path.is_file() and not hidden:
            yield path


def _read_name(path: Path, language_of: Callable[[Path], str]) -> NamedText | Problem:
    """What the name tells; the date may stand in the name of the folder: `2021-11-10/kremlin.txt`."""
    dated, above = find_date(path.stem), find_date(path.parent.name)
    if dated is None and above is None:
        return Problem(message="its name has no date, or more than one: 2021-11-10-kremlin.txt has one", path=str(path))
    day, rest = dated or (above[0] if above else date.min, path.stem)
    side, named = side_of(Path(rest + path.suffix))
    if not re.search("[a-z0-9]", rest.lower()):
        return Problem(message="its name says no side in Latin letters: 2021-11-10-kremlin.txt does", path=str(path))
    try:
        recognised = language_of(path)
    except ReadcompareError as error:
        return error.problems[0]
    trouble = _language_trouble(named, recognised)
    return Problem(message=trouble, path=str(path)) if trouble else NamedText(path, day, side, named or recognised)


def _language_trouble(named: str | None, recognised: str) -> str | None:
    """Say what is doubtful about a language: `uk` at the end of a name may be a country."""
    if named is None and recognised == UNKNOWN_LANGUAGE:
        return "its language is not recognised; name it, as in kremlin.ru.txt"
    if named not in (None, recognised) and recognised != UNKNOWN_LANGUAGE:
        return f"its name says {named}, and its text reads as {recognised}"
    return None


def _drafted(folder: Path, day: date, texts: list[NamedText]) -> Draft | str:
    """The comparison of the texts of one day, or why there is none."""
    by_side: dict[str, dict[str, str]] = {}
    for text in texts:
        versions = by_side.setdefault(text.side, {})
        if text.language in versions:
            return f"{text.side} has two texts in {text.language} of {day}"
        versions[text.language] = text.path.relative_to(folder).as_posix()
    if len(by_side) == 1:
        return f"{day} has one side only: {texts[0].side}"
    if len(by_side) > 2:
        return f"{day} has {len(by_side)} sides, and two are compared: {', '.join(sorted(by_side))}"
    first, second = (
        DraftSide(side, side.replace("-", " ").title(), original_first(versions))
        for side, versions in sorted(by_side.items())
    )
    return Draft(title=f"{first.name} and {second.name}, {day}", date=day.isoformat(), sides=(first, second))


def _neighbours(day: date, by_date: dict[date, list[NamedText]]) -> str:
    """A call late in the evening is dated a day later further east: name the texts of the days beside."""
    near = [text for step in (-1, 1) for text in by_date.get(day + timedelta(days=step), [])]
    return f"; is {near[0].path.name} of the day beside the same call?" if near else ""
