"""What one visitor is handing in: uploads in a private folder that goes with the session."""

import hashlib
import shutil
import tempfile
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.hand_in.inbox import HandedIn

_KEY = "hand_in_desk"


@dataclass(eq=False)
class Desk:
    """Folders for uploads and their marked copies (mode 0700), and what has been done with them so far.

    ``check`` is the document of the last check and ``checked`` what it was made of. The folders are
    removed when the session forgets the desk, and when the server ends.
    """

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="unionkpi-hand-in-")))
    round: int = 0
    checked: tuple[object, ...] = ()
    check: dict[str, Any] = field(default_factory=dict)
    handed_in: list[HandedIn] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)
    build: dict[str, Any] | None = None
    built_files: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self.uploads.mkdir(mode=0o700)

    @property
    def uploads(self) -> Path:
        return self.folder / "uploads"

    @property
    def copies(self) -> Path:
        return self.folder / "copies"

    def lay(self, files: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
        """Makes the folder of uploads hold exactly these files; gives their names and hashes."""
        for path in self.uploads.iterdir():
            if path.name not in files:
                path.unlink()
        for name, content in files.items():
            (self.uploads / name).write_bytes(content)
        return tuple((name, hashlib.sha256(content).hexdigest()) for name, content in sorted(files.items()))

    def clear(self) -> None:
        """Forgets the uploads, so that the next ones are checked anew."""
        self.lay({})
        shutil.rmtree(self.copies, ignore_errors=True)
        self.checked, self.check = (), {}
        self.round += 1


def desk() -> Desk:
    """The desk of this session."""
    found: Desk = st.session_state.setdefault(_KEY, None) or Desk()
    st.session_state[_KEY] = found
    return found
