"""Texts in every format that offices publish in, and what is taken out of them. All pages are in our own words."""

from __future__ import annotations

import builtins
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from document_files import TWO_PAGES, a_document, a_pdf
from readcompare.errors import InputError
from readcompare.runner import run_texts
from readcompare.sources.readers.anything import read_data, read_source
from readcompare.sources.readers.extract import Extract

PAGES = Path(__file__).resolve().parent.parent / "pages"


def page(name: str) -> Extract:
    return read_source(str(PAGES / f"{name}.html"))


@pytest.mark.parametrize(
    ("name", "first", "items", "last"),
    [
        (
            "chancellery",
            "Die Sprecherin",
            ["- Zugang für Helferinnen und Helfer,", "- die Öffnung des Marktes in Musterstadt,",
             "- den Austausch von Karten."],
            "in Kontakt zu bleiben.",
        ),
        ("kremlin", "Продолжено", ["1. поставки зерна;", "2. работа переправы;"], "Условлено продолжить разговор."),
        (
            "whitehouse",
            "The President spoke today",
            ["- Open the crossing on weekdays.", "- Share maps of the wells", "- beginning with the northern ones."],
            "- Meet again in spring.",
        ),
        (
            "elysee",
            "Le Président de la République",
            ["- d’envoyer du grain avant l’hiver ;", "- de réunir leurs conseillers."],
            "a-t-il souligné.",
        ),
        (
            "downingstreet",
            "The Prime Minister spoke to",
            ["- two pumps for the wells", "- a team of engineers", "Pumps | December"],
            "speaking again soon.",
        ),
        ("chinamfa", "　　当天晚上", ["- 派出两个工作组；", "- 春天再次会晤。"], "应当完成有关工作。"),
        (
            "unknown",
            "The Prime Minister of Sampleland",
            ["- The crossing opens on weekdays.", "- Grain is weighed on one side only."],
            "in the spring of next year.",
        ),
    ],
)  # fmt: skip
def test_the_words_of_the_office_are_taken_whole_with_their_lists(
    name: str, first: str, items: Sequence[str], last: str
) -> None:
    text = page(name).text
    assert text.startswith(first)
    assert text.endswith(last)
    assert set(items) <= set(text.split("\n\n"))


@pytest.mark.parametrize(
    ("name", "title", "published", "language", "publisher"),
    [
        ("chancellery", "Bundeskanzlerin telefoniert mit Präsident Muster", "2021-11-10", "de",
         "German Federal Government"),
        ("kremlin", "Телефонный разговор с Канцлером Примера", "2021-11-10T17:40+03:00", "ru", "Kremlin"),
        ("whitehouse", "Readout of the President’s Call with the Chancellor of Sample", "2021-11-10T13:02-05:00", "en",
         "White House"),
        ("elysee", "Entretien téléphonique avec le Président de l’Exemple", "2021-11-10", "fr", "Élysée"),
        ("downingstreet", "PM call with the President of Sample: 10 November 2021", "2021-11-10T15:20+00:00", "en",
         "Prime Minister's Office, 10 Downing Street"),
        ("chinamfa", "领导人同范例国总理通电话", "2021-11-10", "zh", "Ministry of Foreign Affairs of China"),
        ("unknown", "Statement on the call", "2021-11-10T09:00+02:00", "en",
         "Office of the Prime Minister of Sampleland"),
    ],
)  # fmt: skip
def test_what_the_page_tells_about_itself_is_taken(
    name: str, title: str, published: str, language: str, publisher: str
) -> None:
    read = page(name)
    assert (read.title, read.published, read.language, read.publisher) == (title, published, language, publisher)


@pytest.mark.parametrize(
    ("name", "chrome"),
    [
        ("chancellery", ["Pressemitteilung 391", "Berlin, 10. November 2021", "Archivbild", "Facebook", "tracking"]),
        ("kremlin", ["Пример Образец", "Темы", "Статус материала", "Поделиться", "Состоялся телефонный разговор."]),
        ("whitehouse", ["FOR IMMEDIATE RELEASE", "###", "Share on", "Previous Post", "Statements and Releases"]),
        ("elysee", ["10 novembre 2021", "Partager", "Accueil", "Publié"]),
        ("downingstreet", ["Press release", "cookies", "Share", "Open Government Licence"]),
        ("chinamfa", ["2021年11月10日", "打印", "分享到", "首页"]),
        ("unknown", ["Home", "Copyright"]),
    ],
)
def test_the_page_around_the_words_goes(name: str, chrome: Sequence[str]) -> None:
    text = page(name).text
    assert [piece for piece in chrome if piece in text] == []


