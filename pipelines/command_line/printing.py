"""Answers on standard output: lines and tables for people, one JSON document for programs."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from warehouse.language import Label, Language

UNLIMITED = 10_000
"""Width of a table that goes into a file or a pipe, where nothing may be cut off."""
PROGRESS_VARIABLE = "UNIONKPI_PROGRESS"
PROGRESS_LINES = "lines"
"""The variable's value for a program that watches: one JSON document a line on standard error."""


def write_json(document: Any) -> None:
    """Writes the one JSON document of ``--json``."""
    write_line(json.dumps(document, ensure_ascii=False, indent=2))


def write_line(text: str = "") -> None:
    """Writes one line, at once: a person or a program may be waiting for it."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def write_table(headings: Sequence[str], lines: Sequence[Sequence[str]], numbers: Sequence[str] = ()) -> None:
    """Writes an aligned table, Chinese characters two columns wide; ``numbers`` are the headings aligned right."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in headings:
        side: Literal["left", "right"] = "right" if heading in numbers else "left"
        table.add_column(heading, justify=side, overflow="fold", no_wrap=not sys.stdout.isatty())
    for line in lines:
        table.add_row(*line)
    width = None if sys.stdout.isatty() else UNLIMITED
    Console(file=sys.stdout, width=width, highlight=False, markup=False).print(table)


@contextmanager
def progress_bar(language: Language) -> Iterator[Callable[[Label, int, int], None] | None]:
    """A bar on standard error for long work; None where nobody watches, so that logs stay clean.

    With ``UNIONKPI_PROGRESS=lines`` lines for a program instead: ``{"step", "done", "total"}``.
    """
    if os.environ.get(PROGRESS_VARIABLE) == PROGRESS_LINES:
        yield lambda step, done, total: _progress_line(step.in_language(language), done, total)
        return
    if not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[Label, Any] = {}

        def tell(step: Label, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step.in_language(language), total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield tell


def _progress_line(step: str, done: int, total: int) -> None:
    sys.stderr.write(json.dumps({"step": step, "done": done, "total": total}, ensure_ascii=False) + "\n")
    sys.stderr.flush()
