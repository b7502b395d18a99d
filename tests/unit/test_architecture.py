"""The rooms of the house: who may import whom, who may touch the world, how long things are.

Read from the code itself. A module that is not in the table fails: new rooms are a decision.
"""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"
CORE, ADAPTER = "claimbook", "mkdocs_claimbook"

# Imports run strictly downwards, or sideways without a circle. A name that ends with a slash is
# a folder with everything in it.
LAYERS: dict[int, tuple[str, ...]] = {
    # Places, diagnostics and their codes. The package's own file imports on demand only.
    0: ("steady", "__init__", "text", "diagnostics", "codes", "crew", "memory", "data", "drawn"),
    # Text to nodes; values, and the declarations of the records.
    1: (
        *("characters", "yaml_comments", "suppressions", "yaml_mistakes", "yaml_errors"),
        *(
            "yaml_nodes",
            "yaml_quick",
            "yaml_events",
            "yaml_tree",
            "toml_places",
            "dates",
            "urls",
            "archive_hosts",
            "plain_addresses",
            "values",
            "boundaries/",
            "shape",
            "kinds",
        ),
        *(
            "structures",
            "field_kinds",
            "source_records",
            "document_records",
            "records",
            "settings",
            "standard_scale",
        ),
    ),
    # Nodes to records; their schema; prose.
    2: (
        "decode",
        "schema",
        "declared",
        "fields",
        "packing",
        "prose_citations",
        "prose_events",
        "prose_plain",
        "prose",
    ),
    # Records to a corpus, and what can be said about it.
    3: (
        "corpus",
        "later",
        "graph",
        "circles",
        "assemble",
        "lookups",
        "anchoring/",
        "evidence/",
        "rules/",
    ),
    # The rest of what is pure.
    4: (
        *("resting", "prose_check", "suppress", "check", "unit", "unit_data", "faces", "gist"),
        *("claim_reading", "remembered", "recent", "compile", "settings_file", "catalogue"),
        *(
            "format",
            "formatting/",
            "generated/",
            "drafting",
            "review/",
            "builder",
            "builder/adviser",
            "builder/form",
            "builder/known",
            "builder/pack",
            "builder/standins/",
            "intake/",
            "importing/",
            "likeness/",
            "links",
            "links/meta",
            "patrol/",
            "policy/",
            "citations/",
            "cms/",
            "exports/",
            "reference/",
            "report/",
            "snapshots",
            "snapshots/addresses",
            "snapshots/archive",
            "snapshots/changes",
            "snapshots/encodings",
            "snapshots/mhtml",
            "snapshots/naming",
            "snapshots/noting",
            "snapshots/page",
            "snapshots/pdf",
            "snapshots/reading",
            "snapshots/saved",
            "snapshots/tidy",
            "statements/",
            "views/",
        ),
        *("search", "search/claim_marks", "search/page", "search/plan", "search/known"),
        *("cards/", "messages/", "wording", "assets/", "icons", "fragment", "template_code"),
        "template_text",
        "alone",
        "manifest",
        *("render", "site", "shares", "slim", "weave", "site_shell", "sitemap", "page_memory"),
    ),
    # Shells: disk, clock, environment, other programs and processes.
    5: (
        *(
            "clock",
            "git",
            "links/fetch",
            "links/robots",
            "snapshots/apart",
            "live",
            "builder/bundle",
            "builder/publishing",
            "folder",
            "workspace",
            "writing",
            "own_files",
            "processes",
            "worker_notes",
            "shelf",
            "tree",
            "tree_shelf",
        ),
        *("search/program", "search/writing", "search/whole", "search/update"),
        *("publish", "published_files", "swapping", "built_site", "card_shelf", "database"),
        *("sample_corpus", "metering", "past_files", "stages", "trial"),
    ),
    # What uses shells: a whole build, the command line.
    6: (
        *("hosting", "joining", "revisions", "dask_crew", "links/patrol", "links/rounds"),
        *("cli/", "__main__"),
    ),
}
SHELL_LAYERS = {5, 6}
# These read files too, but only those that the package itself brings.
READERS_OF_THE_PACKAGE = {
    *("claimbook.catalogue", "claimbook.assets", "claimbook.messages", "claimbook.cards.fonts"),
}

