from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readcompare.errors import ConfigurationError, InputError, Problem, ReadcompareError
from readcompare.sources import yaml_file
from readcompare.sources.yaml_file import MappingNode, Node, SequenceNode, read_yaml


@pytest.fixture(
    name="loader", params=[yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)], ids=["python", "c"]
)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both builds of the parser: an installation may have only the first."""
    monkeypatch.setattr(yaml_file, "_LOADER", request.param)


both_parsers = pytest.mark.usefixtures("loader")


def write(folder: Path, content: str | bytes) -> str:
    file = folder / "call.yaml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(file)


def value_of(node: Node) -> object:
    if isinstance(node, MappingNode):
        return {key.text: value_of(value) for key, value in node.entries}
    return [value_of(item) for item in node.items] if isinstance(node, SequenceNode) else node.value


def problems_of(path: str) -> tuple[Problem, ...]:
    """Problems that end the reading, or that it collects."""
    try:
        return read_yaml(path).problems
    except ReadcompareError as error:
        return error.problems


@both_parsers
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("n", "n"),
        ("12:30", "12:30"),
        ("2021-11-10", "2021-11-10"),
        ("2021-11-10T13:05+01:00", "2021-11-10T13:05+01:00"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        (".inf", ".inf"),
        ("=", "="),
        ("<<", "<<"),
        ("٣", "٣"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("010", 10),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("9" * 5000, float("inf")),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'~'", "~"),
        ("!!str 12", "12"),
        ("|\n  two\n  lines", "two\nlines\n"),
        ("[a, no, 3]", ["a", "no", 3]),
        ("{no: on}", {"no": "on"}),
        ("&name anchored", "anchored"),
    ],
)
def test_scalars_are_those_of_yaml_1_2(tmp_path: Path, written: str, value: object) -> None:
    file = read_yaml(write(tmp_path, f"key: {written}\n"))
    assert file.problems == ()
    assert value_of(file.root) == {"key": value}


@both_parsers
def test_every_node_knows_its_place(tmp_path: Path) -> None:
    file = read_yaml(write(tmp_path, "# Größe\nключ: [ä, {b: 'ö ü'}]\r\nlist:\n  - x\n"))
    ((key, value), (_, block)) = file.root.entries
    assert isinstance(value, SequenceNode)
    assert isinstance(block, SequenceNode)
    first, second = value.items
    assert isinstance(second, MappingNode)
    nodes: list[Node] = [file.root, key, value, first, second, second.entries[0][1], block.items[0]]
    assert [(node.line, node.column) for node in nodes] == [(2, 1), (2, 1), (2, 7), (2, 8), (2, 11), (2, 15), (4, 5)]


@both_parsers
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path, encoding: str) -> None:
    file = read_yaml(write(tmp_path, "a: ж\n".encode(encoding)))
    assert value_of(file.root) == {"a": "ж"}
    assert file.root.entries[0][0].column == 1


@both_parsers
@pytest.mark.parametrize(
    ("content", "place", "gist", "quoted"),
    [
        ("a: 1\nb: 'x\nc: 2\n", (2, 4), "quotation mark here is never closed", "b: 'x"),
        ('a: "x\n', (1, 4), "quotation mark here is never closed", 'a: "x'),
        ("a: [1, 2\nb: 1\n", (2, 2), "the [ in line 1 is not closed", "b: 1"),
        ("a: {b: 1\n\n\n", (1, 9), "the { in line 1 is not closed", "a: {b: 1"),
        ("a: {", (1, 5), "a bracket before it is not closed", "a: {"),
        ("a: [b, {]\n", (1, 9), "a bracket before it is not closed", "a: [b, {]"),
        ("title: Merkel: call\n", (1, 14), "put a text that holds `: ` in quotes", "title: Merkel: call"),
        ("a: 1\n\tb: 2\n", (2, 1), "a tab cannot indent", "\tb: 2"),
        ("a:\n\t- b\n", (2, 1), "a tab cannot indent", "\t- b"),
        ("a: @x\n", (1, 4), "cannot begin with @", "a: @x"),
        ("a: `x`\n", (1, 4), "cannot begin with `", "a: `x`"),
        ("a: %x\n", (1, 4), "cannot begin with %", "a: %x"),
        ("a: - b\n", (1, 4), "a list begins on a line of its own", "a: - b"),
        ("title: x\ndate\nsides: 2\n", (2, 1), "no `key: value`", "date"),
        ("a:b\nc: 1\n", (2, 2), "the line before this one is no `key: value`", "c: 1"),
        ("a:\n  - id: x\n   name: y\n", (3, 4), "look at indents", "   name: y"),
        ("a: 'it's'\n", (1, 8), "look at indents, quotes", "a: 'it's'"),
        ("a: [b]]\n", (1, 7), "look at indents, quotes", "a: [b]]"),
        (" a: 1\nb: 2\n", (2, 1), "look at the indents", "b: 2"),
        ("%YAML 3.0\n---\na: 1\n", (1, 1), "not YAML: found incompatible YAML document", "%YAML 3.0"),
        ("a: 1\n---\nb: 2\n", (2, 1), "a second document begins here", "---"),
        ("a: 1\n---\n", (2, 1), "a second document begins here", "---"),
        ("- a\n- b\n", (1, 1), "must be a mapping", "- a"),
        ("\njust a text\n", (2, 1), "must be a mapping", "just a text"),
        ("a: 1\nb: \x1b[31m\n", (2, 4), "the character U+001B cannot stand", "b: <U+001B>[31m"),
        (
            "a: x\x00\n".encode("utf-16"),
            (None, None),
            "no text in UTF-16-LE: it holds NUL characters; save it as",
            None,
        ),
        ("a: 1\nb: 2\na: 3\n", (3, 1), "the key 'a' stands twice; the first is in line 1", "a: 3"),
        ("x: {a: 1, 'a': 2}\n", (1, 11), "the key 'a' stands twice", "x: {a: 1, 'a': 2}"),
        ("? [a]\n: 1\n", (1, 3), "a key must be a word", "? [a]"),
        ("{a: 1}: 1\n", (1, 1), "a key must be a word", "{a: 1}: 1"),
        ("a: &x 1\nb: *x\n", (2, 4), "aliases such as *x are not supported", "b: *x"),
        ("a: *nowhere\n", (1, 4), "aliases such as *nowhere", "a: *nowhere"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", (3, 7), "aliases such as *x", "  <<: *x"),
        ("a: !!python/object/apply:os.system [x]\n", (1, 4), "tags are not supported", None),
        ("a: !!int '3'\n", (1, 4), "tags are not supported", "a: !!int '3'"),
        ("a: !mine 3\n", (1, 4), "tags are not supported", "a: !mine 3"),
        (
            b"a: 1\nb: \xcf\xf0\n",
            (2, 4),
            "not UTF-8: byte 0xcf at offset 8 is no character of it; save it as UTF-8",
            None,
        ),
        ("", (None, None), "nothing in it but comments", None),
        ("# a comment\n\n", (None, None), "nothing in it but comments", None),
        ("---\n...\n", (None, None), "nothing in it but comments", None),
        (b"%PDF-1.7 \0", (None, None), "a PDF document", None),
        (b"a: \0\n", (None, None), "holds NUL bytes; save it as UTF-8", None),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path,
    content: str | bytes,
    place: tuple[int | None, int | None],
    gist: str,
    quoted: str | None,
) -> None:
    path = write(tmp_path, content)
    (problem,) = problems_of(path)
    assert (problem.path, problem.line, problem.column) == (path, *place)
    assert gist in problem.message
    assert quoted is None or problem.quoted == quoted


@both_parsers
def test_half_a_character_is_refused_by_both_parsers(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, 'a: "\\ud800"\n'))
    assert problem.line == 1


@both_parsers
def test_problems_before_a_broken_line_are_told_too(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_yaml(write(tmp_path, "a: 1\na: 2\nb: *x\nc: 'x\n"))
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4]


@both_parsers
def test_a_long_line_is_quoted_around_the_fault(tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path, "a: [" + "x, " * 5000 + "*y, " + "z, " * 5000 + "]\n"))
    assert problem.column == 15_005
    assert problem.quoted is not None
    assert len(problem.quoted) <= yaml_file.MAX_QUOTED + 2
    assert "*y" in problem.quoted


def billion_laughs() -> str:
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    return "\n".join(lines)


@both_parsers
@pytest.mark.parametrize(
    ("content", "gist"),
    [
        (billion_laughs(), "aliases such as *a0"),
        ("a: &a [*a]\n", "aliases such as *a"),
        ("a: " + "[" * 20_000, "more than 32 deep"),
        ("a: " + "[" * 900_000, "more than 32 deep"),
        ("- " * 450_000 + "x", "more than 32 deep"),
        ("a: " + "{a: " * 200_000, "more than 32 deep"),
        ("? " * 400_000, "more than 32 deep"),
        ("a: [" + "x," * 450_000 + "]", "more than 50,000 values"),
        ("".join(f"a{n}: 1\n" for n in range(80_000)), "more than 50,000 values"),
        ("a: '" + "x" * 1_000_000 + "'", "too large: 1,000,005 bytes, the limit is 1,000,000"),
        ("a" * 999_999, "must be a mapping"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_a_hostile_file_is_refused_at_once(tmp_path: Path, content: str, gist: str) -> None:
    path = write(tmp_path, content)
    problem = problems_of(path)[0]
    assert gist in problem.message
    assert len(str(problem)) < 600


def test_a_folder_is_no_yaml_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a folder"):
        read_yaml(str(tmp_path))


@given(st.one_of(st.text(), st.text("ab:- \n\t#'\"[]{},&*!|>?%@`~\\\r\x85")))
def test_any_text_is_a_tree_or_problems_with_places(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    path = write(tmp_path_factory.getbasetemp(), content.encode("utf-8", "replace"))
    lines = yaml_file._LINE_END.split(content.removeprefix("\ufeff"))
    for problem in problems_of(path):
        assert problem.line is None or 1 <= problem.line <= len(lines)
        assert problem.line is None or problem.column is not None
        assert problem.quoted is None or problem.quoted.isprintable() or "\t" in problem.quoted
