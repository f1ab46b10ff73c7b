"""The hand-labelled set: event dossiers, their pairs, and what a validator holds them to."""

from eval.dossiers.build import build, pairs_of
from eval.dossiers.check import check
from eval.dossiers.records import Dossier, read_dossiers

__all__ = ["Dossier", "build", "check", "pairs_of", "read_dossiers"]
