"""Help texts in both languages, carried through Typer as one string."""

SEPARATOR = "\x1f"


def both(zh: str, en: str) -> str:
    """A help text in both languages; the command line shows the one that is asked for."""
    return f"{zh}{SEPARATOR}{en}"
