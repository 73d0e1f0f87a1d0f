"""A comparison that a reader works with: compared anew with another threshold, language version or edited text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from readcompare.engine.progress import Progress, silent
from readcompare.errors import Problem, UsageError
from readcompare.intake import (
    Accounts,
    Inputs,
    Wishes,
    annotations_path,
    first_pair,
    read_accounts,
    read_texts,
    several_texts,
)
from readcompare.model.alignment import Row
from readcompare.model.annotations import Annotations
from readcompare.model.comparison import Comparison
from readcompare.sources.disk import is_there
from readcompare.sources.given import is_given, source_name
from readcompare.sources.looks import keep_look, last_looks
from readcompare.sources.places import keep_place, last_place
from readcompare.sources.text import write_bytes

# The engine is imported where it is used: the screen can show what was read before that, which takes as long.
if TYPE_CHECKING:
    from readcompare.engine.ask import Behind
    from readcompare.engine.prepare import Prepared
    from readcompare.model.text import Readout

__all__ = [
    "Session",
    "SidesChangedError",
    "Stamp",
    "keep_look",
    "keep_place",
    "last_looks",
    "last_place",
    "read",
    "start",
    "write_new",
]

Stamp = tuple[tuple[str, int, int], ...]
"""Each file that was read, with the time of its last change in nanoseconds and its size in bytes."""


class Session(Struct, frozen=True, kw_only=True):
    """What was asked for and what came of it. A value: every change makes a new one and leaves this one as it is."""

    files: tuple[str, ...]
    """One comparison file, or two texts."""
    wishes: Wishes
    comparison: Comparison
    versions: tuple[tuple[str, ...], tuple[str, ...]]
    """Languages in which the text of A and of B is there, in the order of the file."""
    texts: tuple[str | None, str | None]
    """Paths of the two texts that are compared; None for one that stands in no file."""
    stamp: Stamp
    """Files as they were when they were read."""
    annotations_path: str | None
    """Where work by hand is kept; None when a text stands in no file."""
    inputs: Inputs
    prepared: Prepared
    pairs: tuple[tuple[int, int], ...] = ((0, 1),)
    """The places of any two sides: first the pivot with each other side, then the others among themselves."""
    pair: tuple[int, int] = (0, 1)
    """The places of the two sides that are compared."""
    ids: tuple[str, ...] = ()
    """The ids of all sides, in the order of the file."""

    @property
    def threshold(self) -> float:
        """Probability from which a pair is linked."""
        from readcompare.runner import weights_for

        set_one = self.inputs.recipe.threshold
        return weights_for(self.inputs).link_from if set_one is None else set_one

    @property
    def key(self) -> str:
        """Names the call on this machine, whatever language version is read."""
        return "|".join(path if is_given(path) else str(Path(path).absolute()) for path in self.files)

    def with_threshold(self, threshold: float | None) -> Session:
        """Linked from another probability; None takes the matcher's own. Nothing is read or prepared again."""
        inputs = replace(self.inputs, recipe=replace(self.inputs.recipe, threshold=threshold))
        wishes = replace(self.wishes, threshold=threshold)
        return replace(self, wishes=wishes, inputs=inputs, comparison=self._concluded(inputs))

    def with_annotations(self, annotations: Annotations) -> Session:
        """Aligned around what was set by hand. Nothing is read or prepared again."""
        inputs = replace(self.inputs, annotations=annotations)
        return replace(self, inputs=inputs, comparison=self._concluded(inputs))

    def _concluded(self, inputs: Inputs) -> Comparison:
        """The same texts compared anew; what is new in them against the last ones stays the same."""
        from readcompare.engine.history import with_histories
        from readcompare.runner import run_from

        return with_histories(run_from(self.prepared, inputs), self.comparison.histories)

    def having_saved(self) -> Session:
        """The file of annotations as it is now is what this session knows, so it does not count as changed."""
        by_hand = self.annotations_path
        return replace(
            self, stamp=tuple((by_hand, *_state(by_hand)) if one[0] == by_hand else one for one in self.stamp)
        )

    def other_version(self, side: int) -> str | None:
        """The language version of side 0 or 1 that follows the compared one; None when there is no other."""
        languages = self.versions[side]
        if len(languages) < 2:
            return None
        compared = (self.inputs.a, self.inputs.b)[side].language
        place = languages.index(compared) if compared in languages else -1
        return languages[(place + 1) % len(languages)]

    def with_version(self, side: int, language: str) -> Session:
        """Another language version of side 0 or 1; a ReadcompareError when it cannot be read."""
        place, known = self.pair[side], self.wishes.languages
        languages = [*known, *[None] * (place + 1 - len(known))]
        languages[place] = language
        return self._again(replace(self.wishes, languages=tuple(languages)))

    def with_pair(self, pair: tuple[int, int]) -> Session:
        """Two other sides of the same comparison; a ReadcompareError when they cannot be compared."""
        return self._again(replace(self.wishes, pair=pair))

    def read_again(self) -> Session:
        """The same from the files as they are now; a ReadcompareError when they cannot be read."""
        return self._again(self.wishes)

    def has_other_sides(self, ids: tuple[str, ...]) -> bool:
        """Whether the places of the sides called `ids` mean other sides here; of two each may get another name."""
        return _are_others(self.ids, ids)

    def opened_anew(self) -> Session:
        """From the files as they are now, whatever sides they have; a ReadcompareError when they cannot be read."""
        return start(self.files, replace(self.wishes, languages=(None, None), pair=None))

    def behind(self, row: Row) -> Behind:
        """What stands behind a row of the comparison: its likest pair, the signals of that, and the runner-up."""
        from readcompare.engine.ask import ask
        from readcompare.engine.decide import models_for
        from readcompare.runner import weights_for

        return ask(self.prepared, models_for(self.prepared, weights_for(self.inputs)), row)

    @property
    def _given(self) -> str | None:
        """What stands for a text that is in no file; None when both are in files."""
        return next((path for path in self.files if is_given(path)), None)

    @property
    def stamp_now(self) -> Stamp:
        """The files as they are now. What stands in no file cannot be read again, so nothing counts as new."""
        return self.stamp if self._given else _stamp(path for path, _, _ in self.stamp)

    def _again(self, wishes: Wishes) -> Session:
        if self._given:
            told = f"a text from {source_name(self._given)} cannot be read again; name a file"
            raise UsageError(Problem(message=told))
        again = start(self.files, wishes, known=self.ids)
        threshold = self.inputs.recipe.threshold
        return again if again.inputs.recipe.threshold == threshold else again.with_threshold(threshold)


