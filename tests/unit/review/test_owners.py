import pytest

from claimbook.review.owners import owners_by

TEXT = """\
# Whom to ask.
*                     @example/editors
/claims/sora/         @example/video   # a comment
*.toml                @example/keepers
docs/*                @example/writers
/claims/**/x.yml      @example/x
/claims/drafts/
"""


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("README.md", ("@example/editors",)),
        ("claims/sora/launch.yml", ("@example/video",)),
        ("claims/other/launch.yml", ("@example/editors",)),
        ("sub/claimbook.toml", ("@example/keepers",)),
        ("docs/a.md", ("@example/writers",)),
        ("docs/deep/a.md", ("@example/editors",)),
        ("claims/a/b/x.yml", ("@example/x",)),
        ("claims/drafts/new.yml", ()),
    ],
)
def test_the_last_pattern_that_fits_decides(path: str, owners: tuple[str, ...]) -> None:
    assert owners_by(TEXT)(path) == owners


def test_what_is_no_pattern_is_passed_over() -> None:
    assert owners_by("^[Section]\n!a @b\n\n(*+ @c\n" + "*" * 50 + " @d")("a") == ()
