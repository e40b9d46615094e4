"""The report as Markdown: every figure links to its proof in the appendix."""

import re
from collections.abc import Iterator, Mapping

from warehouse.report.appendix import APPENDIX, FILE_HEADINGS, details, file_cells, intro
from warehouse.report.draft import Draft
from warehouse.report.model import Kind, Paragraph, Piece
from warehouse.report.proof import Proof

BEFORE = {Kind.TITLE: "# ", Kind.HEADING: "## ", Kind.SUBHEADING: "### "}
MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>|#~])")
STARTS_A_LIST = re.compile(r"^(\d+)([.)])|^([-+])")


def markdown_document(draft: Draft) -> str:
    """One document: the report, then the appendix."""
    anchors = {proof.figure.id: proof.anchor for proof in draft.proofs}
    blocks = [_paragraph(paragraph, anchors) for paragraph in draft.paragraphs]
    blocks += ["---", f"## {APPENDIX}", escaped(intro(draft))]
    for proof in draft.proofs:
        blocks += _proof(proof)
    return "\n\n".join(filter(None, blocks)) + "\n"


def escaped(text: str) -> str:
    """The text with nothing in it that Markdown would take for its own."""
    return MEANS_SOMETHING.sub(r"\\\1", " ".join(text.split("\n")))


def _no_list(line: str) -> str:
    """The line as it is read when it begins like an entry of a list: ``1.`` becomes ``1\\.``."""
    return STARTS_A_LIST.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", line)


def _paragraph(paragraph: Paragraph, anchors: Mapping[str, str]) -> str:
    if not paragraph.text.strip():
        return ""
    return BEFORE.get(paragraph.kind, "") + _no_list("".join(_piece(piece, anchors) for piece in paragraph.pieces))


def _piece(piece: Piece, anchors: Mapping[str, str]) -> str:
    text = escaped(piece.text)
    return text if piece.figure is None else f"[{text}](#{anchors[piece.figure]})"


def _proof(proof: Proof) -> Iterator[str]:
    yield f'<a id="{proof.anchor}"></a>\n\n### {proof.number}. {escaped(proof.figure.label.zh)}'
    yield "\n".join(f"- {name}：{escaped(text)}" for name, text in details(proof))
    if not proof.files:
        return
    lines = ["| " + " | ".join(FILE_HEADINGS) + " |", "|" + "---|" * len(FILE_HEADINGS)]
    lines += ["| " + " | ".join(escaped(cell) for cell in file_cells(entry)) + " |" for entry in proof.files]
    yield "\n".join(lines)
