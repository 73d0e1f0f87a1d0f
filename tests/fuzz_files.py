"""Mutated files for whatever reads one: `python tests/fuzz_files.py KIND SEED COUNT SECONDS`.

Every input must be read, and be of use afterwards, or end in a ReadcompareError of plain lines, within a few seconds.
It runs in a process of its own, so that a crash or a hang is a failed test and not the end of all tests. Exit code 0:
nothing was found.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dictionary_files import write_dictd
from fuzz_readers import mutated
from readcompare.engine.glossary import words_of
from readcompare.errors import ReadcompareError
from readcompare.lexicon.matcher import Matcher
from readcompare.lexicon.tokens import tokenise
from readcompare.quoting import excerpts_of
from readcompare.reports.formats import render
from readcompare.reports.interface import Layout
from readcompare.runner import run_file
from readcompare.sources.annotations import annotations_text, read_annotations
from readcompare.sources.comparison_file import read_comparison_file
from readcompare.sources.dictionary import Named, open_dictionary
from readcompare.sources.encoding import decode_any
from readcompare.sources.gold import read_gold
from readcompare.sources.own_lexicon import read_own_lexicon
from readcompare.sources.result_file import read_result
from readcompare.sources.validation import validate
from readcompare.vocabulary.check import check

SLOWEST = 8.0
"""Seconds that one input may take on a busy machine."""
ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "2021-11-10-merkel-putin.md"
GERMAN = ROOT / "benchmarks" / "quotes" / "de-13-wochenzeitung.md"
RUSSIAN = ROOT / "benchmarks" / "quotes" / "ru-12-kommersant-tramp.md"
GOLD = ROOT / "readouts" / "2021-11-10-de-ru" / "gold.yaml"

A = "Die Bundeskanzlerin sprach mit Präsident Putin über die Lage.\n\nSie forderte „Zurückhaltung“ [sic] von Belarus.\n"
B = "Владимир Путин провёл разговор с канцлером Германии.\n\nОбсуждалась ситуация на границе.\n"
COMPARISON = """\
title: "Call | <b>"
date: 2021-11-10
participants: [Angela Merkel, Vladimir Putin]
sides:
  - &a {id: a, name: Berlin, texts: {de: a.txt}, wording: official, complete: true, published: 2021-11-10T13:05+01:00}
  - {id: b, file: b.txt, language: ru, encoding: utf-8, source: https://example.org/x}
align: {threshold: 0.5, matcher: lexical}
report: {format: text, width: 100, layout: columns}
annotations: notes.yaml
lexicons: [terms.yaml]
dictionaries: [{file: de-ru.txt, languages: de-ru}]
"""
LEXICON = """\
format: readcompare-lexicon/1
name: bridge
entries:
- {id: crayfish, w: 2.5, en: ['crayfish*', "=NATO"], de: ['flusskrebs*', 'a* ... b'], ru: ['рак*']}
- id: ferry
  en: ["*ferr*", "ferry boat*"]
  de: [fähre*]
  except: {en: [ferry tale]}
  requires: russia
"""
NOTES = """\
format: readcompare-annotations/1
rows:
- verdict: confirmed
  a: [{sentence: A1, digest: "0123456789ab", text: "Die \\"Lage\\" [sic]"}]
  b: [{sentence: B1, digest: "ba9876543210", text: x}, {sentence: B2, digest: "ba9876543211", text: y}]
  kind: partial
  note: "two of one"
  labels: [tone, "#x"]
- {verdict: removed, a: [{sentence: A2, digest: "0123456789ac", text: z}], b: [{sentence: B2, digest: "ba9876543211"}]}
"""
WORDS = "# German :: Russian\nFähre {f} | Fähren :: паром {м}; переправа\nhaus, das (n) :: дом | дома\n"
BESIDE = {"a.txt": A, "b.txt": B, "terms.yaml": LEXICON, "de-ru.txt": WORDS}
TOKENS = (
    "null", "~", "[]", "{}", "-1", "0", "1e999", ".nan", "NaN", "Infinity", "1" * 400, "true", '""', "''", "'", '"',
    "[", "]", "{", "}", ":", "- ", "&a ", "*a", "<<: *a", "!!python/object:os.system x", "!!binary aGk=", "? ", "|",
    ">-", "\t", "\n", "\r", "\0", "\x1b[31m", "\u202e", "\u2028", "\ufeff", "\ud800\\", "\\ud800", "..", "/etc/passwd",
    "../x", "a" * 300, "%", "*", "**", "=", "...", "=*", "\n---\n", "\n...\n", "# ", ",", "2021-13-45", "und", "A99",
    "9" * 30, "[" * 60,
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2.5, 10**30, 1e308, float("nan"), float("inf"), "", " ", "x", "A1", "B99", "a.txt", ".", "..",
    "/etc/passwd", "2021-13-45", "\x00", "\x1b[31m", "\u202e", "\ud800", "y" * 3_000, [], {}, [[]], {"": ""},
    ["x"] * 300,
)  # fmt: skip
_SCALAR = re.compile(r"[\w.+-]+|\"[^\"]*\"|'[^']*'")


@dataclass(frozen=True)
class Kind:
    """One kind of file: what is right, which file is changed, and what is done with it."""

    files: Mapping[str, bytes]
    """What lies in the folder, by name; the first is changed, for a dictionary any."""
    use: Callable[[Path], object]
    """Reads the first file and uses what it says."""
    changes_all: bool = False


def use_comparison(path: Path) -> None:
    """Examine and read."""
    validate(str(path))
    read_comparison_file(str(path))


def use_whole(path: Path) -> None:
    """Compare as it says, and tell in both layouts."""
    comparison = run_file(str(path))
    for arrangement in ("list", "columns"):
        assert_plain(render("text", comparison, Layout(arrangement=arrangement, width=40)))


def assert_plain(report: str | bytes) -> None:
    """Nothing in a report for the terminal drives it."""
    plain = str(report).translate({ord(sign): None for sign in "\n\u200c\u200d"})
    odd = sorted({sign for sign in plain if not sign.isprintable()})
    assert not odd, odd


def use_text(path: Path) -> None:
    """Compare the text with another."""
    use_whole(path.with_name("call.yaml"))


def use_annotations(path: Path) -> None:
    """What was read is written and read again."""
    read = read_annotations(str(path))
    again = path.with_name("again.yaml")
    again.write_text(annotations_text(read), encoding="utf-8")
    assert read_annotations(str(again)) == read


def use_lexicon(path: Path) -> None:
    """Examine it, and match with it."""
    check(str(path))
    lexicon, _ = read_own_lexicon(str(path))
    for language, text in (("de", A), ("ru", B), ("en", "The ferry boat and the crayfish")):
        Matcher([lexicon], language).mentions(tokenise(text))


def use_dictionary(path: Path) -> None:
    """Look words up in both directions."""
    dictionary = open_dictionary(Named(str(path), ("de", "ru")))
    for languages in dictionary.directions:
        stems = {words_of(languages[0]).stem(word) for word in ("fähre", "haus", "паром", "дом")}
        dictionary.look_up(languages, stems, words_of)


def use_result(path: Path) -> None:
    """Every report of it."""
    comparison = read_result(str(path))
    for form in ("text", "md", "html", "csv", "diff", "json"):
        report = render(form, comparison, Layout())
        if form in ("text", "md"):
            assert_plain(report)


def dictd(folder: Path, *, packed: bool) -> Mapping[str, bytes]:
    """A dictionary of the dict server, its index first."""
    articles = [("Fähre", "Fähre <f>\n паром\n"), ("Haus", "Haus <n>\n1. дом\n2. здание, строение\n")]
    index = write_dictd(folder, "de-ru", articles, packed=packed)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir(), key=lambda path: path != index)}


def record(folder: Path) -> bytes:
    """The JSON record of a comparison; `folder` is for making it."""
    for name, data in {"call.yaml": COMPARISON, **BESIDE}.items():
        (folder / name).write_text(data, encoding="utf-8")
    return str(render("json", run_file(str(folder / "call.yaml")), Layout())).encode()


def kind_of(name: str, folder: Path) -> Kind:
    """The kind called `name`; `folder` is for making it."""
    beside = {file: text.encode() for file, text in BESIDE.items()}
    call = COMPARISON.encode()
    makers: Mapping[str, Callable[[], Kind]] = {
        "comparison": lambda: Kind({"call.yaml": call, **beside}, use_comparison),
        "compared": lambda: Kind({"call.yaml": call, **beside}, use_whole),
        "text": lambda: Kind({"a.txt": A.encode(), "call.yaml": call, **beside}, use_text),
        "encoding": lambda: Kind({"b.txt": (B * 3).encode("cp1251")}, lambda path: decode_any(path.read_bytes(), "b")),
        "annotations": lambda: Kind({"notes.yaml": NOTES.encode()}, use_annotations),
        "lexicon": lambda: Kind({"terms.yaml": LEXICON.encode()}, use_lexicon),
        "word list": lambda: Kind({"de-ru.txt": WORDS.encode()}, use_dictionary),
        "dictd": lambda: Kind(dictd(folder, packed=False), use_dictionary, changes_all=True),
        "dictzip": lambda: Kind(dictd(folder, packed=True), use_dictionary, changes_all=True),
        "result": lambda: Kind({"call.json": record(folder)}, use_result),
        "report": lambda: Kind({"report.md": SEED.read_bytes()}, lambda path: excerpts_of(str(path))),
        "German report": lambda: Kind({"report.md": GERMAN.read_bytes()}, lambda path: excerpts_of(str(path))),
        "Russian report": lambda: Kind({"report.md": RUSSIAN.read_bytes()}, lambda path: excerpts_of(str(path))),
        "gold": lambda: Kind({"gold.yaml": GOLD.read_bytes()}, lambda path: read_gold(str(path))),
    }
    return makers[name]()


def reworded(random_: random.Random, data: bytes) -> bytes:
    """A text with one to three of its words or numbers replaced, doubled or moved."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(random_.choice((1, 1, 2, 3))):
        places = list(_SCALAR.finditer(text))
        if not places:
            break
        one, other = random_.choice(places), random_.choice(places)
        new = random_.choice((random_.choice(TOKENS), other.group(), one.group() * 2, ""))
        text = text[: one.start()] + new + text[one.end() :]
    return text.encode("utf-8", "surrogatepass" if "\ud800" in text else "surrogateescape")


def restructured(random_: random.Random, data: bytes) -> bytes:
    """A YAML or JSON file with one to three of its values replaced by others; the form stays right."""
    whole = {"": yaml.load(data, yaml.CSafeLoader)}
    for _ in range(random_.choice((1, 1, 2, 3))):
        places = list(_places(whole))
        holder, key = random_.choice(places)
        other, another = random_.choice(places)
        match random_.randrange(4):
            case 0 if key != "":
                del holder[key]
            case 1 if isinstance(holder[key], list) and holder[key]:
                holder[key].append(random_.choice(holder[key]))
            case 2:
                holder[key] = json.loads(json.dumps(other[another], default=str))
            case _:
                holder[key] = random_.choice(VALUES)
        whole = json.loads(json.dumps(whole, default=str))
    return json.dumps(whole[""], ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def _places(value: dict[Any, Any] | list[Any]) -> Iterator[tuple[Any, Any]]:
    """Every value inside, as what holds it and where."""
    for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


def changed(random_: random.Random, name: str, data: bytes) -> bytes:
    """One of the three ways to spoil a file."""
    way = random_.random()
    if way < 0.4 and name.endswith((".yaml", ".json")):
        return restructured(random_, data)
    return reworded(random_, data) if way < 0.75 else mutated(random_, data, data)


def main(name: str, seed: int, count: int, seconds: float) -> int:
    """Use mutated files until there were `count` of them or the time is over; tell the first that fails."""
    with tempfile.TemporaryDirectory() as place:
        kind = kind_of(name, Path(place))
        folder = Path(place, "files")
        folder.mkdir()
        started, done, used, slowest = time.monotonic(), 0, 0, 0.0
        while done < count and time.monotonic() - started < seconds:
            random_ = random.Random(f"{name} {seed} {done}")  # noqa: S311 - nothing secret
            first = next(iter(kind.files))
            hit = random_.choice(list(kind.files)) if kind.changes_all else first
            for file, data in kind.files.items():
                (folder / file).write_bytes(changed(random_, file, data) if file == hit else data)
            begun = time.monotonic()
            try:
                kind.use(folder / first)
                used += 1
            except ReadcompareError as error:
                wrong = [line for line in str(error).splitlines() if not line or not line.isprintable()]
                if wrong:
                    print(f"{name} {seed} {done}: no plain line: {wrong[0]!r}")
                    return 1
            except Exception:  # noqa: BLE001 - this is what is looked for
                print(f"{name} {seed} {done}:\n{traceback.format_exc()}")
                return 1
            slowest = max(slowest, time.monotonic() - begun)
            if slowest > SLOWEST:
                print(f"{name} {seed} {done}: took {slowest:.1f} seconds")
                return 1
            done += 1
    print(f"{done} inputs, {used} used, slowest {slowest:.2f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])))
