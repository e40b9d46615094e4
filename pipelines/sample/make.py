"""Makes a folder a home with a sample county's configuration and inbox."""

from pathlib import Path

from pipelines.sample.books import SOURCES, Source, books_of, hand_in_days, path_of
from pipelines.sample.configuration import configuration
from pipelines.sample.make_unions import make_unions
from pipelines.sample.make_units import make_units
from pipelines.sample.mess import make_mess
from pipelines.sample.odd_files import add_odd_files
from pipelines.sample.organisation import County
from pipelines.sample.place import Place, Size, make_place
from pipelines.sample.truth import Truth
from pipelines.sample.writing import stream_csv, write_book
from warehouse.access.home_format import write_home_format
from warehouse.language import Refusal


def make_sample(folder: Path, county: str, first_year: int, last_year: int, size: Size, seed: int, clean: bool) -> None:
    """Writes config.toml, inbox/ and sample_truth.json into a folder that is new or empty.

    ``county`` is the county's name; all people, codes and places are invented. Equal arguments give equal bytes.
    Raises :class:`Refusal` when the folder holds anything or the years do not make sense.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            f"{folder.name} 不是空目录；样例数据只放进空目录",
            f"{folder.name} is not an empty folder; a sample goes into an empty one only",
            "unionkpi sample DIR",
        )
    if not 2010 <= first_year <= last_year <= 2099:
        raise Refusal(
            "年份应在2010–2099之间，且起始年份不晚于终止年份",
            "years must lie between 2010 and 2099, the first not after the last",
            "unionkpi sample DIR --from 2019 --to 2021",
        )
    model = _model(make_place(county, first_year, last_year, size, seed))
    inbox, truth = folder / "inbox", Truth()
    inbox.mkdir(parents=True)
    write_home_format(folder)
    (folder / "config.toml").write_text(configuration(model.place), encoding="utf-8", newline="\n")
    for source in SOURCES:
        if source.bulk and model.place.factor > 1:
            _write_bulk(inbox, model, source, truth)
        else:
            _write_books(inbox, model, source, truth, clean=clean)
    if not clean:
        add_odd_files(inbox, model, truth)
    (folder / "sample_truth.json").write_text(truth.text(), encoding="utf-8", newline="\n")


def _model(place: Place) -> County:
    model = County(place)
    model.units = make_units(place, model.dice("units"))
    model.unions = make_unions(model)
    return model


def _write_books(inbox: Path, county: County, source: Source, truth: Truth, *, clean: bool) -> None:
    books = list(books_of(county, source))
    if not clean:
        books = make_mess(county, source, books)
    for book in books:
        truth.add_book(book, write_book(inbox, book))


def _write_bulk(inbox: Path, county: County, source: Source, truth: Truth) -> None:
    for day in hand_in_days(county.place, source.every):
        path = path_of(source.ledger_id, day, "csv")
        count = stream_csv(inbox / path, source.ledger_id, source.rows(county, day))
        truth.add_plain_sheet(path, "", source.ledger_id, data_rows=count, rejected=0, superseded=0)
