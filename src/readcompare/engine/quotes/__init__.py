"""Each side's own words, drawn out of a news report: quotations and reported speech with who said it."""
