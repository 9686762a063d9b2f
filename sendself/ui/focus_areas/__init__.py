"""Answering: themes with their ratings and words, the duties, and the evidence that both rest on."""
