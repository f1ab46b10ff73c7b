"""Claims to candidate events and facts. Match proposes with high recall; judge alone decides."""

from checker.match.events import Event, find_events
from checker.match.facts import Candidate, Fact, facts_of, proposition_candidates

__all__ = ["Candidate", "Event", "Fact", "facts_of", "find_events", "proposition_candidates"]
