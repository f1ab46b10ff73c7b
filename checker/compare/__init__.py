"""Pure functions on intervals, time spans, places, sources and words, used by match, judge and report."""
