"""Whose a person, an office or a city is: the country or the organisation for which it speaks."""

from __future__ import annotations

from readcompare.lexicon.entries import Entry

# Offices that no metonym stands for, by their entries.
MINISTRIES = {
    "russian_mfa": "russia",
    "foreign_office_de": "germany",
    "state_department": "usa",
    "quai_ministry": "france",
    "fcdo": "uk",
    "indian_mea": "india",
}
GOVERNMENTS = {"federal_government": "germany", "russian_government": "russia", "us_nsc": "usa"}
_SHORT_NAMES = {"usa": "United States", "uk": "United Kingdom", "uae": "United Arab Emirates", "eu": "European Union",
                "un": "United Nations", "nato": "NATO"}  # fmt: skip


def home_of(entry: Entry) -> str | None:
    """The id of the country that an entity stands for, or of the organisation that it is; None for any other."""
    known = entry.text("metonym_of") or entry.text("of") or GOVERNMENTS.get(entry.id) or MINISTRIES.get(entry.id)
    return known or (entry.id if entry.text("kind") in ("country", "org") else None)


def home_id(home: str) -> str:
    """A home as the id of a side: `south-korea`."""
    return home.replace("_", "-")


def home_name(home: str) -> str:
    """A home as people name it: `South Korea`."""
    return _SHORT_NAMES.get(home, home.replace("_", " ").title())
