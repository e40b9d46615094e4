"""Files read and their rows judged as the configuration of a home says: what builds and checks have in common."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version as installed_version
from pathlib import Path

import polars as pl

from pipelines.config import Config
from pipelines.correcting.correction import Correction
from pipelines.inbox import code_version
from pipelines.judging.criteria import Criteria
from pipelines.judging.judge import judge
from pipelines.judging.judge_again import KeptJudgement
from pipelines.judging.reach import Stated
from pipelines.judging.verdict import Judged
from pipelines.ledger import Ledger
from pipelines.progress import Progress, silent
from pipelines.reading.cache import ReadingCache
from pipelines.reading.read import read_all
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading
from pipelines.registry import ledgers
from warehouse.figures.catalogue import indicators
from warehouse.language import Label

READING = Label("读取台账", "Reading ledgers")
JUDGING = Label("核对", "Checking")


def read_and_judge(
    files: Sequence[NamedFile],
    config: Config,
    secret: bytes,
    tell: Progress = silent,
    corrections: Sequence[Correction] = (),
    cache: Path | None = None,
) -> Judged:
    """Reads files and judges all their rows."""
    readings = read_files(files, reading_settings(config, secret), tell, cache)
    return judge_readings(files, readings, config, secret, tell, corrections, cache)


def read_files(
    files: Sequence[NamedFile], settings: ReadingSettings, tell: Progress = silent, cache: Path | None = None
) -> list[SheetReading]:
    """The readings of all files, in their order; those that the folder ``cache`` knows are not read again."""
    tell(READING, 0, len(files))
    known = ReadingCache(cache / "readings", settings, code_version()) if cache else None
    return read_all(files, ledgers(), settings, lambda done: tell(READING, done, len(files)), known)


def reading_settings(config: Config, secret: bytes) -> ReadingSettings:
    """What reading needs of the configuration, and the key."""
    return ReadingSettings(secret, config.county_code, config.headings)


def judge_readings(
    files: Sequence[NamedFile],
    readings: Sequence[SheetReading],
    config: Config,
    secret: bytes,
    tell: Progress = silent,
    corrections: Sequence[Correction] = (),
    cache: Path | None = None,
) -> Judged:
    """Judges the rows of all sheets; what the last judgement in the folder ``cache`` settled is not judged again."""

    def judge_part(readings: Sequence[SheetReading], ledgers: Mapping[str, Ledger], inbox: Stated | None) -> Judged:
        return judge(readings, criteria_of(config, ledgers), corrections, inbox)

    tell(JUDGING, 0, 1)
    if cache and not corrections:
        kept = KeptJudgement(cache / "judged", secret, _basis(config))
        judged = kept.judge(files, readings, ledgers(), judge_part)
    else:
        judged = judge_part(readings, ledgers(), None)
    tell(JUDGING, 1, 1)
    return judged


def criteria_of(
    config: Config, ledgers: Mapping[str, Ledger], published: Mapping[str, pl.DataFrame] | None = None
) -> Criteria:
    """What the configuration says that rows of these ledgers are judged by; ``published`` as in :class:`Criteria`."""
    return Criteria(
        ledgers,
        judge_settings(config),
        indicator_ids(),
        config.full_lists,
        config.working_calendar,
        published or {},
    )


def judge_settings(config: Config) -> dict[str, str]:
    """What rules between ledgers may know of the configuration, by name; amounts are in 元."""
    return {
        "mutual_aid_base_year": str(config.mutual_aid_base_year),
        "large_payment_amount": str(config.large_payment_amount),
        "procurement_split_amount": str(config.procurement_split_amount),
    }


def indicator_ids() -> tuple[str, ...]:
    """The ids of the catalogue, which targets must name."""
    return tuple(indicators())


def _basis(config: Config) -> tuple[str, ...]:
    """What a judgement depends on beside the readings, as text."""
    calendar = (installed_version("chinesecalendar"), sorted(config.working_calendar.configured.items()))
    return (
        code_version(),
        repr((sorted(judge_settings(config).items()), indicator_ids(), sorted(config.full_lists), calendar)),
        *reading_settings(config, b"").basis,
    )
