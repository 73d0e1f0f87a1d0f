"""The commands about the web: fetching what offices publish, and comparing its versions."""

from __future__ import annotations

from readcompare.cli.output import OK, write

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from readcompare.errors import Problem
    from readcompare.sources.fetch.fetcher import Fetcher

_YAML = (".yaml", ".yml")


def fetch_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `fetch` takes."""
    command.add_argument(
        "what", nargs="+", metavar="URL|FILE", help="a web address, or a comparison file whose `source:` are fetched"
    )
    command.add_argument(
        "-o", "--output", metavar="DIR", help="keep pages in DIR (default: the folder `sources` beside the file)"
    )
    command.add_argument("--contact", metavar="MAIL", help="where servers can reach you, told to them")
    command.add_argument(
        "--allow-private", action="store_true", help="also fetch from this machine and from private networks"
    )


def versions_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `versions` takes."""
    command.add_argument("files", nargs="+", metavar="FILE", help="a comparison file with `source:` addresses")


def fetch(options: argparse.Namespace) -> int:
    """Fetch every page, keep what came, and then tell all that did not."""
    from readcompare.errors import InputError, Problem, ReadcompareError, UsageError

    wanted = _wanted(options.what, options.output)
    if options.contact is not None and not (options.contact.isascii() and options.contact.isprintable()):
        raise UsageError(Problem(message="--contact must be of printable ASCII letters, such as an e-mail address"))
    try:
        from readcompare.sources.fetch.connection import Network
        from readcompare.sources.fetch.fetcher import Fetcher
    except ImportError:
        message = 'fetching needs more libraries; install them with: pip install "readcompare[web]"'
        raise InputError(Problem(message=message)) from None
    problems: list[Problem] = []
    with Network(allow_private=options.allow_private) as network:
        fetcher = Fetcher(network=network, contact=options.contact)
        for folder, address in wanted:
            try:
                write(_keep(fetcher, folder, address), None)
            except ReadcompareError as error:
                problems += error.problems
    if problems:
        raise InputError(problems)
    return OK


def versions(options: argparse.Namespace) -> int:
    """Print the versions of each readout, and what changed between them."""
    from readcompare.editions import editions_of
    from readcompare.reports.versions import render

    write("\n".join(render(editions_of(path)) for path in options.files), None)
    return OK


def _wanted(words: list[str], output: str | None) -> list[tuple[Path, str]]:
    """Which address is kept in which folder, each once."""
    from pathlib import Path

    from readcompare.errors import InputError, Problem
    from readcompare.sources.fetch.addresses import address_trouble
    from readcompare.sources.fetch.sources_file import folder_beside, sources_of
    from readcompare.sources.fetch.store import FOLDER

    found: list[tuple[Path, str]] = []
    for word in words:
        if word.lower().endswith(_YAML) and "://" not in word:
            folder = Path(output) if output else folder_beside(word)
            found += [(folder, source.address) for source in sources_of(word)]
            continue
        trouble = address_trouble(word)
        if trouble:
            raise InputError(Problem(message=trouble, path=word[:200]))
        found.append((Path(output or FOLDER), word))
    return list(dict.fromkeys(found))


def _keep(fetcher: Fetcher, folder: Path, address: str) -> str:
    """Fetch and keep one page; the line that tells of it."""
    from readcompare.errors import ReadcompareError
    from readcompare.sources.fetch.store import keep, versions_of
    from readcompare.sources.readers.anything import read_data
    from readcompare.views.passages import visible

    fetched = fetcher.fetch(address)
    version, is_new = keep(folder, fetched)
    number = len(versions_of(folder, address))
    state = "unchanged" if not is_new else "new" if number == 1 else f"CHANGED, now version {number}"
    moved = f" (from {fetched.final})" if fetched.redirects else ""
    lines = [f"{state}: {address}{moved}", f"  {version.path}, {len(fetched.body):,} bytes"]
    try:
        extract = read_data(fetched.body, str(version.path), declared=version.declared, address=fetched.final)
    except ReadcompareError as error:
        # The page is kept all the same: it is what the office published.
        lines.append(f"  no text could be taken from it: {error.problems[0].message}")
    else:
        lines += [f"  {note}" for note in (*filter(None, (extract.title,)), *extract.notes)]
    return "".join(f"{visible(line) if not line.startswith('  ') else '  ' + visible(line[2:])}\n" for line in lines)
