from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from readcompare.errors import ConfigurationError, InputError
from readcompare.model.alignment import RowKind
from readcompare.sources.comparison_file import read_comparison_file
from readcompare.sources.gold import (
    Contradiction,
    Emphasis,
    Gold,
    GoldLink,
    MissingPhrase,
    ReportingAct,
    check_complete,
    read_gold,
)
from readcompare.sources.side_reader import SideFile
from readcompare.sources.text import read_text

FULL = """\
links:
  - [1, 1, same]
  - [2, 2, partial]           # a comment
  - [2, 3, partial]
competing: [[3, 4]]
only_a: [3]
only_b: [4, 5]
frame_a: [4]
frame_b: []
ignore_a:
ignore_b: [6]
missing:
  - {a: 1, b: 1, side: b, phrase: {ru: "по инициативе", en: "at the initiative"}}
emphasis:
  - {a: 2, b: 3, kind: term, a_phrase: {en: war}, b_phrase: {en: operation}}
initiator: {a: null, b: germany}
acts:
  - {side: a, sentence: 3, actor: Angela Merkel, type: stress, verb: {de: unterstrich, en: stressed}}
contradictions:
  - {a: 3, b: 4, kind: position, note: "one says so, the other not"}
salience: {only_a: [3], only_b: [5, 4]}
debatable: [[1, 1], [3, 4]]
"""


def read(folder: Path, content: str) -> Gold:
    file = folder / "gold.yaml"
    file.write_text(content, encoding="utf-8")
    return read_gold(str(file))


def test_everything_that_an_annotation_says_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, FULL) == Gold(
        links=(GoldLink(1, 1, RowKind.SAME), GoldLink(2, 2, RowKind.PARTIAL), GoldLink(2, 3, RowKind.PARTIAL)),
        competing=((3, 4),),
        only_a=(3,),
        only_b=(4, 5),
        frame_a=(4,),
        frame_b=(),
        ignore_a=(),
        ignore_b=(6,),
        missing=(MissingPhrase(1, 1, "b", (("ru", "по инициативе"), ("en", "at the initiative"))),),
        emphasis=(Emphasis(a=2, b=3, kind="term", a_phrase=(("en", "war"),), b_phrase=(("en", "operation"),)),),
        initiator=(None, "germany"),
        acts=(
            ReportingAct(
                side="a",
                sentence=3,
                actor="Angela Merkel",
                type="stress",
                verb=(("de", "unterstrich"), ("en", "stressed")),
            ),
        ),
        contradictions=(Contradiction(3, 4, "position", "one says so, the other not"),),
        salience=((3,), (5, 4)),
        debatable=((1, 1), (3, 4)),
    )


def test_what_an_annotation_leaves_out_is_empty(tmp_path: Path) -> None:
    gold = read(tmp_path, "links: []\n")
    assert (gold.links, gold.only_a, gold.initiator, gold.salience) == ((), (), (None, None), ((), ()))


