"""Templates that are compiled once."""

import jinja2

from mkdocs_claimbook.template_memory import TemplateMemory


def _rendered(texts: dict[str, str], memory: TemplateMemory) -> str:
    env = jinja2.Environment(loader=jinja2.DictLoader(texts), autoescape=True)
    env.bytecode_cache = memory
    return env.get_template("page.html").render(name="<Exe>")


def test_a_template_is_compiled_again_only_when_its_text_changes() -> None:
    compiled: list[str] = []

    class Counting(TemplateMemory):
        def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
            compiled.append(bucket.checksum)
            super().dump_bytecode(bucket)

    memory = Counting()
    assert _rendered({"page.html": "{{ name }}"}, memory) == "&lt;Exe&gt;"
    assert _rendered({"page.html": "{{ name }}"}, memory) == "&lt;Exe&gt;"
    assert len(compiled) == 1
    assert _rendered({"page.html": "{{ name }}!"}, memory) == "&lt;Exe&gt;!"
    assert len(compiled) == 2
