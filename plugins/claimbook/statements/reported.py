"""What a sentence reports, without who reports it: a claim is about that, too."""

import re

from claimbook.likeness.reading import read

_SAYING = (
    r"(?:said|says|stated|states|announced|reported|reports|revealed|reveals|indicated|claimed|claims|"
    r"confirmed|acknowledged|admitted|wrote|warned|promised|explained|argued|insisted)"
)
_SAGT = (
    r"(?:sagte|sagt|erklärte|meldete|berichtete|behauptete|bestätigte|schrieb|warnte|versprach|"
    r"betonte|teilte\b.{0,40}\bmit)"
)
_HEADS = (
    re.compile(r"\A\W*[Aa]ccording to [^,]{2,80}, "),
    re.compile(rf"\A.{{2,80}}?\b(?:have |has |had )?{_SAYING} that "),
    re.compile(rf"\A.{{2,80}}?\b{_SAGT}, dass "),
)
_TAILS = (
    re.compile(rf",[”“\"]? {_SAYING}\b[^,]{{0,80}}[^\w]*\Z"),
    re.compile(rf",? (?:{_SAYING}|{_SAGT})\b[^,]{{0,60}}\W*\Z"),
    re.compile(r",? according to [^,]{2,80}\W*\Z"),
)
# Claims name the day; a text says how long ago it was.
_RELATIVE = re.compile(
    r"\b(?:(?:at the end of|in|during) )?(?:last|this) (?:year|month|week|spring|summer|autumn|"
    r"fall|winter|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,? ?"
    r"|\b(?:recently|yesterday|in recent weeks|"
    r"gestern|kürzlich|jüngst|(?:im )?(?:vergangenen|letzten|vorigen) (?:jahr|monat|sommer|winter|"
    r"herbst|frühjahr|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|"
    r"dezember))\b,? ?",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def reported(text: str) -> str:
    """The sentence without its report (``X said that``, ``, said X``); empty where it has none.

    What nobody has said, or somebody wrongly, is not what the sentence states.
    """
    for each in (*_HEADS, *_TAILS):
        found = each.search(text)
        rest = text[: found.start()] + text[found.end() :] if found else ""
        if found and len(rest.split()) >= _FEWEST_WORDS and not read(found[0]).is_denied:
            return rest.strip()
    return ""


def undated(text: str) -> str:
    """The sentence without words such as ``last December``; empty where it has none."""
    rest = _RELATIVE.sub("", text)
    return rest.strip() if rest != text and len(rest.split()) >= _FEWEST_WORDS else ""
