"""Markdown: headings, lists and tables of plain texts."""

from collections.abc import Iterable, Sequence


def cell(text: str) -> str:
    """A text in a table: bars are escaped, line ends become blanks."""
    return " ".join(text.replace("|", "\\|").split())


def code(text: str) -> str:
    """The text as code, on one line."""
    return f"`{' '.join(text.split())}`"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table; columns that are empty in every row are left out."""
    filled = [list(row) for row in rows]
    kept = [place for place in range(len(headings)) if any(row[place] for row in filled)]
    lines = [[headings[place] for place in kept], ["---"] * len(kept)]
    lines += [[cell(row[place]) for place in kept] for row in filled]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def items(pairs: Iterable[tuple[str, str | None]]) -> list[str]:
    """A list of names and what is said of them; what is empty is left out."""
    return [f"- **{name}**: {' '.join(text.split())}" for name, text in pairs if text] + [""]
