"""A lexicon of the user's own, read strictly."""

from __future__ import annotations

import hashlib
from pathlib import Path

from readcompare.lexicon.entries import Lexicon
from readcompare.model.recipe import OwnFile
from readcompare.sources.fields import meant
from readcompare.sources.lexicon_files import LAYERS
from readcompare.sources.lexicon_reader import LexiconReader
from readcompare.sources.text import read_bytes
from readcompare.sources.yaml_file import MAX_YAML_BYTES, MappingNode, read_yaml, shown


class OwnLexiconReader(LexiconReader):
    """Reads a lexicon that is merged over the shipped ones, so that its name must be that of a layer."""

    def lexicon(self, root: MappingNode) -> Lexicon:
        """Read the whole file; what was wrong is raised by `finish`."""
        lexicon = super().lexicon(root)
        if lexicon.name and lexicon.name not in LAYERS:
            node = next(value for key, value in root.entries if key.text == "name")
            near = meant(lexicon.name, LAYERS)
            self.report(node, f"name must be the layer these entries belong to, not {shown(lexicon.name)}; {near}")
        return lexicon


def read_own_lexicon(path: str) -> tuple[Lexicon, OwnFile]:
    """Read the lexicon at `path`, and what makes it known again.

    Raises InputError when it cannot be read as text, ConfigurationError that names every problem of a faulty one.
    """
    file = read_yaml(path)
    reader = OwnLexiconReader(file)
    lexicon = reader.lexicon(file.root)
    reader.finish()
    digest = hashlib.sha256(read_bytes(path, limit=MAX_YAML_BYTES)).hexdigest()
    return lexicon, OwnFile(name=Path(path).name, sha256=digest)
