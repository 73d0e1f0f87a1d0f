"""What the user asks for beside the files that are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from readcompare.errors import Problem, UsageError
from readcompare.model.sides import LETTERS, place_of
from readcompare.model.text import is_language


class Wishes(Struct, frozen=True, kw_only=True):
    """What the user asks for beside the files; None leaves the choice to the file or to the program."""

    languages: tuple[str | None, ...] = (None, None)
    """For a comparison file which language version of A, B, … is read; for plain texts which language they are in."""
    pivot: str | None = None
    """Of several sides the one that the others are set against, by its id or letter; None leaves it to the file."""
    pair: tuple[int, int] | None = None
    """Where two of several sides are compared, their places; None takes the pivot and the first of the others."""
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

    def language(self, side: int) -> str | None:
        """What is wished for the side at this place."""
        return self.languages[side] if side < len(self.languages) else None

    def refuse_what_is_not_there(self, ids: Sequence[str]) -> None:
        """UsageError when a language or a pivot is wished for a side that is not among `ids`, those of all sides."""
        strange = next((n for n, language in enumerate(self.languages) if language and n >= len(ids)), None)
        if strange is not None:
            told = f"there is no side {LETTERS[strange]}; there are {len(ids)} sides"
            raise UsageError(Problem(message=told))
        if self.pivot is not None and len(ids) == 2:
            raise UsageError(Problem(message="--pivot is for three and more sides; this comparison has two"))
        if self.pivot is not None and place_of(self.pivot, ids) is None:
            known = ", ".join(f"{letter} ({name})" for letter, name in zip(LETTERS, ids, strict=False))
            raise UsageError(Problem(message=f"there is no side {self.pivot!r} to be the pivot; there are {known}"))
        if self.annotations and len(ids) > 2:
            told = "with several sides each pair has a file of work by hand of its own, beside the comparison file"
            raise UsageError(Problem(message=f"--annotations is for two sides; {told}"))

    def threshold_over(self, described: float | None) -> float | None:
        """The probability that holds where a file says `described`; None takes the matcher's own."""
        if self.threshold is None:
            return described
        return None if isinstance(self.threshold, str) else self.threshold
