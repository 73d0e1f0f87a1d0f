"""The user's own words: lexicons and dictionaries brought to a comparison, examined, and measured on texts."""
