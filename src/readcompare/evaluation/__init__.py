"""Measuring the engine against pairs that were annotated by hand."""
