"""Reading TOML tables strictly, with errors that name file, table and key."""

from collections.abc import Mapping
from typing import Any

from warehouse.language import Label


class Block:
    """A TOML table whose keys are taken one by one; says file, block and key when one is wrong."""

    def __init__(self, file: str, name: str, raw: object) -> None:
        self.file, self.name = file, name
        if not isinstance(raw, Mapping):
            raise self.error(None, "must be a table")
        self.raw = dict(raw)

    def error(self, key: str | None, problem: str) -> ValueError:
        """The error to raise: file, block, key and what is wrong with it."""
        where = f"{self.file}, [{self.name}]" + (f", {key}" if key else "")
        return ValueError(f"{where}: {problem}")

    def take(self, key: str, kind: type | tuple[type, ...], *, optional: bool = False) -> Any:
        """Takes the value of a key that must have this type; None when it is absent and optional."""
        if key not in self.raw:
            if optional:
                return None
            raise self.error(key, "is missing")
        value = self.raw.pop(key)
        if not isinstance(value, kind) or (isinstance(value, str) and not value.strip()):
            raise self.error(key, f"is not usable: {value!r}")
        return value

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """Takes one of the allowed words."""
        value = str(self.take(key, str))
        if value not in allowed:
            raise self.error(key, f"{value!r} is none of {', '.join(allowed)}")
        return value

    def label(self, key: str, *, optional: bool = False) -> Label | None:
        """Takes a label in both languages."""
        value = self.take(key, dict, optional=optional)
        if value is None:
            return None
        if set(value) != {"zh", "en"} or not all(isinstance(text, str) and text.strip() for text in value.values()):
            raise self.error(key, "needs zh and en, and nothing else")
        return Label(value["zh"], value["en"])

    def required_label(self, key: str) -> Label:
        """Takes a label that must be there."""
        label = self.label(key)
        assert label is not None
        return label

    def block(self, key: str) -> "Block":
        """Takes an inner table."""
        return Block(self.file, f"{self.name}.{key}", self.take(key, dict))

    def finish(self) -> None:
        """Refuses what has not been taken: a misspelt key is never ignored."""
        if self.raw:
            raise self.error(sorted(self.raw)[0], "is not a key of this block")
