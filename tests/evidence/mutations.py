"""Quotations cut from texts, and what can happen to them: what is faithful, and what is not.

Everything follows from a number, so that the same mutations are made every time.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.metadata import distributions
from pathlib import Path
from pydoc_data.topics import topics
from typing import NamedTuple

# Marks above and below belong to the letter before them.
_MARKS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f"
_WORD = re.compile(rf"[^\W_](?:[\w{_MARKS}]|['’-](?=\w))*")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE = re.compile(r"(?:[^.!?。！？।؟\n]|[.!?](?=\S))+[.!?。！？।؟]?")
_CURLY = str.maketrans({"'": "’", '"': "”", "-": "‐"})
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_DENIALS = {"de": "nicht", "fr": "pas", "ru": "не", "ar": "لم", "hi": "नहीं", "en": "not"}
_NAMES = ("Altman", "Hartmann", "Reykjavik", "Toshiba", "Nairobi")
_OTHERS = {
    "ar": ("القطار", "البنك", "سريعًا"),
    "hi": ("रेलगाड़ी", "बैंक", "जल्दी"),
    "ru": ("поезд", "банк", "быстро"),
}


# What no elision of ours leaves out: one that hides a denial, or a doubt, is not faithful.
_PERHAPS_DENYING = re.compile(
    r"\b(?:may|might|could|would|if|unless|almost|nearly|un)"
    r"|n[o']|nie|kein|ohn|nichts|pas|auc|ne |n’|rien|personne|[不没无非未否]|ない|なか|ませ|не|ни"
    r"|لم|لا|ن|न|without|hard|bar"
)
LEAST = 8


class Passage(NamedTuple):
    """A text and its language."""

    language: str
    text: str


class Mutated(NamedTuple):
    """A quotation, how it was made, whether it is faithful to the text it was cut from."""

    how: str
    quote: str
    passage: Passage
    is_faithful: bool


def passages() -> list[Passage]:
    """Passages in seven languages of our own, and the descriptions of installed packages."""
    return [*_own(), *_descriptions(), *_manual()]


def _own() -> Iterator[Passage]:
    path = Path(__file__).with_name("passages.txt")
    for each in path.read_text(encoding="utf-8").split("> ")[1:]:
        language, _, text = each.partition("\n")
        yield Passage(language, text)


def _descriptions() -> Iterator[Passage]:
    known = {each.metadata["Name"]: each for each in distributions()}
    for name in sorted(filter(None, known)):
        text = known[name].metadata.json.get("description", "")
        prose = [each for each in str(text).split("\n\n") if _is_prose(each)]
        if len(prose) > 2:
            yield Passage("en", "\n\n".join(prose)[:20_000])


def _manual() -> Iterator[Passage]:
    """Python's own reference, as it comes with every Python."""
    for _, text in sorted(topics.items()):
        prose = [" ".join(each.split()) for each in text.split("\n\n")]
        prose = [each for each in prose if _is_prose(each)]
        if len(prose) > 2:
            yield Passage("en", "\n\n".join(prose)[:20_000])


def _is_prose(block: str) -> bool:
    letters = sum(each.isalpha() or each in " \n,.'-" for each in block)
    is_plain = not re.search(r"[\[\]|<>]", block)
    return is_plain and len(block) > 150 and letters > 0.92 * len(block) and "  " not in block


_UNITS = {"percent": "percentage points", "million": "billion", "Millionen": "Milliarden"}
_UNITS |= {"millions": "milliards", "seconds": "minutes", "bytes": "bits", "Monate": "Tage"}
_NEARLY = {"is": "was", "are": "were", "he": "she", "its": "their", "will": "may", "can": "must"}
_NEARLY |= {"before": "after", "a": "the", "wird": "wurde", "est": "était", "from": "to"}
_SURE = {"may": "[must]", "might": "[…]", "could": "[…]", "nearly": "[…]", "almost": "[…]"}
# What differs by signs or by capital letters alone.
_SUBTLE = frozenset({"a sign in a number", "a comma dropped", "a name in small letters"})
_ALIKE = str.maketrans({"a": "а", "o": "о", "e": "е"})  # the second are Cyrillic


def _swapped(quote: str, others: dict[str, str]) -> str | None:
    """The first of some words exchanged, within the quotation."""
    found = re.search(rf"(?<=\s)(?:{'|'.join(others)})(?=\s)", quote)
    return found and quote[: found.start()] + others[found[0]] + quote[found.end() :]


def _resigned(quote: str) -> str | None:
    found = re.search(r"(?<=\d)[.,–-](?=\d)", quote)
    other = " " if found and found[0] not in ".," else ":"
    return found and quote[: found.start()] + other + quote[found.end() :]


