"""Which sentences the page sees in what is pasted into it: its script runs in node."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "plugins/claimbook/assets/scripts/pasted.js"
READ = """
const { sentencesOf } = await import(process.argv[1]);
const parts = [];
for await (const part of process.stdin) parts.push(part);
process.stdout.write(JSON.stringify(sentencesOf(JSON.parse(Buffer.concat(parts).toString("utf8")))));
"""


def sentences_of(text: str) -> list[str]:
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, "--input-type=module", "-e", READ, SCRIPT.as_uri()],
        input=json.dumps(text).encode(),
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It opened. It closed.", ["It opened.", "It closed."]),
        ("OpenAI never launched Sora in\n2024.", ["OpenAI never launched Sora in 2024."]),
        (
            "The mayor said that the bridge over\nExeter is shut for a year\nby now. So be it",
            [
                "The mayor said that the bridge over Exeter is shut for a year by now.",
                "So be it",
            ],
        ),
        ("The bridge is open\nThe mayor is glad", ["The bridge is open", "The mayor is glad"]),
        ("The bridge is open\n\nby now", ["The bridge is open", "by now"]),
        ("1. The bridge opens\n2. The mayor sings", ["The bridge opens", "The mayor sings"]),
        (
            "- A bridge that was\nclosed\n- A glad mayor",
            ["- A bridge that was closed", "- A glad mayor"],
        ),
        ("It closed. It closed.\n\nIt closed.", ["It closed."]),
        ("… 12 % — !\n\n🙂 x", []),
    ],
)
def test_lines_that_were_wrapped_are_put_together(text: str, found: list[str]) -> None:
    assert sentences_of(text) == found


@pytest.mark.parametrize(
    "piece", ["a\n", "\n \n", "“", "a. ", "- ", "\n\t", "\ud800", "1\n", "A b\nc "]
)
def test_texts_made_to_be_slow_are_read(piece: str) -> None:
    assert isinstance(sentences_of(piece * (200_000 // len(piece))), list)
