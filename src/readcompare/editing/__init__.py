"""Correcting by hand: edits as values, with undo, and their safe keeping in a file."""
