"""From a folder of texts, named by date and side, to the comparisons that they make."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from readcompare.engine.folders.accounts import Account, FolderText, Readers, account_of
from readcompare.engine.folders.pairing import PairedCall, pair
from readcompare.engine.homes import home_id, home_name
from readcompare.engine.language import recognise
from readcompare.errors import Problem, ReadcompareError
from readcompare.model.text import UNKNOWN_LANGUAGE
from readcompare.sources.draft import Draft, DraftSide, original_first
from readcompare.sources.lexicon_files import shipped_matcher
from readcompare.sources.readers.anything import read_source
from readcompare.sources.text_folder import known_in, name_trouble, texts_below

_LANGUAGES_OF_NAMES = ("en", "de", "ru", "fr")


class Begun(Struct, frozen=True, kw_only=True):
    """One comparison that a folder makes."""

    name: str
    """Of its file, which belongs into the folder."""
    draft: Draft
    notes: tuple[str, ...]
    """What was taken from a text and not from its name."""


class Gathered(Struct, frozen=True, kw_only=True):
    """What the texts of a folder make."""

    begun: tuple[Begun, ...]
    """By day."""
    doubtful: tuple[Problem, ...]
    """The texts of which nothing is made, with the reason, by path."""
    known: int
    """Number of texts that a comparison file names already."""


def gather(folder: Path) -> Gathered:
    """Pair the texts in and below `folder`.

    A text that a comparison file there names already is left out. Raises InputError when there are too many.
    """
    paths = texts_below(folder)
    known = known_in(folder)
    new = [path for path in paths if _resolved(folder / path) not in known.texts]
    accounts: list[Account] = []
    doubtful: list[Problem] = []
    for path in new:
        read = _account(folder, path)
        if isinstance(read, Account):
            accounts.append(read)
        else:
            doubtful.append(read)
    paired = pair(accounts)
    days = {account.path: account.day.isoformat() for account in accounts}
    for doubt in paired.doubts:
        there = known.by_day.get(days[doubt.path])
        beside = f"; {there} is of this day: name the text there if it belongs to that call" if there else ""
        doubtful.append(Problem(message=doubt.reason + beside, path=str(folder / doubt.path)))
    return Gathered(
        begun=tuple(_begun(call) for call in paired.calls),
        doubtful=tuple(sorted(doubtful, key=lambda problem: problem.path or "")),
        known=len(paths) - len(new),
    )


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a loop of links is a RuntimeError before Python 3.13
        return None


def _account(folder: Path, path: str) -> Account | Problem:
    trouble = name_trouble(folder, path)
    if trouble:
        return Problem(message=trouble, path=str(folder / path))
    try:
        extract = read_source(str(folder / path))
    except ReadcompareError as error:
        return error.problems[0]._replace(path=str(folder / path))
    language = recognise(extract.text)
    if language == UNKNOWN_LANGUAGE:
        language = extract.language or UNKNOWN_LANGUAGE
    readers = Readers(
        names=tuple(shipped_matcher(code) for code in _LANGUAGES_OF_NAMES), text=shipped_matcher(language)
    )
    text = FolderText(
        path=path, text=extract.text, language=language, published=extract.published, publisher=extract.publisher
    )
    read = account_of(text, folder.resolve().name, readers)
    return Problem(message=read, path=str(folder / path)) if isinstance(read, str) else read


def _begun(call: PairedCall) -> Begun:
    first, second = (_side(versions) for versions in call.sides)
    number = f"-{call.number}" if call.number > 1 else ""
    return Begun(
        name=f"{call.day}-{first.id}-{second.id}{number}.yaml",
        draft=Draft(
            title=f"{first.name} and {second.name}, {call.day}", date=call.day.isoformat(), sides=(first, second)
        ),
        notes=tuple(f"{account.path}: {note}" for own in call.sides for account in own for note in account.notes),
    )


def _side(versions: Sequence[Account]) -> DraftSide:
    chief = versions[0]
    is_country = chief.home is not None and chief.side == home_id(chief.home)
    name = home_name(chief.home or "") if is_country else chief.side.replace("-", " ").title()
    texts = {account.language: account.path for account in versions}
    return DraftSide(chief.side, name, original_first(texts))
