"""Text in the settings of web servers, which quote both patterns and values of headers.

nginx ("Configuration file", "ngx_http_map_module") and Apache ("mod_headers", "LocationMatch")
read patterns as PCRE does, byte by byte.
"""


def pattern(text: str) -> str:
    """A path within a pattern: what is no letter, digit, line or slash stands by its number.

    So none of its signs means anything to the pattern, or to the file in which that is quoted.
    """
    return "".join(map(_sign, text))


def _sign(each: str) -> str:
    is_plain = each.isascii() and (each.isalnum() or each in "/_-")
    return each if is_plain else "".join(f"\\x{byte:02x}" for byte in each.encode())


def apache_value(text: str) -> str:
    """The value of a header of Apache's, in which a `%` begins a value of the server's."""
    return text.replace("%", "%%")
