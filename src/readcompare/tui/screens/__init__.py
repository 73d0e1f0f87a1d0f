"""Screens: each owns its state; its widgets are told by attributes and answer by messages."""
