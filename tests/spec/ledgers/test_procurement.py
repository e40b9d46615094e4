"""采购台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_office_supplies_are_not_bought_on_one_s_own():
    assert_breaks(
        "procurement",
        """
        item_kind | method   | breaks
        办公用品  | 自行采购 | warning method
        办公用品  | 网上商城 |
        办公设备  | 自行采购 |
        """,
    )


def test_a_purchase_costs_no_more_than_its_budget():
    assert_breaks(
        "procurement",
        """
        budget_amount | amount  | breaks
        8000.00       | 8000.00 |
        8000.00       | 8000.01 | warning amount
                      | 8000.01 |
        """,
    )
