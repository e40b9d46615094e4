"""What one file may cost: every limit that a hostile or broken file runs into, in one place."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileLimits:
    """Bounds of one file; the values hold for a county's largest ledger many times over.

    ``seconds`` and ``memory_bytes`` (of address space) are what the child process that reads it
    may use, ``file_bytes`` its size, ``unpacked_bytes`` and ``parts`` what an archive says it holds,
    ``cells`` the cells of all its sheets, ``rows`` and ``columns`` how far down and to the right
    cells may be filled, ``answer_bytes`` what the child may send back.
    """

    seconds: float = 20.0
    memory_bytes: int = 450 * MEBIBYTE
    file_bytes: int = 100 * MEBIBYTE
    unpacked_bytes: int = 200 * MEBIBYTE
    parts: int = 2_000
    cells: int = 5_000_000
    rows: int = 400_000
    columns: int = 256
    answer_bytes: int = 200 * MEBIBYTE

    def seconds_for(self, size: int) -> float:
        """Time for a file of this size in bytes: more than ``seconds`` from as many megabytes on."""
        return max(self.seconds, min(size, self.file_bytes) / MEBIBYTE)


LIMITS = FileLimits()
"""The limits that hold unless a test sets smaller ones."""
