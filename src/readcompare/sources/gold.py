"""Annotations of a call by a careful reader: what an aligner's answer is scored against."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from readcompare.model.alignment import RowKind
from readcompare.sources.fields import FieldReader, Fields, is_absent
from readcompare.sources.yaml_file import MappingNode, Node, SequenceNode, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

LINK_KINDS = ("same", "partial")
EMPHASIS_KINDS = ("term", "force", "framing", "agency", "evaluative", "intensifier", "hedge")
ACT_TYPES = (
    "condemn", "accuse", "demand", "request", "urge", "warn", "stress", "concern", "propose", "inform", "topic",
    "agree", "welcome", "thank", "deny", "commit",
)  # fmt: skip
CONTRADICTION_KINDS = ("claim", "position", "agency", "scope", "number", "date")

Pair = tuple[int, int]
"""Sentence numbers of A and B, from 1."""
Phrase = tuple[tuple[str, str], ...]
"""One wording per language: (BCP 47 primary subtag, exact characters of the text)."""


class GoldLink(Struct, frozen=True):
    """Two sentences that answer each other."""

    a: int
    b: int
    kind: RowKind
    """`same` or `partial`."""


class MissingPhrase(Struct, frozen=True):
    """Inside a link, words of one side that the other side lacks."""

    a: int
    b: int
    side: str
    """`a` or `b`: where the phrase stands."""
    phrase: Phrase


class Emphasis(Struct, frozen=True, kw_only=True):
    """Words of the two sides that tell the same thing differently."""

    a: int
    b: int
    kind: str
    """One of `EMPHASIS_KINDS`."""
    a_phrase: Phrase
    b_phrase: Phrase


class ReportingAct(Struct, frozen=True, kw_only=True):
    """Who says or does what, according to one sentence."""

    side: str
    """`a` or `b`."""
    sentence: int
    actor: str
    """A person's name, `both`, or `not stated`."""
    type: str
    """One of `ACT_TYPES`."""
    verb: Phrase


class Contradiction(Struct, frozen=True):
    """Two sentences that cannot both be right, or take opposite positions."""

    a: int
    b: int
    kind: str
    """One of `CONTRADICTION_KINDS`."""
    note: str


class Gold(Struct, frozen=True, kw_only=True):
    """The annotation of one call; sentences by number from 1, in the order of the texts' lines."""

    links: tuple[GoldLink, ...]
    competing: tuple[Pair, ...]
    """One topic, different or opposing statements: no links."""
    only_a: tuple[int, ...]
    """Sentences without a link, competing ones included."""
    only_b: tuple[int, ...]
    frame_a: tuple[int, ...]
    """Generic sentences that are neither linked nor missing."""
    frame_b: tuple[int, ...]
    ignore_a: tuple[int, ...]
    """Left out of scoring."""
    ignore_b: tuple[int, ...]
    debatable: tuple[Pair, ...]
    """Pairs on which a second reader differed."""
    initiator: tuple[str | None, str | None]
    """Who asked for the call according to A and to B; None when not stated."""
    missing: tuple[MissingPhrase, ...]
    emphasis: tuple[Emphasis, ...]
    acts: tuple[ReportingAct, ...]
    contradictions: tuple[Contradiction, ...]
    salience: tuple[tuple[int, ...], tuple[int, ...]]
    """The one-sided sentences of A and of B that a careful reader would report first, best first."""


_KEYS = Gold.__struct_fields__
T = TypeVar("T")


