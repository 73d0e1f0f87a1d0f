"""Widths at which the screen changes its layout."""

from __future__ import annotations

STACKED_BELOW = 90
"""Under this width in cells the two sides stand one under the other."""
