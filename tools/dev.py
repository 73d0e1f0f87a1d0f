"""Development tasks with nothing but Python: `python tools/dev.py TASK`.

The tasks are demo, test, check, bench, picture, manual, figures and lock. The Makefile calls this file; on
Windows, call it yourself. Each task first makes `.venv` and installs into it, with the exact versions of
`requirements.lock`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
SAMPLE = "readouts/2021-11-10-de-ru/comparison.yaml"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def main() -> int:
    """Run the task named on the command line and return its exit code."""
    tasks = {
        "demo": demo,
        "test": test,
        "check": check,
        "bench": bench,
        "picture": picture,
        "manual": manual,
        "figures": figures,
        "lock": lock,
    }
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        print(f"usage: python tools/dev.py {' | '.join(tasks)}", file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what meets an older Python first
        print(f"readcompare needs Python 3.11 or newer, this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    return tasks[sys.argv[1]](sys.argv[2:])


def demo(arguments: list[str]) -> int:
    """Open the sample comparison."""
    install("")
    return run("readcompare", *(arguments or [SAMPLE]))


def test(arguments: list[str]) -> int:
    """Run everything that CI runs; all of it runs even when an early part fails."""
    failed = check([])
    return run("pytest", "-n", "auto", *arguments) or failed


def check(_arguments: list[str]) -> int:
    """Run the linter, the type checker and the import contracts."""
    install("dev")
    # Each runs even when one before it failed; a program that was killed has a negative code.
    failed = [command for command in CHECKS if run(*command) != 0]
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Measure speed, as ratios against named baselines in one run."""
    install("dev")
    return (
        run("python", "benchmarks/speed.py", *arguments)
        or run("python", "benchmarks/screen.py")
        or run("python", "benchmarks/scale.py")
    )


def picture(_arguments: list[str]) -> int:
    """Make the README's picture anew."""
    install("dev")
    return run("python", "tools/picture.py")


def manual(_arguments: list[str]) -> int:
    """Write the manual page anew."""
    install("dev")
    command = [str(SCRIPTS / "python"), "tools/manual.py"]
    made = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    (ROOT / "docs" / "readcompare.1").write_text(made, encoding="utf-8")
    return 0


def figures(arguments: list[str]) -> int:
    """Write the measured blocks of the docs anew."""
    install("dev")
    return run("python", "tools/figures.py", *arguments)


def lock(_arguments: list[str]) -> int:
    """Write the newest versions that fit `pyproject.toml` to the lock."""
    shutil.rmtree(VENV, ignore_errors=True)
    LOCK.unlink(missing_ok=True)
    install("dev")
    frozen = subprocess.run(
        [SCRIPTS / "python", "-m", "pip", "freeze", "--exclude-editable"], check=True, capture_output=True, text=True
    ).stdout
    head = "# Exact versions for tests and the demo; made by `python tools/dev.py lock`.\n"
    # What only Windows installs is not frozen elsewhere.
    LOCK.write_text(head + frozen + "colorama==0.4.6\n", encoding="utf-8")
    return 0


def install(extras: str) -> None:
    """Make the virtual environment and install the project into it, unless that was done for these very settings."""
    settings = (ROOT / "pyproject.toml").read_bytes() + (LOCK.read_bytes() if LOCK.exists() else b"")
    wanted = hashlib.sha256(settings).hexdigest()
    stamps = [VENV / f"installed-{kind}" for kind in {extras or "demo", "dev"}]
    if any(stamp.exists() and stamp.read_text(encoding="utf-8") == wanted for stamp in stamps):
        return
    print("Installing readcompare into .venv ...", file=sys.stderr)
    make_environment()
    target = f".[{extras}]" if extras else "."
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if LOCK.exists():
        # Newer versions of pip read the second name for what a package is built with.
        environment |= {"PIP_CONSTRAINT": str(LOCK), "PIP_BUILD_CONSTRAINT": str(LOCK)}
    command = [str(SCRIPTS / "python"), "-m", "pip", "install", "--quiet", "--editable", target]
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    for stamp in stamps:
        stamp.unlink(missing_ok=True)
    (VENV / f"installed-{extras or 'demo'}").write_text(wanted, encoding="utf-8")


def make_environment() -> None:
    """Make `.venv`; SystemExit with what to install when this Python cannot."""
    if (SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")).exists():
        return
    if not (Path(sysconfig.get_path("stdlib")) / "ensurepip").is_dir():
        raise SystemExit(
            "This Python has no ensurepip, so it cannot make a virtual environment.\n"
            "On Debian and Ubuntu: sudo apt-get install python3-venv"
        )
    venv.create(VENV, with_pip=True)


def run(program: str, *arguments: str) -> int:
    """Run a program of the virtual environment in the project's folder and return its exit code."""
    # A child opens the screen of this terminal, so it inherits all three streams.
    return subprocess.run([SCRIPTS / program, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
