"""What was asked for, read: from files or texts to all that one comparison needs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from readcompare.engine.language import recognise
from readcompare.errors import InputError, Problem, UsageError
from readcompare.model.annotations import Annotations
from readcompare.model.call import Call
from readcompare.model.recipe import LEXICAL, Recipe
from readcompare.model.sides import LETTERS, MAX_SIDES, place_of
from readcompare.model.text import UNKNOWN_LANGUAGE, Readout
from readcompare.model.wishes import Wishes
from readcompare.sources.disk import is_there
from readcompare.sources.given import is_given, source_name
from readcompare.sources.notes_path import NOTES, notes_of_pair
from readcompare.sources.oddities import oddities
from readcompare.sources.readers.anything import read_source
from readcompare.sources.text import file_trouble

if TYPE_CHECKING:
    from readcompare.matching import Matching
    from readcompare.sources.comparison_file import ComparisonFile
    from readcompare.sources.dictionary import Named
    from readcompare.sources.readers.extract import Extract
    from readcompare.sources.side_reader import SideFile
    from readcompare.vocabulary.own import Own

__all__ = [
    "Account", "Accounts", "Inputs", "Wishes", "accounts_of", "annotations_path", "first_pair",
    "make_readout", "read_accounts", "read_by_hand", "read_file", "read_texts", "several_texts", "with_named",
]  # fmt: skip

_NO_ID = re.compile(r"[^a-z0-9]+")


class Inputs(Struct, frozen=True):
    """All that was read for one comparison."""

    a: Readout
    b: Readout
    call: Call
    recipe: Recipe
    notes: tuple[str, ...]
    """What the reader must know about how the texts were read."""
    annotations: Annotations = Annotations()
    """What was set by hand."""
    previous: tuple[Readout | None, Readout | None] = (None, None)
    """The last readouts of both sides, in the languages that are compared."""
    own: Own | None = None
    """The user's own lexicons and dictionaries; None when there are none."""
    matching: Matching | None = None
    """The matcher; None for the lexical one with the shipped weights."""
    letters: tuple[str, str] = ("A", "B")
    """What the two sides are called; of several accounts any two may be compared."""


class Account(Struct, frozen=True):
    """One side as it was read."""

    readout: Readout
    notes: tuple[str, ...] = ()
    """What the reader must know about how it was read."""
    previous: Readout | None = None
    """The side's last readout, in the language that is compared."""


