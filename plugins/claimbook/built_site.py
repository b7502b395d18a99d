"""A site that another generator has built: claim pages are put into its folder."""

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimbook.assets import SCRIPT, STYLE
from claimbook.boundaries.hypertext import escaped
from claimbook.diagnostics import Diagnostic
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.policy.directives import guarded
from claimbook.policy.shells import shell_policy
from claimbook.policy.telling import diagnostics, refused
from claimbook.settings import Security, Settings
from claimbook.site_shell import PAGE, PLACES, WORDS, rooted, site_address, site_shell
from claimbook.sitemap import SITEMAP, divided
from claimbook.weave import Shell, Values, weave
from claimbook.writing import write_file

_SHELL_ENTRY = re.compile(rf"\s*<url>(?:(?!</url>).)*?/{PAGE}\b.*?</url>", re.DOTALL)


class BuiltSiteError(Exception):
    """The site is not as it must be; the message says what is, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A built site with its shell page, which is cut already and still lies in the folder.

    ``page`` is that page as it was built; ``url`` is the site's address as the generator was told
    it, ending with ``/``, or empty.
    """

    folder: Path
    shell: Shell
    shell_file: Path
    page: str
    style: UrlStyle
    url: str

    def publish(
        self,
        fragments: Iterable[Fragment],
        claims: Mapping[str, str],
        files: Iterable[tuple[str, bytes]],
        settings: Settings,
    ) -> int:
        """Write all pages, ``files`` and sitemap entries and remove the shell page.

        ``claims`` has the file of each claim by its location; ``settings`` tell the address of
        the site and what pages may do. A page of the generator's own stays where a list would
        stand.
        Returns the number of claim pages. Raises :class:`BuiltSiteError` before anything is
        written where a claim's place is taken.
        """
        self._refuse_taken(claims)
        url = settings.publication.url
        shells: dict[str, tuple[Shell, str]] = {}
        written: dict[str, str | None] = {}
        count = 0
        for fragment in fragments:
            path = self.folder / self.style.file(fragment.location)
            if path.exists():
                continue
            root = self.style.base(fragment.location)
            if root not in shells:
                shells[root] = self._rooted(root, settings.security)
            shell, policy = shells[root]
            page = weave(shell, self._values(fragment, url))
            write_file(path, (guarded(page, policy) if policy else page).encode())
            for name, content in fragment.beside:
                write_file(self.folder / name, content)
            count += fragment.layout is Layout.CLAIM
            if not fragment.is_forwarding:
                written[fragment.location] = fragment.updated
        for name, content in files:
            write_file(self.folder / name, content)
        self._extend_sitemap(written, url)
        self._remove_shell()
        return count

    def blocked(self, allowed: Security) -> tuple[Diagnostic, ...]:
        """What the shell needs that the policy of its pages does not allow."""
        if not allowed.enforced:
            return ()
        policy = shell_policy(self.page, WORDS, allowed)
        place = self.shell_file.relative_to(self.folder).as_posix()
        return diagnostics(refused(self.page, place, policy))

    def _rooted(self, root: str, allowed: Security) -> tuple[Shell, str]:
        """The shell for pages with a way to the site's root, and their policy, if they get one."""
        shell = rooted(self.shell, root)
        policy = shell_policy(weave(shell, WORDS), WORDS, allowed)
        return shell, policy.text if allowed.enforced else ""

    def _refuse_taken(self, claims: Mapping[str, str]) -> None:
        for location, claim in claims.items():
            place = self.style.file(location)
            if (self.folder / place).exists():
                message = f"`{place}` stands where the page of the claim `{claim}` belongs"
                hint = "build the site anew, or give one of them another name"
                raise BuiltSiteError(message, hint)

    def _values(self, fragment: Fragment, url: str) -> Values:
        at = fragment.location
        head = (
            f'<link rel="stylesheet" href="{self.style.link(at, STYLE)}">'
            f'<script type="module" src="{self.style.link(at, SCRIPT)}"></script>'
        )
        address = f"{url}{self.style.url(fragment.location)}" if url else ""
        return Values(
            fragment.title, fragment.description, head + fragment.head, fragment.body, address
        )

    def _extend_sitemap(self, pages: Mapping[str, str | None], url: str) -> None:
        path = self.folder / SITEMAP
        if not path.is_file() or not url:
            return
        entries = "".join(
            f"<url><loc>{escaped(url + self.style.url(at))}</loc>"
            f"{f'<lastmod>{date}</lastmod>' if date else ''}</url>\n"
            for at, date in sorted(pages.items())
        )
        text = _SHELL_ENTRY.sub("", path.read_text(encoding="utf-8"))
        whole = text.replace("</urlset>", f"{entries}</urlset>")
        for name, part in divided(whole, url).items():
            path.with_name(name).write_text(part, encoding="utf-8")
        path.with_name(f"{SITEMAP}.gz").unlink(missing_ok=True)

    def _remove_shell(self) -> None:
        folder = self.shell_file.parent
        if folder.name == PAGE:
            shutil.rmtree(folder)
        else:
            self.shell_file.unlink()


def read_built_site(folder: Path) -> BuiltSite:
    """Find and cut the shell page of a built site; raises :class:`BuiltSiteError` without one."""
    for place in PLACES:
        path = folder / place
        if path.is_file():
            page = path.read_text(encoding="utf-8")
            shell = site_shell(page, place)
            if shell is None:
                message = (
                    f"`{place}` does not show the words `claimbook-title`, `claimbook-content`"
                )
                raise BuiltSiteError(
                    message, "its title is the first, its only paragraph the other"
                )
            style = UrlStyle(place.endswith("/index.html"))
            return BuiltSite(folder, shell, path, page, style, site_address(page, place))
    hint = (
        f"give the generator a page `{PAGE}` with the title `claimbook-title`, the description "
        "`claimbook-description` and the one paragraph `claimbook-content`, then build again"
    )
    raise BuiltSiteError(f"there is no page `{PAGE}` in `{folder}`", hint)
