"""The registry of rules: explicit, in the order of their codes."""

from claimbook.rules.absent_quote import absent_quote
from claimbook.rules.access_before_publication import access_before_publication
from claimbook.rules.alias_taken import alias_taken
from claimbook.rules.altered_quote import altered_quote
from claimbook.rules.ambiguous_quote import ambiguous_quote
from claimbook.rules.archive_before_publication import archive_before_publication
from claimbook.rules.archive_far_from_access import archive_far_from_access
from claimbook.rules.archive_mismatch import archive_mismatch
from claimbook.rules.broken_subtitles import broken_subtitles
from claimbook.rules.changed_snapshot import changed_snapshot
from claimbook.rules.checked_passage import checked_passage
from claimbook.rules.circular_reporting import circular_reporting
from claimbook.rules.correction_order import correction_order
from claimbook.rules.date_in_future import date_in_future
from claimbook.rules.derived_primary import derived_primary
from claimbook.rules.distrusted_archive import distrusted_archive
from claimbook.rules.empty_evidence import empty_evidence
from claimbook.rules.false_without_contradiction import false_without_contradiction
from claimbook.rules.id_in_source_file import id_in_source_file
from claimbook.rules.missing_review_date import missing_review_date
from claimbook.rules.missing_snapshot import missing_snapshot
from claimbook.rules.missing_value import missing_value
from claimbook.rules.mixed_script_host import mixed_script_host
from claimbook.rules.needless_exception import needless_exception
from claimbook.rules.needless_selector import needless_selector
from claimbook.rules.no_evidence import no_evidence
from claimbook.rules.own_appearance import own_appearance
from claimbook.rules.own_claim import own_claim
from claimbook.rules.placeholder_text import placeholder_text
from claimbook.rules.private_host import private_host
from claimbook.rules.quotation_not_in_evidence import quotation_not_in_evidence
from claimbook.rules.quote_kind import quote_kind
from claimbook.rules.quote_not_in_document import quote_not_in_document
from claimbook.rules.quote_too_long import quote_too_long
from claimbook.rules.relation_cycle import relation_cycle
from claimbook.rules.relative_date import relative_date
from claimbook.rules.repeated_inline_id import repeated_inline_id
from claimbook.rules.retired_rating import retired_rating
from claimbook.rules.retracted_source import retracted_source
from claimbook.rules.review_before_claim import review_before_claim
from claimbook.rules.review_overdue import review_overdue
from claimbook.rules.roundabout_address import roundabout_address
from claimbook.rules.rule import Rule
from claimbook.rules.same_claim import same_claim
from claimbook.rules.scale_reversed import scale_reversed
from claimbook.rules.scale_value import scale_value
from claimbook.rules.selector_misfit import selector_misfit
from claimbook.rules.self_reference import self_reference
from claimbook.rules.snapshot_elsewhere import snapshot_elsewhere
from claimbook.rules.social_post_unarchived import social_post_unarchived
from claimbook.rules.source_after_review import source_after_review
from claimbook.rules.standing_above_origin import standing_above_origin
from claimbook.rules.text_changed import text_changed
from claimbook.rules.thin_evidence import thin_evidence
from claimbook.rules.time_outside_cue import time_outside_cue
from claimbook.rules.title_question import title_question
from claimbook.rules.title_too_long import title_too_long
from claimbook.rules.true_without_support import true_without_support
from claimbook.rules.unattributed_copy import unattributed_copy
from claimbook.rules.uncited_number import uncited_number
from claimbook.rules.uncited_quotation import uncited_quotation
from claimbook.rules.uncompared_quote import uncompared_quote
from claimbook.rules.uncorrected_rating import uncorrected_rating
from claimbook.rules.undefined_claim import undefined_claim
from claimbook.rules.undefined_claimant import undefined_claimant
from claimbook.rules.undefined_document import undefined_document
from claimbook.rules.undefined_rating import undefined_rating
from claimbook.rules.undefined_source import undefined_source
from claimbook.rules.undefined_topic import undefined_topic
from claimbook.rules.unmentioned_evidence import unmentioned_evidence
from claimbook.rules.unreachable_source import unreachable_source
from claimbook.rules.unseen_media import unseen_media
from claimbook.rules.unused_source import unused_source
from claimbook.rules.vague_link_text import vague_link_text
from claimbook.rules.verdict_in_claim import verdict_in_claim
from claimbook.rules.verdict_too_long import verdict_too_long

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
    ambiguous_quote,
    selector_misfit,
    needless_selector,
    text_changed,
    checked_passage,
    time_outside_cue,
    broken_subtitles,
    no_evidence,
    empty_evidence,
    thin_evidence,
    needless_exception,
    unmentioned_evidence,
    uncited_number,
    uncited_quotation,
    quotation_not_in_evidence,
    social_post_unarchived,
    archive_mismatch,
    distrusted_archive,
    derived_primary,
    circular_reporting,
    retracted_source,
    unreachable_source,
    quote_kind,
    unattributed_copy,
    archive_far_from_access,
    standing_above_origin,
    altered_quote,
    absent_quote,
    changed_snapshot,
    missing_snapshot,
    snapshot_elsewhere,
    uncompared_quote,
    verdict_in_claim,
    uncorrected_rating,
    false_without_contradiction,
    true_without_support,
    review_before_claim,
    access_before_publication,
    date_in_future,
    review_overdue,
    correction_order,
    archive_before_publication,
    source_after_review,
    missing_review_date,
    title_too_long,
    title_question,
    verdict_too_long,
    quote_too_long,
    relative_date,
    vague_link_text,
    placeholder_text,
    private_host,
    mixed_script_host,
    roundabout_address,
    same_claim,
    own_claim,
    own_appearance,
    scale_reversed,
    missing_value,
    unseen_media,
)
