"""The command that shows what the program does, on a call that is shipped with it."""

from __future__ import annotations

# `typing` costs start-up, so it is imported for the type checker alone.
TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse


def demo_arguments(command: argparse.ArgumentParser) -> None:
    """Tell what `demo` takes."""
    command.add_argument(
        "folder", nargs="?", metavar="DIR", help="folder for the sample (default: one in the program's own state)"
    )


def demo(options: argparse.Namespace) -> int:
    """Write the sample call into a folder and open it: what is tried on it changes nothing that is shipped."""
    from platformdirs import user_state_path

    from readcompare.cli import parser
    from readcompare.cli.comparing import open_
    from readcompare.sources.sample_call import unpack_sample

    path = unpack_sample(options.folder or str(user_state_path("readcompare") / "demo"))
    return open_(parser("open").parse_args(["open", path]))
