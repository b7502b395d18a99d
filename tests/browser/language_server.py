"""What an editor asks of yaml-language-server, which Visual Studio Code's YAML extension runs.

Language Server Protocol 3.17, over standard input and output.
"""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.conftest import REPOSITORY

PROGRAM = REPOSITORY / "build/editor/node_modules/yaml-language-server/bin/yaml-language-server"


class Editor:
    """An editor that has opened a folder with its `.vscode/settings.json`."""

    def __init__(self, folder: Path) -> None:
        """Start the server."""
        self.folder = folder
        self.settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
        self.count = 0
        self.server = subprocess.Popen(
            ["node", str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        """Greet the server."""
        root = self.folder.as_uri()
        folders = [{"uri": root, "name": "project"}]
        able = {"workspace": {"configuration": True, "workspaceFolders": True}}
        self.ask(
            "initialize", processId=None, rootUri=root, capabilities=able, workspaceFolders=folders
        )
        self._send(method="initialized", params={})
        self._send(method="workspace/didChangeConfiguration", params={"settings": self._yaml()})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the server."""
        self.server.kill()
        self.server.communicate()

    def _yaml(self) -> dict[str, Any]:
        schemas = {
            f"{self.folder.as_uri()}/{name.removeprefix('./')}": glob
            for name, glob in self.settings["yaml.schemas"].items()
        }
        return {"yaml": {"schemas": schemas, "validate": True, "hover": True, "completion": True}}

    def problems(self, path: str, text: str) -> list[tuple[int, str]]:
        """The lines that the editor underlines, and what it says of them."""
        document = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        while True:
            said = self._read()
            params = said.get("params", {})
            if (
                said.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == document["uri"]
            ):
                return [
                    (each["range"]["start"]["line"] + 1, each["message"])
                    for each in params["diagnostics"]
                ]

    def offered(self, path: str, line: int, column: int) -> list[str]:
        """What Ctrl+Space offers; line and column count from 1."""
        place = {"line": line - 1, "character": column - 1}
        found = self.ask(
            "textDocument/completion", textDocument={"uri": self._uri(path)}, position=place
        )
        return [each["label"] for each in found["items"]]

    def _uri(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - as the protocol has it
        """Send a request and wait for its answer."""
        self.count += 1
        self._send(id=self.count, method=method, params=params)
        while True:
            said = self._read()
            if said.get("id") == self.count and "method" not in said:
                return said["result"]

    def _send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered."""
        assert self.server.stdout
        length = 0
        while (line := self.server.stdout.readline()) not in {b"\r\n", b""}:
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        said: dict[str, Any] = json.loads(self.server.stdout.read(length))
        if "id" in said and "method" in said:
            items = said.get("params", {}).get("items", [])
            asked = [self._yaml().get(each.get("section"), {}) for each in items]
            self._send(id=said["id"], result=asked)
        return said