def read_gold(path: str) -> Gold:
    """Read the annotation file at `path`; what it leaves out is empty.

    Raises InputError when it cannot be read, ConfigurationError with all problems when it is not well formed.
    """
    file = read_yaml(path)
    reader = _GoldReader(file)
    fields = reader.fields(file.root, _KEYS, "an annotation")
    initiator = reader.fields(fields.get("initiator"), ("a", "b"), "initiator")
    salience = reader.fields(fields.get("salience"), ("only_a", "only_b"), "salience")
    gold = Gold(
        links=reader.all(fields.get("links"), "links", reader.link),
        competing=reader.all(fields.get("competing"), "competing", reader.pair),
        only_a=reader.sentences(fields.get("only_a"), "only_a"),
        only_b=reader.sentences(fields.get("only_b"), "only_b"),
        frame_a=reader.sentences(fields.get("frame_a"), "frame_a"),
        frame_b=reader.sentences(fields.get("frame_b"), "frame_b"),
        ignore_a=reader.sentences(fields.get("ignore_a"), "ignore_a"),
        ignore_b=reader.sentences(fields.get("ignore_b"), "ignore_b"),
        debatable=reader.all(fields.get("debatable"), "debatable", reader.pair),
        initiator=(reader.text(initiator.get("a"), "initiator"), reader.text(initiator.get("b"), "initiator")),
        missing=reader.all(fields.get("missing"), "missing", reader.missing_phrase),
        emphasis=reader.all(fields.get("emphasis"), "emphasis", reader.emphasis),
        acts=reader.all(fields.get("acts"), "acts", reader.act),
        contradictions=reader.all(fields.get("contradictions"), "contradictions", reader.contradiction),
        salience=(
            reader.sentences(salience.get("only_a"), "only_a"),
            reader.sentences(salience.get("only_b"), "only_b"),
        ),
    )
    reader.finish()
    return gold


class _GoldReader(FieldReader):
    """Reads the parts of an annotation; a wrong value is reported and read as 0, as the first option, or left out.

    Nobody sees these: `finish` raises before the annotation is handed out.
    """

    def all(self, node: Node | None, what: str, read: Callable[[Node], T | None]) -> tuple[T, ...]:
        """Read every item of a list."""
        return tuple(value for item in self.items(node, what) if (value := read(item)) is not None)

    def sentences(self, node: Node | None, what: str) -> tuple[int, ...]:
        """Read a list of sentence numbers."""
        return self.all(node, what, self.sentence)

    def sentence(self, node: Node) -> int:
        """Read the number of a sentence, from 1."""
        if is_absent(node):
            self.report(node, "a sentence number is missing")
        return self.number(node, "a sentence number") or 0

    def word(self, node: Node, options: tuple[str, ...], what: str) -> str:
        """Read one of `options`."""
        return self.choice(node, options, what) or options[0]

    def row(self, node: Node, form: str) -> tuple[Node, ...]:
        """Read a list of the given form, such as `[a, b]`; empty when it has another."""
        items = node.items if isinstance(node, SequenceNode) else ()
        if len(items) == form.count(",") + 1:
            return items
        self.report(node, f"this must be of the form {form}")
        return ()

    def record(self, node: Node, keys: tuple[str, ...]) -> Fields | None:
        """Read a mapping that has all of `keys`; None when it has not."""
        if not isinstance(node, MappingNode):
            self.report(node, f"this must be of the form {{{', '.join(f'{key}: …' for key in keys)}}}")
            return None
        fields = self.fields(node, keys, "this")
        lacking = [key for key in keys if key not in fields or is_absent(fields[key])]
        if lacking:
            self.report(node, f"here is no {' and no '.join(repr(key) for key in lacking)}")
        return None if lacking else fields

    def pair(self, node: Node) -> Pair | None:
        """Read `[a, b]`."""
        items = self.row(node, "[a, b]")
        return (self.sentence(items[0]), self.sentence(items[1])) if items else None

    def link(self, node: Node) -> GoldLink | None:
        """Read `[a, b, kind]`."""
        items = self.row(node, "[a, b, kind]")
        if not items:
            return None
        kind = self.word(items[2], LINK_KINDS, "the kind of a link")
        return GoldLink(self.sentence(items[0]), self.sentence(items[1]), RowKind(kind))

    def phrase(self, node: Node, what: str) -> Phrase:
        """Read `{language: words, ...}`."""
        return tuple((key.text, self.text(value, what) or "") for key, value in self.entries(node, what))

    def missing_phrase(self, node: Node) -> MissingPhrase | None:
        """Read an item of `missing`."""
        fields = self.record(node, ("a", "b", "side", "phrase"))
        if not fields:
            return None
        return MissingPhrase(
            self.sentence(fields["a"]),
            self.sentence(fields["b"]),
            self.word(fields["side"], ("a", "b"), "side"),
            self.phrase(fields["phrase"], "phrase"),
        )

    def emphasis(self, node: Node) -> Emphasis | None:
        """Read an item of `emphasis`."""
        fields = self.record(node, ("a", "b", "kind", "a_phrase", "b_phrase"))
        if not fields:
            return None
        return Emphasis(
            a=self.sentence(fields["a"]),
            b=self.sentence(fields["b"]),
            kind=self.word(fields["kind"], EMPHASIS_KINDS, "the kind of an emphasis"),
            a_phrase=self.phrase(fields["a_phrase"], "a_phrase"),
            b_phrase=self.phrase(fields["b_phrase"], "b_phrase"),
        )

    def act(self, node: Node) -> ReportingAct | None:
        """Read an item of `acts`."""
        fields = self.record(node, ("side", "sentence", "actor", "type", "verb"))
        if not fields:
            return None
        return ReportingAct(
            side=self.word(fields["side"], ("a", "b"), "side"),
            sentence=self.sentence(fields["sentence"]),
            actor=self.text(fields["actor"], "actor") or "",
            type=self.word(fields["type"], ACT_TYPES, "the type of an act"),
            verb=self.phrase(fields["verb"], "verb"),
        )

    def contradiction(self, node: Node) -> Contradiction | None:
        """Read an item of `contradictions`."""
        fields = self.record(node, ("a", "b", "kind", "note"))
        if not fields:
            return None
        return Contradiction(
            self.sentence(fields["a"]),
            self.sentence(fields["b"]),
            self.word(fields["kind"], CONTRADICTION_KINDS, "the kind of a contradiction"),
            self.text(fields["note"], "note") or "",
        )


