"""What the person at the command line asked for: the command and the options that all commands share."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import get_args

from warehouse.language import Language, Refusal

HOME_VARIABLE = "UNIONKPI_HOME"
HELP_COMMAND = "unionkpi --help"
GLOBAL_OPTIONS = ("--home", "--lang", "--format")
GLOBAL_FLAGS = ("--json",)


class OutputFormat(StrEnum):
    """How an answer is written: for people, or as one JSON document, or as CSV."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options, as every command gets them."""

    home: Path
    language: Language
    output: OutputFormat

    @classmethod
    def of(cls, home: Path, language: str, output: str, *, as_json: bool = False) -> "Settings":
        """Validates the words given, of which ``as_json`` outdoes ``output``.

        Raises :class:`Refusal` naming the allowed ones.
        """
        if language not in get_args(Language):
            raise Refusal(
                f"--lang 应为 zh 或 en，不是 {language}", f"--lang must be zh or en, not {language}", HELP_COMMAND
            )
        if output not in tuple(OutputFormat):
            raise Refusal(
                f"--format 应为 table、json 或 csv，不是 {output}",
                f"--format must be table, json or csv, not {output}",
                HELP_COMMAND,
            )
        return cls(home, "en" if language == "en" else "zh", OutputFormat.JSON if as_json else OutputFormat(output))

    @property
    def as_json(self) -> bool:
        return self.output is OutputFormat.JSON

    def without_csv(self) -> "Settings":
        """For commands whose answer is no single table; raises :class:`Refusal` when CSV is asked for."""
        if self.output is OutputFormat.CSV:
            raise Refusal(
                "这个命令不能输出 csv；--format 应为 table 或 json",
                "This command has no csv output; --format must be table or json",
                HELP_COMMAND,
            )
        return self


@dataclass(frozen=True, slots=True)
class Invocation:
    """The arguments with the global options moved to the front, and what errors must know of them."""

    arguments: tuple[str, ...]
    command: str | None
    language: Language
    wants_json: bool
    says_what_to_do: bool
    home: str | None = None


def understand(arguments: Sequence[str]) -> Invocation:
    """Sorts the arguments, so that global options may stand before or after the command.

    Nothing is validated here: a wrong value is refused later, in the language found here.
    After ``--`` everything belongs to the command.
    """
    ours, others = _sorted(arguments)
    given = dict(pair.split("=", 1) for pair in ours if "=" in pair)
    command = next((word for word in others if not word.startswith("-")), None)
    return Invocation(
        arguments=(*ours, *others),
        command=command if others and others[0] == command else None,
        language="en" if given.get("--lang") == "en" else "zh",
        wants_json="--json" in ours or given.get("--format") == "json",
        says_what_to_do=bool(others),
        home=given.get("--home"),
    )


def _sorted(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    ours: list[str] = []
    others: list[str] = []
    without_value: list[str] = []
    words = list(arguments)
    while words:
        word = words.pop(0)
        if word == "--":
            others += [word, *words]
            break
        if word in GLOBAL_OPTIONS:
            if words and not words[0].startswith("--"):
                ours.append(f"{word}={words.pop(0)}")
            else:
                without_value.append(word)
        elif word in GLOBAL_FLAGS or word.split("=", 1)[0] in GLOBAL_OPTIONS:
            ours.append(word)
        else:
            others.append(word)
    # an option that lacks its value is all that can be said
    return ours, without_value or others
