"""The order of judgement: row rules, duplicates, references and rules between ledgers, superseding."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from expectations.between import Session, load_rules
from pipelines.judging.candidates import Candidates, gather
from pipelines.judging.findings import FINDING_SCHEMA, findings, naming, problem_table, reading_problems, together
from pipelines.judging.reach import Reach, Stated, reach_of
from pipelines.judging.references import Directory, broken_references
from pipelines.judging.row_rules import broken_row_rules
from pipelines.judging.superseding import (
    duplicates,
    next_in_line,
    not_in_later_list,
    repeated_sheets,
    sheet_places,
    split_superseded,
)
from pipelines.judging.towns import resolve_towns
from pipelines.judging.verdict import (
    DELISTED_SCHEMA,
    Judged,
    count_lines,
    delisted_lines,
    loaded_table,
    sheet_lines,
    skip_lines,
    with_source,
)
from pipelines.ledger import Ledger, Severity, Span
from pipelines.reading.sheet_reading import SheetReading
from warehouse.language import Label


def judge(
    readings: Sequence[SheetReading],
    ledgers: Mapping[str, Ledger],
    settings: Mapping[str, str],
    indicator_ids: tuple[str, ...],
    published: Mapping[str, pl.DataFrame] | None = None,
    full_lists: frozenset[str] = frozenset(),
    inbox: Stated | None = None,
) -> Judged:
    """Judges all rows together; a pure function of the readings.

    ``settings`` are values that rules between ledgers may use (such as mutual_aid_base_year);
    ``published`` are tables of the published version that references may also lead to;
    ``full_lists`` the ledgers whose later files also end what they no longer list; ``inbox`` is
    what all sheets of the inbox state, where the readings are only some of them.
    """
    court = _Court(readings, ledgers, settings, indicator_ids, published or {}, full_lists, inbox)
    return court.verdict()


class _Court:
    """The state that one judgement works on: candidate rows lose their place, findings grow."""

    def __init__(
        self,
        readings: Sequence[SheetReading],
        ledgers: Mapping[str, Ledger],
        settings: Mapping[str, str],
        indicator_ids: tuple[str, ...],
        published: Mapping[str, pl.DataFrame],
        full_lists: frozenset[str],
        inbox: Stated | None,
    ) -> None:
        self.readings = readings
        self.ledgers = ledgers
        self.settings = settings
        self.indicator_ids = indicator_ids
        self.published = published
        self.full_lists = full_lists
        self.inbox = inbox
        self.rounds = 1
        self.found = pl.DataFrame(schema=FINDING_SCHEMA)
        self.candidates: Candidates = gather(readings, ledgers)
        self.bad_cells = _bad_cells(readings)

    def verdict(self) -> Judged:
        self.judge_rows("error", None)
        self.candidates, town_findings = resolve_towns(self.candidates, self.ledgers, self.published)
        self.record(town_findings)
        reach = reach_of(self.readings, self.candidates, self.ledgers, self.inbox)
        self.judge_rows("warning", reach.data_date)
        places = sheet_places(self.readings, reach.of_sheet)
        waiting = {
            ledger_id: frame.filter(~pl.col("is_rejected")).join(
                places, on="sheet_id", how="left", maintain_order="left"
            )
            for ledger_id, frame in self.candidates.items()
        }
        standing = self.judge_together(waiting, reach)
        return self.close(standing, reach, places)

    def record(self, found: pl.DataFrame) -> None:
        """Keeps findings; an error takes the row out of the race."""
        if found.is_empty():
            return
        self.found = pl.concat([self.found, found])
        errors = found.filter((pl.col("severity") == "error") & pl.col("row").is_not_null())
        marks = errors.select("sheet_id", "row").unique().with_columns(is_hit=pl.lit(True))
        for ledger_id in {self.readings[sheet_id].ledger for sheet_id in marks["sheet_id"].unique()} & set(
            self.ledgers
        ):
            marked = self.candidates[ledger_id].join(marks, on=["sheet_id", "row"], how="left", maintain_order="left")
            self.candidates[ledger_id] = marked.with_columns(
                is_rejected=pl.col("is_rejected") | pl.col("is_hit").fill_null(False)
            ).drop("is_hit")

    def judge_rows(self, severity: Severity, data_date: date | None) -> None:
        self.record(
            together(
                broken_row_rules(
                    self.candidates[ledger_id], ledger, severity, self.bad_cells.get(ledger_id, {}), data_date
                )
                for ledger_id, ledger in self.ledgers.items()
            )
        )

    def judge_together(self, waiting: Candidates, reach: Reach) -> Candidates:
        """References and rules between ledgers, over the first row of every key and file.

        When the first row of a key falls here, the next row of that key is judged in its place.
        """
        fallen = pl.Series("row_id", [], dtype=pl.Int64)
        while True:
            running = {
                ledger_id: frame.filter(~pl.col("row_id").is_in(fallen.implode()))
                for ledger_id, frame in waiting.items()
            }
            extra = {ledger_id: duplicates(frame, self.ledgers[ledger_id]) for ledger_id, frame in running.items()}
            first = {
                ledger_id: frame.join(extra[ledger_id].select("row_id"), on="row_id", how="anti", maintain_order="left")
                for ledger_id, frame in running.items()
            }
            found = self.between(first, reach)
            losers = _rows_with_errors(first, found)
            if not self.successors(first, extra, losers):
                break
            self.rounds += 1
            fallen = pl.concat([fallen, losers])
            self.record(_errors_of(found))
        self.record(_without_warnings_of_fallen(found))
        for ledger_id, frame in extra.items():
            self.record(_duplicate_findings(frame, self.ledgers[ledger_id]))
        return {
            ledger_id: frame.filter(~pl.col("row_id").is_in(losers.implode())) for ledger_id, frame in first.items()
        }

    def successors(self, first: Candidates, extra: Candidates, losers: pl.Series) -> bool:
        """Whether a duplicate waits behind a row that falls."""
        return not losers.is_empty() and any(
            next_in_line(
                waiting, first[ledger_id].filter(pl.col("row_id").is_in(losers.implode())), self.ledgers[ledger_id]
            )
            for ledger_id, waiting in extra.items()
            if not waiting.is_empty()
        )

    def between(self, first: Candidates, reach: Reach) -> pl.DataFrame:
        directory = Directory(self.candidates, self.ledgers, self.published, self.indicator_ids)
        parts = [broken_references(frame, self.ledgers[ledger_id], directory) for ledger_id, frame in first.items()]
        return together([*parts, *self.between_rules(first, reach)])

    def between_rules(self, first: Candidates, reach: Reach) -> list[pl.DataFrame]:
        tables = {
            self.ledgers[ledger_id].table: with_source(frame, self.readings) for ledger_id, frame in first.items()
        }
        keys = {ledger.table: list(ledger.key) for ledger in self.ledgers.values()}
        settings = {**self.settings, "data_date": "" if reach.data_date is None else reach.data_date.isoformat()}
        rules = [rule for rule in load_rules() if rule.ledger in self.ledgers]
        parts = []
        with Session(tables, keys, settings) as session:
            for rule in rules:
                if any(self.nothing_submitted(ledger_id) for ledger_id in rule.reads):
                    continue
                broken = pl.Series("row_id", session.broken_rows(rule), dtype=pl.Int64)
                rows = first[rule.ledger].filter(pl.col("row_id").is_in(broken.implode()))
                message = naming(Label(rule.zh, rule.en), f"between/{rule.name}")
                parts.append(findings(rows, rule.column, "broken_rule", rule.severity, message))
        return parts

    def nothing_submitted(self, ledger_id: str) -> bool:
        return self.candidates[ledger_id].is_empty()

    def close(self, standing: Candidates, reach: Reach, places: pl.DataFrame) -> Judged:
        self.record(_repeated_findings(repeated_sheets(self.readings, places)))
        tables: dict[str, pl.DataFrame] = {}
        counts: list[pl.DataFrame] = []
        delisted = [pl.DataFrame(schema=DELISTED_SCHEMA)]
        for ledger_id, frame in standing.items():
            ledger = self.ledgers[ledger_id]
            loaded, superseded = split_superseded(frame, ledger)
            if ledger_id in self.full_lists:
                listed = self.candidates[ledger_id].join(places, on="sheet_id", how="left")
                gone = not_in_later_list(loaded, listed, ledger)
                if isinstance(ledger.time, Span):
                    delisted.append(delisted_lines(loaded, gone, ledger_id, self.readings))
                else:
                    superseded = pl.concat([superseded, loaded.join(gone, on="row_id", how="semi")])
                    loaded = loaded.join(gone, on="row_id", how="anti", maintain_order="left")
            tables[ledger_id] = loaded_table(loaded, ledger, self.readings)
            rejected = self.candidates[ledger_id].join(frame.select("row_id"), on="row_id", how="anti")
            counts += [
                count_lines(rows, what)
                for rows, what in ((loaded, "loaded"), (superseded, "superseded"), (rejected, "rejected"))
            ]
        return Judged(
            tables=tables,
            sheets=sheet_lines(self.readings, reach, pl.concat(counts)),
            skips=skip_lines(self.readings),
            problems=problem_table(self.readings, self.found),
            delisted=pl.concat(delisted),
            data_date=reach.data_date,
            rounds=self.rounds,
        )


def _bad_cells(readings: Sequence[SheetReading]) -> dict[str, dict[str, pl.DataFrame]]:
    """Per ledger and stored column: sheet_id and row of the cells that reading could not accept."""
    ledgers = pl.Series([reading.ledger if reading.accepted else None for reading in readings], dtype=pl.String)
    wrong = (
        reading_problems(readings)
        .filter((pl.col("severity") == "error") & pl.col("row").is_not_null() & pl.col("field").is_not_null())
        .with_columns(pl.col("sheet_id").replace_strict(range(len(ledgers)), ledgers, default=None).alias("ledger"))
        .drop_nulls("ledger")
    )
    cells: dict[str, dict[str, pl.DataFrame]] = {}
    for (ledger_id, field), part in wrong.partition_by("ledger", "field", as_dict=True).items():
        cells.setdefault(str(ledger_id), {})[str(field)] = part.select("sheet_id", "row")
    return cells


def _rows_with_errors(frames: Candidates, found: pl.DataFrame) -> pl.Series:
    errors = _errors_of(found).select("sheet_id", "row").unique()
    hit = [frame.join(errors, on=["sheet_id", "row"], how="semi")["row_id"] for frame in frames.values()]
    return pl.concat([pl.Series("row_id", [], dtype=pl.Int64), *hit])


def _without_warnings_of_fallen(found: pl.DataFrame) -> pl.DataFrame:
    """A row that falls is told why it falls, and nothing besides."""
    errors = _errors_of(found)
    spared = found.join(errors, on=["sheet_id", "row"], how="anti", maintain_order="left")
    return pl.concat([errors, spared])


def _errors_of(found: pl.DataFrame) -> pl.DataFrame:
    return found.filter((pl.col("severity") == "error") & pl.col("row").is_not_null())


def _duplicate_findings(rows: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    names = [ledger.column(name) for name in ledger.key]
    message = Label(
        f"本文件中已有同一{'、'.join(column.heading.zh for column in names)}的行，只取第一行；请删去或改正重复的行",
        f"An earlier row of this file has the same {', '.join(column.heading.en for column in names)}: "
        "only the first is loaded; delete or correct this one",
    )
    return findings(rows, ledger.key[0], "duplicate_key", "error", message)


def _repeated_findings(sheets: pl.DataFrame) -> pl.DataFrame:
    message = Label(
        "本表内容与另一份文件完全相同，只取一次",
        "Another file holds this sheet's very content: it is loaded once",
    )
    return findings(sheets, None, "repeated_content", "warning", message)
