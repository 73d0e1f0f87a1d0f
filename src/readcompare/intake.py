"""What was asked for, read: from files or texts to all that one comparison needs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from readcompare.engine.language import recognise
from readcompare.engine.prepare import Call
from readcompare.errors import InputError, Problem, UsageError
from readcompare.model.annotations import Annotations
from readcompare.model.recipe import LEXICAL, Recipe
from readcompare.model.text import UNKNOWN_LANGUAGE, Readout, is_language
from readcompare.sources.disk import is_there
from readcompare.sources.given import is_given, source_name
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

NOTES = ".notes.yaml"
"""How a file of annotations ends that nobody gave another name."""
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user asks for beside the files; None leaves the choice to the file or to the program."""

    languages: tuple[str | None, str | None] = (None, None)
    """For a comparison file which language version of A and B is read; for plain texts which language they are in."""
    threshold: float | Literal["auto"] | None = None
    """Probability 0..1 from which a pair is linked; `auto` takes the matcher's own, whatever the file says."""
    encoding: str | None = None
    """Encoding of the texts; None lets a document tell it, or recognises it."""
    annotations: str | None = None
    """An annotations file; None takes the one that the comparison file names, or the one beside it."""
    lexicons: tuple[str, ...] = ()
    """Lexicons of the user's own, merged over the shipped ones and over those the comparison file names."""
    dictionaries: tuple[str, ...] = ()
    """Dictionaries of the user's own beside those the comparison file names: `FILE`, or `FILE:de-en`."""
    matcher: str | None = None
    """Name of the matcher."""
    model: str | None = None
    """The semantic matcher's: a folder, or `hub:OWNER/NAME`, which is fetched when it is not on this machine."""
    weights: str | None = None
    """A file of weights; None takes those the comparison file names, or the shipped ones."""

    def __post_init__(self) -> None:
        for language in self.languages:
            if language is not None and not is_language(language):
                raise UsageError(Problem(message=f"{language!r} is no language code; write de, en, ru, ..."))

    def threshold_over(self, described: float | None) -> float | None:
        """The probability that holds where a file says `described`; None takes the matcher's own."""
        if self.threshold is None:
            return described
        return None if isinstance(self.threshold, str) else self.threshold


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that was read for one comparison."""

    a: Readout
    b: Readout
    call: Call
    recipe: Recipe
    notes: tuple[str, ...]
    """What the reader must know about how the texts were read."""
    annotations: Annotations = field(default_factory=Annotations)
    """What was set by hand."""
    previous: tuple[Readout | None, Readout | None] = (None, None)
    """The last readouts of both sides, in the languages that are compared."""
    own: Own | None = None
    """The user's own lexicons and dictionaries; None when there are none."""
    matching: Matching | None = None
    """The matcher; None for the lexical one with the shipped weights."""


def read_file(path: str, wishes: Wishes | None = None) -> Inputs:
    """All that the comparison file at `path` names; a ReadcompareError with every problem of the file."""
    # YAML is not needed when two texts are compared.
    from readcompare.sources.comparison_file import read_comparison_file

    wishes = wishes or Wishes()
    described = read_comparison_file(path)
    read = [
        _read_side(side, language, wishes.encoding)
        for side, language in zip(described.sides, wishes.languages, strict=True)
    ]
    (a, notes_a), (b, notes_b) = read
    call = Call(title=described.title, date=described.date, participants=described.participants)
    by_hand = read_by_hand(wishes, annotations_path((path,), wishes, described))
    recipe = Recipe(threshold=wishes.threshold_over(described.align.threshold))
    inputs = Inputs(a, b, call, recipe, (*notes_a, *notes_b), by_hand)
    first, second = (
        _read_previous(side, readout, wishes.encoding) for side, readout in zip(described.sides, (a, b), strict=True)
    )
    return with_named(replace(inputs, previous=(first, second)), wishes, described)


