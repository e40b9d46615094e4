"""Messages between this process and the children that open files: sheets as plain values, and nothing else."""

import datetime as dt
import io
import pickle
from dataclasses import fields
from typing import IO, Any

from pipelines.reading.workbook import RawSheet

_LENGTH_BYTES = 8
_TIMES = {kind.__name__: kind for kind in (dt.date, dt.datetime, dt.time, dt.timedelta)}
_FIELDS = tuple(field.name for field in fields(RawSheet))


class BrokenMessage(Exception):
    """The other side ended, or sent what this side does not take."""


class _PlainValues(pickle.Unpickler):
    """Builds numbers, texts, lists and points in time; a message can ask for nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "datetime" and name in _TIMES:
            return _TIMES[name]
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")


def send(stream: IO[bytes], message: Any) -> int:
    """Writes one message of plain values and says how many bytes it has."""
    content = pickle.dumps(message, protocol=5)
    stream.write(len(content).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(content)
    stream.flush()
    return len(content)


def receive(stream: IO[bytes], most_bytes: int) -> Any:
    """The next message; raises :class:`BrokenMessage` when there is none, or it is too long or no plain value."""
    head = stream.read(_LENGTH_BYTES)
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH_BYTES or length > most_bytes:
        raise BrokenMessage("no message" if len(head) < _LENGTH_BYTES else "too long")
    content = stream.read(length)
    if len(content) < length:
        raise BrokenMessage("cut off")
    try:
        return _PlainValues(io.BytesIO(content)).load()
    except Exception as error:
        raise BrokenMessage("no plain values") from error


def values_of(sheet: RawSheet) -> tuple[Any, ...]:
    """The sheet as plain values."""
    return tuple(getattr(sheet, name) for name in _FIELDS)


def sheet_of(values: tuple[Any, ...]) -> RawSheet:
    """The sheet that :func:`values_of` took apart."""
    return RawSheet(**dict(zip(_FIELDS, values, strict=True)))
