"""The text of the annual report as it is delivered: one TOML file a chapter, its sentences with their placeholders.

A file has ``position``, ``title`` (the opening has none) and blocks ``[[subject]]`` with ``heading`` (optional) and
``sentences``. A sentence is changed here and nowhere else; which placeholders there are says
:mod:`warehouse.report.placeholders`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from warehouse.toml_block import Block

FOLDER = Path(__file__).parent / "chapters"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is said of one subject; the heading is empty where the chapter's own is enough."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter by its place; the opening has no title."""

    position: int
    title: str
    subjects: tuple[Subject, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters by position. Raises ``ValueError`` naming file and key of what is wrong."""
    found = [_chapter(file.name, file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.toml"))]
    return tuple(sorted(found, key=lambda chapter: chapter.position))


def _chapter(file: str, text: str) -> Chapter:
    block = Block(file, "chapter", tomllib.loads(text))
    subjects = [_subject(Block(file, "subject", entry)) for entry in block.take("subject", list)]
    title = block.take("title", str, optional=True) or ""
    chapter = Chapter(int(block.take("position", int)), title, tuple(subjects))
    block.finish()
    return chapter


def _subject(block: Block) -> Subject:
    subject = Subject(block.take("heading", str, optional=True) or "", tuple(block.take("sentences", list)))
    block.finish()
    return subject
