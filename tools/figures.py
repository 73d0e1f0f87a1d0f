"""Writes the measured blocks of the docs anew: `python tools/figures.py [PAGE ...]`, or `--check` to only compare.

A block stands under a comment that names its command and, where not all of what it prints is shown, the headings of
the paragraphs that are:

    <!-- printed by: readcompare evaluate benchmarks/unseen | Overall | Certainty -->
"""

from __future__ import annotations

import functools
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/accuracy.md", "docs/findings.md")
MARK = "<!-- printed by: "
BLOCK = re.compile(
    r"(?P<head><!-- printed by: (?P<command>(?:readcompare|python) [^|]+?)(?P<headings>(?: \| [^|]+?)*) -->\n\n```\n)"
    r".*?(?P<end>```)",
    re.DOTALL,
)


def main() -> int:
    """Rewrite the pages named, or all; with `--check` return 1 when a page would change."""
    check = "--check" in sys.argv[1:]
    changed = 0
    for name in [argument for argument in sys.argv[1:] if argument != "--check"] or PAGES:
        path = ROOT / name
        old = path.read_text(encoding="utf-8")
        new, count = BLOCK.subn(printed_block, old)
        if count != old.count(MARK) or not count:
            print(f"{name}: {old.count(MARK)} comments, and {count} of them with a block below", file=sys.stderr)
            return 1
        if new != old:
            changed += 1
            print(f"{name}: {'differs from what its commands print' if check else 'written anew'}")
            if not check:
                path.write_text(new, encoding="utf-8")
    return 1 if check and changed else 0


def printed_block(block: re.Match[str]) -> str:
    """The block with what its command prints now."""
    text = printed(block["command"])
    if block["headings"]:
        paragraphs = text.split("\n\n")
        wanted = block["headings"].removeprefix(" | ").split(" | ")
        found = {paragraph.split("\n")[0]: paragraph for paragraph in paragraphs}
        text = "\n\n".join(found[heading] for heading in wanted)
        text = text.rstrip("\n") + "\n"
    return block["head"] + text + block["end"]


@functools.cache
def printed(command: str) -> str:
    """What the program prints, paragraphs apart by a blank line, without blank lines at either end."""
    program, *arguments = shlex.split(command)
    own = [sys.executable] if program == "python" else [sys.executable, "-m", program]
    done = subprocess.run([*own, *arguments], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.strip("\n") + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
