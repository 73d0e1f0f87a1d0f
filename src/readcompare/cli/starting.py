"""The command that begins a comparison file, with questions where there is somebody to answer them."""

from __future__ import annotations

import os
import sys

from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from readcompare.sources.draft import Draft, DraftSide

_DEFAULT = "comparison.yaml"


def init_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `init` takes."""
    command.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        default=_DEFAULT,
        help=f"the comparison file (default: {_DEFAULT}); a folder: pair its texts by date and side",
    )
    command.add_argument(
        "texts", nargs="*", metavar="TEXT", help="the texts of both sides (default: those in the folder of FILE)"
    )
    command.add_argument("-y", "--yes", action="store_true", help="ask nothing")
    command.add_argument("-n", "--dry-run", action="store_true", help="write nothing, tell which files it would be")
    command.add_argument("--force", action="store_true", help="write over a file that is there")


def init(options: argparse.Namespace) -> int:
    """Write a comparison file, and before it what it needs beside it."""
    # pathlib costs start-up, that of every command.
    from pathlib import Path

    from readcompare.errors import Problem, UsageError
    from readcompare.sources.disk import is_folder, is_there
    from readcompare.sources.draft import PLACEHOLDER, SCHEMA_FILE, draft_text
    from readcompare.sources.schema import comparison_schema
    from readcompare.sources.text import write_text

    if not options.file:
        raise UsageError(Problem(message="the comparison file has no name"))
    path = Path(options.file)
    if is_folder(path):
        from readcompare.cli.pairing import pair_folder

        return pair_folder(path, options)
    if options.file.endswith(("/", os.sep)) or not path.suffix:
        raise UsageError(Problem(message=_no_folder(path), path=options.file))
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(Problem(message="a comparison file ends in .yaml", path=options.file))
    if is_there(path) and not options.force:
        raise UsageError(Problem(message="this file is there already; --force writes over it", path=options.file))
    draft = _drafted(path, [Path(text) for text in options.texts])
    if not options.yes and _is_somebody_there():
        draft = _asked(draft, path.parent)
    texts = [path.parent / text for side in draft.sides for _, text in side.texts]
    missing = [text for text in texts if not is_there(text)]
    if options.dry_run:
        write("".join(f"{path}\n" for path in (*missing, options.file)), None)
        return OK
    for text in missing:
        write_text(str(text), PLACEHOLDER)
        print(f"readcompare: wrote {text}: put the text of the account into it", file=sys.stderr)
    schema = path.parent / SCHEMA_FILE
    if not is_there(schema) or options.force:
        write_text(str(schema), comparison_schema())
    write_text(options.file, draft_text(draft))
    print(f"readcompare: wrote {options.file}; check it with: readcompare validate {options.file}", file=sys.stderr)
    return OK


def _no_folder(path: Path) -> str:
    """What to do when `path` may be meant for a folder, and there is none."""
    return (
        "there is no folder of this name; make it and put the texts into it, "
        f"or name the comparison file that is to be written, which ends in .yaml, such as {path}.yaml"
    )


def _drafted(path: Path, named: list[Path]) -> Draft:
    """A comparison of the texts that were named, or of those in the folder, or of two that are yet to be written."""
    from readcompare.errors import Problem, UsageError
    from readcompare.model.sides import MAX_SIDES
    from readcompare.sources.disk import is_folder
    from readcompare.sources.draft import Draft, DraftSide, texts_in

    folder = path.parent
    if not is_folder(folder):
        raise UsageError(Problem(message=f"there is no folder {str(folder)!r}", path=str(path)))
    problems = [Problem(message=trouble, path=str(text)) for text in named if (trouble := _named_trouble(folder, text))]
    if problems:
        raise UsageError(problems)
    sides = _sides(folder, named or list(texts_in(folder)))
    if not sides:
        sides = [DraftSide(f"side-{x}", f"Side {x.upper()}", (("en", f"side-{x}.txt"),)) for x in "ab"]
    if len(sides) != 2 and not (named and 2 < len(sides) <= MAX_SIDES):
        found = ", ".join(side.texts[0][1] for side in sides)
        message = f"two sides are needed, and {len(sides)} are named by their texts: {found}"
        what_to_do = f"name the texts of two, or of all, as in: readcompare init {path} a.txt b.txt"
        raise UsageError(Problem(message=f"{message}; {what_to_do}", path=str(folder)))
    title = path.resolve().parent.name if path.stem == "comparison" else path.stem
    return Draft(title=title or "comparison", date=None, sides=tuple(sides))


def _named_trouble(folder: Path, text: Path) -> str | None:
    from readcompare.sources.named_path import outside
    from readcompare.sources.text import file_trouble

    return file_trouble(str(text)) or outside(folder, _relative(text, folder), "text")


def _relative(text: Path, folder: Path) -> str:
    """The path of a text as a comparison file in `folder` names it."""
    return os.path.relpath(text, folder).replace(os.sep, "/")


def _sides(folder: Path, texts: list[Path]) -> list[DraftSide]:
    """The sides that the names of texts tell; two texts are two sides, whatever they are called."""
    from readcompare.sources.draft import DraftSide, original_first, side_of

    by_id: dict[str, dict[str, str]] = {}
    for number, text in enumerate(texts):
        name, language = side_of(text)
        if len(texts) == 2 and name in by_id:
            name = f"{name}-{number + 1}"
        versions = by_id.setdefault(name, {})
        versions.setdefault(language or _language_of(text), _relative(text, folder))
    return [DraftSide(name, name.replace("-", " ").title(), original_first(found)) for name, found in by_id.items()]


def _language_of(text: Path) -> str:
    """The language of a text that is there; English for one that is yet to be written."""
    from readcompare.sources.disk import is_there

    if not is_there(text):
        return "en"
    from readcompare.engine.language import recognise
    from readcompare.sources.readers.anything import read_source

    return recognise(read_source(str(text)).text)


def _is_somebody_there() -> bool:
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def _asked(draft: Draft, folder: Path) -> Draft:
    """The draft as the user wants it; Ctrl-C leaves everything as it was."""
    from functools import partial

    from msgspec.structs import replace

    from readcompare.model.sides import LETTERS
    from readcompare.sources.draft import DraftSide

    print("Enter keeps what stands in [ ]; Ctrl-C leaves without writing anything.", file=sys.stderr)
    title = _ask("Title", draft.title, lambda _: None)
    date = _ask("Day of the conversation, such as 2021-11-10", draft.date or "", _day_trouble)
    sides: list[DraftSide] = []
    for letter, side in zip(LETTERS, draft.sides, strict=False):
        name = _ask(f"Side {letter}: name", side.name, lambda _: None)
        side_id = _ask(f"Side {letter}: short name", side.id, partial(_id_trouble, [other.id for other in sides]))
        texts = {}
        for language, path in side.texts:
            kept = _ask(f"Side {letter}: text", path, partial(_text_trouble, folder, path))
            known = language if kept == path else _language_of(folder / kept)
            texts[_ask(f"Side {letter}: language of {kept}", known, _language_trouble)] = kept
        sides.append(DraftSide(side_id, name, tuple(texts.items())))
    return replace(draft, title=title, date=date or None, sides=tuple(sides))


def _ask(question: str, default: str, trouble: Callable[[str], str | None]) -> str:
    """Ask until the answer is right."""
    while True:
        print(f"{question} [{default}]: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt  # the end of input is a way to leave
        answer = line.strip() or default
        wrong = trouble(answer)
        if wrong is None:
            return answer
        print(f"  {wrong}", file=sys.stderr)


def _day_trouble(word: str) -> str | None:
    from datetime import date

    try:
        is_day = not word or (len(word) == 10 and bool(date.fromisoformat(word)))
    except ValueError:
        is_day = False
    return None if is_day else f"{word!r} is no day such as 2021-11-10"


def _id_trouble(taken: list[str], word: str) -> str | None:
    import re

    if word in taken:
        return f"{word!r} is the other side"
    return None if re.fullmatch("[a-z0-9-]+", word) else "small letters a-z, digits and hyphens, such as germany"


def _language_trouble(word: str) -> str | None:
    from readcompare.model.text import is_language

    return None if is_language(word) else "a code of two or three letters: de, en, ru, ..."


def _text_trouble(folder: Path, default: str, word: str) -> str | None:
    """Say what is wrong with a text; the one that is proposed may be yet to be written."""
    from readcompare.sources.named_path import outside
    from readcompare.sources.text import file_trouble

    trouble = outside(folder, word, "text")
    return trouble or (file_trouble(str(folder / word)) if word != default else None)
