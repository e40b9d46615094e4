"""A sample county: a plausible model of it, and workbooks as messy as real ones."""

from pipelines.sample.make import make_sample

__all__ = ["make_sample"]
