"""The hand-labelled set: event dossiers, their pairs, and what a validator holds them to."""

from eval.dossiers.build import build, claims_of, pairs_of, read_set
from eval.dossiers.check import check, check_files
from eval.dossiers.records import Dossier, read_dossiers

__all__ = ["Dossier", "build", "check", "check_files", "claims_of", "pairs_of", "read_dossiers", "read_set"]
