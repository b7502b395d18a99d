"""The form takes out of addresses what the compiler does: it is told the compiler's table."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from claimbook.builder.form import claim_form
from tests.unit.core.test_plain_addresses import TRACKED

SCRIPTS = Path(__file__).parents[2] / "plugins/claimbook/assets/scripts"
# The only thing of other scripts in it makes elements of a page; here there is none.
FOREIGN = 'import { element } from "./elements.js";'
ASKED = """
const { addresses, tracking, known } = JSON.parse(process.argv.at(-1));
const cleaned = addresses.map((each) => clean(each, tracking) ?? each);
const found = addresses.map((each) => knownSource(each, known, tracking)?.[0] ?? null);
console.log(JSON.stringify([cleaned, found]));
"""


@pytest.mark.skipif(not shutil.which("node"), reason="needs node")
def test_the_script_takes_away_what_the_compiler_does() -> None:
    script = (SCRIPTS / "builder-address.js").read_text(encoding="utf-8")
    assert FOREIGN in script
    known = [["a", "A", "http://www.exe.example/#x"]]
    told = {"addresses": [*TRACKED], "tracking": claim_form()["tracking"], "known": known}
    code = script.replace(FOREIGN, "") + ASKED
    command = ["node", "--input-type=module", "-e", code, "--", json.dumps(told)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    cleaned, found = json.loads(done.stdout)
    assert dict(zip(TRACKED, cleaned, strict=True)) == TRACKED
    alike = [each for each, name in zip(TRACKED, found, strict=True) if name]
    assert alike == [
        "https://exe.example/?utm_source=b",
        "https://exe.example?fbclid=1#:~:text=a",
    ]
