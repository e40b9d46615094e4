"""行业门类: the section letter, its Chinese name and the names in daily use."""

import pytest

from pipelines.industries import SECTIONS, section_of


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.letter)
def test_letter_name_and_both_together_are_the_section(section):
    spellings = (section.letter, section.letter.lower(), section.label.zh, *section.other_names)
    assert {section_of(spelling) for spelling in spellings} == {section.letter}
    assert section_of(f"{section.letter} {section.label.zh}") == section.letter


def test_there_are_the_twenty_sections_a_to_t():
    assert "".join(section.letter for section in SECTIONS) == "ABCDEFGHIJKLMNOPQRST"


@pytest.mark.parametrize(
    ("text", "letter"),
    [("农林牧渔业", "A"), ("制造", "C"), ("批发零售业", "F"), ("住宿、餐饮业", "H"), ("Ｃ", "C"), (" 教育业 ", "P")],
)
def test_punctuation_joining_words_and_width_do_not_matter(text, letter):
    assert section_of(text) == letter


@pytest.mark.parametrize("text", ["", "U", "业", "C13", "D 制造业", "服务业", "其他"])
def test_anything_else_is_no_section(text):
    assert section_of(text) is None
