"""Tables are HTML of our own: nothing that a file held may become markup."""

from dashboard.table import STACKED, Folded, Link, TableColumn, Toned, html_table


def test_every_text_is_escaped():
    html = html_table([TableColumn("a", "<甲>")], [{"a": "<script>alert(1)</script>"}, {"a": None}], "问题 & 清单")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "&lt;甲&gt;" in html
    assert "问题 &amp; 清单" in html
    assert "<td></td>" in html


def test_a_state_has_its_colour_beside_its_shape_and_word():
    html = html_table([TableColumn("a", "状态")], [{"a": "▼ 落后"}], "x")
    assert '<span class="light light-red">▼ 落后</span>' in html


def test_a_link_cannot_leave_its_attribute():
    html = html_table([TableColumn("a", "x")], [{"a": Link("<甲>", 'indicators?a="&b=1')}], "x")
    assert '<a href="indicators?a=&quot;&amp;b=1">&lt;甲&gt;</a>' in html


def test_a_change_has_the_colour_of_its_judgement():
    html = html_table([TableColumn("a", "同比")], [{"a": Toned("↓ 1.8个百分点 转差", "bad")}], "x")
    assert '<td><span class="change-bad">↓ 1.8个百分点 转差</span></td>' in html


def test_a_long_cell_opens_line_by_line():
    html = html_table([TableColumn("a", "说明")], [{"a": Folded("超过5%", ["台账<甲>4／22行", "台账乙4／75行"])}], "x")
    assert "<td><details><summary>超过5%</summary>台账&lt;甲&gt;4／22行<br>台账乙4／75行</details></td>" in html


def test_where_a_phone_shows_rows_as_blocks_every_cell_knows_its_heading():
    html = html_table(
        [TableColumn("a", "表头"), TableColumn("b", "行", is_number=True)], [{"a": "甲", "b": "7"}], "x", STACKED
    )
    assert '<table class="plain-table stacked">' in html
    assert '<td data-label="表头">甲</td><td class="number" data-label="行">7</td>' in html
