"""What `mkdocs.yml` may say about the plugin; all else belongs into `claimbook.toml`."""

from mkdocs.config import base
from mkdocs.config import config_options as option


class Options(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options.

    ``search``: index the site with Pagefind. ``code_pages``: publish one page per
    diagnostic, and those of all fields beside them.
    ``code_folder``: where those pages stand.
    """

    search = option.Type(bool, default=True)
    code_pages = option.Type(bool, default=True)
    code_folder = option.Type(str, default="contribute/codes")
