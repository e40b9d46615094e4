"""What is kept of a page of Great Expectations: its content, and nothing that loads from elsewhere or runs."""

import re
from html import escape
from html.parser import HTMLParser

STYLE_FILE = "data_docs.css"

VOID = {"br", "hr"}
KEPT = {
    "div",
    "span",
    "p",
    "ul",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "strong",
    "i",
    "a",
    "h4",
    "h5",
    "h6",
}
LEFT_OUT = {"script", "style", "footer", "head", "svg", "label", "button", "form"}
"""Elements that go with all that is in them; others that are not kept lose their tags only."""

WIDGETS = ("navbar navbar-expand-md", "card mb-3")
"""Classes of the bar with the logo and of the filter that needs scripts."""

SECTION = re.compile(r"section-\d+")
"""Other ids are random."""

STYLE = """
body { margin: 0 auto; max-width: 1100px; padding: 1rem 1.5rem 3rem; color: #1c2733; background: #fff;
  font: 15px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h4, h5, h6 { font-size: 1rem; margin: 0; }
a[href] { color: #1f5fa8; }
td:last-child, th { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { border-bottom: 1px solid #d9dfe6; padding: .4rem .6rem; text-align: left; vertical-align: top; }
ul { padding-left: 1.2rem; } .nav { columns: 3; list-style: none; padding: 0; }
.alert { background: #eef2f6; padding: .5rem .8rem; margin-top: 1rem; border-radius: 4px; }
.badge { background: #e3e9f0; border-radius: 4px; padding: 0 .35rem; }
.text-success { color: #17826b; } .text-danger { color: #b3261e; } .text-warning { color: #8a6100; }
i.fa-check-circle::before, i.fa-check::before { content: "✓"; }
i.fa-times::before { content: "✗"; } i.fa-exclamation-triangle::before { content: "!"; }
i { font-style: normal; font-weight: bold; }
@media (max-width: 600px) { .nav { columns: 1; } body { padding: .5rem; } }
"""


def offline_content(page: str) -> str:
    """The content of a page without scripts, styles, pictures, forms and links to anything but its own sections."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.kept)


class _Reader(HTMLParser):
    """Copies what may stay; ``depth`` counts how deep it is inside something that is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self.left_out: str | None = None
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if self.left_out is not None:
            self.depth += tag == self.left_out
        elif tag in LEFT_OUT or attributes.get("class", "").startswith(WIDGETS):
            self.left_out, self.depth = tag, 1
        elif tag in KEPT | VOID:
            self.kept.append(f"<{tag}{_attributes(attributes)}>")

    def handle_endtag(self, tag: str) -> None:
        if self.left_out is not None:
            self.depth -= tag == self.left_out
            if self.depth == 0:
                self.left_out = None
        elif tag in KEPT:
            self.kept.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.left_out is None:
            self.kept.append(escape(re.sub(r"\s+", " ", data)))


def _attributes(attributes: dict[str, str]) -> str:
    allowed = {
        "class": attributes.get("class", ""),
        "id": _section(attributes.get("id", "")),
        "href": "#" + _section(attributes["href"][1:]) if attributes.get("href", "").startswith("#section") else "",
    }
    return "".join(f' {name}="{escape(value)}"' for name, value in allowed.items() if value not in ("", "#"))


def _section(text: str) -> str:
    return text if SECTION.fullmatch(text) else ""
