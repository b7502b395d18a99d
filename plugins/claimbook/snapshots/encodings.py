"""Bytes to text, as browsers decode them (WHATWG, Encoding Standard).

Labels mean what browsers mean by them: ``iso-8859-1`` is windows-1252 (4.2, "Names and labels").
"""

import re

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# A page says so within its first 1,024 bytes (HTML Standard, 13.2.3.2).
_NEAR = 1024
_SAID = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})")
_FAMILIES = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "cp1252": "ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 windows-1252 "
    "cp1252 x-cp1252 ansi_x3.4-1968",
    "iso8859-2": "iso-8859-2 iso8859-2 latin2 l2",
    "iso8859-3": "iso-8859-3 latin3",
    "iso8859-4": "iso-8859-4 latin4",
    "iso8859-5": "iso-8859-5 cyrillic",
    "iso8859-6": "iso-8859-6 arabic",
    "iso8859-7": "iso-8859-7 greek",
    "iso8859-8": "iso-8859-8 iso-8859-8-i hebrew visual logical",
    "cp1254": "iso-8859-9 latin5 l5 windows-1254 cp1254",
    "iso8859-10": "iso-8859-10 latin6",
    "iso8859-13": "iso-8859-13",
    "iso8859-14": "iso-8859-14",
    "iso8859-15": "iso-8859-15 latin-9 latin9 l9",
    "iso8859-16": "iso-8859-16",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251",
    "cp1253": "windows-1253 cp1253",
    "cp1255": "windows-1255 cp1255",
    "cp1256": "windows-1256 cp1256",
    "cp1257": "windows-1257 cp1257",
    "cp1258": "windows-1258 cp1258",
    "cp874": "windows-874 tis-620 iso-8859-11 dos-874",
    "cp866": "ibm866 cp866 866",
    "koi8-r": "koi8-r koi8 koi",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk gb2312 gb_2312-80 x-gbk chinese csgb2312",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "euc-jp": "euc-jp x-euc-jp",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j",
    "iso2022-jp": "iso-2022-jp",
    "cp949": "euc-kr ks_c_5601-1987 ksc5601 korean windows-949",
    "utf-16-le": "utf-16 utf-16le unicode ucs-2",
    "utf-16-be": "utf-16be",
}
_LABELS = {label: codec for codec, labels in _FAMILIES.items() for label in labels.split()}


def page_text(data: bytes, charset: str = "") -> str:
    """The text of a page: by its byte order mark, by what was said with it, or what it says."""
    said = _SAID.search(data[:_NEAR]) or _XML.search(data[:_NEAR])
    within = codec_of(said[1].decode("ascii", "ignore")) if said else ""
    # A page that could be read so far as to find this is no UTF-16 (13.2.3.3).
    within = "utf-8" if within.startswith("utf-16") else within
    return _decoded(data, codec_of(charset) or within)


def plain_text(data: bytes, charset: str = "") -> str:
    """The text of a file that says nothing of itself."""
    return _decoded(data, codec_of(charset))


def codec_of(label: str) -> str:
    """The codec by which browsers read what has a label; empty for one they do not know."""
    return _LABELS.get(label.strip().strip("\"'").lower(), "")


def _decoded(data: bytes, codec: str) -> str:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(marked, "replace")
    if codec:
        return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252" if _is_western(data) else "utf-8", "replace")


def _is_western(data: bytes) -> bool:
    """Whether bytes that are no sound UTF-8 are hardly any: not a text that was cut off."""
    lost = data.decode("utf-8", "replace").count("\ufffd")
    found = sum(1 for each in data if each >= 0xC2)  # noqa: PLR2004 - begins a sequence of UTF-8
    return lost * 2 > found
