"""The comments of a document as the formatter needs them."""

from collections.abc import Iterator

from claimbook.yaml_comments import Comment, Taken, comments_in
from claimbook.yaml_tree import Mapping, Node, Scalar, Sequence

SCHEMA_SIGN = "# yaml-language-server:"


def comments_of(text: str, root: Node) -> tuple[Comment, ...]:
    """All comments of a document in order, their tabs as spaces."""
    scalars = [Taken(each.mark, each.style in {"|", ">"}) for each in _scalars(root)]
    return tuple(
        each._replace(text=each.text.replace("\t", " ")) for each in comments_in(text, scalars)
    )


def is_suppression(comment: Comment) -> bool:
    """Whether a comment speaks about what stands next, wherever it is indented."""
    return "claimbook:" in comment.text


def is_schema_line(comment: Comment) -> bool:
    """Whether a comment tells editors the schema of the file."""
    return comment.text.startswith(SCHEMA_SIGN)


def _scalars(node: Node) -> Iterator[Scalar]:
    """Every key and value that is text, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from _scalars(entry.value)
