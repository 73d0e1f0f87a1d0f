"""Which comparisons the start screen has to offer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readcompare.errors import InputError
from readcompare.intake import Wishes
from readcompare.session import keep_place, start
from readcompare.shelf import MOST_RECENT, found_here, keep_pasted, recent, ways_on


def test_comparisons_are_found_in_the_folder_below_it_and_in_its_readouts(tmp_path: Path, sample: str) -> None:
    call = Path(sample).parent
    for where in ("one", "readouts/two", "deep/er/three"):
        shutil.copytree(call, tmp_path / where)
    shutil.copytree(call, tmp_path, dirs_exist_ok=True)
    (tmp_path / "comparison.yaml").rename(tmp_path / "call.yml")
    (tmp_path / "other.yaml").write_text("name: no comparison\n", encoding="utf-8")
    (tmp_path / "one" / "comparison.yaml").write_text("title: Broken\nsides: 3\n", encoding="utf-8")
    offers = found_here(str(tmp_path))
    found = {str(Path(offer.files[0]).relative_to(tmp_path)): (offer.title, offer.date) for offer in offers}
    described = ("Merkel–Putin call, 10 November 2021", "2021-11-10")
    assert found == {
        "call.yml": described,
        "readouts/two/comparison.yaml": described,
        "one/comparison.yaml": ("one", None),  # what is wrong with it is told when it is opened
    }


def test_the_latest_conversation_comes_first(root: Path) -> None:
    dates = [offer.date for offer in found_here(str(root))]
    assert len(dates) > 20
    assert dates == sorted(dates, key=str, reverse=True)


@pytest.mark.parametrize("folder", ["nowhere", "a\0b"])
def test_a_folder_that_is_not_there_offers_nothing(tmp_path: Path, folder: str) -> None:
    assert found_here(str(tmp_path / folder)) == ()
    assert ways_on(f"{tmp_path}/{folder}/") == ()


def test_what_was_read_last_comes_first_with_its_sentence(tmp_path: Path, sample: str) -> None:
    texts = [tmp_path / name for name in ("a|b.txt", "c.txt")]
    for path in texts:
        path.write_text("They spoke.", encoding="utf-8")
    session = start(tuple(map(str, texts)), Wishes())
    state = str(tmp_path / "state")
    keep_place(state, str(tmp_path / "gone.yaml"), "A9")
    keep_place(state, "-|" + str(texts[0]), "A1")  # a text from standard input is not there a second time
    keep_place(state, sample, "A3")
    keep_place(state, session.key, "B1")
    offers = recent(state)
    assert [(offer.files, offer.sentence) for offer in offers] == [
        (tuple(map(str, texts)), "B1"),
        ((sample,), "A3"),
    ]
    assert [offer.title for offer in offers] == ["a|b.txt and c.txt", "Merkel–Putin call, 10 November 2021"]


def test_only_the_latest_readings_are_offered(tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    for number in range(MOST_RECENT + 5):
        path = tmp_path / f"{number}.yaml"
        path.write_text("", encoding="utf-8")
        keep_place(state, str(path), "A1")
    assert [offer.title for offer in recent(state)] == [f"{number}.yaml" for number in range(13, 4, -1)]


def test_pasted_texts_become_a_comparison_that_can_be_opened_again(tmp_path: Path) -> None:
    texts = ("They spoke of grain.\r\n\r\nThey agreed.", 'Они говорили о зерне: "да". #1')
    first, second = (keep_pasted(str(tmp_path), texts, ("Press: [office]", "")) for _ in range(2))
    assert first != second
    session = start((first,), Wishes())
    assert [document.readout.name for document in session.comparison.documents] == ["Press: [office]", "Text B"]
    assert session.comparison.title.startswith("Press: [office] and Text B, pasted ")
    assert session.comparison.b.readout.text.strip() == texts[1]


def test_an_empty_text_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no text B yet"):
        keep_pasted(str(tmp_path), ("They spoke.", " \n"), ("", ""))
    assert not list(tmp_path.iterdir())


def test_a_state_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "pasted").write_text("a file", encoding="utf-8")
    with pytest.raises(InputError, match="the pasted texts cannot be kept"):
        keep_pasted(str(tmp_path), ("One.", "Two."), ("", ""))


def test_names_go_on_with_a_path(tmp_path: Path) -> None:
    for name in ("Berlin.txt", "berlin2.txt", ".hidden", "moscow.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "bergen").mkdir()
    head = f"{tmp_path}/"
    assert [name.path.removeprefix(head) for name in ways_on(f"{head}ber")] == ["bergen/", "Berlin.txt", "berlin2.txt"]
    assert [name.path.removeprefix(head) for name in ways_on(f"{head}.h")] == [".hidden"]
    assert [name.path.removeprefix(head) for name in ways_on(head)] == [
        "../", "bergen/", "Berlin.txt", "berlin2.txt", "moscow.txt",
    ]  # fmt: skip
