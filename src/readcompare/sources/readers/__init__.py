"""Readers of what offices publish: plain text, Markdown, web pages, PDF and Word documents."""
