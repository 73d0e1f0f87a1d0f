"""The engine: two texts in, one comparison out; no file, no screen, no clock."""
