"""The home's key: made once, never replaced behind anyone's back."""

import stat

import pytest

from pipelines.home import Home
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.language import Refusal


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    return Home(tmp_path)


def test_the_first_build_makes_a_key_that_only_its_owner_reads(home):
    secret = home.person_key_secret(has_versions=False)
    assert stat.S_IMODE(home.key_file.stat().st_mode) == 0o600
    assert home.person_key_secret(has_versions=True) == secret


def test_a_lost_key_is_never_replaced_while_versions_exist(home):
    with pytest.raises(Refusal, match=r"secret\.key is lost"):
        home.person_key_secret(has_versions=True)
    assert not home.key_file.exists()


def test_the_variable_takes_the_place_of_the_file(home, monkeypatch):
    secret = home.person_key_secret(has_versions=False)
    monkeypatch.setenv(KEY_VARIABLE, secret.hex())
    home.key_file.unlink()
    assert home.person_key_secret(has_versions=True) == secret


@pytest.mark.parametrize("content", ["", "zz", "abcd"])
def test_a_damaged_key_file_is_refused(home, content):
    home.key_file.write_text(content)
    with pytest.raises(Refusal, match=r"secret\.key is not a valid key"):
        home.person_key_secret(has_versions=False)


def test_a_short_variable_is_refused(home, monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, "short")
    with pytest.raises(Refusal, match=r"too short"):
        home.person_key_secret(has_versions=False)
