"""Comments of a worksheet with ours among them, and the boxes that show them."""

import re

import pytest

from pipelines.annotating.comment_shapes import block_numbers, with_shapes
from pipelines.annotating.comments import EMPTY, with_comments
from pipelines.annotating.marks import AUTHOR, RULE_OFF

HEAD = '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ALPHA, BETA = (0, 0), (4, 1)


def part(*comments: str, authors: str = "<author>李主任</author>") -> bytes:
    return f"{HEAD}<authors>{authors}</authors><commentList>{''.join(comments)}</commentList></comments>".encode()


def theirs(ref: str, text: str = "<r><rPr><b/></rPr><t>请核对</t></r>") -> str:
    return f'<comment ref="{ref}" authorId="0"><text>{text}</text></comment>'


def texts_of(xml: bytes) -> dict[str, str]:
    found = re.findall(r'<comment ref="(\w+)".*?</comment>', xml.decode(), re.DOTALL)
    bodies = re.findall(r"<comment .*?</comment>", xml.decode(), re.DOTALL)
    return {
        ref: "".join(re.findall(r"<t(?: [^>]*)?>(.*?)</t>", body, re.DOTALL)).replace("&#10;", "\n")
        for ref, body in zip(found, bodies, strict=True)
    }


def test_the_first_comment_of_a_sheet() -> None:
    comments = with_comments(EMPTY, {BETA: "缺日期"})
    assert texts_of(comments.xml) == {"B5": f"{RULE_OFF}\n缺日期"}
    assert comments.texts == {BETA: f"{RULE_OFF}\n缺日期"}
    assert AUTHOR.encode() in comments.xml


@pytest.mark.parametrize("text", ["<r><rPr><b/></rPr><t>请核对</t></r>", "<t>请核对</t>"], ids=["runs", "plain"])
def test_theirs_stands_above_ours(text: str) -> None:
    comments = with_comments(part(theirs("A1", text), theirs("C3")), {ALPHA: "缺日期"})
    assert texts_of(comments.xml) == {"A1": f"请核对\n{RULE_OFF}\n缺日期", "C3": "请核对"}
    assert ("<b/>" in text) == (comments.xml.count(b"<b/>") == 2), "the look of theirs is kept"


def test_ours_is_replaced_and_not_repeated() -> None:
    once = with_comments(part(theirs("A1")), {ALPHA: "缺日期", BETA: "缺金额"})
    twice = with_comments(once.xml, {ALPHA: "日期不对", BETA: "金额不对"})
    assert texts_of(twice.xml) == {"A1": f"请核对\n{RULE_OFF}\n日期不对", "B5": f"{RULE_OFF}\n金额不对"}
    assert twice.xml.count(f"<author>{AUTHOR}</author>".encode()) == 1


def test_ours_goes_when_it_is_no_longer_needed_and_theirs_stays() -> None:
    once = with_comments(part(theirs("A1")), {ALPHA: "缺日期", BETA: "缺金额"})
    after = with_comments(once.xml, {})
    assert texts_of(after.xml) == {"A1": "请核对"}
    assert after.removed == {BETA}


def test_ours_is_known_by_its_first_line_when_a_program_has_dropped_the_author() -> None:
    once = with_comments(EMPTY, {BETA: "缺金额"}).xml.replace(AUTHOR.encode(), b"")
    assert with_comments(once, {}).removed == {BETA}


def test_a_thread_becomes_a_comment_or_ours_would_not_be_seen() -> None:
    thread = part(theirs("A1"), authors="<author>tc={0A1B}</author>")
    xml = with_comments(thread, {ALPHA: "缺日期"}).xml
    assert b'authorId="1"' in xml
    assert "<author>批注</author>".encode() in xml


def test_texts_are_no_markup() -> None:
    xml = with_comments(EMPTY, {ALPHA: '<a> & "b" \x0b'}).xml
    assert b"&lt;a&gt; &amp; &quot;b&quot; _x000B_</t>" in xml


def shape_ids(drawing: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb'<v:shape [^>]*id="_x0000_s(\d+)"', drawing)]


def test_a_drawing_has_one_box_for_each_comment() -> None:
    drawing = with_shapes(None, {ALPHA: "甲", BETA: "乙"}, set(), taken := {3})
    assert shape_ids(drawing) == [4 * 1024 + 1, 4 * 1024 + 2]
    assert block_numbers([drawing]) == {4}
    assert taken == {3, 4}
    assert drawing.count(b'id="_x0000_t202"') == 1


def test_boxes_of_more_than_a_thousand_comments_take_more_blocks() -> None:
    drawing = with_shapes(None, {(row, 0): "甲" for row in range(2_000)}, set(), set())
    assert block_numbers([drawing]) == {1, 2}
    ids = shape_ids(drawing)
    assert len(set(ids)) == 2_000
    assert {number // 1024 for number in ids} == {1, 2}


def test_a_box_that_is_there_grows_with_its_comment_and_no_other_box_changes() -> None:
    before = with_shapes(None, {ALPHA: "甲", BETA: "乙"}, set(), set())
    after = with_shapes(before, {ALPHA: "\n".join("甲" * 9)}, set(), {1})
    assert shape_ids(after) == shape_ids(before)
    boxes = [re.findall(rb"<x:Anchor>([^<]+)<", drawing) for drawing in (before, after)]
    assert boxes[0][1] == boxes[1][1]
    assert boxes[0][0] != boxes[1][0]


def test_the_box_of_a_comment_that_went_goes_too() -> None:
    before = with_shapes(None, {ALPHA: "甲", BETA: "乙"}, set(), set())
    assert len(shape_ids(with_shapes(before, {}, {BETA}, {1}))) == 1


def test_a_drawing_that_is_no_xml_is_added_to_all_the_same() -> None:
    """Office leaves <br> open."""
    office = (
        b'<xml><o:idmap data="1"/><v:shape id="_x0000_s1025"><div>line<br></div><x:ClientData ObjectType="Checkbox">'
        b"<x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>"
    )
    drawing = with_shapes(office, {ALPHA: "甲"}, {ALPHA}, {1})
    assert b"line<br>" in drawing
    assert block_numbers([drawing]) == {1, 2}
    assert drawing.endswith(b"</v:shape></xml>")


def test_a_drawing_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="without an end"):
        with_shapes(b"<xml>", {ALPHA: "甲"}, set(), set())
