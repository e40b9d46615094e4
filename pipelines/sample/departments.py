"""The rooms of the invented federation: names, owners and the ledgers each keeps."""

from dataclasses import dataclass

from pipelines.config import DEPARTMENT_NAMES
from pipelines.registry import ledgers


@dataclass(frozen=True, slots=True)
class Room:
    """A department's name and the invented person who answers for it."""

    name: str
    owner: str


OWNERS = {
    "office": "苍安和",
    "org": "岚朗清",
    "rights": "桑嘉禾",
    "econ": "榆春秋",
    "service": "檀雨晴",
    "finance": "梓山水",
    "audit": "桐星月",
}
DEPARTMENTS = {key: Room(name, OWNERS[key]) for key, name in DEPARTMENT_NAMES.items()}


def ledgers_of(department_id: str) -> list[str]:
    """Ids of the ledgers that a department keeps."""
    return [key for key, ledger in ledgers().items() if ledger.department == department_id]
