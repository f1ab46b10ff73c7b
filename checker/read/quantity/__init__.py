"""The parts of quantity reading: tokens, numbers, kinds, bounds, units, counted nouns, measures, zero forms."""