# Each third-party library and the one place that knows it.
HOMES: dict[str, tuple[str, ...]] = {
    "yaml": ("claimbook.yaml_events",),
    "ada_url": ("claimbook.urls",),
    "pyromark": ("claimbook.prose",),
    "nh3": ("claimbook.prose",),
    # MkDocs hands its environment over.
    "jinja2": ("claimbook.render", "claimbook.template_code", "mkdocs_claimbook"),
    "msgspec": ("claimbook.data",),
    "distributed": ("claimbook.dask_crew",),
    "bibtexparser": ("claimbook.importing.bibtex",),
    "rispy": ("claimbook.importing.ris",),
    "pyarrow": ("claimbook.exports.open_data.parquet",),
    "babel": ("claimbook.wording",),
    "PIL": ("claimbook.cards.canvas",),
    "sentencex": ("claimbook.statements.sentences",),
    "pypdfium2": ("claimbook.snapshots.pdf",),
    "selectolax": ("claimbook.snapshots.page",),
    "warcio": ("claimbook.snapshots.archive",),
    # In browsers, where the libraries for which they stand in are not at hand.
    "markdown_it": ("claimbook.builder.standins",),
    "js": ("claimbook.builder.standins.ada_url",),
    # The type of text that is trusted.
    "markupsafe": (
        *("claimbook.views", "claimbook.site", "claimbook.wording", "claimbook.exports"),
        *("claimbook.boundaries", "claimbook.template_code"),
    ),
    # MkDocs tells no plugin with which options it was called.
    "click": ("claimbook.cli", "mkdocs_claimbook.preview"),
    "mkdocs": ("mkdocs_claimbook",),
    "markdown": ("mkdocs_claimbook",),
    # What MkDocs's server watches files with.
    "watchdog": ("mkdocs_claimbook.watching",),
}

WORLDLY_MODULES = {
    *("socket", "ssl", "http", "ftplib", "smtplib", "urllib.request", "subprocess", "tempfile"),
    *("shutil", "time", "random", "secrets", "multiprocessing", "threading", "signal", "sqlite3"),
    *("ctypes", "mmap"),
}
WORLDLY_NAMES = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "os.environ"),
    *("os.getenv", "os.open", "os.scandir", "os.listdir", "os.walk", "os.getcwd", "Path.cwd"),
    *("Path.home", "sys.stdin", "sys.stdout", "sys.argv"),
}
WORLDLY_METHODS = {
    *("read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob", "mkdir", "unlink"),
    *("rename", "touch", "is_file", "is_dir", "exists", "stat", "rmdir", "symlink_to"),
}


@cache
def modules() -> dict[str, Path]:
    """Every module of both packages by its full name."""
    found: dict[str, Path] = {}
    for package in (CORE, ADAPTER):
        for path in sorted((PLUGINS / package).rglob("*.py")):
            parts = path.relative_to(PLUGINS).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def core() -> list[str]:
    return [name for name in modules() if name.split(".")[0] == CORE]


