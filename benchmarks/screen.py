"""How fast the screen is, beside an empty Textual application in the same run: first paint, keys, resize, memory.

    python benchmarks/screen.py

Drawn without a terminal (Textual's headless driver), so that only the program is measured; each figure is the quickest
of several, in seconds of the processor, which other work on the machine changes little. The 10,000 rows are those of a
long text against a short one, so that making them takes little; memory is that of a process which shows them again from
their record, as `readcompare view` does. The garbage collector is set as the command line sets it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from readcompare import compare
from readcompare.intake import Wishes
from readcompare.model.comparison import Comparison
from readcompare.reports import records
from readcompare.reports.interface import Layout
from readcompare.session import read
from readcompare.sources.result_file import read_result
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.surroundings import Surroundings

if TYPE_CHECKING:
    from readcompare.tui.screens.reading import ReadingScreen

ROOT = Path(__file__).resolve().parent.parent
SIZE = (120, 40)
RUNS = 5
EMPTY = """
import asyncio, time
from textual.app import App

async def main():
    async with App().run_test(size=(120, 40)):
        return time.process_time()

print(asyncio.run(main()), 0)
"""
WHOLE = """
import asyncio, gc, sys, time
gc.set_threshold(200_000, 20, 20)
from readcompare.intake import Wishes
from readcompare.session import read
from readcompare.tui.app import ReadcompareApp
from readcompare.tui.surroundings import Surroundings

painted, display = [], ReadcompareApp._display

def timed(self, screen, renderable):
    display(self, screen, renderable)
    if renderable is not None and screen.query("Static"):
        painted.append(time.process_time())

async def shown(app):
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.screen.query("SelectableColumns"):
            await pilot.pause()
        taken = time.process_time()
        await asyncio.sleep(0.5)  # the screen that stood before is still going
        return taken

ReadcompareApp._display = timed
whole = asyncio.run(shown(ReadcompareApp(None, Surroundings(reading=read((sys.argv[1], sys.argv[2]), Wishes())))))
print(painted[0], whole)
"""
KEYS = ("j", "j", "n", "pagedown", "end", "k", "N", "home")


def main() -> None:
    """Print each figure beside what is asked of it."""
    if sys.argv[1:2] == ["memory"]:
        asyncio.run(_hold(sys.argv[2]))
        return
    gc.set_threshold(200_000, 20, 20)
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, text in zip(("a.txt", "b.txt"), _sides(60, 60), strict=True):
            (Path(folder) / name).write_text(text, encoding="utf-8")
            names.append(str(Path(folder) / name))
        runs = [(_painted(EMPTY), _painted(WHOLE, *names)) for _ in range(RUNS)]
    empty, first, whole = min(e[0] for e, _ in runs), min(w[0] for _, w in runs), min(w[1] for _, w in runs)
    print(
        f"2 x 60 sentences, from the start of the program\n"
        f"  both texts painted            {first * 1000:7.0f} ms = {first / empty:.2f} x an empty application "
        f"(at most 1.6)\n"
        f"  compared and aligned          {whole * 1000:7.0f} ms = {whole / empty:.2f} x"
    )
    paint = min(asyncio.run(_ready(_texts(60))) for _ in range(RUNS))
    print(f"  the painting alone            {paint * 1000:7.0f} ms")
    followed = asyncio.run(_followed(*_sides(60, 60)))
    print(f"  rows follow a moved threshold {followed * 1000:7.0f} ms (at most 200)")
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


def _painted(script: str, *texts: str) -> tuple[float, float]:
    """Seconds of the processor until a fresh interpreter has painted first, and until the rows stand there."""
    command = [sys.executable, "-c", script, *texts]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    first, whole = map(float, done.stdout.split())
    return first, whole


async def _ready(comparison: Comparison) -> float:
    """Seconds of the processor from the start of the application until it has drawn itself and waits."""
    start = time.process_time()
    async with ReadcompareApp(comparison).run_test(size=SIZE):
        return time.process_time() - start


async def _followed(*texts: str) -> float:
    """Seconds of the processor from a key that moves the threshold until its rows are drawn: of each step the quickest
    of several, of all steps the slowest. They are made in a thread, whose time counts too, and then drawn.
    """
    with tempfile.TemporaryDirectory() as folder:
        names = [str(Path(folder) / name) for name in ("a.txt", "b.txt")]
        for name, text in zip(names, texts, strict=True):
            Path(name).write_text(text, encoding="utf-8")
        session = read((names[0], names[1]), Wishes()).compared()
        async with ReadcompareApp(session.comparison, Surroundings(session=session)).run_test(size=SIZE) as pilot:
            screen = cast("ReadingScreen", pilot.app.screen)
            steps = dict.fromkeys(enumerate(("plus",) * 4 + ("minus",) * 4), 9.0)
            for _ in range(RUNS):
                for step, key in steps:
                    before = screen.shown.comparison
                    start = time.process_time()
                    await pilot.press(key)
                    while screen.shown.comparison is before:
                        await asyncio.sleep(0.005)  # waiting must not take the processor
                    await pilot.pause()
                    steps[step, key] = min(steps[step, key], time.process_time() - start)
            return max(steps.values())


async def _hold(record: str) -> None:
    """Print the memory of this process while it shows a record, and the most it has had."""
    gc.set_threshold(200_000, 20, 20)
    app = ReadcompareApp(read_result(record))
    gc.freeze()
    async with app.run_test(size=SIZE):
        status = Path("/proc/self/status")  # only Linux tells what a process holds now
        if status.exists():
            told = dict(re.findall(r"(VmRSS|VmHWM):\s+(\d+) kB", status.read_text(encoding="ascii")))
            held, most = int(told["VmRSS"]) // 1024, int(told["VmHWM"]) // 1024
            print(f"  memory of the whole process   {held:7} MB (at most 150), {most} MB while it read the record")


async def _answers(comparison: Comparison) -> tuple[float, float]:
    """Seconds of the processor for a key, of each key the quickest and of all keys the slowest; and for a resize."""
    app = ReadcompareApp(comparison)
    async with app.run_test(size=SIZE) as pilot:
        quickest = dict.fromkeys(KEYS, 9.0)
        for _ in range(RUNS):
            for key in KEYS:
                start = time.process_time()
                await pilot.press(key)
                quickest[key] = min(quickest[key], time.process_time() - start)
        resize = 9.0
        for width in (100, 120) * RUNS:
            start = time.process_time()
            await pilot.resize_terminal(width, 40)
            resize = min(resize, time.process_time() - start)
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
    return _texts(15_000, 20)


if __name__ == "__main__":
    main()
