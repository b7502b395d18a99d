"""What stands on the page of a text under check."""

from dataclasses import dataclass

from claimbook.views.marks import Mark


@dataclass(frozen=True, slots=True)
class Statement:
    """What the text says and a claim is about.

    ``anchor`` is where it stands in the text and ``row`` where it stands in the list below, both
    as ids; ``address`` is the whole one of the claim's page, empty where there is none. Where it
    ``has_room`` the verdict stands beside it too.
    """

    number: int
    id: str
    anchor: str
    row: str
    title: str
    language: str | None
    href: str
    address: str
    mark: Mark
    verdict: str
    is_placed: bool
    is_superseded: bool = False
    has_room: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the text: what is printed, and what probably stood there before.

    One that ``is_grave`` stands in a statement that is not true as it is printed.
    """

    letter: str
    printed: str
    original: str
    basis: str
    effect: str
    is_placed: bool
    is_grave: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A passage that nobody checked, with the reason."""

    number: int
    quote: str
    reason: str
    is_placed: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing begins or ends, and what follows it.

    ``said`` are the statements it is part of, the shortest first; ``anchor`` is the id of one
    that begins here. ``struck`` are the faults for which it is struck; ``added`` are words of the
    likely original, ``is_grave`` tells of which kind of fault. ``faults``, ``gaps`` and ``ended``
    are what ends here.
    """

    text: str
    said: tuple[Statement, ...] = ()
    anchor: str = ""
    struck: tuple[Fault, ...] = ()
    is_unchecked: bool = False
    added: str = ""
    is_grave: bool = False
    faults: tuple[Fault, ...] = ()
    gaps: tuple[Gap, ...] = ()
    ended: tuple["Ended", ...] = ()

    @property
    def numbers(self) -> str:
        """The numbers of the statements it is part of."""
        return " ".join([str(each.number) for each in self.said])

    @property
    def is_gravely_struck(self) -> bool:
        """Whether a grave fault is among those for which it is struck."""
        return any(each.is_grave for each in self.struck)


@dataclass(frozen=True, slots=True)
class Ended:
    """A statement whose last words were these; ``anchor`` unless it stands at the first ones."""

    statement: Statement
    anchor: str = ""
