"""What the project promises about itself."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from readcompare import __version__


def test_every_readout_is_labelled_as_what_it_is(root: Path) -> None:
    for path in sorted([*root.glob("readouts/*/comparison.yaml"), *root.glob("benchmarks/calls/*/comparison.yaml")]):
        described = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert [side["wording"] for side in described["sides"]] == ["reconstruction", "reconstruction"], path


def test_the_readme_shows_what_the_program_prints(root: Path) -> None:
    command = [sys.executable, "tools/figures.py", "--check", "README.md"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pages_that_show_what_one_command_prints_show_the_same(root: Path) -> None:
    shown: dict[str, list[str]] = {}
    for page in ("README.md", "docs/accuracy.md", "docs/findings.md"):
        text = (root / page).read_text(encoding="utf-8")
        for mark, block in re.findall(r"<!-- printed by: (.*?) -->\n\n```\n(.*?)```", text, re.DOTALL):
            shown.setdefault(mark, []).append(block)
    assert any(len(blocks) > 1 for blocks in shown.values())
    assert [mark for mark, blocks in shown.items() if len(set(blocks)) > 1] == []


def test_the_comparison_file_of_the_readme_is_valid(root: Path, tmp_path: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "call.yaml").write_text(shown, encoding="utf-8")
    for name in ("germany.de.txt", "germany.en.txt", "kremlin.ru.txt"):
        (tmp_path / name).write_text(f"Text of {name}.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "readcompare", str(tmp_path / "call.yaml")], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_python_example_of_the_readme_runs(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    monkeypatch.chdir(root)
    exec(shown, {})  # noqa: S102 - the README's own words
    assert "same ('A1',) ('B1',)" in capsys.readouterr().out


def test_the_changelog_and_the_lock_are_kept(root: Path) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert "## Unreleased" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
    locked = (root / "requirements.lock").read_text(encoding="utf-8").lower()
    for needed in ("textual==", "rapidfuzz==", "pyyaml==", "numpy==", "pytest==", "hatchling=="):
        assert needed in locked


def test_the_picture_of_the_house_names_every_room(root: Path) -> None:
    picture = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = root / "src" / "readcompare"
    rooms = {path.name for path in package.iterdir() if path.is_dir() and not path.name.startswith("__")}
    files = {path.name for path in package.rglob("*.py") if not path.name.startswith("__")}
    shown_whole = ("tui", "checks", "segment")  # these rooms are shown as one
    hidden = {path.name for name in shown_whole for path in package.rglob(f"{name}/**/*.py")}
    assert not {room for room in rooms if f"{room}/" not in picture}
    assert not {file for file in files - hidden if file not in picture}