def read_texts(paths: tuple[str, str], wishes: Wishes | None = None) -> Inputs:
    """The two texts at `paths`; a ReadcompareError when one cannot be read or both are one file."""
    wishes = wishes or Wishes()
    _refuse_the_same_file(*paths)
    names = [source_name(path) if is_given(path) else Path(path).name for path in paths]
    ids = [_NO_ID.sub("-", Path(name).stem.lower()).strip("-") for name in names]
    if not all(ids) or ids[0] == ids[1]:
        ids = ["a", "b"]
    read = []
    for number, path in enumerate(paths):
        extract = read_source(path, encoding=wishes.encoding)
        name = extract.publisher or names[number]
        language = wishes.languages[number]
        source = extract.address or path
        readout, notes = _readout(extract, side_id=ids[number], name=name, language=language, source=source)
        read.append((replace(readout, published=extract.published), notes))
    (a, notes_a), (b, notes_b) = read
    call = Call(title=f"{a.name} and {b.name}")
    by_hand = read_by_hand(wishes, annotations_path(paths, wishes))
    recipe = Recipe(threshold=wishes.threshold_over(None))
    return with_named(Inputs(a, b, call, recipe, (*notes_a, *notes_b), by_hand), wishes)


def make_readout(
    text: str, *, side_id: str, name: str, language: str | None = None, source: str | None = None
) -> tuple[Readout, tuple[str, ...]]:
    """A readout of `text`, and a note when its language had to be recognised."""
    known = language or recognise(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    readout = Readout(id=side_id, name=name, text=text, language=known, sha256=digest, source=source)
    if language:
        return readout, ()
    if known == UNKNOWN_LANGUAGE:
        return readout, (f"{name}: the language was not recognised; name it with --lang-a or --lang-b",)
    return readout, (f"{name}: language {known} recognised from the text",)


def _readout(
    extract: Extract, *, side_id: str, name: str, language: str | None, source: str
) -> tuple[Readout, tuple[str, ...]]:
    """A readout of what a reader gave back, with its notes and those on odd characters."""
    told = language or extract.language
    readout, notes = make_readout(extract.text, side_id=side_id, name=name, language=told, source=source)
    odd = (*extract.notes, *oddities(extract.text))
    return readout, (*(f"{name}: {note}" for note in odd), *notes)


def two_texts(paths: Sequence[str]) -> tuple[str, str]:
    """The paths when they are two texts; a UsageError or InputError that says what they are otherwise."""
    described = [path for path in paths if path.lower().endswith((".yaml", ".yml"))]
    if described:
        raise UsageError(Problem(message="a comparison file is given alone, without other files", path=described[0]))
    if len(paths) == 2:
        return paths[0], paths[1]
    trouble = file_trouble(paths[0]) if len(paths) == 1 and not is_given(paths[0]) else None
    if trouble:
        raise InputError(Problem(message=trouble, path=paths[0]))
    told = "one text; a comparison needs two" if len(paths) == 1 else f"{len(paths)} texts; two are compared at a time"
    raise UsageError(Problem(message=f"this is {told} (or one comparison file that ends in .yaml)"))


def _read_side(side: SideFile, language: str | None, encoding: str | None) -> tuple[Readout, tuple[str, ...]]:
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
    readout, notes = _readout(extract, side_id=side.id, name=side.name, language=wanted, source=source)
    # What the comparison file leaves open, the document may tell.
    published = side.published or extract.published
    return replace(readout, published=published, wording=side.wording, complete=side.complete), notes


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


def annotations_path(files: Sequence[str], wishes: Wishes, described: ComparisonFile | None = None) -> str | None:
    """Where work by hand on these files is kept: where the user or the comparison file says, else beside the files.

    For `call.yaml` that is `call.notes.yaml`, for two texts `a-b.notes.yaml` beside the first one; None when a text
    comes from standard input or the clipboard.
    """
    named = wishes.annotations or (described.annotations if described else None)
    if named:
        return named
    if any(is_given(file) for file in files):
        return None
    first = Path(files[0])
    return str(first.with_name(f"{'-'.join(Path(file).stem for file in files)}{NOTES}"))


def read_by_hand(wishes: Wishes, named: str | None = None) -> Annotations:
    """The annotations that the user asks for, which must be there, or those in the usual place, if any were made."""
    path = wishes.annotations or (named if named and is_there(named) else None)
    if path is None:
        return Annotations()
    # Most comparisons have none.
    from readcompare.sources.annotations import read_annotations

    return read_annotations(path)


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
        raise UsageError(Problem(message=f"only one of the two texts can come from {source_name(first)}"))
    if is_given(first) or is_given(second):
        return
    try:
        same = Path(first).samefile(second)
    except (OSError, ValueError):
        return  # one of them cannot be reached: reading it says so
    if same:
        raise UsageError(Problem(message="this is the same file twice; name the other side's text", path=second))
