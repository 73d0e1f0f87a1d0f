"""The command `readcompare` and `python -m readcompare`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line of this process and return its exit code."""
    from readcompare.cli import main as run

    code = run(sys.argv[1:])
    # The process ends here and its memory with it: without this the collector would look through all of it once more.
    gc.freeze()
    return code


if __name__ == "__main__":
    raise SystemExit(main())
