"""The report room: it arranges facts and verdicts into findings, and writes them for people and for programs."""

from typing import Any

__all__ = ["write_report"]


def __getattr__(name: str) -> Any:
    """Load `write_report` on first use, so that importing the package does not load the template engine."""
    if name == "write_report":
        from checker.report.write import write_report

        return write_report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
