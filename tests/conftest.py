"""What all tests share."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_OF_TESTS = ("READCOMPARE_NOTHING_SKIPPED", "READCOMPARE_REWRITE_GOLDEN")

# What the person who runs the tests has set for herself is no part of them.
for name in [name for name in os.environ if name.startswith("READCOMPARE_") and name not in _OF_TESTS]:
    del os.environ[name]
os.environ["READCOMPARE_CONFIG"] = ""
# As the command line sets it: threads that share small matrices wait for each other longer than they work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def sample() -> str:
    """The comparison file of the call that the README shows."""
    return str(ROOT / "readouts" / "2021-11-10-de-ru" / "comparison.yaml")


@pytest.fixture
def program() -> _Finder:
    """Finds a program that a test needs; without it the test is skipped, but never in CI."""
    return _Finder()


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Chromium is; without it a test of a page is skipped, but never in CI."""
    return _Finder()("chromium")


@pytest.fixture
def installed() -> _Installed:
    """Finds a dictionary of a Debian package that a test needs; without it the test is skipped, but never in CI."""
    return _Installed()


class _Installed:
    def __call__(self, name: str, package: str) -> str:
        path = Path("/usr/share/dictd") / name
        if not path.is_file() and os.environ.get("READCOMPARE_NOTHING_SKIPPED"):
            pytest.fail(f"{path} is not installed, and nothing may be skipped here")
        if not path.is_file():
            pytest.skip(f"{path} is not there; apt-get install {package}")
        return str(path)


class _Finder:
    def __call__(self, name: str) -> str:
        path = shutil.which(name)
        if path is None and os.environ.get("READCOMPARE_NOTHING_SKIPPED"):
            pytest.fail(f"{name} is not installed, and nothing may be skipped here")
        if path is None:
            pytest.skip(f"{name} is not installed")
        return path
