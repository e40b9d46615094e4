"""Tables are HTML of our own: nothing that a file held may become markup."""

from dashboard.table import Link, TableColumn, html_table


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
