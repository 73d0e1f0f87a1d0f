"""The sample comparison that is shipped with the program, written where it can be read and corrected."""

from __future__ import annotations

from pathlib import Path

from readcompare.errors import InputError, Problem
from readcompare.sources.disk import is_there
from readcompare.sources.text import write_bytes

_SHIPPED = Path(__file__).resolve().parent / "sample"
COMPARISON = "comparison.yaml"


def unpack_sample(folder: str) -> str:
    """Write the files of the sample that are not in `folder` yet, and return the path of its comparison file.

    InputError when the folder cannot be made or written, or holds another comparison.
    """
    target = Path(folder)
    path = target / COMPARISON
    if is_there(str(path)) and path.read_bytes() != (_SHIPPED / COMPARISON).read_bytes():
        raise InputError(Problem(message="this is another comparison; name another folder", path=str(path)))
    try:
        target.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(Problem(message=f"this folder cannot be made: {reason.lower()}", path=folder)) from None
    for shipped in sorted(_SHIPPED.iterdir()):
        copy = target / shipped.name
        if not is_there(str(copy)):
            write_bytes(str(copy), shipped.read_bytes())
    return str(path)
