"""The annotations file: links, notes and labels set by hand, in YAML that a person can read and a diff shows well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readcompare.errors import InputError, Problem
from readcompare.model.alignment import RowKind
from readcompare.model.annotations import Anchor, Annotations, Judgement, Verdict
from readcompare.sources.fields import FieldReader, is_absent
from readcompare.sources.text import decode, write_text
from readcompare.sources.yaml_file import MAX_YAML_BYTES, MappingNode, Node, YamlFile, parse_yaml, read_yaml, shown
from readcompare.sources.yaml_text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = "readcompare-annotations/1"
"""What the `format` line of an annotations file must say."""

_KEYS = ("format", "rows")
_ROW_KEYS = ("verdict", "a", "b", "kind", "note", "labels", "languages")
_ANCHOR_KEYS = ("sentence", "digest", "text")
_NUMBER = re.compile(r"[1-9][0-9]*")
_DIGEST = re.compile(r"[0-9a-f]{12}")
TWO = ("A", "B")
"""The letters of the sides `a` and `b` of a file; those of a pair of several accounts may be others."""
_HEAD = f"""\
# Set by hand, and kept when the comparison is made again. A sentence is found by its words (text, digest) first and
# by its number second, so an edit elsewhere in the readout does no harm.
format: {FORMAT}
"""


def read_annotations(path: str, letters: tuple[str, str] = TWO) -> Annotations:
    """Read the annotations file at `path` on the sides with these `letters`.

    Raises InputError when it cannot be read, ConfigurationError with all problems when it is not well formed.
    """
    return _annotations(read_yaml(path), letters)


def parse_annotations(data: bytes, path: str, letters: tuple[str, str] = TWO) -> tuple[Annotations, YamlFile]:
    """What the bytes of the file at `path` say, with the tree they were read from; errors as `read_annotations`."""
    if len(data) > MAX_YAML_BYTES:
        raise InputError(Problem(message=f"this is too large: the limit is {MAX_YAML_BYTES:,} bytes", path=path))
    file = parse_yaml(decode(data, path, advice="save it as UTF-8"), path)
    return _annotations(file, letters), file


def _annotations(file: YamlFile, letters: tuple[str, str]) -> Annotations:
    reader = _AnnotationsReader(file, letters)
    fields = reader.fields(file.root, _KEYS, "an annotations file")
    form = reader.text(fields.get("format"), "format")
    if form is None:
        reader.report(fields.get("format", file.root), f"format is missing; write `format: {FORMAT}`")
    elif form != FORMAT:
        reader.report(fields["format"], f"format {shown(form)} is not known; this version reads {shown(FORMAT)}")
    rows = tuple(reader.judgement(item) for item in reader.items(fields.get("rows"), "rows"))
    reader.finish()
    return Annotations(rows)


def write_annotations(path: str, annotations: Annotations) -> None:
    """Write `annotations` to `path`, beside it first and then renamed; InputError when that cannot be done."""
    write_text(path, annotations_text(annotations))


def annotations_text(annotations: Annotations) -> str:
    """The YAML of `annotations`, one line a fact, the same for the same annotations."""
    if not annotations.judgements:
        return f"{_HEAD}rows: []\n"
    return f"{_HEAD}rows:\n" + "".join(map(row_text, annotations.judgements))


def row_text(judgement: Judgement, indent: str = "") -> str:
    """The lines of one row, each after `indent`."""
    return "".join(f"{indent}{line}\n" for line in _lines(judgement))


class _AnnotationsReader(FieldReader):
    def __init__(self, file: YamlFile, letters: tuple[str, str]) -> None:
        super().__init__(file)
        self._letters = dict(zip("ab", letters, strict=True))

    def judgement(self, node: Node) -> Judgement:
        """Read one row; what is wrong with it is reported, and something harmless stands in its place."""
        if not isinstance(node, MappingNode):
            self.report(node, "a row must be a mapping with `verdict`, `a` and `b`")
        fields = self.fields(node, _ROW_KEYS, "a row") if isinstance(node, MappingNode) else {}
        verdict = self.choice(fields.get("verdict"), [verdict.value for verdict in Verdict], "verdict")
        if "verdict" not in fields or is_absent(fields["verdict"]):
            self.report(node, f"verdict is missing; known are {', '.join(Verdict)}")
        kind = self.choice(fields.get("kind"), [kind.value for kind in RowKind], "kind")
        a, b = (tuple(self._anchors(fields.get(side), side)) for side in ("a", "b"))
        if fields and not (a or b):
            self.report(node, "this row names no sentence; write `a:` or `b:` with a list of sentences")
        return Judgement(
            verdict=Verdict(verdict or Verdict.CONFIRMED),
            a=a,
            b=b,
            kind=RowKind(kind) if kind else None,
            note=self.text(fields.get("note"), "note"),
            labels=tuple(
                label for item in self.items(fields.get("labels"), "labels") if (label := self.text(item, "a label"))
            ),
            languages=self._languages(fields.get("languages")),
        )

    def _languages(self, node: Node | None) -> tuple[str, str] | None:
        if node is None or is_absent(node):
            return None
        told = [self.text(item, "a language") for item in self.items(node, "languages")]
        if len(told) == 2 and told[0] and told[1]:
            return told[0], told[1]
        self.report(node, "languages are those of the texts of a and b; write them as `languages: [de, ru]`")
        return None

    def _anchors(self, node: Node | None, side: str) -> Iterator[Anchor]:
        for item in self.items(node, side):
            fields = self.fields(item, _ANCHOR_KEYS, "a sentence")
            found = {key: self.text(fields.get(key), key) for key in _ANCHOR_KEYS}
            for key in ("sentence", "digest"):
                if found[key] is None:
                    self.report(item, f"{key} is missing")
            sentence, digest = found["sentence"] or "", found["digest"] or ""
            letter = self._letters[side]
            if sentence and not (sentence[0] == letter and _NUMBER.fullmatch(sentence[1:])):
                self.report(fields["sentence"], f"a sentence of {side} is named as {letter}3, not {shown(sentence)}")
            if digest and not _DIGEST.fullmatch(digest):
                self.report(fields["digest"], f"a digest has 12 hexadecimal digits, not {shown(digest)}")
            yield Anchor(sentence=sentence, digest=digest, text=found["text"] or "")


def _lines(judgement: Judgement) -> Iterator[str]:
    yield f"- verdict: {judgement.verdict}"
    for side, anchors in (("a", judgement.a), ("b", judgement.b)):
        if anchors:
            yield f"  {side}:"
        for anchor in anchors:
            yield f"  - sentence: {anchor.sentence}"
            yield f'    digest: "{anchor.digest}"'
            if anchor.text:
                yield f"    text: {quoted(anchor.text)}"
    if judgement.kind:
        yield f"  kind: {judgement.kind}"
    if judgement.note:
        yield f"  note: {quoted(judgement.note)}"
    if judgement.labels:
        yield f"  labels: [{', '.join(quoted(label) for label in judgement.labels)}]"
    if judgement.languages:
        yield f"  languages: [{', '.join(map(quoted, judgement.languages))}]"
