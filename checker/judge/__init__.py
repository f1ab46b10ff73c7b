"""Two claims in, a verdict out. Scope first, then quantities, propositions, time and speakers."""

from checker.judge.verdict import PairContext, judge_pair

__all__ = ["PairContext", "judge_pair"]
