"""Sentences that a named person may put in other words, as long as their figures stay."""

from dataclasses import replace
from io import BytesIO

from docx import Document

from warehouse.snapshot.documents.content import Content
from warehouse.snapshot.documents.findings import of_brief as sentences
from warehouse.snapshot.documents.sentences import EditedSentence
from warehouse.snapshot.documents.word_brief import word_brief

WORDS = "全县入会率65%，还差5个百分点。"


def edited(content: Content, edit: EditedSentence) -> Content:
    return replace(content, context=replace(content.context, edited={edit.sentence_id: edit}))


def body(content: Content) -> str:
    return "".join(paragraph.text for paragraph in Document(BytesIO(word_brief(content))).paragraphs)


def edit_of(content: Content) -> EditedSentence:
    found = next(one for one in sentences(content)["coverage"] if one.id == "union_density")
    return EditedSentence(found.id, found.computed, WORDS, "甲", found.figures)


def test_every_sentence_has_an_id_of_its_own(content: Content) -> None:
    ids = [one.id for part in sentences(content).values() for one in part]
    assert len(set(ids)) == len(ids)
    assert {"month", "subject:relief", "members"} <= set(ids)


def test_an_edited_sentence_takes_the_place_of_the_computed_one(content: Content) -> None:
    edit = edit_of(content)
    assert (
        edit.computed
        == "入会率65%〔数据未报齐〕（会员人数65人，职工人数100人），暂不与上年同期比较，年度目标70%，接近。"
    )
    assert (edit.by, dict(edit.figures)) == (
        "甲",
        {"union_density": "65%〔数据未报齐〕，暂不与上年同期比较"},
    )
    text = body(edited(content, edit))
    assert WORDS in text
    assert edit.computed not in text
    assert "改写后数字已变" not in text


def test_it_is_marked_once_a_figure_of_it_is_another_one(content: Content) -> None:
    edit = replace(edit_of(content), figures={"union_density": "63%"})
    changed = edited(content, edit)
    (found,) = [one for one in sentences(changed)["coverage"] if one.id == "union_density"]
    assert found.is_stale
    assert f"{WORDS}〔改写后数字已变，现为：{edit.computed}〕" in body(changed)


def test_a_sentence_without_an_edit_is_never_stale(content: Content) -> None:
    assert not any(one.is_stale for part in sentences(content).values() for one in part)
