"""Reading the articles of bilingual dictionaries: which of their words are translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A line that says something about the word: cross-references, notes, grammar, examples in quotation marks.
_ASIDE = re.compile(
    r"\s*(?:see(?: also)?|synonyms?|antonyms?|hyponyms?|note|example|usage|category|etymology|compare|cf)\b[^:]{0,20}:|"
    r"\s*[\"“„«]",
    re.IGNORECASE,
)
# FreeDict goes on after a note in the same line: `Note: about sth., apprehension <n>`.
_AFTER_NOTE = re.compile(r",\s*([^,<>]{1,60})<")
# Bounded, so that brackets which are never closed cost no time.
_TAGS = re.compile(r"\[[^\]]{0,400}\]|\([^)]{0,400}\)|<[^>]{0,400}>|\{[^}]{0,400}\}|_[^\W\d_]{1,20}\.?|♦|~")
_NUMBER = re.compile(r"(?<![\w-])(?:\d{1,2}|[a-zа-я]|[IVX]+)[.)>](?=[\s\w_(]|$)")
_SPLIT = re.compile(r"[;,|•]|\s[-–—=]\s")
_PHONETICS = re.compile(r"\s/[^/\n]{1,400}/")
_ENDS = (";", ",", ".", ":", ")")


def translations(article: str) -> tuple[str, ...]:
    """The translations in `article`, the text of a dictd entry that begins with its headword, in their order.

    Pronunciation, grammar, labels, notes, cross-references and numbers are left out. Examples that stand among the
    translations remain; they are longer, or in the other alphabet.
    """
    head, _, body = article.strip("\n").partition("\n")
    if not body.strip():
        body = _after_headword(head)
    found = (phrase.strip(" .:!?\t\"'") for part in _parts(body) for phrase in _SPLIT.split(part))
    return tuple(dict.fromkeys(phrase for phrase in found if any(sign.isalpha() for sign in phrase)))


def _parts(body: str) -> Iterator[str]:
    """Divide at senses and lines; a line that is only the next piece of a wrapped one is joined to it."""
    whole = ""
    for line in body.split("\n"):
        if _ASIDE.match(line):
            yield from _senses(whole)
            whole = ""
            yield from (found[1] for found in _AFTER_NOTE.finditer(line) if ":" in line)
        elif whole and line.startswith("  ") and not whole.rstrip().endswith(_ENDS):
            whole += " " + line.strip()
        else:
            whole += "\n" + line
    yield from _senses(whole)


def _senses(text: str) -> Iterator[str]:
    yield from _NUMBER.sub("\n", _TAGS.sub(" ", text)).split("\n")


def _after_headword(line: str) -> str:
    """What stands behind the headword of an article in one line: after its pronunciation, two blanks or a dash."""
    spoken = _PHONETICS.search(line)
    if spoken:
        return line[spoken.end() :]
    for mark in ("  ", "\t", " - ", " – ", ": "):
        before, found, after = line.partition(mark)
        if found and before.strip():
            return after
    return ""
