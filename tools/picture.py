"""Make the README's pictures: the screen drawn by the program itself, as SVG."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from readcompare.runner import run_file
from readcompare.tui.app import ReadcompareApp

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "readouts" / "2021-11-10-de-ru" / "comparison.yaml"


async def main() -> None:
    """Open the sample comparison without a terminal and write what it shows to `docs/screen.svg`."""
    app = ReadcompareApp(run_file(str(SAMPLE)))
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        drawn = app.export_screenshot(title="readcompare")
        # Whoever reads the README asks nobody for a font.
        drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
        (ROOT / "docs" / "screen.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
