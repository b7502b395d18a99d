"""The search box of Material's header, set into the page by a script.

Without scripts nobody can search, so nobody misses it; a link to all claims stands there then.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

HEADER_SCRIPT = "assets/claimbook/header.js"
_BUTTON = '<label class="md-header__button md-icon" for="__search">{}</label>'
_PLACE = '<div class="md-search cb-search"'
_CODE = """\
document.currentScript.parentElement.insertAdjacentHTML("beforebegin",{button});
document.currentScript.insertAdjacentHTML("beforebegin",{box});
"""


@dataclass(frozen=True, slots=True)
class SearchBox:
    """The ``box`` as it stands in a slimmed page, and the ``icon`` of the button before it."""

    icon: str
    box: str

    @property
    def _button(self) -> str:
        return _BUTTON.format(self.icon)

    def script(self, drawn: Callable[[str], str]) -> str:
        """What sets box and button in, where the script stands in place of the box."""
        button, box = (json.dumps(drawn(each)) for each in (self._button, self.box))
        return _CODE.format(button=button, box=box)

    def taken_from(self, page: str, root: str, before: str) -> str:
        """The page without both, and without what stands before them, which the script does too.

        It stays as it is where an owner has changed one of them.
        """
        begins = f"{before}{self._button}{_PLACE}"
        if begins not in page or self.box not in page:
            return page
        script = f'<script src="{root}/{HEADER_SCRIPT}"></script>'
        return page.replace(begins, _PLACE, 1).replace(self.box, script, 1)
