"""Metrics that only the harness needs; those that users need too are in `checker.measure`."""
