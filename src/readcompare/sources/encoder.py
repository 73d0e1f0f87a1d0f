"""A sentence encoder of the user's own: a static model of model2vec in a folder."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from readcompare.errors import InputError, Problem, UsageError
from readcompare.model.recipe import OwnFile

if TYPE_CHECKING:
    from model2vec import StaticModel

INSTALL = "pip install 'readcompare[semantic]'"
LAYOUTS = (
    ("config.json", "model.safetensors", "tokenizer.json"),
    ("config_sentence_transformers.json", "model.safetensors", "tokenizer.json"),
    (
        "config_sentence_transformers.json",
        "0_StaticEmbedding/model.safetensors",
        "0_StaticEmbedding/tokenizer.json",
    ),
)
"""The files of a model: its configuration, its vectors, its tokenizer."""
_YARDSTICK = Path(__file__).resolve().parent.parent / "engine" / "yardstick.json"
_NO_FOLDER = "there is no such folder; a model of the hub is named hub:OWNER/NAME"
_SHOWN = 200


class SentenceEncoder(Struct, frozen=True):
    """A model that was read; it needs no network and no file any more."""

    mark: OwnFile
    """By which the model is known again."""
    _model: StaticModel

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """A vector of length 1 for each sentence, of length 0 where the model knows no word.

        Raises InputError when the model's files do not fit together.
        """
        if not sentences:
            return np.zeros((0, self._model.dim), np.float32)
        try:
            # Processes of its own would each load the model again.
            found = self._model.encode(list(sentences), use_multiprocessing=False)
            vectors = np.asarray(found, np.float32).reshape(len(sentences), -1)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - tokenizers raise bare exceptions
            raise InputError(Problem(message=_damaged(error), path=self.mark.name)) from None
        if not np.isfinite(vectors).all():
            raise InputError(Problem(message=_damaged("its vectors hold what is no number"), path=self.mark.name))
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1), np.float32)


@cache
def yardstick() -> Mapping[str, Sequence[Sequence[str]]]:
    """The test sentences that an encoder is measured with: by language statements, each in two wordings."""
    languages: Mapping[str, Sequence[Sequence[str]]] = json.loads(_YARDSTICK.read_text(encoding="utf-8"))["languages"]
    return languages


def folder_trouble(folder: str) -> str | None:
    """Say in a line why no model can be read from `folder`; None when its files are there."""
    path = Path(folder)
    try:
        if not path.is_dir():
            return "this is a file; a model is a folder" if path.exists() else _NO_FOLDER
        if _files(path):
            return None
    except (OSError, ValueError) as error:  # a name too long, a NUL character, no permission
        return f"cannot be read: {_told(error)}"
    return f"no model of model2vec is in this folder; it holds {', '.join(LAYOUTS[0])}"


def open_encoder(folder: str, name: str) -> SentenceEncoder:
    """The model in `folder`, called `name`; the network is not used.

    Raises UsageError when the packages that read a model are not installed, InputError when there is no model or it
    is damaged.
    """
    trouble = folder_trouble(folder)
    if trouble:
        raise InputError(Problem(message=trouble, path=folder))
    try:
        # An absolute path is never taken for a name on the hub, not even when the folder goes away meanwhile.
        path = Path(folder).resolve()
        stamps = tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in _files(path))
    except OSError as error:
        raise InputError(Problem(message=f"cannot be read: {_told(error)}", path=folder)) from None
    return _read(path, stamps, folder, name)


def require_packages() -> None:
    """UsageError with the command that installs them when the packages that read a model are missing."""
    # Said before the import: what is fetched from the hub is asked for without telling about this machine.
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    try:
        import model2vec  # noqa: F401
    except ImportError:
        message = f"the semantic matcher needs packages that are not installed; run: {INSTALL}"
        raise UsageError(Problem(message=message)) from None


@lru_cache(maxsize=1)
def _read(path: Path, stamps: tuple[tuple[Path, int, int], ...], folder: str, name: str) -> SentenceEncoder:
    """The model with these files; the last one is kept, since reading takes longer than comparing."""
    require_packages()
    from model2vec import StaticModel

    digest = hashlib.sha256()
    try:
        for file, _, _ in stamps:
            with file.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
        model = StaticModel.from_pretrained(path)
    except OSError as error:
        raise InputError(Problem(message=f"cannot be read: {_told(error)}", path=folder)) from None
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the readers of vectors and tokenizers raise bare exceptions
        raise InputError(Problem(message=_damaged(error), path=folder)) from None
    return SentenceEncoder(OwnFile(name=name, sha256=digest.hexdigest()), model)


def _files(folder: Path) -> tuple[Path, ...]:
    """The files of the first layout that is there; none when there is no model."""
    layouts = ([folder / name for name in names] for names in LAYOUTS)
    return tuple(next((files for files in layouts if all(file.is_file() for file in files)), ()))


def _damaged(reason: object) -> str:
    return f"this is no static model of model2vec, or it is damaged: {_told(reason)}"


def _told(reason: object) -> str:
    """What went wrong, on one line."""
    if isinstance(reason, OSError) and reason.strerror:
        return reason.strerror[:1].lower() + reason.strerror[1:]
    words = " ".join(str(reason).split()) or type(reason).__name__
    return words if len(words) <= _SHOWN else words[:_SHOWN] + " ..."
