"""Lexicons of known names, terms and phrases, and finding them in text."""
