"""Several codes under one name of the address."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard_visit import address_of


def app() -> None:
    import streamlit as st  # noqa: PLC0415 (the function is the whole script)

    from dashboard import address  # noqa: PLC0415

    address.begin()
    choice = address.chosen_several("years", ["2021", "2020", "2019"], ["2021", "2020"])
    address.choose_several("年份", "years", {year: f"{year}年" for year in ("2021", "2020", "2019")}, "请选择")
    st.text(",".join(choice.values))
    st.text(",".join(choice.invalid))
    address.finish()


def opened(**query: str) -> AppTest:
    test = AppTest.from_function(app)
    for name, value in query.items():
        test.query_params[name] = value
    return test.run()


def texts(test: AppTest) -> list[str]:
    assert not test.exception
    return [element.value for element in test.text]


def test_the_default_is_chosen_shown_and_in_the_address():
    test = opened()
    assert texts(test) == ["2021,2020", ""]
    assert test.multiselect(key="years_widget").value == ["2021", "2020"]
    assert address_of(test) == {"years": "2021,2020"}


@pytest.mark.parametrize(
    ("asked", "chosen", "invalid"),
    [
        ("2019", "2019", ""),
        ("2019,2021", "2021,2019", ""),  # in the order in which they are offered
        ("2019,2019", "2019", ""),
        ("2019,1999,x,x", "2019", "1999,x"),
        ("1999", "2021,2020", "1999"),
        ("", "2021,2020", ""),
    ],
)
def test_a_link_chooses_what_exists_and_says_what_does_not(asked, chosen, invalid):
    test = opened(years=asked)
    assert texts(test) == [chosen, invalid]
    assert address_of(test) == {"years": chosen}


def test_what_the_field_says_is_chosen_and_the_old_address_no_longer_counts():
    test = opened(years="2019")
    test.multiselect(key="years_widget").set_value(["2020", "2021"]).run()
    assert texts(test) == ["2021,2020", ""]
    test.multiselect(key="years_widget").set_value(["2019", "2020"]).run()
    assert address_of(test) == {"years": "2020,2019"}
    assert texts(test.run()) == ["2020,2019", ""]


def test_nothing_chosen_is_the_default():
    test = opened(years="2019")
    test.multiselect(key="years_widget").set_value([]).run()
    assert texts(test) == ["2021,2020", ""]


def test_a_choice_is_remembered_when_the_address_forgets_it_but_not_the_default():
    test = opened(years="2019")
    test.query_params.clear()
    assert texts(test.run()) == ["2019", ""]
    test.multiselect(key="years_widget").set_value(["2021", "2020"]).run()
    assert test.session_state["chosen"]["years"] == ""
