"""The grammar of the NLI pair generator: interval logic, word lists of the two splits, and the kinds of pairs."""
