"""Questions in a terminal: asked again until the answer can stand, completed with Tab."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from claimbook.cli.terminal import say_error
from claimbook.drafting import Objection

Judge = Callable[[str], Objection | None]


def is_person_there() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def ask(
    question: str,
    judge: Judge,
    *,
    proposal: str = "",
    is_optional: bool = False,
    words: Iterable[str] = (),
) -> str:
    """The first answer that ``judge`` has nothing against; empty if optional and left open."""
    default = proposal or ("" if is_optional else None)
    end = " " if question.endswith("?") else ": "
    while True:
        with _completing(words):
            answer = click.prompt(
                question,
                default=default,
                show_default=bool(proposal),
                type=str,
                prompt_suffix=end,
            )
        answer = answer.strip()
        if not answer and is_optional:
            return ""
        objection = judge(answer)
        if objection is None:
            return answer
        say_error(objection.message, objection.hint)


@contextmanager
def _completing(words: Iterable[str]) -> Iterator[None]:
    """Let Tab complete ``words``, where Python can."""
    known = sorted(words)
    try:
        import readline
    except ImportError:
        yield
        return

    def complete(text: str, state: int) -> str | None:
        matches = [word for word in known if word.startswith(text)]
        return matches[state] if state < len(matches) else None

    former = readline.get_completer()
    readline.set_completer(complete)
    readline.set_completer_delims(" ,\t")
    # Python on a Mac has libedit, which is told in other words.
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(former)
