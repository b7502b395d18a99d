"""A configuration of Sveltia CMS, made from the declarations of the fields."""

from claimbook.cms.config import BACKENDS, CmsChoice, config_text
from claimbook.cms.page import CMS_VERSION, SCRIPT, page_text

__all__ = ["BACKENDS", "CMS_VERSION", "SCRIPT", "CmsChoice", "config_text", "page_text"]
