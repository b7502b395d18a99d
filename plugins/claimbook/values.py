"""Small values that fields hold: ids, languages, identifiers, and the vocabularies."""

import re
from enum import StrEnum

SLUG_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
SLUG_MAX = 100
_SLUG = re.compile(SLUG_PATTERN)
_WORD = re.compile(r"[a-z0-9]+")
# Letters that Unicode does not take apart, and apostrophes, which part no words.
_SPELLED_OUT = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("'’ʼ", "")
)
# Names that Windows keeps for devices, and those of every folder's index and its further pages.
RESERVED_SLUGS = frozenset(
    {"con", "prn", "aux", "nul", "index", "page"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)}
)

# BCP 47 (RFC 5646) in the part that publications use: language, script, region, variants.
LANGUAGE_PATTERN = (
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)
DOI_PATTERN = r"10\.[0-9]{4,9}/[!-~]+"
SHA256_PATTERN = r"[0-9a-f]{64}"
FILE_NAME_PATTERN = r"[a-z0-9][a-z0-9._-]{0,120}"
HOST_PATTERN = r"[a-z0-9-]+(\.[a-z0-9-]+)+"


def is_slug(text: str) -> bool:
    """Whether ``text`` has the form of an id: lower-case letters and digits, single hyphens."""
    return len(text) <= SLUG_MAX and _SLUG.fullmatch(text) is not None


def slug_of(text: str) -> str:
    """The id that ``text`` suggests; empty where it has no letter or digit of ASCII."""
    import unicodedata  # noqa: PLC0415 - rarely needed, and start-up counts

    letters = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED_OUT))
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return "-".join(_WORD.findall(plain))[:SLUG_MAX].strip("-")


def is_isbn(text: str) -> bool:
    """Whether ``text`` is an ISBN-10 or ISBN-13 with a right check digit (ISO 2108)."""
    digits = re.sub(r"[- ]", "", text).upper()
    if re.fullmatch(r"[0-9]{13}", digits):
        return sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        values = [10 if d == "X" else int(d) for d in digits]
        return sum(v * (10 - i) for i, v in enumerate(values)) % 11 == 0
    return False


class Stance(StrEnum):
    """What a piece of evidence does to the claim, always seen from the claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    CONTEXT = "context"


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    QUOTE = "quote"
    FIGURE = "figure"
    DOCUMENT = "document"
    OBSERVATION = "observation"
    EXPERT = "expert"
    CALCULATION = "calculation"
    IMAGE = "image"
    ABSENCE = "absence"


class Confidence(StrEnum):
    """How sure a review is of its rating; says nothing about how true the claim is."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


class SourceType(StrEnum):
    """What kind of document a source is."""

    WEBPAGE = "webpage"
    ARTICLE = "article"
    PRESS_RELEASE = "press-release"
    SOCIAL_POST = "social-post"
    VIDEO = "video"
    PODCAST = "podcast"
    BOOK = "book"
    REPORT = "report"
    DATASET = "dataset"
    LEGAL = "legal"
    INTERVIEW = "interview"
    CODE = "code"
    PERSONAL_COMMUNICATION = "personal-communication"


class Access(StrEnum):
    """What a reader needs to open a source."""

    OPEN = "open"
    REGISTRATION = "registration"
    PAYWALL = "paywall"
    OFFLINE = "offline"
    PRIVATE = "private"


class SourceStatus(StrEnum):
    """What has become of a source since it was read."""

    LIVE = "live"
    DEAD = "dead"
    CHANGED = "changed"
    USURPED = "usurped"
    UNSAFE = "unsafe"
    RETRACTED = "retracted"
    CORRECTED = "corrected"


class Standing(StrEnum):
    """How close a source is to what it tells of."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class ReadAs(StrEnum):
    """In which form we read a source."""

    ORIGINAL = "original"
    COPY = "copy"
    SECOND_HAND = "second-hand"


class EntityKind(StrEnum):
    """What a claimant or an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLICATION = "publication"
    PRODUCT = "product"
    ANONYMOUS = "anonymous"


class MediaKind(StrEnum):
    """What a claim is about that can be seen or heard."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"


class Authenticity(StrEnum):
    """What was found out about an image or a recording, as fact-checkers class it."""

    ORIGINAL = "original"
    MISSING_CONTEXT = "missing-context"
    EDITED = "edited"
    TRANSFORMED = "transformed"
    STAGED = "staged"
    SATIRE = "satire"


class Axis(StrEnum):
    """What a rating speaks about: truth, missing context, or the state of the matter."""

    TRUTH = "truth"
    CONTEXT = "context"
    STATUS = "status"
