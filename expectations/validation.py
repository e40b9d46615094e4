"""Great Expectations at work: the only module that imports it, which takes seconds."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

# Before the import: the versions that report to their makers look at it then.
os.environ["GX_ANALYTICS_ENABLED"] = "false"

import great_expectations as gx
import pandas as pd
from great_expectations.core.expectation_validation_result import (
    ExpectationSuiteValidationResult,
    ExpectationValidationResult,
)
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.render.renderer.page_renderer import ValidationResultsPageRenderer
from great_expectations.render.view.view import DefaultJinjaPageView

from expectations.check import Check

ResultFormat = Literal["BOOLEAN_ONLY"] | dict[str, Any]

OUTCOME_ONLY: ResultFormat = "BOOLEAN_ONLY"
COUNTS_ONLY: ResultFormat = {"result_format": "BASIC", "partial_unexpected_count": 0}
"""Results without one value of the frame: a failing value may be a person's."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What Great Expectations found of one check."""

    success: bool
    raised: bool


class Validator:
    """One context and one source of frames, used again for every frame."""

    def __init__(self) -> None:
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        asset = context.data_sources.add_pandas("warehouse").add_dataframe_asset("frame")
        self._batches = asset.add_batch_definition_whole_dataframe("whole")

    def validate(
        self, frame: pd.DataFrame, name: str, checks: Sequence[Check], result_format: ResultFormat
    ) -> ExpectationSuiteValidationResult:
        """Great Expectations' result of the checks on a frame; :func:`outcomes` tells it check by check."""
        suite = gx.ExpectationSuite(name=name, expectations=[_configuration(*entry) for entry in enumerate(checks)])
        return self._batches.get_batch({"dataframe": frame}).validate(suite, result_format=result_format)


def outcomes(result: ExpectationSuiteValidationResult) -> list[Outcome]:
    """What became of each check, in the order of the checks."""
    return [_outcome(one) for one in sorted(result.results, key=_place)]


def page_of(result: ExpectationSuiteValidationResult, version: str, data_date: str) -> str:
    """The result as a page of Great Expectations, with the version as its run and the data date as its time."""
    result.meta = {
        "great_expectations_version": gx.__version__,
        "run_id": {"run_name": version, "run_time": f"{data_date}T00:00:00+00:00"},
    }
    view: Any = DefaultJinjaPageView()
    return str(view.render(ValidationResultsPageRenderer().render(result)))


def _configuration(place: int, check: Check) -> dict[str, Any]:
    return {
        "type": check.expectation,
        "kwargs": check.arguments,
        "meta": {"place": place},
        "severity": check.severity,
    }


def _place(result: ExpectationValidationResult) -> int:
    assert result.expectation_config is not None
    assert result.expectation_config.meta is not None
    return int(result.expectation_config.meta["place"])


def _outcome(result: ExpectationValidationResult) -> Outcome:
    raised = _raised(result.exception_info)
    return Outcome(bool(result.success) and not raised, raised)


def _raised(information: Any) -> bool:
    """Whether an exception is told of, at the top or for one of several metrics."""
    if not isinstance(information, dict):
        return False
    if "raised_exception" in information:
        return bool(information["raised_exception"])
    return any(_raised(inner) for inner in information.values())
