"""The embedded database of finished work."""

from checker.store.work import WorkStore

__all__ = ["WorkStore"]
