"""Where what was fetched meets the engine: the versions of a readout, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readcompare.engine.language import recognise
from readcompare.engine.segment import segment
from readcompare.model.editions import Edition, Editions
from readcompare.model.text import Readout
from readcompare.sources.fetch.sources_file import folder_beside, sources_of
from readcompare.sources.fetch.store import versions_of
from readcompare.sources.readers.anything import read_data

if TYPE_CHECKING:
    from readcompare.sources.fetch.store import Version


def editions_of(path: str) -> tuple[Editions, ...]:
    """The versions of every side with a `source:` in the comparison file at `path`.

    Raises ReadcompareError when the file, or a version that is kept, cannot be read.
    """
    folder = folder_beside(path)
    return tuple(
        Editions(source.side, source.address, tuple(map(_edition, versions_of(folder, source.address))))
        for source in sources_of(path)
    )


def _edition(version: Version) -> Edition:
    extract = read_data(version.data(), str(version.path), declared=version.declared, address=version.address)
    language = extract.language or recognise(extract.text)
    readout = Readout(id="a", name="", text=extract.text, language=language, sha256="")
    document = segment(readout, "A")
    return Edition(
        time=version.time,
        last_seen=version.last_seen,
        sha256=version.sha256,
        path=str(version.path),
        sentences=tuple(document.text_of(sentence) for sentence in document.sentences),
        title=extract.title,
        published=extract.published,
    )
