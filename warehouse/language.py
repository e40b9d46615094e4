"""Words for people in both languages, and the one error that is shown to them."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Label:
    """A name or sentence in both languages, Chinese first."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not self.zh.strip() or not self.en.strip():
            raise ValueError(f"a label needs both languages: {self!r}")

    def in_language(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


class Refusal(Exception):
    """A foreseeable problem: one sentence in both languages and the next command to run.

    Nothing has been changed when it is raised. The command line shows it without a
    traceback and exits with 2; pages show it as a notice.
    """

    def __init__(self, zh: str, en: str, next_command: str | None = None) -> None:
        super().__init__(en)
        self.label = Label(zh, en)
        self.next_command = next_command
