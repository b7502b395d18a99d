"""Files as people save them: PDF written by hand, archives by the library that others use."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Answer = tuple[str, str, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}


def pdf(*pages: list[str]) -> bytes:
    """A PDF file whose pages have these lines; octal escapes are PDF's own."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET".encode("cp1252")
        page = f"/Resources<</Font<</F1 3 0 R>>>>/MediaBox[0 0 612 792]/Contents {5 + 2 * at} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R{page}>>".encode())
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + end % (len(objects) + 1, len(out))


def warc(*answers: Answer, is_packed: bool = True, day: str = "2026-03-24") -> bytes:
    """A web archive with these answers: address, status, headers, body."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=is_packed)
    for address, status, headers, body in answers:
        record = writer.create_warc_record(
            address,
            "response",
            payload=BytesIO(body),
            length=len(body),
            http_headers=StatusAndHeaders(status, [*headers.items()], protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": f"{day}T10:00:00Z"},
        )
        writer.write_record(record)
        record.raw_stream.close()
    return out.getvalue()


def wacz(**members: bytes) -> bytes:
    """A zip file with these members, `_` for `/` and `__` for a dot."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", ".").replace("_", "/"), data)
    return out.getvalue()
