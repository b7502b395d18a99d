"""Forms as the files in which forges keep them.

GitHub: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
Forgejo: https://forgejo.org/docs/latest/user/issue-pull-request-templates/
"""

from collections.abc import Iterable, Iterator

from claimbook.formatting.scalars import quoted
from claimbook.intake.form import Control, Field, IssueForm

_TYPES = {
    Control.LINE: "input",
    Control.TEXT: "textarea",
    Control.CHOICE: "dropdown",
    Control.TOPICS: "dropdown",
}
NOTE = "# Made by `claimbook generate forms` from the fields of a claim file: do not edit."
CONFIG = f"{NOTE}\nblank_issues_enabled: true\n"


def issue_form(form: IssueForm, topics: Iterable[str], *, about: str = "description") -> str:
    """The file of a form; ``about`` is what the forge calls its description.

    A question about topics stands in it only where the publication has some.
    """
    return "".join(f"{line}\n" for line in _lines(form, tuple(topics), about))


def _lines(form: IssueForm, topics: tuple[str, ...], about: str) -> Iterator[str]:
    yield NOTE
    yield f"name: {quoted(form.name)}"
    yield f"{about}: {quoted(form.about)}"
    yield f"labels: [{quoted(form.label)}]"
    yield "body:"
    yield "  - type: markdown"
    yield "    attributes:"
    yield f"      value: {quoted(form.lead)}"
    for each in form.fields:
        options = topics if each.control is Control.TOPICS else each.options
        if options or each.control in {Control.LINE, Control.TEXT}:
            yield from _field(each, options)


def _field(field: Field, options: Iterable[str]) -> Iterator[str]:
    yield f"  - type: {_TYPES[field.control]}"
    yield f"    id: {field.id}"
    yield "    attributes:"
    yield f"      label: {quoted(field.label)}"
    yield f"      description: {quoted(field.about)}"
    if field.example and not options:
        yield f"      placeholder: {quoted(field.example)}"
    yield from _options(options, is_many=field.control is Control.TOPICS)
    if field.is_required:
        yield "    validations:"
        yield "      required: true"


def _options(options: Iterable[str], *, is_many: bool) -> Iterator[str]:
    if not options:
        return
    if is_many:
        yield "      multiple: true"
    yield "      options:"
    yield from (f"        - {quoted(each)}" for each in options)
