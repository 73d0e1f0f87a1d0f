"""Work by hand is never lost: real files, and what can happen to them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from readcompare.cli.inputs import jobs
from readcompare.editing.keeping import Keeping, Outcome, copies_of, open_keeping, save, save_copy
from readcompare.errors import ReadcompareError, UsageError
from readcompare.model.annotations import Anchor, Annotations, Judgement, Verdict
from readcompare.sources.annotations import annotations_text, read_annotations
from readcompare.sources.comparison_paths import comparison_paths


def judgement(number: int, note: str | None = None) -> Judgement:
    anchor = Anchor(sentence=f"A{number}", digest=f"{number:012x}", text=f"Sentence {number}: “yes” # no.")
    return Judgement(verdict=Verdict.CONFIRMED, a=(anchor,), b=(), note=note)


ONE, TWO, THREE = (Annotations(tuple(judgement(at) for at in range(1, most))) for most in (2, 3, 4))


@pytest.fixture
def keeping(tmp_path: Path) -> Keeping:
    return open_keeping(str(tmp_path / "call.notes.yaml"), str(tmp_path / "state"))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_saved_is_what_is_read_and_nothing_lies_about(keeping: Keeping, tmp_path: Path) -> None:
    saved = save(keeping, ONE)
    assert (saved.outcome, saved.words) == (Outcome.SAVED, "")
    assert save(saved.keeping, TWO).outcome is Outcome.SAVED
    assert read_annotations(keeping.path) == TWO
    assert names(tmp_path) == {"call.notes.yaml"}


def test_a_persons_comments_and_order_stay_and_a_diff_shows_only_what_changed(keeping: Keeping) -> None:
    path = Path(keeping.path)
    blocks = annotations_text(TWO).split("- verdict")
    head = blocks[0].replace("rows:", "# my rows\nrows:  # all of them")
    written = f"{head}# why the first\n- verdict{blocks[1]}\n# the second\n- verdict{blocks[2]}# the end\n"
    path.write_text(written, encoding="utf-8")
    kept = open_keeping(str(path), None)
    saved = save(kept, THREE)
    added = path.read_text(encoding="utf-8")
    assert added == written.replace(
        "# the end\n", annotations_text(THREE).split(annotations_text(TWO))[1] + "# the end\n"
    )
    without = Annotations(THREE.judgements[1:])
    saved = save(saved.keeping, without)
    assert "# why the first" not in path.read_text(encoding="utf-8")
    assert "# the second" in path.read_text(encoding="utf-8")
    save(saved.keeping, TWO)
    assert path.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("rows", ["rows: []", "rows: []  # none yet", "rows:", "# last\nrows:\n# nothing"])
def test_a_file_without_rows_keeps_its_comments(keeping: Keeping, rows: str) -> None:
    path = Path(keeping.path)
    path.write_text(f"# mine\nformat: readcompare-annotations/1\n{rows}\n", encoding="utf-8")
    save(open_keeping(str(path), None), ONE)
    assert read_annotations(str(path)) == ONE
    assert {line for line in (*rows.split("\n"), "# mine") if line.startswith("#")} <= set(
        path.read_text(encoding="utf-8").split("\n")
    )


def test_a_layout_that_cannot_be_kept_stands_beside_before_it_goes(keeping: Keeping, tmp_path: Path) -> None:
    path = Path(keeping.path)
    row = '{verdict: confirmed, a: [{sentence: A9, digest: "000000000009"}]}'
    written = f"{{format: readcompare-annotations/1, rows: [{row}]}} # mine\n"
    path.write_text(written, encoding="utf-8")
    kept = open_keeping(str(path), None)
    saved = save(kept, Annotations((*kept.annotations.judgements, *ONE.judgements)))
    assert saved.outcome is Outcome.SAVED
    save(saved.keeping, ONE)
    assert read_annotations(str(path)) == ONE
    assert names(tmp_path) == {"call.notes.yaml", "call.notes.before-1.yaml"}
    assert (tmp_path / "call.notes.before-1.yaml").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("format: readcompare-annotations/1\nrows: []\nmine: 1\n", "unknown key 'mine'"),
        ("title: a call\n", "format is missing"),
        ("", "nothing in it"),
    ],
)
def test_what_is_no_annotations_file_is_refused_and_stays(keeping: Keeping, text: str, told: str) -> None:
    Path(keeping.path).write_text(text, encoding="utf-8")
    with pytest.raises(ReadcompareError, match=told):
        open_keeping(keeping.path, None)
    saved = save(keeping, ONE)
    assert saved.outcome is Outcome.COPIED
    assert Path(keeping.path).read_text(encoding="utf-8") == text
    assert saved.keeping.copy is not None
    assert read_annotations(saved.keeping.copy) == ONE


def test_another_persons_work_elsewhere_is_merged(keeping: Keeping) -> None:
    mine = save(keeping, ONE).keeping
    Path(keeping.path).write_text("# theirs\n" + annotations_text(TWO), encoding="utf-8")
    wanted = Annotations((*ONE.judgements, judgement(9)))
    saved = save(mine, wanted)
    assert saved.outcome is Outcome.MERGED
    assert "somebody else" in saved.words
    assert saved.annotations == read_annotations(keeping.path) == Annotations((*TWO.judgements, judgement(9)))
    assert Path(keeping.path).read_text(encoding="utf-8").startswith("# theirs\n")


def test_a_contradiction_goes_to_a_copy_until_it_is_resolved(keeping: Keeping, tmp_path: Path) -> None:
    mine = save(keeping, ONE).keeping
    theirs = annotations_text(Annotations((judgement(1, "theirs"),)))
    Path(keeping.path).write_text(theirs, encoding="utf-8")
    saved = save(mine, Annotations((judgement(1, "mine"),)))
    assert saved.outcome is Outcome.COPIED
    assert saved.keeping.copy == str(tmp_path / "call.notes.copy-1.yaml")
    assert saved.keeping.copy in saved.words
    assert Path(keeping.path).read_text(encoding="utf-8") == theirs
    later = save(saved.keeping, Annotations((judgement(1, "mine"), judgement(2))))
    assert later.keeping.copy == saved.keeping.copy
    assert read_annotations(saved.keeping.copy) == later.annotations
    assert copies_of(keeping.path, None) == (saved.keeping.copy,)
    # The contradicting edit is undone.
    resolved = save(later.keeping, Annotations((judgement(1), judgement(2))))
    assert resolved.outcome is Outcome.MERGED
    assert read_annotations(keeping.path) == Annotations((judgement(1, "theirs"), judgement(2)))
    assert names(tmp_path) == {"call.notes.yaml"}


def test_a_file_that_was_taken_away_is_written_anew(keeping: Keeping) -> None:
    kept = save(keeping, ONE).keeping
    Path(keeping.path).unlink()
    saved = save(kept, TWO)
    assert read_annotations(keeping.path) == TWO
    assert "was gone" in saved.words


def test_a_link_is_followed_and_the_mode_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "real.yaml"
    target.write_text(annotations_text(ONE), encoding="utf-8")
    target.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    assert save(open_keeping(str(link), None), TWO).outcome is Outcome.SAVED
    assert link.is_symlink()
    assert read_annotations(str(target)) == TWO
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_not_there_leaves_the_state_folder(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    kept = open_keeping(str(blocked / "call.notes.yaml"), str(tmp_path / "state"))
    saved = save(kept, ONE)
    assert saved.outcome is Outcome.COPIED
    assert saved.keeping.copy is not None
    assert Path(saved.keeping.copy).is_relative_to(tmp_path / "state")
    assert read_annotations(saved.keeping.copy) == ONE


def test_without_any_place_it_is_said_and_a_copy_can_be_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    saved = save(open_keeping(str(blocked / "call.notes.yaml"), str(blocked / "state")), ONE)
    assert saved.outcome is Outcome.UNSAVED
    assert saved.words.startswith("NOT SAVED")
    named = str(tmp_path / "elsewhere.yaml")
    save_copy(named, saved.annotations)
    assert read_annotations(named) == ONE
    with pytest.raises(UsageError, match="there already"):
        save_copy(named, TWO)


def test_what_a_killed_program_left_beside_is_no_hindrance(keeping: Keeping, tmp_path: Path) -> None:
    kept = save(keeping, ONE).keeping
    (tmp_path / ".call.notes.yaml.new").write_text("half of", encoding="utf-8")
    assert save(kept, TWO).outcome is Outcome.SAVED
    assert names(tmp_path) == {"call.notes.yaml"}


_SCRIPT = """
import sys, os
sys.path.insert(0, {here!r})
from test_keeping import ONE, TWO, THREE, judgement
from readcompare.editing.keeping import open_keeping, save
from readcompare.model.annotations import Annotations
path, folder = sys.argv[1:3]
"""


def run(body: str, path: Path, folder: Path) -> subprocess.Popen[str]:
    script = _SCRIPT.format(here=str(Path(__file__).parent)) + body
    return subprocess.Popen([sys.executable, "-c", script, str(path), str(folder)], stdout=subprocess.PIPE, text=True)


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another user comes into; those of pytest are closed."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(sys.platform == "win32", reason="limits and users of POSIX")
def test_a_read_only_folder_leads_to_a_copy_in_the_state_folder(open_to_all: Path) -> None:
    folder, state = open_to_all / "readonly", open_to_all / "state"
    folder.mkdir()
    state.mkdir()
    state.chmod(0o777)
    path = folder / "call.notes.yaml"
    path.write_text(annotations_text(ONE), encoding="utf-8")
    path.chmod(0o666)
    folder.chmod(0o555)
    nobody = "os.getuid() or os.setuid(65534)\n"
    body = (
        f"{nobody}s = save(open_keeping(path, folder), TWO)\nprint(s.outcome, s.words, sep='|')\n"
        "t = save(s.keeping, THREE)\nprint(t.outcome, t.keeping.copy, sep='|')\n"
    )
    told = run(body, path, state).communicate()[0].splitlines()
    folder.chmod(0o755)
    assert told[0].startswith("copied|Not saved in ")
    assert "permission denied" in told[0]
    outcome, copy = told[1].split("|")
    assert outcome == "copied"
    assert read_annotations(copy) == THREE
    assert read_annotations(str(path)) == ONE
    # The next reading is told of it.
    assert copies_of(str(path), str(state)) == (copy,)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_no_room_for_a_file_leaves_the_old_one_whole_and_saves_again_when_there_is(tmp_path: Path) -> None:
    path = tmp_path / "call.notes.yaml"
    path.write_text(annotations_text(ONE), encoding="utf-8")
    body = (
        "import resource\nkept = open_keeping(path, folder)\n"
        "limits = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))\n"
        "s = save(kept, TWO)\nprint(s.outcome, s.words, sep='|')\nprint(sorted(os.listdir(os.path.dirname(path))))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, limits)\nprint(save(s.keeping, s.annotations).outcome)\n"
    )
    told = run(body, path, tmp_path / "state").communicate()[0].splitlines()
    assert told[0].startswith("unsaved|NOT SAVED in ")
    assert "file too large" in told[0]
    assert told[1] == "['call.notes.yaml', 'state']"
    assert told[2] == "saved"
    assert read_annotations(str(path)) == TWO


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_program_leaves_one_state_or_the_other(tmp_path: Path) -> None:
    path = tmp_path / "call.notes.yaml"
    body = (
        "kept = open_keeping(path, folder)\nprint('ready', flush=True)\n"
        "for number in range(1, 10**9):\n"
        "    kept = save(kept, Annotations(tuple(judgement(n) for n in range(1, 2 + number % 40)))).keeping\n"
    )
    for _ in range(5):
        with run(body, path, tmp_path) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            deadline = time.monotonic() + 10
            seen = path.stat().st_mtime_ns if path.exists() else 0
            while not path.exists() or path.stat().st_mtime_ns == seen:
                assert time.monotonic() < deadline
            os.kill(writer.pid, signal.SIGKILL)
        count = len(read_annotations(str(path)).judgements)
        assert read_annotations(str(path)) == Annotations(tuple(judgement(at) for at in range(1, count + 1)))
        assert count


def test_two_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "call.notes.yaml"
    body = (
        "kept, mine = open_keeping(path, folder), int(os.environ['FIRST'])\n"
        "now = kept.annotations\n"
        "for number in range(mine, mine + 25):\n"
        "    done = save(kept, Annotations((*now.judgements, judgement(number))))\n"
        "    kept, now = done.keeping, done.annotations\n"
    )
    writers = []
    for first in ("100", "200"):
        os.environ["FIRST"] = first
        writers.append(run(body, path, tmp_path))
    del os.environ["FIRST"]
    for writer in writers:
        writer.communicate()
    found = {int(one.a[0].sentence[1:]) for one in read_annotations(str(path)).judgements}
    assert found == {*range(100, 125), *range(200, 225)}


def test_a_value_that_was_saved_is_not_changed_by_saving(keeping: Keeping) -> None:
    before = replace(keeping)
    save(keeping, ONE)
    assert keeping == before


def test_a_pattern_for_comparison_files_means_no_work_by_hand(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text("sides: []\n", encoding="utf-8")
        save(save(open_keeping(str(tmp_path / f"{name}.notes.yaml"), None), ONE).keeping, TWO)
    (tmp_path / "one.notes.copy-1.yaml").write_text(annotations_text(ONE), encoding="utf-8")
    wanted = [str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml")]
    assert list(comparison_paths([str(tmp_path / "*.yaml")])) == wanted
    assert [job[0] for job in jobs([str(tmp_path / "*.yaml")])] == wanted
    assert [job[0] for job in jobs([str(tmp_path)])] == wanted
