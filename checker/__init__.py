"""Finds where news reports contradict each other, and says why.

    from checker import check_pair, check_pairs, build_report

Importing the package loads no model and no torch: names resolve on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.5.0"
__all__ = ["build_report", "check_pair", "check_pairs"]

if TYPE_CHECKING:
    from checker.pipeline import build_report, check_pair, check_pairs


def __getattr__(name: str):
    if name in __all__:
        return getattr(import_module("checker.pipeline"), name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
