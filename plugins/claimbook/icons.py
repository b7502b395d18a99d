"""Small drawn signs for ratings, stances and links, for hosts that bring no icons of their own."""

from collections.abc import Callable

Icon = Callable[[str], str]

# Every path lies in a box of 24 by 24 and is filled.
_PATHS = {
    "check": "M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z",
    "close": (
        "M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6z"
    ),
    "alert": "M12 3 1.5 21h21zm0 4 7 12H5zm-1 4v4h2v-4zm0 5v2h2v-2z",
    "half": "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2v16a8 8 0 0 1 0-16z",
    "ring-check": (
        "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"
        "m-1.5 12.6L6.9 13l1.3-1.3 2.3 2.3 5.3-5.3L17.1 10z"
    ),
    "ring-close": (
        "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"
        "m3 3.6L12 10.6 9 7.6 7.6 9l3 3-3 3L9 16.4l3-3 3 3 1.4-1.4-3-3 3-3z"
    ),
    "ring-question": (
        "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"
        "m0 2.2A3.4 3.4 0 0 0 8.6 9.6h1.9a1.5 1.5 0 1 1 2.4 1.2c-1 .8-1.8 1.4-1.8 2.9H13"
        "c0-1 .5-1.2 1.2-1.8A3.4 3.4 0 0 0 12 6.2zM11.1 15v2H13v-2z"
    ),
    "ring-clock": (
        "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"
        "m-1 3v6l4.6 2.8 1-1.6L13 12V7z"
    ),
    "ring-slash": (
        "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2c1.8 0 3.5.6 4.9 1.7L5.7 16.900"
        "A8 8 0 0 1 12 4zm0 16c-1.8 0-3.5-.6-4.9-1.7L18.3 7.1A8 8 0 0 1 12 20z"
    ),
    "plus": "M11 5v6H5v2h6v6h2v-6h6v-2h-6V5z",
    "minus": "M5 11v2h14v-2z",
    "tilde": (
        "M4 14c0-3 1.6-5 4-5 3.5 0 4.5 4 8 4 1.3 0 2-1 2-3h2c0 3-1.6 5-4 5"
        "-3.5 0-4.5-4-8-4-1.3 0-2 1-2 3z"
    ),
    "dot": "M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z",
}
_NAMES = {
    "check": "check",
    "check-circle-outline": "ring-check",
    "circle-half-full": "half",
    "alert-outline": "alert",
    "close": "close",
    "close-circle-outline": "ring-close",
    "help-circle-outline": "ring-question",
    "clock-outline": "ring-clock",
    "cancel": "ring-slash",
    "plus": "plus",
    "minus": "minus",
    "tilde": "tilde",
    "information-outline": "dot",
}


def builtin(name: str) -> str:
    """Inline SVG of our own drawing for an icon's name; a dot for names we did not draw."""
    path = _PATHS[_NAMES.get(name, "dot")]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{path}"/></svg>'
