"""The order of judgement: row rules, duplicates, references and rules between ledgers, superseding, what remains."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import polars as pl

from expectations.between import BetweenRule, Session, load_rules
from pipelines.correcting.correct import correct
from pipelines.correcting.correction import Correction
from pipelines.correcting.correction_lines import ROW_OUTCOME_SCHEMA, corrected_cell_lines, correction_lines
from pipelines.judging.calendars import unknown_calendars
from pipelines.judging.candidates import Candidates, gather
from pipelines.judging.dependencies import dependencies_of, reached_by
from pipelines.judging.fallen_rows import (
    RowIds,
    errors_of_rows,
    only,
    rows_with_errors,
    without,
    without_warnings_of_fallen,
)
from pipelines.judging.findings import FINDING_SCHEMA, bad_cells, findings, problem_table, together
from pipelines.judging.reach import Reach, Stated, reach_of, stated_dates
from pipelines.judging.references import Directory, broken_references
from pipelines.judging.row_rules import broken_row_rules
from pipelines.judging.same_again import duplicate_findings, repeated_findings
from pipelines.judging.superseding import (
    duplicates,
    not_in_later_list,
    repeated_sheets,
    replaced_in_the_same_reach,
    sheet_places,
    split_superseded,
    with_one_behind,
)
from pipelines.judging.towns import resolve_towns
from pipelines.judging.verdict import (
    DELISTED_SCHEMA,
    REPLACEMENT_SCHEMA,
    Judged,
    count_lines,
    delisted_lines,
    loaded_table,
    replacement_lines,
    sheet_lines,
    skip_lines,
    with_source,
)
from pipelines.ledger import Ledger, Severity, Span
from pipelines.reading.sheet_reading import SheetReading
from pipelines.rules import naming
from pipelines.working_days import WorkingCalendar
from warehouse.language import Label


def judge(
    readings: Sequence[SheetReading],
    ledgers: Mapping[str, Ledger],
    settings: Mapping[str, str],
    indicator_ids: tuple[str, ...],
    published: Mapping[str, pl.DataFrame] | None = None,
    full_lists: frozenset[str] = frozenset(),
    calendar: WorkingCalendar | None = None,
    corrections: Sequence[Correction] = (),
    inbox: Stated | None = None,
) -> Judged:
    """Judges all rows together; a pure function of the readings.

    ``settings`` are values that rules between ledgers may use (such as mutual_aid_base_year);
    ``published`` are tables of the published version that references may also lead to;
    ``full_lists`` the ledgers whose later files also end what they no longer list;
    ``calendar`` tells the years whose working days are known (by default the statutory ones). ``corrections`` are
    applied before anything is judged, except those whose last day lies before the data date. ``inbox`` is what
    all its sheets state, where the readings are only some of them.
    """
    stated = inbox or stated_dates(readings)

    def verdict(day: date | None) -> Judged:
        court = _Court(
            readings,
            ledgers,
            settings,
            indicator_ids,
            published or {},
            full_lists,
            calendar or WorkingCalendar(),
            corrections,
            stated,
            day,
        )
        return court.verdict()

    judged = verdict(stated.latest)
    if stated.latest is None and not all(correction.holds_on(judged.data_date) for correction in corrections):
        return verdict(judged.data_date)
    return judged


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
        calendar: WorkingCalendar,
        corrections: Sequence[Correction],
        inbox: Stated,
        day: date | None,
    ) -> None:
        self.ledgers = ledgers
        self.settings = settings
        self.indicator_ids = indicator_ids
        self.published = published
        self.full_lists = full_lists
        self.calendar = calendar
        self.inbox = inbox
        self.dependencies = dependencies_of(ledgers)
        self.found = pl.DataFrame(schema=FINDING_SCHEMA)
        self.corrections = corrections
        self.expired = {correction.number for correction in corrections if not correction.holds_on(day)}
        standing = [correction for correction in corrections if correction.number not in self.expired]
        self.corrected = correct(readings, gather(readings, ledgers), ledgers, standing)
        self.readings: Sequence[SheetReading] = self.corrected.readings
        self.candidates: Candidates = self.corrected.candidates
        self.bad_cells = bad_cells(self.readings)

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
        standing = self.judge_together(waiting, reach, places)
        self.record(unknown_calendars(standing, self.ledgers, self.calendar, reach.data_date))
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

    def judge_together(self, waiting: Candidates, reach: Reach, places: pl.DataFrame) -> Candidates:
        """References and rules between ledgers, over the first row of every key and file, then what remains.

        When the first row of a key falls, the next row of that key and file is judged in its place; when a row
        falls that had superseded another, that one remains.
        """
        first: Candidates = {}
        extra: Candidates = {}
        found: Candidates = {}
        touched: Collection[str] = self.ledgers.keys()
        while True:
            for ledger_id in self.in_order(touched):
                extra[ledger_id] = duplicates(waiting[ledger_id], self.ledgers[ledger_id])
                first[ledger_id] = without(waiting[ledger_id], extra[ledger_id]["row_id"])
            found |= self.between(first, reach, self.in_order(reached_by(touched, self.dependencies)))
            losers = rows_with_errors(first, found)
            fallen, why = self.succeeded(first, extra, losers), found
            if not fallen:
                standing = {ledger_id: without(frame, losers.get(ledger_id)) for ledger_id, frame in first.items()}
                last = self.last_rules(standing, reach, places)
                fallen, why = rows_with_errors(first, last), last
            if not fallen:
                break
            for ledger_id, row_ids in fallen.items():
                self.record(errors_of_rows(why[ledger_id], first[ledger_id], row_ids))
                waiting[ledger_id] = without(waiting[ledger_id], row_ids)
            touched = fallen.keys()
        self.record(without_warnings_of_fallen(together([*found.values(), *last.values()])))
        self.record(
            together(
                duplicate_findings(frame, first[ledger_id], self.ledgers[ledger_id], self.readings)
                for ledger_id, frame in extra.items()
            )
        )
        return standing

    def in_order(self, ledger_ids: Collection[str]) -> list[str]:
        return [ledger_id for ledger_id in self.ledgers if ledger_id in ledger_ids]

    def succeeded(self, first: Candidates, extra: Candidates, losers: RowIds) -> RowIds:
        """The falling rows behind which a duplicate waits.

        Only they make room: no ledger's verdict hangs on what falls where it does not look.
        """
        behind = {
            ledger_id: with_one_behind(only(first[ledger_id], row_ids), extra[ledger_id], self.ledgers[ledger_id])
            for ledger_id, row_ids in losers.items()
            if not extra[ledger_id].is_empty()
        }
        return {ledger_id: rows["row_id"] for ledger_id, rows in behind.items() if not rows.is_empty()}

    def between(self, first: Candidates, reach: Reach, ledger_ids: Collection[str]) -> Candidates:
        """What references and rules between ledgers find in the rows of these ledgers, by ledger."""
        directory = Directory(self.candidates, self.ledgers, self.published, self.indicator_ids)
        rules = [rule for rule in load_rules() if rule.ledger in ledger_ids and not rule.is_judged_last]
        broken = self.broken_rules(rules, first, reach)
        return {
            ledger_id: together(
                [broken_references(first[ledger_id], self.ledgers[ledger_id], directory), *broken.get(ledger_id, ())]
            )
            for ledger_id in ledger_ids
        }

    def last_rules(self, standing: Candidates, reach: Reach, places: pl.DataFrame) -> Candidates:
        """What rules about the rows that remain after superseding find, by ledger."""
        rules = [rule for rule in load_rules() if rule.ledger in self.ledgers and rule.is_judged_last]
        needed = {ledger_id for rule in rules for ledger_id in (rule.ledger, *rule.reads)}
        remaining = {ledger_id: self.settle(ledger_id, standing[ledger_id], places)[0] for ledger_id in needed}
        return {ledger_id: together(parts) for ledger_id, parts in self.broken_rules(rules, remaining, reach).items()}

    def broken_rules(
        self, rules: Sequence[BetweenRule], rows: Candidates, reach: Reach
    ) -> dict[str, list[pl.DataFrame]]:
        judgeable = [
            rule
            for rule in rules
            if not rows[rule.ledger].is_empty() and not any(map(self.nothing_submitted, rule.reads))
        ]
        found: dict[str, list[pl.DataFrame]] = {}
        if not judgeable:
            return found
        read = {table for rule in judgeable for _, table in rule.relations}
        names = {ledger_id: self.ledgers[ledger_id].table for ledger_id in rows}
        tables = {names[name]: with_source(frame, self.readings) for name, frame in rows.items() if names[name] in read}
        rejected = {
            names[name]: self.candidates[name].filter(pl.col("is_rejected")) for name in rows if names[name] in read
        }
        keys = {ledger.table: list(ledger.key) for ledger in self.ledgers.values()}
        settings = {**self.settings, "data_date": "" if reach.data_date is None else reach.data_date.isoformat()}
        with Session(tables, keys, settings, rejected) as session:
            for rule in judgeable:
                broken = only(rows[rule.ledger], pl.Series("row_id", session.broken_rows(rule), dtype=pl.Int64))
                message = naming(Label(rule.zh, rule.en), f"between/{rule.name}")
                problems = findings(broken, rule.column, "broken_rule", rule.severity, message)
                found.setdefault(rule.ledger, []).append(problems)
        return found

    def nothing_submitted(self, ledger_id: str) -> bool:
        return self.candidates[ledger_id].is_empty()

    def close(self, standing: Candidates, reach: Reach, places: pl.DataFrame) -> Judged:
        self.record(repeated_findings(repeated_sheets(self.readings, places), self.readings))
        tables: dict[str, pl.DataFrame] = {}
        counts: list[pl.DataFrame] = []
        outcomes = [pl.DataFrame(schema=ROW_OUTCOME_SCHEMA)]
        delisted = [pl.DataFrame(schema=DELISTED_SCHEMA)]
        replacements = [pl.DataFrame(schema=REPLACEMENT_SCHEMA)]
        cells = self.corrected.cells
        with_corrections = pl.Series(sorted({cell.sheet_id for cell in cells}), dtype=pl.Int64)
        for ledger_id, frame in standing.items():
            loaded, superseded, ended = self.settle(ledger_id, frame, places)
            delisted.append(ended)
            tables[ledger_id] = loaded_table(loaded, self.ledgers[ledger_id], self.readings)
            replaced = replaced_in_the_same_reach(frame, self.ledgers[ledger_id])
            replacements.append(replacement_lines(replaced, places, ledger_id, self.readings))
            rejected = self.candidates[ledger_id].join(frame.select("row_id"), on="row_id", how="anti")
            for rows, what in ((loaded, "loaded"), (superseded, "superseded"), (rejected, "rejected")):
                counts.append(count_lines(rows, what))
                asked = rows.filter(pl.col("sheet_id").is_in(with_corrections.implode()))
                outcomes.append(asked.select("sheet_id", "row", outcome=pl.lit(what)))
        return Judged(
            tables=tables,
            sheets=sheet_lines(self.readings, reach, pl.concat(counts)),
            skips=skip_lines(self.readings),
            problems=problem_table(self.readings, self.found),
            delisted=pl.concat(delisted),
            replacements=pl.concat(replacements),
            corrections=correction_lines(self.corrections, cells, self.corrected.found, self.expired),
            corrected_cells=corrected_cell_lines(cells, self.readings, self.ledgers, pl.concat(outcomes)),
            data_date=reach.data_date,
        )

    def settle(
        self, ledger_id: str, frame: pl.DataFrame, places: pl.DataFrame
    ) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
        """Of a ledger's sound rows those that load, the superseded ones, and the states that a full list ended."""
        ledger = self.ledgers[ledger_id]
        loaded, superseded = split_superseded(frame, ledger)
        if ledger_id not in self.full_lists:
            return loaded, superseded, pl.DataFrame(schema=DELISTED_SCHEMA)
        listed = self.candidates[ledger_id].join(places, on="sheet_id", how="left")
        gone = not_in_later_list(loaded, listed, ledger)
        if isinstance(ledger.time, Span):
            return loaded, superseded, delisted_lines(loaded, gone, ledger_id, self.readings)
        superseded = pl.concat([superseded, loaded.join(gone, on="row_id", how="semi")])
        loaded = loaded.join(gone, on="row_id", how="anti", maintain_order="left")
        return loaded, superseded, pl.DataFrame(schema=DELISTED_SCHEMA)
