"""How many fragments of annotated news reports are found, and given to the right side."""

from __future__ import annotations

import sys
from pathlib import Path

from readcompare.evaluation.quotations import table

if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else str(Path(__file__).parent / "quotes")
    sys.stdout.write(table(folder))
