"""A document is changed where it is told to, and nowhere else."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.annotating.sheet_cells import area_of, cell_of, name_of
from pipelines.annotating.xml_places import Changes, cell_text, content_text, in_utf8, parsed, with_attributes

DOCUMENT = b"""<?xml version="1.0"?>
<x:a xmlns:x="u" xmlns:mc="m" mc:Ignorable='x14 xr' q='a"b>'><!-- <c/> --><x:b r:id="1" id="2" xmlns:r="r"/>
<x:c></x:c><x:d>text &amp; more</x:d></x:a>"""


def test_elements_are_where_they_are_written() -> None:
    root = parsed(DOCUMENT)
    assert [(child.prefix, child.name) for child in root.children] == [("x:", "b"), ("x:", "c"), ("x:", "d")]
    written = [DOCUMENT[child.start : child.end] for child in root.children]
    assert written == [b'<x:b r:id="1" id="2" xmlns:r="r"/>', b"<x:c></x:c>", b"<x:d>text &amp; more</x:d>"]
    assert content_text(DOCUMENT, root.children[2]) == "text & more"
    assert root.children[0].attributes == {"id": "2"}, "an attribute without a prefix goes before one with"
    assert root.attributes["Ignorable"] == "x14 xr"


def test_what_is_not_changed_stays_byte_for_byte() -> None:
    assert Changes(DOCUMENT).applied() == DOCUMENT


def test_changes_of_one_element_come_together() -> None:
    root, changes = parsed(DOCUMENT), Changes(DOCUMENT)
    changes.append(root.children[0], b"<new/>")
    changes.set(root.children[0], "id", 'a"b')
    changes.prepend(root, b"<first/>")
    changes.append(root.children[1], b"<in/>")
    changes.set(root, "q", None)
    changes.replace(root.children[2].start, root.children[2].end, b"")
    assert changes.applied().splitlines()[1:] == [
        b'<x:a xmlns:x="u" xmlns:mc="m" mc:Ignorable=\'x14 xr\'><first/>'
        b'<!-- <c/> --><x:b r:id="1" id="a&quot;b" xmlns:r="r"><new/></x:b>',
        b"<x:c><in/></x:c></x:a>",
    ]


def test_what_is_in_an_element_to_leave_out_is_not_looked_at() -> None:
    root = parsed(b"<w><rows><row><rows/></row></rows><after/></w>", without="rows")
    assert [(child.name, len(child.children)) for child in root.children] == [("rows", 0), ("after", 0)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_documents_in_other_encodings_are_read_in_utf8(encoding: str) -> None:
    written = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><a>县</a>'.encode(encoding)
    xml = in_utf8(written)
    root = parsed(xml)
    assert content_text(xml, root) == "县"
    assert b'encoding="UTF-8"' in xml


@given(st.text(min_size=0, max_size=40))
def test_any_text_becomes_the_content_of_a_cell(text: str) -> None:
    xml = b"<t>" + cell_text(text) + b"</t>"
    parsed(xml)
    assert b"<" not in xml[3:-4]


@given(st.text(string.printable + "县“”＝", max_size=40).filter(lambda text: "\r" not in text))
def test_printable_text_is_read_back_as_it_was(text: str) -> None:
    xml = b"<t>" + cell_text(text) + b"</t>"
    escaped = any(character in text for character in "\x0b\x0c")
    assert escaped or content_text(xml, parsed(xml)) == text


def test_what_looks_like_an_escape_is_escaped() -> None:
    assert cell_text("_x0041_\x0b") == b"_x005F_x0041__x000B_"


@given(
    st.dictionaries(st.sampled_from(["s", "r", "t"]), st.one_of(st.none(), st.text("ab<\"'&", min_size=1, max_size=4)))
)
def test_attributes_are_set_added_and_removed(values: dict[str, str | None]) -> None:
    old = {"r": "B5", "x:s": "1", "s": "2"}
    tag = with_attributes(b'<x:c r="B5" x:s=\'1\' s="2"/>', values)
    left = old | values
    expected = {"r": left["r"], "s": left["s"] or left["x:s"], "t": left.get("t")}
    found = parsed(tag.replace(b"<x:c", b'<x:c xmlns:x="u"')).attributes
    assert found == {name: value for name, value in expected.items() if value is not None}


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_the_name_of_a_cell_is_its_place(row: int, column: int) -> None:
    assert cell_of(name_of((row, column))) == (row, column)
    assert area_of(f"A1:{name_of((row, column))}") == (0, 0, row, column)


@pytest.mark.parametrize(
    ("name", "cell"), [("A1", (0, 0)), ("$Z$9", (8, 25)), ("AA10", (9, 26)), ("XFD1", (0, 16_383))]
)
def test_names_of_cells(name: str, cell: tuple[int, int]) -> None:
    assert cell_of(name) == cell
