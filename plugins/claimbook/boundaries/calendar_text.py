"""Text and lines of iCalendar (RFC 5545)."""

# Section 3.3.11.
_SIGNS = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# A line has so many octets, its end not counted (section 3.1).
_LONGEST = 75


def text(value: str) -> str:
    """A value of the type TEXT (section 3.3.11)."""
    return value.translate(_SIGNS)


def folded(content: str) -> bytes:
    """A content line, cut between characters where it is too long (section 3.1)."""
    data, parts, at = content.encode(), [], 0
    while len(data) - at > _LONGEST - bool(at):
        end = at + _LONGEST - bool(at)
        # An octet that begins with 10 goes on with a character.
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004 - UTF-8
            end -= 1
        parts.append(data[at:end])
        at = end
    return b"\r\n ".join([*parts, data[at:]]) + b"\r\n"
