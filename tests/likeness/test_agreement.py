"""The page finds what the terminal finds: its scripts take the steps of `claimbook.likeness`.

They run in node, over the files that a site publishes.
"""

import itertools
import json
import random
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from claimbook.exports.wordings import quoting_entry_of
from claimbook.likeness import quantities, senses
from claimbook.likeness.compare import MEASURES, compared
from claimbook.likeness.index import AS_SAID, Index
from claimbook.likeness.reading import Wording, read
from claimbook.site import Site
from tests.likeness.labelled import claims_of, labelled
from tests.unit.views.making import claim_text, site_of

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "plugins/claimbook/assets/scripts"
RANDOM_TEXTS = 1_500
# What the scripts call by keys, in the words of the terminal.
REASONS = {
    "as_said": AS_SAID,
    "nearly_same_words": "nearly the same words",
    "similar_words": "similar words",
    "other_names": "other names",
    "name_in_one": "a name in one only",
    "same_names": "same names",
    "number_in_one": "a number or day in one only",
    "same_numbers": "same numbers",
    "denied": "one denies it",
    "opposite_verb": "the opposite verb",
    "ahead": "only one speaks of a plan",
}
PIECES = (
    *senses.SENSES,
    *senses.DENYING,
    *senses.DENYING_VERBS,
    *senses.NOT_DENYING,
    *senses.AHEAD_IN_GERMAN,
    *senses.AHEAD_PHRASES,
    *senses.ENGLISH,
    *senses.GERMAN,
    *quantities.MONTH_OF,
    *quantities.UNITS,
    *quantities.SCALES,
    *quantities.WORDS,
    *(
        "OpenAI",
        "Müller",
        "STRASSE",
        "Straße",
        "ΣΊΣΥΦΟΣ",
        "İstanbul",
        "ﬁre",
        "don't",
        "can’t",
        "O'Brien",
    ),
    *("日本では値上げしない", "ไทย", "한국은", "Москва не", "العربية", "हिन्दी", "e\u0301te\u0301"),
    *(
        "1,000.5",
        "1.000,5",
        "$2bn",
        "2025-09-30",
        "30. 9. 2025",
        "September 2025",
        "30 Sept",
        "٣٤٥",
    ),
    *(
        "2025年9月30日",
        "3万",
        "½",
        "²",
        "Ⅳ",
        "0.10",
        "007",
        "1 000",
        "1’000",
        "12%",
        "US$ 5 million",
    ),
    *(
        "constructor",
        "__proto__",
        "toString",
        "x" * 40,
        "…",
        "“",
        "”",
        "„",
        ".",
        ", ",
        ": ",
        "-",
        "(",
        "'",
    ),
    *("\u200b", "\u00ad", "\ufeff", "\x1f", "\u2028", "🙂", "𝐛𝐨𝐥𝐝", "\U00020000\U00020001"),
)


@pytest.fixture(scope="module")
def site() -> Site:
    """A site whose claims are those of the labelled pairs."""
    return site_of(publication())


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What it publishes for its page."""
    made: Path = tmp_path_factory.mktemp("site")
    for path, content in site.exports():
        if path.startswith("checked/"):
            made.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
            made.joinpath(path).write_bytes(content)
    return made / "checked"


def publication() -> dict[str, str]:
    """A claim file for each labelled claim; some have a title, or words in which they were said."""
    said = {each.claim: each.other for each in labelled()}
    more = (titled, appeared, lambda *_: "")
    return {
        f"c{number:03}.yml": claim_text(quoted(claim), more=more[number % 3](claim, other))
        for number, (claim, other) in enumerate(said.items())
    }


def titled(claim: str, _: str) -> str:
    return f"title: {quoted(' '.join(claim.split()[:6]))}"


def appeared(_: str, other: str) -> str:
    return f"appearances:\n  - quote: {quoted(other)}\n    source: {{title: A speech}}"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def texts() -> list[str]:
    """Real sentences, and mixtures of everything that is read in a way of its own."""
    pairs = [*labelled()]
    chance = random.Random(20261123)
    made = [
        chance.choice((" ", " ", "")).join(chance.choices(PIECES, k=chance.randint(1, 14)))
        for _ in range(RANDOM_TEXTS)
    ]
    return [
        *dict.fromkeys([*claims_of(pairs), *(each.other for each in pairs)]),
        *made,
        "a " * 3000,
    ]


def plain(wording: Wording) -> dict[str, Any]:
    return {
        "terms": [*wording.terms],
        "sides": sorted([term, side] for term, side in wording.sides),
        "quantities": [[*each] for each in wording.quantities],
        "names": sorted(wording.names),
        "is_denied": wording.is_denied,
        "is_ahead": wording.is_ahead,
    }


def answers(folder: Path, **asked: object) -> Mapping[str, Any]:
    node = shutil.which("node")
    assert node
    script = Path(__file__).with_name("agree.mjs")
    given = {"texts": [], "pairs": [], "asked": [], **asked}
    done = subprocess.run(
        [node, str(script), str(SCRIPTS), str(folder)],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)  # type: ignore[no-any-return]


pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="needs node")


def test_texts_are_read_alike(folder: Path) -> None:
    given = texts()
    found = answers(folder, texts=given)["read"]
    for text, theirs in zip(given, found, strict=True):
        theirs["sides"].sort()
        assert (text, theirs) == (text, plain(read(text)))


def test_pairs_are_compared_alike(folder: Path) -> None:
    given = texts()
    pairs = [(each.claim, each.other) for each in labelled()]
    pairs += itertools.pairwise(given)
    for (one, other), theirs in zip(pairs, answers(folder, pairs=pairs)["pairs"], strict=True):
        ours = compared(
            read(one), read(other), lambda term: 1 + len(term.encode("utf-16-le")) // 2 % 3
        )
        assert theirs["score"] == pytest.approx(ours.score, abs=0.0011), (one, other)
        assert theirs["relation"] == ours.relation, (one, other)
        said = [REASONS.get(key, "instead of") for key, *_ in theirs["reasons"]]
        told = [
            each if each in REASONS.values() else "instead of" for each in ours.reason.split("; ")
        ]
        assert said == told, (one, other)


def test_the_same_claims_are_found(site: Site, folder: Path) -> None:
    index = Index.of(map(quoting_entry_of, site.corpus.claims.values()))
    asked = [*(each.other for each in labelled()), "", "…", "Nothing at all like it."]
    asked += [f"{each.other} And nobody knew of it." for each in labelled()]
    for text, theirs in zip(asked, answers(folder, asked=asked)["found"], strict=True):
        got = [(each["row"][0], each["relation"], each["score"]) for each in theirs["matches"]]
        ours = index.find(text)
        assert [each[:2] for each in got] == [(each.entry.id, each.relation) for each in ours], text
        reasons = [
            [REASONS.get(key, "") for key, *_ in each["reasons"]] for each in theirs["matches"]
        ]
        assert reasons == [
            [said if said in REASONS.values() else "" for said in each.reason.split("; ")]
            for each in ours
        ]
        assert [each[2] for each in got] == pytest.approx([each.score for each in ours], abs=0.0011)
        assert [each["claim"] for each in theirs["matches"]] == [each.entry.claim for each in ours]


def test_measures_are_those_of_the_terminal(folder: Path) -> None:
    told = json.loads(folder.joinpath("words.json").read_bytes())
    assert told["compare"] == MEASURES._asdict()