@cache
def tree_of(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those that only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from walk(child)


@cache
def imports_of(name: str) -> frozenset[str]:
    """The full names of everything a module imports, anywhere in it."""
    found: set[str] = set()
    for node in walk(tree_of(name)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name} imports by a relative name"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                found.add(full if full in modules() else node.module or "")
    return frozenset(found)


def neighbours(name: str) -> set[str]:
    return {each for each in imports_of(name) if each in modules() and each != name}


def entries(name: str) -> Iterator[tuple[int, str]]:
    """The lines of the table that speak of a module: its name, or a folder it is in."""
    inner = name.removeprefix(CORE).removeprefix(".").replace(".", "/") or "__init__"
    for layer, rooms in LAYERS.items():
        for room in rooms:
            if room == inner or (room.endswith("/") and f"{inner}/".startswith(room)):
                yield layer, room


def layer_of(name: str) -> int:
    return next(layer for layer, _ in entries(name))


@pytest.mark.parametrize("name", core())
def test_every_module_has_one_layer(name: str) -> None:
    assert len(list(entries(name))) == 1, "give it a line in LAYERS, and only one"


def test_no_room_is_empty() -> None:
    used = {room for name in core() for _, room in entries(name)}
    assert {room for rooms in LAYERS.values() for room in rooms} == used


@pytest.mark.parametrize("name", core())
def test_imports_run_downwards(name: str) -> None:
    upwards = {each for each in neighbours(name) if layer_of(each) > layer_of(name)}
    assert upwards == set()


def test_imports_never_run_in_a_circle() -> None:
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for each in sorted(neighbours(name)):
                visit(each, (*way, name))
            done.add(name)

    for name in modules():
        visit(name, ())


@pytest.mark.parametrize("name", core())
def test_the_compiler_does_not_know_its_hosts(name: str) -> None:
    strangers = {"mkdocs", "material", "markdown", "properdocs", "zensical", ADAPTER}
    assert {each for each in imports_of(name) if each.split(".")[0] in strangers} == set()


@pytest.mark.parametrize("name", modules())
def test_a_library_is_imported_where_it_is_at_home(name: str) -> None:
    for each in imports_of(name):
        library = each.split(".")[0]
        if library in sys.stdlib_module_names or library in {CORE, ADAPTER}:
            continue
        homes = HOMES.get(library, ())
        assert any(f"{name}.".startswith(f"{home}.") for home in homes), f"{library} in {name}"


def test_every_home_is_lived_in() -> None:
    used = {each.split(".")[0] for name in modules() for each in imports_of(name)}
    assert set(HOMES) <= used


def worldly(name: str) -> Iterator[str]:
    """Everything in a module that depends on more than its arguments."""
    for each in imports_of(name):
        if any(f"{each}.".startswith(f"{module}.") for module in WORLDLY_MODULES):
            yield f"import {each}"
    for node in walk(tree_of(name)):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in WORLDLY_NAMES:
            yield ast.unparse(node)
        if isinstance(node, ast.Call):
            yield from _worldly_call(node)


def _worldly_call(node: ast.Call) -> Iterator[str]:
    called = node.func
    if isinstance(called, ast.Name) and called.id in {"open", "input", "print"}:
        yield f"{called.id}()"
    if isinstance(called, ast.Attribute):
        # `read_text(path)` is what a report was handed; a path's own takes no place.
        is_reading = called.attr == "read_text" and not node.args
        if called.attr in WORLDLY_METHODS or is_reading:
            yield f".{called.attr}()"


@pytest.mark.parametrize("name", core())
def test_only_shells_touch_the_world(name: str) -> None:
    if layer_of(name) in SHELL_LAYERS:
        return
    found = set(worldly(name))
    if name in READERS_OF_THE_PACKAGE:
        found -= {".read_text()", ".read_bytes()", ".iterdir()", ".is_dir()"}
    assert found == set()


def test_only_the_clock_knows_the_day() -> None:
    asking = {
        name
        for name in modules()
        if {"datetime.now", "date.today", "datetime.today"} & set(worldly(name))
    }
    assert asking == {"claimbook.clock"}


Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(name: str) -> Iterator[Function]:
    yield from (each for each in ast.walk(tree_of(name)) if isinstance(each, Function))


def length(function: Function) -> int:
    """Lines of a function without its decorators, and of its body without the docstring."""
    body = function.body
    has_docstring = ast.get_docstring(function) is not None
    last = function.end_lineno or function.lineno
    if not has_docstring:
        return last - function.lineno + 1
    text = body[0]
    return last - function.lineno + 1 - ((text.end_lineno or text.lineno) - text.lineno + 1)


def test_hooks_decide_nothing() -> None:
    hooks = [
        (each.name, length(each))
        for name in modules()
        if name.split(".")[0] == ADAPTER
        for each in functions(name)
        if each.name.startswith("on_")
    ]
    assert hooks
    assert [hook for hook in hooks if hook[1] > 15] == []


@pytest.mark.parametrize("name", modules())
def test_modules_and_functions_have_an_end(name: str) -> None:
    assert len(modules()[name].read_text(encoding="utf-8").splitlines()) <= 400
    assert [each.name for each in functions(name) if length(each) > 50] == []


def test_most_modules_and_functions_are_short() -> None:
    lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in modules().values()]
    assert median(lines) <= 130
    assert median(length(each) for name in modules() for each in functions(name)) <= 6


