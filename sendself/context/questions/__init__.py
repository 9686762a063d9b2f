"""Questions the data asks: where a rating and a figure pull apart."""
