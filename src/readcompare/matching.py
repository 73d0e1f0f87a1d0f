"""Which matcher a comparison is made with: the sentence encoder and the weights that the user names, read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from readcompare.engine.meaning import Encoder
from readcompare.errors import InputError, Problem, UsageError
from readcompare.model.recipe import LEXICAL, MATCHERS, SEMANTIC

if TYPE_CHECKING:
    from readcompare.model.recipe import OwnFile
    from readcompare.model.weights import Weights
    from readcompare.sources.encoder import SentenceEncoder

_NO_MODEL = (
    "the semantic matcher needs a model: name its folder, or hub:OWNER/NAME, with --model or as "
    "`align: {matcher: semantic, model: ...}`"
)


class Choice(Struct, frozen=True):
    """A matcher as it is asked for, in a comparison file or by the user's own words; None leaves a thing open."""

    matcher: str | None = None
    model: str | None = None
    """A folder, or `hub:OWNER/NAME`."""
    weights: str | None = None
    """A file that `readcompare evaluate --fit` wrote."""

    def __post_init__(self) -> None:
        if self.matcher is not None and self.matcher not in MATCHERS:
            known = " and ".join(MATCHERS)
            raise UsageError(Problem(message=f"there is no matcher {self.matcher!r}; known are {known}"))


class Matching(Struct, frozen=True):
    """A matcher, ready for use."""

    matcher: str
    model: SentenceEncoder | None = None
    weights: Weights | None = None
    """None for the shipped ones."""
    weights_mark: OwnFile | None = None

    @property
    def encoder(self) -> Encoder | None:
        """What the engine takes of the model."""
        if self.model is None:
            return None
        from readcompare.sources.encoder import yardstick

        return Encoder(self.model.encode, yardstick())

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader must know about the matcher."""
        if self.model is None:
            return ()
        mark = self.model.mark
        if self.weights and self.weights.model:
            how = "its weight was learned"
        else:
            how = "its weight was not learned, so it makes nothing sure that is not sure without it"
        return (f"semantic matcher: model {mark.name} (sha256 {mark.sha256[:12]}); {how}",)


def read_matching(described: Choice, wished: Choice) -> Matching:
    """The matcher that the user's words ask for or, where they leave it open, the comparison file.

    Only the user's own words fetch a model from the hub: a comparison file can come from anybody. Raises
    ReadcompareError when a model or weights are missing, damaged, or do not fit together.
    """
    if wished.matcher is not None and described.matcher not in (None, wished.matcher):
        described = Choice()  # model and weights were named for the other matcher
    matcher = wished.matcher or described.matcher or LEXICAL
    if matcher == LEXICAL and (wished.model or described.model):
        raise UsageError(Problem(message="a model serves the semantic matcher alone; add --matcher semantic"))
    model = _open(described.model, wished.model) if matcher == SEMANTIC else None
    named = wished.weights or described.weights
    if named is None:
        return Matching(matcher, model)
    from readcompare.sources.weights import read_weights

    weights, mark = read_weights(named)
    _refuse_another_model(named, weights, model)
    return Matching(matcher, model, weights, mark)


def _open(described: str | None, wished: str | None) -> SentenceEncoder:
    from readcompare.sources.encoder import open_encoder
    from readcompare.sources.hub import PREFIX, fetched, folder_name, kept

    named = wished or described
    if named is None:
        raise UsageError(Problem(message=_NO_MODEL))
    folder = named
    if named.startswith(PREFIX):
        folder = fetched(named) if wished else kept(named)
    return open_encoder(folder, folder_name(named))


def _refuse_another_model(path: str, weights: Weights, model: SentenceEncoder | None) -> None:
    learned = weights.model
    if learned is None or (model and model.mark.sha256 == learned.sha256):
        return
    told = f"these weights were learned with the model {learned.name} (sha256 {learned.sha256[:12]})"
    if model is None:
        message = f"{told}; name it with --matcher semantic --model"
    else:
        message = f"{told}, and this is {model.mark.name} ({model.mark.sha256[:12]}); learn others for it"
    raise InputError(Problem(message=message, path=path))
