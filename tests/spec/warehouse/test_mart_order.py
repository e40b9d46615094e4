"""Marts are built after all that they read."""

from pathlib import Path

import duckdb
import pytest

from warehouse.mart import build_marts, marts, relations
from warehouse.meta import create_schema


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.sql").write_text(text, encoding="utf-8")
    return folder


def test_the_order_follows_from_what_is_read(tmp_path: Path) -> None:
    folder = write(
        tmp_path, a="select * from mart.b", b="with x as (select * from mart.c) select * from x", c="select 1 as n"
    )
    assert list(marts(folder)) == ["c", "b", "a"]


def test_a_circle_names_its_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"circle: .*a\.sql"):
        marts(write(tmp_path, a="select * from mart.b", b="select * from mart.a"))


def test_a_missing_mart_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"marts/a\.sql reads mart\.nowhere"):
        marts(write(tmp_path, a="select * from mart.nowhere"))


@pytest.mark.parametrize("text", ["create table t as select 1", "select 1; select 2", "selec 1 from from"])
def test_a_mart_is_one_select(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"marts/a\.sql"):
        marts(write(tmp_path, a=text))


def test_a_ledger_that_does_not_exist_names_the_mart(tmp_path: Path) -> None:
    con = duckdb.connect()
    create_schema(con)
    with pytest.raises(ValueError, match=r"marts/a\.sql: .*nowhere"):
        build_marts(con, write(tmp_path, a="select * from as_of.nowhere"))


def test_names_of_steps_are_no_relations() -> None:
    text = "with steps as (select * from as_of.unions) select * from steps join ledger.members on true"
    assert relations("a.sql", text) == {"as_of.unions", "ledger.members"}
