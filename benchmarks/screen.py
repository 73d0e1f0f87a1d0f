"""How fast the screen is, beside an empty Textual application in the same run: first paint, keys, resize, memory.

    python benchmarks/screen.py

Drawn without a terminal (Textual's headless driver), so that only the program is measured; each figure is the quickest
of several. The 10,000 rows are those of a long text against a short one, so that making them takes little; memory is
that of a process which shows them again from their record, as `readcompare view` does. The garbage collector is set as
the command line sets it.
"""

from __future__ import annotations

import asyncio
import gc
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from textual.app import App

from readcompare import compare
from readcompare.model.comparison import Comparison
from readcompare.reports import records
from readcompare.reports.interface import Layout
from readcompare.sources.result_file import read_result
from readcompare.tui.app import ReadcompareApp

ROOT = Path(__file__).resolve().parent.parent
SIZE = (120, 40)
RUNS = 5
KEYS = ("j", "j", "n", "pagedown", "end", "k", "N", "home")


def main() -> None:
    """Print each figure beside what is asked of it."""
    if sys.argv[1:2] == ["paint"]:
        _paint(sys.argv[2:])
        return
    if sys.argv[1:2] == ["memory"]:
        asyncio.run(_hold(sys.argv[2]))
        return
    gc.set_threshold(200_000, 20, 20)
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, text in zip(("a.txt", "b.txt"), _sides(60, 60), strict=True):
            (Path(folder) / name).write_text(text, encoding="utf-8")
            names.append(str(Path(folder) / name))
        runs = [(_seconds(), _seconds(*names)) for _ in range(RUNS)]
    empty, whole = (min(run[number] for run in runs) for number in (0, 1))
    print(
        f"2 x 60 sentences, from the start of the program to the first paint {whole * 1000:.0f} ms = "
        f"{whole / empty:.2f} x an empty application (at most 1.6)"
    )
    paint = min(asyncio.run(_ready(_texts(60))) for _ in range(RUNS))
    print(f"  the painting alone            {paint * 1000:7.0f} ms")
    long = _long()
    gc.freeze()
    ready = min(asyncio.run(_ready(long)) for _ in range(3))
    print(f"{len(long.rows):,} rows ready             {ready:7.2f} s (at most 2)")
    keys, resize = asyncio.run(_answers(long))
    print(f"  slowest of the keys           {keys * 1000:7.0f} ms (at most 50)")
    print(f"  resize                        {resize * 1000:7.0f} ms (at most 150)")
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "long.json"
        record.write_text(records.render(long, Layout()), encoding="utf-8")
        subprocess.run([sys.executable, __file__, "memory", str(record)], check=True)


def _seconds(*texts: str) -> float:
    """Seconds that a fresh interpreter takes to paint the two texts, or an empty application without them."""
    start = time.perf_counter()
    subprocess.run([sys.executable, __file__, "paint", *texts], check=True)
    return time.perf_counter() - start


def _paint(texts: list[str]) -> None:
    if not texts:
        asyncio.run(_ready(None))
        return
    gc.set_threshold(200_000, 20, 20)
    from readcompare.intake import Wishes
    from readcompare.session import start

    asyncio.run(_ready(start((texts[0], texts[1]), Wishes()).comparison))


async def _ready(comparison: Comparison | None) -> float:
    """Seconds from the start of the application until it has drawn itself and waits."""
    start = time.perf_counter()
    app: App[None] = App() if comparison is None else ReadcompareApp(comparison)
    async with app.run_test(size=SIZE):
        return time.perf_counter() - start


async def _hold(record: str) -> None:
    """Print the memory of this process while it shows a record, and the most it has had."""
    gc.set_threshold(200_000, 20, 20)
    app = ReadcompareApp(read_result(record))
    gc.freeze()
    async with app.run_test(size=SIZE):
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
        status = Path("/proc/self/status")  # only Linux tells what is held now
        held = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
        now = int(held[1]) / 1024 if held else most
        print(
            f"  memory in all while they are shown {now:.0f} MB (at most 150), while the record was read {most:.0f} MB"
        )


async def _answers(comparison: Comparison) -> tuple[float, float]:
    """Seconds until a key is answered, of each key the quickest and of all keys the slowest; and those of a resize."""
    app = ReadcompareApp(comparison)
    async with app.run_test(size=SIZE) as pilot:
        quickest = dict.fromkeys(KEYS, 9.0)
        for _ in range(RUNS):
            for key in KEYS:
                start = time.perf_counter()
                await pilot.press(key)
                quickest[key] = min(quickest[key], time.perf_counter() - start)
        resize = 9.0
        for width in (100, 120) * RUNS:
            start = time.perf_counter()
            await pilot.resize_terminal(width, 40)
            resize = min(resize, time.perf_counter() - start)
        return max(quickest.values()), resize


def _texts(count: int, other: int | None = None) -> Comparison:
    """`count` German sentences of the sample readouts against as many Russian ones, or `other` of them."""
    a, b = _sides(count, other or count)
    return compare(a, b)


def _sides(*counts: int) -> list[str]:
    """A German and a Russian text of so many sentences each."""
    sides = []
    for language, side, count in (("de", "germany", counts[0]), ("ru", "kremlin", counts[1])):
        paths = sorted((ROOT / "readouts").glob(f"*/{side}.{language}.txt"))
        lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        sides.append("\n\n".join(lines[number % len(lines)] for number in range(count)))
    return sides


def _long() -> Comparison:
    """A comparison with more than 10,000 rows."""
    return _texts(12_000, 20)


if __name__ == "__main__":
    main()
