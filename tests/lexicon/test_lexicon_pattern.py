"""The pattern language: what a pattern matches, and which strings are none."""

from __future__ import annotations

import pytest

from readcompare.lexicon.entries import Entry, Lexicon
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.pattern import parse_pattern
from readcompare.lexicon.tokens import tokenise

FIFTEEN = "w " * 15

CASES = [
    # whole tokens
    ("en", "talks", "The talks went on.", True),
    ("en", "talks", "The TALKS went on.", True),
    ("en", "talk", "The talks went on.", False),
    ("de", "straße", "Auf der STRASSE.", True),
    ("de", "strasse", "Auf der Straße.", True),
    ("ru", "всё", "Все согласны.", True),
    ("ru", "все", "Всё готово.", True),
    # starts
    ("en", "negotiat*", "negotiations", True),
    ("en", "negotiat*", "renegotiated", False),
    ("de", "gespräch*", "Gesprächs", True),
    ("de", "gespräch*", "Gespräch", True),
    ("ru", "переговор*", "переговоров", True),
    # ends
    ("en", "*fire", "a ceasefire", True),
    ("en", "*fire", "fired", False),
    ("de", "*krieg", "Angriffskrieg", True),
    ("de", "*krieg", "Krieg", True),
    ("ru", "*войск", "спецвойск", True),
    # any part
    ("en", "*fire*", "ceasefires", True),
    ("de", "*paket*", "Maßnahmenpakets", True),
    ("de", "*paket*", "Post", False),
    ("ru", "*договор*", "предоговоренности", True),
    # case
    ("en", "=US", "The US said so.", True),
    ("en", "=US", "told us so", False),
    ("de", "=IS", "gegen den IS", True),
    ("de", "=IS", "Is", False),
    ("de", "=RT DE", "bei RT DE", True),
    ("de", "=RT DE", "bei RT de", False),
    ("ru", "=СМИ", "в СМИ", True),
    ("ru", "=СМИ", "сми", False),
    ("ru", "=Комплекс мер", "Минский «Комплекс мер»", True),
    ("ru", "=Комплекс мер", "комплекс мер", False),
    ("en", "=BRICS*", "BRICSs", True),
    ("en", "=BRICS*", "bricss", False),
    ("en", "=UN charter", "the UN Charter", True),
    ("ru", "запорожск* =АЭС", "на Запорожской АЭС", True),
    ("ru", "запорожск* =АЭС", "на Запорожской аэс", False),
    # consecutive tokens
    ("en", "cease fire", "a cease-fire", True),
    ("en", "cease-fire", "a cease fire", True),
    ("en", "cease fire", "cease the fire", False),
    ("en", "the war", "the “war”", True),
    ("en", "the war", "the. War", False),
    ("en", "minsk agreements", "Minsk\nagreements", True),
    ("en", "minsk agreements", "Minsk\n\nagreements", False),
    ("en", "mr putin", "Mr. Putin", True),
    ("de", "frank walter steinmeier*", "Frank-Walter Steinmeiers", True),
    ("de", "minsker abkommen", "Minsker\u00a0Ab\u00adkommen", True),
    ("ru", "мирн* процесс*", "мирного процесса", True),
    ("ru", "мирн* процесс*", "мирного, процесса", True),
    ("ru", "мирн* процесс*", "процесса мирного", False),
    # gaps
    ("en", "call* ... on", "called upon and relied on them", True),
    ("en", "call* ... on", "called on them", True),
    ("de", "forder* ... auf", "Merkel forderte Putin erneut auf.", True),
    ("de", "forder* ... auf", "Merkel forderte. Dann stand er auf", False),
    ("de", "forder* ... auf", "Sie forderte; er gab auf", False),
    ("de", "forder* ... auf", "Sie forderte!\nEr gab auf", False),
    ("de", "forder* ... auf", "Sie forderte\nihn auf", False),
    ("de", "sprach* ... über", "sprachen am 9. November über Belarus", True),
    ("en", "a ... b", f"a {FIFTEEN}b", True),
    ("en", "a ... b", f"a {FIFTEEN}w b", False),
    ("en", "a b ... c d", "a b b c c d", True),
    ("en", "a ... b ... c", "a x b x c", True),
    ("ru", "разговор* ... посвящен*", "разговор был посвящён Сирии", True),
    ("ru", "разговор* ... посвящен*", "посвящён разговор", False),
    # marks, apostrophes, stops, ideographs
    ("en", "russia's war", "Russia’s war", True),
    ("en", "u.s.", "the U.S. side", True),
    ("en", "u.s.", "between us.", False),
    ("zh", "习近平", "主席习近平说", True),
    ("zh", "习近平", "习平", False),
    ("ru", "й*", "и\u0306од", True),
]


@pytest.mark.parametrize(("language", "pattern", "text", "expected"), CASES)
def test_pattern_matches(language: str, pattern: str, text: str, *, expected: bool) -> None:
    entry = Entry(id="it", layer="test", patterns=((language, (pattern,)),))
    found = Matcher([Lexicon("test", (entry,))], language).mentions(tokenise(text))
    assert bool(found) is expected


@pytest.mark.parametrize(
    ("pattern", "gist"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("-", "empty"),
        ("*", "no letters"),
        ("**", "no letters"),
        ("=", "no letters"),
        ("=*", "no letters"),
        ("a * b", "no letters"),
        ("... a", "before"),
        ("a ...", "after"),
        ("a ... ... b", "before"),
        ("...", "before"),
        ("a*b", "only at the start or the end"),
        ("a**", "only at the start or the end"),
        ("Nord Stream", "capitals"),
        ("stream =NS Two nord*Y", "only at the start"),
        ("a,b", "no word of a text"),
        ("a. b", "no word of a text"),
        ("people'", "no word of a text"),
        ("a=b", "no word of a text"),
    ],
)
def test_malformed_patterns_say_what_is_wrong(pattern: str, gist: str) -> None:
    with pytest.raises(ValueError, match=gist):
        parse_pattern(pattern)


def test_tokens_and_literals_are_counted_without_signs() -> None:
    pattern = parse_pattern("=ABC* ... *de f")
    assert (pattern.tokens, pattern.literals, pattern.wholes) == (3, 6, 1)
