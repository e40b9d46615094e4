"""The ledgers there are: every module of :mod:`pipelines.ledgers`."""

import importlib
import pkgutil
from functools import cache

import pipelines.ledgers as package
from pipelines.ledger import Ledger


@cache
def ledgers() -> dict[str, Ledger]:
    """All declared ledgers by id, in alphabetical order of their ids.

    Raises ``ValueError`` when a module's name is not its ledger's id.
    """
    found: dict[str, Ledger] = {}
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda entry: entry.name):
        ledger: Ledger = importlib.import_module(f"{package.__name__}.{module.name}").LEDGER
        if ledger.id != module.name:
            raise ValueError(f"pipelines/ledgers/{module.name}.py declares ledger {ledger.id}")
        found[ledger.id] = ledger
    return found
