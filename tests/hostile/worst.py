"""Files of the largest size that cost the compiler as much as we know how."""

from collections.abc import Callable, Iterator

from claimbook.yaml_tree import DEFAULT_LIMITS

MOST = DEFAULT_LIMITS.file_bytes
CLAIM = """\
claim: {claim}
claimant: A Person
claimed: 2025-01-01
review:
  rating: unproven
  verdict: Nobody knows.
  reviewed: 2025-02-01
"""
SOURCE = "source: {title: T%s, url: 'https://a%s.example/', accessed: 2025-01-01}"


def full(piece: str, most: int = MOST) -> str:
    """As many whole pieces as fit."""
    return piece * (most // max(1, len(piece.encode())))


def numbered(made: Callable[[int], str], most: int) -> Iterator[str]:
    """Pieces, each another, as many as fit."""
    number, left = 0, most
    while (left := left - len((piece := made(number)).encode())) >= 0:
        yield piece
        number += 1


def claim(rest: str = "", claim: str = "A claim.") -> str:
    return CLAIM.replace("{claim}", claim) + rest


def analysis(piece: str, most: int = 19_900) -> str:
    lines = full(piece, most).splitlines()
    return claim("  analysis: |\n" + "".join(f"    {line}\n" for line in lines))


def evidence(made: Callable[[int], str]) -> str:
    head = claim("evidence:\n")
    entries = [f"- {made(0)}\n"]
    size = len(head) + len(entries[0].encode())
    for number in range(1, 500):
        entry = f"- {made(number)}\n"
        size += len(entry.encode())
        if size > MOST:
            break
        entries.append(entry)
    return head + "".join(entries)


def _quote(number: int, words: str = "the bridge over the river was closed in May of 2025") -> str:
    return f"{{stance: supports, quote: '{words} {number}', {SOURCE % (number, number)}}}"


def _lists(field: str, made: Callable[[int], str]) -> str:
    return claim(f"{field}: [{', '.join(made(number) for number in range(500))}]\n")


def worst_files() -> dict[str, str]:
    """By names that tell what is too much."""
    wide = "𝕒" * 300
    return {
        "evidence with quotations": evidence(_quote),
        "the same quotation": evidence(lambda _: _quote(0)),
        "long quotations": evidence(lambda n: _quote(n, "word " * 700)),
        "quotations of one letter": evidence(lambda n: _quote(n, "a" * 3_000)),
        "quotations of wide letters": evidence(lambda n: _quote(n, wide)),
        "paraphrases": evidence(
            lambda n: f"{{stance: context, says: 'x y {n}', {SOURCE % (n, n)}}}"
        ),
        "hedged": evidence(lambda n: f"{{stance: supports, says: '{'1 % ' * 400}', source: s{n}}}"),
        "citations": analysis("[@a, p. 1; @b] 12 % "),
        "citations of sources that are nearly there": analysis("[@exe-bridgf] ")
        + "evidence:\n"
        + "".join(
            numbered(
                lambda n: f"- {{stance: supports, source: {{id: exe-bridge{n}, title: T}}}}\n",
                40_000,
            )
        ),
        "quotations in the analysis": analysis("“a b c d e f” "),
        "quotations that nearly stand in evidence": analysis(
            "“the bridge over the rivers was closed” "
        )
        + evidence(_quote)
        .partition("evidence:\n")[2]
        .join(["evidence:\n", ""])[:40_000]
        .rpartition("\n")[0]
        + "\n",
        "numbers": analysis("1,234.5 % "),
        "sentences": analysis("He said so. "),
        "words with capitals": analysis("Ann Rivers "),
        "relative days": analysis("yesterday and last week "),
        "links": analysis("[a](https://a.example/) "),
        "bare links": analysis("https://a.example/b "),
        "nested brackets": analysis("[" * 9_000),
        "nested links": analysis("[a](" * 5_000),
        "images": analysis("![" * 9_000),
        "stress": analysis("*a **b " * 2_500),
        "stress both ways": analysis("a**" + "b**c*" * 3_000),
        "underscores": analysis("_a__b_" * 3_000),
        "back quotes of every length": analysis(" ".join("`" * n for n in range(1, 190))),
        "open back quotes": analysis("`a ``b "),
        "tables": analysis("|a" * 300 + "|\n" + "|-" * 300 + "|\n" + "|b\n" * 4_000),
        "references": analysis("[a]: /b\n" * 1_000 + "[a] " * 2_000),
        "quotations in quotations": analysis("> " * 9_000 + "a"),
        "lists in lists": analysis("\n".join(" " * n + "- a" for n in range(180))),
        "entities": analysis("&amp;" * 4_000),
        "html": analysis("<a>" * 6_000),
        "comments": analysis("<!-- " * 3_900),
        "processing": analysis("<?" * 9_000),
        "declarations": analysis("<!A" * 6_000),
        "cdata": analysis("<![CDATA[" * 2_000),
        "escapes": analysis("\\" * 19_000),
        "strikes": analysis("~a~~b~" * 3_000),
        "autolinks": analysis("<https://a" * 1_900),
        "addresses of mail": analysis("a@b." * 4_900),
        "hosts": analysis("www." * 4_900),
        "topics": _lists("topics", lambda n: f"topic-{n}"),
        "aliases": _lists("aliases", lambda n: f"alias-{n}"),
        "about": _lists("about", lambda n: f"'A {n}'"),
        "about whom long": _lists("about", lambda n: f"'{'ab ' * 30}{n}'"),
        "related": claim(
            "related:\n"
            + "".join(
                f"  {field}: [{', '.join(f'a{n}' for n in range(500))}]\n"
                for field in ("follows", "part_of", "contradicts", "same_as", "see_also")
            )
        ),
        "appearances": claim("appearances:\n" + "".join(f"- document: d{n}\n" for n in range(500))),
        "corrections": claim(
            "  corrections:\n"
            + "".join("  - {date: 2025-03-01, wrong: a, now: b}\n" for _ in range(500))
        ),
        "responses": claim(
            "  responses:\n"
            + "".join(f"  - {{from: A{n}, asked: 2025-01-01}}\n" for n in range(500))
        ),
        "not verified": claim(
            "  not_verified:\n" + "".join(f"  - {'x ' * 50}{n}\n" for n in range(500))
        ),
        "derived from each other": evidence(
            lambda n: (
                f"{{stance: supports, source: {{id: s{n}, title: T, derived_from: "
                f"[{', '.join(f's{m}' for m in range(n + 1, n + 8))}]}}}}"
            )
        ),
        "sources of one host": evidence(
            lambda n: f"{{stance: supports, source: {{title: T{n}, url: 'https://a.example/{n}'}}}}"
        ),
        "archives": evidence(
            lambda n: (
                f"{{stance: supports, source: {{title: T, archive: [{{url: 'https://web.archive.org"
                f"/web/20250101000000/https://a.example/{n}'}}]}}}}"
            )
        ),
        "unknown words": claim("  confidence: " + "x" * 60_000),
        "unknown sources": evidence(lambda n: f"{{stance: supports, source: exe-bridge-{n}}}"),
        "unknown fields": "".join(numbered(lambda n: f"feild{n}: x\n", MOST)),
        "fields nearly known": "".join(numbered(lambda n: f"evidense{n}: x\n", MOST)),
        "long claim": claim(claim="word " * 98),
        "suppressions": claim() + full("# claimbook: allow[xyz] because\n", 60_000),
        "suppressions of many": claim()
        + "# claimbook: allow["
        + ", ".join(f"x{n}" for n in range(7_000))
        + "] because\n",
        "flow": claim() + "related: " + "[" * 10 + "a, " * 9_000 + "]" * 10,
        "json": "{" + ", ".join(f'"a{n}": "b"' for n in range(4_500)) + "}",
        "escapes in quotes": 'claim: "' + "\\u0041" * 10_800 + '"\n',
        "folded lines": "claim: >\n" + "  a\n" * 16_000,
        "quoted lines": "claim: 'a\n" + "\n" * 60_000 + "  b'\n",
        "one line": "claim: " + "a " * 32_000,
        "tabs": "claim:\n" + "\t\n" * 30_000,
        "dashes": "- " * 30_000,
        "question marks": "? " * 30_000,
        "colons": ": " * 30_000,
        "words before colons": "a: " * 20_000,
        "quotes": "'" * 60_000,
        "double quotes": '"' * 60_000,
        "braces": "{" * 60_000,
        "commas": "[" + "," * 60_000,
        "anchors": "- &a b\n" * 9_000,
        "comments of yaml": "#\n" * 32_000,
        "ends of documents": "...\n" * 16_000,
        "directives": "%A b\n" * 13_000,
        "empty lines": "\n" * 65_000 + "a: b\n",
        "indentation": "".join(" " * n + "a:\n" for n in range(11))
        + "".join(" " * (n % 9) + "b: c\n" for n in range(7_000)),
    }
