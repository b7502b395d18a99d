"""Every hostile file we know, as what a claim becomes and as what it was."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from claimbook.review.difference import as_json, read_json
from claimbook.review.markdown import as_markdown
from claimbook.review.text import as_text
from tests.conftest import REPOSITORY
from tests.unit.review.states import CLAIM, of_bytes
from tests.unit.review.test_markdown import assert_harmless

FILES = sorted((REPOSITORY / "tests" / "hostile" / "yaml").glob("*.yml"))
SOUND = CLAIM.encode()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_any_file_can_be_told_about(path: Path) -> None:
    hostile = path.read_bytes()
    tell({"claims/x.yml": SOUND}, {"claims/x.yml": hostile})
    tell({"claims/x.yml": hostile}, {"claims/x.yml": SOUND})
    tell({}, {"claims/sources/x.yml": hostile, "claims/x.yml": hostile})


def tell(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    found = of_bytes(before, after)
    assert not found.is_empty
    assert_harmless(as_markdown(found))
    assert "\x1b" not in as_text(found)
    assert read_json(as_json(found).encode()) == found
