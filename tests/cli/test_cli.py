"""The command line as a user meets it: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GERMAN = "Bundeskanzlerin Merkel hat mit Präsident Putin telefoniert. Thema war die Grenze zu Belarus."
RUSSIAN = "Владимир Путин провёл телефонный разговор с Ангелой Меркель. Обсуждалась ситуация на границе Белоруссии."


def readcompare(
    *arguments: str, cwd: Path | None = None, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command with everything that a terminal would colour or decode switched to plain UTF-8."""
    surroundings = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"} | (environment or {})
    return subprocess.run(
        [sys.executable, "-m", "readcompare", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=surroundings,
        timeout=60,
        check=False,
    )


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a German and a Russian text."""
    (tmp_path / "berlin.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "moscow.txt").write_text(RUSSIAN, encoding="utf-8")
    return tmp_path


def test_two_texts_give_a_report_when_there_is_no_terminal(texts: Path) -> None:
    done = readcompare("berlin.txt", "moscow.txt", "--layout", "columns", "-W", "160", cwd=texts)
    out = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.startswith("berlin.txt and moscow.txt\n")
    assert "language de recognised from the text" in out
    assert "\n=    A1 Bundeskanzlerin Merkel hat" in out
    assert "Thema war die Grenze zu Belarus." in out
    assert "Обсуждалась ситуация на границе Белоруссии." in " ".join(out.split())


def test_a_comparison_file_gives_a_report_with_both_sides(sample: str) -> None:
    done = readcompare(sample)
    out = done.stdout.decode()
    assert done.returncode == 0
    assert "wording: reconstruction" in out
    assert "Asked for the call  A: not stated   B: German Federal Government" in out


def test_json_of_a_text_from_standard_input(texts: Path) -> None:
    done = readcompare("report", "berlin.txt", "-", "-f", "json", cwd=texts, stdin=RUSSIAN.encode())
    record = json.loads(done.stdout)
    assert [side["language"] for side in record["sides"]] == ["de", "ru"]
    assert record["sides"][1]["text"] == RUSSIAN


def test_another_language_version_is_compared_when_asked(sample: str) -> None:
    done = readcompare("report", sample, "--lang-a", "en", "--lang-b", "en", "-f", "json")
    assert [side["language"] for side in json.loads(done.stdout)["sides"]] == ["en", "en"]


def test_a_report_is_written_whole_to_the_file(texts: Path) -> None:
    done = readcompare("report", "berlin.txt", "moscow.txt", "-o", "out.txt", cwd=texts)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (texts / "out.txt").read_text(encoding="utf-8").endswith("\n")
    assert sorted(path.name for path in texts.iterdir()) == ["berlin.txt", "moscow.txt", "out.txt"]


@pytest.mark.parametrize("name", ["call.pdf", "call.zzz"])
def test_an_ending_of_no_format_is_refused_unless_the_format_is_named(texts: Path, name: str) -> None:
    done = readcompare("report", "berlin.txt", "moscow.txt", "-o", name, cwd=texts)
    assert done.returncode == 2
    assert f"{name}: no format has the ending" in done.stderr.decode()
    assert not (texts / name).exists()
    assert readcompare("report", "berlin.txt", "moscow.txt", "-o", name, "-f", "md", cwd=texts).returncode == 0
    assert (texts / name).read_text(encoding="utf-8").startswith("# ")


def test_names_that_are_alike_by_their_ending_alone_are_not_proposed(texts: Path) -> None:
    assert readcompare("report", "nope.txt", "moscow.txt", cwd=texts).stderr == b"readcompare: nope.txt: no such file\n"
    assert b"did you mean 'berlin.txt'?" in readcompare("report", "berln.txt", "moscow.txt", cwd=texts).stderr


def test_the_ending_of_the_file_chooses_the_format(texts: Path) -> None:
    assert readcompare("report", "berlin.txt", "moscow.txt", "-o", "Out.JSON", cwd=texts).returncode == 0
    assert json.loads((texts / "Out.JSON").read_text(encoding="utf-8"))["schema"] == 1
    assert readcompare("report", "berlin.txt", "moscow.txt", "-o", "out.json", "-f", "text", cwd=texts).returncode == 0
    assert (texts / "out.json").read_text(encoding="utf-8").startswith("berlin.txt and moscow.txt\n")


def test_ascii_output_when_the_locale_cannot_hold_more(texts: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    done = readcompare("berlin.txt", "moscow.txt", "--layout", "columns", cwd=texts, environment=ascii_only)
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"\\u0412\\u043b\\u0430\\u0434\\u0438" in done.stdout.replace(b"\n", b"").replace(b" ", b"")


def test_a_language_without_lexicon_works_with_a_notice(texts: Path) -> None:
    (texts / "paris.txt").write_text("Il Presidente ha parlato con il cancelliere della situazione in Siria.", "utf-8")
    done = readcompare("paris.txt", "moscow.txt", cwd=texts)
    assert done.returncode == 0
    assert "language it has no lexicon" in " ".join(done.stdout.decode().split())


@pytest.mark.parametrize(
    ("arguments", "gist"),
    [
        (["nowhere.txt", "moscow.txt"], "nowhere.txt"),
        (["berlin.tx", "moscow.txt"], "berlin.txt"),  # the nearest name is suggested
        ([".", "moscow.txt"], "folder"),
        (["empty.txt", "moscow.txt"], "empty.txt"),
        (["latin.txt", "moscow.txt"], "--encoding"),
        (["berlin.txt"], "one text; a comparison needs two"),
        (["berlin.txt", "moscow.txt", "berlin.txt"], "same file twice"),
        ([f"{number}.txt" for number in range(10)], "10 texts; at most 9 can be compared"),
        (["berlin.txt", "berlin.txt"], "same file twice"),
        (["-", "-"], "standard input"),
        (["huge.txt", "moscow.txt"], "huge.txt"),
        (["nowhere.txt"], "nowhere.txt"),
        (["."], "these are 4 comparisons"),
        (["unknown.yaml", "berlin.txt"], "given alone"),
        (["many.txt", "many.txt.copy"], "divide it"),
        (["report", "berlin.txt", "moscow.txt", "-o", "berlin.txt"], "overwrite"),
        (["evaluate", ".", "--fit", "w.json"], "gold.yaml"),
        (["broken.yaml"], "broken.yaml:2:"),
        (["unknown.yaml"], "did you mean"),
        (["one-side.yaml"], "two sides"),
        (["ten-sides.yaml"], "at most 9 sides"),
        (["report", "berlin.txt", "moscow.txt", "-f", "pdf"], "pdf"),
        (["report", "berlin.txt", "moscow.txt", "-W", "20"], "40 to 300"),
        (["report", "berlin.txt", "moscow.txt", "--threshold", "2"], "0 to 1"),
        (["report", "berlin.txt", "moscow.txt", "--lang-a", "german!"], "language code"),
        (["report", "berlin.txt", "moscow.txt", "--encoding", "utf-99"], "utf-99"),
        (["report", "berlin.txt", "moscow.txt", "-o", "no/such/folder/out.txt"], "out.txt"),
        (["evaluate", "."], "gold.yaml"),
        (["--no-such-option"], "readcompare: "),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_2(texts: Path, arguments: list[str], gist: str) -> None:
    (texts / "empty.txt").write_text(" \n", encoding="utf-8")
    (texts / "latin.txt").write_bytes("Präsident Putin".encode("cp1252"))
    (texts / "broken.yaml").write_text("title: x\nsides: [\n", encoding="utf-8")
    for name in ("many.txt", "many.txt.copy"):
        (texts / name).write_text("Yes. " * 21_000 if name in arguments else "Yes.", encoding="utf-8")
    side = "  - {{id: {0}, file: {1}.txt, language: de}}\n"
    (texts / "unknown.yaml").write_text("titel: x\nsides:\n" + side.format("a", "berlin") + side.format("b", "moscow"))
    (texts / "one-side.yaml").write_text("sides:\n" + side.format("a", "berlin"))
    (texts / "ten-sides.yaml").write_text(
        "sides:\n" + "".join(side.format(letter, "berlin") for letter in "abcdefghij")
    )
    if "huge.txt" in arguments:
        with (texts / "huge.txt").open("wb") as file:
            file.truncate(50_000_000)
    done = readcompare(*arguments, cwd=texts)
    told = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert gist in told
    assert told.startswith("readcompare: ")
    assert "Traceback" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="there is no head on Windows")
def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    for name in "ab":  # more than a pipe holds
        (tmp_path / name).write_text("\n\n".join(f"Sentence {n} of {name} is about Syria." for n in range(400)))
    script = f'set -o pipefail; "{sys.executable}" -m readcompare report a b -f json | head -n 1'
    done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_told(sample: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "readcompare", "report", sample], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"standard output cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


def test_control_characters_of_a_name_do_not_reach_the_terminal(texts: Path) -> None:
    done = readcompare("e\x1b[31m\n.txt", "moscow.txt", cwd=texts)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_help_and_version() -> None:
    assert readcompare("--version").stdout.startswith(b"readcompare 0.")
    assert readcompare().stdout == readcompare("--help").stdout
    assert b"examples:" in readcompare("--help").stdout


ENCODER = {"model2vec", "tokenizers", "safetensors", "huggingface_hub"}
"""What only the semantic matcher needs."""


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], {"numpy", "textual", "rich", "yaml", "typing", "rapidfuzz", "shutil", "pathlib", "dataclasses"}),
        (["validate", "--help"], {"numpy", "textual", "rich", "yaml", "rapidfuzz", "pathlib"}),
        (["completion", "bash"], {"numpy", "textual", "rich", "yaml", "rapidfuzz"}),
        (["config", "show"], {"numpy", "textual", "rich", "yaml", "rapidfuzz"}),
        (["report", "berlin.txt", "moscow.txt"], {"textual", "yaml", "rapidfuzz", "pytest", "shtab", *ENCODER}),
        (["report", "berlin.txt", "moscow.txt", "--matcher", "lexical"], {"textual", *ENCODER}),
    ],
)
def test_a_command_loads_only_what_it_needs(texts: Path, arguments: list[str], unwanted: set[str]) -> None:
    script = (
        "import sys\nfrom readcompare.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )

    def loaded() -> set[str]:
        command = [sys.executable, "-c", script, *arguments]
        done = subprocess.run(
            command, cwd=texts, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True
        )
        return set(done.stderr.split())

    loaded()  # the first run after a change of the lexicons compiles them, and needs YAML for it
    assert not unwanted & loaded()


def test_the_screen_of_two_texts_loads_only_what_it_needs() -> None:
    screens = "readcompare.tui.screens.comparing, readcompare.tui.screens.reading"
    script = f"import sys, readcompare.tui.app, {screens}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert not {"yaml", "numpy", "readcompare.shelf", "readcompare.views.answers", "jinja2"} & set(done.stdout.split())
