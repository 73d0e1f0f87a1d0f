"""Articles of real dictionaries in their several forms, and what of them is a translation."""

from __future__ import annotations

import time

import pytest

from readcompare.lexicon.articles import translations

FREEDICT = """Abzug /ˈaptsuːk/ <masc, n, sg>
 [mil.] withdrawal <n>, pull-out <n> [coll.]
         Note: from sth., retreat <n>
         Note: of troops
      "der Abzug der Truppen"  - the withdrawal of the troops
   Synonyms: {Rückzug}, {Räumung}

 see: {Abzüge}, {Rückzüge}

"""
SENSES = """dress /dres/
1. одевать, одеть
2. одеваться, одеться
"""
MUELLER = """withdrawal
   [wɪð↗drɘ:ɜl] _n.
   1) отдёргивание
   2) взятие назад; изъятие (денег)
   5) _воен. отход; вывод войск; withdrawal from action выход из боя; доброе
   сердце
      а) согреться;
      б) помочь кому-л.
"""


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (FREEDICT, ("withdrawal", "pull-out", "retreat")),
        (SENSES, ("одевать", "одеть", "одеваться", "одеться")),
        (
            MUELLER,
            (
                "отдёргивание", "взятие назад", "изъятие", "отход", "вывод войск",
                "withdrawal from action выход из боя", "доброе сердце", "согреться", "помочь кому-л",
            ),
        ),
        ("raid /reid/ налёт, рейд\n", ("налёт", "рейд")),
        ("raid  налёт; рейд", ("налёт", "рейд")),
        ("raid - Überfall\n", ("Überfall",)),
        ("raid\n", ()),
        ("raid", ()),
        ("", ()),
        ("raid\nÜberfall {m}; Razzia {f} [Am.] | (polizeilich)", ("Überfall", "Razzia")),
        ("raid\n1. Überfall\n1. Überfall\n", ("Überfall",)),
        ("raid\n 12 ... -- /\n", ()),
    ],
)  # fmt: skip
def test_only_translations_are_taken(article: str, expected: tuple[str, ...]) -> None:
    assert translations(article) == expected


def test_an_article_that_never_ends_is_read_in_no_time() -> None:
    began = time.perf_counter()
    translations("raid\n" + "(" * 60_000 + "{" * 60_000 + "/" * 60_000)
    translations("raid\n" + ", a" * 60_000)
    translations("raid\nNote: " + ", a" * 60_000)
    assert time.perf_counter() - began < 5
