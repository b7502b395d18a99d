"""Tables as Apache Parquet, for what reads columns: needs the extra ``claimbook[data]``."""

from typing import Any

from claimbook.exports.open_data.tables import Column, Table, Type


def parquet_bytes(table: Table) -> bytes:
    """A table as a Parquet file, what each column says beside it; texts as they are.

    Raises :class:`ModuleNotFoundError` without pyarrow.
    """
    # Large, an extra, and without types.
    import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    kinds = {Type.TEXT: pa.string(), Type.NUMBER: pa.int64()}
    fields = [
        pa.field(each.name, kinds[each.type], nullable=False, metadata=_about(each))
        for each in table.columns
    ]
    schema = pa.schema(fields, {b"description": table.about.encode()})
    columns = zip(*table.rows, strict=True) if table.rows else ([] for _ in fields)
    arrays = [pa.array(list(each), field.type) for each, field in zip(columns, fields, strict=True)]
    out: Any = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    found: bytes = out.getvalue().to_pybytes()
    return found


def _about(column: Column) -> dict[bytes, bytes]:
    return {b"description": column.about.encode()}
