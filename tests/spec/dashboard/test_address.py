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


def app_of_one() -> None:
    import streamlit as st  # noqa: PLC0415 (the function is the whole script)

    from dashboard import address  # noqa: PLC0415

    address.begin()
    opened = address.opened("ledger", ["union", "task"])
    st.text("list" if opened is None else f"{opened.value}|{opened.invalid}")
    st.text(address.typed("查找", "search", "查找"))
    address.finish()


def opened_one(**query: str) -> AppTest:
    test = AppTest.from_function(app_of_one)
    for name, value in query.items():
        test.query_params[name] = value
    return test.run()


def test_what_a_page_is_opened_for_comes_from_the_address_alone():
    test = opened_one(ledger="task")
    assert texts(test) == ["task|None", ""]
    assert address_of(test) == {"ledger": "task"}
    del test.query_params["ledger"]
    assert texts(test.run())[0] == "list", "it is not remembered"


def test_what_does_not_exist_is_told_and_leaves_the_address():
    test = opened_one(ledger="nonsense")
    assert texts(test)[0] == "|nonsense"
    assert address_of(test) == {}


def test_words_that_are_searched_for_stand_in_the_address_until_they_are_cleared():
    test = opened_one(search=" 入会率 ")
    assert texts(test)[1] == "入会率"
    assert address_of(test) == {"search": "入会率"}
    test.text_input(key="search_widget").set_value("会员").run()
    assert texts(test)[1] == "会员"
    assert address_of(test) == {"search": "会员"}
    test.text_input(key="search_widget").set_value("").run()
    assert texts(test)[1] == ""
    assert address_of(test) == {}
