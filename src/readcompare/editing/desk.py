"""The desk at which a comparison is corrected: each edit is answered by a new desk, aligned anew and saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from readcompare.editing import judging
from readcompare.editing.keeping import Keeping, Outcome, copies_of, open_keeping, save, save_copy
from readcompare.editing.past import Past, Step
from readcompare.engine.hand import languages_of
from readcompare.engine.prepare import Prepared
from readcompare.errors import Problem, UsageError
from readcompare.model.alignment import Certainty, Row, RowKind
from readcompare.model.annotations import Annotations, Verdict
from readcompare.session import Session
from readcompare.views.rows import kind_name


class Desk(Struct, frozen=True, kw_only=True):
    """A session with what was set by hand, its past, and the file that keeps it. A value.

    Every edit raises UsageError when it makes no sense, and then nothing has changed. Trouble with the file raises
    nothing: it stands in `outcome` and `words`, and the work goes on.
    """

    session: Session
    past: Past
    keeping: Keeping | None
    """None when there is no place that belongs to the texts: one of them stands in no file."""
    outcome: Outcome = Outcome.SAVED
    words: str = ""
    """What was done and what became of it, for the reader."""

    @property
    def annotations(self) -> Annotations:
        """What is set by hand now."""
        return self.past.now

    @property
    def is_safe(self) -> bool:
        """Whether all work stands in a file."""
        return self.outcome is not Outcome.UNSAVED

    def link(self, a: Iterable[str], b: Iterable[str]) -> Desk:
        """These sentences, by id, are one row; those of one side alone have no counterpart."""
        first, second = tuple(a), tuple(b)
        told = "linked" if first and second else "without a counterpart"
        words = f"{' '.join((*first, *second))} {told}"
        return self._with(words, lambda now, texts: judging.link(now, texts, first, second))

    def confirm(self, row: Row) -> Desk:
        """The row is right."""
        return self._with(f"{_name(row)} confirmed", lambda now, texts: judging.confirm(now, texts, row))

    def set_kind(self, row: Row, kind: RowKind) -> Desk:
        """The sentences of the row belong together, and it is of this kind."""
        words = f"{_name(row)} set to {kind_name(kind, self.session.inputs.letters)}"
        return self._with(words, lambda now, texts: judging.confirm(now, texts, row, kind))

    def next_kind(self, row: Row) -> Desk:
        """The row is of the kind that follows its own among those it can be of."""
        kinds = judging.kinds_for(row)
        place = kinds.index(row.kind) if row.kind in kinds else -1
        return self.set_kind(row, kinds[(place + 1) % len(kinds)])

    def unlink(self, row: Row) -> Desk:
        """The two sides of the row do not answer each other."""
        return self._with(f"{_name(row)} unlinked", lambda now, texts: judging.unlink(now, texts, row))

    def release(self, row: Row) -> Desk:
        """The row is left to the matcher again."""
        return self._with(f"{_name(row)} left to the matcher", lambda now, texts: judging.release(now, texts, row))

    def note(self, row: Row, note: str) -> Desk:
        """The row has this note in the place of the one it shows; an empty one takes it away."""
        words = f"{_name(row)} {'noted' if note.strip() else 'without a note'}"
        return self._remarked(words, row, note, row.labels)

    def label(self, row: Row, labels: Iterable[str]) -> Desk:
        """The row has these labels in the place of those it shows."""
        wanted = tuple(labels)
        words = f"{_name(row)} {'labelled' if wanted else 'without labels'}"
        return self._remarked(words, row, row.note, wanted)

    def undo(self) -> Desk:
        """As before the last edit; UsageError when there is none."""
        past = self.past.undo()
        if past is None:
            raise UsageError(Problem(message="there is nothing to undo"))
        self._refuse_unseen(self.past.done[-1])
        return self._at(past, f"undone: {self.past.done[-1].words}")

    def redo(self) -> Desk:
        """As after the edit that was undone last; UsageError when there is none."""
        past = self.past.redo()
        if past is None:
            raise UsageError(Problem(message="there is nothing to do again"))
        self._refuse_unseen(self.past.undone[-1])
        return self._at(past, f"done again: {past.done[-1].words}")

    def _refuse_unseen(self, step: Step) -> None:
        """UsageError for an edit on language versions that are there and are not compared now."""
        there, versions = step.languages, self.session.versions
        if there is None or there == languages_of(self.session.prepared.documents):
            return
        if there[0] in versions[0] and there[1] in versions[1]:
            told = f"{step.words}: that was on the versions in {there[0]} and {there[1]}; compare these first"
            raise UsageError(Problem(message=told))

    def taking(self, session: Session) -> Desk:
        """The same work on a session that was made anew, and what its file of annotations says since."""
        if self.keeping is None or self.keeping.copy or not self.is_safe:
            return _on(session, self)
        found = open_keeping(self.keeping.path, self.keeping.folder, self.keeping.letters)
        if found.data is None or found.annotations == self.annotations:
            return _on(session, self)
        # Everything done here stands in the file as it was, so what it says now is what others made of that.
        layout = found.layout.knowing(self.keeping.layout) if found.layout else None
        past = self.past.over(found.annotations)
        return _on(session, replace(self, past=past, keeping=replace(found, layout=layout)))

    def save_again(self) -> Desk:
        """Try once more to save; `words` tell what became of it."""
        return _saved(self, "tried again")

    def save_copy(self, path: str) -> Desk:
        """All work in a new file as well; a ReadcompareError when that cannot be written."""
        save_copy(path, self.annotations)
        outcome = Outcome.COPIED if self.outcome is Outcome.UNSAVED else self.outcome
        return replace(self, outcome=outcome, words=f"all work by hand is in {path} too")

    def _remarked(self, words: str, row: Row, note: str | None, labels: tuple[str, ...]) -> Desk:
        rows = self.session.comparison.rows
        return self._with(words, lambda now, texts: judging.remark(now, texts, rows, row, note=note, labels=labels))

    def _with(self, words: str, edit: Callable[[Annotations, Prepared], Annotations]) -> Desk:
        annotations = edit(self.annotations, self.session.prepared)
        if annotations == self.annotations:
            return replace(self, words=f"{words} already")
        return self._at(self.past.after(words, annotations, languages_of(self.session.prepared.documents)), words)

    def _at(self, past: Past, words: str) -> Desk:
        return _saved(replace(self, past=past), words)


def open_desk(session: Session, folder: str | None) -> Desk:
    """Begin to correct the comparison of `session`; copies that find no other place go to `folder`.

    A ReadcompareError when what stands at the place of the annotations is something else.
    """
    path = session.annotations_path
    if path is None:
        return Desk(session=session, past=Past(session.inputs.annotations), keeping=None)
    keeping = open_keeping(path, folder, session.inputs.letters)
    copies = copies_of(path, folder)
    words = f"work by hand that could not be saved earlier is in {', '.join(copies)}" if copies else ""
    return _on(session, Desk(session=session, past=Past(keeping.annotations), keeping=keeping, words=words))


def judged(annotations: Annotations) -> int:
    """How many rows are set by hand, notes alone not counted."""
    return sum(judgement.verdict is not Verdict.NOTED for judgement in annotations.judgements)


def to_check(desk: Desk) -> int:
    """How many rows are still to be checked."""
    return sum(row.certainty is Certainty.CHECK for row in desk.session.comparison.rows)


def _saved(desk: Desk, words: str) -> Desk:
    """The desk with its work written down and its rows aligned around it."""
    if desk.keeping is None:
        told = f"{words}; kept nowhere, since a text stands in no file: write it to one"
        return _on(desk.session, replace(desk, outcome=Outcome.UNSAVED, words=told))
    saved = save(desk.keeping, desk.annotations)
    after = replace(
        desk,
        past=desk.past.over(saved.annotations),
        keeping=saved.keeping,
        outcome=saved.outcome,
        words=f"{words}. {saved.words}" if saved.words else words,
    )
    return _on(desk.session.having_saved(), after)


def _on(session: Session, desk: Desk) -> Desk:
    is_new = session.inputs.annotations != desk.annotations
    return replace(desk, session=session.with_annotations(desk.annotations) if is_new else session)


def _name(row: Row) -> str:
    return " ".join((*row.a, *row.b))
