"""Which cells are not shown because few people stand behind them."""

from collections.abc import Mapping, Set

from tests.second_computation.figure import NOWHERE, Number


def withheld(heads: Mapping[str, Number], threshold: int, also: Set[str] = frozenset()) -> set[str]:
    """Cells of a few people, and the next smallest until they cannot be found by subtraction.

    ``also`` are cells that must not be shown for another reason; of nobody nothing is given away.
    """
    hidden = {cell for cell, people in heads.items() if 1 <= people < threshold or (people and cell in also)}
    while hidden and (len(hidden) == 1 or sum(heads[cell] for cell in hidden) < threshold):
        others = [cell for cell, people in heads.items() if people > 0 and cell not in hidden]
        if not others:
            break
        hidden.add(min(others, key=lambda cell: (heads[cell], cell == NOWHERE, cell)))
    return hidden
