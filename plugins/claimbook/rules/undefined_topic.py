"""CB206 undefined-topic."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.reading.names import did_you_mean_name
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB206", "undefined-topic", Severity.ERROR, needs=["topics"], looks_at=[Part.TOPICS])
def undefined_topic(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim has a topic that is not in the controlled list."""
    corpus = context.corpus
    has_list = corpus.knows("topics", "topics")
    if has_list and (not corpus.topics or corpus.topics_path in corpus.unsound):
        return
    for index, topic in enumerate(claim.record.topics):
        if topic not in corpus.topics:
            span = claim.record.at.item("topics", index)
            where = "`claims/topics.yml`" if has_list else "`claims/topics.yml`, a new file"
            hint = did_you_mean_name(topic, corpus.topics)
            yield Finding(
                span, f"no topic is called `{topic}`", hint or f"add `{topic}: <label>` to {where}"
            )