class Accounts(Struct, frozen=True):
    """All sides of one comparison as they were read, and what was asked for: any two of them are `Inputs`."""

    sides: tuple[Account, ...]
    call: Call
    wishes: Wishes
    pivot: int = 0
    """The place of the side that the others are set against."""
    files: tuple[str, ...] = ()
    """The comparison file, or a text for each side; none when the texts came from a program."""
    described: ComparisonFile | None = None

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The places of any two sides: AB, AC, …, BC, …"""
        return tuple(combinations(range(len(self.sides)), 2))

    def inputs(self, pair: tuple[int, int]) -> Inputs:
        """All that the comparison of two sides needs; a ReadcompareError when what was set by hand cannot be read."""
        wishes, described = self.wishes, self.described
        a, b = (self.sides[place] for place in pair)
        letters = LETTERS[pair[0]], LETTERS[pair[1]]
        by_hand = read_by_hand(wishes, annotations_path(self.files, wishes, described, pair), letters)
        recipe = Recipe(threshold=wishes.threshold_over(described.align.threshold if described else None))
        notes = (*a.notes, *b.notes)
        inputs = Inputs(a.readout, b.readout, self.call, recipe, notes, by_hand, (a.previous, b.previous))
        return with_named(replace(inputs, letters=letters), wishes, described)


def read_file(path: str, wishes: Wishes | None = None) -> Inputs:
    """What the comparison file at `path` says of two sides; a ReadcompareError with every problem of the file.

    Of several sides these are the pair that is wished, else the pivot and the first of the others.
    """
    read = read_accounts(path, wishes)
    return read.inputs(read.wishes.pair or first_pair(read.pivot))


def first_pair(pivot: int) -> tuple[int, int]:
    """The places of the pivot and of the first of the others, in the order of the sides."""
    return (0, pivot) if pivot else (0, 1)


def read_accounts(path: str, wishes: Wishes | None = None) -> Accounts:
    """All sides that the comparison file at `path` names; a ReadcompareError with every problem of the file."""
    # YAML is not needed when two texts are compared.
    from readcompare.sources.comparison_file import read_comparison_file

    wishes = wishes or Wishes()
    described = read_comparison_file(path)
    ids = [side.id for side in described.sides]
    wishes.refuse_what_is_not_there(ids)
    sides = tuple(_read_side(side, n, wishes.language(n), wishes.encoding) for n, side in enumerate(described.sides))
    call = Call(title=described.title, date=described.date, participants=described.participants)
    pivot = place_of(wishes.pivot, ids) if wishes.pivot else described.pivot
    return Accounts(sides=sides, call=call, wishes=wishes, pivot=pivot or 0, files=(path,), described=described)


def read_texts(paths: tuple[str, ...], wishes: Wishes | None = None) -> Accounts:
    """The texts at `paths`, one a side; a ReadcompareError when one cannot be read or two are one file."""
    wishes = wishes or Wishes()
    for one, other in combinations(paths, 2):
        _refuse_the_same_file(one, other)
    names = [source_name(path) if is_given(path) else Path(path).name for path in paths]
    ids = [_NO_ID.sub("-", Path(name).stem.lower()).strip("-") for name in names]
    if not all(ids) or len(set(ids)) < len(ids):
        ids = [letter.lower() for letter in LETTERS[: len(paths)]]
    wishes.refuse_what_is_not_there(ids)
    read = []
    for number, path in enumerate(paths):
        extract = read_source(path, encoding=wishes.encoding)
        name = extract.publisher or names[number]
        language = wishes.language(number)
        source = extract.address or path
        readout, notes = _readout(
            extract, side_id=ids[number], name=name, place=number, language=language, source=source
        )
        read.append(Account(replace(readout, published=extract.published), notes))
    return accounts_of(tuple(read), wishes, paths)


def accounts_of(sides: tuple[Account, ...], wishes: Wishes, files: tuple[str, ...] = (), title: str = "") -> Accounts:
    """Texts that no comparison file describes, as one comparison."""
    *first, last = (side.readout.name for side in sides)
    pivot = place_of(wishes.pivot, [side.readout.id for side in sides]) if wishes.pivot else 0
    call = Call(title=title or f"{', '.join(first)} and {last}")
    return Accounts(sides=sides, call=call, wishes=wishes, pivot=pivot or 0, files=files)


def make_readout(
    text: str,
    *,
    side_id: str,
    name: str,
    place: int = 0,
    language: str | None = None,
    source: str | None = None,
) -> tuple[Readout, tuple[str, ...]]:
    """A readout of `text`, the side at `place` among all, and a note when its language had to be recognised."""
    known = language or recognise(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    readout = Readout(id=side_id, name=name, text=text, language=known, sha256=digest, source=source)
    if language:
        return readout, ()
    if known == UNKNOWN_LANGUAGE:
        option = f"--lang-{LETTERS[place].lower()}"
        return readout, (f"{name}: the language was not recognised; name it with {option} (in Python: languages)",)
    return readout, (f"{name}: language {known} recognised from the text",)


def _readout(
    extract: Extract, *, side_id: str, name: str, place: int, language: str | None, source: str
) -> tuple[Readout, tuple[str, ...]]:
    """A readout of what a reader gave back, with its notes and those on odd characters."""
    told = language or extract.language
    readout, notes = make_readout(extract.text, side_id=side_id, name=name, place=place, language=told, source=source)
    odd = (*extract.notes, *oddities(extract.text))
    return readout, (*(f"{name}: {note}" for note in odd), *notes)


def several_texts(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths when they are two texts or more; a UsageError or InputError that says what they are otherwise."""
    described = [path for path in paths if path.lower().endswith((".yaml", ".yml"))]
    if described:
        raise UsageError(Problem(message="a comparison file is given alone, without other files", path=described[0]))
    if 2 <= len(paths) <= MAX_SIDES:
        return tuple(paths)
    trouble = file_trouble(paths[0]) if len(paths) == 1 and not is_given(paths[0]) else None
    if trouble:
        raise InputError(Problem(message=trouble, path=paths[0]))
    most = f"{len(paths)} texts; at most {MAX_SIDES} can be compared"
    told = "one text; a comparison needs two" if len(paths) == 1 else most
    raise UsageError(Problem(message=f"this is {told} (or one comparison file that ends in .yaml)"))


def _read_side(side: SideFile, place: int, language: str | None, encoding: str | None) -> Account:
    wanted = language or side.compare
    # A text of which the file does not tell the language is in the language that the user names.
    version = next((version for version in side.texts if version.language in (wanted, None)), None)
    if version is None:
        known = ", ".join(version.language or "one" for version in side.texts)
        raise UsageError(Problem(message=f"side {side.id} has no text in {wanted}; it has {known}"))
    # A file may be called `-`; in a comparison file that is never standard input.
    path = str(Path(version.path).absolute()) if is_given(version.path) else version.path
    extract = read_source(path, encoding=encoding or side.encoding, declared=version.declared, address=side.source)
    source = side.source or extract.address or version.written
    readout, notes = _readout(extract, side_id=side.id, name=side.name, place=place, language=wanted, source=source)
    # What the comparison file leaves open, the document may tell.
    published = side.published or extract.published
    readout = replace(readout, published=published, wording=side.wording, complete=side.complete)
    return Account(readout, notes, _read_previous(side, readout, encoding))


