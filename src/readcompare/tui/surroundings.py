"""What the screen is given beside the comparison: what lets it compare anew, and what the user has set."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from readcompare.model.comparison import Comparison
from readcompare.session import Reading, Session


class Surroundings(Struct, frozen=True, kw_only=True):
    """All of it may be missing: then the screen only shows."""

    session: Session | None = None
    """Lets the screen compare anew; None for a comparison that came from elsewhere."""
    reading: Reading | None = None
    """What was read and is to be compared while the screen stands; None when it is compared, or nothing is read yet."""
    user_keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of their command, in Textual's names with commas between them."""
    theme: str | None = None
    """Colours to begin with: `dark`, `light`, `contrast` or `terminal`; None for those of the last reading."""
    exporters: Mapping[str, Callable[[Comparison], bytes]] = field(default_factory=dict)
    """Reports that can be written from inside: for the ending of a file's name the function that makes its bytes."""
    folder: str | None = None
    """Where the program keeps its state, such as the place and the colours of the last reading; None keeps none."""
    pairs: tuple[Comparison, ...] = ()
    """Of several accounts that cannot be compared anew the comparisons of two, in the order of reading."""
    open: Callable[[tuple[str, ...]], Session] | None = None
    """Reads and compares what files name, else raises a ReadcompareError; None opens nothing but what is open."""
