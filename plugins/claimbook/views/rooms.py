"""Who makes which lists, and in which folders of the site these stand."""

from claimbook.views.accessibility import accessibility_pages
from claimbook.views.browse import browse_pages, year_pages
from claimbook.views.changes import change_pages
from claimbook.views.claimants import claimant_pages
from claimbook.views.corrections import correction_pages
from claimbook.views.documents import document_pages
from claimbook.views.due import due_pages
from claimbook.views.follow import follow_pages
from claimbook.views.has_been_checked import has_been_checked_pages
from claimbook.views.new_claim import new_claim_pages
from claimbook.views.publishers import publisher_pages
from claimbook.views.quotations import quotation_pages
from claimbook.views.ratings import rating_pages
from claimbook.views.source_pages import source_pages
from claimbook.views.source_status import source_status_pages
from claimbook.views.statistics import statistics_pages
from claimbook.views.timeline import timeline_pages
from claimbook.views.topics import topic_pages

# By the folders in which the lists stand.
ROOMS = {
    ("claims", "browse"): browse_pages,
    ("topics",): topic_pages,
    ("claimants", "subjects"): claimant_pages,
    ("ratings",): rating_pages,
    ("sources",): source_pages,
    ("source-status",): source_status_pages,
    ("publishers",): publisher_pages,
    ("years",): year_pages,
    ("timeline",): timeline_pages,
    ("changes",): change_pages,
    ("due",): due_pages,
    ("corrections",): correction_pages,
    ("documents",): document_pages,
    ("feeds",): follow_pages,
    ("statistics",): statistics_pages,
    ("quotations",): quotation_pages,
    ("accessibility",): accessibility_pages,
    ("checked",): has_been_checked_pages,
    ("contribute",): new_claim_pages,
}
# The folders of lists that are made together.
LISTS = tuple(ROOMS)
# These have no first page of their own.
WITHOUT_HUB = frozenset({"browse", "accessibility", "contribute"})
