"""The four documents of a month, written from one reading of it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from warehouse.reader import Published
from warehouse.snapshot.documents.content import Content, read_content
from warehouse.snapshot.documents.context import Context
from warehouse.snapshot.documents.html_brief import html_brief
from warehouse.snapshot.documents.signed_pdf import signed_pdf
from warehouse.snapshot.documents.vega_bundle import vega_bundle
from warehouse.snapshot.documents.word_brief import word_brief
from warehouse.snapshot.documents.workbook import workbook

FORMS: dict[str, Callable[[Content], bytes]] = {
    "月报.pdf": signed_pdf,
    "月报.xlsx": workbook,
    "简报.docx": word_brief,
}
"""Those that need nothing but the content, by the file's name."""
HTML = "简报.html"
NAMES = (HTML, *FORMS)

Told = Callable[[str, int, int], None]
"""Called with the file that is being made, how many are done and how many there are."""


def untold(_name: str, _done: int, _total: int) -> None:
    """Nobody waits for it."""


def documents(published: Published, month: date, context: Context, told: Told = untold) -> dict[str, bytes]:
    """The content of each file of :data:`NAMES` for the month that ends on the day ``month``.

    The same version, month and context give the same bytes. Figures are those that may be shown. Refuses
    (:class:`warehouse.language.Refusal`) a day that is no month's end of the version.
    """
    with ThreadPoolExecutor(1) as beside:
        bundling = beside.submit(vega_bundle)
        content = read_content(published, month, context)
        made = {}
        for done, (name, form) in enumerate(FORMS.items()):
            told(name, done, len(NAMES))
            made[name] = form(content)
        told(HTML, len(FORMS), len(NAMES))
        return {**made, HTML: html_brief(content, bundling.result())}
