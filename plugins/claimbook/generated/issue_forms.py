"""The issue forms of forges, made from their one declaration."""

from claimbook.generated.product import Given, Product
from claimbook.intake.form import FORMS, IssueForm
from claimbook.intake.issue_yaml import CONFIG, issue_form

# GitHub and Forgejo call the description of a form by different names.
_FOLDERS = {".github/ISSUE_TEMPLATE": "description", ".forgejo/issue_template": "about"}


def _form(form: IssueForm, folder: str, about: str) -> Product:
    def make(given: Given) -> str:
        return issue_form(form, given.topics, about=about)

    return Product("forms", f"{folder}/{form.id}.yml", make)


def _config(folder: str) -> Product:
    return Product("forms", f"{folder}/config.yml", lambda _: CONFIG)


ISSUE_FORMS: tuple[Product, ...] = (
    *(_form(form, *each) for each in _FOLDERS.items() for form in FORMS.values()),
    *map(_config, _FOLDERS),
)
