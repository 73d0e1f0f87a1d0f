"""How fast readcompare is, as ratios against named baselines measured in the same run: `make bench`.

Each command is started many times in a fresh interpreter, each time with its baseline right after it, and the median of
their ratios counts: what else a machine does changes from second to second, and slows both. Bytecode is kept between
the runs, as for any installed program, and so are the compiled lexicons.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

Item = TypeVar("Item")
ROOT = Path(__file__).resolve().parent.parent
RUNS = 21
_HEAVY_RUNS = 5
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
PYTHON = [sys.executable]
NOTHING = [*PYTHON, "-c", "pass"]
TEXTUAL = [*PYTHON, "-c", "import textual.app"]
READCOMPARE = [str(Path(sys.executable).with_name("readcompare"))]


def main() -> None:
    """Print one line a measurement: what, how long, the ratio and what it may be; with `warm` only the last ones."""
    if sys.argv[1:] == ["warm"]:
        _warm()
        return
    with tempfile.TemporaryDirectory() as folder:
        two_of_60 = _texts(Path(folder), 60)
        two_of_1000 = _texts(Path(folder), 1000)
        _ratio("readcompare --help", [*READCOMPARE, "--help"], "python -c pass", NOTHING, 3)
        _ratio("report, 2 x 60 sentences", [*READCOMPARE, "report", *two_of_60], "import textual.app", TEXTUAL, 1.5)
        _heavy("align, 1,000 x 1,000 sentences", two_of_1000)
    # One core is one thread for numpy too, which must be said before it is loaded.
    subprocess.run([*PYTHON, __file__, "warm"], check=True, env=ENVIRONMENT | {"OPENBLAS_NUM_THREADS": "1"})


def _ratio(name: str, command: Sequence[str], baseline_name: str, baseline: Sequence[str], limit: float) -> None:
    runs = [(_seconds(command), _seconds(baseline)) for _ in range(RUNS)]
    ratio = median(one / other for one, other in runs)
    milliseconds = 1000 * median(one for one, _ in runs)
    print(f"{name:32} {milliseconds:7.0f} ms = {ratio:.2f} x `{baseline_name}` (at most {limit:g})")


def _heavy(name: str, texts: Sequence[str]) -> None:
    """Time and memory of aligning, and of the findings after it, in an interpreter of its own.

    Start-up and reading the lexicons of the two languages are left out; the collector rests and numpy has one thread,
    as in any comparison that the command makes.
    """
    script = (
        "import resource, sys, time\n"
        "from readcompare import compare\n"
        "from readcompare.engine.decide import decide\n"
        "from readcompare.engine.hand import Hand\n"
        "from readcompare.engine.rows import found_rows\n"
        "from readcompare.intake import read_texts\n"
        "from readcompare.runner import collector_at_rest, run_from, run_prepared, weights_for\n"
        "compare('Die Kanzlerin sprach mit dem Präsidenten.', 'Канцлер обсудила с Президентом обстановку.')\n"
        "inputs = read_texts(tuple(sys.argv[1:])).inputs((0, 1))\n"
        "start = time.perf_counter()\n"
        "prepared = run_prepared(inputs)\n"
        "with collector_at_rest():\n"
        "    found_rows(prepared, decide(prepared, weights_for(inputs), inputs.recipe, Hand()), Hand())\n"
        "aligned = time.perf_counter()\n"
        "run_from(prepared, inputs)\n"
        "whole = time.perf_counter() - aligned\n"
        "print(aligned - start, whole, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    runs = [
        subprocess.run(
            [*PYTHON, "-c", script, *texts],
            check=True,
            capture_output=True,
            text=True,
            env=ENVIRONMENT | {"OPENBLAS_NUM_THREADS": "1"},
        ).stdout.split()
        for _ in range(_HEAVY_RUNS)
    ]
    seconds, whole = (min(float(run[number]) for run in runs) for number in (0, 1))
    megabytes = max(int(run[2]) for run in runs) / (1024 if sys.platform == "linux" else 1024 * 1024)
    print(f"{name:32} {seconds:7.2f} s (at most 2), {megabytes:.0f} MB (at most 300)")
    print(f"{'  rows and findings anew':32} {whole:7.2f} s")


def _warm() -> None:
    """Readout pairs a second in a process that has its lexicons at hand: the whole way, and parts of it."""
    from readcompare import intake, runner
    from readcompare.engine.decide import decide
    from readcompare.engine.hand import Hand
    from readcompare.engine.prepare import Prepared
    from readcompare.engine.rows import found_rows
    from readcompare.engine.score import signals
    from readcompare.intake import Inputs
    from readcompare.model.recipe import Recipe
    from readcompare.sources.weights import shipped_weights

    def from_texts(inputs: Inputs) -> object:
        prepared = runner.run_prepared(inputs)
        return found_rows(prepared, decide(prepared, shipped_weights(), Recipe(), Hand()), Hand())

    def align(prepared: Prepared) -> object:
        a, b = prepared.documents
        signals(*prepared.records, prepared.pairs, one_language=a.readout.language == b.readout.language)
        return decide(prepared, shipped_weights(), Recipe(), Hand())

    paths = [str(path) for path in sorted((ROOT / "readouts").glob("*/comparison.yaml"))]
    inputs = [intake.read_file(path) for path in paths]
    prepared = [runner.run_prepared(one) for one in inputs]
    _a_second("pairs compared, files read", runner.run_file, paths)
    _a_second("pairs compared, texts at hand", runner.run, inputs)
    _a_second("pairs aligned, texts at hand", from_texts, inputs)
    _a_second("pairs aligned, sentences analysed", align, prepared)


def _a_second(name: str, compared: Callable[[Item], object], items: Sequence[Item]) -> None:
    """How many of `items` are compared in a second, by the quickest time of each."""
    quickest = [float("inf")] * len(items)
    for _ in range(RUNS):
        for number, item in enumerate(items):
            start = time.perf_counter()
            compared(item)
            quickest[number] = min(quickest[number], time.perf_counter() - start)
    print(f"{name:33} {len(items) / sum(quickest):6.0f} a second on one core (at least 100)")


def _texts(folder: Path, count: int) -> tuple[str, str]:
    """A German and a Russian text of `count` sentences each, put together from the sample readouts."""
    names = []
    for language, side in (("de", "germany"), ("ru", "kremlin")):
        paths = sorted((ROOT / "readouts").glob(f"*/{side}.{language}.txt"))
        lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        text = "\n\n".join(lines[number % len(lines)] for number in range(count))
        path = folder / f"{side}-{count}.txt"
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    return names[0], names[1]


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
