"""What could not be read, collected or raised: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from checker.errors import InputError
from checker.schema import Skipped

OnError = Literal["skip", "stop"]
ON_ERROR: tuple[OnError, ...] = ("skip", "stop")


class Problems:
    """Collects `Skipped` records; with `on_error="stop"` the first error raises `InputError` instead.

    A *note* (an unknown field, a stray file in a folder) is reported and never stops a run: nothing that the user
    asked for is lost by it.

    `listen` hears each as it happens, in either mode.
    """

    def __init__(self, on_error: OnError = "skip", listen: Callable[[Skipped], None] | None = None):
        if on_error not in ON_ERROR:
            raise ValueError(f"on_error is {on_error!r}, which is not one of {ON_ERROR}. Give 'skip' or 'stop'.")
        self.on_error = on_error
        self.listen = listen
        self.found: list[Skipped] = []

    def error(self, code: str, reason: str, remedy: str, *, source: str, line: int | None = None) -> None:
        """Report something that was not read.

        Raises:
            InputError: with `on_error="stop"`; names the source, the line and the remedy.
        """
        self.note(code, reason, remedy, source=source, line=line)
        if self.on_error == "stop":
            raise InputError(f"{reason} {remedy}", source=source, line=line, code=code)

    def note(self, code: str, reason: str, remedy: str, *, source: str, line: int | None = None) -> None:
        """Report something that was passed over, without stopping."""
        skipped = Skipped(source=source, line=line, code=code, reason=reason, remedy=remedy)
        self.found.append(skipped)
        if self.listen:
            self.listen(skipped)