class Mutator:
    """Cuts quotations from passages and changes them, by chance that is always the same."""

    def __init__(self, seed: int, texts: list[Passage]) -> None:
        self.chance = random.Random(seed)
        self.texts = texts

    def made(self, count: int) -> Iterator[Mutated]:
        """So many mutations, all kinds in turn; what cannot be made of a quotation is passed by."""
        ways = [(name, make, True) for name, make in self._faithful().items()]
        ways += [(name, make, False) for name, make in self._unfaithful().items()]
        done = turn = 0
        while done < count:
            turn += 1
            name, make, is_faithful = ways[turn % len(ways)]
            # Half of all from the few passages in other languages.
            passage = self.chance.choice(self.texts[: self.chance.choice((7, len(self.texts)))])
            quote = self._cut(passage)
            changed = make(quote, passage) if quote else None
            if changed is None or (not is_faithful and _is_there(name, changed, passage)):
                continue
            done += 1
            yield Mutated(name, changed, passage, is_faithful)

    def _cut(self, passage: Passage) -> str:
        """A run of words within a sentence."""
        found = _sentences(passage.text)
        if not found:
            return ""
        sentence = self.chance.choice(found).strip()
        units = [*_spans(sentence)]
        length = min(len(units), self.chance.randint(6, 25))
        first = self.chance.randint(0, len(units) - length)
        return sentence[units[first][0] : units[first + length - 1][1]]

    def _faithful(self) -> dict[str, Callable[[str, Passage], str | None]]:
        return {
            "as it is": lambda quote, _: quote,
            "curly signs": lambda quote, _: quote.translate(_CURLY),
            "straight signs": lambda quote, _: quote.translate(_STRAIGHT),
            "other white space": lambda quote, _: self._respaced(quote),
            "soft hyphens": lambda quote, _: self._hyphened(quote),
            "letters taken apart": lambda quote, _: unicodedata.normalize("NFD", quote),
            "first letter": lambda quote, _: _if_new(quote, quote[0].swapcase() + quote[1:]),
            "capitals": lambda quote, _: _if_new(quote, _upper(quote)),
            "full stop": lambda quote, _: f"{quote}.",
            "words left out": lambda quote, _: self._elided(quote),
            "a remark put in": lambda quote, _: self._remarked(quote),
        }

    def _unfaithful(self) -> dict[str, Callable[[str, Passage], str | None]]:
        return {
            "a word dropped": lambda quote, _: self._dropped(quote),
            "a word replaced": self._replaced,
            "a word put in": self._inserted,
            "words turned round": lambda quote, _: self._turned(quote),
            "a digit changed": lambda quote, _: self._renumbered(quote),
            "a denial put in": self._denied,
            "a name changed": lambda quote, _: self._renamed(quote),
            "a denial left out": self._without_denial,
            "another page": self._foreign,
            "a part of another page": self._grafted,
            "ends exchanged": lambda quote, _: self._exchanged(quote),
            "a unit changed": lambda quote, _: _swapped(quote, _UNITS),
            "a word nearly the same": lambda quote, _: _swapped(quote, _NEARLY),
            "a number in brackets": lambda quote, _: self._bracketed(quote),
            "a sign in a number": lambda quote, _: _resigned(quote),
            "a comma dropped": lambda quote, _: _if_new(quote, re.sub(r",(?=\s\S)", "", quote)),
            "a name in small letters": lambda quote, _: self._small(quote),
            "letters that look alike": lambda quote, _: _if_new(quote, quote.translate(_ALIKE)),
            "what is doubted made sure": lambda quote, _: _swapped(quote, _SURE),
        }

    def _bracketed(self, quote: str) -> str | None:
        found = re.search(r"(?<=\s)\d+(?=\s)", quote)
        if not found:
            return None
        other = int(found[0]) + self.chance.randint(1, 9)
        return f"{quote[: found.start()]}[{other}]{quote[found.end() :]}"

    def _small(self, quote: str) -> str | None:
        # Where all begin with capitals, those of a heading are no names.
        names = [*re.finditer(r"(?<=[a-z] )[A-Z][A-Za-z]{2,}", quote)]
        if not names or len(names) > 2:
            return None
        name = self.chance.choice(names)
        changed = quote[: name.start()] + name[0].lower() + quote[name.end() :]
        return changed if re.search("[A-Z]", changed) else None

    def _respaced(self, quote: str) -> str:
        return "".join(
            self.chance.choice(("\u00a0", "\n", "  ", "\u2009")) if each == " " else each
            for each in quote
        )

    def _hyphened(self, quote: str) -> str | None:
        words = [each for each in _WORD.findall(quote) if len(each) > 6 and each.isascii()]
        if not words:
            return None
        word = self.chance.choice(words)
        return quote.replace(word, f"{word[:3]}\u00ad{word[3:]}", 1)

    def _elided(self, quote: str) -> str | None:
        units = [*_spans(quote)]
        first = self.chance.randint(2, len(units) - 4)
        last = self.chance.randint(first, len(units) - 3)
        middle = quote[units[first][0] : units[last][1]]
        if _may_deny(middle):
            return None
        return f"{quote[: units[first][0]]}[…]{quote[units[last][1] :]}"

    def _remarked(self, quote: str) -> str | None:
        spans = [*_spans(quote)]
        end = self.chance.choice(spans[1:-2])[1]
        is_whole = not (quote[end : end + 1].isalnum())
        return f"{quote[:end]} [sic]{quote[end:]}" if is_whole else None

    def _dropped(self, quote: str) -> str:
        start, end = self.chance.choice([*_spans(quote)][1:-1])
        return (
            f"{quote[:start].rstrip()} {quote[end:].lstrip()}"
            if " " in quote
            else quote[:start] + quote[end:]
        )

    def _replaced(self, quote: str, passage: Passage) -> str | None:
        start, end = self.chance.choice([*_spans(quote)])
        other = self._other(passage)
        return (
            None
            if other.casefold() == quote[start:end].casefold()
            else quote[:start] + other + quote[end:]
        )

    def _other(self, passage: Passage) -> str:
        if passage.language in _OTHERS:
            return self.chance.choice(_OTHERS[passage.language])
        return self.chance.choice(_units(passage.text)) if passage.text else "other"

    def _inserted(self, quote: str, passage: Passage) -> str:
        start, _ = self.chance.choice([*_spans(quote)][1:])
        space = " " if " " in quote else ""
        return f"{quote[:start]}{self._other(passage)}{space}{quote[start:]}"

    def _turned(self, quote: str) -> str | None:
        spans = [*_spans(quote)]
        at = self.chance.randint(0, len(spans) - 2)
        (a, b), (c, d) = spans[at], spans[at + 1]
        if quote[a:b].casefold() == quote[c:d].casefold():
            return None
        return quote[:a] + quote[c:d] + quote[b:c] + quote[a:b] + quote[d:]

    def _renumbered(self, quote: str) -> str | None:
        digits = [each.start() for each in re.finditer(r"\d", quote)]
        if not digits:
            return None
        at = self.chance.choice(digits)
        return f"{quote[:at]}{(int(quote[at]) + self.chance.randint(1, 9)) % 10}{quote[at + 1 :]}"

    def _denied(self, quote: str, passage: Passage) -> str | None:
        word = _DENIALS.get(passage.language)
        start, _ = self.chance.choice([*_spans(quote)][1:])
        if word is None:
            return f"{quote[:start]}不{quote[start:]}"
        return f"{quote[:start]}{word} {quote[start:]}"

    def _renamed(self, quote: str) -> str | None:
        names = [
            each
            for each in _WORD.finditer(quote)
            if each.start() and each[0][0].isupper() and len(each[0]) > 2
        ]
        if not names:
            return None
        name = self.chance.choice(names)
        return quote[: name.start()] + self.chance.choice(_NAMES) + quote[name.end() :]

    def _without_denial(self, quote: str, passage: Passage) -> str | None:
        word = _DENIALS.get(passage.language)
        pattern = rf"\b{word}\b" if word else "不|没有|ません"
        found = re.search(pattern, quote)
        if not found or found.start() < 8 or found.end() > len(quote) - 8:
            return None
        mark = self.chance.choice(("[…]", "[...]", ""))
        space = "" if mark else " "
        return quote[: found.start()].rstrip() + f" {mark}{space}" + quote[found.end() :].lstrip()

    def _foreign(self, quote: str, passage: Passage) -> str | None:
        del quote
        others = [
            each for each in self.texts if each.language == passage.language and each is not passage
        ]
        return self._cut(self.chance.choice(others)) or None if others else None

    def _grafted(self, quote: str, passage: Passage) -> str | None:
        # The part before it differs in setting only, so that it alone would be faithful.
        other = self._foreign(quote, passage)
        if other is None or _bare(other) in _bare_text(passage.text):
            return None
        return f"{_upper(quote)} […] {other}"

    def _exchanged(self, quote: str) -> str | None:
        spans = [*_spans(quote)]
        middle = spans[len(spans) // 2][0]
        space = " " if " " in quote else ""
        return f"{quote[middle:]}{space}{quote[:middle].strip()}"


def _upper(quote: str) -> str:
    # Where a letter has no capital of its own, capitals are another spelling.
    return "".join(each.upper() if len(each.upper()) == 1 else each for each in quote)


def _if_new(quote: str, changed: str) -> str | None:
    return changed if changed != quote else None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Words, and of scripts without spaces each sign."""
    for word in _WORD.finditer(text):
        if _DENSE.search(word[0]):
            yield from ((at, at + 1) for at in range(*word.span()))
        else:
            yield word.span()


@lru_cache(512)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(each for each in _SENTENCE.findall(text) if len([*_spans(each)]) >= LEAST)


@lru_cache(512)
def _units(text: str) -> list[str]:
    return [text[start:end] for start, end in _spans(text)]


def _may_deny(text: str) -> bool:
    return bool(_PERHAPS_DENYING.search(text.casefold()))


def _is_there(how: str, quote: str, passage: Passage) -> bool:
    """Whether what was to be altered stands in the text all the same."""
    if how in _SUBTLE:
        return quote in passage.text
    return _bare(quote) in _bare_text(passage.text)


@lru_cache(512)
def _bare_text(text: str) -> str:
    return _bare(text)


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_STRAIGHT)
    return re.sub(r"[^\w%$€£+−]+", " ", folded).strip()
