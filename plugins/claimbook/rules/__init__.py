"""The registry of rules: explicit, in the order of their codes."""

from claimbook.rules.alias_taken import alias_taken
from claimbook.rules.id_in_source_file import id_in_source_file
from claimbook.rules.quote_not_in_document import quote_not_in_document
from claimbook.rules.relation_cycle import relation_cycle
from claimbook.rules.repeated_inline_id import repeated_inline_id
from claimbook.rules.retired_rating import retired_rating
from claimbook.rules.rule import Rule
from claimbook.rules.scale_value import scale_value
from claimbook.rules.self_reference import self_reference
from claimbook.rules.undefined_claim import undefined_claim
from claimbook.rules.undefined_claimant import undefined_claimant
from claimbook.rules.undefined_document import undefined_document
from claimbook.rules.undefined_rating import undefined_rating
from claimbook.rules.undefined_source import undefined_source
from claimbook.rules.undefined_topic import undefined_topic
from claimbook.rules.unused_source import unused_source

RULES: tuple[Rule, ...] = (
    undefined_claimant,
    undefined_source,
    undefined_claim,
    undefined_topic,
    undefined_document,
    undefined_rating,
    alias_taken,
    self_reference,
    unused_source,
    retired_rating,
    relation_cycle,
    repeated_inline_id,
    quote_not_in_document,
    id_in_source_file,
    scale_value,
)
