"""A document as Word: for people who want to change its words."""
