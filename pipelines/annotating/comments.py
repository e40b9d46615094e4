"""Comments of one worksheet (``xl/comments*.xml``): ours are added, those of others stay.

A cell has one comment only: where somebody else's stands already, ours goes below it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.annotating.marks import AUTHOR, RULE_OFF, Cell
from pipelines.annotating.sheet_cells import cell_of, name_of
from pipelines.annotating.xml_places import Changes, Element, cell_text, content_text, parsed

EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>'
)
_THREAD_AUTHOR, _FORMER_THREAD = "tc=", "批注"
_FONT = '<{0}rPr><{0}sz val="9"/><{0}color indexed="81"/><{0}rFont val="宋体"/><{0}charset val="134"/></{0}rPr>'


@dataclass(slots=True)
class Comments:
    """The part with our comments; ``texts`` are the whole texts of the cells we wrote on.

    ``removed`` are cells whose comment was ours and is no longer needed.
    """

    xml: bytes
    texts: dict[Cell, str] = field(default_factory=dict)
    removed: set[Cell] = field(default_factory=set)


def with_comments(xml: bytes, ours: Mapping[Cell, str]) -> Comments:
    """Adds a comment to each cell; what we said in an earlier copy is replaced or taken out.

    Raises ``ValueError`` when the part has no list of comments.
    """
    return _Writer(xml).written(ours)


class _Writer:
    def __init__(self, xml: bytes) -> None:
        root = parsed(xml)
        authors, listed = root.child("authors"), root.child("commentList")
        if authors is None or listed is None:
            raise ValueError("a comments part without authors or list")
        self.xml, self.authors, self.listed = xml, authors, listed
        self.changes = Changes(xml)
        self.names = [content_text(xml, author) for author in authors.children]
        self.prefix = root.prefix

    def written(self, ours: Mapping[Cell, str]) -> Comments:
        result = Comments(b"")
        left = dict(ours)
        for comment in self.listed.children:
            cell = cell_of(comment.attributes["ref"])
            text = self.text_of(comment)
            theirs = text.partition(RULE_OFF)[0].rstrip("\n")  # some programs drop the author, none the text
            own = left.pop(cell, None)
            if own is None and RULE_OFF in text and not theirs:
                self.changes.replace(comment.start, comment.end, b"")
                result.removed.add(cell)
            elif own is None:
                if RULE_OFF in text:
                    self.write_text(comment, theirs)
            elif not theirs:
                result.texts[cell] = self.write_text(comment, _headed(own))
            else:
                result.texts[cell] = self.join(comment, theirs, own, is_new=RULE_OFF not in text)
        for cell, own in sorted(left.items()):
            result.texts[cell] = self.add(cell, _headed(own))
        result.xml = self.changes.applied()
        return result

    def author_of(self, comment: Element) -> str:
        number = int(comment.attributes.get("authorId", "0"))
        return self.names[number] if number < len(self.names) else ""

    def text_of(self, comment: Element) -> str:
        texts = comment.child("text")
        return "".join(content_text(self.xml, part) for part in _texts(texts)) if texts else ""

    def join(self, comment: Element, theirs: str, own: str, *, is_new: bool) -> str:
        """Ours below theirs, whose look is kept; a threaded comment becomes a plain one, or ours could not be seen."""
        added = f"\n{_headed(own)}"
        text = comment.child("text")
        runs = [child for child in text.children if child.name == "r"] if text else []
        if is_new and runs:
            self.changes.replace(runs[-1].end, runs[-1].end, self.run(added))
        else:
            self.write_text(comment, theirs, added)
        if self.author_of(comment).startswith(_THREAD_AUTHOR):
            self.changes.set(comment, "authorId", str(self.author(_FORMER_THREAD)))
        return theirs + added

    def write_text(self, comment: Element, *parts: str) -> str:
        text = comment.child("text")
        content = b"".join(map(self.run, parts))
        if text is None:
            self.changes.append(comment, self.tagged("text", content))
        else:
            self.changes.replace(text.start, text.end, self.tagged("text", content))
        return "".join(parts)

    def add(self, cell: Cell, own: str) -> str:
        tag = f"{self.prefix}comment".encode()
        head = b'<%s ref="%s" authorId="%d">' % (tag, name_of(cell).encode(), self.author(AUTHOR))
        self.changes.append(self.listed, head + self.tagged("text", self.run(own)) + b"</" + tag + b">")
        return own

    def author(self, name: str) -> int:
        if name not in self.names:
            self.names.append(name)
            self.changes.append(self.authors, self.tagged("author", cell_text(name)))
        return self.names.index(name)

    def run(self, text: str) -> bytes:
        font, tag = _FONT.format(self.prefix).encode(), f"{self.prefix}t".encode()
        return self.tagged("r", font + b'<%s xml:space="preserve">%s</%s>' % (tag, cell_text(text), tag))

    def tagged(self, name: str, content: bytes) -> bytes:
        tag = f"{self.prefix}{name}".encode()
        return b"<" + tag + b">" + content + b"</" + tag + b">"


def _headed(own: str) -> str:
    return f"{RULE_OFF}\n{own}"


def _texts(text: Element) -> list[Element]:
    """The elements that hold the text, without the pronunciation that may stand beside it."""
    plain = [child for child in text.children if child.name == "t"]
    return plain + [part for run in text.children if run.name == "r" for part in run.children if part.name == "t"]
