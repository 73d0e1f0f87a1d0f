"""Reading everything that comes from outside: texts, comparison files, lexicons and annotations."""
