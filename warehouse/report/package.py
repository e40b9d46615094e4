"""A .docx as a file: the same bytes for the same content, and nobody's name in its properties."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE

PROPERTIES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
)
OTHER_PROPERTIES = {
    "/docProps/app.xml": PROPERTIES[0],
    "/docProps/custom.xml": PROPERTIES[1],
}
"""Parts that may hold company, manager and whatever a program writes there, with their namespaces."""
LEFT_OUT = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
)
"""Relations of the package that are taken out: the preview, and properties under the name that LibreOffice gives them,
which would stand in the file a second time and make Word call it damaged."""


def packed(document: DocumentObject, title: str, day: date) -> bytes:
    """The document as bytes, dated ``day``."""
    _clean_properties(document, title, day)
    stream = BytesIO()
    document.save(stream)
    return _with_fixed_times(stream.getvalue(), day)


def _clean_properties(document: DocumentObject, title: str, day: date) -> None:
    package = document.part.package
    for name in [name for name, entry in package.rels.items() if entry.reltype in LEFT_OUT]:
        del package.rels[name]
    core = document.core_properties
    element: Any = core._element
    for entry in list(element):
        element.remove(entry)
    core.title = title
    core.created = core.modified = datetime.combine(day, time())
    for part in package.iter_parts():
        namespace = OTHER_PROPERTIES.get(str(part.partname))
        if namespace:
            part._blob = (
                f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="{namespace}"/>'.encode()
            )


def _with_fixed_times(content: bytes, day: date) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            fixed.writestr(entry, given.read(name))
    return stream.getvalue()
