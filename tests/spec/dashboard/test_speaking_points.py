"""会议口径: what can be copied follows the date, the place and the subject of the address."""

from pathlib import Path

import pytest

from tests.dashboard_visit import visit, words_on
from warehouse.reader import open_published

pytestmark = pytest.mark.slow

WITHHELD = """
select any_value(region_code)
from kpi.values
where is_suppressed and as_of_date = '2021-12-31' and indicator_id = 'student_aid_students' and region_code <> 'none'
"""


@pytest.fixture(autouse=True)
def home(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    return sample_home


def test_each_subject_is_one_text_and_each_sentence_another() -> None:
    test = visit("speaking-points", subject="organisation")
    whole, *sentences = [code.value for code in test.code]
    assert [header.value for header in test.header] == ["组织建设"]
    assert whole.startswith("截至2021年12月31日，云岭县组织建设情况：")
    assert whole.endswith("".join(sentences))
    assert any("基层工会数" in text and "比上年同期" in text for text in sentences)


def test_all_subjects_are_shown_by_default_in_the_language_of_the_page() -> None:
    zh, en = visit("speaking-points"), visit("speaking-points", lang="en")
    assert len(zh.header) == len(en.header) > 4
    assert len(zh.code) == len(en.code)
    assert "as of 31 December 2021: " in en.code[0].value


def test_another_date_is_another_text() -> None:
    texts = [visit("speaking-points", subject="relief", as_of=month).code[0].value for month in ("2021-06", "2021-12")]
    assert texts[0].startswith("截至2021年6月30日")
    assert texts[0] != texts[1]


def test_a_township_has_its_own_figures_and_few_people_are_not_shown(home: Path) -> None:
    township = open_published(home / "warehouse").query(WITHHELD).item()
    test = visit("speaking-points", subject="relief", region=township)
    assert "〔人数少于5，按规定不显示〕" in test.code[0].value
    assert "个指标只有全县数" in test.info[0].value
    assert "带标记" in words_on(test)


def test_what_was_never_handed_in_is_said_to_be_missing(bare_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNIONKPI_HOME", str(bare_home))
    test = visit("speaking-points", subject="organisation")
    assert "基层工会数〔未报送〕。" in test.code[0].value
