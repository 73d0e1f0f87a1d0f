"""The tutorial's commands, one after the other, as a newcomer would type them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path


def test_the_tutorial_leads_from_two_pages_to_a_table(root: Path, tmp_path: Path) -> None:
    for name, page in (("berlin.html", "chancellery.html"), ("kremlin.html", "kremlin.html")):
        shutil.copy(root / "tests" / "pages" / page, tmp_path / name)
    text = (root / "docs" / "tutorial.md").read_text(encoding="utf-8")
    commands = [line for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    install, *commands = commands
    assert (install, len(commands)) == ('pip install "readcompare[web]"', 5)
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(command)],
            cwd=tmp_path,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr)
    table = (tmp_path / "table.md").read_text(encoding="utf-8")
    assert "no counterpart found?" in table
    assert "Die Sprecherin der Bundesregierung teilt mit" in table
    assert "<html" in (tmp_path / "call.html").read_text(encoding="utf-8")
    assert "berlin.html" in (tmp_path / "call.yaml").read_text(encoding="utf-8")


def test_the_pages_that_documents_name_are_there(root: Path) -> None:
    pages = [root / "README.md", *(root / "docs").glob("*.md")]
    for page in pages:
        for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            assert "//" in link or (page.parent / link).exists(), (page.name, link)
