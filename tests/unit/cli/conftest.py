from pathlib import Path

import pytest
from click.testing import CliRunner, Result

CLAIM = """claim: OpenAI launched its second Sora model in September 2025.
claimant: OpenAI
claimed: 2025-09-30
review:
  rating: true
  verdict: OpenAI announced the model on its own site that month.
  reviewed: 2025-10-01
evidence:
  - stance: supports
    quote: Our latest video generation model is more physically accurate.
    source:
      title: Sora 2 is here
      publisher: OpenAI
      url: https://openai.com/index/sora-2/
      published: 2025-09-30
      standing: primary
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound project of one claim, which is also the current folder."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "launch.yml").write_text(CLAIM)
    (tmp_path / "claimbook.toml").write_text('[publication]\nname = "Test"\n')
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def add(project: Path, path: str, text: str) -> None:
    place = project / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)


def runner() -> CliRunner:
    """A runner that tells errors apart from answers in every version of click that we support."""
    try:
        return CliRunner(mix_stderr=False)  # type: ignore[call-arg]
    except TypeError:
        return CliRunner()


def said(done: Result) -> str:
    """Everything that a command has printed, wherever it went."""
    return done.stdout + done.stderr
