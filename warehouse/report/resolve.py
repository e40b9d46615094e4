"""The template's paragraphs with everything said that their placeholders ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warehouse.report.facts import Fact
from warehouse.report.figure import Figure
from warehouse.report.model import Kind, Paragraph, Piece
from warehouse.report.placeholders import CHANGE, FACTS, LAST_YEAR, PHRASES, Placeholder
from warehouse.report.sentences import change, last_year, mark, value
from warehouse.report.template import Place

WHOLE = "全覆盖"


@dataclass(frozen=True, slots=True)
class Known:
    """What placeholders are filled from: figures by indicator, facts and blocks by name."""

    figures: Mapping[str, Figure]
    facts: Mapping[str, Fact]
    blocks: Mapping[str, Sequence[Paragraph]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A paragraph of the template and what became of it: pieces for each placeholder, or whole paragraphs."""

    place: Place
    fillings: tuple[tuple[Piece, ...], ...]
    paragraphs: tuple[Paragraph, ...]


def resolve(place: Place, known: Known) -> Resolved:
    """Says the placeholders of one paragraph; a block may become several paragraphs, or none."""
    if place.block:
        return Resolved(place, (), tuple(known.blocks[place.block]))
    fillings = tuple(pieces_of(placeholder, known) for placeholder in place.placeholders)
    pieces: list[Piece] = []
    at = 0
    for placeholder, filling in zip(place.placeholders, fillings, strict=True):
        pieces += [Piece(place.text[at : placeholder.start]), *filling]
        at = placeholder.end
    pieces.append(Piece(place.text[at:]))
    said = tuple(piece for piece in pieces if piece.text)
    return Resolved(place, fillings, (Paragraph(place.kind, said),) if said else ())


def pieces_of(placeholder: Placeholder, known: Known) -> tuple[Piece, ...]:
    """What stands in place of one placeholder."""
    if placeholder.name in FACTS:
        return (Piece(known.facts[placeholder.name].text),)
    if placeholder.name in PHRASES:
        return democratic_management(*(known.figures[name] for name in PHRASES[placeholder.name]))
    figure = known.figures[placeholder.name]
    match placeholder.aspect:
        case None:
            return (Piece(value(figure, "zh", placeholder.unit), figure.id),)
        case aspect if aspect == CHANGE:
            said = change(figure)
            return (Piece(f"（{said}）", figure.id),) if said else ()
        case aspect if aspect == LAST_YEAR:
            return (Piece(last_year(figure, placeholder.unit), figure.id),)
        case _:
            raise AssertionError(placeholder)


def democratic_management(disclosure: Figure, congress: Figure) -> tuple[Piece, ...]:
    """公有制企业: 全覆盖 only when both rates are exactly the whole, otherwise both rates."""
    if disclosure.is_whole and congress.is_whole:
        doubtful = mark(disclosure) or mark(congress)
        return (
            Piece("公有制企业"),
            Piece("厂务公开", disclosure.id),
            Piece("和"),
            Piece("职工代表大会", congress.id),
            Piece(f"制度建制{WHOLE}{doubtful}"),
        )
    return (
        Piece("公有制企业厂务公开建制率"),
        Piece(value(disclosure), disclosure.id),
        Piece("、职工代表大会建制率"),
        Piece(value(congress), congress.id),
    )


def subject_of(paragraphs: Sequence[Paragraph], at: int) -> str:
    """What the paragraph at a place is about: the nearest heading above it."""
    above = (entry for entry in reversed(paragraphs[: at + 1]) if entry.kind in (Kind.HEADING, Kind.SUBHEADING))
    return next((entry.text for entry in above), "")
