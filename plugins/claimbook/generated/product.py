"""What a generated file is: a path and the one function that makes its text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from claimbook.records import Rating, Topic
from claimbook.settings import DEFAULT_SETTINGS, Settings
from claimbook.standard_scale import STANDARD_SCALE


@dataclass(frozen=True, slots=True)
class Given:
    """What files are made from, besides the declarations of the records.

    ``before`` is what the file says now, empty where there is none: some of it may be written by
    hand and stays.
    """

    settings: Settings = DEFAULT_SETTINGS
    ratings: Mapping[str, Rating] = field(default_factory=lambda: STANDARD_SCALE.ratings)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    before: str = ""


@dataclass(frozen=True, slots=True)
class Product:
    """A generated file.

    ``name`` is what it is called on the command line; several may share one. ``path`` is below
    the project's folder, with ``/``. ``make`` gives the whole text, the same for the same input.
    """

    name: str
    path: str
    make: Callable[[Given], str]
