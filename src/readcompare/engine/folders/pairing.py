"""Accounts of one day sorted into conversations of two sides; what does not fit is doubtful, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from readcompare.engine.folders.accounts import Account


class PairedCall(Struct, frozen=True, kw_only=True):
    """The accounts of two sides of one conversation."""

    day: date
    number: int
    """Which call of the same sides on that day, from 1."""
    sides: tuple[tuple[Account, ...], tuple[Account, ...]]
    """Language versions of each side, by the ids of the sides."""


class Doubt(Struct, frozen=True):
    """A text that no comparison was made of."""

    path: str
    """From the folder."""
    reason: str


class Paired(Struct, frozen=True):
    """What the texts of a folder make."""

    calls: tuple[PairedCall, ...]
    """By day and sides."""
    doubts: tuple[Doubt, ...]
    """By path."""


def pair(accounts: Iterable[Account]) -> Paired:
    """Pair the accounts of each day; the versions of one side in several languages stay together."""
    by_day: dict[date, list[Account]] = {}
    for account in sorted(accounts, key=lambda one: one.path):
        by_day.setdefault(account.day, []).append(account)
    calls: list[PairedCall] = []
    doubts: list[Doubt] = []
    for day, there in sorted(by_day.items()):
        found, left = _calls_of(there)
        calls += _numbered(day, found)
        if left:
            reason = _reason(left, has_calls=bool(found)) + _neighbours(day, by_day)
            doubts += (Doubt(account.path, reason) for account in left)
    return Paired(tuple(calls), tuple(sorted(doubts, key=lambda doubt: doubt.path)))


def _calls_of(there: Sequence[Account]) -> tuple[list[Sequence[Account]], list[Account]]:
    """The conversations of one day, and the accounts that belong to none."""
    if _trouble(there) is None:
        return [there], []
    calls: list[Sequence[Account]] = []
    left = list(there)
    for key in (_mark, _partners, _folder):
        parts = _parts(left, key)
        whole = [part for part in parts.values() if _trouble(part) is None]
        if "" in parts and len(whole) < len(parts):
            # germany.txt beside germany-2.txt and one kremlin.txt: which is meant is not known.
            whole = [part for part in whole if part is not parts[""]]
        calls += whole
        taken = {account.path for part in whole for account in part}
        left = [account for account in left if account.path not in taken]
    return calls, left


def _parts(accounts: Iterable[Account], key: Callable[[Account], str | None]) -> Mapping[str, list[Account]]:
    parts: dict[str, list[Account]] = {}
    for account in accounts:
        told = key(account)
        if told is not None:
            parts.setdefault(told, []).append(account)
    return parts


def _mark(account: Account) -> str:
    return account.mark


def _partners(account: Account) -> str | None:
    """The two who talked; None when the opening does not name one other party."""
    return " ".join(sorted((account.key, *account.parties))) if account.home and len(account.parties) == 1 else None


def _folder(account: Account) -> str:
    return account.path.rpartition("/")[0] or "."


def _trouble(accounts: Sequence[Account]) -> str | None:
    """Why accounts are not those of one conversation of two sides; None when they are."""
    by_side = _by_side(accounts)
    names = sorted(versions[0].side for versions in by_side.values())
    day = accounts[0].day
    for versions in by_side.values():
        languages = [account.language for account in versions]
        double = next((language for language in languages if languages.count(language) > 1), None)
        if double:
            return f"{versions[0].side} has two texts in {double} of {day}"
    if len(by_side) == 1:
        return f"{day} has one side only: {names[0]}"
    if len(by_side) > 2:
        return f"{day} has {len(by_side)} sides, and init pairs two: {', '.join(names)}; name the texts of all of them"
    if names[0] == names[1]:
        return f"{day} has two sides of one name: {names[0]}"
    return _strangers(tuple(by_side.values()))


def _strangers(sides: Sequence[Sequence[Account]]) -> str | None:
    """Two accounts of one day may be of different talks: say so when one names others and not this side."""
    for own, other in (sides, reversed(sides)):
        home = other[0].home
        for account in own:
            if home and account.parties and home not in account.parties:
                met = ", ".join(sorted(account.parties)).replace("_", " ")
                beside = f"the other text of {account.day} is of {other[0].side}"
                return f"{own[0].side} tells of a talk with {met}, and {beside}"
    return None


def _by_side(accounts: Iterable[Account]) -> dict[str, list[Account]]:
    """The versions of each side; English last, so that the side has the name that the original gives it."""
    found: dict[str, list[Account]] = {}
    for account in sorted(accounts, key=lambda one: one.language == "en"):
        found.setdefault(account.key, []).append(account)
    return found


def _numbered(day: date, found: Iterable[Sequence[Account]]) -> Iterable[PairedCall]:
    counts: dict[tuple[str, ...], int] = {}
    for accounts in found:
        versions = sorted(_by_side(accounts).values(), key=lambda own: own[0].side)
        names = tuple(own[0].side for own in versions)
        counts[names] = counts.get(names, 0) + 1
        first, second = (tuple(own) for own in versions)
        yield PairedCall(day=day, number=counts[names], sides=(first, second))


def _reason(left: Sequence[Account], *, has_calls: bool) -> str:
    trouble = _trouble(left)
    if trouble is None:
        return f"which texts of {left[0].day} belong together is not clear; a number says it: 2021-11-10-1-kremlin.txt"
    return f"{trouble}, beside what is paired" if has_calls else trouble


def _neighbours(day: date, by_day: Mapping[date, Sequence[Account]]) -> str:
    """A call late in the evening is dated a day later further east: name a text of the days beside."""
    near = [account for step in (-1, 1) for account in by_day.get(day + timedelta(days=step), ())]
    return f"; is {near[0].path.rpartition('/')[2]} of the day beside the same call?" if near else ""
