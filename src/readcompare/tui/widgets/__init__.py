"""Widgets: they draw what their screen tells them and never ask one another."""
