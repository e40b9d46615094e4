"""The report as one HTML file: it opens offline, asks nobody for anything, and prints in the official form.

Its own policy forbids every request and every script; the only style allowed is the one that it carries, by its hash.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from warehouse.report.appendix import APPENDIX, FILE_HEADINGS, details, file_cells, intro
from warehouse.report.draft import Draft
from warehouse.report.model import Kind, Paragraph, Piece
from warehouse.report.proof import Proof

STYLE = Path(__file__).parent / "report.css"
TAGS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.SUBHEADING: "h3"}


def html_document(draft: Draft) -> str:
    """One document: the report, then the appendix."""
    style = STYLE.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    anchors = {proof.figure.id: proof.anchor for proof in draft.proofs}
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(draft.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        '<main class="report">',
        *(_paragraph(paragraph, anchors) for paragraph in draft.paragraphs if paragraph.text.strip()),
        "</main>",
        '<section class="appendix">',
        f"<h2>{APPENDIX}</h2>",
        f"<p>{escape(intro(draft))}</p>",
        *(line for proof in draft.proofs for line in _proof(proof)),
        "</section>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _paragraph(paragraph: Paragraph, anchors: Mapping[str, str]) -> str:
    tag = TAGS.get(paragraph.kind, "p")
    said = "".join(_piece(piece, anchors) for piece in paragraph.pieces)
    return f'<{tag} class="{paragraph.kind}">{said}</{tag}>'


def _piece(piece: Piece, anchors: Mapping[str, str]) -> str:
    text = escape(piece.text)
    return text if piece.figure is None else f'<a href="#{anchors[piece.figure]}">{text}</a>'


def _proof(proof: Proof) -> Iterator[str]:
    yield f'<article id="{proof.anchor}"><h3>{proof.number}. {escape(proof.figure.label.zh)}</h3><dl>'
    for name, text in details(proof):
        yield f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>"
    yield "</dl>"
    if proof.files:
        heads = "".join(f'<th scope="col">{heading}</th>' for heading in FILE_HEADINGS)
        yield f'<div class="files"><table><thead><tr>{heads}</tr></thead><tbody>'
        for entry in proof.files:
            yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in file_cells(entry)) + "</tr>"
        yield "</tbody></table></div>"
    yield "</article>"