def write_new(path: str, data: bytes) -> None:
    """Write a file that is not there yet; a ReadcompareError when it is, or cannot be written."""
    if is_there(path):
        raise UsageError(Problem(message="is there already; name another file", path=path))
    write_bytes(path, data)


class SidesChangedError(UsageError):
    """A comparison has other sides than before, so that what is known of their places no longer holds."""


class Reading(NamedTuple):
    """What was read, before anything is compared."""

    files: tuple[str, ...]
    wishes: Wishes
    accounts: Accounts
    pair: tuple[int, int]
    """The places of the two sides that are to be compared."""
    inputs: Inputs
    stamp: Stamp
    annotations_path: str | None

    @property
    def readouts(self) -> tuple[Readout, Readout]:
        """The two texts."""
        return self.inputs.a, self.inputs.b

    def compared(self, progress: Progress = silent) -> Session:
        """Prepare and compare; a ReadcompareError when it cannot be done."""
        from readcompare.runner import run_keeping

        inputs = self.inputs
        versions, texts = _versions(self.accounts, self.pair)
        prepared, comparison = run_keeping(inputs, progress=progress)
        return Session(
            files=self.files,
            wishes=self.wishes,
            comparison=comparison,
            versions=versions,
            texts=texts,
            stamp=self.stamp,
            annotations_path=self.annotations_path,
            inputs=inputs,
            prepared=prepared,
            pairs=tuple(sorted(self.accounts.pairs, key=lambda one: self.accounts.pivot not in one)),
            pair=self.pair,
            ids=tuple(side.readout.id for side in self.accounts.sides),
        )


def read(files: tuple[str, ...], wishes: Wishes, known: tuple[str, ...] = ()) -> Reading:
    """Read what `files` name; a ReadcompareError when it cannot be read.

    `known` are the ids of the sides as they were read before: of several, a place means the same side only as long as
    these stay, so other ones are refused with a SidesChangedError.
    """
    is_described = len(files) == 1 and files[0].lower().endswith((".yaml", ".yml"))
    accounts = read_accounts(files[0], wishes) if is_described else read_texts(several_texts(files), wishes)
    ids = tuple(side.readout.id for side in accounts.sides)
    if known and _are_others(ids, known):
        told = f"its sides were {', '.join(known)} and are now {', '.join(ids)}; open it again"
        raise SidesChangedError(Problem(message=told, path=files[0]))
    pair = wishes.pair or first_pair(accounts.pivot)
    texts, by_hand = _versions(accounts, pair)[1], annotations_path(files, wishes, accounts.described, pair)
    # Before what was set by hand is read, so that a change meanwhile is seen as one.
    stamp = _stamp(filter(None, (*files[:1], *texts, by_hand) if is_described else (*texts, by_hand)))
    return Reading(files, wishes, accounts, pair, accounts.inputs(pair), stamp, by_hand)


def _are_others(ids: tuple[str, ...], known: tuple[str, ...]) -> bool:
    return ids != known and max(len(ids), len(known)) > 2


def start(files: tuple[str, ...], wishes: Wishes, progress: Progress = silent, known: tuple[str, ...] = ()) -> Session:
    """Read and compare what `files` name, as `read` does; a ReadcompareError when it cannot be done."""
    return read(files, wishes, known).compared(progress)


def _versions(
    accounts: Accounts, pair: tuple[int, int]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], tuple[str | None, str | None]]:
    """For two sides the languages in which the text is there, and the path of the compared one."""
    languages: list[tuple[str, ...]] = []
    texts: list[str | None] = []
    for place in pair:
        readout = accounts.sides[place].readout
        if accounts.described is None:
            languages.append((readout.language,))
            texts.append(None if is_given(accounts.files[place]) else accounts.files[place])
            continue
        side = accounts.described.sides[place]
        languages.append(tuple(version.language or readout.language for version in side.texts))
        compared = next((one for one in side.texts if one.language in (readout.language, None)), side.texts[0])
        texts.append(compared.path)
    return (languages[0], languages[1]), (texts[0], texts[1])


def _stamp(paths: Iterable[str]) -> Stamp:
    return tuple((path, *_state(path)) for path in paths)


def _state(path: str) -> tuple[int, int]:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return 0, -1  # it is not there, which is a state too
    return found.st_mtime_ns, found.st_size
