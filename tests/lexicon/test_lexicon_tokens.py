"""Tokens: what is one word, in which form, and where it stands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcompare.lexicon.tokens import Break, tokenise

AWKWARD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("aéßёЁ1.,:;!?'’-\u00ad\u0301\u0308\u200b\u200d \u00a0\n\r\u202f中。👩\ud800"),
    )
)


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("", []),
        ("Merkel and Putin spoke.", ["merkel", "and", "putin", "spoke"]),
        ("Groß-Britannien", ["gross", "britannien"]),
        ("всё ещё Ёлка", ["все", "еще", "елка"]),
        ("can't Germany’s d'État", ["can't", "germany's", "d'", "état"]),
        ("'quoted' states'", ["quoted", "states"]),
        (
            "12,500 and 4.000 or 1,5 at 17.30 or 17:30",
            ["12,500", "and", "4.000", "or", "1,5", "at", "17.30", "or", "17:30"],
        ),
        ("on 12.02.2015.", ["on", "12.02.2015"]),
        ("the U.S. and z.B. и т.д.", ["the", "u.s.", "and", "z.b.", "и", "т.д."]),
        ("gov.uk", ["gov", "uk"]),
        ("Ver\u00adein\u00adbarung\u00ad", ["vereinbarung"]),
        ("Minsk\u00a0II\u202fnow", ["minsk", "ii", "now"]),
        ("MH17 МН17 covid-19", ["mh17", "мн17", "covid", "19"]),
        ("习近平 said 你好。", ["习", "近", "平", "said", "你", "好"]),
        ("👩‍👩‍👧 hi 🇩🇪", ["hi"]),
        ("snake_case", ["snake", "case"]),
        ("[sic] <b>bold</b>", ["sic", "b", "bold", "b"]),
        ("हिन्दी", ["हिन्दी"]),
    ],
)
def test_words(text: str, norms: list[str]) -> None:
    assert [token.norm for token in tokenise(text)] == norms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'Ukraine L’OSCE dʼEstaing", ["l'", "ukraine", "l'", "osce", "d'", "estaing"]),
        ("qu'il s'est n'a j'ai c'est m'a t'a", "qu' il s' est n' a j' ai c' est m' a t' a".split()),
        ("jusqu'à lorsqu'elle PUISQU’ON", ["jusqu'", "à", "lorsqu'", "elle", "puisqu'", "on"]),
        ("qu'aujourd'hui quelqu'un", ["qu'", "aujourd'hui", "quelqu'un"]),
        ("l’« opération » d'\u00a0État", ["l'", "opération", "d'", "état"]),
        ("l'", ["l'"]),
        ("can't I'm don't let's o'clock O'Brien", ["can't", "i'm", "don't", "let's", "o'clock", "o'brien"]),
        ("c'mon M's Germany’s states' rights", ["c'mon", "m's", "germany's", "states", "rights"]),
        ("L'viv Donets'k N'Djamena", ["l'viv", "donets'k", "n'djamena"]),
    ],
)
def test_an_elided_word_is_a_word_of_its_own(text: str, words: list[str]) -> None:
    assert [token.norm for token in tokenise(text)] == words


@pytest.mark.parametrize(
    ("text", "slices"),
    [
        ("a Straße b", ["a", "Straße", "b"]),
        ("Ver\u00adein", ["Ver\u00adein"]),
        ("foo\u00ad, bar", ["foo", "bar"]),
        (unicodedata.normalize("NFD", "Zürich йод"), ["Zu\u0308rich", "и\u0306од"]),
        ("die\u200bse", ["die\u200bse"]),
        ("de l’Ukraine", ["de", "l’", "Ukraine"]),
        (unicodedata.normalize("NFD", "l'État"), ["l'", "E\u0301tat"]),
        ("qu\u00ad'\u200bil", ["qu\u00ad'", "il"]),
    ],
)
def test_spans_are_exact_in_the_verbatim_text(text: str, slices: list[str]) -> None:
    assert [token.span.of(text) for token in tokenise(text)] == slices


def test_decomposed_letters_give_the_same_words() -> None:
    text = "Übergangslösung für Lukaschenko, всё ещё действующий"
    composed = [token.norm for token in tokenise(text)]
    assert [token.norm for token in tokenise(unicodedata.normalize("NFD", text))] == composed


def test_the_raw_form_keeps_case_and_letters() -> None:
    (token,) = tokenise("Me\u00adЁ\u0301ß")
    assert (token.raw, token.norm) == ("MeЁ\u0301ß", "meе\u0301ss")


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" ", Break.NONE),
        (", ", Break.NONE),
        (": ", Break.NONE),
        (" – ", Break.NONE),
        ("» (", Break.NONE),
        ("\n", Break.LINE),
        ("\r\n", Break.LINE),
        (",\u2028", Break.LINE),
        ("\n\n", Break.CLAUSE),
        ("\r\n \r\n", Break.CLAUSE),
        (". ", Break.CLAUSE),
        ("! ", Break.CLAUSE),
        ("?“ ", Break.CLAUSE),
        ("; ", Break.CLAUSE),
        ("… ", Break.CLAUSE),
        (".\n", Break.CLAUSE),
        ("。", Break.CLAUSE),
    ],
)
def test_what_divides_two_words(between: str, expected: Break) -> None:
    assert tokenise(f"word{between}Next")[1].before is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 9. November", Break.NONE),
        ("am 10. und 11. Mai", Break.NONE),
        ("Mr. Putin", Break.NONE),
        ("Dr. Merkel", Break.NONE),
        ("J. Biden", Break.NONE),
        ("z. B. Gas", Break.NONE),
        ("since 2014. November", Break.CLAUSE),
        ("the DPR. The", Break.CLAUSE),
        ("an x. then", Break.CLAUSE),
        ("Ende. Dann", Break.CLAUSE),
        ("am 9. ", Break.NONE),
        ("am 9.\nNovember", Break.CLAUSE),
    ],
)
def test_a_stop_that_shortens_or_counts_ends_nothing(text: str, expected: Break) -> None:
    breaks = {token.before for token in tokenise(text)} - {Break.NONE}
    assert breaks == {expected} - {Break.NONE}


@given(AWKWARD)
def test_any_text_has_tokens_in_order_that_slice_back(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.span.start < token.span.end <= len(text)
        assert token.norm
        assert not any(character.isspace() for character in token.span.of(text))
        end = token.span.end


@given(AWKWARD)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    covered = {index for token in tokenise(text) for index in range(token.span.start, token.span.end)}
    assert all(index in covered for index, character in enumerate(text) if character.isalnum())


@given(st.text(alphabet="ab ÄßЁ-.\n"))
def test_a_token_taken_alone_is_the_same_token(text: str) -> None:
    for token in tokenise(text):
        (alone,) = tokenise(token.span.of(text))
        assert (alone.norm, alone.raw) == (token.norm, token.raw)