def test_what_was_dropped_is_told() -> None:
    notes = "\n".join(page("chancellery").notes)
    assert "“Pressemitteilung 391”, “Berlin, 10. November 2021”" in notes
    assert "page of the publisher German Federal Government" in notes
    assert "“Состоялся телефонный разговор.”" in "\n".join(page("kremlin").notes)


def test_brackets_and_entities_survive() -> None:
    assert "He [sic] welcomed her visit & underscored support for the town’s market." in page("whitehouse").text


def test_a_list_that_the_library_drops_is_taken_from_the_page() -> None:
    items = "".join(f"<li>Punkt {number}: eine Zusage der Seite</li>" for number in range(12))
    source = (PAGES / "unknown.html").read_text(encoding="utf-8")
    changed = source.replace("<ul>\n<li>The crossing", f'<ul class="links">{items}</ul><ul>\n<li>The crossing')
    text = read_data(changed.encode(), "a.html").text
    assert [number for number in range(12) if f"Punkt {number}: eine Zusage der Seite" not in text] == []
    assert "- Grain is weighed on one side only." in text


def test_a_known_publisher_with_a_new_page_is_still_read() -> None:
    source = (PAGES / "kremlin.html").read_text(encoding="utf-8").replace("read__internal_content", "x")
    source = source.replace("entry-content", "y").replace('class="persona"', 'class="z"')
    read = read_data(source.encode(), "a.html")
    assert "Условлено продолжить разговор." in read.text
    assert "no known publisher" in "\n".join(read.notes)


@pytest.mark.parametrize(
    ("hidden", "is_hidden"),
    [('<p hidden>X</p>', True), ('<p style="display: none">X</p>', True), ('<p aria-hidden="true">X</p>', True),
     ("<p class='note'>X</p>", False)],
)  # fmt: skip
def test_what_a_page_does_not_show_is_no_part_of_the_text(hidden: str, is_hidden: bool) -> None:  # noqa: FBT001
    source = (PAGES / "elysee.html").read_text(encoding="utf-8").replace("<blockquote>", hidden + "<blockquote>")
    assert ("\nX\n" not in read_data(source.encode(), "a.html").text) is is_hidden


def test_a_page_that_does_not_tell_its_address_is_known_by_where_it_was_fetched() -> None:
    source = (PAGES / "kremlin.html").read_text(encoding="utf-8").replace("og:url", "x")
    read = read_data(source.encode(), "a.html", address="http://en.kremlin.ru/events/1")
    assert (read.publisher, read.text) == ("Kremlin", page("kremlin").text)
    assert read_data(source.encode(), "a.html", address="http://kremlin.ru.example/1").publisher is None


@pytest.mark.parametrize("name", ["berlin.txt", "berlin.pdf", "berlin"])
def test_the_format_is_told_by_the_content_not_by_the_name(tmp_path: Path, name: str) -> None:
    copy = tmp_path / name
    copy.write_bytes((PAGES / "chancellery.html").read_bytes())
    assert read_source(str(copy)) == page("chancellery")


@pytest.mark.parametrize(
    "text", ["<b>Er</b> sprach <sic>.\n", "--- \nA line\n---\nAnd more.\n", "<p>\n", "# Title\n\n- a\n"]
)
def test_a_plain_text_is_never_changed(text: str) -> None:
    assert read_data(text.encode(), "a.txt") == Extract(text=text)


def test_markdown_with_front_matter_gives_its_words_and_what_it_tells() -> None:
    source = (
        "---\ntitle: A call\ndate: 2021-11-10\nlanguage: de-DE\npublisher: Kanzleramt\nsource: https://example.org/1\n---\n"
        "# Anruf\n\nEr **sprach** [mit ihr](https://example.org) [sic].\nUnd weiter.\n\n"
        "- eins\n- zwei\n\n3. drei\n4. vier\n\n![Bild](x.png) <b>Ende</b>\n"
    )
    read = read_data(source.encode(), "a.md")
    assert read.text.split("\n\n") == [
        "Anruf", "Er sprach mit ihr [sic].\nUnd weiter.", "- eins", "- zwei", "3. drei", "4. vier", " <b>Ende</b>",
    ]  # fmt: skip
    told = (read.title, read.published, read.language, read.publisher, read.address)
    assert told == ("A call", "2021-11-10", "de", "Kanzleramt", "https://example.org/1")


