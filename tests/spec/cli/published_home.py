"""Homes with a published version, made without a build: the command line only reads them."""

from pathlib import Path

from tests.warehouse_tables import Tables
from warehouse.kpi_tables import compute_and_store
from warehouse.publish import Store

VERSION = "0123456789abcdef"


def publish(home: Path, tables: Tables, version: str = VERSION) -> Path:
    """Publishes the tables as a version of the home; gives the home's folder back."""
    tables.settings["version"] = version
    built = tables.build()
    compute_and_store(built.con)
    store = Store(home / "warehouse")
    store.folder.mkdir(parents=True, exist_ok=True)
    building = store.building(version)
    built.con.execute(f"attach '{building}' as copy")
    built.con.execute("copy from database memory to copy")
    built.con.execute("detach copy")
    built.con.close()
    store.finish(building, version, {})
    return home
