"""The theme's templates, compiled once: MkDocs begins every build without them."""

from types import CodeType

import jinja2
from jinja2.bccache import Bucket


class TemplateMemory(jinja2.BytecodeCache):
    """What Jinja has compiled in this process, good while a template's text is the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put into a bucket what is known under its key."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what has been compiled."""
        if bucket.code:
            self._known[bucket.key] = (bucket.checksum, bucket.code)