def _read_previous(side: SideFile, readout: Readout, encoding: str | None) -> Readout | None:
    """The last readout of a side; None when there is none, or when another language version is read than it is in."""
    if side.previous is None or readout.language != (side.compare or readout.language):
        return None
    text = read_source(str(Path(side.previous.path).absolute()), encoding=encoding or side.encoding).text
    name = f"the last readout of {side.name}"
    previous, _ = make_readout(
        text, side_id=f"{side.id}-before", name=name, language=readout.language, source=side.previous.written
    )
    return previous


def annotations_path(
    files: Sequence[str], wishes: Wishes, described: ComparisonFile | None, pair: tuple[int, int]
) -> str | None:
    """Where work by hand on these files is kept: where the user or the comparison file says, else beside the files.

    For `call.yaml` that is `call.notes.yaml`, for two texts `a-b.notes.yaml` beside the first one; None when a text
    comes from a program, from standard input or from the clipboard. Of several sides each pair has its own file, named
    after the two.
    """
    if wishes.annotations:
        return wishes.annotations
    if described is None:
        if not files or any(is_given(file) for file in files):
            return None
        stems = [Path(file).stem for file in files]
        whole = str(Path(files[0]).with_name(f"{'-'.join(stems)}{NOTES}"))
        return whole if len(files) == 2 else notes_of_pair(whole, [stems[place] for place in pair])
    first = Path(files[0])
    named = described.annotations or str(first.with_name(f"{first.stem}{NOTES}"))
    return named if len(described.sides) == 2 else notes_of_pair(named, [described.sides[place].id for place in pair])


def read_by_hand(wishes: Wishes, named: str | None = None, letters: tuple[str, str] = ("A", "B")) -> Annotations:
    """The annotations that the user asks for, which must be there, or those in the usual place, if any were made."""
    path = wishes.annotations or (named if named and is_there(named) else None)
    if path is None:
        return Annotations()
    # Most comparisons have none.
    from readcompare.sources.annotations import read_annotations

    return read_annotations(path, letters)


def with_named(inputs: Inputs, wishes: Wishes, described: ComparisonFile | None = None) -> Inputs:
    """The inputs with all that the user brings beside the texts: words of his own, and a matcher."""
    return _with_matcher(_with_own(inputs, wishes, described), wishes, described)


def _with_matcher(inputs: Inputs, wishes: Wishes, described: ComparisonFile | None) -> Inputs:
    asked = (wishes.matcher, wishes.model, wishes.weights)
    written = (described.align.matcher, described.align.model, described.align.weights) if described else (None,) * 3
    if asked == (None,) * 3 and written in ((LEXICAL, None, None), (None,) * 3):
        return inputs
    # Most comparisons have the shipped matcher.
    from readcompare.matching import Choice, read_matching

    found = read_matching(Choice(*written), Choice(*asked))
    mark = found.model.mark if found.model else None
    recipe = replace(inputs.recipe, matcher=found.matcher, model=mark, weights=found.weights_mark)
    return replace(inputs, recipe=recipe, notes=(*inputs.notes, *found.notes), matching=found)


def _with_own(inputs: Inputs, wishes: Wishes, described: ComparisonFile | None) -> Inputs:
    """The inputs with the user's own lexicons and dictionaries: those of the comparison file, then the wished ones."""
    lexicons = (*(described.lexicons if described else ()), *wishes.lexicons)
    dictionaries: tuple[Named | str, ...] = (*(described.dictionaries if described else ()), *wishes.dictionaries)
    if not (lexicons or dictionaries):
        return inputs
    # Most comparisons have none.
    from readcompare.vocabulary.own import read_own

    own = read_own(lexicons, dictionaries)
    recipe = replace(inputs.recipe, lexicons=own.lexicon_marks, dictionaries=own.dictionary_marks)
    notes = (*inputs.notes, *own.notes((inputs.a.language, inputs.b.language)))
    return replace(inputs, recipe=recipe, notes=notes, own=own)


def _refuse_the_same_file(first: str, second: str) -> None:
    if first == second and is_given(first):
        raise UsageError(Problem(message=f"only one of the texts can come from {source_name(first)}"))
    if is_given(first) or is_given(second):
        return
    try:
        same = Path(first).samefile(second)
    except (OSError, ValueError):
        return  # one of them cannot be reached: reading it says so
    if same:
        raise UsageError(Problem(message="this is the same file twice; name the other side's text", path=second))
