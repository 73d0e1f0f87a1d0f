"""Which comparisons the words on the command line name: files, folders, patterns."""

from __future__ import annotations

from readcompare.cli.arguments import SIDE_LETTERS, chosen_settings, settled

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Literal

    from readcompare.intake import Wishes
    from readcompare.model.comparison import Comparison
    from readcompare.model.settings import Chosen, Value
    from readcompare.model.synopsis import Synopsis

Job = tuple[str, ...]
"""What is compared: one comparison file, or two texts and more."""

_DESCRIBED = (".yaml", ".yml")
_COMPARISON = "comparison.yaml"
_PATTERN = "*?["


def jobs(words: Sequence[str]) -> tuple[Job, ...]:
    """The comparisons that `words` name, in a stable order.

    A folder stands for its `comparison.yaml`, else for all comparison files in it and below it, else for its two texts.
    A pattern that the shell left alone is looked up here. Raises InputError for a pattern or a folder that names
    nothing, UsageError for files that do not fit together.
    """
    # Beside a text, a folder or a pattern can only be a slip, and reading it says so.
    has_text = len(words) > 1 and any(_is_text(word) for word in words)
    files = list(words) if has_text else [file for word in words for file in _files(word)]
    if len(files) > 1 and all(_is_described(file) for file in files):
        return tuple((file,) for file in files)
    if len(files) == 1 and _is_described(files[0]):
        return ((files[0],),)
    from readcompare.intake import several_texts

    return (several_texts(files),)


def the_job(words: Sequence[str], what_to_do: str) -> Job:
    """The one comparison that `words` name; UsageError that tells `what_to_do` when there are several."""
    found = jobs(words)
    if len(found) > 1:
        from readcompare.errors import Problem, UsageError

        raise UsageError(Problem(message=f"these are {len(found)} comparisons; {what_to_do}"))
    return found[0]


def compared(
    options: argparse.Namespace, job: Job, progress: Callable[[float, str], None] | None = None
) -> Comparison | Synopsis:
    """The comparison of what `job` names, made as the options, the environment and the user's configuration wish.

    `progress` is told the share that is done, 0..1, and what is being done.
    """
    from readcompare.engine.progress import silent
    from readcompare.intake import read_accounts, read_texts
    from readcompare.runner import run_all

    wishes = wishes_of(options, job)
    read = read_accounts(job[0], wishes) if len(job) == 1 else read_texts(job, wishes)
    return run_all(read, progress or silent)


def settled_for(options: argparse.Namespace, job: Job) -> argparse.Namespace:
    """The options with the settings that hold for `job`, whose comparison file may say some of them."""
    return settled(options, _described(job))


def wishes_of(options: argparse.Namespace, job: Job) -> Wishes:
    """What is asked for beside the files of `job`; what its comparison file says is left to the file."""
    from readcompare.intake import Wishes

    described = _described(job)
    chosen = chosen_settings(options, described)
    asked = {
        name: setting.value
        for name, setting in chosen.items()
        if not setting.is_default and setting is not described.get(name)
    }
    return Wishes(
        languages=tuple(getattr(options, f"lang_{letter}") for letter in SIDE_LETTERS),
        pivot=options.pivot,
        threshold=_threshold(asked),
        encoding=options.encoding,
        annotations=options.annotations,
        lexicons=tuple(options.lexicon),
        dictionaries=tuple(options.dictionary),
        matcher=str(asked["matcher"]) if "matcher" in asked else None,
        model=options.model,
        weights=options.weights,
    )


def _threshold(asked: Mapping[str, Value]) -> float | Literal["auto"] | None:
    value = asked.get("threshold")
    if value is None:
        return "auto" if "threshold" in asked else None
    return float(value)


def _described(job: Job) -> Mapping[str, Chosen]:
    """What the comparison file of `job` says about settings; two texts have none, and need no YAML."""
    if len(job) > 1:
        return {}
    from readcompare.sources.comparison_file import read_comparison_file

    return read_comparison_file(job[0]).settings


def files_read(options: argparse.Namespace, job: Job) -> tuple[str, ...]:
    """Every file that this comparison reads, so that none of them is written over."""
    from itertools import combinations

    from readcompare.intake import annotations_path

    named = (*job, *options.lexicon, *options.dictionary, *([options.weights] if options.weights else []))
    described = None
    texts: tuple[str, ...] = ()
    if len(job) == 1:
        from readcompare.sources.comparison_file import read_comparison_file

        described = read_comparison_file(job[0])
        texts = tuple(version.path for side in described.sides for version in side.texts)
    pairs = combinations(range(len(described.sides) if described else len(job)), 2)
    wishes = wishes_of(options, job)
    by_hand = (annotations_path(job, wishes, described, pair) for pair in pairs)
    return (*named, *texts, *filter(None, by_hand))


def _is_text(word: str) -> bool:
    from readcompare.sources.disk import is_folder

    return not (_is_described(word) or _is_pattern(word) or is_folder(word))


def _files(word: str) -> list[str]:
    from pathlib import Path

    from readcompare.sources.disk import is_folder

    if is_folder(word):
        return _of_folder(Path(word))
    return _of_pattern(word) if _is_pattern(word) else [word]


def _of_folder(folder: Path) -> list[str]:
    from pathlib import Path

    from readcompare.errors import InputError, Problem
    from readcompare.sources.comparison_paths import comparisons_in
    from readcompare.sources.disk import is_file

    own = folder / _COMPARISON
    found = [own] if is_file(own) else [Path(path) for path in comparisons_in(str(folder))]
    texts = sorted(folder.glob("*.txt"))
    if not found and len(texts) != 2:
        told = f"there is no comparison file in this folder; it has {len(texts)} texts (.txt), where two are read"
        raise InputError(Problem(message=told, path=str(folder)))
    return [str(path) for path in found or texts]


def _of_pattern(word: str) -> list[str]:
    from glob import glob

    from readcompare.errors import InputError, Problem
    from readcompare.sources.comparison_paths import is_by_hand

    found = sorted(glob(word, recursive=True))  # noqa: PTH207 - Path.glob takes no pattern that begins at the root
    if not found:
        raise InputError(Problem(message="no file fits this pattern", path=word))
    return [file for name in found if not is_by_hand(name) for file in _files(name)]


def _is_pattern(word: str) -> bool:
    """True for a word with signs of a pattern that is not itself the name of something."""
    from readcompare.sources.disk import is_there

    return any(sign in word for sign in _PATTERN) and not is_there(word)


def _is_described(path: str) -> bool:
    return path.lower().endswith(_DESCRIBED)
