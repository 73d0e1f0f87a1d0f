"""Models by their names on the Hugging Face hub: found on this machine, or fetched when the user says so."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path

from readcompare.errors import InputError, Problem, UsageError
from readcompare.sources.encoder import LAYOUTS, folder_trouble, require_packages

PREFIX = "hub:"
"""What stands before a name on the hub, so that no folder is taken for one."""
_NAME = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*", re.ASCII)
_FILES = sorted({name for names in LAYOUTS for name in names})


def name_trouble(named: str) -> str | None:
    """Say what is wrong with `named` as a name on the hub, which begins with `PREFIX`; None when it may be one."""
    if _NAME.fullmatch(named.removeprefix(PREFIX)):
        return None
    return f"a model of the hub is named {PREFIX}OWNER/NAME"


def kept(named: str) -> str:
    """The folder of the model on this machine, where it was fetched before; the network is not used.

    Raises InputError when it is not there, UsageError when the packages for it are missing.
    """
    folder = _kept(named)
    if folder is None:
        message = f"this model is not on this machine; fetch it once by naming it on the command line: --model {named}"
        raise InputError(Problem(message=message, path=named))
    return folder


def fetched(named: str) -> str:
    """The folder of the model, fetched from the hub when it is not on this machine.

    Nothing is sent but the request for the model's files, and no account is used. Raises InputError when it cannot
    be had, UsageError when the packages for it are missing.
    """
    return _kept(named) or _fetch(named)


def _kept(named: str) -> str | None:
    require_packages()
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError

    _refuse_bad_name(named)
    try:
        folder = snapshot_download(named.removeprefix(PREFIX), allow_patterns=_FILES, local_files_only=True)
    except LocalEntryNotFoundError:
        return None
    except OSError as error:
        raise InputError(Problem(message=f"cannot be read: {error.strerror or error}", path=named)) from None
    return None if folder_trouble(folder) else folder


def _fetch(named: str) -> str:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import LocalEntryNotFoundError, RepositoryNotFoundError
    from huggingface_hub.utils.tqdm import disable_progress_bars

    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)  # what goes wrong is told in one line below
    if not (sys.stderr and sys.stderr.isatty()):
        disable_progress_bars()
    try:
        folder = snapshot_download(named.removeprefix(PREFIX), allow_patterns=_FILES, token=False)
    except RepositoryNotFoundError:
        raise _not_fetched(named, "the hub has no public model of this name") from None
    except LocalEntryNotFoundError:
        raise _not_fetched(named, "the hub cannot be reached, and the model is not on this machine") from None
    except Exception as error:  # noqa: BLE001 - the library lets through whatever its transport raises
        told = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise _not_fetched(named, f"it cannot be fetched: {told}") from None
    trouble = folder_trouble(folder)
    if trouble:
        raise _not_fetched(named, f"what came is no whole model of model2vec, which has {', '.join(LAYOUTS[0])}")
    return folder


def _refuse_bad_name(named: str) -> None:
    trouble = name_trouble(named)
    if trouble:
        raise UsageError(Problem(message=trouble, path=named))


def _not_fetched(named: str, message: str) -> InputError:
    return InputError(Problem(message=message, path=named))


def folder_name(named: str) -> str:
    """What a model is called: its name on the hub, or its folder's name without the folders above."""
    return named if named.startswith(PREFIX) else Path(named).absolute().name
