"""The comparison line by line, without a screen: for screen readers and for terminals that can do nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from readcompare.model.comparison import Comparison
from readcompare.tui.troubles import whole_sentence
from readcompare.views.answers import sides_of
from readcompare.views.findings import kind_told, nothing_found
from readcompare.views.glance import counts_in_words, facts
from readcompare.views.narrowing import Query, read_query
from readcompare.views.passages import Role, SentenceView, visible
from readcompare.views.reasons import explanation
from readcompare.views.rows import RowView, row_views

_READING = """Letters mean what they mean on the screen, large or small.
Enter or j: next row. k: previous row. n, N: next, previous difference. s, S: next, previous row to check.
A3, B7 or R2: go there. /words: only rows with these words; / alone: all rows.
m: which words differ. w: why. a: at a glance. f: findings. h or ?: these words. q: leave."""
_SEVERAL = "P, B: the next two of the sides, those before."
_READS_ONLY = "Nothing can be corrected here, since one of the texts stands in no file."
_END = "q"


def run(reader: LinearReader) -> int:
    """Read commands from standard input and answer on standard output until the user leaves; the exit code."""

    def tell(words: str) -> None:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()

    reader.read(sys.stdin, tell)
    return 0


class LinearReader:
    """Holds the place in one of the comparisons; every answer is plain lines, and every sign is said in words."""

    def __init__(self, *comparisons: Comparison) -> None:
        self._comparisons = list(comparisons)
        self._query = Query()
        self._open(0)

    def _open(self, pair: int) -> None:
        """Go to the first row of a comparison, by its place among all."""
        self._pair = pair
        self._rows = row_views(self._comparison)
        self._place = 0

    @property
    def _comparison(self) -> Comparison:
        return self._comparisons[self._pair]

    def read(self, commands: Iterable[str], tell: Callable[[str], None]) -> None:
        """Answer each command until one of them is `q` or there are no more."""
        tell(self._beginning())
        for command in commands:
            word = command.strip()
            if word == _END:
                warning = self._before_leaving()
                if not warning:
                    return
                tell(warning)
                continue
            tell(self.answer(word))
        if warning := self._before_leaving():
            tell(warning)

    def _before_leaving(self) -> str:
        """What must be said first; empty when the user may leave."""
        return ""

    def answer(self, word: str) -> str:
        """What one command gives."""
        simple: dict[str, Callable[[], str]] = {
            "": lambda: self._step(1, lambda _: True, "row"),
            "j": lambda: self._step(1, lambda _: True, "row"),
            "k": lambda: self._step(-1, lambda _: True, "row"),
            "n": lambda: self._step(1, lambda row: row.differs, "difference"),
            "N": lambda: self._step(-1, lambda row: row.differs, "difference"),
            "s": lambda: self._step(1, lambda row: not row.sure, "row to check"),
            "S": lambda: self._step(-1, lambda row: not row.sure, "row to check"),
            "m": self._changes,
            "w": self._why,
            "a": self._glance,
            "f": self._findings,
            "h": self._help,
            "?": self._help,
            "P": lambda: self._other_pair(1),
            "B": lambda: self._other_pair(-1),
        }
        if word in simple:
            return simple[word]()
        return self._filter(word[1:]) if word.startswith("/") else self._jump(word)

    def _beginning(self) -> str:
        told = [visible(self._comparison.title)]
        if len(self._comparisons) > 1:
            sides = " and ".join(
                f"{document.letter}, {visible(document.readout.name)}" for document in self._comparison.documents
            )
            told.append(f"Pair {self._pair + 1} of {len(self._comparisons)}: {sides}. P goes to the next pair.")
        told += [f"Note: {visible(note)}." for note in self._comparison.notes]
        told.append(f"{len(self._rows)} rows: {counts_in_words(self._rows)}. h tells what you can do.")
        return "\n".join([*told, self._row()])

    def _help(self) -> str:
        several = (_SEVERAL,) if len(self._comparisons) > 1 else ()
        return "\n".join([_READING, *several, self._correcting_help()])

    def _correcting_help(self) -> str:
        return _READS_ONLY

    def _other_pair(self, direction: int) -> str:
        if len(self._comparisons) == 1:
            return "There are only these two sides."
        self._open((self._pair + direction) % len(self._comparisons))
        return self._beginning()

    def _step(self, direction: int, wanted: Callable[[RowView], bool], words: str) -> str:
        places = range(self._place + 1, len(self._rows)) if direction > 0 else range(self._place - 1, -1, -1)
        for place in places:
            if wanted(self._rows[place]) and self._query.takes(self._rows[place]):
                self._place = place
                return self._row()
        return f"There is no {'further' if direction > 0 else 'earlier'} {words}."

    def _jump(self, name: str) -> str:
        wanted = name.upper()
        for place, row in enumerate(self._rows):
            if wanted in (row.id, *(sentence.id for sentence in (*row.a, *row.b))):
                self._place = place
                return self._row()
        return f"There is no {visible(name)}; h tells what you can do."

    def _filter(self, words: str) -> str:
        self._query = read_query(words)
        left = [place for place, row in enumerate(self._rows) if self._query.takes(row)]
        if left:
            self._place = left[0]
        told = f"{len(left)} of {len(self._rows)} rows."
        return f"{told}\n{self._row()}" if left else told

    def _row(self) -> str:
        if not self._rows:
            return "Neither text has a sentence."
        row = self._rows[self._place]
        about = [f"Row {self._place + 1} of {len(self._rows)}: {row.label}"]
        about += [] if row.sure else ["to be checked"]
        about += ["in another order in the two texts"] if row.moved else []
        told = [", ".join(about) + ".", *map(_sentence, (*row.a, *row.b))]
        return "\n".join([*told, *map(whole_sentence, row.by_hand)])

    def _changes(self) -> str:
        row = self._rows[self._place] if self._rows else None
        if row is None or not (row.a and row.b):
            return "Nothing stands beside it."
        told = []
        for document, side in zip(self._comparison.documents, (row.a, row.b), strict=True):
            words = [one.text for view in side for one in view.passages if one.role is not Role.PLAIN]
            told += [f"Only in {document.letter}: {'; '.join(words)}"] if words else []
        return "\n".join(told) or "No words differ."

    def _why(self) -> str:
        if not self._rows:
            return self._row()
        return "\n".join(explanation(self._rows[self._place]))

    def _glance(self) -> str:
        a, b = (document.letter for document in self._comparison.documents)
        return "\n".join(visible(f"{fact.question}: {a} {fact.a}; {b} {fact.b}.") for fact in facts(self._comparison))

    def _findings(self) -> str:
        found = self._comparison.findings
        told = [f"{kind_told(one)}, {sides_of(one)}: {visible(one.summary)}" for one in found]
        return "\n".join(told) or nothing_found(self._comparison)


def _sentence(view: SentenceView) -> str:
    return f"{view.id}: {view.text}"
