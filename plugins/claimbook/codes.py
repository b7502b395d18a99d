"""The catalogue of codes that are no editorial rule: files, YAML, shape, settings, ourselves.

A code and its name are permanent. Rules declare their own codes beside their checks.
"""

from claimbook.diagnostics import Code, Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# 0 · file and YAML
NOT_UTF8 = Code("CB001", "not-utf-8", _ERROR)
CONTROL_CHARACTER = Code("CB002", "control-character", _ERROR)
HIDDEN_CHARACTER = Code("CB003", "hidden-character", _ERROR)
FILE_TOO_LARGE = Code("CB004", "file-too-large", _ERROR)
YAML_SYNTAX = Code("CB005", "yaml-syntax", _ERROR)
TAB = Code("CB006", "tab-indentation", _ERROR)
DUPLICATE_KEY = Code("CB007", "duplicate-key", _ERROR)
YAML_ALIAS = Code("CB008", "yaml-alias", _ERROR)
YAML_TAG = Code("CB009", "yaml-tag", _ERROR)
SECOND_DOCUMENT = Code("CB010", "second-document", _ERROR)
TOO_DEEP = Code("CB011", "nested-too-deep", _ERROR)
TOO_MANY_NODES = Code("CB012", "too-many-values", _ERROR)
EMPTY_FILE = Code("CB013", "empty-file", _ERROR)
UNREADABLE_FILE = Code("CB014", "unreadable-file", _ERROR)
COMPLEX_KEY = Code("CB015", "complex-key", _ERROR)
STRAY_FILE = Code("CB016", "stray-file", _WARNING)
NO_CLAIMS = Code("CB017", "no-claims", _ERROR)
CUT_BY_COMMENT = Code("CB018", "cut-by-comment", _WARNING)
BROKEN_REFERENCE = Code("CB019", "broken-reference", _ERROR)

# 1 · shape
UNKNOWN_FIELD = Code("CB101", "unknown-field", _ERROR)
MISSING_FIELD = Code("CB102", "missing-field", _ERROR)
WRONG_KIND = Code("CB103", "wrong-kind", _ERROR)
EMPTY_VALUE = Code("CB104", "empty-value", _ERROR)
UNKNOWN_CHOICE = Code("CB105", "unknown-choice", _ERROR)
INVALID_DATE = Code("CB106", "invalid-date", _ERROR)
INVALID_ID = Code("CB107", "invalid-id", _ERROR)
INVALID_LANGUAGE = Code("CB108", "invalid-language", _ERROR)
INVALID_IDENTIFIER = Code("CB109", "invalid-identifier", _ERROR)
INVALID_NUMBER = Code("CB110", "invalid-number", _ERROR)
TOO_LONG = Code("CB111", "too-long", _ERROR)
TOO_MANY_ENTRIES = Code("CB112", "too-many-entries", _ERROR)
REPEATED_ENTRY = Code("CB113", "repeated-entry", _ERROR)
ONE_OF_FIELDS = Code("CB114", "one-of-fields", _ERROR)
RAW_HTML = Code("CB115", "raw-html", _ERROR)
IMAGE_IN_TEXT = Code("CB116", "image-in-text", _ERROR)
UNSAFE_LINK = Code("CB117", "unsafe-link", _ERROR)
INVALID_FILE_NAME = Code("CB118", "invalid-file-name", _ERROR)
MALFORMED_CITATION = Code("CB119", "malformed-citation", _ERROR)

# 7 · links
INVALID_URL = Code("CB701", "invalid-url", _ERROR)

# 8 · publication
NO_SEARCH_PROGRAM = Code("CB810", "no-search-program", _WARNING)
SEARCH_FAILED = Code("CB811", "search-failed", _ERROR)
NO_CARDS = Code("CB812", "no-cards", _WARNING)
NO_ADDRESS = Code("CB813", "no-address", _NOTE)
BLOCKED_CONTENT = Code("CB814", "blocked-content", _ERROR)

# 9 · ourselves
INTERNAL_ERROR = Code("CB901", "internal-error", _ERROR)
SUPPRESSION_WITHOUT_REASON = Code("CB902", "suppression-without-reason", _WARNING)
UNUSED_SUPPRESSION = Code("CB903", "unused-suppression", _WARNING)
UNKNOWN_SUPPRESSION = Code("CB904", "unknown-suppression", _WARNING)
INVALID_SETTING = Code("CB905", "invalid-setting", _ERROR)
UNKNOWN_SETTING = Code("CB906", "unknown-setting", _ERROR)
UNTRANSLATED_LANGUAGE = Code("CB907", "untranslated-language", _NOTE)

CODES: tuple[Code, ...] = tuple(each for each in dict(vars()).values() if isinstance(each, Code))
