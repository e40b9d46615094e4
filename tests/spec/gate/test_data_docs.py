"""The data docs open without a network, run nothing and hold no cell of a person."""

import re
import socket
from pathlib import Path

import pytest

from expectations.data_docs import write_data_docs
from expectations.offline_page import offline_content
from tests.spec.gate.conftest import judge, make_pages
from tests.spec.gate.database import PERSON_A, SUITES, change, sound_database

LOADS = re.compile(r"https?:|//\w|\bsrc\s*=|url\(|@import|<script|<iframe|<object|<form|\bon\w+\s*=", re.IGNORECASE)


def write_pages(folder: Path) -> Path:
    """The pages of a version with three failed checks."""
    database = sound_database(folder / "version.duckdb")
    change(database, "update ledger.relief_visits set person_key = '赵某某' where visit_code = 'V2'")
    change(database, "update ledger.unions set audit_body = '另类' where union_code = 'U2'")
    make_pages(database, SUITES, folder / "docs")
    return folder / "docs"


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pages(tmp_path_factory.mktemp("version"))


def test_nothing_is_loaded_from_outside_and_nothing_runs(docs: Path) -> None:
    pages = sorted(docs.iterdir())
    assert len(pages) > 15
    assert [(page.name, LOADS.findall(page.read_text(encoding="utf-8"))) for page in pages] == [
        (page.name, []) for page in pages
    ]


def test_every_link_leads_to_a_page_of_the_folder(docs: Path) -> None:
    links = {link for page in docs.glob("*.html") for link in re.findall(r'href="([^"#]+)', page.read_text("utf-8"))}
    assert {link for link in links if not (docs / link).is_file()} == set()


def test_no_cell_of_a_person_and_no_failing_value(docs: Path) -> None:
    whole = "".join(page.read_text(encoding="utf-8") for page in docs.iterdir())
    assert not any(cell in whole for cell in ("赵某某", PERSON_A, "另类", "V2", "500.5"))


def test_the_first_page_is_chinese_and_counts(docs: Path) -> None:
    index = (docs / "index.html").read_text(encoding="utf-8")
    assert "版本 0123456789abcdef，数据日期 2021-02-28；共38项检查，3项未通过" in index
    assert '<a href="ledger.relief_visits.html">送温暖慰问台账</a>' in index


def test_a_page_tells_great_expectations_words_and_the_data_date_as_its_time(docs: Path) -> None:
    page = (docs / "ledger.relief_visits.html").read_text(encoding="utf-8")
    assert "values must never be null" in page
    assert "2021-02-28T00:00:00Z" in page


def test_equal_versions_give_equal_pages(docs: Path, tmp_path: Path) -> None:
    again = write_pages(tmp_path)
    assert {page.name: page.read_bytes() for page in docs.iterdir()} == {
        page.name: page.read_bytes() for page in again.iterdir()
    }


def test_only_content_is_kept_of_a_page() -> None:
    page = """<head><link href="https://a.example/x.css"></head>
    <nav class="navbar navbar-expand-md"><nav>logo</nav></nav>
    <div id="section-2" style="background: url(https://a.example)" onclick="go()">a &lt; b<br>
    <a href="#section-2">down</a><a href="javascript:go()">odd</a><img src="//a.example/x.png"></div>
    <footer><a href="https://a.example">news</a></footer><script src="x.js">go()</script>"""
    assert offline_content(page).split() == [
        '<div', 'id="section-2">a', "&lt;", "b<br>", '<a', 'href="#section-2">down</a><a>odd</a></div>',
    ]  # fmt: skip


def test_the_gate_asks_nothing_of_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    for way in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, way, refuse)
    assert judge(sound_database(tmp_path / "version.duckdb"), SUITES)


@pytest.mark.slow
def test_the_command_writes_the_pages_by_the_child(database: Path, tmp_path: Path) -> None:
    first = write_data_docs(database, SUITES, tmp_path / "docs")
    assert "全部通过" in first.read_text(encoding="utf-8")
