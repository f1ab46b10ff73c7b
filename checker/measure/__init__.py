"""Metrics as array functions, for the evaluation harness and for users who measure the program on pairs of their own.

Each takes resampled sums in its leading axes, so that intervals cost one matrix product. An undefined metric is nan in
these functions; `Estimate` turns it into "no data", never into 0.
"""
