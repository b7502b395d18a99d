"""What is remembered is what would be made anew, whatever was changed in between.

A small project is changed at random, over and over. After each change it is compiled and its pages
are made twice: with everything that was remembered on the way, and from nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.compile import Compilation, Means, compile_claims
from claimbook.data import digest
from claimbook.fragment import Fragment, UrlStyle
from claimbook.memory import Entry
from claimbook.page_memory import SiteMemory, past_of
from claimbook.recent import Recent
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.shares import REST, piece
from claimbook.site import Site
from claimbook.text import SourceFile
from mkdocs_claimbook.icons import ThemeIcons
from mkdocs_claimbook.kept import Kept

TODAY = date(2026, 11, 22)
SETTINGS = Settings(publication=Publication(url="https://ledger.example/"))
RENDERER = Renderer()


class Notebook:
    """A memory for one test."""

    def __init__(self) -> None:
        self.rooms: dict[str, dict[str, tuple[bytes, bytes]]] = {}

    def recall(self, room: str, first: str = "", most: int = -1) -> Iterator[Entry]:
        kept = sorted(self.rooms.get(room, {}).items())
        found = [Entry(name, *each) for name, each in kept if name >= first]
        yield from found if most < 0 else found[:most]

    def keep(self, room: str, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        kept = self.rooms.setdefault(room, {})
        for name in [*gone]:
            kept.pop(name, None)
        kept.update((each.name, (each.key, each.data)) for each in entries)


class Watched(Notebook):
    """A memory that shows what was kept."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []

    def keep(self, room: str, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        found = [*entries]
        self.kept += [each.name for each in found]
        super().keep(room, found, gone)


def claim(number: int, *, more: str = "", review: str = "") -> str:
    return f"""\
claim: The bridge number {number} was opened in 1932.
claimant: council
about: [council, Harbour Trust]
topics: [bridges]
claimed: 2025-03-0{number}
{more}
review:
  rating: true
  verdict: The minutes record it.
  reviewed: 2025-05-01
  analysis: The minutes say so [@minutes].
{review}
evidence:
  - source: minutes
    stance: supports
    quote: The bridge was opened this morning.
    says: They record it.
  - source:
      title: A letter to the editor, number {number}
      publisher: Example Gazette
      derived_from: minutes
    stance: context
    says: A reader remembers it.
"""


SAVED = "Minutes of 19 March. The bridge was opened this morning. All went home.\n"
SAVED_DIGEST = sha256(SAVED.encode()).hexdigest()
FILES = {
    "one.yml": claim(1, more="related: {follows: two, see_also: [three]}"),
    "two.yml": claim(2, more="aliases: [second]"),
    "three.yml": claim(3, more="related: {superseded_by: four}"),
    "four.yml": claim(
        4,
        review="  review_by: 2026-01-01\n  corrections:\n"
        "    - {date: 2025-06-01, wrong: The year., now: It says 1932.}",
    ),
    "five.yml": claim(5, more="appearances:\n  - {document: speech, quote: It was opened.}"),
    "drafts/six.yml": claim(6),
    "sources/minutes.yml": "title: Minutes\npublisher: City Archive\nstanding: primary\n"
    f"snapshot: {{file: minutes.txt, sha256: {SAVED_DIGEST}}}\n",
    "snapshots/minutes.txt": SAVED,
    "claimants/council.yml": "name: City Council\nrole: The town's government\n",
    "documents/speech.yml": "title: A speech\ntext: speech.txt\n"
    "notes: [{printed: was opened, original: was closed, effect: Reversed.}]\n"
    "not_checked: [{quote: Thank you, reason: A courtesy.}]\n",
    "documents/speech.txt": "Friends! It was opened. Thank you.\n",
    "topics.yml": "bridges: Bridges\n",
}
# What people do to files: each pair is a text and what takes its place.
CHANGES = (
    ("1932", "1933"),
    ("rating: true", "rating: mixed"),
    ("rating: true", "rating: no-such-rating"),
    ("The minutes say so", "The minutes do say so"),
    ("source: minutes", "source: minuets"),
    ("claimant: council", "claimant: nobody-knows"),
    ("follows: two", "follows: second"),
    ("superseded_by: four", "superseded_by: one"),
    ("aliases: [second]", "aliases: [five]"),
    ("topics: [bridges]", "topics: [tunnels]"),
    ("title: Minutes", "title: Minutes of 19 March"),
    ("standing: primary", "standing: tertiary"),
    ("name: City Council", "name: Town Council"),
    ("bridges: Bridges", "bridges: Bridges and tunnels"),
    ("It was opened. Thank", "It was closed. Thank"),
    ("Friends! It", "Dear friends! It"),
    ("title: A speech", "title: An address\nurl: https://speech.example/"),
    ("was closed, effect: Reversed", "was shut, effect: Shut"),
    ("notes:", "x_notes:"),
    ("reason: A courtesy", "reason: Nobody asked"),
    ("quote: Thank you, reason", "quote: Friends, reason"),
    ("quote: It was opened.}", "quote: It was opened, suffix: '.'}"),
    ("verdict: The minutes record it", "verdict: The papers record it"),
    ("Harbour Trust", "City Council"),
    ("derived_from: minutes", "derived_from: [minutes]\n      id: letter"),
    ("claim: The", "title: A bridge\nclaim: The"),
    ("2026-01-01", "2027-01-01"),
    ("says: They record it", "says: They have it"),
    ("says: A reader remembers it", "quote: I remember it well"),
    ("this morning", "this very morning"),
    ("quote: The bridge was opened", "quote: The bridge was never opened"),
    (SAVED_DIGEST, "0" * 64),
    ("All went home", "Nobody went home"),
    ("so [@minutes]", "so"),
    ("says: A reader", "quote: I do.\n    verify: {manual: We have read it.}\n    says: A reader"),
    ("verify: {manual:", "verify: {none:"),
    ("claim: The bridge number", "claim: ["),
)
# Days around those that claims tell of.
DAYS = tuple(
    day + timedelta(days=more)
    for day in (date(2025, 3, 2), date(2025, 5, 1), date(2025, 6, 1), date(2026, 1, 1), TODAY)
    for more in range(-5, 6)
)
PATHS = st.sampled_from(sorted(FILES))
EDITS = st.one_of(
    st.tuples(st.just("change"), PATHS, st.integers(0, len(CHANGES) - 1)),
    st.tuples(st.just("remove"), PATHS, st.just(0)),
    st.tuples(st.just("restore"), PATHS, st.just(0)),
    st.tuples(st.just("rename"), PATHS, st.integers(1, 3)),
)

# Edits, a day, and whether somebody checks the claims before they are published.
STEPS = st.tuples(st.lists(EDITS, max_size=3), st.sampled_from(DAYS), st.booleans())


def edited(files: Mapping[str, str], edit: tuple[str, str, int]) -> dict[str, str]:
    kind, path, number = edit
    changed = dict(files)
    if kind == "restore":
        changed[path] = FILES[path]
    elif path in changed and kind == "change":
        changed[path] = changed[path].replace(*CHANGES[number])
    elif path in changed and kind == "rename":
        folder, slash, name = path.rpartition("/")
        changed[f"{folder}{slash}new-{number}-{name}"] = changed.pop(path)
    elif kind == "remove":
        changed.pop(path, None)
    return changed


def compiled(files: Mapping[str, str], means: Means, day: date = TODAY) -> Compilation:
    sources = [SourceFile(f"claims/{path}", text.encode()) for path, text in files.items()]
    return compile_claims(sources, SETTINGS, day, means=means)


def site_of(compilation: Compilation, day: date = TODAY) -> Site:
    return Site(compilation.corpus, SETTINGS, UrlStyle(), RENDERER, day)


def digest_of(page: Fragment) -> bytes:
    return digest(repr(page).encode())


def remembered_pages(site: Site, memory: SiteMemory) -> dict[str, bytes]:
    """Digests of all pages, as they are remembered or else made; what is made is remembered."""
    found: dict[str, bytes] = {}
    for name in site.corpus.claims:
        past = memory.claim(name)
        page, asked = site.noted_fragment(name)
        found[page.location] = past.page if past else digest_of(page)
        made = past_of(page, found[page.location], b"", asked, is_whole=False)
        memory.note(made._replace(answers=memory.answers(asked)))
    places = memory.places()
    others = [page for share in REST for page, _ in piece(site, share).pages]
    for place, page in enumerate(others):
        past = memory.other(page.location)
        found[page.location] = past.page if past else digest_of(page)
        memory.note(past_of(page, found[page.location], b"", (), is_whole=False))
        assert places is None or places[place] == page.location
    files = memory.files()
    exports = {path: digest(content) for path, content in site.exports()}
    assert files is None or files == exports
    memory.note_rest([page.location for page in others], exports)
    memory.save(found)
    return found


@settings(max_examples=40)
@given(st.lists(STEPS, min_size=1, max_size=6))
def test_what_is_remembered_is_what_would_be_made_anew(
    steps: list[tuple[list[tuple[str, str, int]], date, bool]],
) -> None:
    files: Mapping[str, str] = FILES
    notebook = Notebook()
    for edits, day, is_checked in [([], TODAY, False), *steps, ([], TODAY, True)]:
        for edit in edits:
            files = edited(files, edit)
        if is_checked:
            assert_checked_as_made_anew(files, day, notebook)
        assert_remembered_as_made_anew(files, day, notebook)


def test_what_was_only_checked_is_made_of_the_same_records() -> None:
    notebook = Notebook()
    assert_checked_as_made_anew(FILES, TODAY, notebook)
    assert_remembered_as_made_anew(FILES, TODAY, notebook)


def test_what_is_remembered_is_true_on_every_later_day() -> None:
    notebook = Notebook()
    for day in sorted(DAYS):
        assert_remembered_as_made_anew(FILES, day, notebook)


def test_another_day_changes_what_it_decides_about() -> None:
    notebook = Notebook()
    assert_remembered_as_made_anew(FILES, TODAY, notebook)
    tomorrow = TODAY + timedelta(days=1)
    later = compiled(FILES, Means(memory=notebook), tomorrow)
    memory = SiteMemory(notebook, site_of(later, tomorrow), later)
    assert all(memory.claim(name) for name in later.corpus.claims)
    assert memory.places() is not None


def assert_checked_as_made_anew(files: Mapping[str, str], day: date, notebook: Notebook) -> None:
    means = Means(memory=notebook, are_records_wanted=False)
    fresh, checked = compiled(files, Means(), day), compiled(files, means, day)
    assert checked.diagnostics == fresh.diagnostics
    assert checked.refused == fresh.refused


def assert_remembered_as_made_anew(files: Mapping[str, str], day: date, notebook: Notebook) -> None:
    fresh, kept = compiled(files, Means(), day), compiled(files, Means(memory=notebook), day)
    assert kept.diagnostics == fresh.diagnostics
    assert kept.refused == fresh.refused
    assert kept.corpus.claims == fresh.corpus.claims
    site = site_of(kept, day)
    pages = remembered_pages(site, SiteMemory(notebook, site, kept))
    assert pages == {each.location: digest_of(each) for each in site_of(fresh, day).fragments()}


def kept_for_preview() -> Kept:
    kept = Kept(Recent())
    kept.renderer((), ThemeIcons(()), RENDERER.wording)
    return kept


def assert_as_made_anew(files: Mapping[str, str], kept: Kept) -> None:
    fresh, again = compiled(files, Means()), compiled(files, Means(recent=kept.recent))
    assert again.diagnostics == fresh.diagnostics
    assert again.refused == fresh.refused
    assert again.digests == fresh.digests
    assert again.faces == fresh.faces
    site, old = site_of(fresh), kept.site(again, SETTINGS, UrlStyle(), TODAY)
    assert list(old.fragments()) == list(site.fragments())
    assert dict(old.exports()) == dict(site.exports())


@settings(max_examples=20)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=5))
def test_what_a_preview_keeps_is_what_would_be_made_anew(
    steps: list[list[tuple[str, str, int]]],
) -> None:
    files: Mapping[str, str] = FILES
    kept = kept_for_preview()
    for edits in [[], *steps, []]:
        for edit in edits:
            files = edited(files, edit)
        assert_as_made_anew(files, kept)