def undocumented(node: ast.AST, path: str) -> Iterator[str]:
    for each in ast.iter_child_nodes(node):
        if not isinstance(each, Function | ast.ClassDef) or each.name.startswith("_"):
            continue
        if ast.get_docstring(each) is None:
            yield f"{path}.{each.name}"
        if isinstance(each, ast.ClassDef):
            yield from undocumented(each, f"{path}.{each.name}")


@pytest.mark.parametrize("name", modules())
def test_what_is_public_says_what_it_does(name: str) -> None:
    assert ast.get_docstring(tree_of(name))
    assert list(undocumented(tree_of(name), name)) == []


@pytest.mark.parametrize("room", LAYERS[5])
def test_shells_are_where_the_world_is_touched(room: str) -> None:
    name = f"{CORE}.{room.replace('/', '.')}"
    assert set(worldly(name)), "what touches nothing belongs further down"


# What writes text for another language stands in one room. Elsewhere, of these signs nothing is
# replaced, and none of the libraries' functions for it is called.
ESCAPES = {
    *("html.escape", "markupsafe.escape", "jinja2.utils.htmlsafe_json_dumps", "csv.writer"),
    *("urllib.parse.quote", "urllib.parse.quote_plus", "urllib.parse.urlencode"),
    *("xml.sax.saxutils.escape", "xml.sax.saxutils.quoteattr", "shlex.quote"),
}
SIGNS = frozenset("<>&\"'\\{}%`") | {"</", "&lt;", "&gt;", "&amp;", "&quot;"}
REFERENCES = ("&#", "\\u", "&lt;", "&gt;", "&amp;", "&quot;")
NO_BOUNDARY = {
    # Compare texts, or read addresses as a browser does; what becomes of them is not shown.
    *("claimbook.rules.reading.quotations", "claimbook.policy.needs"),
    # Writes a theme's own settings as the theme has them, and the owner's patterns of addresses.
    *("mkdocs_claimbook.lean", "mkdocs_claimbook.filling"),
}


def escapes(name: str) -> Iterator[str]:
    """Everything in a module that makes text fit for another language by its own means."""
    for node in walk(tree_of(name)):
        if isinstance(node, ast.ImportFrom):
            found = {f"{node.module}.{each.name}" for each in node.names}
            yield from sorted(found & ESCAPES)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield from _replaced(node, node.func)
        elif isinstance(node, ast.JoinedStr):
            pieces = [each.value for each in node.values if isinstance(each, ast.Constant)]
            yield from (str(each) for each in pieces if str(each).endswith(REFERENCES))


def _replaced(node: ast.Call, called: ast.Attribute) -> Iterator[str]:
    first = node.args[0] if node.args else None
    if called.attr == "replace" and isinstance(first, ast.Constant) and first.value in SIGNS:
        yield ast.unparse(node)
    if ast.unparse(called) in ESCAPES:
        yield ast.unparse(called)
    if called.attr == "maketrans" and isinstance(first, ast.Dict):
        keys = {each.value for each in first.keys if isinstance(each, ast.Constant)}
        if keys & SIGNS:
            yield ast.unparse(node)


@pytest.mark.parametrize("name", modules())
def test_text_is_made_fit_for_other_languages_in_one_room(name: str) -> None:
    if not name.startswith("claimbook.boundaries.") and name not in NO_BOUNDARY:
        assert list(escapes(name)) == []


def test_the_room_is_where_such_functions_are() -> None:
    room = [name for name in modules() if name.startswith("claimbook.boundaries.")]
    assert {name.rpartition(".")[2] for name in room if list(escapes(name))} >= {
        *("hypertext", "markup", "script", "addresses", "table", "wikitext", "bibtex_text"),
    }
