"""Articles in, claims out: who says what happened, when, where, and how many."""

from checker.read.claims import read_article, read_pair_claim, read_text

__all__ = ["read_article", "read_pair_claim", "read_text"]
