"""Page models to HTML, through templates that compute nothing."""

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.runtime import Macro

from claimbook.icons import builtin
from claimbook.messages import DEFAULT_LANGUAGE
from claimbook.template_code import SwiftCode
from claimbook.template_text import lightened
from claimbook.wording import Wording, wording_of

_MOST_REMEMBERED = 4096


class Renderer:
    """Renders templates by name, those of the site's owner before ours.

    A file ``claimbook/claim.html`` in one of ``template_dirs`` stands in for our template of
    that name; it may extend ours as ``core/claim.html``. ``icon`` returns trusted inline SVG for
    the name of an icon; templates take every word of the interface from ``wording`` by calling
    ``say``. Text of a claim is only ever a value, never a template, and is escaped.
    """

    def __init__(
        self,
        template_dirs: tuple[str, ...] = (),
        icon: Callable[[str], str] = builtin,
        wording: Wording | None = None,
    ) -> None:
        self._made_of = (template_dirs, icon, wording)
        self.icon = icon
        self.wording = wording or wording_of(DEFAULT_LANGUAGE)
        self._templates = _Environment(
            loader=_loader(template_dirs),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._templates.globals |= {"say": self.wording, "once": _once()}

    def __reduce__(self) -> tuple[type["Renderer"], tuple[object, ...]]:
        """What another process makes the same renderer of; templates are read there anew."""
        return Renderer, self._made_of

    def render(self, name: str, page: Any) -> str:  # noqa: ANN401 - each template has its model
        """The HTML of a page model by the template ``claimbook/<name>.html``."""
        template = self._templates.get_template(f"claimbook/{name}.html")
        return template.render(page=page)


def _once() -> Callable[[Macro, object], str]:
    """What ``once(macro, value)`` calls: the HTML of a value that stands on many pages."""

    @lru_cache(maxsize=_MOST_REMEMBERED)
    def once(macro: Macro, value: object) -> str:
        return macro(value)

    return once


class _Environment(Environment):
    code_generator_class = SwiftCode

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        # Jinja chains two mappings, which every page would go through again.
        return {**self.globals, **(d or {})}


class _OurLoader(PackageLoader):
    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        text, *rest = super().get_source(environment, template)
        return lightened(text), *rest  # type: ignore[return-value]


def _loader(template_dirs: tuple[str, ...]) -> BaseLoader:
    ours = _OurLoader("claimbook", "templates")
    owners = FileSystemLoader(template_dirs)
    return ChoiceLoader([owners, PrefixLoader({"claimbook": ours, "core": ours})])
