"""Errors of the harness."""

from checker.errors import CheckerError


class EvalError(CheckerError):
    """A data set, predictions file or request that cannot be measured."""

    code = "eval"


class NoData(EvalError):
    """A metric was asked of nothing. It has no value then, and 0 would be a false one."""

    code = "no_data"
