"""Glossaries: made of articles, turned round, chained."""

from __future__ import annotations

from readcompare.lexicon.glossary import MOST, Glossary, Words, chained, glossary, joined, turned

WORDS = Words(stem=lambda word: word.removesuffix("s"), is_content=lambda word: len(word) > 2)


def test_what_stands_in_front_in_any_article_comes_first() -> None:
    made = glossary(("de", "en"), [("bleib", ["last", "remain"]), ("bleib", ["stay", "remain", "last"])], WORDS)
    assert made.translations == {"bleib": ("last", "stay", "remain")}


def test_placeholders_and_function_words_do_not_count() -> None:
    made = glossary(("de", "en"), [("a", ["to condemn sth.", "to be on sb."])], WORDS)
    assert made.translations == {"a": ("condemn",)}


def test_phrases_give_their_words_behind_the_single_ones_and_sentences_give_none() -> None:
    phrases = ["troop withdrawals", "retreat", "the army left the whole country"]
    made = glossary(("de", "en"), [("abzug", phrases)], WORDS)
    assert made.translations == {"abzug": ("retreat", "troop", "withdrawal")}


def test_examples_in_the_other_alphabet_are_left_out() -> None:
    made = glossary(("en", "ru"), [("war", ["война", "cold war холодная война"])], WORDS)
    assert made.translations == {"war": ("война",)}
    made = glossary(("ru", "en"), [("война", ["war", "на войне at war"])], WORDS)
    assert made.translations == {"война": ("war",)}


def test_a_word_with_very_many_meanings_keeps_the_first_ones() -> None:
    made = glossary(("de", "en"), [("zug", [f"meaning{'abcdefghijklmnopqrst'[n]}" for n in range(20)])], WORDS)
    assert len(made.translations["zug"]) == MOST
    assert made.translations["zug"][0] == "meaninga"


def test_turned_twice_it_says_the_same() -> None:
    one = Glossary(("de", "en"), {"haus": ("house", "home"), "heim": ("home",)})
    assert turned(one) == Glossary(("en", "de"), {"house": ("haus",), "home": ("heim", "haus")})
    assert turned(turned(one)) == one


def test_a_chain_leads_through_the_first_translations() -> None:
    first = Glossary(("de", "en"), {"metel": ("blizzard", "storm"), "nichts": ("nothing",)})
    second = Glossary(("en", "ru"), {"blizzard": ("метель", "пурга"), "storm": ("буря",)})
    assert chained(first, second) == Glossary(("de", "ru"), {"metel": ("метель", "буря", "пурга")})


def test_a_chain_does_not_go_on_from_what_is_far_behind() -> None:
    first = Glossary(("de", "en"), {"zug": ("a", "b", "c", "d", "e")})
    second = Glossary(("en", "ru"), {"e": ("далеко",), "d": ("близко", "далеко")})
    assert chained(first, second).translations == {"zug": ("близко",)}


def test_several_glossaries_are_joined() -> None:
    one, other = Glossary(("de", "en"), {"a": ("x", "y")}), Glossary(("de", "en"), {"a": ("z", "y"), "b": ("w",)})
    assert joined(("de", "en"), [one, other]).translations == {"a": ("x", "z", "y"), "b": ("w",)}
