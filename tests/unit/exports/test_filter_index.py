"""The data of the filter bar: lists of claims by places, and their rows in blocks."""

import json
from collections.abc import Mapping
from itertools import accumulate
from typing import Any

from claimbook.exports.filter_index import BLOCK, TOP_CLAIMANTS
from tests.unit.views.making import claim_text, own_files, site_of


def data_of(files: Mapping[str, str]) -> dict[str, Any]:
    """Every file of the index by its name without folder and suffix."""
    return {
        path.removeprefix("claims/filter/").removesuffix(".json"): json.loads(content)
        for path, content in site_of(files).exports()
        if path.startswith("claims/filter/")
    }


def places(found: Mapping[str, Any]) -> list[int]:
    return [place - 1 for place in accumulate(found["at"])]


def ids(rows: list[list[str]]) -> list[str]:
    return [row[0] for row in rows]


def dated(count: int) -> dict[str, str]:
    """Claims ``c0``, ``c1`` … of which each is a day older than the one before."""
    days = [f"2025-{12 - n // 28:02}-{28 - n % 28:02}" for n in range(count)]
    ratings = ("true", "false")
    return {
        f"c{n}.yml": claim_text(
            f"The bridge opened on day {n}.", rating=ratings[n % 2], more=f"claimed: {day}"
        )
        for n, day in enumerate(days)
    }


def test_every_list_says_where_its_claims_stand() -> None:
    data = data_of(dated(6))
    order = ids(data["all"]["rows"])
    assert order == [f"c{n}" for n in range(6)]
    assert places(data["all"]) == list(range(6))
    assert places(data["rating/false"]) == [1, 3, 5]
    assert ids(data["rating/false"]["rows"]) == ["c1", "c3", "c5"]
    assert places(data["year/2025"]) == list(range(6))
    assert places(data["claimant/city-council"]) == list(range(6))
    assert data["claimant/city-council"]["name"] == "City Council"


def test_a_list_counts_by_rating_without_another_file() -> None:
    data = data_of(dated(5))
    assert data["year/2025"]["ratings"] == "01010"
    assert data["claimant/city-council"]["ratings"] == "01010"
    assert "ratings" not in data["rating/false"]


def test_rows_come_in_blocks() -> None:
    data = data_of(dated(2 * BLOCK + 3))
    blocks = [data["all"]["rows"], data["all/1"], data["all/2"]]
    assert [len(block) for block in blocks] == [BLOCK, BLOCK, 3]
    assert [name for block in blocks for name in ids(block)] == [
        f"c{n}" for n in range(2 * BLOCK + 3)
    ]
    assert "rating/true/1" in data
    assert "rating/true/2" not in data


def test_a_row_says_what_a_line_of_a_list_says() -> None:
    text = claim_text("The “bridge” opened in 1932.", more="claimed: 1932-03-19\nlanguage: de")
    row = data_of({"bridge.yml": text})["all"]["rows"][0]
    assert row == [
        *("bridge", "The “bridge” opened in 1932.", "de", "0", "City Council"),
        *("1932-03-19", "19 March 1932", "1 source", [], ""),
    ]


def test_two_claimants_of_one_name_are_told_apart() -> None:
    files = {
        "claimants/ann-1.yml": "name: Ann Bell\n",
        "claimants/ann-2.yml": "name: Ann Bell\n",
        "one.yml": claim_text("The bridge opened.", claimant="ann-1"),
        "two.yml": claim_text("The bridge closed.", claimant="ann-2"),
    }
    assert data_of(files)["claimants"] == [
        ["Ann Bell (ann-1)", "ann-1"],
        ["Ann Bell (ann-2)", "ann-2"],
    ]


def test_rare_claimants_are_found_by_their_initial() -> None:
    files = {
        f"c{n}.yml": claim_text(f"The bridge opened on day {n}.", claimant=f"Aunt {n:03}")
        for n in range(TOP_CLAIMANTS)
    }
    files["z.yml"] = claim_text("The bridge closed.", claimant="Zöe")
    data = data_of(files)
    assert len(data["claimants"]) == TOP_CLAIMANTS
    assert data[f"claimants/{ord('z')}"] == [["Zöe", "zoe"]]
    assert places(data["claimant/zoe"])


def test_a_withdrawn_claim_bears_no_rating() -> None:
    withdrawn = "withdrawn: {date: 2026-01-02, reason: The minutes were forged.}"
    data = data_of({"bridge.yml": claim_text(more=withdrawn)})
    assert "rating/true" not in data
    assert ids(data["rating/withdrawn"]["rows"]) == ["bridge"]


def test_the_same_claims_give_the_same_bytes_in_any_order() -> None:
    files = own_files()
    backwards = dict(reversed(files.items()))
    assert list(site_of(files).exports()) == list(site_of(backwards).exports())