def test_a_word_document_is_read_in_order_with_lists_tables_and_accepted_changes() -> None:
    read = read_data(a_document(), "a.docx")
    assert read.text.split("\n\n") == [
        "Beide Seiten sprachen lange miteinander.", "- Getreide", "- Karten", "Pumpen | Dezember",
    ]  # fmt: skip
    assert (read.title, read.language, read.publisher) == ("Gespräch", "de", "Kanzleramt")
    notes = "\n".join(read.notes)
    assert "2 tracked changes" in notes
    assert "“Pressemitteilung 12/2021”, “Kopfzeile”" in notes


def test_a_pdf_is_read_as_paragraphs_without_running_heads_and_page_numbers() -> None:
    read = read_data(TWO_PAGES, "a.pdf")
    assert read.text.split("\n\n") == [
        "The two sides spoke for an hour and\nagreed on the river crossing.", "- grain before the winter",
        "- maps of the wells", "The talks on the bridge in the north\nwill go on in spring.",
    ]  # fmt: skip
    assert (read.title, read.publisher) == ("A call", "Office")
    notes = "\n".join(read.notes)
    assert "2 pages" in notes
    assert "“Press release 7”, “Office of Sample”, “1”, “2”" in notes


def test_what_a_browser_prints_around_a_page_goes() -> None:
    lines = [(800, "11/25/26, 10:36 PM A call"), (700, "The two sides spoke."), (40, "https://example.org/a 1/1")]
    read = read_data(a_pdf([lines]), "a.pdf")
    assert read.text == "The two sides spoke."
    assert "“11/25/26, 10:36 PM A call”, “https://example.org/a 1/1”" in read.notes[1]


@pytest.mark.parametrize(
    ("data", "gist"),
    [
        (b"%PDF-1.7\nnothing", "this PDF is damaged"),
        (a_pdf([[]]), "recognise its text (OCR) first"),
        (a_document()[:3000], "this Word document is damaged"),
        (b"PK\x03\x04word/document", "this Word document is damaged"),
        (b"<html><body><p> </p></body></html>", "there is no text in it"),
        (b"---\ntitle: x\n---\n\n", "there is no text in it"),
        (b"{\\rtf1 Hello}", "an RTF document"),
        (b"<html><body>" + b"<div>" * 20_000 + b"</body>", "over 500 deep"),
        (b"a" * 3_000_000 + b"\xe9", "this is not UTF-8"),  # one that slow patterns would take minutes for
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, gist: str) -> None:
    with pytest.raises(InputError, match=r"^a\.bin:") as caught:
        read_data(data, "a.bin")
    assert gist in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "module", "extra"),
    [
        ((PAGES / "kremlin.html").read_bytes(), "selectolax", "web"),
        ((PAGES / "unknown.html").read_bytes(), "trafilatura", "web"),
        (TWO_PAGES, "pypdfium2", "docs"),
        (a_document(), "docx", "docs"),
    ],
)
def test_a_missing_library_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, data: bytes, module: str, extra: str
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.split(".", maxsplit=1)[0] == module:
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError) as caught:
        read_data(data, "a.bin")
    assert str(caught.value).endswith(f'pip install "readcompare[{extra}]"')


def test_a_plain_text_loads_no_library_of_another_format() -> None:
    code = (
        "import sys; from readcompare.sources.readers.anything import read_data; read_data(b'A text.', 'a');"
        "print(*{'selectolax', 'trafilatura', 'pypdfium2', 'docx', 'yaml', 'markdown_it', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_two_saved_pages_are_compared_with_what_they_tell() -> None:
    made = run_texts((str(PAGES / "chancellery.html"), str(PAGES / "kremlin.html")))
    assert [(side.readout.name, side.readout.published) for side in made.documents] == [
        ("German Federal Government", "2021-11-10"), ("Kremlin", "2021-11-10T17:40+03:00"),
    ]  # fmt: skip
    assert any("German Federal Government: left out" in note for note in made.notes)
