"""Small values that fields hold: ids, languages, identifiers, and the vocabularies."""

import re
from enum import StrEnum
from typing import Self

SLUG_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
SLUG_MAX = 100
# Thirteen digits in five parts.
ISBN_MAX = 17
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
# Type and subtype of a media type (RFC 6838, section 4.2), without parameters. `\x24` is the dollar
# sign, which some readers of JSON Schema take for the end even here.
_RESTRICTED = r"[A-Za-z0-9][A-Za-z0-9!#\x24&^_.+-]{0,126}"
MEDIA_TYPE_PATTERN = rf"{_RESTRICTED}/{_RESTRICTED}"
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
    """Whether ``text`` is an ISBN-10 or ISBN-13 with a right check digit (ISO 2108).

    Its five parts may have one hyphen or space between them.
    """
    if len(text) > ISBN_MAX:
        return False
    digits = re.sub(r"[- ]", "", text).upper()
    if re.fullmatch(r"[0-9]{13}", digits):
        return sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        values = [10 if d == "X" else int(d) for d in digits]
        return sum(v * (10 - i) for i, v in enumerate(values)) % 11 == 0
    return False


class Word(StrEnum):
    """A word of a vocabulary, which knows what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """A member from the word and what it means."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class Stance(Word):
    """What a piece of evidence does to the claim, always seen from the claim."""

    SUPPORTS = "supports", "it speaks for the claim"
    CONTRADICTS = "contradicts", "it speaks against the claim"
    QUALIFIES = "qualifies", "the claim holds only in part, or under a condition"
    CONTEXT = "context", "it says what a reader has to know, and neither supports nor contradicts"


class EvidenceKind(Word):
    """What a piece of evidence is."""

    QUOTE = "quote", "words of the source"
    FIGURE = "figure", "a number that the source gives"
    DOCUMENT = "document", "that the document exists and says so"
    OBSERVATION = "observation", "what we or others have seen"
    EXPERT = "expert", "the judgement of somebody who knows the field"
    CALCULATION = "calculation", "what we have worked out from figures"
    IMAGE = "image", "what a picture or a recording shows"
    ABSENCE = "absence", "that a search found nothing"


class Confidence(Word):
    """How sure a review is of its rating; says nothing about how true the claim is."""

    HIGH = "high", "further evidence will hardly change the rating"
    MODERATE = "moderate", "further evidence may change the rating"
    LOW = "low", "the rating rests on little"


class SourceType(Word):
    """What kind of document a source is."""

    WEBPAGE = "webpage", "a page of a web site"
    ARTICLE = "article", "an article of a newspaper, a magazine or a journal"
    PRESS_RELEASE = "press-release", "a statement that an organisation gave out"
    SOCIAL_POST = "social-post", "a post on a social network"
    VIDEO = "video", "a video"
    PODCAST = "podcast", "an episode that is heard"
    BOOK = "book", "a book"
    REPORT = "report", "a report of an authority, an institute or a company"
    DATASET = "dataset", "figures as a table or a data base"
    LEGAL = "legal", "a law, a judgement, a contract, a filing"
    INTERVIEW = "interview", "an interview"
    CODE = "code", "a program or its repository"
    PERSONAL_COMMUNICATION = (
        "personal-communication",
        "a letter or talk nobody else can read",
    )


class Access(Word):
    """What a reader needs to open a source."""

    OPEN = "open", "nothing: anybody can read it"
    REGISTRATION = "registration", "an account that costs nothing"
    PAYWALL = "paywall", "money"
    OFFLINE = "offline", "a library, an archive, a shop"
    PRIVATE = "private", "our word: it cannot be had"


class SourceStatus(Word):
    """What has become of a source since it was read."""

    LIVE = "live", "it stands there as we read it"
    DEAD = "dead", "its address leads nowhere"
    CHANGED = "changed", "it says something else now"
    USURPED = "usurped", "somebody else owns its address now"
    UNSAFE = "unsafe", "its address is dangerous to open"
    RETRACTED = "retracted", "its publisher took it back"
    CORRECTED = "corrected", "its publisher corrected it"


class Standing(Word):
    """How close a source is to what it tells of."""

    PRIMARY = "primary", "it is what it tells of, or comes from those who were there"
    SECONDARY = "secondary", "it reports what others have seen or written"
    TERTIARY = "tertiary", "it sums up what was reported"


class ReadAs(Word):
    """In which form we read a source."""

    ORIGINAL = "original", "in the original, at its own place"
    COPY = "copy", "in a copy: an archive, a reprint"
    SECOND_HAND = "second-hand", "only in what others quote of it"


class EntityKind(Word):
    """What a claimant or an entity is."""

    PERSON = "person", "a human being"
    ORGANISATION = "organisation", "a company, an authority, a party, a club"
    PUBLICATION = "publication", "a newspaper, a broadcaster, a site"
    PRODUCT = "product", "something that is made or sold"
    ANONYMOUS = "anonymous", "somebody whose name is not known"


class MediaKind(Word):
    """What a claim is about that can be seen or heard."""

    IMAGE = "image", "a picture"
    VIDEO = "video", "moving pictures"
    AUDIO = "audio", "a recording that is heard"


class Authenticity(Word):
    """What was found out about an image or a recording, as fact-checkers class it."""

    ORIGINAL = "original", "it is what it is said to be"
    MISSING_CONTEXT = "missing-context", "it is real, but shows something else than is said"
    EDITED = "edited", "parts were cut so that it misleads"
    TRANSFORMED = "transformed", "what is seen or heard was changed"
    STAGED = "staged", "it was made up for the recording"
    SATIRE = "satire", "it was meant as a joke"


class Axis(Word):
    """What a rating speaks about: truth, missing context, or the state of the matter."""

    TRUTH = "truth", "how true the claim is"
    CONTEXT = "context", "what the claim leaves out"
    STATUS = "status", "where the matter stands"
