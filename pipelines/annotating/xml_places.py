"""XML as bytes with the places of its elements, so that a part of a workbook is changed without being written anew.

A parser that writes a document anew renames prefixes and forgets what ``mc:Ignorable`` names;
here everything that is not changed stays as it was, byte for byte.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from xml.parsers import expat

_START_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_ATTRIBUTE = re.compile(rb"""([^\s=<>/"']+)(\s*=\s*)("[^"]*"|'[^']*')""")
_DECLARED = re.compile(rb"""^(<\?xml[^>]*?encoding\s*=\s*["'])([A-Za-z0-9._-]+)""")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9a-fA-F]{4}_)")


@dataclass(eq=False, slots=True)
class Element:
    """An element and where it stands: ``start`` to ``end``, its content from ``inner_start`` to ``inner_end``.

    ``name`` and the keys of ``attributes`` are without prefix, ``prefix`` is the one it is written
    with (with its colon, or empty).
    """

    name: str
    prefix: str
    attributes: dict[str, str]
    start: int
    inner_start: int
    inner_end: int = -1
    end: int = -1
    children: list["Element"] = field(default_factory=list)

    @property
    def is_empty_tag(self) -> bool:
        """Whether it is written ``<name/>``."""
        return self.inner_start == self.end

    def child(self, name: str) -> "Element | None":
        """The first child of this name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> Iterator["Element"]:
        """All descendants of this name, in order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.all(name)


def in_utf8(xml: bytes) -> bytes:
    """The document in UTF-8, whatever encoding it is in; raises ``LookupError`` for an unknown one."""
    if xml.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        xml = xml.decode("utf-16").encode()
    elif (declared := _DECLARED.match(xml)) and codecs.lookup(declared[2].decode()).name not in ("utf-8", "ascii"):
        xml = xml.decode(declared[2].decode()).encode()
    return _DECLARED.sub(rb"\g<1>UTF-8", xml.removeprefix(codecs.BOM_UTF8))


def parsed(xml: bytes, without: str | None = None) -> Element:
    """The root of a document in UTF-8; what is in the one element named ``without`` is not looked at.

    Raises ``expat.ExpatError`` for what is no XML.
    """
    parser = expat.ParserCreate("utf-8")
    left_out, after = _content_of(xml, without) if without else (len(xml), len(xml))
    open_elements = [Element("", "", {}, 0, 0)]

    def place() -> int:
        index = parser.CurrentByteIndex
        return index if index < left_out else index + after - left_out

    def start(name: str, attributes: dict[str, str]) -> None:
        at = place()
        element = Element(local(name), name[: -len(local(name))], _local_keys(attributes), at, tag_end(xml, at))
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_name: str) -> None:
        element = open_elements.pop()
        # of <name/> the parser says that it ends where its tag does
        is_empty_tag = xml[element.inner_start - 2 : element.inner_start] == b"/>"
        element.inner_end = element.inner_start if is_empty_tag else place()
        element.end = element.inner_start if is_empty_tag else tag_end(xml, element.inner_end)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(xml[:left_out], False)
    parser.Parse(xml[after:], True)
    return open_elements[0].children[0]


def _content_of(xml: bytes, name: str) -> tuple[int, int]:
    """Where the content of the only element of this name begins and ends; the end of the document if it has none."""
    opening = re.search(rb"<(?:[\w.-]+:)?" + name.encode() + rb"(?=[\s>])", xml)
    closing = max(xml.rfind(b"</" + name.encode()), xml.rfind(b":" + name.encode() + b">"))
    if opening is None or closing < opening.end():
        return len(xml), len(xml)
    return tag_end(xml, opening.start()), xml.rfind(b"<", 0, closing + 1)


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _local_keys(attributes: Mapping[str, str]) -> dict[str, str]:
    plain = {name: value for name, value in attributes.items() if ":" not in name}
    return {local(name): value for name, value in attributes.items() if not name.startswith("xmlns")} | plain


def tag_end(xml: bytes, start: int) -> int:
    """Where the tag that begins at ``start`` is over."""
    found = _START_TAG.match(xml, start)
    return found.end() if found else start


def with_attributes(tag: bytes, values: Mapping[str, str | None]) -> bytes:
    """A start tag with other values of these attributes (as written, with prefix); ``None`` removes one."""
    left = dict(values)

    def changed(found: re.Match[bytes]) -> bytes:
        name = found[1].decode()
        if name not in left:
            return found[0]
        value = left.pop(name)
        return b"" if value is None else found[1] + found[2] + b'"' + escaped(value) + b'"'

    tag = _ATTRIBUTE.sub(changed, tag)
    added = b"".join(b' %s="%s"' % (name.encode(), escaped(value)) for name, value in left.items() if value is not None)
    closing = b"/>" if tag.endswith(b"/>") else b">"
    return tag.removesuffix(closing).rstrip() + added + closing


def escaped(text: str) -> bytes:
    """Text for an element or an attribute."""
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text.replace("\n", "&#10;").encode()


def cell_text(text: str) -> bytes:
    """Text of a cell or a comment: what XML cannot hold is written ``_x000B_``, as workbooks do."""
    text = _LOOKS_ESCAPED.sub("_x005F_", text.replace("\r\n", "\n"))
    return escaped(_ILLEGAL.sub(lambda found: f"_x{ord(found[0]):04X}_", text))


def content_text(xml: bytes, element: Element) -> str:
    """The text directly inside an element that has no children."""
    return unescape(xml[element.inner_start : element.inner_end].decode())


class Changes:
    """Changes of one document, applied together."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._splices: list[tuple[int, int, bytes]] = []
        self._attributes: dict[Element, dict[str, str | None]] = {}
        self._first: dict[Element, list[bytes]] = {}
        self._last: dict[Element, list[bytes]] = {}

    def replace(self, start: int, end: int, content: bytes) -> None:
        """Puts ``content`` in place of the bytes from ``start`` to ``end``."""
        self._splices.append((start, end, content))

    def set(self, element: Element, name: str, value: str | None) -> None:
        """Changes, adds or (``None``) removes an attribute."""
        self._attributes.setdefault(element, {})[name] = value

    def prepend(self, element: Element, content: bytes) -> None:
        """Puts ``content`` before what is in the element."""
        self._first.setdefault(element, []).insert(0, content)

    def append(self, element: Element, content: bytes) -> None:
        """Puts ``content`` after what is in the element."""
        self._last.setdefault(element, []).append(content)

    def applied(self) -> bytes:
        """The document with all changes."""
        splices = list(self._splices)
        for element in {*self._attributes, *self._first, *self._last}:
            splices += self._around(element)
        pieces, done = [], 0
        for start, end, content in sorted(splices, key=lambda splice: splice[:2]):
            pieces += [self._xml[done:start], content]
            done = end
        return b"".join([*pieces, self._xml[done:]])

    def _around(self, element: Element) -> list[tuple[int, int, bytes]]:
        tag = with_attributes(self._xml[element.start : element.inner_start], self._attributes.get(element, {}))
        first, last = (b"".join(parts.get(element, ())) for parts in (self._first, self._last))
        if element.is_empty_tag and (first or last):
            name = f"{element.prefix}{element.name}".encode()
            tag = tag.removesuffix(b"/>").rstrip() + b">" + first + last + b"</" + name + b">"
            return [(element.start, element.inner_start, tag)]
        splices = [(element.start, element.inner_start, tag + first)]
        return [*splices, (element.inner_end, element.inner_end, last)] if last else splices