def test_a_preview_notices_every_single_change() -> None:
    kept = kept_for_preview()
    assert_as_made_anew(FILES, kept)
    for path in FILES:
        changed = [edited(FILES, ("change", path, number)) for number in range(len(CHANGES))]
        removed = edited(FILES, ("remove", path, 0))
        for files in (*(each for each in changed if each != FILES), removed):
            assert_as_made_anew(files, kept)


def test_what_a_preview_keeps_is_not_made_again() -> None:
    kept = kept_for_preview()
    renderer = kept.renderer((), ThemeIcons(()), RENDERER.wording)
    first = kept.site(compiled(FILES, Means(recent=kept.recent)), SETTINGS, UrlStyle(), TODAY)
    lists = [first.list_page(place) for place in first.list_places()]
    files = edited(FILES, ("change", "two.yml", 3))
    second = compiled(files, Means(recent=kept.recent))
    site = kept.site(second, SETTINGS, UrlStyle(), TODAY)
    assert kept.renderer((), ThemeIcons(()), RENDERER.wording) is renderer
    assert [site.list_page(place) for place in site.list_places()] == lists
    assert all(site.list_page(each.location) is each for each in lists if each)
    assert second.corpus.claims["one"].record is first.corpus.claims["one"].record
    assert second.corpus.claims["two"].record is not first.corpus.claims["two"].record
    third = compiled(edited(files, ("change", "two.yml", 0)), Means(recent=kept.recent))
    others = kept.site(third, SETTINGS, UrlStyle(), TODAY)._catalogue.cards
    assert [name for name, card in others.items() if card is not site._catalogue.cards[name]] == [
        "two"
    ]
    assert second.corpus.sources["minutes"].record is first.corpus.sources["minutes"].record


