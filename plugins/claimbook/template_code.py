"""How our own templates become Python: with the least work for each value of a page.

An owner's templates are compiled as Jinja always does it. In ours a value is a field of a record,
a call needs no context, and what the interface says without values is known beforehand: so
attributes are read plainly, functions called plainly, and words of the interface written into the
code as constants. What a field lacks is an error here as it is there.
"""

from functools import cached_property
from pathlib import Path

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from markupsafe import Markup

from claimbook.boundaries import markup
from claimbook.boundaries.markup import escape

_OURS = Path(__file__).parent / "templates"


class SwiftMacro(Macro):
    """A macro of ours: called with all that it takes, it goes straight to work."""

    def __call__(self, *args: object, **kwargs: object) -> str:
        """The macro's HTML."""
        if kwargs or self.caller or len(args) != self._argument_count:
            return super().__call__(*args, **kwargs)
        # Its values are escaped; `Markup` itself would ask first what kind of text this is.
        return str.__new__(Markup, self._func(*args))


class SwiftCode(CodeGenerator):
    """Jinja's code generator with shorter code for templates of ours."""

    @cached_property
    def _is_ours(self) -> bool:
        return self.filename is not None and Path(self.filename).parent == _OURS

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """A whole template."""
        if self._is_ours:
            self.writeline(f"from {markup.__name__} import shown")
            self.writeline(f"from {__name__} import SwiftMacro")
        super().visit_Template(node, frame)

    def write_commons(self) -> None:
        """What every function of a template begins with."""
        super().write_commons()
        if self._is_ours:
            self.writeline("Macro = SwiftMacro")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """``page.title``."""
        if self._is_ours:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """``say("claim.verdict")``, ``chip(page.mark)``."""
        if not self._is_ours or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
        elif (words := self._words(node)) is not None:
            self.write(repr(words))
        else:
            self.visit(node.node, frame)
            self._arguments(node, frame)

    def _arguments(self, node: nodes.Call, frame: Frame) -> None:
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")

    def _words(self, node: nodes.Node) -> str | None:
        """What the interface says, where that depends on no value."""
        match node:
            case nodes.Call(node=nodes.Name(name="say"), args=[nodes.Const(value=key)], kwargs=[]):
                return str(self.environment.globals["say"](key))  # type: ignore[operator]
        return None

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """``page``; that it is there is known of our own templates."""
        if self._is_ours and node.ctx == "load":
            self.write(frame.symbols.ref(node.name))
        else:
            super().visit_Name(node, frame)

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        # Our macros need nothing of the page that calls them: one module serves all pages.
        if not self._is_ours or node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(").module")

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        words = self._words(node) if self._is_ours else None
        if words is not None:
            return str(escape(words))
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._is_ours:
            self.write("shown(")
        else:
            super()._output_child_pre(node, frame, finalize)
