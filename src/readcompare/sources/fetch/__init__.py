"""Fetching pages from the web when a person asks for it, and keeping every version."""