def test_what_a_preview_keeps_is_remembered_too() -> None:
    notebook, recent = Watched(), Recent()
    compiled(FILES, Means(memory=notebook, recent=recent))
    files = edited(FILES, ("change", "four.yml", 3))
    compiled(files, Means(memory=notebook, recent=recent))
    assert "claims/four.yml" in notebook.kept
    notebook.kept.clear()
    assert compiled(files, Means(memory=notebook)) == compiled(files, Means())
    assert notebook.kept == []


def test_a_change_of_one_claim_is_noticed_where_it_is_shown_and_nowhere_else() -> None:
    notebook = Notebook()
    first = compiled(FILES, Means(memory=notebook))
    remembered_pages(site_of(first), SiteMemory(notebook, site_of(first), first))
    files = edited(FILES, ("change", "four.yml", 3))
    second = compiled(files, Means(memory=notebook))
    memory = SiteMemory(notebook, site_of(second), second)
    # Its analysis stands on its own page only; the claims of its story look at its file.
    made = [name for name in second.corpus.claims if memory.claim(name) is None]
    assert made == ["four", "three"]
    assert memory.places() is not None
    third = compiled(edited(files, ("change", "four.yml", 1)), Means(memory=notebook))
    assert SiteMemory(notebook, site_of(third), third).places() is None


def test_pages_do_not_stand_on_what_was_kept_beside_others() -> None:
    notebook = Notebook()
    renamed = edited(FILES, ("change", "claimants/council.yml", 12))
    assert_remembered_as_made_anew(FILES, TODAY, notebook)
    rest = notebook.rooms.pop("rest")
    assert_remembered_as_made_anew(renamed, TODAY, notebook)
    # The disk was full when the rest should have been kept, or another build kept its own.
    notebook.rooms["rest"] = rest
    assert_remembered_as_made_anew(FILES, TODAY, notebook)
