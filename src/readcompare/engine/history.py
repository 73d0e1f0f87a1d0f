"""What is new, kept and dropped against the last readout of the same side, and which sentences are stock phrases."""

from __future__ import annotations

from difflib import SequenceMatcher

from msgspec.structs import replace

from readcompare.engine.examine import most_reportable_first
from readcompare.lexicon.tokens import tokenise
from readcompare.model.alignment import Certainty, RowKind
from readcompare.model.comparison import Comparison
from readcompare.model.findings import Finding, FindingKind
from readcompare.model.history import History

_STOCK = 0.8
"""Share of the words, in their order, that two sentences have in common when the newer one is a stock phrase.

difflib's ratio on words (Ratcliff and Metzener 1988). Names and dates change from call to call, the phrase does not.
"""
Histories = tuple[History | None, History | None]
"""Of A and of B; None where no last readout is given."""
_NO_NEWS = 0.5
"""What is left of the severity of an omission that is a stock phrase: the side writes it every time."""


def history(comparison: Comparison) -> History:
    """The history of side B of `comparison`, whose side A is the last readout of the same side."""
    last, now = comparison.documents
    met: dict[str, list[str]] = {}
    answered: set[str] = set()
    for row in comparison.rows:
        if row.kind.is_match:
            answered.update(row.a)
            for name in row.b:
                met.setdefault(name, []).extend(row.a)
    words = {s.id: [token.norm for token in tokenise(d.text_of(s))] for d in (last, now) for s in d.sentences}
    stock = [
        name
        for name, others in met.items()
        if any(SequenceMatcher(None, words[other], words[name], autojunk=False).ratio() >= _STOCK for other in others)
    ]
    # Titles and dates are nothing new, and nothing that was dropped: of general rows they are sure, as is what somebody
    # has set as general by hand.
    frames = [row for row in comparison.rows if row.kind is RowKind.FRAME and row.certainty is Certainty.SURE]
    titles = {name for row in frames for name in (*row.a, *row.b)}
    names = [sentence.id for sentence in now.sentences]
    return History(
        source=last.readout.source or last.readout.name,
        new=tuple(name for name in names if name not in met and name not in titles),
        kept=tuple(name for name in names if name in met and name not in stock),
        stock=tuple(name for name in names if name in stock),
        dropped=tuple(last.text_of(sentence) for sentence in last.sentences if sentence.id not in answered | titles),
    )


def with_histories(comparison: Comparison, histories: Histories) -> Comparison:
    """The comparison with the histories of its sides; an omission that is a stock phrase counts for less."""
    stock = {name for one in histories if one for name in one.stock}
    findings = [_discounted(finding) if _is_about(finding, stock) else finding for finding in comparison.findings]
    return replace(comparison, findings=most_reportable_first(findings), histories=histories)


def _is_about(finding: Finding, stock: set[str]) -> bool:
    return finding.kind is FindingKind.OMISSION and finding.evidence[0].sentence in stock


def _discounted(finding: Finding) -> Finding:
    told = f"{finding.summary} That side's last readout has it in the same words."
    return replace(finding, severity=round(finding.severity * _NO_NEWS, 4), summary=told)
