"""How the aligner copes with length: `python benchmarks/scale.py`.

Prints time and memory of two long texts and how steeply the processors' time grows, and how far the rows of the
candidates agree with those of all pairs. The long texts are put together from halves of the sentences in `readouts/`,
so that no two are alike.
"""

from __future__ import annotations

import math
import random
import subprocess
import sys
import time
from pathlib import Path

from readcompare import compare
from readcompare.engine import candidates
from readcompare.model.comparison import Comparison

ROOT = Path(__file__).resolve().parent.parent
SIZES = (2_500, 10_000)


def main() -> None:
    """Print the figures; with a number, only time and memory of two texts of that many sentences."""
    if len(sys.argv) > 1:
        _one(int(sys.argv[1]))
        return
    seconds = [_measured(size) for size in SIZES]
    steepness = math.log(seconds[1] / seconds[0]) / math.log(SIZES[1] / SIZES[0])
    print(f"time grows with the length to the power of {steepness:.2f} (at most 1.4)")
    _agreement()


def _measured(size: int) -> float:
    """Seconds of the processors for two texts of `size` sentences each, in an interpreter of its own."""
    done = subprocess.run([sys.executable, __file__, str(size)], check=True, capture_output=True, text=True)
    seconds, worked, megabytes = map(float, done.stdout.split())
    told = f"{seconds:.1f} s ({worked:.1f} s of the processors), {megabytes:.0f} MB"
    print(f"{size:,} x {size:,} sentences: {told}", flush=True)
    return worked


def _one(size: int) -> None:
    import resource

    texts = [_spliced(language, size, seed) for seed, language in enumerate(("de", "ru"))]
    compare("Ein Satz.", "One sentence.")
    start, worked = time.perf_counter(), time.process_time()
    compare(*texts)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    print(time.perf_counter() - start, time.process_time() - worked, used)


def _agreement() -> None:
    """The rows with candidates beside those with all pairs, on all English and Russian sentences of the readouts."""
    texts = ["\n\n".join(_lines(language)) for language in ("en", "ru")]
    with_candidates = _rows(compare(*texts))
    limit, candidates.MOST_EVERY = candidates.MOST_EVERY, sys.maxsize
    every = _rows(compare(*texts))
    candidates.MOST_EVERY = limit
    same = sum(every[name] == with_candidates[name] for name in every)
    print(
        f"candidates give {100 * same / len(every):.1f} % of {len(every)} sentences the rows of all pairs (at least 99)"
    )


def _rows(comparison: Comparison) -> dict[str, frozenset[object]]:
    found: dict[str, set[object]] = {}
    for row in comparison.rows:
        for name in (*row.a, *row.b):
            found.setdefault(name, set()).add((row.kind, row.a, row.b))
    return {name: frozenset(rows) for name, rows in found.items()}


def _lines(language: str) -> list[str]:
    paths = sorted(ROOT.glob(f"readouts/*/*.{language}.txt"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return list(dict.fromkeys(lines))


def _spliced(language: str, count: int, seed: int) -> str:
    chance, lines = random.Random(seed), _lines(language)  # noqa: S311 - no secret
    halves = [(chance.choice(lines).split(), chance.choice(lines).split()) for _ in range(count)]
    return "\n\n".join(" ".join([*one[: len(one) // 2], *other[len(other) // 2 :]]) for one, other in halves)


if __name__ == "__main__":
    main()
