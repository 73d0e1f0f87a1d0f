"""Readouts as display text."""

from __future__ import annotations

import pytest

from readcompare import compare
from readcompare.views.passages import visible
from readcompare.views.rows import row_views


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He [sic] said [/foo] | <b> =1+1", "He [sic] said [/foo] | <b> =1+1"),
        ("one\ttwo\r\nthree\u00a0four", "one two three four"),
        ("\x1b[31mred\x1b[0m", "<U+001B>[31mred<U+001B>[0m"),
        ("safe\u202etxt.exe", "safe<U+202E>txt.exe"),
        ("co\u00adoperation\u200b", "cooperation"),
        ("\ud800", "<U+D800>"),
        ("中文 и кириллица", "中文 и кириллица"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_dangerous_characters_are_named_and_the_rest_stays(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_words_that_differ_have_a_role_of_their_own() -> None:
    views = row_views(compare("They agreed to resume the talks.", "They agreed not to resume the talks."))
    marked = [(p.text, p.role) for view in views for s in (*view.a, *view.b) for p in s.passages if p.role != "plain"]
    assert marked == [("not", "only_here")]


def test_the_whole_sentence_is_shown_whatever_is_marked() -> None:
    a = "Merkel condemned “the attack”; she [sic] left."
    b = "Merkel regretted the attack - she stayed."
    for view in row_views(compare(a, b)):
        assert "".join(s.text for s in view.a) in (a, "")
        assert "".join(s.text for s in view.b) in (b, "")
