"""Errors of the harness."""

from checker.errors import CheckerError, NoData

__all__ = ["EvalError", "NoData"]


class EvalError(CheckerError):
    """A data set, predictions file or request that cannot be measured."""

    code = "eval"
