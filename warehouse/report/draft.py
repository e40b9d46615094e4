"""A year's report drafted: the template's text with the figures of its day, and the proof of each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from warehouse.figures.question import asked_as_of, asked_day
from warehouse.language import Refusal
from warehouse.reader import Published
from warehouse.report.default_template import default_template
from warehouse.report.facts import Fact, facts, in_chinese
from warehouse.report.fill import fill
from warehouse.report.model import NUMBERS, Kind, Paragraph, Piece, plain
from warehouse.report.outlook import TASKS, TITLES, chapter, unfiled
from warehouse.report.package import packed
from warehouse.report.placeholders import DOUBTS, FACTS, NOTE
from warehouse.report.proof import Proof, missing_ledgers, proof_of
from warehouse.report.reading import Reading, read_day
from warehouse.report.resolve import Known, Resolved, resolve, subject_of
from warehouse.report.sentences import doubt
from warehouse.report.template import Place, Template, read_template

DELIVERED_TEMPLATE = "默认模板"


@dataclass(frozen=True, slots=True)
class Draft:
    """The report of a year up to a day. ``proofs`` are its figures in the order of the text, ``used`` its facts."""

    day: date
    version: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    proofs: tuple[Proof, ...]
    used: tuple[Fact, ...]
    doubts: tuple[str, ...]
    document: bytes


def report_day(published: Published, year: int, as_of_text: str | None) -> date:
    """31 December, or the day asked for; refuses a year without data, another year's day and one yet to come."""
    first, last = published.first_month.year, published.data_date.year
    if not first <= year <= last:
        raise Refusal(
            f"没有{year}年的数据；可写的年份：{first}–{last}",
            f"There are no data of {year}; years with data: {first}–{last}",
            f"unionkpi report --year {last} --out 年度工作总结.docx",
        )
    draft = f"unionkpi report --year {year} --as-of {published.data_date} --out 年度工作总结.docx"
    if as_of_text is None and date(year, 12, 1) > published.data_date:
        raise Refusal(
            f"{year}年的数据只到{in_chinese(published.data_date)}；可先按这一天起草",
            f"The data of {year} reach to {published.data_date} only; a draft can be made as of that day",
            draft,
        )
    asked = asked_day(as_of_text, draft) if as_of_text else date(year, 12, 31)
    if asked.year != year:
        raise Refusal(
            f"截至日期 {asked} 不在{year}年内",
            f"{asked} does not lie in {year}",
            f"unionkpi report --year {asked.year} --as-of {asked} --out 年度工作总结.docx",
        )
    return asked_as_of(published, asked.isoformat()).day


def draft_report(
    published: Published, day: date, optional_chapters: Sequence[str], template: tuple[str, bytes] | None = None
) -> Draft:
    """The report of the day's year; ``template`` is a file's name and content, None the delivered one.

    ``optional_chapters`` are keys of :data:`warehouse.report.outlook.TITLES`. Raises :class:`Refusal` for a template
    that cannot be used.
    """
    name, content = template or (DELIVERED_TEMPLATE, default_template())
    opened = read_template(content, name)
    traced = (*opened.indicator_ids, TASKS)
    reading = read_day(published, day, traced, traces_short=bool(optional_chapters))
    blocks = _blocks(opened, reading, day, optional_chapters)
    known = Known(reading.figures, facts(published, day), blocks)
    proofs = _proofs(_text([resolve(place, known) for place in opened.places]), reading)
    doubts = (
        *(_doubt(proof, reading) for proof in proofs if proof.figure.is_doubtful),
        *unfiled(reading, [name for name, title in TITLES.items() if blocks[title]]),
    )
    blocks[DOUBTS] = _doubt_list(doubts)
    resolved = [resolve(place, known) for place in opened.places]
    paragraphs = _text(resolved)
    title = next((entry.text for entry in paragraphs if entry.kind is Kind.TITLE), f"{day.year}年度工作总结")
    used = {entry.name for place in opened.places for entry in place.placeholders if entry.name in FACTS}
    fill(opened, resolved)
    return Draft(
        day=day,
        version=published.version,
        title=title,
        paragraphs=paragraphs,
        proofs=proofs,
        used=tuple(fact for fact in known.facts.values() if fact.name in used),
        doubts=doubts,
        document=packed(opened.document, title, day),
    )


def _blocks(
    template: Template, reading: Reading, day: date, optional_chapters: Sequence[str]
) -> dict[str, list[Paragraph]]:
    """The paragraphs of every block; the list of doubts is known later."""
    note = [] if (day.month, day.day) == (12, 31) else [plain(Kind.NOTE, f"（送审稿，数据截至{in_chinese(day)}）")]
    blocks: dict[str, list[Paragraph]] = {NOTE: note, DOUBTS: [], **{title: [] for title in TITLES.values()}}
    number = 0
    for place in template.places:
        number = max(number, _chapter_number(place))
        for name in optional_chapters:
            if place.block == TITLES[name]:
                number += 1
                blocks[place.block] = chapter(name, reading, number)
    return blocks


def _chapter_number(place: Place) -> int:
    """The number of a chapter's heading, 0 of anything else."""
    return NUMBERS.get(place.text.strip().partition("、")[0], 0) if place.kind is Kind.HEADING else 0


def _text(resolved: Sequence[Resolved]) -> tuple[Paragraph, ...]:
    return tuple(paragraph for entry in resolved if entry.place.is_in_body for paragraph in entry.paragraphs)


def _proofs(paragraphs: Sequence[Paragraph], reading: Reading) -> tuple[Proof, ...]:
    """One proof an indicator, numbered by its first place in the text."""
    subjects: dict[str, str] = {}
    for at, paragraph in enumerate(paragraphs):
        for piece in paragraph.pieces:
            if piece.figure is not None:
                subjects.setdefault(piece.figure, subject_of(paragraphs, at))
    return tuple(
        proof_of(number, subject, name, reading) for number, (name, subject) in enumerate(subjects.items(), start=1)
    )


def _doubt(proof: Proof, reading: Reading) -> str:
    said = doubt(proof.figure)
    missing = missing_ledgers(proof.figure, reading.ledgers)
    reason = "；".join(filter(None, (said.zh if said else "", f"缺{missing}" if missing else "")))
    return f"{proof.subject or '正文'}：{proof.figure.label.zh}，{reason}"


def _doubt_list(doubts: Sequence[str]) -> list[Paragraph]:
    if not doubts:
        return []
    heading = plain(Kind.BODY, f"定稿前需核实的数字（{len(doubts)}处）：")
    return [heading, *(Paragraph(Kind.BODY, (Piece(f"{at}.{text}。"),)) for at, text in enumerate(doubts, start=1))]
