"""`readcompare quotes` as a user meets it: real processes, real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

SEED = "seeds/2021-11-10-merkel-putin.md"


def quotes(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `readcompare quotes` in the folder `cwd`."""
    return subprocess.run(
        [sys.executable, "-m", "readcompare", "quotes", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )


def test_the_seed_gives_two_quotations_a_side(root: Path, tmp_path: Path) -> None:
    report = (root / SEED).read_text(encoding="utf-8")
    done = quotes(str(root / SEED), "-f", "json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    sides = json.loads(done.stdout)["sides"]
    assert [side["id"] for side in sides] == ["germany", "kremlin"]
    for side in sides:
        assert [fragment["kind"] for fragment in side["fragments"]] == ["quoted", "quoted"]
        for place in [*side["fragments"], *(fragment["attribution"] for fragment in side["fragments"])]:
            assert report[place["start"] : place["end"]] == place["text"]
    assert sides[0]["fragments"][1]["attribution"]["text"] == "her office said"
    assert sides[1]["fragments"][0]["attribution"]["text"] == "It says"
    assert list(tmp_path.iterdir()) == []


def test_the_seed_opens_as_a_comparison_of_excerpts(root: Path, tmp_path: Path) -> None:
    done = quotes(str(root / SEED), "-o", "call", cwd=tmp_path)
    told = " ".join(done.stdout.split())
    assert done.returncode == 0, done.stderr
    assert "this is not in the excerpt at hand of Kremlin" in told
    assert "“asked the Russian president to exert his influence on the regime in Minsk.”" in told
    assert "not said" not in told
    assert "Families with children" not in told
    assert "wording: quoted" in told
    kept = json.loads((tmp_path / "call" / "fragments.json").read_text(encoding="utf-8"))
    report = (tmp_path / "call" / kept["report"]).read_text(encoding="utf-8")
    for side in kept["sides"]:
        text = (tmp_path / "call" / side["text"]).read_text(encoding="utf-8")
        for fragment in side["fragments"]:
            assert report[fragment["start"] : fragment["end"]] == fragment["text"]
            assert text[fragment["in_text"]["start"] : fragment["in_text"]["end"]] == fragment["text"]


def test_the_same_folder_is_opened_again_and_another_one_is_not_overwritten(root: Path, tmp_path: Path) -> None:
    first = quotes(str(root / SEED), "-o", "call", cwd=tmp_path)
    (tmp_path / "call" / "call.notes.yaml").write_text("by hand", encoding="utf-8")
    assert quotes(str(root / SEED), "-o", "call", cwd=tmp_path).stdout == first.stdout
    (tmp_path / "call" / "comparison.yaml").write_text("mine", encoding="utf-8")
    refused = quotes(str(root / SEED), "-o", "call", cwd=tmp_path)
    assert refused.returncode == 2
    assert "something else here already" in refused.stderr
    assert (tmp_path / "call" / "comparison.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "there is no text in it"),
        (b"Nobody was there. Nothing was said.\n", "no words of either side were found"),
        (b"\x00\x01\x02\xff" * 99, "NUL bytes"),
        (b"---\ntitle: x\n---\n", "beside its front matter"),
        (b"---\nsides: [a, b\n---\nHe said so.\n", "report.md:2:13:"),
        (b"---\nsides: {germany: Berlin}\n---\nHe said so.\n", "names 1"),
        (b"a word " * 40_000, "too long for a report"),
    ],
)
def test_a_bad_report_ends_in_a_line_and_leaves_nothing(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "report.md").write_bytes(content)
    done = quotes("report.md", "-o", "call", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


_SAID = "Scholz habe auf Abzug gedrungen, teilte die Bundesregierung mit."
_ANSWERED = "Der Kreml teilte mit: „Wir haben alles gesagt, was zu sagen war.“"
_PARAGRAPHS = (
    "Bundeskanzler Olaf Scholz und Präsident Wladimir Putin haben am Freitag eine Stunde lang telefoniert.",
    f"{_SAID} Über den Zeitpunkt des Gesprächs wurde nichts mitgeteilt.",
    f"{_ANSWERED} Weitere Gespräche sind in den nächsten Wochen vorgesehen.",
)


def test_a_saved_news_page_is_drawn_out_without_what_is_around_it(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS)
    page = (
        "<!doctype html><html lang=de><head><meta charset=utf-8><title>Ein Anruf</title></head><body>"
        "<nav><a href=/>Der Kreml teilte mit: „Das steht im Menü und gehört nicht dazu.“</a></nav>"
        f"<main><article><h1>Ein Anruf</h1>{paragraphs}</article></main><footer>Impressum</footer></body></html>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    done = quotes("page.html", "-f", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    texts = [fragment["text"] for side in json.loads(done.stdout)["sides"] for fragment in side["fragments"]]
    assert texts == ["Scholz habe auf Abzug gedrungen", "Wir haben alles gesagt, was zu sagen war."]


def test_a_word_document_is_drawn_out_and_kept_as_text(tmp_path: Path) -> None:
    made = docx.Document()
    for paragraph in _PARAGRAPHS:
        made.add_paragraph(paragraph)
    made.save(str(tmp_path / "report.docx"))
    done = quotes("report.docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert _SAID in (tmp_path / "report.quotes" / "report.txt").read_text(encoding="utf-8")


def test_a_report_in_another_encoding_is_recognised_and_that_is_told(tmp_path: Path) -> None:
    report = (
        "Канцлер Германии Олаф Шольц и президент России Владимир Путин поговорили по телефону.\n"
        "В правительстве ФРГ сообщили, что Шольц просил о паузе. В Кремле заявили: «Мы сказали всё, что хотели».\n"
    )
    (tmp_path / "report.txt").write_bytes(report.encode("cp1251"))
    done = quotes("report.txt", "-f", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "cp1251" in done.stderr
    assert "Шольц просил о паузе" in done.stdout
