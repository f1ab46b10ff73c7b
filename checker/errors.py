"""The exception tree. Each error names the value, the rule it broke and the remedy, and has a stable code."""


class CheckerError(Exception):
    """Base of every error that the program raises on purpose."""

    code = "error"


class InputError(CheckerError):
    """An input that cannot be used: a file, a row, a pair."""

    code = "input"

    def __init__(self, message: str, *, source: str | None = None, line: int | None = None, code: str | None = None):
        self.source, self.line = source, line
        if code:
            self.code = code
        where = f"{source}:{line}: " if source and line else f"{source}: " if source else ""
        super().__init__(where + message)


class UsageError(CheckerError):
    """A call or option that contradicts itself or the documentation."""

    code = "usage"


class SettingsError(CheckerError):
    """An unknown or invalid setting."""

    code = "settings"


class ModelError(CheckerError):
    """A model that is missing, damaged, or not reachable from this machine."""

    code = "model"


class NoData(CheckerError):
    """A metric was asked of nothing. It has no value then, and 0 would be a false one."""

    code = "no_data"
