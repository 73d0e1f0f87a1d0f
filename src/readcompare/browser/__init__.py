"""The screen in a web browser."""