@pytest.mark.parametrize(
    ("content", "line", "column", "gist"),
    [
        ("link: []", 1, 1, "unknown key 'link'; did you mean 'links'?"),
        ("links: 3", 1, 8, "links must be a list"),
        ("links: [[1, 1]]", 1, 9, "this must be of the form [a, b, kind]"),
        ("links:\n  - [1, 1, same, same]", 2, 5, "this must be of the form [a, b, kind]"),
        ("links:\n  - {a: 1}", 2, 5, "this must be of the form [a, b, kind]"),
        ("links:\n  - 1", 2, 5, "this must be of the form [a, b, kind]"),
        ("links:\n  - ", 2, 4, "this must be of the form [a, b, kind]"),
        ("links: [[0, 1, same]]", 1, 10, "a sentence number must be a whole number from 1, not '0'"),
        ("links: [[1, -1, same]]", 1, 13, "a sentence number must be a whole number from 1, not '-1'"),
        ("links: [[1.0, 1, same]]", 1, 10, "a whole number from 1, not '1.0'"),
        ("links: [[A1, 1, same]]", 1, 10, "a whole number from 1, not 'A1'"),
        ("links: [[true, 1, same]]", 1, 10, "a whole number from 1, not 'true'"),
        ("links: [[~, 1, same]]", 1, 10, "a sentence number is missing"),
        ("links: [[[1], 1, same]]", 1, 10, "a whole number from 1, not a list"),
        ("links: [[1, 1, samee]]", 1, 16, "the kind of a link cannot be 'samee'; did you mean 'same'?"),
        ("links: [[1, 1, competing]]", 1, 16, "the kind of a link cannot be 'competing'"),
        ("competing: [[1]]", 1, 13, "this must be of the form [a, b]"),
        ("debatable: [[1, 2, same]]", 1, 13, "this must be of the form [a, b]"),
        ("only_a: 3", 1, 9, "only_a must be a list"),
        ("only_b: [1, two]", 1, 13, "a whole number from 1, not 'two'"),
        ("frame_a: [~]", 1, 11, "a sentence number is missing"),
        ("initiator: germany", 1, 12, "initiator must be a mapping"),
        ("initiator: {c: x}", 1, 13, "unknown key 'c'"),
        ("initiator: {a: [x]}", 1, 16, "initiator must be a text, not a list"),
        ("salience: {a: [1]}", 1, 12, "unknown key 'a'"),
        ("missing: [[1, 1, b]]", 1, 11, "this must be of the form {a: …, b: …, side: …, phrase: …}"),
        ("missing: [{a: 1, b: 1}]", 1, 11, "here is no 'side' and no 'phrase'"),
        ("missing: [{a: 1, b: 1, side: c, phrase: {en: x}}]", 1, 30, "side cannot be 'c'; known are a, b"),
        ("missing: [{a: 1, b: 1, side: a, phrase: x}]", 1, 41, "phrase must be a mapping"),
        ("missing: [{a: 1, b: 1, side: a, phrase: {en: 3}}]", 1, 46, "phrase must be a text; put it in quotes"),
        ("emphasis: [{a: 1, b: 1, kind: terms, a_phrase: {en: x}, b_phrase: {en: x}}]", 1, 31, "did you mean 'term'?"),
        (
            "acts: [{side: a, sentence: 1, actor: x, type: shout, verb: {en: x}}]",
            1,
            47,
            "the type of an act cannot be 'shout'",
        ),
        (
            "acts: [{side: a, sentence: 1, actor: x, typ: topic, verb: {en: x}, type: topic}]",
            1,
            41,
            "unknown key 'typ'",
        ),
        ("contradictions: [{a: 1, b: 1, kind: date, note: ''}]", 1, 49, "note is empty"),
        ("emphasis: [term]", 1, 12, "this must be of the form {a: …, b: …, kind: …, a_phrase: …, b_phrase: …}"),
        ("acts: [stress]", 1, 8, "this must be of the form {side: …, sentence: …, actor: …, type: …, verb: …}"),
        ("contradictions: [~]", 1, 18, "this must be of the form {a: …, b: …, kind: …, note: …}"),
        ("only_a: [1]\nonly_a: [2]", 2, 1, "the key 'only_a' stands twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, content: str, line: int, column: int, gist: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, content)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == (str(tmp_path / "gold.yaml"), line, column)
    assert gist in problem.message
    assert problem.quoted == content.splitlines()[line - 1]


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, "links: [[0, 0, x]]\nonly_a: [no]\nacts: [{side: a}]\nsaliense: {}\n")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [
        (1, 10), (1, 13), (1, 16), (2, 10), (3, 8), (4, 1),
    ]  # fmt: skip


def test_an_annotation_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_gold(str(tmp_path / "gold.yaml"))


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({}, ()),
        ({"only_a": ()}, ("A3 stands nowhere",)),
        ({"only_a": (3, 3)}, ("A3 stands 2 times",)),
        ({"only_a": (2, 3)}, ("A2 stands 2 times",)),
        ({"frame_b": (5,)}, ("B5 stands 2 times",)),
        ({"ignore_b": ()}, ("B6 stands nowhere",)),
        ({"only_b": (4, 5, 7)}, ("B7 is beyond the last sentence, B6",)),
        ({"competing": ((5, 4),)}, ("A5 is beyond the last sentence, A4",)),
        ({"competing": ((1, 1),)}, ("A1 and B1 are linked and competing",)),
        ({"debatable": ((1, 9),)}, ("B9 is beyond the last sentence, B6",)),
        ({"salience": ((), (8,))}, ("B8 is beyond the last sentence, B6",)),
        ({"contradictions": (Contradiction(9, 1, "date", ""),)}, ("A9 is beyond the last sentence, A4",)),
        (
            {"acts": (ReportingAct(side="a", sentence=5, actor="both", type="agree", verb=()),)},
            ("A5 is beyond the last sentence, A4",),
        ),
        (
            {"links": (GoldLink(1, 1, RowKind.SAME), GoldLink(1, 1, RowKind.PARTIAL)), "only_a": (2, 3)},
            ("A1 and B1 are linked 2 times", "B2 stands nowhere", "B3 stands nowhere"),
        ),
    ],
)
def test_every_sentence_stands_exactly_once(
    tmp_path: Path, changes: dict[str, object], problems: tuple[str, ...]
) -> None:
    gold = replace(read(tmp_path, FULL), **changes)
    assert check_complete(gold, 4, 6) == problems


def lines_of(side: SideFile) -> dict[str | None, list[str]]:
    return {text.language: [line for line in read_text(text.path).splitlines() if line.strip()] for text in side.texts}


def test_every_shipped_annotation_is_whole_and_quotes_its_texts(root: Path) -> None:
    paths = sorted((root / "readouts").glob("*/gold.yaml"))
    assert len(paths) >= 32
    for path in paths:
        refuse_unless_whole(read_gold(str(path)), path.with_name("comparison.yaml"))


def test_a_second_reader_annotated_every_shipped_call_and_quotes_its_texts(root: Path) -> None:
    calls = {path.parent.name for path in (root / "readouts").glob("*/gold.yaml")}
    paths = sorted((root / "benchmarks" / "second-reader").glob("*.yaml"))
    assert {path.stem for path in paths} == calls
    for path in paths:
        refuse_unless_whole(read_gold(str(path)), root / "readouts" / path.stem / "comparison.yaml")


def refuse_unless_whole(gold: Gold, comparison: Path) -> None:
    a, b = (lines_of(side) for side in read_comparison_file(str(comparison)).sides)
    ((n_a,), (n_b,)) = ({len(lines) for lines in side.values()} for side in (a, b))
    assert check_complete(gold, n_a, n_b) == (), comparison
    quotes = [((a, item.a) if item.side == "a" else (b, item.b), item.phrase) for item in gold.missing]
    quotes += [((a, item.a), item.a_phrase) for item in gold.emphasis]
    quotes += [((b, item.b), item.b_phrase) for item in gold.emphasis]
    quotes += [((a if act.side == "a" else b, act.sentence), act.verb) for act in gold.acts]
    for (side, number), phrase in quotes:
        assert all(words in side[language][number - 1] for language, words in phrase), (comparison, number, phrase)
