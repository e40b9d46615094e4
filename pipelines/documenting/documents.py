"""The written manuals by file name, and which of a folder's copies are stale."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from pipelines.config import Config
from pipelines.documenting.data_dictionary import data_dictionary
from pipelines.documenting.indicator_catalogue import indicator_catalogue
from pipelines.ledger import Ledger
from pipelines.load import describe_ledgers
from pipelines.registry import ledgers
from warehouse.figures.catalogue import indicators
from warehouse.figures.definition import definitions
from warehouse.figures.indicator import Indicator
from warehouse.language import Language
from warehouse.mart import marts
from warehouse.meta import create_schema

SUFFIXES: dict[Language, str] = {"zh": ".zh-CN.md", "en": ".md"}


def documents() -> dict[str, str]:
    """Every manual's text by its file name; the same whenever it is asked for."""
    versions = _versions(ledgers(), indicators())
    found: dict[str, str] = {}
    for language, suffix in SUFFIXES.items():
        found[f"data-dictionary{suffix}"] = data_dictionary(ledgers(), marts(), indicators(), language)
        found[f"indicators{suffix}"] = indicator_catalogue(indicators(), versions, ledgers(), language)
    return found


def _versions(declared: Mapping[str, Ledger], catalogue: Mapping[str, Indicator]) -> dict[str, str]:
    """The version of every definition: that of any home, for no configuration has a part in it."""
    with duckdb.connect(":memory:") as con:
        create_schema(con)
        describe_ledgers(con, declared, Config(county_code="", county_name=""))
        return dict(definitions(con, catalogue).select("indicator_id", "definition_version").iter_rows())


def stale(folder: Path, texts: Mapping[str, str]) -> list[str]:
    """The names of the manuals whose copy in the folder is missing or says something else."""
    return [name for name, text in texts.items() if not _says(folder / name, text)]


def _says(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def write(folder: Path, texts: Mapping[str, str]) -> list[str]:
    """Writes the stale ones and gives their names."""
    changed = stale(folder, texts)
    for name in changed:
        (folder / name).write_text(texts[name], encoding="utf-8", newline="\n")
    return changed
