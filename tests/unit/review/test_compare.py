"""What a reviewer is told about each kind of change."""

from claimbook.review.difference import Change, RatingChange, as_json, read_json
from tests.unit.review.states import BASE, CLAIM, changed, claim_change, difference

CORRECTION = """
  corrections:
    - date: 2026-11-20
      wrong: The year.
      now: The year is 1650.
      rating_before: true
      rating_after: false
"""


def test_the_same_state_has_no_difference() -> None:
    assert difference(BASE).is_empty


def test_comments_and_order_of_fields_are_no_difference() -> None:
    found = difference(changed("claimed: 2025-03-01\n", "# seen\nclaimed: 2025-03-01\n"))
    assert found.claims == ()


def test_a_new_claim_a_draft_and_a_deleted_one() -> None:
    other = CLAIM.replace("1652", "1700")
    news = {**BASE, "claims/tea.yml": other, "claims/drafts/cocoa.yml": other}
    assert [(each.kind, each.id) for each in difference(news).claims] == [
        ("draft", "cocoa"),
        ("new", "tea"),
    ]
    gone = {path: text for path, text in BASE.items() if path != "claims/coffee.yml"}
    deleted = claim_change(gone)
    assert (deleted.kind, deleted.keeps_address) == ("deleted", False)
    assert claim_change(BASE, {**BASE, "claims/drafts/cocoa.yml": other}).keeps_address


def test_a_draft_is_published() -> None:
    before = {**BASE, "claims/drafts/coffee.yml": CLAIM}
    del before["claims/coffee.yml"]
    assert claim_change(BASE, before).kind == "published"


def test_a_rating_that_changes_without_a_correction_is_told_apart() -> None:
    silent = claim_change(changed("rating: true", "rating: false"))
    assert silent.rating_change == RatingChange("true", "false", is_corrected=False)
    told = changed("rating: true", "rating: false")
    told["claims/coffee.yml"] = told["claims/coffee.yml"].replace(
        "\nevidence", CORRECTION + "evidence"
    )
    assert claim_change(told).rating_change == RatingChange("true", "false", is_corrected=True)


def test_an_old_correction_does_not_excuse_a_new_rating() -> None:
    before = changed("\nevidence", CORRECTION + "evidence")
    after = {
        **before,
        "claims/coffee.yml": before["claims/coffee.yml"].replace("rating: true", "rating: false"),
    }
    found = claim_change(after, before).rating_change
    assert found == RatingChange("true", "false", is_corrected=False)


def test_fields_are_told_by_their_names() -> None:
    found = claim_change(changed("A tax record names the shop.", "A tax record names a shop."))
    assert found.changes == (
        Change("review.verdict", "A tax record names the shop.", "A tax record names a shop."),
    )


def test_entries_of_lists_come_and_go() -> None:
    before = changed("topics: [food]", "topics: [food, london]")
    found = claim_change(changed("topics: [food]", "topics: [food, trade]"), before)
    assert found.changes == (Change("topics", "london", "trade"),)
    turned = claim_change(changed("topics: [food]", "topics: [london, food]"), before)
    assert turned.changes == (Change("topics (order)", "food; london", "london; food"),)


def test_a_quotation_that_changes_stays_one_piece_of_evidence() -> None:
    (found,) = claim_change(changed("the Turk's head", "a Turk's head")).evidence
    assert found.kind == "changed"
    assert [each.field for each in found.changes] == ["quote"]
    assert found.source == "Register of the parish"
    assert found.proof == "no snapshot"


def test_evidence_and_sources_come_and_go() -> None:
    more = "  - stance: contradicts\n    says: Not before.\n    source:\n      title: A letter\n"
    added = claim_change({**BASE, "claims/coffee.yml": CLAIM + more})
    assert [(each.kind, each.stance) for each in added.evidence] == [("added", "contradicts")]
    assert [each.title for each in added.sources_added] == ["A letter"]
    removed = claim_change(BASE, {**BASE, "claims/coffee.yml": CLAIM + more})
    assert [each.kind for each in removed.evidence] == ["removed"]
    assert [each.title for each in removed.sources_removed] == ["A letter"]


def test_what_a_snapshot_and_a_person_can_prove_is_told() -> None:
    by_hand = "the Turk's head\n    verify:\n      manual: read in the reading room"
    (found,) = claim_change(changed("the Turk's head", by_hand)).evidence
    assert found.proof == "compared by a person: read in the reading room"


def test_a_renamed_claim_keeps_its_address_only_by_an_alias() -> None:
    moved = {
        **BASE,
        "claims/coffee-house.yml": CLAIM.replace("claimed:", "aliases: [coffee]\nclaimed:"),
    }
    del moved["claims/coffee.yml"]
    found = claim_change(moved)
    assert (found.kind, found.former, found.keeps_address) == ("renamed", "coffee", True)
    without = {**BASE, "claims/coffee-house.yml": CLAIM}
    del without["claims/coffee.yml"]
    assert not claim_change(without).keeps_address


def test_a_claim_is_withdrawn_and_restored() -> None:
    after = changed("review:\n", "withdrawn:\n  date: 2026-11-20\n  reason: Wrong shop.\nreview:\n")
    found = claim_change(after)
    assert found.kind == "withdrawn"
    assert Change("withdrawn.reason", "", "Wrong shop.") in found.changes
    assert claim_change(BASE, after).kind == "restored"


def test_a_claim_that_cannot_be_read_is_not_called_deleted() -> None:
    found = difference(changed("claim: Coffee", "claim: [Coffee"))
    assert [each.kind for each in found.claims] == ["unreadable"]
    assert found.brought


def test_other_files_are_told_field_by_field() -> None:
    found = difference(
        changed("standing: primary", "standing: secondary", "claims/sources/tax-record.yml")
    )
    (file,) = found.files
    assert (file.kind, file.role) == ("changed", "source")
    assert file.changes == (Change("standing", "primary", "secondary"),)
    (lists,) = difference(changed("label: Food", "label: Meals", "claims/topics.yml")).files
    assert lists.changes == (Change("food", "label: Food", "label: Meals"),)


def test_lists_that_a_new_file_does_not_have_are_no_change() -> None:
    text = "title: Register\npublisher: Example Archive\n"
    (file,) = difference({**BASE, "claims/sources/register.yml": text}).files
    assert [each.field for each in file.changes] == ["title", "publisher"]


def test_problems_that_come_and_go_are_told_wherever_they_stand() -> None:
    broken = changed("source: tax-record", "source: tax-recrod")
    found = difference(
        {**broken, "claims/coffee.yml": "# a line more\n" + broken["claims/coffee.yml"]}
    )
    assert "undefined-source" in {each.name for each in found.brought}
    assert found.mended == ()
    assert "undefined-source" in {each.name for each in difference(BASE, broken).mended}


def test_lines_that_move_bring_no_problem() -> None:
    before = changed("source: tax-record", "source: tax-recrod")
    after = {**before, "claims/coffee.yml": "# a line more\n" + before["claims/coffee.yml"]}
    assert difference(after, before).is_empty


def test_json_is_read_back_and_nothing_else_is_read() -> None:
    found = difference(changed("rating: true", "rating: false"))
    assert read_json(as_json(found).encode()) == found