def check_complete(gold: Gold, n_a: int, n_b: int) -> tuple[str, ...]:
    """Say what keeps `gold` from being a whole annotation of texts with `n_a` and `n_b` sentences; empty if nothing.

    Every sentence of a side stands exactly once among the linked, one-sided, frame and ignored ones (links may repeat
    a sentence), no other number occurs anywhere, and no pair is linked twice or both linked and competing.
    """
    linked = Counter((link.a, link.b) for link in gold.links)
    problems = [f"A{a} and B{b} are linked {times} times" for (a, b), times in linked.items() if times > 1]
    problems += [f"A{a} and B{b} are linked and competing" for a, b in gold.competing if (a, b) in linked]
    places_a = ({a for a, _ in linked}, gold.only_a, gold.frame_a, gold.ignore_a)
    places_b = ({b for _, b in linked}, gold.only_b, gold.frame_b, gold.ignore_b)
    for letter, total, places in (("A", n_a, places_a), ("B", n_b, places_b)):
        counted = Counter(number for numbers in places for number in numbers)
        problems += [f"{letter}{n} stands nowhere" for n in range(1, total + 1) if not counted[n]]
        problems += [f"{letter}{n} stands {times} times" for n, times in sorted(counted.items()) if times > 1]
        beyond = {n for n in (*counted, *_mentioned(gold, letter)) if n > total}
        problems += [f"{letter}{n} is beyond the last sentence, {letter}{total}" for n in sorted(beyond)]
    return tuple(problems)


def _mentioned(gold: Gold, letter: str) -> set[int]:
    """Collect the sentence numbers of a side that occur outside the division of its sentences."""
    side = 0 if letter == "A" else 1
    pairs = [*gold.competing, *gold.debatable]
    pairs += [(item.a, item.b) for items in (gold.missing, gold.emphasis, gold.contradictions) for item in items]
    acts = {act.sentence for act in gold.acts if act.side == letter.lower()}
    return {pair[side] for pair in pairs} | acts | set(gold.salience[side])
