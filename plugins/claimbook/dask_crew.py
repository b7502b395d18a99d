"""A cluster of Dask as a crew (extra ``claimbook[dask]``)."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from claimbook.processes import CrewError, Hired

SCHEME = "dask"
_SECONDS = "10s"


@contextmanager
def dask_crew(address: str) -> Iterator[Hired]:
    """The workers of the scheduler at ``address``, written ``dask://host:port``.

    Raises :class:`~claimbook.processes.CrewError` where there is no such scheduler or no Dask, and
    where its workers are lost.
    """
    place = urlsplit(address)
    if place.scheme != SCHEME or not place.netloc:
        message = f"`{address}` is no executor that we know"
        raise CrewError(message, "write `dask://HOST:PORT`, as the scheduler prints it")
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        message = "Dask is not installed"
        raise CrewError(message, "install it with `pip install 'claimbook[dask]'`") from error
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            f"tcp://{place.netloc}", timeout=_SECONDS, set_as_default=False
        )
    except OSError as error:
        message = f"no scheduler answers at `{place.netloc}`"
        raise CrewError(
            message, "start one with `dask scheduler`, and workers beside it"
        ) from error
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            message = f"the scheduler at `{place.netloc}` has no workers"
            raise CrewError(message, "start some with `dask worker`")
        try:
            yield Hired(client.get_executor(pure=False), workers)
        except KilledWorker as error:
            message = f"workers at `{place.netloc}` were lost, one after the other, over one piece"
            raise CrewError(message, "memory may have run out there: see their logs") from error
